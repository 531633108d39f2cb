using System.Globalization;

namespace Slipstream.Quant.Tests.Golden;

/// <summary>A table that make_golden.py wrote.</summary>
internal sealed class GoldenTable
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly string[][] _rows;

    public GoldenTable(string file)
    {
        string[] lines = File.ReadAllLines(PathOf(file));
        string[] header = lines[0].Split(',');
        for (int i = 0; i < header.Length; i++)
        {
            _columns[header[i]] = i;
        }

        _rows = [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    public int RowCount => _rows.Length;

    public IReadOnlyCollection<string> Columns => _columns.Keys;

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Golden", file);

    public string[] Text(string column) => [.. _rows.Select(row => row[_columns[column]])];

    public double[] Numbers(string column) => [.. Text(column).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
}
