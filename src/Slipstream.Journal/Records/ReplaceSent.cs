using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A replace left for the venue.</summary>
/// <param name="Order">The order to change.</param>
/// <param name="Intent">The intent it carries out.</param>
/// <param name="Quantity">New total quantity.</param>
/// <param name="LimitPrice">New limit price; null keeps the old.</param>
public readonly record struct ReplaceSent(OrderId Order, IntentId Intent, Quantity Quantity, Price? LimitPrice);
