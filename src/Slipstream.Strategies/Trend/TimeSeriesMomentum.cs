using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Strategies.Trend;

/// <summary>Follows each instrument's own trend, with positions sized so that the account's volatility is a target one.</summary>
/// <remarks>
/// <para>units = equity · share · IDM · target / (price · multiplier · volatility) · forecast / 10, where the forecast has an
/// average size of 10 and is capped at ±20, and a position is traded only to the edge of a buffer around its target.</para>
/// <para>Sources: Carver (2015), Systematic Trading, chapters 7-12 and appendix B; Carver (2023), Advanced Futures Trading
/// Strategies, strategies 8-9; Moskowitz, Ooi and Pedersen (2012), "Time series momentum", Journal of Financial Economics 104, 228-250.</para>
/// </remarks>
public sealed class TimeSeriesMomentum : Strategy
{
    private const double AverageForecast = 10;
    private const double MostDiversification = 2.5;
    private MomentumState[] _states = [];
    private double _diversification;

    /// <summary>How it tells a trend.</summary>
    [Parameter("How it tells a trend: ewmac is averages of several speeds, sign that of the return over the lookback")]
    public TrendRule Rule { get; set; } = TrendRule.Ewmac;

    /// <summary>Bars in each fast average; the slow one has four times as many.</summary>
    [Parameter("ewmac: bars in each fast average, with commas; the slow one has four times as many")]
    public string Speeds { get; set; } = "16,32,64";

    /// <summary>Days over which the return's sign is taken.</summary>
    [Parameter("sign: days over which the return is taken", Min = 1, Max = 10_000)]
    public int LookbackDays { get; set; } = 365;

    /// <summary>Annual standard deviation of the account's returns that is aimed at.</summary>
    [Parameter("Annual standard deviation of the account's returns that is aimed at; 0.2 is 20%", Min = 0.001, Max = 2)]
    public double VolTarget { get; set; } = 0.20;

    /// <summary>Bars in the exponentially weighted volatility.</summary>
    [Parameter("Span in bars of the exponentially weighted volatility", Min = 2, Max = 1_000_000)]
    public int VolSpan { get; set; } = 35;

    /// <summary>Part of an average position by which a position may be off before it is traded.</summary>
    [Parameter("Part of an average position by which a position may be off before it is traded", Min = 0, Max = 1)]
    public double Buffer { get; set; } = 0.1;

    /// <summary>Assumed correlation between the returns of any two instruments' positions.</summary>
    [Parameter("Assumed correlation between the returns of any two instruments' positions; gives the diversification multiplier", Min = 0, Max = 1)]
    public double Correlation { get; set; } = 0.5;

    /// <summary>Largest sum of position values as a multiple of the equity; each instrument has an equal share.</summary>
    [Parameter("Largest sum of position values as a multiple of the equity, shared equally; above 1 needs margin", Min = 0, Max = 100)]
    public double MaxLeverage { get; set; } = 0.95;

    /// <summary>Go short in a downtrend.</summary>
    [Parameter("Go short in a downtrend, but never in spot coins; without, be flat")]
    public bool AllowShort { get; set; } = true;

    /// <inheritdoc/>
    public override StrategyMetadata Metadata =>
        new("ts-momentum", "trend", "Follows each instrument's own trend with volatility-targeted positions.", ExecutionStyle.Taker)
        {
            WarmUp = Rule == TrendRule.Ewmac ? Math.Max(4 * FastBars().Max(), VolSpan + 1) : VolSpan + 1,
        };

    /// <inheritdoc/>
    public override void OnStart(StrategyContext context)
    {
        var count = context.Universe.Count;
        _states = [.. Enumerable.Range(0, count).Select(_ => new MomentumState(NewForecast(), VolSpan))];

        // IDM = 1 / sqrt(w'Hw) for equal weights w and one correlation for all pairs.
        _diversification = Math.Min(MostDiversification, 1 / Math.Sqrt((1.0 / count) + ((1 - (1.0 / count)) * Correlation)));
    }

    /// <inheritdoc/>
    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        var close = tick.Last.ToDouble();
        if (tick.Kind != MarketEventKind.Bar || close <= 0)
        {
            return;
        }

        var state = _states[tick.Instrument.Index];
        state.Update(tick.Time, close);
        if (state.VolAnnual is > 0 and var vol && state.Forecast is { } forecast)
        {
            Rebalance(context, tick.Instrument, close, vol, MayShort(context, tick.Instrument) ? forecast : Math.Max(0, forecast));
        }
    }

    private void Rebalance(StrategyContext context, InstrumentId instrument, double close, double volAnnual, double forecast)
    {
        var perUnit = close * context.Universe[instrument].ContractMultiplier.ToDouble();
        var share = Math.Max(0, context.Equity) / context.Universe.Count;
        var average = share * _diversification * VolTarget / (perUnit * volAnnual);
        var most = share * MaxLeverage / perUnit;
        var target = Math.Clamp(average * forecast / AverageForecast, -most, most);
        var slack = Buffer * Math.Min(average, most);

        var held = Grid.ToDouble(context.Position(instrument).Raw + context.Working(instrument).Raw);
        var wanted = Math.Clamp(held, target - slack, target + slack);
        wanted = MayShort(context, instrument) ? Math.Clamp(wanted, -most, most) : Math.Clamp(wanted, 0, most);
        if (wanted != held)
        {
            context.MoveTo(instrument, Position.FromDouble(wanted), forecast > 0 ? "uptrend" : forecast < 0 ? "downtrend" : "no trend");
        }
    }

    // A spot coin can't be sold without owning it.
    private bool MayShort(StrategyContext context, InstrumentId instrument) => AllowShort && context.Universe[instrument].AssetClass != AssetClass.Crypto;

    private TrendForecast NewForecast() => Rule == TrendRule.Ewmac ? new EwmacForecast(FastBars()) : new SignForecast(LookbackDays);

    private int[] FastBars() => [.. Speeds.Split(',').Select(text =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var bars) && bars is >= 1 and <= 100_000
            ? bars
            : throw new InvalidOperationException($"speeds ({Speeds}) must be whole numbers from 1 to 100000 with commas between, such as 16,32,64."))];
}
