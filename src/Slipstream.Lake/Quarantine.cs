namespace Slipstream.Lake;

/// <summary>The rows that were not used, counted by reason; final once the reader has reached its end.</summary>
public sealed class Quarantine
{
    private readonly SortedDictionary<QuarantineReason, long> _counts = [];
    private readonly List<QuarantinedRow> _examples = [];
    private readonly int _maxExamples;

    internal Quarantine(int maxExamples) => _maxExamples = maxExamples;

    /// <summary>Data rows read so far, used or not.</summary>
    public long RowsRead { get; internal set; }

    /// <summary>Rows that are wrong and were not used.</summary>
    public long Quarantined { get; private set; }

    /// <summary>Rows that were left out without being wrong: repeated rows and one-sided quotes.</summary>
    public long Dropped { get; private set; }

    /// <summary>Counts by reason, in the order of the reasons.</summary>
    public IReadOnlyDictionary<QuarantineReason, long> Counts => _counts;

    /// <summary>The first of them, with file, line and text.</summary>
    public IReadOnlyList<QuarantinedRow> Examples => _examples;

    internal static bool IsBad(QuarantineReason reason) => reason is not (QuarantineReason.RepeatedRow or QuarantineReason.OneSided);

    internal void Add(QuarantineReason reason, Func<QuarantinedRow> row)
    {
        _counts[reason] = _counts.GetValueOrDefault(reason) + 1;
        if (!IsBad(reason))
        {
            Dropped++;
            return;
        }

        Quarantined++;
        if (_examples.Count < _maxExamples)
        {
            _examples.Add(row());
        }
    }
}
