using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Funding rates of a perpetual; the mark price is filled in where price data run beside them.</summary>
internal sealed class FundingSink(Layout layout, SeriesState state) : RowSink(layout, state)
{
    public override QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count)
    {
        count = 0;
        var rate = row.Prices[0];
        if (rate == RowParser.Missing)
        {
            return QuarantineReason.MissingValue;
        }

        ref var last = ref State.Last[Number(row)];
        var time = row.Time;
        if (last.Time != long.MinValue && time <= last.Time)
        {
            return time < last.Time ? QuarantineReason.TimeGoesBackwards
                : last.Close == rate ? QuarantineReason.RepeatedRow : QuarantineReason.ContradictingDuplicate;
        }

        last.Time = time;
        last.Close = rate;
        destination[0] = MarketEvent.OfFunding(State.Ids[Number(row)], Instant.FromUnixNanos(time), Rate.FromRaw(Scaled(rate)), default);
        count = 1;
        return QuarantineReason.None;
    }
}
