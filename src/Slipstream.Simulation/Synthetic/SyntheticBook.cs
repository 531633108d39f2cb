namespace Slipstream.Simulation;

/// <summary>A synthetic L2 market of one instrument: a book of some levels about a moving middle, with trades that eat into it.</summary>
/// <remarks>
/// One step every <see cref="StepMillis"/> ms. Half of the steps change a level's size, four in ten trade against the best bid or ask, the rest
/// move the whole book by a tick, half of them in the direction of the last trade: a maker earns the spread and loses to who knows more.
/// Equal seeds give equal events.
/// </remarks>
public sealed class SyntheticBook : IMarketEventReader
{
    /// <summary>Milliseconds between steps.</summary>
    public const int StepMillis = 200;

    private const int Levels = 8;
    private const long Tick = Grid.UnitsPerOne / 100;

    private readonly SeededRandom _random;
    private readonly Queue<MarketEvent> _pending = new();

    // By side (bids, asks) and distance from the best.
    private readonly double[][] _sizes = [new double[Levels], new double[Levels]];
    private readonly long _end;
    private long _now;
    private long _bid;
    private long _updates;
    private Side _lastAggressor = Side.Buy;

    /// <summary>Creates the market.</summary>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="symbol">Name of the instrument, such as <c>AAA/USD</c>.</param>
    /// <param name="from">Time of the first snapshot.</param>
    /// <param name="to">Latest time of an event.</param>
    /// <param name="startPrice">First best bid, quote currency.</param>
    public SyntheticBook(ulong seed, string symbol, Instant from, Instant to, double startPrice = 100)
    {
        _random = new(seed);
        Universe = new([SyntheticInstrument.Of(symbol)]);
        _now = from.UnixNanos;
        _end = to.UnixNanos;
        _bid = (long)Math.Round(startPrice * 100) * Tick;
        Snapshot();
    }

    /// <inheritdoc/>
    public Universe Universe { get; }

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        var written = 0;
        while (written < destination.Length)
        {
            if (_pending.TryDequeue(out var e))
            {
                destination[written++] = e;
                continue;
            }

            _now += StepMillis * 1_000_000L;
            if (_now > _end)
            {
                break;
            }

            Step();
        }

        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static int IndexOf(Side side) => side == Side.Buy ? 0 : 1;

    // The spread is two ticks.
    private long PriceAt(Side side, int distance) => side == Side.Buy ? _bid - (distance * Tick) : _bid + ((2 + distance) * Tick);

    private double DrawSize() => Math.Round(0.5 + (4 * _random.NextUniform()), 3);

    private void Snapshot()
    {
        foreach (var side in (ReadOnlySpan<Side>)[Side.Buy, Side.Sell])
        {
            for (var i = 0; i < Levels; i++)
            {
                var isFirst = side == Side.Buy && i == 0;
                var isLast = side == Side.Sell && i == Levels - 1;
                Tell(side, i, DrawSize(), (isFirst ? MarketEventFlags.SnapshotStart : 0) | (isLast ? MarketEventFlags.EndOfMessage : 0));
            }
        }
    }

    private void Step()
    {
        var choice = _random.NextBelow(10);
        var side = _random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
        if (choice < 5)
        {
            Tell(side, (int)_random.NextBelow(Levels), DrawSize(), MarketEventFlags.EndOfMessage);
        }
        else if (choice < 9)
        {
            Trade(side);
        }
        else
        {
            Move(_random.NextBelow(2) == 0 ? _lastAggressor : side);
        }
    }

    // Hits the best level of the other side; what it eats up moves the book.
    private void Trade(Side aggressor)
    {
        _lastAggressor = aggressor;
        var hit = aggressor.Opposite();
        var there = _sizes[IndexOf(hit)][0];
        var size = Math.Min(there, Math.Round(0.05 + (1.5 * _random.NextUniform()), 3));
        var time = Instant.FromUnixNanos(_now);
        _pending.Enqueue(MarketEvent.OfTrade(new(0), time, time, Price.FromRaw(PriceAt(hit, 0)), size, aggressor, ++_updates));
        var left = Math.Round(there - size, 3);
        if (left > 0)
        {
            Tell(hit, 0, left, MarketEventFlags.EndOfMessage);
        }
        else
        {
            Move(aggressor);
        }
    }

    // The whole book moves by a tick: up after buyers, down after sellers.
    private void Move(Side direction)
    {
        if (direction == Side.Sell && _bid <= Levels * Tick)
        {
            return;
        }

        var gaining = direction;
        var losing = direction.Opposite();
        Tell(losing, 0, 0, MarketEventFlags.None);
        Tell(gaining, Levels - 1, 0, MarketEventFlags.None);
        _bid += direction.Sign() * Tick;
        var (shrunk, grown) = (_sizes[IndexOf(losing)], _sizes[IndexOf(gaining)]);
        Array.Copy(shrunk, 1, shrunk, 0, Levels - 1);
        Array.Copy(grown, 0, grown, 1, Levels - 1);
        Tell(losing, Levels - 1, DrawSize(), MarketEventFlags.None);
        Tell(gaining, 0, DrawSize(), MarketEventFlags.EndOfMessage);
    }

    private void Tell(Side side, int distance, double size, MarketEventFlags flags)
    {
        _sizes[IndexOf(side)][distance] = size;
        var time = Instant.FromUnixNanos(_now);
        _pending.Enqueue(MarketEvent.OfBookChange(new(0), time, time, side, Price.FromRaw(PriceAt(side, distance)), size, ++_updates, flags));
    }
}
