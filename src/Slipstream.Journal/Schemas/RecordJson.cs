using System.Text.Json;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>
/// Turns records of any known version into JSON: sequence, type, version, time and input; mode, run, strategy id and version hash
/// of the run's header; then the schema's fields. Decimals are texts, enumerations names, times ISO 8601 to the nanosecond, instruments symbols.
/// </summary>
/// <remarks>Give it the records in order from the first: it remembers the run's header.</remarks>
/// <param name="schemas">The layouts known; the journal's own unless said.</param>
public sealed class RecordJson(SchemaRegistry? schemas = null)
{
    private readonly SchemaRegistry _schemas = schemas ?? SchemaRegistry.Journal;

    /// <summary>The run's header; null before it was seen.</summary>
    public RunStarted? Run { get; private set; }

    /// <summary>Writes a record as one object.</summary>
    public void Write(Utf8JsonWriter json, in RecordView record)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (record.Type == RecordType.RunStarted)
        {
            Run = record.Decode<RunStartedCodec, RunStarted>();
        }

        var known = _schemas.TryFind(record.Type, record.Header.Version, out var schema);
        json.WriteStartObject();
        json.WriteNumber("sequence", record.Sequence);
        json.WriteString("type", known ? schema!.Name : ((ushort)record.Type).ToString());
        json.WriteNumber("version", record.Header.Version);
        json.WriteString("time", record.Time.ToString());
        json.WriteNumber("input", record.Input);
        if (!record.Header.IsLogical)
        {
            json.WriteBoolean("logical", false);
        }

        if (record.Type != RecordType.RunStarted && Run is { } run)
        {
            json.WriteString("runId", run.RunId);
            json.WriteString("mode", run.Mode.Text());
            json.WriteString("strategyId", run.StrategyId);
            json.WriteString("versionHash", run.VersionHash);
        }

        if (known)
        {
            var payload = new PayloadReader(record.Payload);
            PayloadJson.WriteFields(json, ref payload, schema!.Fields, Run?.Universe);
        }
        else
        {
            json.WriteString("payloadHex", Convert.ToHexStringLower(record.Payload));
        }

        json.WriteEndObject();
    }
}
