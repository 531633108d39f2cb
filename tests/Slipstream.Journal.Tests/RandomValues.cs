using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

/// <summary>Random values of the domain; the same for the same random numbers.</summary>
public static class RandomValues
{
    private static readonly string[] _words = ["", "fast above slow", "Umlaut äöü", "漢字", "quote \" and \\ and <tag>", "emoji 🚀", "line\nbreak", "maxPosition", "x"];

    public static string Text(this Random random) => random.Next(10) == 0
        ? string.Concat(Enumerable.Range(0, random.Next(500)).Select(_ => (char)random.Next(32, 0xD7FF)))
        : _words[random.Next(_words.Length)];

    public static string[] Texts(this Random random) => [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Text())];

    public static long Id(this Random random) => random.Next(3) == 0 ? random.NextInt64(1, long.MaxValue) : random.Next(1, 1000);

    public static long Raw(this Random random) => random.Next(4) switch
    {
        0 => random.NextInt64(long.MinValue, long.MaxValue),
        1 => 0,
        _ => random.NextInt64(-1_000_000_000_000, 1_000_000_000_000),
    };

    // Until the year 2262, beyond which nanoseconds do not fit.
    public static Instant Time(this Random random) => Instant.FromUnixNanos(random.NextInt64(-4_000_000_000_000_000_000, 9_000_000_000_000_000_000));

    public static Price Price(this Random random) => Domain.Price.FromRaw(random.Raw());

    public static Price? MaybePrice(this Random random) => random.Next(2) == 0 ? null : random.Price();

    public static Quantity Quantity(this Random random) => Domain.Quantity.FromRaw(random.Raw() & long.MaxValue);

    public static InstrumentId Instrument(this Random random) => new((ushort)random.Next(3));

    public static T Of<T>(this Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    public static Money Money(this Random random) =>
        Domain.Money.FromRaw(random.Next(3) == 0 ? (Int128)random.Raw() * random.Raw() : random.Raw(), Currency.Of(new[] { "USD", "BTC", "USDT", "ABCDEFGHIJKLMNOP" }[random.Next(4)]));

    public static ContentHash Hash(this Random random)
    {
        var bytes = new byte[32];
        random.NextBytes(bytes);
        return ContentHash.FromBytes(bytes);
    }

    public static Refusal Refusal(this Random random) => new(random.Of<FaultCode>(), random.Text(), random.Text(), random.Text());

    public static ExecutionCosts Costs(this Random random) => new(random.NextDouble(), -random.NextDouble() * 1e9, 0, random.NextDouble() * 1e-9);

    public static OrderRequest Terms(this Random random) => new()
    {
        Instrument = random.Instrument(),
        Side = random.Of<Side>(),
        Quantity = random.Quantity(),
        Type = random.Of<OrderType>(),
        LimitPrice = random.MaybePrice(),
        StopPrice = random.MaybePrice(),
        TrailingOffset = random.Next(2) == 0 ? null : PriceMove.FromRaw(random.Raw()),
        TimeInForce = random.Of<TimeInForce>(),
        PostOnly = random.Next(2) == 0,
        ReduceOnly = random.Next(2) == 0,
        Urgency = random.Of<Urgency>(),
        Bracket = random.Next(3) == 0 ? new(random.MaybePrice(), random.MaybePrice()) : null,
        RiskTags = random.Texts(),
    };
}
