namespace Slipstream.Domain;

/// <summary>What follows from an order's status.</summary>
public static class OrdStatusRules
{
    /// <summary>Is the order's life over?</summary>
    public static bool IsFinal(this OrdStatus status) => status is OrdStatus.Filled or OrdStatus.Canceled or OrdStatus.Rejected or OrdStatus.Expired;

    /// <summary>May the order still fill, as far as is known?</summary>
    public static bool IsOpen(this OrdStatus status) => !status.IsFinal();
}
