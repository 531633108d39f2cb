using System.Reflection;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>The <c>[Parameter]</c> properties of a strategy or model, in name order: described, set from texts, written canonically.</summary>
public sealed class StrategyParameters
{
    private readonly SortedDictionary<string, StrategyParameter> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _strategy;

    private StrategyParameters(string strategy) => _strategy = strategy;

    /// <summary>Collects the parameters of an object.</summary>
    /// <param name="strategy">Name for messages.</param>
    /// <param name="owner">The strategy or model.</param>
    /// <exception cref="StrategyLoadException">A property can't be a parameter.</exception>
    public static StrategyParameters Of(string strategy, object owner)
    {
        var parameters = new StrategyParameters(strategy);
        parameters.Add(owner);
        return parameters;
    }

    /// <summary>Present values by name, in name order.</summary>
    public IReadOnlyDictionary<string, string> Values =>
        new SortedDictionary<string, string>(_byName.ToDictionary(p => p.Value.Name, p => p.Value.Text), StringComparer.OrdinalIgnoreCase);

    /// <summary>What may be set, in name order.</summary>
    public IReadOnlyList<ParameterDescription> Describe() => [.. _byName.Values.Select(p => p.Describe())];

    /// <summary>The present values as one text, a line <c>name=value</c> each, in name order; hashes and the journal use it.</summary>
    public string Canonical()
    {
        var text = new StringBuilder();
        foreach (var parameter in _byName.Values)
        {
            var value = parameter.Text.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\r", "\\r");
            text.Append(parameter.Name).Append('=').Append(value).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Sets the properties that the settings name; case doesn't matter.</summary>
    /// <exception cref="StrategyLoadException">Unknown or repeated name, or a value that doesn't fit: one line for each fault.</exception>
    public void Bind(IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var faults = new List<string>();
        var given = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, text) in settings)
        {
            if (!given.TryAdd(name, text))
            {
                faults.Add($"Parameter {name} is given twice: {given[name]} and {text}.");
            }
            else if (!_byName.TryGetValue(name, out var parameter))
            {
                faults.Add(Unknown(name));
            }
            else if (Fault(parameter, text) is { } fault)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new StrategyLoadException(string.Join(Environment.NewLine, faults));
        }
    }

    internal bool Has(string name) => _byName.ContainsKey(name);

    internal void Add(object owner)
    {
        foreach (var property in owner.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<ParameterAttribute>() is { } attribute)
            {
                var parameter = new StrategyParameter(owner, property, attribute);
                if (!_byName.TryAdd(parameter.Name, parameter))
                {
                    throw new StrategyLoadException($"{owner.GetType().Name} has two parameters named {parameter.Name}: names must differ in more than case.");
                }
            }
        }
    }

    private static string? Fault(StrategyParameter parameter, string text)
    {
        try
        {
            parameter.Set(text);
            return null;
        }
        catch (StrategyLoadException e)
        {
            return e.Message;
        }
    }

    private string Unknown(string name) => _byName.Count == 0
        ? $"Strategy {_strategy} has no parameters, so '{name}' can't be set."
        : $"Strategy {_strategy} has no parameter '{name}'.{NameSuggestion.For(name, _byName.Values.Select(p => p.Name))} It has: {string.Join(", ", _byName.Values.Select(p => p.Name))}.";
}
