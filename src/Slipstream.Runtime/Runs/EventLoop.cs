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
        if (hasLatency || core.HasTimerBefore(e.Time) || core.Orders.OpenCount != 0)
        {
            TakeDue(e.Time);
        }

        recorder.BeforeEvent(in e);
        venue.AdvanceTo(e.Time);
        venue.OnMarket(in e);
        if (venue.HasReport)
        {
            DrainReports(e.Time);
        }

        if (orderLatency is not null)
        {
            _arrival = Stopwatch.GetTimestamp();
        }

        core.OnMarket(in e);
        if (effects.Count != 0)
        {
            CarryOut();
            DrainReports(core.Now);
        }

        recorder.OnEvent(in e);
    }

    /// <summary>Begins the run.</summary>
    public void Start(Instant time)
    {
        core.Start(time);
        CarryOut();
        DrainReports(core.Now);
    }

    /// <summary>Ends the run: fires the timers of the last instant, then stops the strategy.</summary>
    public void Stop()
    {
        TakeDue(core.Now + Duration.FromNanos(1));
        core.Stop(core.Now);
        CarryOut();
        recorder.Finish();
    }

    // Timers, arrivals of orders and reports, and expiries in the order of their times, so that the core answers each before the
    // next. A timer comes after all else of its instant.
    private void TakeDue(Instant until)
    {
        while (true)
        {
            var due = venue.NextDue is { } arrival && arrival < until ? arrival : until;
            if (core.HasTimerBefore(due))
            {
                FireTimer();
            }
            else if (due < until)
            {
                venue.AdvanceTo(due);
                DrainReports(due);
            }
            else
            {
                return;
            }
        }
    }

    private void FireTimer()
    {
        var (due, tag) = core.Timers.Next!.Value;
        journal?.Append(core.Sequence + 1, due, new TimerFired(tag, due));
        core.OnTimer(due, tag);
        CarryOut();
        DrainReports(core.Now);
    }

    // A report carries the venue's time; the core hears of it when it is delivered.
    private void DrainReports(Instant delivered)
    {
        while (venue.TryDequeue(out var report))
        {
            var time = delivered > core.Now ? delivered : core.Now;
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
