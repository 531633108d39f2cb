using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Slipstream.Domain;

namespace Slipstream.Journal;

/// <summary>Reads a tape block by block, and checks hash and chain.</summary>
internal sealed class TapeBlockReader : IDisposable
{
    private readonly string _path;
    private readonly SafeFileHandle _file;
    private byte[] _bytes = new byte[TapeBlockHeader.Size];
    private long _position;

    public TapeBlockReader(string path)
    {
        _path = path;
        try
        {
            _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Opening the tape", path, e);
        }

        try
        {
            var header = TapeFileHeader.Read(_file, path) ?? throw new JournalException($"{path} ends before the tape's header does: its writer was stopped before the first event.", path);
            Universe = header.Universe;
            LastHash = header.Hash;
            _position = header.Bytes.Length;
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public Universe Universe { get; }

    /// <summary>Header of the block in hand.</summary>
    public TapeBlockHeader Header { get; private set; }

    /// <summary>Events of the block in hand.</summary>
    public ReadOnlySpan<MarketEvent> Events =>
        MemoryMarshal.Cast<byte, MarketEvent>(_bytes.AsSpan(TapeBlockHeader.Size, Header.Count * MarketEvent.SizeInBytes));

    public long NextBlock { get; private set; }

    public long NextEvent { get; private set; }

    public ContentHash LastHash { get; private set; }

    /// <summary>After false: bytes behind the last whole block.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Goes to the next whole block and checks its events.</summary>
    public bool TryRead() => TryNext(readEvents: true);

    /// <summary>Goes to the next whole block and checks its header only.</summary>
    public bool TrySkip() => TryNext(readEvents: false);

    public void Dispose() => _file.Dispose();

    private bool TryNext(bool readEvents)
    {
        TornBytes = RandomAccess.GetLength(_file) - _position;
        if (TornBytes < TapeBlockHeader.Size)
        {
            return false;
        }

        Fill(0, TapeBlockHeader.Size);
        if (!TapeBlockHeader.TryRead(_bytes, out var header))
        {
            return IsZeroToEnd() ? false : throw Damaged(NextEvent, NextEvent, $"The header of the tape's block {NextBlock}, which event {NextEvent} starts, is damaged");
        }

        var eventBytes = header.Count * MarketEvent.SizeInBytes;
        if (TornBytes < TapeBlockHeader.Size + eventBytes)
        {
            return false;
        }

        if (header.Index != NextBlock || header.FirstEvent != NextEvent || header.Previous != LastHash)
        {
            throw Damaged(header.FirstEvent, header.LastEvent, $"The tape's block {NextBlock} with event {NextEvent} was expected, block {header.Index} with events {header.FirstEvent} to {header.LastEvent} is there and not chained to the block before: a block is missing or was replaced");
        }

        if (readEvents)
        {
            if (_bytes.Length < TapeBlockHeader.Size + eventBytes)
            {
                Array.Resize(ref _bytes, TapeBlockHeader.Size + eventBytes);
            }

            Fill(TapeBlockHeader.Size, eventBytes);
            if (ContentHash.Of(_bytes.AsSpan(TapeBlockHeader.HashedFrom, TapeBlockHeader.Size - TapeBlockHeader.HashedFrom + eventBytes)) != header.Hash)
            {
                throw Damaged(header.FirstEvent, header.LastEvent, $"The tape's block {header.Index}, events {header.FirstEvent} to {header.LastEvent}, does not match its hash");
            }
        }

        Header = header;
        LastHash = header.Hash;
        NextBlock++;
        NextEvent += header.Count;
        _position += TapeBlockHeader.Size + eventBytes;
        TornBytes = 0;
        return true;
    }

    private void Fill(int offset, int count)
    {
        var destination = _bytes.AsSpan(offset, count);
        var at = _position + offset;
        try
        {
            while (destination.Length > 0)
            {
                var read = RandomAccess.Read(_file, destination, at);
                if (read == 0)
                {
                    throw new EndOfStreamException("the file became shorter while it was read");
                }

                destination = destination[read..];
                at += read;
            }
        }
        catch (IOException e)
        {
            throw JournalException.Of("Reading the tape", _path, e);
        }
    }

    private bool IsZeroToEnd()
    {
        var at = _position;
        int read;
        do
        {
            read = RandomAccess.Read(_file, _bytes.AsSpan(0, TapeBlockHeader.Size), at);
            at += read;
        }
        while (read > 0 && !_bytes.AsSpan(0, read).ContainsAnyExcept((byte)0));
        return read == 0;
    }

    private JournalCorruptException Damaged(long first, long last, string what) => new(new(DamageKind.Tape, _path, _position, first, last, what));
}
