namespace Slipstream.Domain;

/// <summary>How a run meets the market. The core behaves the same in all.</summary>
public enum Mode : byte
{
    /// <summary>Recorded data, simulated execution, as fast as possible.</summary>
    Backtest = 1,

    /// <summary>A live or paced feed, simulated execution.</summary>
    DryRun = 2,

    /// <summary>Real orders to a venue, armed and confirmed.</summary>
    Live = 3,

    /// <summary>A journal fed again, its effects compared, none sent.</summary>
    Replay = 4,
}
