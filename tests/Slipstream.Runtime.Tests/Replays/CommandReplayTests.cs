using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Risk;
using Slipstream.Journal;
using Slipstream.Runtime.Replays;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Replays;

/// <summary>Commands that reach the core are inputs: a journal written here by hand, with a halt and its lifting, is replayed.</summary>
public class CommandReplayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public void A_halt_and_its_lifting_are_replayed(int haltBefore)
    {
        using var folder = new TemporaryFolder();
        var (state, cancels) = Write(folder["j"], haltBefore, "halt");
        var replay = ReplayRun.Execute(folder["j"]);
        Assert.Null(replay.FirstDivergence);
        Assert.Null(replay.Note);
        Assert.Equal(replay.Records, replay.Matched);
        Assert.Equal(state, replay.StateHash);
        Assert.Equal(haltBefore > 0, cancels > 0);
    }

    [Fact]
    public void A_halt_that_is_taken_out_diverges()
    {
        using var folder = new TemporaryFolder();
        Write(folder["j"], 60, "nothing");
        Assert.NotNull(ReplayRun.Execute(folder["j"]).FirstDivergence);
    }

    private static (string State, int Cancels) Write(string directory, int haltBefore, string kind)
    {
        var data = Markets.Bars(3, 2, 200);
        var strategy = TestStrategy.Own<RandomTrader>(("Activity", 0.6));
        var config = TestRun.Config();
        var effects = new EffectBuffer();
        var settings = new CoreSettings
        {
            Universe = data.Universe,
            Mode = Mode.Backtest,
            AccountCurrency = Currency.Usd,
            Cash = [Money.Parse("100000", Currency.Usd)],
            Limits = config.Limits(),
            Seed = 1,
        };
        var core = new TradingCore(settings, strategy.Strategy, effects);
        using var journal = JournalWriter.Create(directory);
        var (start, cancels) = (data.Events[0].Time, 0);
        Header(journal, strategy, settings, config, start);

        void Carry()
        {
            for (var i = 0; i < effects.Count; i++)
            {
                cancels += effects.Kind(i) == EffectKind.Cancel && effects.Cancel(i).Intent is null ? 1 : 0;
                Put(journal, core, effects, i);
            }

            effects.Clear();
        }

        void Command(string what, string json)
        {
            journal.Append(core.Sequence + 1, core.Now, new Command(what, json));
            if (what == "resume")
            {
                core.Resume(core.Now, json);
            }
            else
            {
                core.Halt(core.Now, json);
            }

            Carry();
        }

        core.Start(start);
        Carry();
        if (haltBefore == 0)
        {
            Command(kind, "\"an operator\"");
        }

        using (var tape = TapeWriter.Create(JournalLayout.Tape(directory, 1), data.Universe))
        {
            tape.Append(data.Events);
            var block = tape.SealBlock()!.Value;
            journal.Append(core.Sequence, core.Now, new TapeBlock("000001.tape", block.Index, block.Count, core.Sequence + 1, block.Hash));
        }

        for (var i = 0; i < data.Events.Length; i++)
        {
            if (i == 100)
            {
                Command("resume", "\"all is well\"");
            }

            if (i == haltBefore && i > 0)
            {
                Command(kind, "\"an operator\"");
            }

            while (core.HasTimerBefore(data.Events[i].Time))
            {
                var (due, tag) = core.Timers.Next!.Value;
                journal.Append(core.Sequence + 1, due, new TimerFired(tag, due));
                core.OnTimer(due, tag);
                Carry();
            }

            core.OnMarket(data.Events[i]);
            Carry();
        }

        core.Stop(core.Now);
        Carry();
        var hash = new byte[Engine.Core.StateHash.Length];
        new Engine.Core.StateHash().Compute(core, hash);
        var counts = core.Counts;
        journal.Append(core.Sequence, core.Now, new RunEnded(counts.MarketEvents, counts.Decisions, counts.Intents, counts.Orders, counts.Fills, ContentHash.FromBytes(hash)));
        return (Convert.ToHexStringLower(hash), cancels);
    }

    private static void Header(JournalWriter journal, LoadedStrategy strategy, CoreSettings settings, Slipstream.Runtime.Configuration.RunConfig config, Instant start)
    {
        journal.Append(0, start, new RunStarted
        {
            RunId = "by-hand",
            Mode = settings.Mode,
            StrategyId = strategy.Id,
            VersionHash = strategy.VersionHash,
            ConfigHash = config.Hash,
            ConfigJson = config.CanonicalJson,
            Parameters = [.. strategy.Parameters],
            Seed = settings.Seed,
            Universe = settings.Universe,
            StartingCash = settings.Cash,
            AccountCurrency = settings.AccountCurrency,
        });
        var source = strategy.Source!;
        journal.Append(0, start, new SnapshotStore(journal.Directory).Store($"strategy-source:{source.Kind}:{source.TypeName}", source.Name, source.Bytes.Span));
    }

    private static void Put(JournalWriter journal, TradingCore core, EffectBuffer effects, int i)
    {
        var (input, time) = (core.Sequence, core.Now);
        switch (effects.Kind(i))
        {
            case EffectKind.Decision:
                journal.Append(input, time, effects.Decision(i));
                break;
            case EffectKind.Intent:
                journal.Append(input, time, effects.Intent(i));
                break;
            case EffectKind.Refused:
                journal.Append(input, time, new IntentRefused(effects.Refused(i).Intent, effects.Refused(i).Refusal));
                break;
            case EffectKind.Send:
                journal.Append(input, time, effects.Send(i).Order);
                break;
            case EffectKind.Cancel:
                journal.Append(input, time, new CancelSent(effects.Cancel(i).Order, effects.Cancel(i).Intent));
                break;
            case EffectKind.KillSwitch:
                var move = effects.KillSwitch(i);
                journal.Append(input, time, new RiskStateChanged(move.To == KillSwitch.Off ? "killSwitch" : "halt", move.To != KillSwitch.Off, move.Observed, move.Allowed));
                break;
            default:
                throw new InvalidOperationException($"{effects.Kind(i)} without a venue");
        }
    }
}
