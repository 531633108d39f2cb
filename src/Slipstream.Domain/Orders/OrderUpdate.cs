namespace Slipstream.Domain;

/// <summary>What a strategy is told when one of its orders changes.</summary>
/// <param name="Order">Which order.</param>
/// <param name="Instrument">Of which instrument.</param>
/// <param name="Status">Where it stands now.</param>
/// <param name="CumQty">Filled so far.</param>
/// <param name="LeavesQty">Still open.</param>
/// <param name="Reason">Why it was refused or ended; null where there is nothing to say.</param>
public readonly record struct OrderUpdate(OrderId Order, InstrumentId Instrument, OrdStatus Status, Quantity CumQty, Quantity LeavesQty, Refusal? Reason);
