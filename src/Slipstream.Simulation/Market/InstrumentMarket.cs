namespace Slipstream.Simulation;

// What the venue knows of one instrument: its market as last seen and the open orders, oldest first.
internal sealed class InstrumentMarket(Instrument instrument, Matcher matcher)
{
    private SimOrder[] _orders = new SimOrder[4];

    public readonly Instrument Instrument = instrument;
    public Matcher Matcher = matcher;

    // Raw price, and when the last bar ended in Unix nanoseconds; long.MinValue before the first.
    public long? Last;
    public long BarEnd = long.MinValue;
    public long StepNanos;

    // Has the source shown a volume, or a quote's size, above zero? If never, it has none, and zero means unknown.
    public bool HasVolume;
    public bool HasSizes;

    // Is a snapshot of the book under way, so that a level's absence means nothing yet?
    public bool IsSnapshot;

    // The venue's own count of what its fills add up to; raw, long is positive.
    public long Net;

    // Has an order ended that is still in the list?
    public bool HasEnded;

    public MarketActivity Activity;
    public readonly BookSide Bids = new(Side.Buy);
    public readonly BookSide Asks = new(Side.Sell);

    public int OrderCount { get; private set; }

    public ReadOnlySpan<SimOrder> Orders => _orders.AsSpan(0, OrderCount);

    public BookSide SideOf(Side side) => side == Side.Buy ? Bids : Asks;

    // Middle of bid and ask; the last price where there is no quote.
    public long? Mid => Bids.BestPrice is { } bid && Asks.BestPrice is { } ask ? Grid.Middle(bid, ask) : Last;

    // How much a trade of this side could take off the position.
    public long ReducibleBy(Side side) => Math.Max(0, side == Side.Buy ? -Net : Net);

    public long QuotedSpread => Bids.BestPrice is { } bid && Asks.BestPrice is { } ask ? Math.Max(0, ask - bid) : 0;

    public void Add(SimOrder order)
    {
        if (OrderCount == _orders.Length)
        {
            Array.Resize(ref _orders, _orders.Length * 2);
        }

        _orders[OrderCount++] = order;
    }

    public void MoveToEnd(SimOrder order)
    {
        var index = Array.IndexOf(_orders, order, 0, OrderCount);
        Array.Copy(_orders, index + 1, _orders, index, OrderCount - index - 1);
        _orders[OrderCount - 1] = order;
    }

    // Takes ended orders out and hands them back.
    public void RemoveEnded(OrderTable table)
    {
        var kept = 0;
        for (var i = 0; i < OrderCount; i++)
        {
            var order = _orders[i];
            if (order.IsOpen)
            {
                _orders[kept++] = order;
            }
            else
            {
                table.End(order);
            }
        }

        Array.Clear(_orders, kept, OrderCount - kept);
        OrderCount = kept;
        HasEnded = false;
    }
}
