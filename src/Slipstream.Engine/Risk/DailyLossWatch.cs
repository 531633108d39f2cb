using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Core;

namespace Slipstream.Engine.Risk;

/// <summary>Stops new risk when the UTC day's loss reaches its limit, and allows it again when the day ends.</summary>
internal sealed class DailyLossWatch(double? limit, Account account, RiskGate gate, IntentDesk desk)
{
    private long _dayEnd = long.MinValue;
    private double _equityAtStart;

    public bool IsSet => limit is not null;

    public void Check(Instant now)
    {
        var equity = account.Equity();
        if (double.IsNaN(equity))
        {
            return;
        }

        if (now.UnixNanos >= _dayEnd)
        {
            _dayEnd = (now.DayNumber + 1) * Duration.NanosPerDay;
            _equityAtStart = equity;
            if (gate.KillSwitch == KillSwitch.DailyLoss)
            {
                desk.Lift("a new UTC day");
            }
        }

        var loss = _equityAtStart - equity;
        if (loss >= limit && gate.KillSwitch == KillSwitch.Off)
        {
            desk.Halt(KillSwitch.DailyLoss, $"loss of {loss:N2} {account.Currency} since 00:00 UTC", $"{limit:N2} {account.Currency}");
        }
    }
}
