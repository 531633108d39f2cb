using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Runs a strategy and keeps what its context shows: the account after each event and at the end.</summary>
internal sealed class Spy(Strategy inner) : Strategy
{
    public Dictionary<string, Int128> Cash { get; } = [];

    public Dictionary<int, (Position Position, Price? Entry, Price? Last)> Holdings { get; } = [];

    public double FinalEquity { get; private set; }

    public List<(Instant Now, string What)> Heard { get; } = [];

    public override StrategyMetadata Metadata => inner.Metadata;

    public override void OnStart(StrategyContext context) => inner.OnStart(context);

    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        Heard.Add((context.Now, "tick"));
        inner.OnTick(context, in tick);
    }

    public override void OnTimer(StrategyContext context, int tag)
    {
        Heard.Add((context.Now, $"timer {tag}"));
        inner.OnTimer(context, tag);
    }

    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update)
    {
        Heard.Add((context.Now, $"order {update.Status}"));
        inner.OnOrderUpdate(context, in update);
    }

    public override void OnFill(StrategyContext context, in Fill fill)
    {
        Heard.Add((context.Now, "fill"));
        inner.OnFill(context, in fill);
    }

    public override void OnStop(StrategyContext context)
    {
        inner.OnStop(context);
        FinalEquity = context.Equity;
        foreach (var instrument in context.Universe.Instruments)
        {
            Cash[instrument.Quote.Code] = context.Cash(instrument.Quote).Raw;
            Cash[instrument.Base.Code] = context.Cash(instrument.Base).Raw;
        }

        for (ushort i = 0; i < context.Universe.Count; i++)
        {
            var id = new InstrumentId(i);
            Holdings[i] = (context.Position(id), context.AverageEntryPrice(id), context.Market(id).Last);
        }
    }
}
