namespace Slipstream.Engine.Risk;

/// <summary>Whether new risk is allowed, and if not, why.</summary>
public enum KillSwitch : byte
{
    /// <summary>Trading goes on.</summary>
    Off = 0,

    /// <summary>The day's loss limit was reached; ends with the UTC day.</summary>
    DailyLoss = 1,

    /// <summary>A person or the centre halted the run; ends when lifted.</summary>
    Halted = 2,
}
