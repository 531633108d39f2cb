namespace Slipstream.Lake.Bytes;

/// <summary>A file's stored bytes, which counts for a progress bar how far it has been read.</summary>
/// <remarks>Only the reading thread touches the file: what others want to know is counted, never asked of it.</remarks>
internal sealed class StoredFile(FileStream file) : Stream
{
    private Action<long>? _counter;
    private long _counted;

    public override bool CanRead => file.CanRead;

    public override bool CanSeek => file.CanSeek;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Counts from here on; a file that is closed counts as read whole.</summary>
    /// <param name="counter">Receives the bytes read since it was last told.</param>
    public void CountBy(Action<long>? counter)
    {
        _counter = counter;
        Count(file.Position);
    }

    public override int Read(Span<byte> buffer)
    {
        var n = file.Read(buffer);
        Count(file.Position);
        return n;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (file.CanRead)
        {
            Count(file.Length);
            file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Count(long position)
    {
        if (_counter is not null && position != _counted)
        {
            _counter(position - _counted);
            _counted = position;
        }
    }
}
