using Slipstream.Domain;
using Slipstream.Lake.Reading;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Recognise;

/// <summary>The columns of LEAN's files, which have no header.</summary>
internal static class LeanColumns
{
    /// <summary>Returns how to read a file of a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="series"><c>trade</c> or <c>quote</c>.</param>
    /// <param name="day">Day of the file, where its times are milliseconds of the day.</param>
    /// <param name="source">What its owner says.</param>
    public static Layout Of(LeanPath path, string series, DateOnly? day, DataSource source)
    {
        var zone = ZoneClock.Find(source.TimeZone ?? path.Zone);
        var (kind, columns) = Columns(path, series);
        var scale = source.PriceScale is { } told ? checked((long)(told * Grid.UnitsPerOne)) : path.Type == "equity" ? Grid.UnitsPerOne / 10_000 : Grid.UnitsPerOne;
        return new()
        {
            Kind = kind,
            Columns = columns,
            Time = day is { } d && !path.IsWhole
                ? new(TimeStyle.MillisOfDay, 0, false, zone, (d.DayNumber - 719_162) * Duration.NanosPerDay)
                : new(TimeStyle.YearFirst, 0, false, zone),
            BarTimes = source.BarTimes ?? BarTimes.Start,
            StepSeconds = source.StepSeconds ?? path.StepSeconds,
            PriceScale = kind == RowKind.Funding ? Grid.UnitsPerOne : scale,
            AllowNegative = path.AssetClass == AssetClass.Future,
        };
    }

    private static (RowKind Kind, Column[] Columns) Columns(LeanPath path, string series)
    {
        Column time = new(Use.Time, 0, "time");
        if (path.Resolution == "margin_interest")
        {
            return (RowKind.Funding, [time, Price(0, "rate")]);
        }

        if (path.Resolution != "tick")
        {
            return series == "quote"
                ? (RowKind.QuoteBars, [time, Price(0, "bid open"), Price(1, "bid high"), Price(2, "bid low"), Price(3, "bid close"), Skip("bid size"), Price(4, "ask open"), Price(5, "ask high"), Price(6, "ask low"), Price(7, "ask close")])
                : (RowKind.Bars, [time, Price(0, "open"), Price(1, "high"), Price(2, "low"), Price(3, "close"), Size(0, "volume")]);
        }

        return (series, path.AssetClass) switch
        {
            ("quote", AssetClass.Fx) => (RowKind.Quotes, [time, Price(0, "bid"), Price(1, "ask")]),
            ("quote", _) => (RowKind.SidedQuotes, [time, Price(0, "bid"), Size(0, "bid size"), Price(1, "ask"), Size(1, "ask size")]),
            _ => (RowKind.Trades, [time, Price(3, "price"), Size(0, "size")]),
        };
    }

    private static Column Price(int slot, string name) => new(Use.Price, slot, name);

    private static Column Size(int slot, string name) => new(Use.Size, slot, name);

    private static Column Skip(string name) => new(Use.Skip, 0, name);
}
