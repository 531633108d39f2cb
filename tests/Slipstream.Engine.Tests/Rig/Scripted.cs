using Slipstream.Domain;

namespace Slipstream.Engine.Tests.Rig;

/// <summary>A strategy whose callbacks a test writes; it keeps what it was told.</summary>
internal sealed class Scripted : Strategy
{
    public delegate void TickHandler(StrategyContext context, in MarketEvent tick);

    public delegate void UpdateHandler(StrategyContext context, in OrderUpdate update);

    public delegate void FillHandler(StrategyContext context, in Fill fill);

    public Action<StrategyContext>? Start { get; set; }

    public TickHandler? Tick { get; set; }

    public Action<StrategyContext, int>? Timer { get; set; }

    public UpdateHandler? Update { get; set; }

    public FillHandler? Filled { get; set; }

    public Action<StrategyContext>? Stop { get; set; }

    /// <summary>What a test wants done at the next tick.</summary>
    public Action<StrategyContext>? Next { get; set; }

    public List<string> Calls { get; } = [];

    public List<OrderUpdate> Updates { get; } = [];

    public List<Fill> Fills { get; } = [];

    public override StrategyMetadata Metadata { get; } = new("scripted", "test", "Does what a test says.", ExecutionStyle.Mixed);

    public override void OnStart(StrategyContext context)
    {
        Calls.Add("start");
        Start?.Invoke(context);
    }

    public override void OnTick(StrategyContext context, in MarketEvent tick)
    {
        Calls.Add("tick");
        Tick?.Invoke(context, in tick);
        var next = Next;
        Next = null;
        next?.Invoke(context);
    }

    public override void OnTimer(StrategyContext context, int tag)
    {
        Calls.Add($"timer {tag}");
        Timer?.Invoke(context, tag);
    }

    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update)
    {
        Calls.Add($"order {update.Order} {update.Status}");
        Updates.Add(update);
        Update?.Invoke(context, in update);
    }

    public override void OnFill(StrategyContext context, in Fill fill)
    {
        Calls.Add($"fill {fill.Id}");
        Fills.Add(fill);
        Filled?.Invoke(context, in fill);
    }

    public override void OnStop(StrategyContext context)
    {
        Calls.Add("stop");
        Stop?.Invoke(context);
    }
}
