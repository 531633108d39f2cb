namespace Slipstream.Simulation;

// Fills the open orders of an instrument. Between events it keeps nothing: what it knows lies in the market and in the orders.
internal abstract class Matcher(Executions executions)
{
    protected Executions Executions { get; } = executions;

    // Coarsest 0: events of a finer kind make a finer matcher take over.
    public abstract int Fineness { get; }

    // How long after its end a session's last event may still come: a bar is told at its end.
    public abstract long ExpiryGraceNanos(InstrumentMarket market);

    // The price that a limit order arriving now must not reach if it is to rest; null where nothing is known.
    public abstract long? OppositePrice(InstrumentMarket market, Side side);

    // An order was accepted, or replaced by terms that count as new: fill what fills at once.
    public abstract void OnArrival(SimOrder order);

    public abstract void OnMarket(InstrumentMarket market, in MarketEvent e);

    // Base units as a raw quantity in whole lots; infinite is all there is.
    public static long Lots(double size, Instrument instrument)
    {
        var raw = size * Grid.UnitsPerOne;
        if (!(raw > 0))
        {
            return 0;
        }

        if (raw >= long.MaxValue)
        {
            return long.MaxValue;
        }

        // A size that was read from decimals may be a hair below its grid value.
        var whole = (long)(raw + 0.5);
        return whole - (whole % instrument.LotSize.Raw);
    }

    // An order of this many base units that would fill this much at once: how much it gets.
    protected static long Allowed(SimOrder order, long available) =>
        order.TimeInForce == TimeInForce.Fok && available < order.Fillable ? 0 : Math.Min(order.Fillable, available);
}
