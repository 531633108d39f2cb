using Slipstream.Host.Cli;

namespace Slipstream.Host.Benchmarks;

/// <summary>The workloads by name.</summary>
internal static class Workloads
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        new WalkWorkload("s1", "EMA 20/50 on 1,051,200 one-minute bars", 1),
        new WalkWorkload("s10", "EMA 20/50 on ten symbols, 5,256,000 one-minute bars", 10),
        new JournalWorkload(),
        new ReplayWorkload(),
    ];

    public static Workload Find(string name) => All.FirstOrDefault(w => w.Name == name)
        ?? throw new UsageException($"There is no workload '{name}'; there are {string.Join(", ", All.Select(w => w.Name))}.");
}
