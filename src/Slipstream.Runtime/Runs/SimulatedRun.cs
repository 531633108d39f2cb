using System.Diagnostics;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Journal;
using Slipstream.Runtime.Measurement;
using Slipstream.Runtime.Recording;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.StrategyLoading;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Runs;

/// <summary>A run against the simulated venue: BACKTEST and DRY_RUN. They differ only in where the market data come from and how fast.</summary>
public static class SimulatedRun
{
    // Keeps the venue's chance apart from the strategy's, which has the seed itself.
    private const ulong VenueSeed = 0x5349_4D5F_5645_4E55;

    /// <summary>Runs to the end of the data, or until cancelled; a cancelled run is stopped in order and its journal closed.</summary>
    /// <exception cref="Configuration.ConfigException">The configuration does not fit the data.</exception>
    public static RunResult Execute(RunPlan plan, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        var config = plan.Config;
        var settings = CoreFactory.Settings(config, plan.Data.Universe);
        var directory = config.Text("journal.directory");
        var durability = config.Text("journal.durability") == "fsync" ? Durability.Fsync : Durability.Buffered;
        var tape = directory is not null && config.Flag("journal.keepInputs") ? JournalLayout.Tape(directory, 1) : null;
        using var feed = new BlockFeed(plan.Data, tape, new TimeWindow(config.Time("from"), config.Time("to")), durability == Durability.Fsync, wholeBlocks: config.Mode == Mode.Backtest, cancellation);
        feed.Start();
        var first = feed.Take();
        using var journal = directory is null ? null : JournalWriter.Create(directory, new JournalOptions { Durability = durability });
        var effects = new EffectBuffer();
        var core = new TradingCore(settings, plan.Strategy.Strategy, effects);
        var seed = settings.Seed ^ VenueSeed;
        var model = ExecutionModelFactory.From(config);
        var venue = new SimulatedVenue(settings.Universe, model, new SeededRandom(seed));
        var recorder = new RunRecorder(core, settings.Cash[0].ToDouble());
        var loop = new EventLoop(core, effects, venue, recorder, journal, model.Latency is not NoLatency, plan.Measurements?.DecisionToOrder);
        var pass = new Pass(plan, settings, core, loop, feed, journal, cancellation);
        pass.Run(first);
        return ResultOf(plan, settings, core, recorder, pass, feed.Hash(), directory, clock.Elapsed);
    }

    private static RunResult ResultOf(RunPlan plan, CoreSettings settings, TradingCore core, RunRecorder recorder, Pass pass, string datasetHash, string? directory, TimeSpan elapsed)
    {
        var days = recorder.Days();
        var startingCash = settings.Cash[0].ToDouble();
        var fees = recorder.Fees;
        var netPnl = recorder.FinalEquity - startingCash;
        var periods = settings.Universe.Instruments.ToArray().All(i => i.Session.TradesAtWeekends) ? 365 : 252;
        var summary = new RunSummary
        {
            RunId = pass.RunId,
            Mode = settings.Mode.Text(),
            Strategy = plan.Strategy.Id,
            Parameters = plan.Strategy.Parameters,
            VersionHash = plan.Strategy.VersionHash,
            ConfigHash = plan.Config.Hash,
            DatasetHash = datasetHash,
            From = recorder.First?.ToString(),
            To = recorder.Last?.ToString(),
            Currency = settings.AccountCurrency.Code,
            StartingCash = startingCash,
            Events = core.Counts.MarketEvents,
            Decisions = core.Counts.Decisions,
            Intents = core.Counts.Intents,
            Refusals = core.Counts.Refusals,
            Orders = core.Counts.Orders,
            Fills = core.Counts.Fills,
            FinalEquity = recorder.FinalEquity,
            NetPnl = netPnl,
            GrossPnl = netPnl + fees,
            Fees = fees,
            Funding = recorder.Funding,
            Costs = recorder.Costs(),
            SharpeAnnual = DailyReturns.Sharpe(days, startingCash, periods),
            PeriodsPerYear = periods,
            MaxDrawdown = recorder.MaxDrawdown,
            StateHash = pass.FinalState.ToString(),
            Journal = directory,
            EventsPerSecond = core.Counts.MarketEvents / Math.Max(pass.CoreTime.TotalSeconds, 1e-9),
            ElapsedMs = elapsed.TotalMilliseconds,
        };
        return new(summary, days, recorder.Equity, recorder.Charts(), recorder.Refusals, [.. plan.Notes, .. plan.Config.Overrides, .. recorder.Gaps()]);
    }

