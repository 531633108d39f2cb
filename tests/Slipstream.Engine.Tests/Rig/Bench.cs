using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Orders;
using Slipstream.Engine.Risk;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>A core, a scripted strategy, and all effects so far. A test plays the venue by hand, or has a <see cref="TinyVenue"/> do it.</summary>
internal sealed class Bench
{
    private readonly EffectBuffer _effects = new();
    private readonly bool _keepInBuffer;
    private long _fills;

    public Bench(CoreSettings settings, bool keepInBuffer = false)
    {
        _keepInBuffer = keepInBuffer;
        Core = new TradingCore(settings, Strategy, _effects);
        Now = Some.Morning;
    }

    public Bench(params Instrument[] instruments)
        : this(Some.Settings(instruments))
    {
    }

    public Scripted Strategy { get; } = new();

    public TradingCore Core { get; }

    public EffectBuffer Buffer => _effects;

    public TinyVenue? Venue { get; set; }

    public Instant Now { get; set; }

    public List<Decision> Decisions { get; } = [];

    public List<Intent> Intents { get; } = [];

    public List<RefusedIntent> Refusals { get; } = [];

    public List<Order> Sends { get; } = [];

    public List<CancelOrder> Cancels { get; } = [];

    public List<ReplaceOrder> Replaces { get; } = [];

    public List<Fill> Fills { get; } = [];

    public List<AnomalousReport> Anomalies { get; } = [];

    public List<KillSwitchMove> Switches { get; } = [];

    /// <summary>All effects as text, in order.</summary>
    public List<string> Log { get; } = [];

    public Refusal LastRefusal => Refusals[^1].Refusal;

    public long Position(int instrument = 0) => Core.Account.Holding(new((ushort)instrument)).Position.Raw;

    public OpenOrderList Open(int instrument = 0) => Core.Orders.Open(new((ushort)instrument));

    public OrdStatus Status(long order) => Core.Orders.Find(new(order))!.Status;

    public string Hash()
    {
        Span<byte> hash = stackalloc byte[StateHash.Length];
        new StateHash().Compute(Core, hash);
        return Convert.ToHexString(hash);
    }

    public Bench Started()
    {
        Core.Start(Now);
        Take();
        return this;
    }

    /// <summary>A bar whose prices are all one, a minute after the last.</summary>
    public void Price(string price, int instrument = 0)
    {
        Now += Duration.FromSeconds(60);
        Feed(Some.Bar(new((ushort)instrument), Now, Some.Px(price)));
    }

    public void Feed(in MarketEvent e)
    {
        Now = e.Time > Now ? e.Time : Now;
        Core.OnMarket(in e);
        Take();
        Venue?.Move(e.Instrument, e.Last);
        Venue?.Work();
    }

    /// <summary>Has the strategy act on one more tick at the last price.</summary>
    public void Act(Action<StrategyContext> action, int instrument = 0)
    {
        Strategy.Next = action;
        var last = Core.Board.Last(new((ushort)instrument)) ?? Some.Px("100");
        Price(last.ToString(), instrument);
    }

    /// <summary>Has the strategy place an order.</summary>
    /// <returns>Its number.</returns>
    public long Place(OrderRequest request)
    {
        long id = 0;
        Act(c => id = c.Place(in request).Value, request.Instrument.Index);
        return id;
    }

    /// <summary>Has the strategy place an order, and the venue fill it whole.</summary>
    public long Hold(Side side, string quantity, string price = "100", int instrument = 0)
    {
        var id = Place(OrderRequest.Market(new((ushort)instrument), side, Some.Qty(quantity)));
        Fill(id, quantity, price);
        return id;
    }

    public void Report(ExecutionReport report)
    {
        Core.OnReport(in report, Now);
        Take();
    }

    public void Report(ExecType type, long order) => Report(Some.Report(type, order));

    public void Fill(long order, string quantity, string price = "100", Money? fee = null) =>
        Report(Some.Trade(order, ++_fills, Some.Qty(quantity), Some.Px(price), fee));

    public void FireTimer()
    {
        var due = Core.Timers.NextDue!.Value;
        Now = due > Now ? due : Now;
        Core.OnTimer(due, Core.Timers.Next!.Value.Tag);
        Take();
    }

    public void Halt()
    {
        Core.Halt(Now, "test");
        Take();
        Venue?.Work();
    }

    public void Resume()
    {
        Core.Resume(Now, "test");
        Take();
    }

    public void Stop()
    {
        Core.Stop(Now);
        Take();
    }

    public void Take()
    {
        if (_keepInBuffer)
        {
            return;
        }

        for (var i = 0; i < _effects.Count; i++)
        {
            Log.Add(Describe(i));
        }

        _effects.Clear();
    }

    private string Describe(int i) => _effects.Kind(i) switch
    {
        EffectKind.Decision => Kept(Decisions, _effects.Decision(i)),
        EffectKind.Intent => Kept(Intents, _effects.Intent(i)),
        EffectKind.Refused => Kept(Refusals, _effects.Refused(i)),
        EffectKind.Send => Kept(Sends, Sent(_effects.Send(i))),
        EffectKind.Cancel => Kept(Cancels, _effects.Cancel(i)),
        EffectKind.Replace => Kept(Replaces, _effects.Replace(i)),
        EffectKind.Fill => Kept(Fills, _effects.Fill(i)),
        EffectKind.Anomaly => Kept(Anomalies, _effects.Anomaly(i)),
        EffectKind.KillSwitch => Kept(Switches, _effects.KillSwitch(i)),
    };

    private Order Sent(ApprovedOrder approved)
    {
        Venue?.Arrive(in approved.Order);
        return approved.Order;
    }

    private string Kept<T>(List<T> list, T effect)
        where T : struct
    {
        list.Add(effect);
        switch (effect)
        {
            case CancelOrder cancel:
                Venue?.Arrive(cancel);
                break;
            case ReplaceOrder replace:
                Venue?.Arrive(replace);
                break;
        }

        return effect.ToString()!;
    }
}
