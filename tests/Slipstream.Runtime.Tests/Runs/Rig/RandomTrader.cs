using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>A strategy that does everything a strategy can do, by chance: each order type and time in force, brackets, cancels, replaces, timers, bare decisions.</summary>
public sealed class RandomTrader : Strategy
{
    private static readonly TimeInForce[] Lives = [TimeInForce.Gtc, TimeInForce.Gtc, TimeInForce.Ioc, TimeInForce.Fok, TimeInForce.Day];
    private int _answers;

    [Parameter("Chance of an action at an event", Min = 0, Max = 1)]
    public double Activity { get; set; } = 0.3;

    [Parameter("Largest order in lots", Min = 1, Max = 1_000_000)]
    public int MaxLots { get; set; } = 3_000;

    [Parameter("From this event on nothing is done; 0 never stops")]
    public long StopAfter { get; set; }

    [Parameter("Event at which it throws; 0 never")]
    public long FailAt { get; set; }

    [Parameter("Throws at the first fill")]
    public bool FailOnFill { get; set; }

    public long Events { get; private set; }

    public override StrategyMetadata Metadata { get; } = new("random-trader", "test", "Does everything, by chance.", ExecutionStyle.Mixed);

    public override void OnStart(StrategyContext context)
    {
        context.SetTimer(context.Now + Duration.FromSeconds(5), 1);
        context.Decide("started", "tag");
        // There is no price yet: refused.
        context.Buy(new(0), Quantity.FromUnits(1), "too early");
    }

    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        Events++;
        if (Events == FailAt)
        {
            throw new InvalidOperationException("planted");
        }

        Act(context, tick.Instrument);
    }

    public override void OnTimer(StrategyContext context, int tag)
    {
        context.Decide($"timer {tag}");
        Act(context, new((ushort)(tag % context.Universe.Count)));
        if (tag == 1)
        {
            context.SetTimer(context.Now + Duration.FromSeconds(1 + context.Random.NextBelow(7_200)), 1);
        }
    }

    public override void OnFill(StrategyContext context, in Fill fill)
    {
        if (FailOnFill)
        {
            throw new InvalidOperationException("planted");
        }

        if (context.Random.NextUniform() < 0.3)
        {
            Act(context, fill.Instrument);
        }
    }

    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update)
    {
        // Seldom, and not for ever: a refusal's answer may be refused.
        if (_answers++ % 7 == 0)
        {
            Act(context, update.Instrument);
        }
    }

    public override void OnStop(StrategyContext context)
    {
        context.Decide("stopping");
        context.Buy(new(0), Quantity.FromUnits(1), "too late");
    }

    private void Act(StrategyContext context, InstrumentId id)
    {
        var random = context.Random;
        if ((StopAfter > 0 && Events > StopAfter) || random.NextUniform() >= Activity || context.Market(id).Last is not { } last)
        {
            return;
        }

        var instrument = context.Universe[id];
        var side = random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
        var quantity = Quantity.FromRaw(instrument.LotSize.Raw * (1 + random.NextBelow(MaxLots)));
        var tif = Lives[random.NextBelow(Lives.Length)];
        switch (random.NextBelow(14))
        {
            case 0 or 1:
                context.Place(OrderRequest.Market(id, side, quantity) with { Rationale = "now", TimeInForce = random.NextBelow(2) == 0 ? tif : TimeInForce.Gtc });
                break;
            case 2 or 3:
                context.Place(OrderRequest.Limit(id, side, quantity, Near(context, instrument, last, side, passive: random.NextBelow(3) > 0)) with { TimeInForce = tif, RiskTags = ["limit", $"{tif}"] });
                break;
            case 4:
                context.Place(OrderRequest.Limit(id, side, quantity, Near(context, instrument, last, side, passive: true)) with { PostOnly = true, Urgency = Urgency.Low });
                break;
            case 5:
                context.Place(OrderRequest.Stop(id, side, quantity, Near(context, instrument, last, side, passive: false)) with { TimeInForce = tif is TimeInForce.Day ? tif : TimeInForce.Gtc });
                break;
            case 6:
                var stop = Near(context, instrument, last, side, passive: false);
                context.Place(OrderRequest.StopLimit(id, side, quantity, stop, Near(context, instrument, stop, side, passive: random.NextBelow(2) == 0)));
                break;
            case 7:
                context.Place(OrderRequest.TrailingStop(id, side, quantity, PriceMove.FromRaw(instrument.TickSize.Raw * (1 + random.NextBelow(100)))));
                break;
            case 8 or 9:
                context.Place(OrderRequest.Market(id, side, quantity) with
                {
                    Rationale = "bracket",
                    Bracket = new(
                        random.NextBelow(4) == 0 ? null : Near(context, instrument, last, side, passive: false),
                        random.NextBelow(4) == 0 ? null : Near(context, instrument, last, side, passive: true)),
                });
                break;
            case 10:
                var held = context.Position(id);
                if (!held.IsFlat)
                {
                    context.Place(OrderRequest.Market(id, held.ClosingSide, instrument.FloorToLot(held.Size)) with { ReduceOnly = true, Rationale = "close" });
                }

                break;
            case 11:
                Change(context, id, random, cancel: true);
                break;
            case 12:
                Change(context, id, random, cancel: false);
                break;
            case 13:
                var due = random.NextBelow(2) == 0 ? context.Now : context.Now + Duration.FromMillis(random.NextBelow(100_000));
                context.SetTimer(due, 2 + (int)random.NextBelow(100));
                context.Decide("waits", "a", "b");
                break;
        }
    }

    private static void Change(StrategyContext context, InstrumentId id, SeededRandom random, bool cancel)
    {
        var open = context.OpenOrders(id);
        if (open.IsEmpty)
        {
            context.Cancel(new(999_999_999), "nobody");
            return;
        }

        var target = open[(int)random.NextBelow(open.Length)];
        if (cancel)
        {
            context.Cancel(target.Id, "changed its mind");
            return;
        }

        var instrument = context.Universe[id];
        var quantity = Quantity.FromRaw(Math.Max(instrument.LotSize.Raw, target.Terms.Quantity.Raw + ((random.NextBelow(41) - 20) * instrument.LotSize.Raw)));
        Price? limit = target.Terms.LimitPrice is { } price && random.NextBelow(2) == 0 ? Price.FromRaw(price.Raw + ((random.NextBelow(21) - 10) * instrument.TickSize.Raw)) : null;
        context.Replace(target.Id, quantity, limit, "other terms");
    }

    // Some ticks off, on the passive side of the price for an order of this side, or on the other.
    private static Price Near(StrategyContext context, Instrument instrument, Price price, Side side, bool passive)
    {
        var distance = instrument.TickSize.Raw * (1 + context.Random.NextBelow(60));
        var sign = side.Sign() * (passive ? -1 : 1);
        return instrument.RoundPassive(Price.FromRaw(Math.Max(instrument.TickSize.Raw, price.Raw + (sign * distance))), side);
    }
}
