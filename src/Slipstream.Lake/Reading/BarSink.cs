using System.Runtime.CompilerServices;
using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Bars, and bars of bid and ask as bars of their middle.</summary>
internal sealed class BarSink(Layout layout, SeriesState state, PriceWatch? watch) : RowSink(layout, state)
{
    private readonly LastBar[] _last = state.Last;
    private readonly InstrumentId[] _ids = state.Ids;
    private readonly bool _isPlain = layout.Kind == RowKind.Bars && layout.PriceScale == Grid.UnitsPerOne;
    private readonly bool _isLong = layout.IsLong;
    private readonly bool _descending = layout.Descending;
    private readonly bool _allowNegative = layout.AllowNegative;
    private readonly uint _step = layout.StepSeconds;
    private readonly long _toEnd = layout.BarTimes == BarTimes.Start ? layout.StepSeconds * Duration.NanosPerSecond : 0;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count)
    {
        count = 0;
        var prices = row.Prices;
        if (!_isPlain && Prepare(prices) is not QuarantineReason.None and var unready)
        {
            return unready;
        }

        var (open, high, low, close) = (prices[0], prices[1], prices[2], prices[3]);
        var volume = row.Sizes[0];
        if (open <= 0 || high <= 0 || low <= 0 || close <= 0)
        {
            if (open == RowParser.Missing || high == RowParser.Missing || low == RowParser.Missing || close == RowParser.Missing)
            {
                return QuarantineReason.MissingValue;
            }

            if (!_allowNegative || open == 0 || high == 0 || low == 0 || close == 0)
            {
                return QuarantineReason.PriceNotPositive;
            }
        }

        if (high < low)
        {
            return QuarantineReason.HighBelowLow;
        }

        if (open > high || close > high || open < low || close < low)
        {
            if (!TryMendNoise(ref high, ref low, open, close))
            {
                return QuarantineReason.OutsideRange;
            }
        }

        if (volume < 0)
        {
            return QuarantineReason.NegativeVolume;
        }

        var number = _isLong ? row.Symbol : 0;
        ref var last = ref _last[number];
        var time = row.Time;
        if (last.Time != long.MinValue && (_descending ? time >= last.Time : time <= last.Time))
        {
            return time != last.Time ? QuarantineReason.TimeGoesBackwards
                : last.Open == open && last.High == high && last.Low == low && last.Close == close && last.Volume == volume ? QuarantineReason.RepeatedRow
                : QuarantineReason.ContradictingDuplicate;
        }

        watch?.Compare(last, time, open, close, volume);
        last.Time = time;
        last.Open = open;
        last.High = high;
        last.Low = low;
        last.Close = close;
        last.Volume = volume;
        if (watch is { Adjusts: true })
        {
            (open, high, low, close) = (watch.Price(open, time), watch.Price(high, time), watch.Price(low, time), watch.Price(close, time));
            volume = watch.Volume(volume, time);
        }

        destination[0] = MarketEvent.OfBar(_ids[number], Instant.FromUnixNanos(time + _toEnd), _step, Price.FromRaw(open), Price.FromRaw(high), Price.FromRaw(low), Price.FromRaw(close), volume);
        count = 1;
        return QuarantineReason.None;
    }

    // Scales, and takes the middle of bid and ask.
    private QuarantineReason Prepare(long[] prices)
    {
        for (var k = 0; k < 4; k++)
        {
            prices[k] = Scaled(prices[k]);
            if (Layout.Kind == RowKind.QuoteBars)
            {
                var ask = Scaled(prices[k + 4]);
                if (prices[k] == RowParser.Missing || ask == RowParser.Missing)
                {
                    return QuarantineReason.OneSided;
                }

                prices[k] = IsBad(prices[k]) || IsBad(ask) ? 0 : prices[k] + ((ask - prices[k]) / 2);
            }
        }

        return QuarantineReason.None;
    }

    // Vendors' adjusted prices carry floating-point noise: open or close may lie a billionth outside.
    private static bool TryMendNoise(ref long high, ref long low, long open, long close)
    {
        var most = Math.Max(open, close);
        var least = Math.Min(open, close);
        var noise = Math.Max(2, Math.Abs(high) / 1_000_000);
        if (most - high > noise || low - least > noise)
        {
            return false;
        }

        high = Math.Max(high, most);
        low = Math.Min(low, least);
        return true;
    }
}
