namespace Slipstream.Simulation;

internal sealed class BookMatcher(Executions executions, QueueModel queueModel, bool readsDepth) : Matcher(executions)
{
    private readonly QueueModel _queueModel = queueModel;
    public override int Fineness => readsDepth ? 2 : 1;
    public override long ExpiryGraceNanos(InstrumentMarket market) => 0;
    public override long? OppositePrice(InstrumentMarket market, Side side) => market.SideOf(side.Opposite()).BestPrice ?? market.Last;
    public override void OnArrival(SimOrder order) => _ = _queueModel;
    public override void OnMarket(InstrumentMarket market, in MarketEvent e) => market.Last = e.Last.Raw;
}
