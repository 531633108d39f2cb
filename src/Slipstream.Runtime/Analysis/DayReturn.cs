namespace Slipstream.Runtime.Analysis;

/// <summary>One day's return.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Return">A fraction.</param>
public readonly record struct DayReturn(DateOnly Day, double Return);
