using System.Globalization;

namespace Slipstream.Simulation;

// Reads a model's options. The first fault is kept; values after it do not matter.
internal sealed class ModelOptions(ModelEntry entry, IReadOnlyDictionary<string, string> given)
{
    public string? Fault { get; private set; } = FindUnknown(entry, given);

    public double Number(string name, double min, double max = double.MaxValue, bool minIsOut = false) => OptionalNumber(name, min, max, minIsOut) ?? min;

    // Null where nothing is given and there is no default.
    public double? OptionalNumber(string name, double min, double max = double.MaxValue, bool minIsOut = false)
    {
        if (TextOf(name) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value >= min && value <= max) || (minIsOut && value == min))
        {
            Fail(name, text);
            return null;
        }

        return value;
    }

    public Price Amount(string name)
    {
        var text = TextOf(name)!;
        if (Grid.TryParse(text, out var raw))
        {
            return Price.FromRaw(raw);
        }

        Fail(name, text);
        return default;
    }

    public T Word<T>(string name)
        where T : struct, Enum
    {
        var text = TextOf(name)!;
        if (OptionOf(name).Words.Contains(text) && Enum.TryParse<T>(text, ignoreCase: true, out var value))
        {
            return value;
        }

        Fail(name, text);
        return default;
    }

    private static string? FindUnknown(ModelEntry entry, IReadOnlyDictionary<string, string> given)
    {
        var unknown = given.Keys.Where(key => entry.Options.All(option => option.Name != key)).Order(StringComparer.Ordinal).FirstOrDefault();
        return unknown is null ? null : $"The model '{entry.Name}' has no option '{unknown}'; it has {ListOf(entry)}.";
    }

    private static string ListOf(ModelEntry entry) => entry.Options.Count == 0 ? "none" : string.Join(", ", entry.Options.Select(option => option.Name));

    private ModelOption OptionOf(string name) => entry.Options.Single(option => option.Name == name);

    private string? TextOf(string name) => given.TryGetValue(name, out var text) ? text : OptionOf(name).Default;

    private void Fail(string name, string text) => Fault ??= $"'{text}' can't be {name} of the model '{entry.Name}': {OptionOf(name).Description}.";
}
