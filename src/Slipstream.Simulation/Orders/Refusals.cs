namespace Slipstream.Simulation;

// Reasons without numbers of their own, made once.
internal static class Refusals
{
    public static readonly Refusal UnknownOrder = new(FaultCode.OrderRejected, "openOrder", "an order the venue never saw", "an open order");
    public static readonly Refusal EndedOrder = new(FaultCode.OrderRejected, "openOrder", "an order that has ended", "an open order");
    public static readonly Refusal ImmediateOver = new(FaultCode.OrderRejected, "immediateOrCancel", "not all filled at once", "what fills at once");
    public static readonly Refusal NotAllAtOnce = new(FaultCode.OrderRejected, "fillOrKill", "not enough to fill all", "all at once or nothing");
    public static readonly Refusal DayOver = new(FaultCode.OrderRejected, "day", "the session ended", "until the session's end");

    public static Refusal PostOnly(long limit, long? opposite) => new(
        FaultCode.OrderRejected,
        "postOnly",
        $"limit {Grid.Format(limit)} trades at once",
        opposite is { } price ? $"a limit that rests against {Grid.Format(price)}" : "a limit that rests");

    public static Refusal ReduceOnly(SimOrder order) => new(
        FaultCode.OrderRejected,
        "reduceOnly",
        $"{order.Side} {Grid.Format(order.Leaves)} at position {Grid.Format(order.Market.Net)}",
        "at most what closes the position");

    // Why an order ended by its time in force.
    public static Refusal OfTimeInForce(TimeInForce timeInForce) => timeInForce switch
    {
        TimeInForce.Ioc => ImmediateOver,
        TimeInForce.Fok => NotAllAtOnce,
        TimeInForce.Day or TimeInForce.Gtc => DayOver,
    };
}
