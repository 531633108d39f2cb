using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Trades.</summary>
internal sealed class TradeSink(Layout layout, SeriesState state, PriceWatch? watch) : RowSink(layout, state)
{
    private readonly bool _hasReceipt = layout.Columns.Any(c => c.Use == Use.Received);
    private readonly bool _hasId = layout.Columns.Any(c => c.Use == Use.Id);

    public override QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count)
    {
        count = 0;
        var price = row.Prices[3];
        if (price == RowParser.Missing)
        {
            return QuarantineReason.MissingValue;
        }

        if (IsBad(price))
        {
            return QuarantineReason.PriceNotPositive;
        }

        var size = row.Sizes[0];
        if (size < 0)
        {
            return QuarantineReason.NegativeVolume;
        }

        price = Scaled(price);
        var time = row.Time;
        var received = _hasReceipt ? row.Received : time;
        ref var last = ref State.Last[Number(row)];
        if (_hasId && row.Id != 0 && row.Id == last.TradeId && last.Time != long.MinValue)
        {
            return last.Close == price && last.Volume == size ? QuarantineReason.RepeatedRow : QuarantineReason.ContradictingDuplicate;
        }

        if (State.LastTime != long.MinValue && (Layout.Descending ? time > State.LastTime : time < State.LastTime))
        {
            if (!_hasReceipt)
            {
                return QuarantineReason.TimeGoesBackwards;
            }

            time = State.LastTime;
        }

        State.LastTime = time;
        last.Time = time;
        last.TradeId = row.Id;
        last.Close = price;
        last.Volume = size;
        if (watch is { Adjusts: true })
        {
            price = watch.Price(price, time);
            size = watch.Volume(size, time);
        }

        destination[0] = MarketEvent.OfTrade(State.Ids[Number(row)], Instant.FromUnixNanos(time), Instant.FromUnixNanos(received), Price.FromRaw(price), size, row.Aggressor, row.Id);
        count = 1;
        return QuarantineReason.None;
    }
}
