using System.Text.Json;

namespace Slipstream.Host.Reports;

/// <summary>Writes named JSON values; what isn't a number becomes null.</summary>
internal sealed class JsonFields(Utf8JsonWriter writer)
{
    public void Text(string name, string? value) => writer.WriteString(name, value);

    public void Whole(string name, long value) => writer.WriteNumber(name, value);

    public void Number(string name, double? value)
    {
        writer.WritePropertyName(name);
        Number(value);
    }

    /// <summary>An element of an array.</summary>
    public void Number(double? value)
    {
        if (value is { } v && double.IsFinite(v))
        {
            writer.WriteNumberValue(v == 0 ? 0 : v);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>An object; without a name, an element of an array or the whole text.</summary>
    public void Object(string? name, Action fields)
    {
        Name(name);
        writer.WriteStartObject();
        fields();
        writer.WriteEndObject();
    }

    public void Array<T>(string name, IEnumerable<T> items, Action<T> element)
    {
        Name(name);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            element(item);
        }

        writer.WriteEndArray();
    }

    public void Element(string text) => writer.WriteStringValue(text);

    public void Null(string name) => writer.WriteNull(name);

    private void Name(string? name)
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }
    }
}
