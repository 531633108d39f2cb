using Slipstream.Domain;
using Slipstream.Engine.Orders;

namespace Slipstream.Engine.Core;

/// <summary>An execution report that changed nothing, or that counted although it came against the rules.</summary>
/// <param name="Order">Which order it named.</param>
/// <param name="Type">What it said.</param>
/// <param name="Fill">Its fill, if it was a trade.</param>
/// <param name="Transition">What was made of it.</param>
public readonly record struct AnomalousReport(OrderId Order, ExecType Type, FillId Fill, Transition Transition);
