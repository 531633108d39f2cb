namespace Slipstream.Journal;

/// <summary>One field of a record.</summary>
/// <param name="Name">Name in JSON, camel case.</param>
/// <param name="Type">How it lies in the payload.</param>
/// <param name="Doc">What it means.</param>
public sealed record FieldSchema(string Name, FieldType Type, string Doc)
{
    /// <summary>May it be absent? If so a byte stands before it, 1 for present; 0 stands alone.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Its unit; empty where it has none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Names of the numbers of an enumeration.</summary>
    public IReadOnlyDictionary<long, string> Values { get; init; } = new Dictionary<long, string>();

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<FieldSchema> Fields { get; init; } = [];

    /// <summary>The same field, absent at times.</summary>
    public FieldSchema OrAbsent() => this with { IsOptional = true };

    /// <summary>Returns a field of an enumeration, whose names are its members' or those given.</summary>
    public static FieldSchema Enum<T>(string name, string doc, Func<T, string>? text = null)
        where T : struct, System.Enum =>
        new(name, System.Enum.GetUnderlyingType(typeof(T)) == typeof(byte) ? FieldType.Enum8 : FieldType.Enum16, doc)
        {
            Values = System.Enum.GetValues<T>().ToDictionary(v => Convert.ToInt64(v), v => text is null ? v.ToString() : text(v)),
        };

    /// <summary>Returns a decimal with its unit.</summary>
    public static FieldSchema Decimal(string name, string unit, string doc) => new(name, FieldType.Decimal, doc) { Unit = unit };

    /// <summary>Returns a group of fields.</summary>
    public static FieldSchema Group(string name, string doc, params IReadOnlyList<FieldSchema> fields) => new(name, FieldType.Group, doc) { Fields = fields };

    /// <summary>Returns a list of groups.</summary>
    public static FieldSchema Groups(string name, string doc, params IReadOnlyList<FieldSchema> fields) => new(name, FieldType.Groups, doc) { Fields = fields };
}
