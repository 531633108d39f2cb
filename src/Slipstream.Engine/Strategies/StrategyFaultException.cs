using Slipstream.Domain;

namespace Slipstream.Engine.Strategies;

/// <summary>The strategy's own code threw. The run can't go on: what it would have decided is unknown.</summary>
/// <param name="callback">Which of its methods, such as <c>OnTick</c>.</param>
/// <param name="sequence">Number of the input in hand.</param>
/// <param name="time">The core's time then.</param>
/// <param name="fault">What it threw.</param>
public sealed class StrategyFaultException(string callback, long sequence, Instant time, Exception fault)
    : Exception($"The strategy failed in {callback} at input {sequence} ({time}): {fault.GetType().Name}: {fault.Message}", fault)
{
    /// <summary>Which of its methods threw, such as <c>OnTick</c>.</summary>
    public string Callback { get; } = callback;

    /// <summary>Number of the input in hand.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The core's time then.</summary>
    public Instant Time { get; } = time;
}
