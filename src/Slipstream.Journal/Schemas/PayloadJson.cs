using System.Text.Json;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Turns payloads into JSON as their schema says, knowing nothing of any record type.</summary>
internal static class PayloadJson
{
    /// <summary>Writes the schema's fields as members of the object that is open.</summary>
    public static void WriteFields(Utf8JsonWriter json, ref PayloadReader payload, IReadOnlyList<FieldSchema> fields, Universe? universe)
    {
        foreach (var field in fields)
        {
            json.WritePropertyName(field.Name);
            if (field.IsOptional && !payload.Bool())
            {
                json.WriteNullValue();
                continue;
            }

            WriteValue(json, ref payload, field, universe);
        }
    }

    private static void WriteValue(Utf8JsonWriter json, ref PayloadReader payload, FieldSchema field, Universe? universe)
    {
        switch (field.Type)
        {
            case FieldType.Boolean:
                json.WriteBooleanValue(payload.Bool());
                break;
            case FieldType.Enum8:
                WriteName(json, field, payload.Byte());
                break;
            case FieldType.Enum16:
                WriteName(json, field, payload.UInt16());
                break;
            case FieldType.Instrument:
                WriteInstrument(json, payload.UInt16(), universe);
                break;
            case FieldType.Int32:
                json.WriteNumberValue(payload.Int32());
                break;
            case FieldType.Int64:
                json.WriteNumberValue(payload.Int64());
                break;
            case FieldType.UInt64:
                json.WriteNumberValue(payload.UInt64());
                break;
            case FieldType.Double:
                WriteDouble(json, payload.Double());
                break;
            case FieldType.Decimal:
                json.WriteStringValue(Grid.Format(payload.Int64()));
                break;
            case FieldType.Decimal128:
                json.WriteStringValue(Grid.Format(payload.Int128()));
                break;
            case FieldType.Instant:
                json.WriteStringValue(Instant.FromUnixNanos(payload.Int64()).ToString());
                break;
            case FieldType.Text:
                json.WriteStringValue(payload.TextBytes());
                break;
            case FieldType.Json:
                WriteJson(json, payload.TextBytes());
                break;
            case FieldType.Texts:
                WriteTexts(json, ref payload);
                break;
            case FieldType.Hash:
                json.WriteStringValue(payload.Hash().ToString());
                break;
            case FieldType.Group:
                WriteGroup(json, ref payload, field, universe);
                break;
            case FieldType.Groups:
                WriteGroups(json, ref payload, field, universe);
                break;
            default:
                throw new JournalException($"The field {field.Name} has the unknown type {field.Type}.");
        }
    }

    private static void WriteName(Utf8JsonWriter json, FieldSchema field, int number)
    {
        if (field.Values.TryGetValue(number, out var name))
        {
            json.WriteStringValue(name);
        }
        else
        {
            json.WriteNumberValue(number);
        }
    }

    private static void WriteInstrument(Utf8JsonWriter json, ushort index, Universe? universe)
    {
        if (index < universe?.Count)
        {
            json.WriteStringValue(universe[new(index)].Symbol);
        }
        else
        {
            json.WriteNumberValue(index);
        }
    }

    private static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString());
        }
    }

    private static void WriteJson(Utf8JsonWriter json, ReadOnlySpan<byte> text)
    {
        if (IsJson(text))
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            return JsonDocument.TryParseValue(ref reader, out var document) && Dispose(document) && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Dispose(JsonDocument document)
    {
        document.Dispose();
        return true;
    }

    private static void WriteTexts(Utf8JsonWriter json, ref PayloadReader payload)
    {
        json.WriteStartArray();
        for (var left = payload.UInt16(); left > 0; left--)
        {
            json.WriteStringValue(payload.TextBytes());
        }

        json.WriteEndArray();
    }

    private static void WriteGroup(Utf8JsonWriter json, ref PayloadReader payload, FieldSchema field, Universe? universe)
    {
        json.WriteStartObject();
        WriteFields(json, ref payload, field.Fields, universe);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, ref PayloadReader payload, FieldSchema field, Universe? universe)
    {
        json.WriteStartArray();
        for (var left = payload.UInt16(); left > 0; left--)
        {
            WriteGroup(json, ref payload, field, universe);
        }

        json.WriteEndArray();
    }
}
