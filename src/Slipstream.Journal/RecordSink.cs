using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>
/// Where the core's records go. It encodes them and knows nothing of files: a run appends them to a journal, a replay
/// compares the same bytes with the journal's next record. One thread at a time; nothing is allocated per record.
/// </summary>
/// <remarks>In each method <c>input</c> is the number of the core's input that caused the record, or that it is, and <c>time</c> that input's time.</remarks>
public abstract class RecordSink
{
    /// <summary>Records the run's header.</summary>
    public void Append(long input, Instant time, RunStarted record) => Append<RunStartedCodec, RunStarted>(input, time, record);

    /// <summary>Records when and on what the run was made.</summary>
    public void Append(long input, Instant time, in RuntimeDescribed record) => Append<RuntimeDescribedCodec, RuntimeDescribed>(input, time, record);

    /// <summary>Records the run's end.</summary>
    public void Append(long input, Instant time, in RunEnded record) => Append<RunEndedCodec, RunEnded>(input, time, record);

    /// <summary>Records that an input file was kept.</summary>
    public void Append(long input, Instant time, in SnapshotStored record) => Append<SnapshotStoredCodec, SnapshotStored>(input, time, record);

    /// <summary>Records where market events lie.</summary>
    public void Append(long input, Instant time, in TapeBlock record) => Append<TapeBlockCodec, TapeBlock>(input, time, record);

    /// <summary>Records a due timer.</summary>
    public void Append(long input, Instant time, in TimerFired record) => Append<TimerFiredCodec, TimerFired>(input, time, record);

    /// <summary>Records a command.</summary>
    public void Append(long input, Instant time, in Command record) => Append<CommandCodec, Command>(input, time, record);

    /// <summary>Records a decision.</summary>
    public void Append(long input, Instant time, in Decision record) => Append<DecisionCodec, Decision>(input, time, record);

    /// <summary>Records an intent.</summary>
    public void Append(long input, Instant time, in Intent record) => Append<IntentCodec, Intent>(input, time, record);

    /// <summary>Records a refusal.</summary>
    public void Append(long input, Instant time, in IntentRefused record) => Append<IntentRefusedCodec, IntentRefused>(input, time, record);

    /// <summary>Records an order.</summary>
    public void Append(long input, Instant time, in Order record) => Append<OrderCodec, Order>(input, time, record);

    /// <summary>Records a cancel.</summary>
    public void Append(long input, Instant time, in CancelSent record) => Append<CancelSentCodec, CancelSent>(input, time, record);

    /// <summary>Records a replace.</summary>
    public void Append(long input, Instant time, in ReplaceSent record) => Append<ReplaceSentCodec, ReplaceSent>(input, time, record);

    /// <summary>Records a venue's word.</summary>
    public void Append(long input, Instant time, in ExecutionReport record) => Append<ExecutionReportCodec, ExecutionReport>(input, time, record);

    /// <summary>Records a fill.</summary>
    public void Append(long input, Instant time, in Fill record) => Append<FillCodec, Fill>(input, time, record);

    /// <summary>Records a venue's word that changed nothing.</summary>
    public void Append(long input, Instant time, in ReportAnomaly record) => Append<ReportAnomalyCodec, ReportAnomaly>(input, time, record);

    /// <summary>Records a risk rule's turn.</summary>
    public void Append(long input, Instant time, in RiskStateChanged record) => Append<RiskStateChangedCodec, RiskStateChanged>(input, time, record);

    /// <summary>Records the state's hash.</summary>
    public void Append(long input, Instant time, in StateHash record) => Append<StateHashCodec, StateHash>(input, time, record);

    /// <summary>Records anything that has a codec.</summary>
    public void Append<TCodec, T>(long input, Instant time, in T record)
        where TCodec : struct, IRecordCodec<T>
    {
        var writer = new PayloadWriter(Reserve(TCodec.MaxSize(record)));
        TCodec.Write(ref writer, record);
        Complete(TCodec.Type, TCodec.Version, input, time, TCodec.Flags, writer.Length);
    }

    /// <summary>Returns room for a payload of at most <paramref name="size"/> bytes.</summary>
    protected abstract Span<byte> Reserve(int size);

    /// <summary>Takes the payload that was written into the room last reserved.</summary>
    /// <param name="type">What it tells.</param>
    /// <param name="version">Version of its schema.</param>
    /// <param name="input">Number of the core's input.</param>
    /// <param name="time">Time of the core's input.</param>
    /// <param name="flags">How it counts.</param>
    /// <param name="length">Bytes written.</param>
    protected abstract void Complete(RecordType type, ushort version, long input, Instant time, RecordFlags flags, int length);
}
