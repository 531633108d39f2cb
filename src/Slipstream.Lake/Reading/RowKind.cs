namespace Slipstream.Lake.Reading;

/// <summary>What a row tells.</summary>
internal enum RowKind
{
    /// <summary>Open, high, low, close, volume.</summary>
    Bars,

    /// <summary>Bars of bid and ask; read as bars of their middle.</summary>
    QuoteBars,

    /// <summary>A trade.</summary>
    Trades,

    /// <summary>Best bid and ask.</summary>
    Quotes,

    /// <summary>Bid or ask, zero where it did not change.</summary>
    SidedQuotes,

    /// <summary>A close for each of one or several instruments.</summary>
    Closes,

    /// <summary>A funding rate.</summary>
    Funding,

    /// <summary>Messages of an exchange, as recorded.</summary>
    Feed,
}
