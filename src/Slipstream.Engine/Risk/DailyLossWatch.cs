using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Core;

namespace Slipstream.Engine.Risk;

/// <summary>Stops new risk when the UTC day's loss reaches its limit, and allows it again when the day ends.</summary>
/// <remarks>
/// What happens at 00:00:00 sharp belongs to the day that ends: a bar that ends then tells of it. The day's loss is counted from
/// the last equity of the day before, so that a gap over midnight counts, and so does each of a run of daily bars.
/// </remarks>
internal sealed class DailyLossWatch(double? limit, Account account, RiskGate gate, IntentDesk desk)
{
    public bool IsSet => limit is not null;

    /// <summary>When the day in hand ends, Unix nanoseconds; <see cref="long.MinValue"/> before the first.</summary>
    public long DayEnd { get; private set; } = long.MinValue;

    /// <summary>Equity that the day's loss is counted from; NaN before the first day.</summary>
    public double EquityAtStart { get; private set; } = double.NaN;

    /// <summary>Equity as last seen; NaN before the first.</summary>
    public double EquityLast { get; private set; } = double.NaN;

    public void Check(Instant now)
    {
        var equity = account.Equity();
        if (double.IsNaN(equity))
        {
            return;
        }

        if (now.UnixNanos > DayEnd)
        {
            DayEnd = (Instant.FromUnixNanos(now.UnixNanos - 1).DayNumber + 1) * Duration.NanosPerDay;
            EquityAtStart = double.IsNaN(EquityLast) ? equity : EquityLast;
            if (gate.KillSwitch == KillSwitch.DailyLoss)
            {
                desk.Lift("a new UTC day");
            }
        }

        EquityLast = equity;
        var loss = EquityAtStart - equity;
        if (loss >= limit && gate.KillSwitch == KillSwitch.Off)
        {
            desk.Halt(KillSwitch.DailyLoss, $"loss of {loss:N2} {account.Currency} since 00:00 UTC", $"{limit:N2} {account.Currency}");
        }
    }
}
