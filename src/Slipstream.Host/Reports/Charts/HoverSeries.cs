namespace Slipstream.Host.Reports.Charts;

/// <summary>Values that the read-out under the pointer shows.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Kind"><c>money</c>, <c>pct</c> or <c>price</c>.</param>
/// <param name="Values">One for each point.</param>
internal sealed record HoverSeries(string Name, string Kind, IReadOnlyList<double> Values);
