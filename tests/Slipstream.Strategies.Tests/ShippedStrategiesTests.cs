using Slipstream.Domain;
using Slipstream.Strategies.Benchmark;
using Slipstream.Strategies.MarketMaking;
using Slipstream.Strategies.MeanReversion;
using Slipstream.Strategies.Trend;

namespace Slipstream.Strategies.Tests;

public class ShippedStrategiesTests
{
    public static TheoryData<string> Names => [.. Make.Keys];

    private static Dictionary<string, Func<Strategy>> Make { get; } = new()
    {
        ["bollinger-reversion"] = () => new BollingerReversion { AllowShort = true, Stop = 2 },
        ["buy-and-hold"] = () => new BuyAndHold(),
        ["ema-cross"] = () => new EmaCross { AllowShort = true },
        ["market-maker"] = () => new QuotingMarketMaker(),
        ["ts-momentum"] = () => new TimeSeriesMomentum(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Metadata_say_what_it_is(string name)
    {
        var metadata = Make[name]().Metadata;
        Assert.Equal(name, metadata.Name);
        Assert.Matches("^[a-z-]+$", metadata.Family);
        Assert.EndsWith(".", metadata.Description);
        Assert.True(Enum.IsDefined(metadata.Style));
        Assert.NotEmpty(metadata.Needs);
        Assert.True(metadata.WarmUp > 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_is_in_this_list(string name) => Assert.Contains(Make[name]().GetType(), Shipped());

    [Fact]
    public void The_list_is_whole() => Assert.Equal(Shipped().Count(), Make.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_instances_decide_alike(string name)
    {
        var events = Events(name);
        var first = Run(Make[name](), events);
        Assert.NotEmpty(first);
        Assert.Equal(first, Run(Make[name](), events));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cutting_the_data_changes_nothing_before_the_cut(string name)
    {
        var events = Events(name);
        var whole = Run(Make[name](), events);
        foreach (var cut in new[] { 500, 1_500, 2_900 })
        {
            var part = Run(Make[name](), events[..cut]);
            Assert.Equal(part, whole.Take(part.Count));
        }
    }

    private static IEnumerable<Type> Shipped() =>
        typeof(EmaCross).Assembly.GetTypes().Where(t => !t.IsAbstract && (t.IsSubclassOf(typeof(Strategy)) || t.IsSubclassOf(typeof(AlphaModel))));

    private static MarketEvent[] Events(string name)
    {
        var bars = ReferenceWalk.Bars(new(0), 3, 3_000);
        return name != "market-maker" ? bars : [.. bars.Select(bar => QuoteAround(bar))];
    }

    private static MarketEvent QuoteAround(in MarketEvent bar)
    {
        var half = PriceMove.Parse("0.05");
        return MarketEvent.OfQuote(bar.Instrument, bar.Time, bar.Time, bar.Last - half, bar.Last + half, 1, 1);
    }

    private static List<string> Run(Strategy strategy, MarketEvent[] events)
    {
        var context = new RecordingContext(RecordingContext.OneInstrument());
        strategy.OnStart(context);
        foreach (var e in events)
        {
            context.TickAndFill(strategy, e);
        }

        return [.. context.Placed.Select(o => o.ToString())];
    }
}
