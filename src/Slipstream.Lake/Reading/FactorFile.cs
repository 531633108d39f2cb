using System.Globalization;

namespace Slipstream.Lake.Reading;

/// <summary>LEAN's factors of a share: each row holds for days up to and including its date.</summary>
internal sealed class FactorFile
{
    private readonly (DateOnly Until, decimal Dividends, decimal Splits)[] _rows;

    private FactorFile((DateOnly Until, decimal Dividends, decimal Splits)[] rows) => _rows = rows;

    /// <summary>Reads <c>date, price factor, split factor, reference price</c>.</summary>
    public static FactorFile Read(string path)
    {
        var rows = new List<(DateOnly, decimal, decimal)>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var cells = line.Split(',');
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (cells.Length < 3
                || !DateOnly.TryParseExact(cells[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                || !decimal.TryParse(cells[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var dividends)
                || !decimal.TryParse(cells[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var splits)
                || dividends <= 0 || splits <= 0)
            {
                throw new DataException($"{path}:{number}: '{line}' is not a row of a factor file: date YYYYMMDD, price factor, split factor, reference price.");
            }

            rows.Add((date, dividends, splits));
        }

        return new([.. rows.OrderBy(r => r.Item1)]);
    }

    /// <summary>Returns the factors of a day.</summary>
    public (decimal Splits, decimal Dividends) At(DateOnly day)
    {
        foreach (var row in _rows)
        {
            if (day <= row.Until)
            {
                return (row.Splits, row.Dividends);
            }
        }

        return (1, 1);
    }

    /// <summary>Returns the first split between two days: the last day before it, and new shares for one old.</summary>
    public (DateOnly LastDayBefore, decimal Ratio)? FirstSplit(DateOnly from, DateOnly to)
    {
        for (var i = 0; i + 1 < _rows.Length; i++)
        {
            var ratio = _rows[i + 1].Splits / _rows[i].Splits;
            if (_rows[i].Until >= from && _rows[i].Until < to && Math.Abs(ratio - 1) > 0.0001m)
            {
                return (_rows[i].Until, ratio);
            }
        }

        return null;
    }
}
