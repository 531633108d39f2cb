namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A parameter of a strategy, for listings.</summary>
/// <param name="Name">Name on the command line, such as <c>allowShort</c>.</param>
/// <param name="Type">What its values are: <c>integer</c>, <c>number</c>, <c>true or false</c>, <c>text</c>, or the choices as <c>a | b</c>.</param>
/// <param name="Default">The value it has unless set.</param>
/// <param name="Min">Smallest value allowed; null where there is no such limit.</param>
/// <param name="Max">Largest value allowed; null where there is no such limit.</param>
/// <param name="Description">What it means, with its unit.</param>
public sealed record ParameterDescription(string Name, string Type, string Default, double? Min, double? Max, string Description);
