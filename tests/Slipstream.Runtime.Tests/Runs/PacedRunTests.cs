using Slipstream.Adapters;
using Slipstream.Domain;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Runs;

/// <summary>A recording that passes at a chosen speed.</summary>
public class PacedRunTests
{
    [Fact]
    public void A_paced_dry_run_decides_as_the_backtest_did()
    {
        var data = Markets.Bars(12, 2, 2_000);
        var clock = new StepClock();
        using var paced = new PacedReader(data.Open(), 3_600, clock, CancellationToken.None);
        var dryRun = TestRun.Execute(TestStrategy.Own<RandomTrader>(), paced, TestRun.Config(Mode.DryRun)).Summary;
        var backtest = TestRun.Execute(TestStrategy.Own<RandomTrader>(), data, null).Summary;
        Assert.Equal(backtest.StateHash, dryRun.StateHash);
        Assert.Equal(backtest.NetPnl, dryRun.NetPnl);

        // An hour a second: 1,000 bars of each symbol take at least 999 s of the clock.
        Assert.True(clock.Elapsed.TotalSeconds >= 999, $"{clock.Elapsed}");
    }

    [Fact]
    public void No_event_passes_before_its_time()
    {
        var data = Markets.Closes(Markets.Start, 10, 1, 2, 3, 4, 5);
        var clock = new StepClock { Step = TimeSpan.FromMilliseconds(1_500) };
        using var paced = new PacedReader(data.Open(), 10, clock, CancellationToken.None);
        var block = new MarketEvent[16];
        var read = 0;
        while (paced.Read(block) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                Assert.True(clock.Elapsed.TotalSeconds >= read++, $"event {read} at {clock.Elapsed}");
            }
        }

        Assert.Equal(5, read);
    }

    [Fact]
    public void Cancelling_ends_the_stream()
    {
        using var cancel = new CancellationTokenSource();
        using var paced = new PacedReader(Markets.Closes(Markets.Start, 86_400, 1, 2).Open(), 1, TimeProvider.System, cancel.Token);
        var block = new MarketEvent[16];
        Assert.Equal(1, paced.Read(block));
        cancel.CancelAfter(20);
        Assert.Equal(0, paced.Read(block));
    }

    /// <summary>A clock that moves on each time it is looked at.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _ticks;

        public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(5);

        public TimeSpan Elapsed => TimeSpan.FromTicks(Volatile.Read(ref _ticks));

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Add(ref _ticks, Step.Ticks) - Step.Ticks;
    }
}
