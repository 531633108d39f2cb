using Xunit.Abstractions;

namespace Slipstream.Host.Tests.EndToEnd;

public sealed class KillDrillTests(ITestOutputHelper output)
{
    [Fact]
    public void No_kill_at_any_instant_loses_an_acknowledged_record()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        using var drill = new KillDrill(seed);
        var rounds = Enumerable.Range(0, KillDrill.Rounds(20)).Select(drill.Round).ToList();

        output.WriteLine($"{rounds.Count} kills, {rounds.Count(r => r.Ended)} after the end; {rounds.Sum(r => (long)r.Acknowledged):N0} records acknowledged, {rounds.Sum(r => (long)r.Records):N0} left, {rounds.Count(r => r.TornBytes > 0)} torn tails");
        Assert.True(rounds.Count(r => !r.Ended) > rounds.Count / 3, "Most runs had ended before they were killed: lengthen them.");
        Assert.Contains(rounds, r => r.Acknowledged > 0);
    }
}
