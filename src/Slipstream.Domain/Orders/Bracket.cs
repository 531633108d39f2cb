namespace Slipstream.Domain;

/// <summary>Two closing orders that are placed once the entry fills; the fill of one cancels the other.</summary>
/// <param name="TakeProfit">Limit price of the profit taker; null for none.</param>
/// <param name="StopLoss">Stop price of the loss limiter; null for none.</param>
public sealed record Bracket(Price? TakeProfit, Price? StopLoss);
