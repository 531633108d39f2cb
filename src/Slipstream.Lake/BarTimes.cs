namespace Slipstream.Lake;

/// <summary>What the time written beside a bar means.</summary>
public enum BarTimes
{
    /// <summary>The bar begins then; it is known one step later.</summary>
    Start,

    /// <summary>The bar ends then, and is known at once.</summary>
    End,
}
