namespace Slipstream.Lake;

/// <summary>Why a row was not used.</summary>
public enum QuarantineReason
{
    /// <summary>It was used.</summary>
    None,

    /// <summary>A price, size or volume is not a number.</summary>
    NotANumber,

    /// <summary>A price is empty.</summary>
    MissingValue,

    /// <summary>The row ends before its last needed column.</summary>
    MissingColumn,

    /// <summary>The time can't be read.</summary>
    NotATime,

    /// <summary>The time is in another unit than the rest of the file.</summary>
    MixedTimeUnits,

    /// <summary>The time lies outside the years 1678 to 2261.</summary>
    TimeOutOfRange,

    /// <summary>The time is before the row's before it.</summary>
    TimeGoesBackwards,

    /// <summary>The same time as the bar before it, with other values.</summary>
    ContradictingDuplicate,

    /// <summary>The same bar or trade as before; dropped without counting as bad.</summary>
    RepeatedRow,

    /// <summary>The high is below the low.</summary>
    HighBelowLow,

    /// <summary>Open or close lies outside low to high.</summary>
    OutsideRange,

    /// <summary>A price is zero, or negative where it can't be.</summary>
    PriceNotPositive,

    /// <summary>A price is beyond the 92,233,720,368 that the price grid holds.</summary>
    PriceTooLarge,

    /// <summary>A volume or size is negative.</summary>
    NegativeVolume,

    /// <summary>The side is neither buy nor sell.</summary>
    NotASide,

    /// <summary>Only one of bid and ask is known; dropped without counting as bad.</summary>
    OneSided,

    /// <summary>A message of a recorded feed that can't be read.</summary>
    NotAMessage,
}
