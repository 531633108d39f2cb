using System.Diagnostics;
using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Strategies;
using Slipstream.Journal;
using Slipstream.Runtime.Configuration;
using Slipstream.Runtime.Runs;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Replays;

/// <summary>REPLAY: feeds a journal's inputs to a fresh core, and compares every effect and the state with what the journal holds. It sends nothing.</summary>
public sealed class ReplayRun : IDisposable
{
    private readonly JournalCursor _cursor;
    private readonly TapeInputs _tape;
    private readonly ReplayComparer _comparer;
    private readonly EffectBuffer _effects = new();
    private readonly Engine.Core.StateHash _hasher = new();
    private readonly RunStarted _header;
    private readonly TradingCore _core;
    private readonly string? _note;
    private Instant _start;
    private string? _failure;
    private bool _blockIsDue;
    private bool _inputsMissing;
    private bool _stopped;

    private ReplayRun(string directory)
    {
        _cursor = new JournalCursor(directory);
        _tape = new TapeInputs(directory);
        _comparer = new ReplayComparer(_cursor);
        _header = ReadHeader(directory);
        var source = ReadSource(directory);
        var strategy = source is null
            ? StrategyLoader.Load(_header.StrategyId, _header.Parameters)
            : StrategyLoader.Load(source, _header.Parameters);
        _note = strategy.VersionHash == _header.VersionHash ? null : $"the strategy's source has changed since: version {strategy.VersionHash[..12]} is replayed, the journal has {_header.VersionHash[..12]}";
        var config = RunConfig.FromCanonical(_header.ConfigJson, _header.Mode);
        _core = new TradingCore(CoreFactory.Settings(config, _header.Universe), strategy.Strategy, _effects);
    }

