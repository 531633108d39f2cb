using Slipstream.Domain;

namespace Slipstream.Engine.Core;

/// <summary>A cancel to send.</summary>
/// <param name="Order">Which order.</param>
/// <param name="Intent">The intent that asked for it; null where the engine did (bracket, halt).</param>
public readonly record struct CancelOrder(OrderId Order, IntentId? Intent);
