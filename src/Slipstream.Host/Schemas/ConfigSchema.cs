using System.Text.Json.Nodes;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Host.Schemas;

/// <summary>The JSON Schema of a run's configuration, made from the options themselves.</summary>
internal static class ConfigSchema
{
    public static string Text()
    {
        var root = Object("Configuration of a Slipstream run. Comments are allowed. Options under modes.backtest, modes.dry-run, modes.live and modes.replay hold in that mode only.");
        foreach (var option in ConfigOptions.All)
        {
            Add(root, option.Path.Split('.'), option);
        }

        var properties = root["properties"]!.AsObject();
        var perMode = new JsonObject { ["$ref"] = "#" };
        properties["modes"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Options that hold in one mode only; each change is logged.",
            ["properties"] = new JsonObject { ["backtest"] = perMode.DeepClone(), ["dry-run"] = perMode.DeepClone(), ["live"] = perMode.DeepClone(), ["replay"] = perMode.DeepClone() },
            ["additionalProperties"] = false,
        };
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Slipstream run configuration" };
        foreach (var (name, value) in root.ToList())
        {
            root.Remove(name);
            schema[name] = value;
        }

        return JsonText.Of(schema);
    }

    private static void Add(JsonObject parent, string[] path, ConfigOption option)
    {
        var name = path[0];
        var isList = name.EndsWith("[]", StringComparison.Ordinal);
        var properties = parent["properties"]!.AsObject();
        if (path.Length == 1)
        {
            if (name == "*")
            {
                parent["additionalProperties"] = Leaf(option);
            }
            else
            {
                properties[isList ? name[..^2] : name] = isList ? new JsonObject { ["type"] = "array", ["items"] = Leaf(option) } : Leaf(option);
            }

            return;
        }

        var key = isList ? name[..^2] : name;
        if (properties[key] is null)
        {
            properties[key] = isList ? new JsonObject { ["type"] = "array", ["items"] = Object("") } : Object("");
        }

        Add((isList ? properties[key]!["items"] : properties[key])!.AsObject(), path[1..], option);
    }

    private static JsonObject Object(string description)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (description.Length > 0)
        {
            schema["description"] = description;
        }

        schema["properties"] = new JsonObject();
        schema["additionalProperties"] = false;
        return schema;
    }

    private static JsonObject Leaf(ConfigOption option)
    {
        var schema = new JsonObject { ["description"] = option.Description };
        schema["type"] = option.Type switch
        {
            OptionType.Flag => "boolean",
            OptionType.Integer => "integer",
            OptionType.Number => new JsonArray("number", "string"),
            OptionType.Text when option.Path == "parameters.*" => new JsonArray("string", "number", "boolean"),
            _ => "string",
        };
        if (option.Choices is { } choices)
        {
            schema["enum"] = new JsonArray([.. choices.Select(c => JsonValue.Create(c))]);
        }

        if (option.Default is { } value)
        {
            schema["default"] = option.Type switch
            {
                OptionType.Flag => JsonValue.Create(value == "true"),
                OptionType.Integer => JsonValue.Create(long.Parse(value)),
                OptionType.Number => JsonValue.Create(decimal.Parse(value)),
                _ => JsonValue.Create(value),
            };
        }

        if (option.Min is { } min)
        {
            schema["minimum"] = min;
        }

        if (option.Max is { } max)
        {
            schema["maximum"] = max;
        }

        return schema;
    }
}
