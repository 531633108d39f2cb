namespace Slipstream.Engine.Core;

/// <summary>What the core wants done, or wants known.</summary>
public enum EffectKind : byte
{
    /// <summary>A strategy decided.</summary>
    Decision = 1,

    /// <summary>A strategy wants something.</summary>
    Intent = 2,

    /// <summary>An intent was refused.</summary>
    Refused = 3,

    /// <summary>Send an order to its venue.</summary>
    Send = 4,

    /// <summary>Send a cancel.</summary>
    Cancel = 5,

    /// <summary>Send a replace.</summary>
    Replace = 6,

    /// <summary>A fill was counted.</summary>
    Fill = 7,

    /// <summary>A report changed nothing, or counted although it came against the rules.</summary>
    Anomaly = 8,

    /// <summary>The kill switch moved.</summary>
    KillSwitch = 9,
}