    /// <summary>The way through the data.</summary>
    private sealed class Pass(RunPlan plan, CoreSettings settings, TradingCore core, EventLoop loop, BlockFeed feed, JournalWriter? journal, CancellationToken cancellation)
    {
        private const int EventsPerStateHash = 8192;
        private readonly Engine.Core.StateHash _hasher = new();
        private readonly string _tapeFile = Path.GetFileName(JournalLayout.Tape("", 1));
        private long _ticks;
        private long? _processorNanos = 0;

        public string RunId { get; private set; } = "";

        public ContentHash FinalState { get; private set; }

        public TimeSpan CoreTime => Stopwatch.GetElapsedTime(0, _ticks);

        public void Run(FeedBlock? first)
        {
            Begin(first);
            for (var block = first; block is not null; block = feed.Take())
            {
                Work(block);
                feed.Return(block);
                plan.Progress?.Invoke(new(core.Counts.MarketEvents, core.Now, plan.Fraction?.Invoke()));
                if (cancellation.IsCancellationRequested)
                {
                    feed.Stop();
                    break;
                }
            }

            End();
        }

        private void Begin(FeedBlock? first)
        {
            var events = first is null ? [] : first.Events.AsSpan(0, first.Count);
            var time = first is null ? default : events[0].Time;
            // How many events a live feed's first block holds is chance.
            RunId = RunIdentity.Of(plan.Config, plan.Strategy, settings.Mode == Mode.Backtest || first is null ? events : events[..1]);
            if (journal is not null)
            {
                RunHeader.Write(journal, plan, settings, RunId, time);
            }

            loop.Start(time);
        }

        private void Work(FeedBlock block)
        {
            if (block.Sealed is { } sealedBlock)
            {
                journal?.Append(core.Sequence, core.Now, new TapeBlock(_tapeFile, sealedBlock.Index, sealedBlock.Count, core.Sequence + 1, sealedBlock.Hash));
            }

            var processor = plan.Measurements is null ? null : ThreadProcessorClock.Nanos();
            var begin = Stopwatch.GetTimestamp();
            for (var events = block.Events.AsSpan(0, block.Count); !events.IsEmpty;)
            {
                // Hashed at the same events, however the data came in parts.
                var done = (int)(core.Counts.MarketEvents % EventsPerStateHash);
                if (done == 0)
                {
                    journal?.Append(core.Sequence, core.Now, new Journal.StateHash(State()));
                }

                var part = events[..Math.Min(events.Length, EventsPerStateHash - done)];
                foreach (ref readonly var e in part)
                {
                    loop.Step(in e);
                }

                events = events[part.Length..];
            }

            _ticks += Stopwatch.GetTimestamp() - begin;
            _processorNanos += plan.Measurements is null ? null : ThreadProcessorClock.Nanos() - processor;
            if (settings.Mode != Mode.Backtest)
            {
                journal?.Commit();
            }
        }

        private void End()
        {
            loop.Stop();
            if (plan.Measurements is { } measurements)
            {
                measurements.CoreProcessorTime = _processorNanos is { } nanos ? TimeSpan.FromMicroseconds(nanos / 1000.0) : null;
            }

            FinalState = State();
            var counts = core.Counts;
            journal?.Append(core.Sequence, core.Now, new RunEnded(counts.MarketEvents, counts.Decisions, counts.Intents, counts.Orders, counts.Fills, FinalState));
            journal?.Commit();
        }

        private ContentHash State()
        {
            Span<byte> hash = stackalloc byte[Engine.Core.StateHash.Length];
            _hasher.Compute(core, hash);
            return ContentHash.FromBytes(hash);
        }
    }
}
