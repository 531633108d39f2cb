using Slipstream.Host.Cli;

namespace Slipstream.Host.Benchmarks;

/// <summary>A reference workload.</summary>
internal abstract class Workload(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>Runs it once cold and several times warm.</summary>
    public abstract Figures Run(int warmRuns);

    /// <summary>Writes its data.</summary>
    public virtual void Write(string path) => throw new UsageException($"The workload {Name} has no data to write.");

    protected static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
