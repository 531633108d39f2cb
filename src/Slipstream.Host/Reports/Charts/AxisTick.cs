namespace Slipstream.Host.Reports.Charts;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Position">From 0, the axis's start, to 1.</param>
/// <param name="Label">What it says.</param>
internal readonly record struct AxisTick(double Position, string Label);
