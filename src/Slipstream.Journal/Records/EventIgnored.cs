using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A venue's word on an order changed nothing.</summary>
/// <param name="Order">The order it named.</param>
/// <param name="ExecType">What it said.</param>
/// <param name="Fill">The fill it named; null where it was none.</param>
/// <param name="Reason">Why it was ignored.</param>
public readonly record struct EventIgnored(OrderId Order, ExecType ExecType, FillId? Fill, IgnoreReason Reason);
