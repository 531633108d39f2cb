namespace Slipstream.Simulation;

/// <summary>A synthetic market of bars: geometric walks that switch between trend, mean reversion and high volatility, with correlated shocks.</summary>
/// <remarks>Each bar is made of twelve steps, so that high and low are honest. Equal seeds give equal bars. The regimes are told apart, as truth to test against.</remarks>
public sealed class RegimeMarket : IMarketEventReader
{
    private const int StepsPerBar = 12;

    private readonly RegimeMarketOptions _options;
    private readonly SeededRandom _random;
    private readonly Walker[] _walkers;
    private readonly double[] _common = new double[StepsPerBar];
    private readonly List<RegimeSpan> _regimes = [];
    private readonly long _end;
    private long _barEnd;
    private int _next;

    /// <summary>Creates the market.</summary>
    /// <param name="seed">Seed of all chance.</param>
    /// <param name="symbols">Names of the instruments, such as <c>AAA/USD</c>.</param>
    /// <param name="from">Start of the first bar.</param>
    /// <param name="to">End of the last bar.</param>
    /// <param name="options">What it is like; null for the defaults.</param>
    public RegimeMarket(ulong seed, IReadOnlyList<string> symbols, Instant from, Instant to, RegimeMarketOptions? options = null)
    {
        _options = options ?? new();
        _random = new(seed);
        Universe = new(symbols.Select(SyntheticInstrument.Of));
        _walkers = new Walker[symbols.Count];
        for (var i = 0; i < _walkers.Length; i++)
        {
            _walkers[i] = new(_options);
        }

        _barEnd = (from + Duration.FromSeconds(_options.StepSeconds)).UnixNanos;
        _end = to.UnixNanos;
    }

    /// <inheritdoc/>
    public Universe Universe { get; }

    /// <summary>The regimes of all bars read so far, in order of time.</summary>
    public IReadOnlyList<RegimeSpan> Regimes => _regimes;

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        var written = 0;
        while (written < destination.Length && _barEnd <= _end)
        {
            destination[written++] = NextBar();
            if (++_next == _walkers.Length)
            {
                _next = 0;
                _barEnd += _options.StepSeconds * Duration.NanosPerSecond;
            }
        }

        return written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private MarketEvent NextBar()
    {
        if (_next == 0)
        {
            for (var i = 0; i < StepsPerBar; i++)
            {
                _common[i] = _random.NextNormal();
            }
        }

        var id = new InstrumentId((ushort)_next);
        var end = Instant.FromUnixNanos(_barEnd);
        var walker = _walkers[_next];
        if (walker.SwitchRegime(_random))
        {
            _regimes.Add(new(id, end - Duration.FromSeconds(_options.StepSeconds), walker.Regime, walker.DriftDaily));
        }

        return walker.Next(_random, _common, id, end);
    }

    private sealed class Walker(RegimeMarketOptions options)
    {
        private readonly double _days = options.StepSeconds / 86_400.0;
        private double _log = Math.Log(options.StartPrice);
        private double _anchor;
        private long _lastClose = Price.FromDouble(Math.Round(options.StartPrice, 2)).Raw;

        public Regime Regime { get; private set; }

        public double DriftDaily { get; private set; }

        public bool SwitchRegime(SeededRandom random)
        {
            if (Regime != 0 && random.NextUniform() >= _days / options.RegimeDays)
            {
                return false;
            }

            // Another regime than before, or any at the start.
            Regime = Regime == 0 ? (Regime)(1 + random.NextBelow(3)) : (Regime)(1 + (((int)Regime + random.NextBelow(2)) % 3));
            DriftDaily = Regime == Regime.Trend ? (random.NextBelow(2) == 0 ? options.TrendDaily : -options.TrendDaily) : 0;
            _anchor = _log;
            return true;
        }

        public MarketEvent Next(SeededRandom random, double[] common, InstrumentId id, Instant end)
        {
            var step = _days / StepsPerBar;
            var vol = options.VolDaily * (Regime == Regime.HighVol ? options.HighVolFactor : 1) * Math.Sqrt(step);
            var (shared, own) = (Math.Sqrt(options.Correlation), Math.Sqrt(1 - options.Correlation));
            var pull = Regime == Regime.MeanRevert ? 1 - Math.Pow(0.5, step / options.HalfLifeDays) : 0;
            var open = _lastClose;
            var (high, low, moved) = (open, open, 0.0);
            foreach (var shock in common)
            {
                var change = (DriftDaily * step) + (pull * (_anchor - _log)) + (vol * ((shared * shock) + (own * random.NextNormal())));
                _log += change;
                moved += Math.Abs(change);
                _lastClose = Price.FromDouble(Math.Max(0.01, Math.Round(Math.Exp(_log), 2))).Raw;
                high = Math.Max(high, _lastClose);
                low = Math.Min(low, _lastClose);
            }

            // Volume grows with the distance travelled, as it does in real markets.
            var usual = options.VolDaily * Math.Sqrt(step) * StepsPerBar;
            var volume = Math.Round(options.VolumeDaily * _days * (0.5 + (0.6 * moved / usual)) * Math.Exp(0.3 * random.NextNormal()), 1);
            return MarketEvent.OfBar(id, end, options.StepSeconds, Price.FromRaw(open), Price.FromRaw(high), Price.FromRaw(low), Price.FromRaw(_lastClose), volume);
        }
    }
}
