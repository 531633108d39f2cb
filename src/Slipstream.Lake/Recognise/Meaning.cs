namespace Slipstream.Lake.Recognise;

/// <summary>What a column's name says.</summary>
internal enum Meaning
{
    Unknown,
    OpenTime,
    Time,
    Date,
    ClockTime,
    CloseTime,
    Received,
    Open,
    High,
    Low,
    Close,
    AdjustedClose,
    Volume,
    QuoteVolume,
    Symbol,
    Price,
    Size,
    Side,
    BuyerMaker,
    Id,
    Bid,
    Ask,
    BidSize,
    AskSize,
    FundingRate,
}
