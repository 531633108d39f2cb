using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Slipstream.Journal;

/// <summary>A schema as JSON, for people and programs that read journals without this code.</summary>
public static class SchemaJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns name, type, version, doc and fields, indented.</summary>
    public static string Write(RecordSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("name", schema.Name);
            json.WriteNumber("type", (ushort)schema.Type);
            json.WriteNumber("version", schema.Version);
            json.WriteString("doc", schema.Doc);
            WriteFields(json, schema.Fields);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<FieldSchema> fields)
    {
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("type", JsonNamingPolicy.CamelCase.ConvertName(field.Type.ToString()));
            json.WriteString("doc", field.Doc);
            if (field.IsOptional)
            {
                json.WriteBoolean("optional", true);
            }

            if (field.Unit.Length > 0)
            {
                json.WriteString("unit", field.Unit);
            }

            WriteValues(json, field.Values);
            if (field.Fields.Count > 0)
            {
                WriteFields(json, field.Fields);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, IReadOnlyDictionary<long, string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartObject("values");
        foreach (var (number, name) in values.OrderBy(v => v.Key))
        {
            json.WriteString(number.ToString(), name);
        }

        json.WriteEndObject();
    }
}
