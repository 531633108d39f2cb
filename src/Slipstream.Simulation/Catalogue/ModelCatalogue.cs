using System.Diagnostics.CodeAnalysis;

namespace Slipstream.Simulation;

/// <summary>The models of one kind that can be chosen by name.</summary>
/// <typeparam name="T">The kind: fill, latency, fee, spread or impact.</typeparam>
public sealed class ModelCatalogue<T>
    where T : class
{
    private readonly string _kind;
    private readonly (ModelEntry Entry, Func<ModelOptions, T> Create)[] _models;

    internal ModelCatalogue(string kind, params (ModelEntry Entry, Func<ModelOptions, T> Create)[] models)
    {
        _kind = kind;
        _models = models;
        Entries = [.. models.Select(model => model.Entry)];
    }

    /// <summary>Names, descriptions and options; the default comes first.</summary>
    public IReadOnlyList<ModelEntry> Entries { get; }

    /// <summary>The names; the default comes first.</summary>
    public IEnumerable<string> Names => Entries.Select(entry => entry.Name);

    /// <summary>Makes a model from its name and options as text.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="options">Options by name; what is left out has its default.</param>
    /// <param name="model">The model; null on a fault.</param>
    /// <param name="fault">What is wrong and what would be right, in a sentence; null on success.</param>
    public bool TryCreate(string name, IReadOnlyDictionary<string, string> options, [NotNullWhen(true)] out T? model, [NotNullWhen(false)] out string? fault)
    {
        model = null;
        var index = Array.FindIndex(_models, candidate => candidate.Entry.Name == name);
        if (index < 0)
        {
            fault = $"There is no {_kind} model '{name}'; there are {string.Join(", ", Names)}.";
            return false;
        }

        var (entry, create) = _models[index];
        var reader = new ModelOptions(entry, options);
        var made = reader.Fault is null ? create(reader) : null;
        fault = reader.Fault;
        model = fault is null ? made : null;
        return model is not null;
    }
}
