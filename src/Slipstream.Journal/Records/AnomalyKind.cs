namespace Slipstream.Journal;

/// <summary>What is unusual about a venue's word on an order.</summary>
public enum AnomalyKind : byte
{
    /// <summary>It said what was known: a second delivery, or one overtaken by a later word. Nothing changed.</summary>
    Duplicate = 1,

    /// <summary>A fill after the order's end. It counts.</summary>
    LateFill = 2,

    /// <summary>The order is not known to this run. Nothing changed.</summary>
    UnknownOrder = 3,

    /// <summary>A fill beyond the order's quantity. It counts.</summary>
    Overfill = 4,
}
