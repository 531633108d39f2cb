namespace Slipstream.Host.Benchmarks;

/// <summary>A folder for one measurement, gone afterwards.</summary>
internal sealed class BenchFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"slipstream-bench-{Environment.ProcessId}-{Guid.NewGuid():N}");

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
