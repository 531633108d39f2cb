namespace Slipstream.Host.Reports.Charts;

/// <summary>Writes a tick's label.</summary>
/// <param name="value">The tick's value.</param>
/// <param name="step">Distance to the next tick.</param>
/// <param name="largest">Largest size on the axis.</param>
internal delegate string TickLabel(double value, double step, double largest);
