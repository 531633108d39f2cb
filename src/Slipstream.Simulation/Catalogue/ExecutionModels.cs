namespace Slipstream.Simulation;

/// <summary>All models of execution by name, for configuration, schema and help.</summary>
public static class ExecutionModels
{
    private static readonly ModelOption s_maxVolumeFraction = new("maxVolumeFraction", "0.25", "share of a bar's volume that own orders may fill in it, above 0 and at most 1");

    private static readonly ModelOption s_queueModel = new("queueModel", "pessimistic", "where others cancel when a level shrinks without a trade: pessimistic (behind us) or proportional (everywhere alike)")
    {
        Words = ["pessimistic", "proportional"],
    };

    private static readonly ModelOption s_currency = new("currency", "quote", "currency of the fee of a spot buy: quote or base")
    {
        Words = ["quote", "base"],
    };

    /// <summary>When orders fill, and at which reference price.</summary>
    public static ModelCatalogue<FillModel> Fill { get; } = new(
        "fill",
        (new("auto", "the finest that each instrument's data allow: its book as in queue, else quotes and trades as in quote, else bars as in bar", [s_maxVolumeFraction, s_queueModel]), o => new AutoFill(Fraction(o), o.Word<QueueModel>("queueModel"))),
        (new("bar", "market orders at the next bar's open, limits when traded through, stops when touched, at most a share of the bar's volume", [s_maxVolumeFraction]), o => new BarFill(Fraction(o))),
        (new("close", "market orders whole and at once at the last price seen (optimistic), all others as in bar", [s_maxVolumeFraction]), o => new CloseFill(Fraction(o))),
        (new("quote", "takers get the displayed size at bid or ask, makers wait behind it for trades", []), _ => new QuoteFill()),
        (new("queue", "takers walk the L2 book level by level, makers keep a place in the queue", [s_queueModel]), o => new QueueFill(o.Word<QueueModel>("queueModel"))));

    /// <summary>How long orders and reports travel.</summary>
    public static ModelCatalogue<LatencyModel> Latency { get; } = new(
        "latency",
        (new("none", "everything arrives at once", []), _ => new NoLatency()),
        (new("fixed", "the same time for every order, and for every report", [new("orderMillis", "0", "milliseconds to the venue, 0 or more"), new("reportMillis", "0", "milliseconds back, 0 or more")]), o => new FixedLatency(o.Number("orderMillis", 0, 1e9), o.Number("reportMillis", 0, 1e9))),
        (new("lognormal", "a log-normal time drawn for every message from the run's seed", [new("medianMillis", "50", "median in milliseconds, 0 or more"), new("sigma", "0.5", "standard deviation of the time's logarithm, 0 to 5")]), o => new LognormalLatency(o.Number("medianMillis", 0, 1e9), o.Number("sigma", 0, 5))));

    /// <summary>What the venue charges.</summary>
    public static ModelCatalogue<FeeModel> Fee { get; } = new(
        "fee",
        (new("instrument", "the instrument's own maker and taker rates, commission per unit, and gas an order", [s_currency]), o => new InstrumentFee(o.Word<FeeCurrency>("currency"))),
        (new("fixed", "the same amount an order, with its first fill", [new("amount", "1", "quote currency an order")]), o => new FixedFee(o.Amount("amount"))),
        (new("bps", "the same fractions of notional for all instruments", [new("maker", "0", "basis points of notional when the order rested, -1000 (a rebate) to 1000"), new("taker", "0", "basis points of notional when the order was marketable, -1000 to 1000"), s_currency]), o => new BpsFee(o.Number("maker", -1000, 1000), o.Number("taker", -1000, 1000), o.Word<FeeCurrency>("currency"))),
        (new("none", "nothing is charged", []), _ => new NoFee()));

    /// <summary>What takers pay for immediacy beyond the reference price.</summary>
    public static ModelCatalogue<SpreadModel> Spread { get; } = new(
        "spread",
        (new("none", "nothing is added", []), _ => new NoSpread()),
        (new("fixed", "takers pay half of a spread that is a fixed fraction of the price", [new("bps", "0", "the whole spread in basis points of the price, 0 to 10000")]), o => new FixedSpread(o.Number("bps", 0, 10_000))),
        (new("quote", "as quoted: fills at bid or ask as they are, fills at a bar's price pay half of the last quoted spread", []), _ => new QuotedSpread()));

    /// <summary>What takers pay for moving the market.</summary>
    public static ModelCatalogue<ImpactModel> Impact { get; } = new(
        "impact",
        (new("none", "orders do not move their price", []), _ => new NoImpact()),
        (new("square-root", "y times daily volatility times the root of quantity over daily volume, both estimated from the past", [
            new("y", "1", "the law's constant, 0 to 100"),
            new("temporaryShare", "0.6666666666666666", "share of the impact that fades, 0 to 1"),
            new("volDaily", "", "standard deviation of one-day returns, 0 to 10; estimated where not given"),
            new("adv", "", "average daily volume in base units, above 0; estimated where not given"),
        ]), o => new SquareRootImpact(o.Number("y", 0, 100), o.Number("temporaryShare", 0, 1), o.OptionalNumber("volDaily", 0, 10), o.OptionalNumber("adv", 0, minIsOut: true))));

    // A fault leaves the lower bound, which the models themselves refuse: the default stands in, and the fault is reported.
    private static double Fraction(ModelOptions options) => options.OptionalNumber("maxVolumeFraction", 0, 1, minIsOut: true) ?? BarFill.DefaultMaxVolumeFraction;
}
