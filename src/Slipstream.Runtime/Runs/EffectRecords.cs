using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;
using Slipstream.Journal;

namespace Slipstream.Runtime.Runs;

/// <summary>Writes the core's effects as records, the same way for a run that keeps them and for a replay that compares them.</summary>
internal static class EffectRecords
{
    public static void Write(EffectBuffer effects, RecordSink sink, long input, Instant time)
    {
        for (var i = 0; i < effects.Count; i++)
        {
            Write(effects, i, sink, input, time);
        }
    }

    private static void Write(EffectBuffer effects, int i, RecordSink sink, long input, Instant time)
    {
        switch (effects.Kind(i))
        {
            case EffectKind.Decision:
                sink.Append(input, time, in effects.Decision(i));
                break;
            case EffectKind.Intent:
                sink.Append(input, time, in effects.Intent(i));
                break;
            case EffectKind.Refused:
                sink.Append(input, time, new IntentRefused(effects.Refused(i).Intent, effects.Refused(i).Refusal));
                break;
            case EffectKind.Send:
                sink.Append(input, time, in effects.Send(i).Order);
                break;
            case EffectKind.Cancel:
                sink.Append(input, time, new CancelSent(effects.Cancel(i).Order, effects.Cancel(i).Intent));
                break;
            case EffectKind.Replace:
                var replace = effects.Replace(i);
                sink.Append(input, time, new ReplaceSent(replace.Order, replace.Intent, replace.Quantity, replace.LimitPrice));
                break;
            case EffectKind.Fill:
                sink.Append(input, time, in effects.Fill(i));
                break;
            case EffectKind.Anomaly:
                sink.Append(input, time, Of(effects.Anomaly(i)));
                break;
            case EffectKind.KillSwitch:
                var move = effects.KillSwitch(i);
                sink.Append(input, time, new RiskStateChanged(RuleOf(move.To), move.To != KillSwitch.Off, move.Observed, move.Allowed));
                break;
        }
    }

    private static ReportAnomaly Of(in AnomalousReport report) => new(
        report.Order,
        report.Type,
        report.Type == ExecType.Trade ? report.Fill : null,
        report.Transition switch
        {
            Transition.Duplicate => AnomalyKind.Duplicate,
            Transition.LateFill => AnomalyKind.LateFill,
            Transition.UnknownOrder => AnomalyKind.UnknownOrder,
            Transition.Overfill => AnomalyKind.Overfill,
            Transition.Applied => throw new InvalidOperationException($"A report on order {report.Order} that went as it should is no anomaly."),
        });

    private static string RuleOf(KillSwitch to) => to switch
    {
        KillSwitch.DailyLoss => "maxDailyLoss",
        KillSwitch.Halted => "halt",
        KillSwitch.Off => "killSwitch",
    };
}
