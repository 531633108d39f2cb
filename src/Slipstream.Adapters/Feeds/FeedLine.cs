using System.Globalization;
using System.Text.Json;
using Slipstream.Domain;

namespace Slipstream.Adapters;

/// <summary>The fields of one feed line, as they were written.</summary>
internal sealed class FeedLine
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    public static bool TryRead(ReadOnlySpan<byte> json, FeedLine line, out string complaint)
    {
        line._fields.Clear();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                complaint = "not a JSON object";
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    reader.Skip();
                    continue;
                }

                line._fields[name] = reader.TokenType switch
                {
                    JsonTokenType.String => reader.GetString()!,
                    JsonTokenType.Null => "",
                    _ => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
                };
            }

            // A second value behind the object is an error too, which reading on finds.
            reader.Read();
            complaint = "";
            return true;
        }
        catch (JsonException)
        {
            complaint = "not valid JSON";
            return false;
        }
        catch (InvalidOperationException)
        {
            complaint = "not valid UTF-8";
            return false;
        }
    }

    public string? Text(string name) => _fields.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    public bool Flag(string name) => Text(name) == "true";

    public Price Price(string name) => Domain.Price.FromRaw(Raw(name, Required(name)));

    public Price PriceOr(string name, Price fallback) => Text(name) is { } text ? Domain.Price.FromRaw(Raw(name, text)) : fallback;

    public double Size(string name)
    {
        if (Text(name) is not { } text)
        {
            return 0;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var size) && size >= 0 && double.IsFinite(size)
            ? size
            : throw new FormatException($"{name} '{text}' is not a size of 0 or more");
    }

    public long Integer(string name)
    {
        if (Text(name) is not { } text)
        {
            return 0;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"{name} '{text}' is not a whole number");
    }

    /// <summary>Reads ISO 8601, or an epoch whose unit its magnitude tells: seconds, milliseconds, microseconds or nanoseconds.</summary>
    public Instant Time(string name)
    {
        var text = Required(name);
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var epoch))
        {
            return Instant.Parse(text);
        }

        return Math.Abs(epoch) switch
        {
            < 100_000_000_000 => Instant.FromUnixSeconds(epoch),
            < 100_000_000_000_000 => Instant.FromUnixMillis(epoch),
            < 100_000_000_000_000_000 => Instant.FromUnixNanos(checked(epoch * 1000)),
            _ => Instant.FromUnixNanos(epoch),
        };
    }

    public Side? Side(string name) => Text(name)?.ToLowerInvariant() switch
    {
        null => null,
        "buy" or "bid" or "b" => Domain.Side.Buy,
        "sell" or "ask" or "s" or "a" => Domain.Side.Sell,
        var other => throw new FormatException($"{name} '{other}' is neither buy nor sell"),
    };

    public string Required(string name) => Text(name) ?? throw new FormatException($"field '{name}' is missing");

    private static long Raw(string name, string text) => Grid.TryParse(text, out var raw)
        ? raw
        : throw new FormatException($"{name} '{text}' is not a decimal number between -92233720368 and 92233720368");
}
