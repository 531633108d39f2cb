using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Properties;

/// <summary>Cutting the data after any event changes nothing before it.</summary>
public class LookAheadTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(25);

    public static TheoryData<string, string> Cases { get; } = new()
    {
        { "random", "bars" }, { "random", "ticks" }, { "random", "book" }, { "random", "contracts" },
        { "slicing", "bars" }, { "buy-and-hold", "bars" }, { "buy-and-hold", "ticks" }, { "ema-cross", "bars" },
        { "bollinger-reversion", "bars" }, { "ts-momentum", "bars" }, { "market-maker", "book" }, { "market-maker", "ticks" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_was_decided_before_the_cut_stands(string strategy, string market) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).Two().ToArbitrary(), draw => Holds(strategy, market, (ulong)draw.Item1, draw.Item2)).Check(Few);

    internal static LoadedStrategy Strategy(string name) => name switch
    {
        "random" => TestStrategy.Own<RandomTrader>(),
        "slicing" => TestStrategy.Own<SlicingModel>(),
        "ema-cross" => TestStrategy.Shipped(name, ("fast", 3), ("slow", 8)),
        "bollinger-reversion" => TestStrategy.Shipped(name, ("period", 8), ("width", 1), ("stop", 2)),
        "ts-momentum" => TestStrategy.Shipped(name, ("speeds", "2,4"), ("volSpan", 5)),
        "market-maker" => TestStrategy.Shipped(name, ("quantity", 0.5), ("volSpanSeconds", 5)),
        _ => TestStrategy.Shipped(name),
    };

    internal static DataSet Data(string market, ulong seed, int events) => market switch
    {
        "bars" => Markets.Bars(seed, 1 + (int)(seed % 3), events),
        "ticks" => Markets.Ticks(seed, events),
        "book" => Markets.Book(seed, events),
        _ => Markets.Contracts(seed, events),
    };

    private static bool Holds(string strategy, string market, ulong seed, int draw)
    {
        var data = Data(market, seed, 400);
        var cut = 1 + (draw % (data.Events.Length - 1));
        var options = ModelSets.Draw(new SeededRandom(seed + 7));
        using var folder = new TemporaryFolder();
        TestRun.Execute(Strategy(strategy), data, folder["whole"], options);
        TestRun.Execute(Strategy(strategy), data.First(cut), folder["cut"], options);

        var whole = JournalRecord.All(folder["whole"]).Where(r => r.IsCausal).ToList();
        var before = BeforeTheCut(folder["cut"], sameInstantFollows: data.Events[cut].Time == data.Events[cut - 1].Time);
        for (var i = 0; i < before.Count; i++)
        {
            if (i >= whole.Count || whole[i].Said != before[i].Said)
            {
                throw new InvalidOperationException($"cut after {cut}: {before[i]} is {(i < whole.Count ? whole[i] : null)} with all data");
            }
        }

        return true;
    }

    private static List<JournalRecord> BeforeTheCut(string directory, bool sameInstantFollows)
    {
        var all = JournalRecord.All(directory);
        var stop = all[^1].Header.Input;
        Assert.Equal(RecordType.RunEnded, all[^1].Type);
        if (sameInstantFollows)
        {
            // Timers of an instant wait for its last event: here they were fired by the end.
            var inputs = all.Where(r => r.IsInput).ToDictionary(r => r.Header.Input, r => r.Type);
            var lastEvent = stop - 1;
            while (inputs.ContainsKey(lastEvent))
            {
                lastEvent--;
            }

            for (var input = lastEvent + 1; input < stop; input++)
            {
                if (inputs[input] == RecordType.TimerFired)
                {
                    stop = input;
                }
            }
        }

        return [.. all.Where(r => r.IsCausal && r.Header.Input < stop)];
    }
}
