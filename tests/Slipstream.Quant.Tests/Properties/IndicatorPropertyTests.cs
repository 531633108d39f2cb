using FsCheck;
using FsCheck.Fluent;
using Slipstream.Quant.Indicators;
using Slipstream.Quant.Tests.Golden;
using Slipstream.Quant.Tests.Indicators;

namespace Slipstream.Quant.Tests.Properties;

public sealed class IndicatorPropertyTests
{
    public static TheoryData<string> Names => Subjects.Names;

    public static TheoryData<string> WindowedNames => Subjects.WindowedNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Ready_after_exactly_the_warm_up_and_never_NaN_from_then_on(string name) =>
        Check(name, (subject, bars) =>
        {
            IIndicator indicator = subject.Create();
            bool right = !indicator.IsReady && subject.Read(indicator).All(double.IsNaN);
            for (int t = 0; t < bars.Length; t++)
            {
                subject.Update(indicator, bars[t]);
                bool ready = t + 1 >= indicator.WarmUp;
                right &= indicator.IsReady == ready;
                right &= subject.Read(indicator).Append(indicator.Value).All(x => ready ? double.IsFinite(x) : double.IsNaN(x));
            }

            return right;
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void After_a_reset_it_equals_a_new_one(string name) =>
        Check(name, (subject, bars) =>
        {
            IIndicator used = subject.After(bars);
            used.Reset();
            bool right = !used.IsReady && subject.Read(used).All(double.IsNaN);
            IIndicator fresh = subject.Create();
            foreach (Bar bar in bars.Reverse())
            {
                subject.Update(used, bar);
                subject.Update(fresh, bar);
                right &= subject.Read(used).SequenceEqual(subject.Read(fresh));
            }

            return right;
        });

    [Theory]
    [MemberData(nameof(WindowedNames))]
    public void Streaming_equals_recomputation_from_the_window(string name) =>
        Check(name, (subject, bars) =>
        {
            IIndicator streaming = subject.After(bars);
            IIndicator recomputed = subject.After(bars[^streaming.WarmUp..]);
            return subject.Read(recomputed).Zip(subject.Read(streaming)).All(pair => Approximately.Equal(pair.First, pair.Second, 1e-9));
        });

    [Theory]
    [MemberData(nameof(WindowedNames))]
    public void An_outlier_that_has_left_the_window_leaves_nothing_behind(string name) =>
        Check(name, (subject, bars) =>
        {
            bars[100] = new Bar(1e15, 1e15, 1e15, 1e15, 1e15);
            IIndicator streaming = subject.After(bars);
            IIndicator recomputed = subject.After(bars[^streaming.WarmUp..]);
            return subject.Read(recomputed).Zip(subject.Read(streaming)).All(pair => Approximately.Equal(pair.First, pair.Second, 1e-9));
        });

    [Theory]
    [MemberData(nameof(Names))]
    public void Updating_allocates_nothing(string name)
    {
        Subject subject = Subjects.Named(name);
        Bar[] bars = Walk([3, -1, 4, -1, 5], 1);
        IIndicator indicator = subject.After(bars);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int t = 0; t < bars.Length; t++)
        {
            subject.Update(indicator, bars[t]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Check(string name, Func<Subject, Bar[], bool> holds)
    {
        Subject subject = Subjects.Named(name);
        Prop.ForAll<int[], int>((steps, start) => holds(subject, Walk(steps, start)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    /// <summary>260 bars on a grid of 1/8 with ties, flat stretches and untraded bars; the steps repeat out of phase with themselves.</summary>
    private static Bar[] Walk(int[] steps, int start)
    {
        var bars = new Bar[260];
        double close = 50 + Math.Abs(start % 1000);
        for (int t = 0; t < bars.Length; t++)
        {
            int step = steps.Length == 0 ? 0 : steps[(t + t / steps.Length * 3) % steps.Length];
            close = Math.Max(1, close + step % 16 / 8.0);
            double range = Math.Abs(step % 5) / 8.0;
            bars[t] = new Bar(close + range, close - range / 2, close, Math.Abs(step % 7), 2 * close + step % 3);
        }

        return bars;
    }
}
