using Slipstream.Domain;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>A strategy that does anything at all at any time, by the run's own random source.</summary>
internal sealed class Restless : Strategy
{
    public override StrategyMetadata Metadata { get; } = new("restless", "test", "Does anything.", ExecutionStyle.Mixed);

    public override void OnTick(StrategyContext context, in MarketEvent tick) => Act(context, tick.Instrument, 2);

    public override void OnFill(StrategyContext context, in Fill fill) => Act(context, fill.Instrument, 6);

    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update) => Act(context, update.Instrument, 8);

    public override void OnTimer(StrategyContext context, int tag) => Act(context, new((ushort)tag), 1);

    private static void Act(StrategyContext context, InstrumentId instrument, int oneIn)
    {
        var random = context.Random;
        if (random.NextBelow(oneIn) != 0)
        {
            return;
        }

        var open = context.OpenOrders(instrument);
        var size = Quantity.FromUnits(1 + random.NextBelow(12));
        var side = random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
        switch (random.NextBelow(9))
        {
            case 0 when open.Length > 0:
                context.Cancel(open[(int)random.NextBelow(open.Length)].Id);
                break;
            case 1 when open.Length > 0:
                context.Replace(open[(int)random.NextBelow(open.Length)].Id, size, random.NextBelow(2) == 0 ? PriceNear(random) : null);
                break;
            case 2:
                context.MoveTo(instrument, Position.FromRaw((random.NextBelow(25) - 12) * Grid.UnitsPerOne), "target");
                break;
            case 3:
                context.SetTimer(context.Now + Duration.FromSeconds(random.NextBelow(200)), instrument.Index);
                break;
            case 4:
                context.Place(OrderRequest.Limit(instrument, side, size, PriceNear(random)) with { ReduceOnly = true });
                break;
            case 5:
                var near = PriceNear(random);
                var (profit, stop) = side == Side.Buy ? ("120", "80") : ("80", "120");
                context.Place(OrderRequest.Limit(instrument, side, size, near) with { Bracket = new(Some.Px(profit), Some.Px(stop)), Rationale = "bracket" });
                break;
            case 6:
                context.Place(OrderRequest.Stop(instrument, side, size, PriceNear(random)));
                break;
            default:
                context.Place(OrderRequest.Limit(instrument, side, size, PriceNear(random)));
                break;
        }
    }

    private static Price PriceNear(SeededRandom random) => Price.FromRaw((90 + random.NextBelow(21)) * Grid.UnitsPerOne);
}
