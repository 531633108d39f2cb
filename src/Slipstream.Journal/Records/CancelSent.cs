using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>A cancel left for the venue.</summary>
/// <param name="Order">The order to cancel.</param>
/// <param name="Intent">The intent it carries out; null where the core itself cancels, as for a bracket's other leg.</param>
public readonly record struct CancelSent(OrderId Order, IntentId? Intent);
