using System.Globalization;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>Recognises columns of files without a header by what is in them.</summary>
internal static class BareShape
{
    private static readonly (int[] Order, string Name)[] BarOrders =
    [
        ([0, 1, 2, 3], "open, high, low, close"),
        ([2, 1, 0, 3], "low, high, open, close (as Coinbase writes)"),
        ([0, 3, 1, 2], "open, close, high, low (as KuCoin writes)"),
    ];

    /// <summary>Returns the columns' uses; null where they make no price file.</summary>
    public static Shape? Of(IReadOnlyList<string[]> rows, DataSource source, string name)
    {
        var width = rows[0].Length;
        bool Numbers(int from, int to) => rows.Take(100).Count(r => r.Length >= to && Enumerable.Range(from, to - from).All(i => IsNumber(r[i]))) * 2 > Math.Min(100, rows.Count);
        bool Cell(int at, Func<string, bool> test) => rows.Take(100).Count(r => r.Length > at && test(r[at])) * 2 > Math.Min(100, rows.Count);
        bool Time(int at) => at < width && TimeGuess.Of([.. rows.Take(100).Where(r => r.Length > at).Select(r => r[at])], source, TimeZoneInfo.Utc) is not null;
        static bool IsFlag(string c) => c.Equals("true", StringComparison.OrdinalIgnoreCase) || c.Equals("false", StringComparison.OrdinalIgnoreCase);
        static bool IsSide(string c) => c is "buy" or "sell" or "b" or "s" or "BUY" or "SELL" or "B" or "S" or "Buy" or "Sell";

        if (width is 7 or 8 && Numbers(0, 6) && Cell(6, IsFlag) && Time(5))
        {
            return Trades("Binance aggTrades without header", width, 5, 1, 2, (6, Use.BuyerMaker), 0);
        }

        if (width is 6 or 7 && Numbers(0, 5) && Cell(5, IsFlag) && Time(4))
        {
            return Trades("Binance trades without header", width, 4, 1, 2, (5, Use.BuyerMaker), 0);
        }

        if (!Time(0))
        {
            return width is 4 && Time(1) && Numbers(2, 4) && rows[0][0].Length is 6 or 7
                ? new(RowKind.Quotes, [new(Use.Skip, 0, "pair"), new(Use.Time, 0, "time"), new(Use.Price, 0, "bid"), new(Use.Price, 1, "ask")], "TrueFX quotes without header: pair, time, bid, ask")
                : null;
        }

        if (width == 7 && Cell(3, IsSide) && Numbers(4, 6))
        {
            return Trades("freqtrade trades: time, id, type, side, price, amount, cost", width, 0, 4, 5, (3, Use.Side), 1);
        }

        if (width >= 4 && rows.Take(50).All(r => r[0].Length == 18 && r[0][8] == ' ') && Numbers(1, 3))
        {
            return new(RowKind.Quotes, [new(Use.Time, 0, "time"), new(Use.Price, 0, "bid"), new(Use.Price, 1, "ask")], "histdata.com ticks: time, bid, ask", FixedZone: "UTC-5");
        }

        if (width == 6 && Numbers(1, 6) && (name.Contains("funding", StringComparison.OrdinalIgnoreCase) || rows.Take(50).All(r => r.Length == 6 && r.Skip(2).All(IsZero))))
        {
            return new(RowKind.Funding, [new(Use.Time, 0, "time"), new(Use.Price, 0, "rate")], "freqtrade funding rates: time, rate");
        }

        if (width == 2 && Numbers(1, 2))
        {
            return name.Contains("funding", StringComparison.OrdinalIgnoreCase)
                ? new(RowKind.Funding, [new(Use.Time, 0, "time"), new(Use.Price, 0, "rate")], "funding rates without header: time, rate")
                : new(RowKind.Closes, [new(Use.Time, 0, "time"), new(Use.Price, 0, "close")], "closes without header: time, close");
        }

        if (width == 3 && Numbers(1, 3))
        {
            return Trades("Kraken trades without header: time, price, amount", width, 0, 1, 2, null, -1);
        }

        var clock = width >= 6 && rows[0][1].Contains(':') && !rows[0][0].Contains(':') ? 1 : 0;
        if (width < 5 + clock || !Numbers(1 + clock, 5 + clock))
        {
            return null;
        }

        return Bars(rows, width, clock, Numbers);
    }

    private static Shape? Bars(IReadOnlyList<string[]> rows, int width, int clock, Func<int, int, bool> numbers)
    {
        var at = 1 + clock;
        foreach (var (order, what) in BarOrders)
        {
            var columns = new Column[width];
            columns[0] = new(Use.Time, 0, "time");
            for (var i = 1; i < width; i++)
            {
                columns[i] = new(Use.Skip, 0, $"column {i + 1}");
            }

            if (clock > 0)
            {
                columns[1] = new(Use.TimeOfDay, 0, "time of day");
            }

            for (var slot = 0; slot < 4; slot++)
            {
                columns[at + order[slot]] = new(Use.Price, slot, ((string[])["open", "high", "low", "close"])[slot]);
            }

            var bad = rows.Take(200).Count(r => r.Length >= at + 4 && !IsBar(r, at, order));
            if (bad * 10 > Math.Min(200, rows.Count) && order != BarOrders[^1].Order && BarOrders.Any(o => rows.Take(200).Count(r => r.Length >= at + 4 && !IsBar(r, at, o.Order)) * 10 <= Math.Min(200, rows.Count)))
            {
                continue;
            }

            // Eight columns: Kraken's API has the volume-weighted price before the volume.
            var volume = at + 4;
            if (width == 8 && numbers(1, 8) && rows.Take(50).All(r => r.Length == 8 && IsWithin(r, at, volume)))
            {
                volume++;
            }

            if (volume < width)
            {
                columns[volume] = new(Use.Size, 0, "volume");
            }

            var source = width == 12 ? "Binance klines without header" : width == 7 && clock == 0 ? "Kraken bars without header" : "bars without header";
            return new(RowKind.Bars, HeaderShape.Trim(columns), $"{source}: time, {what}{(volume < width ? ", volume" : "")}", width == 12 ? BarTimes.Start : null);
        }

        return null;
    }

    private static Shape Trades(string note, int width, int time, int price, int size, (int At, Use Use)? side, int id)
    {
        var columns = new Column[width];
        for (var i = 0; i < width; i++)
        {
            columns[i] = new(Use.Skip, 0, $"column {i + 1}");
        }

        columns[time] = new(Use.Time, 0, "time");
        columns[price] = new(Use.Price, 3, "price");
        columns[size] = new(Use.Size, 0, "size");
        if (side is { } s)
        {
            columns[s.At] = new(s.Use, 0, s.Use == Use.Side ? "side" : "is buyer maker");
        }

        if (id >= 0)
        {
            columns[id] = new(Use.Id, 0, "id");
        }

        return new(RowKind.Trades, HeaderShape.Trim(columns), note);
    }

    private static bool IsBar(string[] r, int at, int[] order)
    {
        var (o, h, l, c) = (Number(r[at + order[0]]), Number(r[at + order[1]]), Number(r[at + order[2]]), Number(r[at + order[3]]));
        return h >= Math.Max(o, c) && l <= Math.Min(o, c);
    }

    private static bool IsWithin(string[] r, int at, int value) =>
        Number(r[value]) == 0 || (Number(r[value]) <= Number(r[at + 1]) * 1.0001 && Number(r[value]) >= Number(r[at + 2]) * 0.9999);

    private static bool IsZero(string cell) => Number(cell) == 0;

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static double Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN;
}
