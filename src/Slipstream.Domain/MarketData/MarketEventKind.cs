namespace Slipstream.Domain;

/// <summary>What a market event tells.</summary>
public enum MarketEventKind : byte
{
    /// <summary>Open, high, low, close and volume of a step of time, known at its end.</summary>
    Bar = 1,

    /// <summary>Best bid and ask.</summary>
    Quote = 2,

    /// <summary>One trade.</summary>
    Trade = 3,

    /// <summary>A change of one price level of the book (L2).</summary>
    BookChange = 4,

    /// <summary>The funding rate of a perpetual, due at the event's time.</summary>
    Funding = 5,
}
