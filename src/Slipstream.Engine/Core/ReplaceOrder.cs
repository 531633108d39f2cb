using Slipstream.Domain;

namespace Slipstream.Engine.Core;

/// <summary>A replace to send.</summary>
/// <param name="Order">Which order.</param>
/// <param name="Intent">The intent that asked for it.</param>
/// <param name="Quantity">New total quantity.</param>
/// <param name="LimitPrice">New limit price; null leaves it.</param>
public readonly record struct ReplaceOrder(OrderId Order, IntentId Intent, Quantity Quantity, Price? LimitPrice);
