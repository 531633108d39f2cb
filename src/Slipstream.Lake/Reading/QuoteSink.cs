using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Best bid and ask; where a row tells one side only, the other one stands as last told.</summary>
internal sealed class QuoteSink(Layout layout, SeriesState state, PriceWatch? watch) : RowSink(layout, state)
{
    private readonly bool _hasReceipt = layout.Columns.Any(c => c.Use == Use.Received);

    public override QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count)
    {
        count = 0;
        var (bid, ask) = (Scaled(row.Prices[0]), Scaled(row.Prices[1]));
        var (bidSize, askSize) = (row.Sizes[0], row.Sizes[1]);
        if (bidSize < 0 || askSize < 0)
        {
            return QuarantineReason.NegativeVolume;
        }

        var time = row.Time;
        if (State.LastTime != long.MinValue && (Layout.Descending ? time > State.LastTime : time < State.LastTime))
        {
            if (!_hasReceipt)
            {
                return QuarantineReason.TimeGoesBackwards;
            }

            time = State.LastTime;
        }

        if (Layout.Kind == RowKind.SidedQuotes)
        {
            var sides = State.Sides;
            State.Sides = sides = (bid > 0 ? bid : sides.Bid, ask > 0 ? ask : sides.Ask, bid > 0 ? bidSize : sides.BidSize, ask > 0 ? askSize : sides.AskSize);
            if (sides.Bid <= 0 || sides.Ask <= 0)
            {
                return QuarantineReason.OneSided;
            }

            (bid, ask, bidSize, askSize) = sides;
        }
        else if (bid == RowParser.Missing || ask == RowParser.Missing)
        {
            return bid == ask ? QuarantineReason.MissingValue : QuarantineReason.OneSided;
        }
        else if (IsBad(bid) || IsBad(ask))
        {
            return QuarantineReason.PriceNotPositive;
        }

        State.LastTime = time;
        if (watch is { Adjusts: true })
        {
            (bid, ask) = (watch.Price(bid, time), watch.Price(ask, time));
            (bidSize, askSize) = (watch.Volume(bidSize, time), watch.Volume(askSize, time));
        }

        var received = _hasReceipt ? row.Received : time;
        destination[0] = MarketEvent.OfQuote(State.Ids[Number(row)], Instant.FromUnixNanos(time), Instant.FromUnixNanos(received), Price.FromRaw(bid), Price.FromRaw(ask), bidSize, askSize);
        count = 1;
        return QuarantineReason.None;
    }
}
