using System.Collections.Concurrent;

namespace Slipstream.Adapters;

/// <summary>A stream whose reads end when they are cancelled, as standard input's don't: then it looks as if it had ended.</summary>
/// <remarks>The source is read on a thread of its own, a few chunks ahead; a read that waits for ever is left behind with that thread.</remarks>
public sealed class InterruptibleStream : Stream
{
    private const int ChunkSize = 64 << 10;
    private readonly BlockingCollection<ReadOnlyMemory<byte>> _chunks = new(4);
    private readonly Stream _source;
    private readonly CancellationToken _cancellation;
    private ReadOnlyMemory<byte> _rest;
    private volatile Exception? _failure;

    /// <summary>Takes a stream, which it then owns.</summary>
    /// <param name="source">What is read.</param>
    /// <param name="cancellation">Ends it.</param>
    public InterruptibleStream(Stream source, CancellationToken cancellation)
    {
        _source = source;
        _cancellation = cancellation;
        new Thread(Pump) { IsBackground = true, Name = "feed input" }.Start();
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_rest.IsEmpty && !TryTake())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool TryTake()
    {
        try
        {
            if (_chunks.TryTake(out _rest, Timeout.Infinite, _cancellation))
            {
                return true;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return _failure is { } failure ? throw new IOException($"The feed can't be read: {failure.Message}", failure) : false;
    }

    private void Pump()
    {
        try
        {
            var chunk = new byte[ChunkSize];
            for (var read = _source.Read(chunk); read > 0; read = _source.Read(chunk))
            {
                _chunks.Add(chunk.AsMemory(0, read), _cancellation);
                chunk = new byte[ChunkSize];
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody reads any more.
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            _failure = e;
        }
        finally
        {
            _chunks.CompleteAdding();
        }
    }
}
