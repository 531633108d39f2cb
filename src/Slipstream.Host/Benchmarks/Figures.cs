using System.Text.Json.Nodes;
using Slipstream.Host.Cli;

namespace Slipstream.Host.Benchmarks;

/// <summary>What a workload measured, in the order of measuring, with what it must have computed.</summary>
internal sealed class Figures(string workload)
{
    private readonly List<(string Name, object Value)> _values = [];

    /// <summary>Did the workload compute what it must? A bench that can't reproduce the result measures nothing.</summary>
    public bool IsRight { get; private set; } = true;

    public void Add(string name, object value) => _values.Add((name, value));

    public void Check(string what, string expected, string actual)
    {
        var right = expected == actual;
        IsRight &= right;
        Add(what, right ? $"{actual} (as it must be)" : $"{actual}, but must be {expected}");
    }

    public void Print(bool json, TextWriter writer)
    {
        if (json)
        {
            var document = new JsonObject { ["workload"] = workload, ["isRight"] = IsRight };
            foreach (var (name, value) in _values)
            {
                document[name] = value switch
                {
                    double number => double.IsFinite(number) ? JsonValue.Create(Math.Round(number, 3)) : null,
                    int whole => JsonValue.Create(whole),
                    long whole => JsonValue.Create(whole),
                    _ => JsonValue.Create(value.ToString()),
                };
            }

            writer.WriteLine(JsonText.Of(document));
            return;
        }

        writer.WriteLine(workload);
        foreach (var (name, value) in _values)
        {
            var text = value is double number ? number.ToString(Math.Abs(number) >= 1000 ? "N0" : "N2") : value is long or int ? $"{value:N0}" : value.ToString();
            writer.WriteLine($"  {name,-34} {text,20}");
        }
    }
}
