using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Host.Benchmarks;

/// <summary>Writes a reference walk as CSV, <c>yyyy-MM-dd HH:mm:ss,o,h,l,c,v</c>, one file a symbol; a bar's time is its start.</summary>
internal static class WalkCsv
{
    public static void Write(IMarketEventReader walk, string path)
    {
        var one = walk.Universe.Count == 1;
        if (!one)
        {
            Directory.CreateDirectory(path);
        }

        var writers = Enumerable.Range(0, walk.Universe.Count)
            .Select(i => new StreamWriter(one ? path : Path.Combine(path, $"{walk.Universe.Instruments[i].Symbol.Replace("/", "", StringComparison.Ordinal)}.csv"), append: false, System.Text.Encoding.ASCII, 1 << 20))
            .ToArray();
        try
        {
            var block = new MarketEvent[8192];
            for (var count = walk.Read(block); count > 0; count = walk.Read(block))
            {
                foreach (ref readonly var e in block.AsSpan(0, count))
                {
                    var bar = e.AsBar();
                    writers[e.Instrument.Index].Write(string.Create(CultureInfo.InvariantCulture, $"{bar.OpenTime.ToUtc():yyyy-MM-dd HH:mm:ss},{Cents(bar.Open)},{Cents(bar.High)},{Cents(bar.Low)},{Cents(bar.Close)},{bar.Volume:F2}\n"));
                }
            }
        }
        finally
        {
            Array.ForEach(writers, w => w.Dispose());
        }
    }

    private static string Cents(Price price) => (price.Raw / (decimal)Grid.UnitsPerOne).ToString("F2", CultureInfo.InvariantCulture);
}
