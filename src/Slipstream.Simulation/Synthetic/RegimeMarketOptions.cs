namespace Slipstream.Simulation;

/// <summary>What a <see cref="RegimeMarket"/> is like.</summary>
public sealed record RegimeMarketOptions
{
    /// <summary>Length of a bar in seconds; at most a day, and a divisor of one.</summary>
    public uint StepSeconds { get; init; } = 3600;

    /// <summary>Price at the start, quote currency.</summary>
    public double StartPrice { get; init; } = 100;

    /// <summary>Standard deviation of one-day log returns in a calm regime.</summary>
    public double VolDaily { get; init; } = 0.02;

    /// <summary>How many times larger it is in a <see cref="Regime.HighVol"/> regime.</summary>
    public double HighVolFactor { get; init; } = 3;

    /// <summary>Size of the drift a day in a <see cref="Regime.Trend"/> regime; its sign is drawn.</summary>
    public double TrendDaily { get; init; } = 0.006;

    /// <summary>Days in which a <see cref="Regime.MeanRevert"/> market halves its distance from the anchor.</summary>
    public double HalfLifeDays { get; init; } = 1;

    /// <summary>Mean length of a regime in days.</summary>
    public double RegimeDays { get; init; } = 40;

    /// <summary>Correlation of the instruments' shocks, 0 to 1.</summary>
    public double Correlation { get; init; } = 0.4;

    /// <summary>Mean volume a day, base units.</summary>
    public double VolumeDaily { get; init; } = 100_000;
}
