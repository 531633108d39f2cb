using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Slipstream.Domain;
using Slipstream.Journal;

namespace Slipstream.Runtime.Runs;

/// <summary>Reads market events on a thread of its own, a few blocks ahead of the core, keeps them on the journal's tape, and hashes them.</summary>
/// <param name="reader">Where they come from.</param>
/// <param name="tape">Where they are kept; null for nowhere.</param>
/// <param name="window">Events outside are left out.</param>
internal sealed class BlockFeed(IMarketEventReader reader, TapeWriter? tape, TimeWindow window) : IDisposable
{
    private const int BlocksInFlight = 8;
    private readonly BlockingCollection<FeedBlock> _full = new(BlocksInFlight);
    private readonly BlockingCollection<FeedBlock> _empty = new(BlocksInFlight);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;
    private ExceptionDispatchInfo? _failure;

    /// <summary>SHA-256 of all events read, in order; valid at the end.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public void Start()
    {
        for (var i = 0; i < BlocksInFlight; i++)
        {
            _empty.Add(new FeedBlock());
        }

        _thread = new Thread(Run) { IsBackground = true, Name = "market data feed" };
        _thread.Start();
    }

    /// <summary>Returns the next block, or null at the end; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="Exception">What the reader threw.</exception>
    public FeedBlock? Take()
    {
        if (_full.TryTake(out var block, Timeout.Infinite))
        {
            return block;
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
        tape?.Dispose();
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
        do
        {
            block.Count = reader.Read(block.Events);
            if (block.Count == 0)
            {
                return false;
            }
        }
        while (!window.Cut(block));

        var events = block.Events.AsSpan(0, block.Count);
        _hash.AppendData(MemoryMarshal.AsBytes(events));
        if (tape is not null)
        {
            tape.Append(events);
            block.Sealed = tape.SealBlock();
        }

        return true;
    }
}
