using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Runtime.Configuration;

/// <summary>Checks a document against the options: unknown names, wrong types, values out of range, each with its place.</summary>
public static class ConfigCheck
{
    /// <summary>Adds what is wrong to the document's errors.</summary>
    public static void Check(ConfigDocument document)
    {
        foreach (var (path, value) in document.Values)
        {
            if (Fault(path, value) is { } fault)
            {
                document.Errors.Add(fault);
            }
        }
    }

    /// <summary>Returns what is wrong with a value, as a sentence; null if nothing is.</summary>
    public static string? Fault(string path, in ConfigValue value)
    {
        if (Find(path) is not { } option)
        {
            return $"{value.Origin}: there is no option '{path}'.{Suggest(path)}";
        }

        return Complaint(option, value.Text) is { } complaint ? $"{value.Origin}: {path} is '{value.Text}', but must be {complaint}." : null;
    }

    /// <summary>Is the text a time?</summary>
    public static bool IsTime(string text)
    {
        try
        {
            Instant.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Returns the option of a path; null if there is none.</summary>
    public static ConfigOption? Find(string path) => ConfigOptions.All.FirstOrDefault(o => o.Matches(path));

    private static string? Complaint(ConfigOption option, string text) => option.Type switch
    {
        OptionType.Flag when text is not ("true" or "false") => "true or false",
        OptionType.Integer when !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
        OptionType.Integer or OptionType.Number when !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => "a number",
        OptionType.Integer or OptionType.Number => Range(option, decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        OptionType.Time when !IsTime(text) => "a time such as 2024-05-01 or 2024-05-01T13:30:00Z",
        _ when option.Choices is { } choices && !choices.Contains(text) => "one of " + string.Join(", ", choices),
        _ when text.Length == 0 => "given",
        _ => null,
    };

    private static string? Range(ConfigOption option, decimal value) => value < option.Min || value > option.Max
        ? (option.Min, option.Max) switch
        {
            ({ } min, { } max) => $"from {min} to {max}",
            ({ } min, null) => $"at least {min}",
            _ => $"at most {option.Max}",
        }
        : null;

    private static string Suggest(string path)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        var near = ConfigOptions.All.FirstOrDefault(o => o.Path.EndsWith("." + last, StringComparison.OrdinalIgnoreCase) || o.Path.Equals(last, StringComparison.OrdinalIgnoreCase));
        return near is null ? " `slipstream schema config` lists all." : $" Did you mean '{near.Path}'?";
    }
}
