using Slipstream.Domain;

namespace Slipstream.Lake.Recognise;

/// <summary>Infers the length of a bar.</summary>
internal static class StepGuess
{
    /// <summary>Returns the smallest gap between neighbouring times that is common: at least 2 % of all gaps and not a single case among many.</summary>
    /// <param name="times">Start or end times of bars of one instrument, ascending or descending.</param>
    public static uint? Of(IEnumerable<long> times)
    {
        var ordered = times.Distinct().Order().ToArray();
        var gaps = ordered.Zip(ordered.Skip(1), (a, b) => (b - a) / Duration.NanosPerSecond).Where(g => g is > 0 and <= uint.MaxValue).ToArray();
        var needed = gaps.Length < 10 ? 1 : Math.Max(2, gaps.Length / 50);
        var common = gaps.GroupBy(g => g).Where(g => g.Count() >= needed).Select(g => g.Key).DefaultIfEmpty(0).Min();
        return common == 0 ? gaps.Length == 0 ? null : (uint)gaps.Min() : (uint)common;
    }

    /// <summary>Returns the length that a file's name tells, such as <c>ADABTC-1m-2021</c>.</summary>
    public static uint? OfName(string name)
    {
        foreach (var token in name.Split('-', '_', '.', ' ', '/'))
        {
            var digits = token.TakeWhile(char.IsAsciiDigit).Count();
            if (digits is 0 or > 3 || digits == token.Length || !uint.TryParse(token[..digits], out var n))
            {
                continue;
            }

            var unit = token[digits..] switch
            {
                "s" or "sec" => 1u,
                "m" or "min" or "T" => 60u,
                "h" or "H" or "hour" => 3600u,
                "d" or "D" or "day" => 86_400u,
                "w" or "W" => 604_800u,
                _ => 0u,
            };
            if (unit > 0)
            {
                return n * unit;
            }
        }

        return null;
    }

    /// <summary>Says a length in words.</summary>
    public static string Describe(uint seconds) => seconds switch
    {
        0 => "irregular",
        _ when seconds % 86_400 == 0 => $"{seconds / 86_400} day",
        _ when seconds % 3600 == 0 => $"{seconds / 3600} hour",
        _ when seconds % 60 == 0 => $"{seconds / 60} minute",
        _ => $"{seconds} second",
    };
}
