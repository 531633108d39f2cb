using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Says in words what is wrong with a row.</summary>
internal static class RowFaultText
{
    public static string Of(QuarantineReason reason, RowParser row, Layout layout, SeriesState state)
    {
        var name = row.FaultColumn < layout.Columns.Length ? layout.Columns[row.FaultColumn].Name : "";
        string P(int slot) => row.Prices[slot] == RowParser.Missing ? "(empty)" : Grid.Format(row.Prices[slot]);
        return reason switch
        {
            QuarantineReason.NotANumber => $"{name} is not a number",
            QuarantineReason.MissingValue => "a price is empty",
            QuarantineReason.MissingColumn => $"the row ends before its column {row.FaultColumn + 1} ({name})",
            QuarantineReason.NotATime => $"{name} is not a time",
            QuarantineReason.MixedTimeUnits => $"{name} is in another unit than the times before it (mixed time units)",
            QuarantineReason.TimeOutOfRange => $"{name} lies outside the years 1678 to 2261",
            QuarantineReason.TimeGoesBackwards => $"time goes backwards: {Instant.FromUnixNanos(row.Time)} after {Instant.FromUnixNanos(Before(row, layout, state))}",
            QuarantineReason.ContradictingDuplicate => $"a second row for {Instant.FromUnixNanos(row.Time)} with other values",
            QuarantineReason.HighBelowLow => $"high {P(1)} is below low {P(2)}",
            QuarantineReason.OutsideRange => $"open {P(0)} or close {P(3)} lies outside low {P(2)} to high {P(1)}",
            QuarantineReason.PriceNotPositive => layout.AllowNegative ? "a price is zero" : "a price is zero or negative",
            QuarantineReason.PriceTooLarge => $"{name} is beyond the largest price, 92233720368",
            QuarantineReason.NegativeVolume => "the volume is negative",
            QuarantineReason.NotASide => $"{name} is neither buy nor sell",
            QuarantineReason.NotAMessage => "not a message of this feed",
            _ => reason.ToString(),
        };
    }

    private static long Before(RowParser row, Layout layout, SeriesState state)
    {
        var last = state.Last[layout.IsLong ? row.Symbol : 0].Time;
        return last == long.MinValue ? state.LastTime : last;
    }
}
