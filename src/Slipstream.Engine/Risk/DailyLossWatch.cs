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
    private long _dayEnd = long.MinValue;
    private double _equityAtStart = double.NaN;
    private double _equityLast = double.NaN;

    public bool IsSet => limit is not null;

    public void Check(Instant now)
    {
        var equity = account.Equity();
        if (double.IsNaN(equity))
        {
            return;
        }

        if (now.UnixNanos > _dayEnd)
        {
            _dayEnd = (Instant.FromUnixNanos(now.UnixNanos - 1).DayNumber + 1) * Duration.NanosPerDay;
            _equityAtStart = double.IsNaN(_equityLast) ? equity : _equityLast;
            if (gate.KillSwitch == KillSwitch.DailyLoss)
            {
                desk.Lift("a new UTC day");
            }
        }

        _equityLast = equity;
        var loss = _equityAtStart - equity;
        if (loss >= limit && gate.KillSwitch == KillSwitch.Off)
        {
            desk.Halt(KillSwitch.DailyLoss, $"loss of {loss:N2} {account.Currency} since 00:00 UTC", $"{limit:N2} {account.Currency}");
        }
    }
}
