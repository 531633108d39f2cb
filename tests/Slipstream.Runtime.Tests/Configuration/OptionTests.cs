using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Domain;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Runtime.Tests.Configuration;

/// <summary>Each option: accepted in a file and by its path, checked, and part of the hash if it decides.</summary>
public class OptionTests
{
    // What an option has an effect with only.
    private static readonly Dictionary<string, (string Path, string Text)> Needs = new()
    {
        ["execution.fee.amount"] = ("execution.fee.model", "fixed"),
        ["execution.fee.makerBps"] = ("execution.fee.model", "bps"),
        ["execution.fee.takerBps"] = ("execution.fee.model", "bps"),
        ["execution.spread.bps"] = ("execution.spread.model", "fixed"),
        ["execution.impact.y"] = ("execution.impact.model", "square-root"),
        ["execution.impact.temporaryShare"] = ("execution.impact.model", "square-root"),
        ["execution.impact.volDaily"] = ("execution.impact.model", "square-root"),
        ["execution.impact.adv"] = ("execution.impact.model", "square-root"),
        ["execution.latency.orderMillis"] = ("execution.latency.model", "lognormal"),
        ["execution.latency.reportMillis"] = ("execution.latency.model", "fixed"),
        ["execution.latency.sigma"] = ("execution.latency.model", "lognormal"),
        ["execution.queue"] = ("execution.fill", "queue"),
    };

