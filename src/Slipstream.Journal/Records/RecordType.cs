namespace Slipstream.Journal;

/// <summary>What a record tells. Numbers 1 to 999 are the journal's own; whoever brings records of their own starts at 1000.</summary>
public enum RecordType : ushort
{
    /// <summary>The run's header: the first record.</summary>
    RunStarted = 1,

    /// <summary>Wall-clock start, host and runtime; outside the logical records.</summary>
    RuntimeDescribed = 2,

    /// <summary>The run's end: the last record of a run that was stopped in order.</summary>
    RunEnded = 3,

    /// <summary>An input file was kept by content hash.</summary>
    SnapshotStored = 4,

    /// <summary>A block of market events was sealed on a tape.</summary>
    TapeBlock = 5,

    /// <summary>A timer was due.</summary>
    TimerFired = 6,

    /// <summary>A command of an operator or of the bank.</summary>
    Command = 7,

    /// <summary>The strategy decided.</summary>
    Decision = 10,

    /// <summary>The strategy wants something done.</summary>
    Intent = 11,

    /// <summary>The risk gate refused an intent.</summary>
    IntentRefused = 12,

    /// <summary>An order was approved and sent.</summary>
    Order = 13,

    /// <summary>A cancel was sent.</summary>
    CancelSent = 14,

    /// <summary>A replace was sent.</summary>
    ReplaceSent = 15,

    /// <summary>A venue's word on an order.</summary>
    ExecutionReport = 16,

    /// <summary>A trade of one's own, counted once.</summary>
    Fill = 17,

    /// <summary>A venue's word that changed nothing (a duplicate, or of an unknown order), or a fill that counted although it was late or too much.</summary>
    ReportAnomaly = 18,

    /// <summary>A risk rule halted or freed trading.</summary>
    RiskStateChanged = 19,

    /// <summary>The hash of the core's state.</summary>
    StateHash = 20,
}
