namespace Slipstream.Domain;

/// <summary>How much a strategy would pay to be done soon; execution algorithms read it.</summary>
public enum Urgency : byte
{
    /// <summary>Cost matters more than time.</summary>
    Low = 1,

    /// <summary>Ordinary.</summary>
    Normal = 2,

    /// <summary>Time matters more than cost.</summary>
    High = 3,
}
