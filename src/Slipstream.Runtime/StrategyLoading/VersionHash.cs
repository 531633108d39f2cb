using System.Security.Cryptography;
using System.Text;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>Which strategy ran: a hash over its source and effective parameters, not over the build.</summary>
public static class VersionHash
{
    private static ReadOnlySpan<byte> Domain => "slipstream strategy version 1\n"u8;

    /// <summary>Returns the hash of source files and parameters, each file with its line ends made one and a byte-order mark taken off.</summary>
    public static string OfSource(IEnumerable<string> files, string canonicalParameters)
    {
        using var hash = Start("source");
        foreach (var file in files)
        {
            Append(hash, Encoding.UTF8.GetBytes(Normalise(file)));
        }

        return Finish(hash, canonicalParameters);
    }

    /// <summary>Returns the hash of an assembly, as it is, and parameters.</summary>
    public static string OfAssembly(ReadOnlySpan<byte> bytes, string canonicalParameters)
    {
        using var hash = Start("assembly");
        Append(hash, bytes);
        return Finish(hash, canonicalParameters);
    }

    private static string Normalise(string source) => source.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');

    private static IncrementalHash Start(string kind)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Domain);
        Append(hash, Encoding.UTF8.GetBytes(kind));
        return hash;
    }

    // The length in front keeps two parts from being read as others that run together to the same bytes.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        hash.AppendData(BitConverter.GetBytes((long)part.Length));
        hash.AppendData(part);
    }

    private static string Finish(IncrementalHash hash, string canonicalParameters)
    {
        Append(hash, Encoding.UTF8.GetBytes(canonicalParameters));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
