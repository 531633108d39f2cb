using Slipstream.Domain;
using Slipstream.Simulation;

namespace Slipstream.Host.Commands;

/// <summary>The synthetic market that the demo trades on.</summary>
internal static class DemoMarket
{
    public const ulong Seed = 7;

    public static IMarketEventReader Create() =>
        new RegimeMarket(Seed, ["ALPHA/USD", "BETA/USD", "GAMMA/USD"], Instant.FromUtc(2015, 1, 1), Instant.FromUtc(2025, 1, 1), new RegimeMarketOptions { StepSeconds = 86_400, RegimeDays = 120 });
}
