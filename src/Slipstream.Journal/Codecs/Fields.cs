using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Schemas of fields that several records share.</summary>
internal static class Fields
{
    public static FieldSchema Time { get; } = new("ts", FieldType.Instant, "When");

    public static FieldSchema Asset { get; } = new("asset", FieldType.Instrument, "Of which instrument");

    public static FieldSchema DecisionPrice { get; } =
        FieldSchema.Decimal("decisionPrice", "quote currency per base unit", "The price at which the strategy decided").OrAbsent();

    public static FieldSchema Costs { get; } = FieldSchema.Group(
        "costs",
        "What a simulated fill lost to each cause; positive is a cost",
        Cost("spread", "Half the spread times quantity"),
        Cost("temporaryImpact", "Pressure of this trade that fades"),
        Cost("permanentImpact", "Pressure that stays in the price"),
        Cost("delay", "Move of the market from the decision to the order's arrival"));

    public static IReadOnlyList<FieldSchema> MoneyFields { get; } =
    [
        new("amount", FieldType.Decimal128, "Amount"),
        new("currency", FieldType.Text, "Code of the currency"),
    ];

    public static IReadOnlyList<FieldSchema> Terms { get; } =
    [
        Asset,
        FieldSchema.Enum<Side>("side", "Which way"),
        FieldSchema.Decimal("qty", "base units or contracts", "How much"),
        FieldSchema.Enum<OrderType>("orderType", "Which type"),
        FieldSchema.Decimal("limitPrice", "quote currency per base unit", "Worst price").OrAbsent(),
        FieldSchema.Decimal("stopPrice", "quote currency per base unit", "Trigger").OrAbsent(),
        FieldSchema.Decimal("trailingOffset", "quote currency per base unit", "Distance from the best price so far").OrAbsent(),
        FieldSchema.Enum<TimeInForce>("tif", "How long it lives"),
        new("postOnly", FieldType.Boolean, "Refuse it rather than take liquidity"),
        new("reduceOnly", FieldType.Boolean, "It may only make the position smaller"),
        FieldSchema.Enum<Urgency>("urgency", "How much to pay to be done soon"),
        FieldSchema.Group(
            "bracket",
            "Closing orders to place once it fills",
            FieldSchema.Decimal("takeProfit", "quote currency per base unit", "Limit price of the profit taker").OrAbsent(),
            FieldSchema.Decimal("stopLoss", "quote currency per base unit", "Stop price of the loss limiter").OrAbsent()).OrAbsent(),
        new("riskTags", FieldType.Texts, "Tags that risk rules and reports read"),
    ];

    public static FieldSchema Money(string name, string doc) => FieldSchema.Group(name, doc, MoneyFields);

    public static FieldSchema Refusal(string name, string doc) => FieldSchema.Group(
        name,
        doc,
        FieldSchema.Enum<FaultCode>("code", "Stable code", FaultCodes.Text),
        new("rule", FieldType.Text, "Name of the rule or limit"),
        new("observed", FieldType.Text, "What was observed, with its unit"),
        new("allowed", FieldType.Text, "What the rule allows, with its unit"));

    private static FieldSchema Cost(string name, string doc) => new(name, FieldType.Double, doc) { Unit = "quote currency" };
}