    /// <summary>Replays a journal.</summary>
    /// <exception cref="JournalException">The journal can't be opened, or is damaged.</exception>
    /// <exception cref="StrategyLoadException">The strategy can't be loaded again.</exception>
    public static ReplayResult Execute(string directory, Action<long>? progress = null)
    {
        var clock = Stopwatch.StartNew();
        using var run = new ReplayRun(directory);
        run.Feed(progress);
        return run.Result(clock.Elapsed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cursor.Dispose();
        _tape.Dispose();
    }

    private RunStarted ReadHeader(string directory)
    {
        if (!_cursor.HasRecord || _cursor.Current.Type != RecordType.RunStarted)
        {
            throw new JournalException($"{directory} holds no run: its first record is not a run header.", directory);
        }

        var header = _cursor.Current.Decode<RunStartedCodec, RunStarted>();
        _start = _cursor.Current.Time;
        _cursor.Json();
        _comparer.Accept();
        return header;
    }

    private SourceSnapshot? ReadSource(string directory)
    {
        SourceSnapshot? source = null;
        while (_cursor.HasRecord && _cursor.Current.Input == 0 && _cursor.Current.Type is RecordType.RuntimeDescribed or RecordType.SnapshotStored or RecordType.Command)
        {
            if (_cursor.Current.Type == RecordType.SnapshotStored && _cursor.Current.Decode<SnapshotStoredCodec, SnapshotStored>() is var stored && stored.Kind.StartsWith(RunHeader.StrategySource, StringComparison.Ordinal))
            {
                source = Load(directory, stored);
            }

            _comparer.Accept();
        }

        return source;
    }

    private static SourceSnapshot Load(string directory, in SnapshotStored stored)
    {
        var parts = stored.Kind.Split(':', 3);
        return new SourceSnapshot(Enum.Parse<SourceKind>(parts[1]), stored.Name, parts[2], new SnapshotStore(directory).Load(stored.Sha256));
    }

    private void Feed(Action<long>? progress)
    {
        try
        {
            FeedAll(progress);
        }
        catch (StrategyFaultException fault)
        {
            // The run that was recorded may have ended by the same fault: then nothing more is expected.
            _failure = fault.Message;
            if (_cursor.HasRecord)
            {
                _comparer.Differ(fault.Message);
            }
        }
    }

    private void FeedAll(Action<long>? progress)
    {
        _core.Start(_start);
        Compare();
        while (_cursor.HasRecord && _comparer.Divergence is null && !_tape.Retired && !_inputsMissing)
        {
            Take();
            if ((_core.Sequence & 0xFFFF) == 0)
            {
                progress?.Invoke(_core.Counts.MarketEvents);
            }
        }
    }

    private void Take()
    {
        var record = _cursor.Current;
        if (_blockIsDue && record.Type != RecordType.TapeBlock)
        {
            _inputsMissing = true;
            return;
        }

        switch (record.Type)
        {
            case RecordType.TapeBlock:
                FeedRest();
                _blockIsDue = false;
                if (_comparer.Divergence is null)
                {
                    _tape.Open(_cursor.Current.Decode<TapeBlockCodec, TapeBlock>());
                    _comparer.Accept();
                }

                break;
            case RecordType.ExecutionReport or RecordType.TimerFired or RecordType.Command:
                FeedUntil(record.Input - 1);
                if (_comparer.Divergence is null)
                {
                    FeedInput();
                }

                break;
            case RecordType.StateHash:
                FeedUntil(record.Input);
                CheckState();
                // Market events follow a state's hash; the journal says at once where they lie, or never.
                _blockIsDue = !_tape.IsNamed;
                break;
            case RecordType.RunEnded:
                FeedUntil(record.Input - 1);
                FeedStop(record.Input, record.Time);
                CheckEnd();
                break;
            default:
                FeedUntilEffect(record.Input, record.Time);
                break;
        }
    }

    private void FeedRest()
    {
        while (_tape.Left > 0 && _comparer.Divergence is null)
        {
            FeedMarket();
        }
    }

    private void FeedUntil(long input)
    {
        while (_core.Sequence < input && _tape.Left > 0 && _comparer.Divergence is null)
        {
            FeedMarket();
        }
    }

    // The record in hand is an effect: the input that led to it must be the next market event, or the end.
    private void FeedUntilEffect(long input, Instant time)
    {
        var sequence = _cursor.LastSequence;
        FeedUntil(input);
        if (_core.Sequence < input)
        {
            FeedStop(input, time);
        }

        if (_comparer.Divergence is null && _cursor.HasRecord && _cursor.LastSequence == sequence)
        {
            _comparer.Miss();
        }
    }

    private void FeedMarket()
    {
        _core.OnMarket(in _tape.Take());
        if (_effects.Count != 0)
        {
            Compare();
        }
    }

    private void FeedInput()
    {
        var record = _cursor.Current;
        var time = record.Time;
        if (record.Type == RecordType.ExecutionReport)
        {
            var report = record.Decode<ExecutionReportCodec, ExecutionReport>();
            _comparer.Accept();
            _core.OnReport(in report, time);
        }
        else if (record.Type == RecordType.TimerFired)
        {
            var timer = record.Decode<TimerFiredCodec, TimerFired>();
            if (_core.Timers.Next != (timer.Due, timer.Tag))
            {
                _comparer.Differ(_core.Timers.Next is { } next ? $"the next timer is {next.Tag}, due {next.Due}" : "no timer is set");
                return;
            }

            _comparer.Accept();
            _core.OnTimer(timer.Due, timer.Tag);
        }
        else
        {
            FeedCommand(record.Decode<CommandCodec, Command>(), time);
        }

        Compare();
    }

    private void FeedCommand(in Command command, Instant time)
    {
        _comparer.Accept();
        if (command.Kind == "halt")
        {
            _core.Halt(time, command.Json);
        }
        else if (command.Kind == "resume")
        {
            _core.Resume(time, command.Json);
        }
    }

    private void FeedStop(long input, Instant time)
    {
        if (!_stopped && _core.Sequence == input - 1 && _comparer.Divergence is null)
        {
            _stopped = true;
            _core.Stop(time);
            Compare();
        }
    }

    private void CheckState()
    {
        if (_comparer.Divergence is not null)
        {
            return;
        }

        var hash = State();
        if (hash == _cursor.Current.Decode<StateHashCodec, Journal.StateHash>().Hash)
        {
            _comparer.Accept();
        }
        else
        {
            _comparer.Differ($"state hash {hash}");
        }
    }

    private void CheckEnd()
    {
        if (_comparer.Divergence is not null || !_cursor.HasRecord || _cursor.Current.Type != RecordType.RunEnded)
        {
            return;
        }

        var counts = _core.Counts;
        var actual = new RunEnded(counts.MarketEvents, counts.Decisions, counts.Intents, counts.Orders, counts.Fills, State());
        if (actual == _cursor.Current.Decode<RunEndedCodec, RunEnded>())
        {
            _comparer.Accept();
        }
        else
        {
            _comparer.Differ(actual.ToString());
        }
    }

    private void Compare()
    {
        EffectRecords.Write(_effects, _comparer, _core.Sequence, _core.Now);
        _effects.Clear();
    }

    private ContentHash State()
    {
        Span<byte> hash = stackalloc byte[Engine.Core.StateHash.Length];
        _hasher.Compute(_core, hash);
        return ContentHash.FromBytes(hash);
    }

    private ReplayResult Result(TimeSpan elapsed)
    {
        return new(_header.RunId, _header.Mode.Text(), _header.StrategyId, _cursor.LastSequence, _comparer.Matched, _core.Counts.MarketEvents, State().ToString(), _comparer.Divergence, Note(), _tape.Retired || _inputsMissing, elapsed.TotalMilliseconds);
    }

    private string? Note()
    {
        if (_tape.Retired)
        {
            return "inputs retired: the market data of this run was dropped by retention, so its decisions can't be taken again";
        }

        if (_inputsMissing)
        {
            return "the market data of this run was not kept (journal.keepInputs was false), so its decisions can't be taken again";
        }

        if (_comparer.Divergence is null && _failure is not null)
        {
            return $"the run ended by a fault of its strategy, which happens again: {_failure}";
        }

        const string Open = "the run was not closed (killed, or still going on): replayed as far as the journal goes";
        return _cursor.SawEnd || _comparer.Divergence is not null ? _note : _note is null ? Open : $"{Open}; {_note}";
    }
}
