using Slipstream.Domain;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Recording;

/// <summary>Keeps the account's course in at most some thousand points, whatever the length of the run: when full, every second point goes and the spacing doubles.</summary>
internal sealed class EquitySampler
{
    private const int Capacity = 4096;
    private readonly List<EquityPoint> _points = new(Capacity);
    private long _next = long.MinValue;
    private long _spacing;

    public IReadOnlyList<EquityPoint> Points => _points;

    public bool IsDue(Instant time) => time.UnixNanos >= _next;

    public void Add(in EquityPoint point)
    {
        if (_points.Count == Capacity)
        {
            Thin();
        }

        _points.Add(point);
        _next = point.Time.UnixNanos + _spacing;
    }

    private void Thin()
    {
        var kept = _points.Where((_, i) => i % 2 == 0).ToList();
        _points.Clear();
        _points.AddRange(kept);
        var span = (_points[^1].Time - _points[0].Time).Nanos;
        _spacing = Math.Max(_spacing * 2, span / (Capacity / 2));
    }
}
