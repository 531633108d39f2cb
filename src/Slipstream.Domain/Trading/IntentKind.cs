namespace Slipstream.Domain;

/// <summary>What an intent asks for.</summary>
public enum IntentKind : byte
{
    /// <summary>A new order.</summary>
    Place = 1,

    /// <summary>The end of an open order.</summary>
    Cancel = 2,

    /// <summary>Another quantity or price of an open order.</summary>
    Replace = 3,
}
