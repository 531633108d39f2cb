using System.Buffers.Binary;
using System.Security.Cryptography;
using Slipstream.Domain;

namespace Slipstream.Strategies.Tests;

/// <summary>The bars of REFERENCE-WORKLOADS.md: an integer random walk that any language can repeat.</summary>
public static class ReferenceWalk
{
    public const int S1Bars = 1_051_200;

    private static readonly Instant Start = Instant.FromUtc(2021, 1, 1);

    /// <summary>Returns one-minute bars of a symbol, each stamped with its end.</summary>
    public static MarketEvent[] Bars(InstrumentId instrument, int symbolIndex, int count)
    {
        var bars = new MarketEvent[count];
        Generate(symbolIndex, count, (i, o, h, l, c, v) => bars[i] =
            MarketEvent.OfBar(instrument, Start + Duration.FromSeconds(60L * (i + 1)), 60, Cents(o), Cents(h), Cents(l), Cents(c), v / 100.0));
        return bars;
    }

    /// <summary>SHA-256 over the S1 bars as little-endian records of six int64.</summary>
    public static string S1Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var record = new byte[48];
        Generate(0, S1Bars, (i, o, h, l, c, v) =>
        {
            long[] fields = [(Start.UnixNanos / 1_000_000) + (60_000L * i), o, h, l, c, v];
            for (var f = 0; f < fields.Length; f++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(8 * f), fields[f]);
            }

            hash.AppendData(record);
        });
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Price Cents(long cents) => Price.FromRaw(cents * (Grid.UnitsPerOne / 100));

    private static void Generate(int symbolIndex, int count, Action<int, long, long, long, long, long> emit)
    {
        const long First = 1_000_000;
        const long Step = First / 1000;
        const long Wick = (3 * Step / 10) + 1;
        var x = (ulong)(12345 + symbolIndex);
        var p = First;
        for (var i = 0; i < count; i++)
        {
            var o = p;
            p += (Draw() % ((2 * Step) + 1)) - Step;
            if (p < First / 10)
            {
                p = (2 * (First / 10)) - p;
            }

            if (p > 10 * First)
            {
                p = (20 * First) - p;
            }

            var h = Math.Max(o, p) + (Draw() % Wick);
            var l = Math.Min(o, p) - (Draw() % Wick);
            emit(i, o, h, l, p, 1 + (Draw() % 1000));
        }

        long Draw()
        {
            x = unchecked((x * 6364136223846793005) + 1442695040888963407);
            return (long)(x >> 33);
        }
    }
}
