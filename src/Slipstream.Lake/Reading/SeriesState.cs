using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>What the files of one series hand on to each other: the last row, so that order and repetition are seen across files.</summary>
internal sealed class SeriesState(InstrumentId[] ids)
{
    /// <summary>Universe ids by the series' own numbers.</summary>
    public InstrumentId[] Ids { get; } = ids;

    /// <summary>Last bar by the series' own numbers.</summary>
    public LastBar[] Last { get; } = NewLast(ids.Length);

    /// <summary>Time of the last event.</summary>
    public long LastTime { get; set; } = long.MinValue;

    /// <summary>Last known bid, ask and sizes where a row tells one side only.</summary>
    public (long Bid, long Ask, double BidSize, double AskSize) Sides { get; set; }

    /// <summary>The book's last update.</summary>
    public long LastUpdateId { get; set; }

    /// <summary>Exchange clock minus recorder's clock, nanoseconds.</summary>
    public long ClockOffset { get; set; }

    private static LastBar[] NewLast(int count)
    {
        var last = new LastBar[count];
        Array.Fill(last, new LastBar { Time = long.MinValue });
        return last;
    }
}
