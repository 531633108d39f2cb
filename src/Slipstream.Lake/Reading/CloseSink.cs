using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Closes of one or several instruments in a row; an empty cell is a day on which it was not listed.</summary>
internal sealed class CloseSink(Layout layout, SeriesState state, PriceWatch? watch) : RowSink(layout, state)
{
    private readonly int[] _slots = [.. layout.Columns.Where(c => c.Use == Use.Price).Select(c => c.Slot)];
    private readonly long _toEnd = layout.BarTimes == BarTimes.Start ? layout.StepSeconds * Duration.NanosPerSecond : 0;

    public override int MaxEvents => _slots.Length;

    public override QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count)
    {
        count = 0;
        var time = row.Time;
        var volume = row.Sizes[0];
        if (volume < 0)
        {
            return QuarantineReason.NegativeVolume;
        }

        var filled = 0;
        var same = true;
        foreach (var slot in _slots)
        {
            var raw = row.Prices[slot];
            if (raw == RowParser.Missing)
            {
                continue;
            }

            filled++;
            if (IsBad(raw))
            {
                return QuarantineReason.PriceNotPositive;
            }

            same &= State.Last[NumberOf(row, slot)].Close == Scaled(raw);
        }

        if (filled == 0)
        {
            return QuarantineReason.MissingValue;
        }

        var before = Layout.IsLong ? State.Last[row.Symbol].Time : State.LastTime;
        if (before != long.MinValue && (Layout.Descending ? time >= before : time <= before))
        {
            return time != before ? QuarantineReason.TimeGoesBackwards : same ? QuarantineReason.RepeatedRow : QuarantineReason.ContradictingDuplicate;
        }

        State.LastTime = time;
        foreach (var slot in _slots)
        {
            if (row.Prices[slot] != RowParser.Missing)
            {
                destination[count++] = Bar(NumberOf(row, slot), Scaled(row.Prices[slot]), time, volume);
            }
        }

        return QuarantineReason.None;
    }

    private int NumberOf(RowParser row, int slot) => Layout.IsLong ? row.Symbol : slot;

    private MarketEvent Bar(int number, long close, long time, double volume)
    {
        ref var last = ref State.Last[number];
        watch?.Compare(last, time, close, close, volume);
        last = new() { Time = time, Open = close, High = close, Low = close, Close = close, Volume = volume };
        var price = Price.FromRaw(watch is { Adjusts: true } ? watch.Price(close, time) : close);
        return MarketEvent.OfBar(State.Ids[number], Instant.FromUnixNanos(time + _toEnd), Layout.StepSeconds, price, price, price, price, volume);
    }
}
