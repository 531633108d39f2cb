using Slipstream.Domain;

namespace Slipstream.Runtime.Runs;

/// <summary>The part of the data that a run uses.</summary>
/// <param name="From">First time that counts; null for the beginning.</param>
/// <param name="To">First time that no longer counts; null for the end.</param>
internal readonly record struct TimeWindow(Instant? From, Instant? To)
{
    /// <summary>Leaves only the events inside in the block.</summary>
    /// <returns>False if none is left.</returns>
    public bool Cut(FeedBlock block)
    {
        if (From is null && To is null)
        {
            return true;
        }

        var kept = 0;
        for (var i = 0; i < block.Count; i++)
        {
            var time = block.Events[i].Time;
            if (!(time < From) && !(time >= To))
            {
                block.Events[kept++] = block.Events[i];
            }
        }

        block.Count = kept;
        return kept > 0;
    }
}
