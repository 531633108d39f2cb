using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>A strategy of a test's own lines.</summary>
internal sealed class Script : Strategy
{
    private int _events;

    /// <summary>Gets each event and its number, from 1.</summary>
    public Action<StrategyContext, MarketEvent, int>? OnEvent { get; init; }

    public Action<StrategyContext, int>? OnDue { get; init; }

    public Action<StrategyContext, OrderUpdate>? OnUpdate { get; init; }

    public override StrategyMetadata Metadata { get; } = new("script", "test", "A test's own.", ExecutionStyle.Mixed);

    public override void OnTick(StrategyContext context, in MarketEvent tick) => OnEvent?.Invoke(context, tick, ++_events);

    public override void OnTimer(StrategyContext context, int tag) => OnDue?.Invoke(context, tag);

    public override void OnOrderUpdate(StrategyContext context, in OrderUpdate update) => OnUpdate?.Invoke(context, update);
}
