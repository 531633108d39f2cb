using System.Diagnostics;
using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Journal;
using Slipstream.Quant.Measurement;
using Slipstream.Runtime.Recording;
using Slipstream.Simulation;

namespace Slipstream.Runtime.Runs;

/// <summary>The single writer: brings market events, timers and the simulated venue's reports into one order, feeds the core, and carries its effects out.</summary>
internal sealed class EventLoop(TradingCore core, EffectBuffer effects, SimulatedVenue venue, RunRecorder recorder, RecordSink? journal, bool hasLatency, LatencyHistogram? orderLatency)
{
    private long _arrival;

    /// <summary>Takes one market event through: timers due before it, the venue's reaction, then the core's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Step(in MarketEvent e)
    {
        if (core.HasTimerBefore(e.Time))
        {
            FireTimers(e.Time);
        }

        if (hasLatency)
        {
            Travel(e.Time);
        }

        venue.AdvanceTo(e.Time);
        venue.OnMarket(in e);
        if (venue.HasReport)
        {
            DrainReports();
        }

        if (orderLatency is not null)
        {
            _arrival = Stopwatch.GetTimestamp();
        }

        core.OnMarket(in e);
        if (effects.Count != 0)
        {
            CarryOut();
            DrainReports();
        }

        recorder.OnEvent(in e);
    }

    /// <summary>Begins the run.</summary>
    public void Start(Instant time)
    {
        core.Start(time);
        CarryOut();
        DrainReports();
    }

    /// <summary>Ends the run: fires the timers of the last instant, then stops the strategy.</summary>
    public void Stop()
    {
        FireTimers(core.Now + Duration.FromNanos(1));
        core.Stop(core.Now);
        CarryOut();
        recorder.Finish();
    }

    private void FireTimers(Instant before)
    {
        while (core.HasTimerBefore(before))
        {
            var (due, tag) = core.Timers.Next!.Value;
            journal?.Append(core.Sequence + 1, due, new TimerFired(tag, due));
            core.OnTimer(due, tag);
            CarryOut();
            DrainReports();
        }
    }

    // Orders and reports on their way arrive one by one, so that the core answers each before the next.
    private void Travel(Instant until)
    {
        while (venue.NextDue is { } due && due < until)
        {
            venue.AdvanceTo(due);
            DrainReports();
        }
    }

    private void DrainReports()
    {
        while (venue.TryDequeue(out var report))
        {
            var time = report.Time > core.Now ? report.Time : core.Now;
            journal?.Append(core.Sequence + 1, time, in report);
            core.OnReport(in report, time);
            CarryOut();
        }
    }

    private void CarryOut()
    {
        if (effects.Count == 0)
        {
            return;
        }

        // Everything is written down before anything is sent.
        if (journal is not null)
        {
            EffectRecords.Write(effects, journal, core.Sequence, core.Now);
        }

        for (var i = 0; i < effects.Count; i++)
        {
            CarryOut(i);
        }

        effects.Clear();
    }

    private void CarryOut(int i)
    {
        switch (effects.Kind(i))
        {
            case EffectKind.Send:
                venue.Place(in effects.Send(i).Order, core.Now);
                if (orderLatency is not null && _arrival != 0)
                {
                    orderLatency.Record((Stopwatch.GetTimestamp() - _arrival) * (1_000_000_000 / Stopwatch.Frequency));
                    _arrival = 0;
                }

                break;
            case EffectKind.Cancel:
                venue.Cancel(effects.Cancel(i).Order, core.Now);
                break;
            case EffectKind.Replace:
                var replace = effects.Replace(i);
                venue.Replace(replace.Order, replace.Quantity, replace.LimitPrice, core.Now);
                break;
            case EffectKind.Fill:
                recorder.OnFill(in effects.Fill(i));
                break;
            case EffectKind.Refused:
                recorder.OnRefusal(effects.Refused(i).Refusal);
                break;
            default:
                break;
        }
    }
}
