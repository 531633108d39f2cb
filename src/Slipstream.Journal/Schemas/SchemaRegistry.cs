using System.Diagnostics.CodeAnalysis;

namespace Slipstream.Journal;

/// <summary>The published layouts of all record types and versions. Immutable; others add theirs with <see cref="With"/>.</summary>
public sealed class SchemaRegistry
{
    private readonly Dictionary<(RecordType Type, ushort Version), RecordSchema> _schemas = [];

    /// <summary>Creates it.</summary>
    /// <exception cref="ArgumentException">Two schemas of the same type and version.</exception>
    public SchemaRegistry(params IEnumerable<RecordSchema> schemas)
    {
        All = [.. schemas];
        foreach (var schema in All)
        {
            if (!_schemas.TryAdd((schema.Type, schema.Version), schema))
            {
                throw new ArgumentException($"Two schemas describe version {schema.Version} of {schema.Name}.", nameof(schemas));
            }
        }
    }

    /// <summary>The journal's own records.</summary>
    public static SchemaRegistry Journal { get; } = new(
        RunStartedCodec.Schema,
        RuntimeDescribedCodec.Schema,
        RunEndedCodec.Schema,
        SnapshotStoredCodec.Schema,
        TapeBlockCodec.Schema,
        TimerFiredCodec.Schema,
        CommandCodec.Schema,
        DecisionCodec.Schema,
        IntentCodec.Schema,
        IntentRefusedCodec.Schema,
        OrderCodec.Schema,
        CancelSentCodec.Schema,
        ReplaceSentCodec.Schema,
        ExecutionReportCodec.Schema,
        FillCodec.Schema,
        ReportAnomalyCodec.Schema,
        RiskStateChangedCodec.Schema,
        StateHashCodec.Schema);

    /// <summary>All schemas in the order given.</summary>
    public IReadOnlyList<RecordSchema> All { get; }

    /// <summary>Returns a registry with more schemas.</summary>
    public SchemaRegistry With(params IEnumerable<RecordSchema> more) => new(All.Concat(more));

    /// <summary>Finds the schema of a type and version.</summary>
    public bool TryFind(RecordType type, ushort version, [NotNullWhen(true)] out RecordSchema? schema) =>
        _schemas.TryGetValue((type, version), out schema);

    /// <summary>Finds the newest schema by name, such as <c>intent</c>.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out RecordSchema? schema)
    {
        schema = All.Where(s => s.Name == name).MaxBy(s => s.Version);
        return schema is not null;
    }
}
