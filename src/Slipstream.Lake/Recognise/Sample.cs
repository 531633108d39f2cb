using Slipstream.Lake.Bytes;

namespace Slipstream.Lake.Recognise;

/// <summary>The first lines of a file, cut into cells.</summary>
internal sealed record Sample(InputFile File, bool IsJson, string? Encoding, byte Delimiter, IReadOnlyList<string> Lines, IReadOnlyList<int> LineNumbers, IReadOnlyList<string[]> Rows)
{
    public const int MaxRows = 1000;

    /// <summary>Reads the first lines.</summary>
    public static Sample Read(InputFile file)
    {
        var text = file.Open();
        using var lines = new LineBuffer(text.Stream, file.Name, 1 << 17);
        var numbers = new List<int>();
        var kept = new List<string>();
        var number = 0;
        while (kept.Count < MaxRows && number < 20 * MaxRows && (lines.Start < lines.End || (number < MaxRows && lines.Refill())))
        {
            var length = lines.Bytes.AsSpan(lines.Start, lines.End - lines.Start).IndexOf((byte)'\n');
            var line = System.Text.Encoding.UTF8.GetString(lines.Bytes, lines.Start, length).TrimEnd('\r');
            lines.Start += length + 1;
            number++;
            if (line.Trim().Length > 0 && !line.StartsWith('#'))
            {
                numbers.Add(number);
                kept.Add(line);
            }
        }

        if (kept.Count == 0)
        {
            throw new DataException(text.IsJson ? $"{file.Name}: holds JSON, but no array or object of plain values that could be a row of prices." : $"{file.Name}: holds no line of data.");
        }

        var delimiter = text.IsJson ? (byte)'\t' : DelimiterOf(kept);
        return new(file, text.IsJson, text.Encoding, delimiter, kept, numbers, [.. kept.Select(l => Cut(l, (char)delimiter))]);
    }

    /// <summary>Cuts a line at its delimiters; quotes may enclose them.</summary>
    public static string[] Cut(string line, char delimiter)
    {
        var cells = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
            {
                quoted = !quoted;
            }

            if (i == line.Length || (line[i] == delimiter && !quoted))
            {
                cells.Add(line[start..i].Trim(' ', '"'));
                start = i + 1;
            }
        }

        return [.. cells];
    }

    // The one that cuts the lines into most cells, all of the same number; the first line may be a stray one.
    private static byte DelimiterOf(List<string> lines)
    {
        var best = (Delimiter: (byte)',', Cells: 1);
        foreach (var delimiter in ",;\t|")
        {
            var counts = lines.Skip(lines.Count > 2 ? 1 : 0).Take(50).Select(l => Cut(l, delimiter).Length).ToArray();
            var common = counts.GroupBy(c => c).OrderByDescending(g => g.Count()).First();
            if (common.Count() * 2 > counts.Length && common.Key > best.Cells)
            {
                best = ((byte)delimiter, common.Key);
            }
        }

        return best.Delimiter;
    }
}
