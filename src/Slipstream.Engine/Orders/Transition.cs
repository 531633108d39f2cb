namespace Slipstream.Engine.Orders;

/// <summary>What an execution report did to an order's life.</summary>
public enum Transition : byte
{
    /// <summary>The order moved on, or filled.</summary>
    Applied = 1,

    /// <summary>It said what was known: a second delivery, or a report overtaken by a later one. Nothing changed.</summary>
    Duplicate = 2,

    /// <summary>A fill after the order's end: the fill counts, the end stands.</summary>
    LateFill = 3,

    /// <summary>A fill beyond the order's quantity: the fill counts, because the venue's trade is a fact.</summary>
    Overfill = 4,

    /// <summary>It names no order that is known here.</summary>
    UnknownOrder = 5,
}
