using Slipstream.Domain;

namespace Slipstream.Engine.Timers;

/// <summary>Timers by due time; those of one time in the order in which they were set.</summary>
public sealed class TimerQueue
{
    private readonly PriorityQueue<int, (long Due, long Order)> _queue = new();
    private long _set;

    /// <summary>When the next one is due, in nanoseconds; <see cref="long.MaxValue"/> if none is set, so that the hot path compares once.</summary>
    public long NextDueNanos { get; private set; } = long.MaxValue;

    /// <summary>When the next one is due; null if none is set.</summary>
    public Instant? NextDue => NextDueNanos == long.MaxValue ? null : Instant.FromUnixNanos(NextDueNanos);

    /// <summary>The next one: when it is due, and its tag; null if none is set.</summary>
    public (Instant Due, int Tag)? Next => _queue.TryPeek(out var tag, out _) ? (Instant.FromUnixNanos(NextDueNanos), tag) : null;

    /// <summary>How many are set.</summary>
    public int Count => _queue.Count;

    /// <summary>Sets a timer.</summary>
    public void Set(Instant due, int tag)
    {
        _queue.Enqueue(tag, (due.UnixNanos, _set++));
        NextDueNanos = Math.Min(NextDueNanos, due.UnixNanos);
    }

    /// <summary>Writes all that are set into a list, the next first.</summary>
    internal void CopyTo(List<(long Due, long Order, int Tag)> timers)
    {
        timers.Clear();
        foreach (var (tag, (due, order)) in _queue.UnorderedItems)
        {
            timers.Add((due, order, tag));
        }

        // No two have the same order, so tags are never compared.
        timers.Sort();
    }

    /// <summary>Takes the next timer out.</summary>
    /// <exception cref="InvalidOperationException">None is set.</exception>
    public (Instant Due, int Tag) Take()
    {
        if (!_queue.TryDequeue(out var tag, out var key))
        {
            throw new InvalidOperationException("A timer fired that was never set.");
        }

        NextDueNanos = _queue.TryPeek(out _, out var next) ? next.Due : long.MaxValue;
        return (Instant.FromUnixNanos(key.Due), tag);
    }
}
