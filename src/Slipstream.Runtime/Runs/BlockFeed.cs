using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Runs;

/// <summary>Reads market events on a thread of its own, a few blocks ahead of the core, keeps them on the journal's tape, and hashes them.</summary>
internal sealed class BlockFeed : IDisposable
{
    private const int BlocksInFlight = 8;
    private readonly BlockingCollection<FeedBlock> _full = new(BlocksInFlight);
    private readonly BlockingCollection<FeedBlock> _empty = new(BlocksInFlight);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CancellationTokenSource _stop;
    private readonly IMarketEventReader _reader;
    private readonly string? _tapePath;
    private TapeWriter? _tape;
    private readonly TimeWindow _window;
    private readonly bool _flushTape;
    private readonly bool _wholeBlocks;
    private byte[] _taken = SHA256.HashData([]);
    private bool _over;
    private SealedTapeBlock? _sealed;
    private Thread? _thread;
    private ExceptionDispatchInfo? _failure;

    /// <summary>Creates a feed that has not started.</summary>
    /// <param name="reader">Where the events come from.</param>
    /// <param name="tapePath">Where they are kept; null for nowhere.</param>
    /// <param name="window">Events outside are left out.</param>
    /// <param name="flushTape">Wait for the disk after each block?</param>
    /// <param name="wholeBlocks">Fill each block, however the reader parts its events? A live feed can't wait for that.</param>
    /// <param name="cancellation">Ends the feed early.</param>
    public BlockFeed(IMarketEventReader reader, string? tapePath, TimeWindow window, bool flushTape, bool wholeBlocks, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _wholeBlocks = wholeBlocks;
        _reader = reader;
        _flushTape = flushTape;
        _window = window;
        _tapePath = tapePath;
    }

    /// <summary>SHA-256 of all events taken, in order; what was read ahead does not count.</summary>
    public string Hash() => Convert.ToHexStringLower(_taken);

    public void Start()
    {
        for (var i = 0; i < BlocksInFlight; i++)
        {
            _empty.Add(new FeedBlock());
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "market data feed" };
        _thread.Start();
    }

    /// <summary>Returns the next block, or null at the end or once stopped; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="Exception">What the reader threw.</exception>
    public FeedBlock? Take()
    {
        try
        {
            if (_full.TryTake(out var block, Timeout.Infinite, _stop.Token))
            {
                _taken = block.HashSoFar;
                return block;
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }

        _failure?.Throw();
        return null;
    }

    public void Return(FeedBlock block) => _empty.Add(block);

    /// <summary>Ends the feed early.</summary>
    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join(TimeSpan.FromSeconds(1));
        _tape?.Dispose();
        _hash.Dispose();
    }

    private void Run()
    {
        try
        {
            while (_empty.Take(_stop.Token) is var block && Fill(block))
            {
                _full.Add(block, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Ended early on purpose; what was read so far is complete.
        }
        catch (Exception e)
        {
            // Rethrown on the core's thread, which is where it can be told.
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _full.CompleteAdding();
        }
    }

    private bool Fill(FeedBlock block)
    {
        block.Count = 0;
        while (!_over && (block.Count == 0 || (_wholeBlocks && block.Count < block.Events.Length)))
        {
            var room = block.Events.AsSpan(block.Count);
            var read = room[.._reader.Read(room)];
            _over = read.IsEmpty || _window.EndsBefore(read[^1].Time);
            block.Count += _window.Cut(read);
        }

        if (block.Count == 0)
        {
            return false;
        }

        Keep(block);
        return true;
    }

    private void Keep(FeedBlock block)
    {
        var events = block.Events.AsSpan(0, block.Count);
        _hash.AppendData(MemoryMarshal.AsBytes(events));
        block.HashSoFar = _hash.GetCurrentHash();
        if (_tapePath is null)
        {
            return;
        }

        // A full block seals itself; the rest of this one is sealed here. Never more than one block a round.
        _sealed = null;
        // Made with the first block, so that data that can't be read leave nothing behind.
        _tape ??= TapeWriter.Create(_tapePath, _reader.Universe, sealedBlock => _sealed = sealedBlock);
        _tape.Append(events);
        _tape.SealBlock();
        block.Sealed = _sealed;
        if (_flushTape)
        {
            _tape.Flush();
        }
    }
}
