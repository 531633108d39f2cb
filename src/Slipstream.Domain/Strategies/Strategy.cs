namespace Slipstream.Domain;

/// <summary>
/// A trading strategy. It is called by the core, one input at a time, and yields intents through the context it is given;
/// it never trades by itself. The same object code runs in every mode.
/// </summary>
/// <remarks>
/// It must be deterministic: no wall clock, no I/O, no threads, no randomness but the context's.
/// Parameters are properties marked with <see cref="ParameterAttribute"/>. Contract version 1.
/// </remarks>
public abstract class Strategy
{
    /// <summary>What it is. Read after its parameters were set.</summary>
    public abstract StrategyMetadata Metadata { get; }

    /// <summary>Called once, before the first event.</summary>
    public virtual void OnStart(StrategyContext context)
    {
    }

    /// <summary>Called for each market event, after the fills that the event caused.</summary>
    public virtual void OnTick(StrategyContext context, in MarketEvent tick)
    {
    }

    /// <summary>Called when a timer is due, after all market events of the same instant.</summary>
    /// <param name="context">The context.</param>
    /// <param name="tag">The number given to <see cref="StrategyContext.SetTimer"/>.</param>
    public virtual void OnTimer(StrategyContext context, int tag)
    {
    }

    /// <summary>Called when an order is accepted, replaced, rejected, cancelled or expired, or an intent is refused.</summary>
    public virtual void OnOrderUpdate(StrategyContext context, in OrderUpdate update)
    {
    }

    /// <summary>Called for each fill, once.</summary>
    public virtual void OnFill(StrategyContext context, in Fill fill)
    {
    }

    /// <summary>Called once, after the last event; intents yielded here are refused.</summary>
    public virtual void OnStop(StrategyContext context)
    {
    }
}
