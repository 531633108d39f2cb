namespace Slipstream.Journal;

/// <summary>A command of an operator or of the bank: an input of the core.</summary>
/// <param name="Kind">Such as <c>halt</c> or <c>configure</c>.</param>
/// <param name="Json">Its content; never a secret.</param>
public readonly record struct Command(string Kind, string Json);
