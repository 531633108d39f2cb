using Slipstream.Quant.Indicators;

namespace Slipstream.Quant.Tests.Indicators;

/// <summary>One indicator under test: how to make it, feed it and read each of its outputs.</summary>
internal sealed class Subject
{
    private readonly Action<IIndicator, Bar> _update;
    private readonly Func<IIndicator, double>[] _read;

    private Subject(Func<IIndicator> create, Action<IIndicator, Bar> update, string[] columns, Func<IIndicator, double>[] read)
    {
        Create = create;
        _update = update;
        Columns = columns;
        _read = read;
    }

    public Func<IIndicator> Create { get; }

    /// <summary>Names of the outputs, and of their columns in indicators.csv.</summary>
    public string[] Columns { get; }

    public string Name => Columns[0];

    /// <summary>Whether the outputs depend on the last WarmUp bars alone.</summary>
    public bool IsWindowed { get; private init; }

    public static Subject Recursive<T>(Func<T> create, Action<T, Bar> update, params (string Column, Func<T, double> Read)[] outputs)
        where T : class, IIndicator =>
        new(create, (i, bar) => update((T)i, bar), [.. outputs.Select(o => o.Column)], [.. outputs.Select(o => Untyped(o.Read))]);

    public static Subject Windowed<T>(Func<T> create, Action<T, Bar> update, params (string Column, Func<T, double> Read)[] outputs)
        where T : class, IIndicator =>
        new(create, (i, bar) => update((T)i, bar), [.. outputs.Select(o => o.Column)], [.. outputs.Select(o => Untyped(o.Read))])
        {
            IsWindowed = true,
        };

    public void Update(IIndicator indicator, Bar bar) => _update(indicator, bar);

    public double[] Read(IIndicator indicator) => [.. _read.Select(read => read(indicator))];

    public IIndicator After(IEnumerable<Bar> bars)
    {
        IIndicator indicator = Create();
        foreach (Bar bar in bars)
        {
            Update(indicator, bar);
        }

        return indicator;
    }

    private static Func<IIndicator, double> Untyped<T>(Func<T, double> read)
        where T : class, IIndicator => i => read((T)i);
}
