using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A venue's word on an order that changed nothing, or that counted although it came against the rules.</summary>
/// <param name="Order">The order it named.</param>
/// <param name="ExecType">What it said.</param>
/// <param name="Fill">The fill it named; null where it was none.</param>
/// <param name="Kind">What is unusual about it.</param>
public readonly record struct ReportAnomaly(OrderId Order, ExecType ExecType, FillId? Fill, AnomalyKind Kind);
