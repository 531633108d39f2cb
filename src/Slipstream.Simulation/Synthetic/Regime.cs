namespace Slipstream.Simulation;

/// <summary>How a synthetic market behaves for a while: the planted truth that a strategy may find.</summary>
public enum Regime
{
    /// <summary>Drifts one way.</summary>
    Trend = 1,

    /// <summary>Swings about an anchor.</summary>
    MeanRevert = 2,

    /// <summary>Large moves without direction.</summary>
    HighVol = 3,
}
