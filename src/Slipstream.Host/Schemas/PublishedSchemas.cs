using Slipstream.Host.Cli;
using Slipstream.Journal;

namespace Slipstream.Host.Schemas;

/// <summary>All formats that outsiders may write or read.</summary>
internal static class PublishedSchemas
{
    public static IReadOnlyList<PublishedSchema> All { get; } =
    [
        new("config", "Configuration of a run (JSON Schema).", ConfigSchema.Text),
        new("feed", "JSON lines of `run --feed -` (JSON Schema).", () => EmbeddedSchema.Read("feed.schema.json")),
        new("backtest-result", "What `backtest --json` prints (JSON Schema).", () => EmbeddedSchema.Read("backtest-result.schema.json")),
        new("replay-result", "What `replay --json` prints (JSON Schema).", () => EmbeddedSchema.Read("replay-result.schema.json")),
        new("verify-result", "What `verify --json` prints (JSON Schema).", () => EmbeddedSchema.Read("verify-result.schema.json")),
        .. SchemaRegistry.Journal.All.Select(s => new PublishedSchema(s.Name, $"Journal record: {s.Doc}", () => SchemaJson.Write(s))),
    ];

    public static PublishedSchema Find(string name) => All.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"There is no schema '{name}'; there are {string.Join(", ", All.Select(s => s.Name))}.");
}
