using Slipstream.Domain;

namespace Slipstream.Adapters;

/// <summary>Lets recorded events pass at a chosen multiple of the speed at which they happened.</summary>
public sealed class PacedReader : IMarketEventReader
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(200);
    private readonly IMarketEventReader _inner;
    private readonly double _speed;
    private readonly TimeProvider _clock;
    private readonly CancellationToken _cancellation;
    private readonly MarketEvent[] _block = new MarketEvent[1024];
    private int _next;
    private int _count;
    private long _startedAt;
    private Instant? _firstTime;

    /// <summary>Paces a reader, which it then owns.</summary>
    /// <param name="inner">Where the events come from.</param>
    /// <param name="speed">Recorded seconds per second; 60 shows a minute a second.</param>
    /// <param name="clock">The clock to wait by.</param>
    /// <param name="cancellation">Ends the waiting, and the stream.</param>
    public PacedReader(IMarketEventReader inner, double speed, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        _inner = inner;
        _speed = speed;
        _clock = clock;
        _cancellation = cancellation;
    }

    /// <inheritdoc/>
    public Universe Universe => _inner.Universe;

    /// <inheritdoc/>
    public int Read(Span<MarketEvent> destination)
    {
        if (_next == _count)
        {
            _count = _inner.Read(_block);
            _next = 0;
            if (_count == 0)
            {
                return 0;
            }
        }

        if (_firstTime is null)
        {
            _firstTime = _block[0].Time;
            _startedAt = _clock.GetTimestamp();
        }

        return WaitFor(_block[_next].Time) ? TakeDue(destination) : 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private bool WaitFor(Instant time)
    {
        while (Remaining(time) is var wait && wait > TimeSpan.Zero)
        {
            if (_cancellation.WaitHandle.WaitOne(wait < LongestWait ? wait : LongestWait))
            {
                return false;
            }
        }

        return !_cancellation.IsCancellationRequested;
    }

    private int TakeDue(Span<MarketEvent> destination)
    {
        var taken = 0;
        while (taken < destination.Length && _next < _count && Remaining(_block[_next].Time) <= TimeSpan.Zero)
        {
            destination[taken++] = _block[_next++];
        }

        return taken;
    }

    private TimeSpan Remaining(Instant time) =>
        TimeSpan.FromSeconds((time - _firstTime!.Value).TotalSeconds / _speed) - _clock.GetElapsedTime(_startedAt);
}
