namespace Slipstream.Journal;

/// <summary>How a record counts.</summary>
[Flags]
public enum RecordFlags : uint
{
    /// <summary>A logical record: equal runs have equal ones.</summary>
    None = 0,

    /// <summary>Stored and covered by the chain, but left out when runs are compared: wall-clock times, the host.</summary>
    OutsideLogical = 1,
}
