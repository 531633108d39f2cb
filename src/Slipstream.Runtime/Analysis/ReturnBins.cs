namespace Slipstream.Runtime.Analysis;

/// <summary>How often returns of each size occurred.</summary>
/// <param name="Basis">What the returns are taken over: <c>daily</c>, or for short runs the spacing of the equity curve's points, such as <c>hourly</c>.</param>
/// <param name="Edges">Bin edges, ascending fractions; one more than there are bins, none if there are no returns.</param>
/// <param name="Counts">Number of returns in each bin.</param>
/// <param name="Unchanged">Returns of exactly zero, as on days without a position; they are in no bin.</param>
/// <param name="Mean">Mean of the returns in the bins.</param>
/// <param name="Deviation">Their sample deviation.</param>
public sealed record ReturnBins(string Basis, IReadOnlyList<double> Edges, IReadOnlyList<int> Counts, int Unchanged, double Mean, double Deviation);
