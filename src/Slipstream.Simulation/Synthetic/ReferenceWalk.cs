namespace Slipstream.Simulation;

/// <summary>The integer random walk of the reference workloads S1 and S10: one-minute bars that any language can make again bit for bit.</summary>
/// <remarks>
/// 64-bit arithmetic that wraps: <c>x = 12345 + symbolIndex</c>; each draw <c>x = x·6364136223846793005 + 1442695040888963407, r = x >> 33</c>
/// (Knuth's MMIX generator). Prices in cents from 10,000.00, reflected at a tenth and ten times that; volumes in hundredths. Several symbols
/// are merged by time, in the order of their indices.
/// </remarks>
public sealed class ReferenceWalk : IMarketEventReader
{
    private const uint StepSeconds = 60;

    private readonly Walk[] _walks;
    private readonly long _end;
    private long _barEnd;
    private int _next;

    /// <summary>Creates the walks of symbols <paramref name="firstIndex"/> and up.</summary>
    /// <param name="firstIndex">Index of the first symbol: 0 for S1, 1 for S10.</param>
    /// <param name="count">How many symbols.</param>
    /// <param name="from">Start of the first bar.</param>
    /// <param name="to">End of the last bar.</param>
    public ReferenceWalk(int firstIndex, int count, Instant from, Instant to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstIndex);
        _walks = new Walk[count];
        for (var i = 0; i < count; i++)
        {
            _walks[i] = new(firstIndex + i);
        }

        Universe = new(Enumerable.Range(firstIndex, count).Select(InstrumentOf));
        _barEnd = (from + Duration.FromSeconds(StepSeconds)).UnixNanos;
        _end = to.UnixNanos;
    }

    /// <summary>Workload S1: one symbol, 2021 and 2022, 1,051,200 bars.</summary>
    public static ReferenceWalk S1() => new(0, 1, Instant.FromUtc(2021, 1, 1), Instant.FromUtc(2023, 1, 1));

    /// <summary>Workload S10: ten symbols, 2021, 5,256,000 bars.</summary>
    public static ReferenceWalk S10() => new(1, 10, Instant.FromUtc(2021, 1, 1), Instant.FromUtc(2022, 1, 1));

    /// <inheritdoc/>
    public Universe Universe { get; }

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        var written = 0;
        while (written < destination.Length && _barEnd <= _end)
        {
            destination[written++] = _walks[_next].Next(new((ushort)_next), Instant.FromUnixNanos(_barEnd));
            if (++_next == _walks.Length)
            {
                _next = 0;
                _barEnd += StepSeconds * Duration.NanosPerSecond;
            }
        }

        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Instrument InstrumentOf(int index) => new()
    {
        Symbol = $"S{index}/USD",
        AssetClass = AssetClass.Crypto,
        Base = Currency.Of($"S{index}"),
        Quote = Currency.Usd,
        TickSize = PriceMove.Parse("0.01"),
        LotSize = Quantity.Parse("0.01"),
    };

    private struct Walk(int index)
    {
        private const long Start = 1_000_000;
        private const long Amplitude = Start / 1000;
        private const long Wick = (3 * Amplitude / 10) + 1;
        private const long Cent = Grid.UnitsPerOne / 100;

        private ulong _x = 12345 + (ulong)index;
        private long _price = Start;

        public MarketEvent Next(InstrumentId instrument, Instant end)
        {
            var open = _price;
            _price += Draw((2 * Amplitude) + 1) - Amplitude;
            if (_price < Start / 10)
            {
                _price = (2 * (Start / 10)) - _price;
            }

            if (_price > 10 * Start)
            {
                _price = (20 * Start) - _price;
            }

            var close = _price;
            var high = Math.Max(open, close) + Draw(Wick);
            var low = Math.Min(open, close) - Draw(Wick);
            var volume = (1 + Draw(1000)) / 100.0;
            return MarketEvent.OfBar(instrument, end, StepSeconds, PriceOf(open), PriceOf(high), PriceOf(low), PriceOf(close), volume);
        }

        private static Price PriceOf(long cents) => Price.FromRaw(cents * Cent);

        private long Draw(long bound)
        {
            _x = unchecked((_x * 6364136223846793005) + 1442695040888963407);
            return (long)(_x >> 33) % bound;
        }
    }
}
