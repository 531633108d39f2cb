using System.Globalization;
using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>Recognises columns by the names in a header.</summary>
internal static class HeaderShape
{
    private static readonly Meaning[] TimesByRank = [Meaning.OpenTime, Meaning.Time, Meaning.Date, Meaning.ClockTime, Meaning.CloseTime];

    /// <summary>Is this row a header? Then it names at least a time or two other known columns, and holds no number.</summary>
    public static bool IsHeader(string[] row)
    {
        var known = row.Select(ColumnNames.Of).Where(m => m != Meaning.Unknown).ToArray();
        return row.Length > 1 && !row.Any(c => c.Length > 0 && IsNumber(c)) && (known.Any(TimesByRank.Contains) || known.Length >= 2);
    }

    /// <summary>Returns the columns' uses; null where they make no price file.</summary>
    public static Shape? Of(string[] names, IReadOnlyList<string[]> rows, DataSource source)
    {
        var meanings = names.Select(ColumnNames.Of).ToArray();
        if (IsWide(names, meanings, rows))
        {
            var wide = names.Select((n, i) => i == 0 ? new Column(Use.Time, 0, n) : new Column(Use.Price, i - 1, n)).ToArray();
            return new(RowKind.Closes, wide, names.Length == 2 ? $"closes of {names[1]} (a date and one price column)" : $"closes of {names.Length - 1} instruments, one a column: {Few(names[1..])}");
        }

        var uses = new Column[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            uses[i] = new(Use.Skip, 0, names[i]);
        }

        int Find(Meaning m) => Array.IndexOf(meanings, m);
        bool Set(Meaning m, Use use, int slot = 0)
        {
            var at = Find(m);
            if (at >= 0 && uses[at].Use == Use.Skip)
            {
                uses[at] = new(use, slot, names[at]);
            }

            return at >= 0;
        }

        if (names.Contains("update_type") || TimeColumn(meanings, rows, source) is not { } time)
        {
            return null;
        }

        uses[time] = new(Use.Time, 0, names[time]);
        if (meanings[time] == Meaning.Date && Find(Meaning.ClockTime) is >= 0 and var clock && rows.Count > 0 && clock < rows[0].Length && rows[0][clock].Length <= 15 && !rows[0][time].Contains(':'))
        {
            uses[clock] = new(Use.TimeOfDay, 0, names[clock]);
            if (clock < time)
            {
                return null;
            }
        }

        BarTimes? barTimes = meanings[time] == Meaning.CloseTime ? BarTimes.End : meanings[time] == Meaning.OpenTime ? BarTimes.Start : null;
        Set(Meaning.Symbol, Use.Symbol);
        Shape Done(RowKind kind, string what) => new(kind, Trim(uses), $"{what}: {string.Join(", ", uses.Where(u => u.Use != Use.Skip).Select(u => u.Name))}", barTimes);

        if (Find(Meaning.Open) >= 0 && Find(Meaning.High) >= 0 && Find(Meaning.Low) >= 0 && Find(Meaning.Close) >= 0)
        {
            Set(Meaning.Open, Use.Price, 0);
            Set(Meaning.High, Use.Price, 1);
            Set(Meaning.Low, Use.Price, 2);
            Set(Meaning.Close, Use.Price, 3);
            _ = Set(Meaning.Volume, Use.Size) || Set(Meaning.Size, Use.Size);
            return Done(RowKind.Bars, "bars by header");
        }

        if (Find(Meaning.Bid) >= 0 && Find(Meaning.Ask) >= 0)
        {
            Set(Meaning.Bid, Use.Price, 0);
            Set(Meaning.Ask, Use.Price, 1);
            Set(Meaning.BidSize, Use.Size, 0);
            Set(Meaning.AskSize, Use.Size, 1);
            Set(Meaning.Received, Use.Received);
            return Done(RowKind.Quotes, "quotes by header");
        }

        if (Find(Meaning.Price) >= 0 && (Set(Meaning.Size, Use.Size) || Set(Meaning.Volume, Use.Size)))
        {
            Set(Meaning.Price, Use.Price, 3);
            Set(Meaning.Side, Use.Side);
            Set(Meaning.BuyerMaker, Use.BuyerMaker);
            Set(Meaning.Id, Use.Id);
            Set(Meaning.Received, Use.Received);
            return Done(RowKind.Trades, "trades by header");
        }

        if (Set(Meaning.FundingRate, Use.Price))
        {
            return Done(RowKind.Funding, "funding rates by header");
        }

        var close = new[] { Meaning.Close, Meaning.AdjustedClose, Meaning.Price }.FirstOrDefault(m => Find(m) >= 0);
        if (close != Meaning.Unknown && Find(Meaning.Open) < 0 && Find(Meaning.High) < 0 && Find(Meaning.Low) < 0)
        {
            Set(close, Use.Price, 0);
            Set(Meaning.Volume, Use.Size);
            return Done(RowKind.Closes, "closes by header");
        }

        return null;
    }

    /// <summary>Returns the columns up to the last one that is used.</summary>
    public static Column[] Trim(Column[] columns) => columns[..(Array.FindLastIndex(columns, c => c.Use != Use.Skip) + 1)];

    /// <summary>Returns the first few names.</summary>
    public static string Few(IReadOnlyList<string> names) => string.Join(", ", names.Take(8)) + (names.Count > 8 ? ", …" : "");

    private static int? TimeColumn(Meaning[] meanings, IReadOnlyList<string[]> rows, DataSource source)
    {
        foreach (var meaning in TimesByRank)
        {
            for (var at = 0; at < meanings.Length; at++)
            {
                if (meanings[at] != meaning)
                {
                    continue;
                }

                var cells = rows.Take(20).Where(r => r.Length > at).Select(r => r[at]).ToArray();
                if (cells.Length == 0 || TimeGuess.Of(cells, source, TimeZoneInfo.Utc) is not null)
                {
                    return at;
                }
            }
        }

        var first = Array.FindIndex(meanings, TimesByRank.Contains);
        return first < 0 ? null : first;
    }

    private static bool IsWide(string[] names, Meaning[] meanings, IReadOnlyList<string[]> rows)
    {
        if (names.Length < 2 || meanings[0] is not (Meaning.Date or Meaning.Time or Meaning.ClockTime or Meaning.OpenTime) || rows.Count == 0)
        {
            return false;
        }

        var rest = names[1..];
        var isBars = new[] { Meaning.Open, Meaning.High, Meaning.Low, Meaning.Close }.All(meanings.Contains);
        var saysPrices = names.Skip(1).Where((n, i) => n.Length > 1 && meanings[i + 1] != Meaning.Unknown).Any();
        var unknown = meanings.Skip(1).Count(m => m == Meaning.Unknown);
        return !saysPrices && !isBars && (unknown * 2 >= rest.Length || !rest.Any(n => n.Any(char.IsAsciiLetterLower)))
            && rest.All(n => n.Length is > 0 and <= 20)
            && rows.Take(50).All(r => r.Length == names.Length && r.Skip(1).All(c => c.Length == 0 || IsNumber(c) || c.Equals("nan", StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsNumber(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
