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
        // The last of an instant stands for it.
        if (_points.Count > 0 && _points[^1].Time == point.Time)
        {
            _points[^1] = point;
            return;
        }

        if (_points.Count == Capacity)
        {
            Thin();
        }

        _points.Add(point);
        _next = point.Time.UnixNanos + _spacing;
    }

    private void Thin()
    {
        for (var i = 0; i < Capacity / 2; i++)
        {
            _points[i] = _points[2 * i];
        }

        _points.RemoveRange(Capacity / 2, Capacity / 2);
        var span = (_points[^1].Time - _points[0].Time).Nanos;
        _spacing = Math.Max(_spacing * 2, span / (Capacity / 2));
    }
}
