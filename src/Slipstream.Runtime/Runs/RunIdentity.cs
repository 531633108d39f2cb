using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Slipstream.Domain;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Runs;

/// <summary>A run's id. For a simulated run it follows from what is run, so that the same run has the same id anywhere.</summary>
internal static class RunIdentity
{
    /// <summary>Returns 16 hex digits from mode, strategy, configuration and the first event, however the data came in parts.</summary>
    public static string Of(RunConfig config, LoadedStrategy strategy, ReadOnlySpan<MarketEvent> firstEvents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{config.Mode.Text()}\n{strategy.VersionHash}\n{config.Hash}\n"));
        hash.AppendData(MemoryMarshal.AsBytes(firstEvents[..Math.Min(1, firstEvents.Length)]));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
