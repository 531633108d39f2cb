using System.Text;
using Slipstream.Domain;
using Slipstream.Strategies.Trend;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>A strategy of the library: how to make one, and which of its files its version hash covers.</summary>
internal sealed record ShippedStrategy(string Name, Func<Strategy> Create, params string[] Files)
{
    /// <summary>Returns the texts of its files, as they were when it was built.</summary>
    public IEnumerable<string> ReadSources() => Files.Select(file =>
    {
        using var stream = typeof(EmaCross).Assembly.GetManifestResourceStream("source/" + file)
            ?? throw new InvalidOperationException($"Slipstream.Strategies does not embed {file}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });
}
