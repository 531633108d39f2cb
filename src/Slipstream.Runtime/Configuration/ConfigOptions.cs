namespace Slipstream.Runtime.Configuration;

/// <summary>All options of a run's configuration.</summary>
public static class ConfigOptions
{
    // What the 1e-8 grid of prices, quantities and money holds, rounded down.
    private const decimal LargestAmount = 90_000_000_000;

    private static readonly string[] FillNames = ["auto", "close", "bar", "quote", "queue"];

    /// <summary>The options, in the order in which help shows them.</summary>
    public static IReadOnlyList<ConfigOption> All { get; } =
    [
        new("strategy", OptionType.Text, "Strategy: a shipped name, FILE.cs, or FILE.dll[:Type]."),
        new("parameters.*", OptionType.Text, "A parameter of the strategy, by name."),
        new("data[].path", OptionType.Text, "Price file or folder.") { Decides = false },
        new("data[].symbol", OptionType.Text, "Instrument, such as BTC/USD."),
        new("data[].assetClass", OptionType.Text, "Kind of asset; guessed unless given.") { Choices = ["crypto", "crypto-perpetual", "fx", "equity", "future"] },
        new("data[].timeZone", OptionType.Text, "IANA zone or UTC-5 style offset of times without offset; UTC unless given."),
        new("data[].barTimes", OptionType.Text, "Do bar times mark start or end? Recognised unless given.") { Choices = ["start", "end"] },
        new("data[].stepSeconds", OptionType.Integer, "Length of a bar in seconds; recognised unless given.") { Min = 1, Max = 31_622_400 },
        new("data[].series", OptionType.Text, "Which series of a folder: trade or quote.") { Choices = ["trade", "quote"] },
        new("data[].adjusted", OptionType.Flag, "Prices are adjusted for splits already.") { Default = "false" },
        new("data[].priceScale", OptionType.Number, "Factor from file prices to quote currency; 0.01 for pence.") { Min = 0.00000001m, Max = 100_000_000 },
        new("dataRules.adjust", OptionType.Text, "Correct raw share prices by the factor file beside them.") { Choices = ["none", "splits", "total"], Default = "none" },
        new("dataRules.allowUnadjusted", OptionType.Flag, "Run on raw share prices in spite of a split.") { Default = "false" },
        new("dataRules.maxQuarantinedFraction", OptionType.Number, "Largest fraction of bad rows before a file is refused.") { Min = 0, Max = 1, Default = "0.01" },
        new("from", OptionType.Time, "Leave out events before this time."),
        new("to", OptionType.Time, "Leave out events at and after this time."),
        new("account.currency", OptionType.Text, "Currency of equity and results; the first instrument's quote currency unless given."),
        new("account.cash", OptionType.Number, "Cash at the start, in the account's currency.") { Default = "100000", Min = 0.00000001m, Max = LargestAmount },
        new("account.fixedRates.*", OptionType.Number, "Account currency per unit of the named currency, where no instrument tells.") { Min = 0.00000001m, Max = 1_000_000_000_000 },
        new("execution.fill", OptionType.Text, "When and at which price orders fill.") { Choices = FillNames, Default = "auto" },
        new("execution.maxVolumeFraction", OptionType.Number, "Largest share of a bar's volume that own orders may fill.") { Min = 0.000001m, Max = 1, Default = "0.25" },
        new("execution.queue", OptionType.Text, "How cancellations ahead move a resting order up (fill model queue).") { Choices = ["pessimistic", "proportional"], Default = "pessimistic" },
        new("execution.latency.model", OptionType.Text, "How long orders and reports travel.") { Choices = ["none", "fixed", "lognormal"], Default = "none" },
        new("execution.latency.orderMillis", OptionType.Number, "Time to the venue in milliseconds (fixed), or the median both ways (lognormal).") { Min = 0, Max = 60_000, Default = "50" },
        new("execution.latency.reportMillis", OptionType.Number, "Time back in milliseconds (fixed).") { Min = 0, Max = 60_000, Default = "50" },
        new("execution.latency.sigma", OptionType.Number, "Standard deviation of the time's logarithm (lognormal).") { Min = 0, Max = 5, Default = "0.5" },
        new("execution.fee.model", OptionType.Text, "What the venue charges.") { Choices = ["instrument", "fixed", "bps", "none"], Default = "instrument" },
        new("execution.fee.amount", OptionType.Number, "Charge per order in quote currency (fixed).") { Min = 0, Max = LargestAmount, Default = "1" },
        new("execution.fee.makerBps", OptionType.Number, "Basis points of notional for makers (bps); negative is a rebate.") { Min = -100, Max = 1000, Default = "10" },
        new("execution.fee.takerBps", OptionType.Number, "Basis points of notional for takers (bps).") { Min = -100, Max = 1000, Default = "10" },
        new("execution.fee.currency", OptionType.Text, "Currency of the fee: quote, or base on buys as spot exchanges charge.") { Choices = ["quote", "base"], Default = "quote" },
        new("execution.spread.model", OptionType.Text, "What takers pay for immediacy beyond the reference price.") { Choices = ["none", "fixed", "quote"], Default = "none" },
        new("execution.spread.bps", OptionType.Number, "Whole spread in basis points, of which takers pay half (fixed).") { Min = 0, Max = 1000, Default = "2" },
        new("execution.impact.model", OptionType.Text, "What takers pay for moving the market.") { Choices = ["none", "square-root"], Default = "none" },
        new("execution.impact.y", OptionType.Number, "Constant of the square-root law.") { Min = 0, Max = 10, Default = "1" },
        new("execution.impact.temporaryShare", OptionType.Number, "Share of the impact that fades.") { Min = 0, Max = 1, Default = "0.6667" },
        new("execution.impact.volDaily", OptionType.Number, "Standard deviation of one-day returns, 0.04 is 4%; estimated from the data unless given (square-root).") { Min = 0.000001m, Max = 10 },
        new("execution.impact.adv", OptionType.Number, "Average daily volume, base units; estimated from the data unless given (square-root).") { Min = 0.00000001m, Max = LargestAmount },
        new("risk.allowedAssets[]", OptionType.Text, "Symbols that may be traded; all of the run unless given."),
        new("risk.maxPosition", OptionType.Number, "Largest absolute position of an instrument, base units.") { Min = 0, Max = LargestAmount },
        new("risk.maxPositionNotional", OptionType.Number, "Largest absolute value of a position, account currency.") { Min = 0 },
        new("risk.maxOrderQty", OptionType.Number, "Largest order, base units.") { Min = 0, Max = LargestAmount },
        new("risk.maxOrderNotional", OptionType.Number, "Largest value of an order, account currency.") { Min = 0 },
        new("risk.maxDailyLoss", OptionType.Number, "Loss of a UTC day that stops new risk, account currency.") { Min = 0.00000001m },
        new("risk.maxOpenOrders", OptionType.Integer, "Largest number of open orders.") { Min = 1, Max = 100_000, Default = "1000" },
        new("risk.allowSpotShort", OptionType.Flag, "Spot coins may be sold short.") { Default = "false" },
        new("risk.checkBuyingPower", OptionType.Flag, "Equity must cover positions and open orders.") { Default = "true" },
        new("seed", OptionType.Integer, "Seed of all random numbers of the run.") { Min = 0, Default = "1" },
        new("journal.directory", OptionType.Text, "Folder of the journal; none is written unless given.") { Decides = false },
        new("journal.durability", OptionType.Text, "When are records safe? buffered: against a crash of the process; fsync: of the machine.") { Choices = ["buffered", "fsync"], Default = "buffered", Decides = false },
        new("journal.keepInputs", OptionType.Flag, "Keep the market data with the journal, so that it can be replayed alone.") { Default = "true", Decides = false },
        new("journal.bareDecisions", OptionType.Flag, "Record decisions that lead to no intent.") { Default = "false" },
    ];
}
