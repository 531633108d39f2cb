namespace Slipstream.Domain;

/// <summary>An order that may still fill, as a strategy sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Terms">Its terms as they stand.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="LeavesQty">Still open.</param>
public readonly record struct OpenOrder(OrderId Id, OrderRequest Terms, OrdStatus Status, Quantity LeavesQty);
