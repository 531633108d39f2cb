namespace Slipstream.Quant.Tests.Indicators;

/// <summary>What any indicator could want to see of one period.</summary>
internal readonly record struct Bar(double High, double Low, double Close, double Volume, double Other);
