using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Corrects raw share prices by a factor file, or suspects splits aloud where there is none.</summary>
internal sealed class PriceWatch(FactorFile? factors, Adjustment adjust, bool suspect, TimeZoneInfo zone, string name, List<string> warnings)
{
    private const int MaxWarnings = 5;
    private static readonly double[] Ratios = [1.5, 2, 3, 4, 5, 7, 8, 10, 20];
    private long _day = long.MinValue;
    private decimal _factor = 1;
    private decimal _splitFactor = 1;
    private int _warned;

    /// <summary>Are prices changed?</summary>
    public bool Adjusts => factors is not null && adjust != Adjustment.None;

    /// <summary>Corrects a price that was true at a time.</summary>
    public long Price(long raw, long time)
    {
        Look(time);
        return (long)Math.Round(raw * _factor, MidpointRounding.ToEven);
    }

    /// <summary>Corrects a volume.</summary>
    public double Volume(double volume, long time)
    {
        Look(time);
        return volume / (double)_splitFactor;
    }

    /// <summary>Compares neighbouring bars.</summary>
    public void Compare(in LastBar before, long time, long open, long close, double volume)
    {
        if (!suspect || before.Time == long.MinValue || _warned >= MaxWarnings || before.Close <= 0 || open <= 0)
        {
            return;
        }

        var ratio = before.Close / (double)open;
        if (ratio is > 0.7 and < 1.4)
        {
            return;
        }

        var n = 0.0;
        foreach (var r in Ratios)
        {
            n = Math.Abs((ratio / r) - 1) < 0.02 || Math.Abs((ratio * r) - 1) < 0.02 ? r : n;
        }

        // A crash moves many times the usual turnover; a split does not change it.
        var turnover = before.Volume * before.Close;
        var explained = turnover > 0 && volume * close > 6 * turnover;
        if (n != 0 && !explained)
        {
            _warned++;
            var kind = ratio > 1 ? $"{n}:1" : $"1:{n}";
            warnings.Add($"{name}: the price goes from {Grid.Format(before.Close)} to {Grid.Format(open)} at {Instant.FromUnixNanos(time)}: this looks like a {kind} split in unadjusted prices; use adjusted data, or say that the prices are adjusted.");
        }
    }

    private void Look(long time)
    {
        var local = time + (zone.GetUtcOffset(DateTime.UnixEpoch.AddTicks(time / 100)).Ticks * 100);
        var day = local / Duration.NanosPerDay;
        if (day == _day)
        {
            return;
        }

        _day = day;
        (_splitFactor, var dividends) = factors!.At(DateOnly.FromDayNumber((int)day + 719_162));
        _factor = adjust == Adjustment.Total ? _splitFactor * dividends : _splitFactor;
    }
}
