using System.Globalization;
using System.Reflection;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Runtime.StrategyLoading;

/// <summary>One settable property: reads texts into it and writes its value as canonical text.</summary>
internal sealed class StrategyParameter
{
    private readonly object _owner;
    private readonly PropertyInfo _property;
    private readonly ParameterAttribute _attribute;

    public StrategyParameter(object owner, PropertyInfo property, ParameterAttribute attribute)
    {
        _owner = owner;
        _property = property;
        _attribute = attribute;
        Name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
        if (!property.CanRead || !property.CanWrite || !(Type.IsEnum || IsNumber || Type == typeof(bool) || Type == typeof(string)))
        {
            throw new StrategyLoadException(
                $"{owner.GetType().Name}.{property.Name} can't be a [Parameter]: it must be a property with get and set of type int, long, double, decimal, bool, string or an enum, not {Type.Name}.");
        }
    }

    public string Name { get; }

    private Type Type => _property.PropertyType;

    private bool IsNumber => Type == typeof(int) || Type == typeof(long) || Type == typeof(double) || Type == typeof(decimal);

    private string TypeText => Type.IsEnum ? string.Join(" | ", ChoiceNames)
        : Type == typeof(bool) ? "true or false"
        : Type == typeof(string) ? "text"
        : Type == typeof(double) || Type == typeof(decimal) ? "number" : "integer";

    private IEnumerable<string> ChoiceNames => Enum.GetNames(Type).Select(name => char.ToLowerInvariant(name[0]) + name[1..]);

    public ParameterDescription Describe() =>
        new(Name, TypeText, Text, Finite(_attribute.Min), Finite(_attribute.Max), _attribute.Description);

    /// <summary>The present value as text: the shortest that reads back as the same value.</summary>
    public string Text => _property.GetValue(_owner) switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Enum choice => char.ToLowerInvariant(choice.ToString()[0]) + choice.ToString()[1..],
        0.0 => "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    /// <summary>Sets the property.</summary>
    /// <exception cref="StrategyLoadException">Not a value of its type, or out of range.</exception>
    public void Set(string text)
    {
        var value = Read(text) ?? throw new StrategyLoadException($"Parameter {Name}: '{text}' is not {Article}.");
        if (IsNumber)
        {
            RequireInRange(text, Convert.ToDouble(value, CultureInfo.InvariantCulture));
        }

        try
        {
            _property.SetValue(_owner, value);
        }
        catch (TargetInvocationException e) when (e.InnerException is { } cause)
        {
            throw new StrategyLoadException($"Parameter {Name}: {cause.Message}", cause);
        }
    }

    private string Article => Type.IsEnum ? "one of " + string.Join(", ", ChoiceNames)
        : Type == typeof(bool) ? "true or false"
        : Type == typeof(int) || Type == typeof(long) ? "a whole number" + (Type == typeof(int) ? " below 2,147,483,648" : "")
        : "a number such as 0.5";

    private static double? Finite(double limit) => double.IsFinite(limit) ? limit : null;

    private object? Read(string text)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        var culture = CultureInfo.InvariantCulture;
        return Type switch
        {
            _ when Type == typeof(string) => text,
            _ when Type == typeof(int) => int.TryParse(text, Whole, culture, out var i) ? i : null,
            _ when Type == typeof(long) => long.TryParse(text, Whole, culture, out var l) ? l : null,
            _ when Type == typeof(double) => double.TryParse(text, NumberStyles.Float, culture, out var d) && double.IsFinite(d) ? d : null,
            _ when Type == typeof(decimal) => decimal.TryParse(text, NumberStyles.Float, culture, out var m) ? m : null,
            _ when Type == typeof(bool) => bool.TryParse(text, out var b) ? b : null,
            _ => Choice(text.Trim()),
        };
    }

    // Not Enum.TryParse: it takes numbers and lists too.
    private object? Choice(string text) => Enum.GetNames(Type).FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name
        ? Enum.Parse(Type, name)
        : null;

    private void RequireInRange(string text, double value)
    {
        if (value >= _attribute.Min && value <= _attribute.Max)
        {
            return;
        }

        var range = new StringBuilder("must be ");
        _ = (Finite(_attribute.Min), Finite(_attribute.Max)) switch
        {
            ({ } min, { } max) => range.Append($"from {Number(min)} to {Number(max)}"),
            ({ } min, null) => range.Append($"at least {Number(min)}"),
            (_, { } max) => range.Append($"at most {Number(max)}"),
            _ => range.Append("a number"),
        };
        throw new StrategyLoadException($"Parameter {Name}: {text} is out of range, it {range}.");
    }

    private static string Number(double value) => Math.Abs(value) < 1e15 && Math.Floor(value) == value
        ? ((decimal)value).ToString(CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);
}
