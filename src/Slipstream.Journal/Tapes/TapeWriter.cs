using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Writes market events to a new tape. A full block is sealed and written by itself; <see cref="SealBlock"/> does so earlier.</summary>
/// <remarks>Any one thread at a time. A tape that a crash cut is never continued: start another one.</remarks>
public sealed class TapeWriter : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private readonly Action<SealedTapeBlock>? _onSealed;
    private readonly byte[] _bytes = new byte[TapeBlockHeader.Size + (Tape.MaxEventsPerBlock * MarketEvent.SizeInBytes)];
    private int _count;
    private long _position;
    private long _nextBlock;
    private bool _failed;

    private TapeWriter(string path, SafeFileHandle file, TapeFileHeader header, Action<SealedTapeBlock>? onSealed)
    {
        _path = path;
        _file = file;
        _onSealed = onSealed;
        DatasetHash = header.Hash;
        Write(header.Bytes);
    }

    /// <summary>Events appended.</summary>
    public long Events { get; private set; }

    /// <summary>The tape's identity as far as it is sealed: hash of the last block, which covers all before it and the instruments.</summary>
    public ContentHash DatasetHash { get; private set; }

    private Span<MarketEvent> Room => MemoryMarshal.Cast<byte, MarketEvent>(_bytes.AsSpan(TapeBlockHeader.Size));

    /// <summary>Starts a tape.</summary>
    /// <param name="path">A file that does not exist yet; its directory is made if needed.</param>
    /// <param name="universe">The instruments that the events' ids mean.</param>
    /// <param name="onSealed">Told of each block once it is written, in order.</param>
    /// <exception cref="JournalException">The file is there already or can't be written.</exception>
    public static TapeWriter Create(string path, Universe universe, Action<SealedTapeBlock>? onSealed = null)
    {
        var header = TapeFileHeader.Of(universe);
        SafeFileHandle? file = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
            return new(path, file, header, onSealed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JournalException)
        {
            file?.Dispose();
            throw e as JournalException ?? JournalException.Of("Creating the tape", path, e);
        }
    }

    /// <summary>Appends an event.</summary>
    public void Append(in MarketEvent marketEvent)
    {
        Room[_count++] = marketEvent;
        Events++;
        if (_count == Tape.MaxEventsPerBlock)
        {
            SealBlock();
        }
    }

    /// <summary>Appends events.</summary>
    public void Append(ReadOnlySpan<MarketEvent> events)
    {
        while (events.Length > 0)
        {
            var part = events[..Math.Min(events.Length, Tape.MaxEventsPerBlock - _count)];
            part.CopyTo(Room[_count..]);
            _count += part.Length;
            Events += part.Length;
            events = events[part.Length..];
            if (_count == Tape.MaxEventsPerBlock)
            {
                SealBlock();
            }
        }
    }

    /// <summary>Writes the events since the last block as a block of their own.</summary>
    /// <returns>The block; null where there was nothing to write.</returns>
    /// <exception cref="JournalException">The disk is full or refused; nothing more is taken.</exception>
    public SealedTapeBlock? SealBlock()
    {
        if (_count == 0)
        {
            return null;
        }

        var block = _bytes.AsSpan(0, TapeBlockHeader.Size + (_count * MarketEvent.SizeInBytes));
        var header = new TapeBlockHeader(default, DatasetHash, _count, _nextBlock, Events - _count, Room[0].Time, Room[_count - 1].Time);
        header.WriteHashed(block);
        var hash = ContentHash.Of(block[TapeBlockHeader.HashedFrom..]);
        TapeBlockHeader.WriteSeal(block, hash);
        Write(block);
        DatasetHash = hash;
        _nextBlock++;
        _count = 0;
        var written = new SealedTapeBlock(header.Index, header.FirstEvent, header.Count, header.FirstTime, header.LastTime, hash);
        _onSealed?.Invoke(written);
        return written;
    }

    /// <summary>Waits until the disk has all sealed blocks.</summary>
    /// <exception cref="JournalException">The disk refused.</exception>
    public void Flush()
    {
        try
        {
            FileSync.Data(_file);
            FileSync.Directory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
        }
        catch (IOException e)
        {
            throw JournalException.Of("Flushing the tape", _path, e);
        }
    }

    /// <summary>Seals what is left and closes. After a failure it only closes.</summary>
    public void Dispose()
    {
        try
        {
            if (!_failed && !_file.IsClosed)
            {
                SealBlock();
            }
        }
        finally
        {
            _file.Dispose();
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        if (_failed)
        {
            throw new JournalException($"The tape {_path} failed before and takes no more events.", _path);
        }

        try
        {
            _failed = true;
            RandomAccess.Write(_file, bytes, _position);
            _failed = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Writing to the tape", _path, e);
        }

        _position += bytes.Length;
    }
}
