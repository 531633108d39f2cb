namespace Slipstream.Lake.Reading;

/// <summary>What a column is used for.</summary>
internal enum Use : byte
{
    Skip,
    Time,
    TimeOfDay,
    Received,
    Price,
    Size,
    Symbol,
    Side,
    BuyerMaker,
    Id,
}
