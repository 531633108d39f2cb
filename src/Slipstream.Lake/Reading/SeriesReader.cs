using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Files one after another as one series; each is opened when its turn comes.</summary>
internal sealed class SeriesReader(IReadOnlyList<Func<ISeries>> files) : ISeries
{
    private int _next;
    private ISeries? _current;

    public int Read(Span<MarketEvent> destination)
    {
        if (destination.IsEmpty)
        {
            return 0;
        }

        while (true)
        {
            if (_current is null)
            {
                if (_next == files.Count)
                {
                    return 0;
                }

                _current = files[_next++]();
            }

            var n = _current.Read(destination);
            if (n > 0)
            {
                return n;
            }

            _current.Dispose();
            _current = null;
        }
    }

    public void Dispose() => _current?.Dispose();
}
