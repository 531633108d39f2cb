using System.Text.Json;

namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Checks a value against the part of JSON Schema 2020-12 that the published schemas use; an unknown keyword is an error.</summary>
internal sealed class JsonSchemaCheck(JsonElement root)
{
    private static readonly HashSet<string> Notes = ["$schema", "title", "description", "default", "examples"];

    public static IReadOnlyList<string> Errors(string schema, JsonElement value)
    {
        var root = JsonDocument.Parse(schema).RootElement;
        return [.. new JsonSchemaCheck(root).Errors(root, value, "$")];
    }

    private List<string> Errors(JsonElement schema, JsonElement value, string path)
    {
        var errors = new List<string>();
        foreach (var rule in schema.EnumerateObject().Where(r => !Notes.Contains(r.Name)))
        {
            errors.AddRange(rule.Name switch
            {
                "$ref" when rule.Value.GetString() == "#" => Errors(root, value, path),
                "type" => Types(rule.Value).Any(t => IsOf(value, t)) ? [] : [$"{path} is {value.ValueKind}, not {rule.Value}"],
                "enum" => rule.Value.EnumerateArray().Any(v => JsonElement.DeepEquals(v, value)) ? [] : [$"{path} is {value}, not one of {rule.Value}"],
                "const" => JsonElement.DeepEquals(rule.Value, value) ? [] : [$"{path} is {value}, not {rule.Value}"],
                "required" => rule.Value.EnumerateArray().Where(n => value.ValueKind == JsonValueKind.Object && !value.TryGetProperty(n.GetString()!, out _)).Select(n => $"{path}.{n} is missing"),
                "properties" => Properties(rule.Value, value, path),
                "additionalProperties" => Others(schema, rule.Value, value, path),
                "items" => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().SelectMany((v, i) => Errors(rule.Value, v, $"{path}[{i}]")) : [],
                "oneOf" => OneOf(rule.Value, value, path),
                "minimum" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() < rule.Value.GetDecimal() ? [$"{path} is below {rule.Value}"] : [],
                "maximum" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() > rule.Value.GetDecimal() ? [$"{path} is above {rule.Value}"] : [],
                _ => [$"the schema has the keyword {rule.Name}, which this check does not know"],
            });
        }

        return errors;
    }

    private IEnumerable<string> Properties(JsonElement properties, JsonElement value, string path) => value.ValueKind == JsonValueKind.Object
        ? value.EnumerateObject().Where(p => properties.TryGetProperty(p.Name, out _)).SelectMany(p => Errors(properties.GetProperty(p.Name), p.Value, $"{path}.{p.Name}"))
        : [];

    private IEnumerable<string> Others(JsonElement schema, JsonElement rule, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => p.Name).ToHashSet() : [];
        var others = value.EnumerateObject().Where(p => !known.Contains(p.Name));
        return rule.ValueKind switch
        {
            JsonValueKind.True => [],
            JsonValueKind.False => others.Select(p => $"{path}.{p.Name} is not known"),
            _ => others.SelectMany(p => Errors(rule, p.Value, $"{path}.{p.Name}")),
        };
    }

    private IEnumerable<string> OneOf(JsonElement cases, JsonElement value, string path)
    {
        var tried = cases.EnumerateArray().Select(c => Errors(c, value, path)).ToList();
        return tried.Count(e => e.Count == 0) == 1 ? [] : [$"{path} fits {tried.Count(e => e.Count == 0)} of {tried.Count} cases: {string.Join("; ", tried.SelectMany(e => e))}"];
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