    public static TheoryData<string> Paths { get; } = [.. ConfigOptions.All.Select(o => o.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void It_is_accepted_in_a_file_and_by_its_path_alike(string path)
    {
        var values = Values(path);
        var byPath = ConfigFile.Of(values);
        var nested = ConfigFile.Take(Nested([.. Set([("strategy", "ema-cross"), .. values]).Select(v => (v.Key, v.Value))]));
        var flat = ConfigFile.Take(JsonSerializer.Serialize(Set([("strategy", "ema-cross"), .. values])));
        Assert.Equal(byPath.CanonicalJson, nested.CanonicalJson);
        Assert.Equal(byPath.CanonicalJson, flat.CanonicalJson);
        Assert.Equal(byPath.Text(values[^1].Path), nested.Text(values[^1].Path));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void It_is_part_of_the_hash_if_and_only_if_it_decides(string path)
    {
        var option = ConfigOptions.All.Single(o => o.Path == path);
        var values = Values(path);
        var before = ConfigFile.Of(values[..^1]);
        var after = ConfigFile.Of(values);
        Assert.Equal(option.Decides, before.Hash != after.Hash);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_value_of_the_wrong_type_or_out_of_range_is_refused_with_file_and_line(string path)
    {
        var option = ConfigOptions.All.Single(o => o.Path == path);
        var values = Values(path);
        foreach (var wrong in Wrong(option))
        {
            var spoilt = values[..^1].Append((values[^1].Path, wrong)).Prepend(("strategy", "ema-cross")).ToArray();
            var json = "{\n" + string.Join(",\n", Set(spoilt).Select(v => $"{JsonSerializer.Serialize(v.Key)}: {JsonSerializer.Serialize(v.Value)}")) + "\n}";
            var line = 2 + Set(spoilt).Keys.ToList().IndexOf(values[^1].Path);
            var errors = ConfigFile.ErrorsOf(json);
            Assert.Contains(errors, e => e.StartsWith($"run.json:{line}: ", StringComparison.Ordinal) && e.Contains(values[^1].Path, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Each_default_is_accepted()
    {
        foreach (var option in ConfigOptions.All.Where(o => o.Default is not null && !o.Path.Contains("[]", StringComparison.Ordinal)))
        {
            var needed = Needs.TryGetValue(option.Path, out var model) ? new[] { model } : [];
            Assert.Equal(option.Default, ConfigFile.Of([.. needed, (option.Path, option.Default!)]).Text(option.Path));
        }
    }

    [Fact]
    public void Each_option_that_needs_a_model_contradicts_the_others()
    {
        foreach (var (path, model) in Needs)
        {
            var errors = Assert.Throws<ConfigException>(() => ConfigFile.Of(Values(path)[^1], (model.Path, ConfigOptions.All.Single(o => o.Path == model.Path).Choices!.First(c => c != model.Text && c != "auto" && c != "lognormal" && c != "fixed" && c != "bps")))).Errors;
            Assert.Contains(errors, e => e.Contains(path, StringComparison.Ordinal) && e.Contains("has no effect", StringComparison.Ordinal));
        }
    }

    private static (string Path, string Text)[] Values(string path)
    {
        var option = ConfigOptions.All.Single(o => o.Path == path);
        var values = new List<(string, string)>();
        var place = path.Replace("[]", "[0]", StringComparison.Ordinal).Replace("*", path.StartsWith("account", StringComparison.Ordinal) ? "EUR" : "fast", StringComparison.Ordinal);
        if (place.StartsWith("data[0]", StringComparison.Ordinal) && place != "data[0].path")
        {
            values.Add(("data[0].path", "x.csv"));
        }

        if (Needs.TryGetValue(path, out var model))
        {
            values.Add(model);
        }

        values.Add((place, Sample(option)));
        return [.. values];
    }

    private static string Sample(ConfigOption option) => option switch
    {
        { Choices: { } choices } => choices.Last(c => c != option.Default),
        { Type: OptionType.Flag } => option.Default == "true" ? "false" : "true",
        { Type: OptionType.Integer } => "7",
        { Type: OptionType.Number } => "0.75",
        { Type: OptionType.Time } => "2024-02-29T12:00:00Z",
        { Path: "account.currency" } => "EUR",
        _ => "sample",
    };

    private static IEnumerable<string> Wrong(ConfigOption option)
    {
        switch (option.Type)
        {
            case OptionType.Flag:
                yield return "yes";
                break;
            case OptionType.Integer:
                yield return "1.5";
                yield return "many";
                yield return "99999999999999999999";
                break;
            case OptionType.Number:
                yield return "a lot";
                yield return "NaN";
                yield return "1e40";
                yield return "1,5";
                break;
            case OptionType.Time:
                yield return "yesterday";
                yield return "1066-10-14";
                break;
            case OptionType.Text:
                yield return "";
                break;
        }

        if (option.Choices is not null)
        {
            yield return "none of these";
        }

        if (option.Min is { } min)
        {
            yield return $"{min - 1}";
        }

        if (option.Max is { } max)
        {
            yield return $"{max + 1}";
        }
    }

    private static Dictionary<string, string> Set((string Path, string Text)[] values)
    {
        var set = new Dictionary<string, string>();
        foreach (var (path, text) in values)
        {
            set[path] = text;
        }

        return set;
    }

    private static string Nested((string Path, string Text)[] values)
    {
        var root = new JsonObject();
        foreach (var (path, text) in values)
        {
            JsonNode at = root;
            var parts = path.Replace("[0]", ".0", StringComparison.Ordinal).Split('.');
            for (var i = 0; i < parts.Length; i++)
            {
                JsonNode? child = i == parts.Length - 1 ? Value(path, text) : parts[i + 1] == "0" ? new JsonArray() : new JsonObject();
                if (at is JsonArray array)
                {
                    if (array.Count == 0)
                    {
                        array.Add(child);
                    }

                    at = array[0]!;
                }
                else
                {
                    at[parts[i]] ??= child;
                    at = at[parts[i]]!;
                }
            }
        }

        return root.ToJsonString();
    }

    private static JsonNode Value(string path, string text) => ConfigCheck.Find(path)!.Type switch
    {
        OptionType.Flag => JsonValue.Create(text == "true"),
        OptionType.Integer => JsonValue.Create(long.Parse(text)),
        OptionType.Number => JsonValue.Create(decimal.Parse(text)),
        _ => JsonValue.Create(text),
    };
}
