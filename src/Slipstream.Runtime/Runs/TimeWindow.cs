using Slipstream.Domain;

namespace Slipstream.Runtime.Runs;

/// <summary>The part of the data that a run uses.</summary>
/// <param name="From">First time that counts; null for the beginning.</param>
/// <param name="To">First time that no longer counts; null for the end.</param>
internal readonly record struct TimeWindow(Instant? From, Instant? To)
{
    /// <summary>Moves the events inside to the front.</summary>
    /// <returns>How many they are.</returns>
    public int Cut(Span<MarketEvent> events)
    {
        if (From is null && To is null)
        {
            return events.Length;
        }

        var kept = 0;
        for (var i = 0; i < events.Length; i++)
        {
            var time = events[i].Time;
            if (!(time < From) && !(time >= To))
            {
                events[kept++] = events[i];
            }
        }

        return kept;
    }

    /// <summary>Are all events after one of this time outside?</summary>
    public bool EndsBefore(Instant time) => time >= To;
}
