namespace Slipstream.Domain.Tests.Instruments;

public sealed class UniverseTests
{
    [Fact]
    public void An_instrument_s_id_is_its_place()
    {
        var universe = new Universe([Of("B"), Of("A"), Of("C")]);
        Assert.Equal(3, universe.Count);
        Assert.Equal(["B", "A", "C"], universe.Instruments.ToArray().Select(i => i.Symbol));
        Assert.Equal("A", universe[new InstrumentId(1)].Symbol);
        Assert.Equal("#1", new InstrumentId(1).ToString());
    }

    [Fact]
    public void A_symbol_is_found_in_any_case()
    {
        var universe = new Universe([Of("SPY"), Of("BTC/USD")]);
        Assert.True(universe.TryFind("btc/usd", out var id));
        Assert.Equal(new InstrumentId(1), id);
        Assert.False(universe.TryFind("ETH/USD", out _));
    }

    [Fact]
    public void The_ends_of_its_size_are_held()
    {
        Assert.Throws<ArgumentException>(() => new Universe([]));
        Assert.Throws<ArgumentException>(() => new Universe(Enumerable.Range(0, 65_536).Select(i => Of($"S{i}"))));
        var largest = new Universe(Enumerable.Range(0, 65_535).Select(i => Of($"S{i}")));
        Assert.True(largest.TryFind("S65534", out var last));
        Assert.Equal("S65534", largest[last].Symbol);
    }

    [Fact]
    public void A_symbol_given_twice_is_refused_in_any_case() =>
        Assert.Contains("spy is given twice", Assert.Throws<ArgumentException>(() => new Universe([Of("SPY"), Of("spy")])).Message);

    private static Instrument Of(string symbol) =>
        new() { Symbol = symbol, AssetClass = AssetClass.Equity, Base = Currency.Of("X"), Quote = Currency.Usd };
}
