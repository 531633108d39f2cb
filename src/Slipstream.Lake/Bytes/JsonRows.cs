using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Slipstream.Lake.Bytes;

/// <summary>
/// JSON laid out as tab-separated lines while it streams. A record is an array or object that holds only plain values;
/// the first one fixes which kind and depth are rows, and an object's names become the header.
/// </summary>
internal sealed class JsonRows(Stream inner, string name) : ForwardStream
{
    private readonly ArrayBufferWriter<byte> _out = new(1 << 16);
    private readonly ArrayBufferWriter<byte> _record = new(1024);
    private readonly List<int> _ends = [];
    private readonly List<string> _names = [];
    private byte[] _buffer = new byte[1 << 16];
    private JsonReaderState _state = new(new() { AllowMultipleValues = true, AllowTrailingCommas = true });
    private int _filled;
    private int _given;
    private bool _ended;
    private bool _leaf;
    private string? _property;
    private string[]? _header;
    private int _recordDepth = -1;
    private bool _recordIsObject;

    public override int Read(Span<byte> buffer)
    {
        while (_given == _out.WrittenCount)
        {
            if (_ended)
            {
                return 0;
            }

            _out.ResetWrittenCount();
            _given = 0;
            ReadOn();
        }

        var n = Math.Min(buffer.Length, _out.WrittenCount - _given);
        _out.WrittenSpan.Slice(_given, n).CopyTo(buffer);
        _given += n;
        return n;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    private void ReadOn()
    {
        if (_filled == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var n = inner.Read(_buffer.AsSpan(_filled));
        _filled += n;
        _ended = n == 0;
        try
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(0, _filled), _ended, _state);
            while (reader.Read())
            {
                Take(ref reader);
            }

            _state = reader.CurrentState;
            var used = (int)reader.BytesConsumed;
            Buffer.BlockCopy(_buffer, used, _buffer, 0, _filled - used);
            _filled -= used;
        }
        catch (JsonException e)
        {
            var line = (e.LineNumber ?? 0) + 1;
            throw new DataException($"{name}:{line}: not valid JSON at byte {e.BytePositionInLine} of the line, or cut short; fetch or write the file again.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new DataException($"{name}: a text in the JSON is not valid UTF-8; write the file again in UTF-8.", e);
        }
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                _leaf = true;
                _property = null;
                _record.ResetWrittenCount();
                _ends.Clear();
                _names.Clear();
                break;
            case JsonTokenType.EndArray or JsonTokenType.EndObject:
                if (_leaf && _ends.Count >= 2)
                {
                    Emit(reader.TokenType == JsonTokenType.EndObject, reader.CurrentDepth);
                }

                _leaf = false;
                break;
            case JsonTokenType.PropertyName:
                _property = reader.GetString();
                break;
            default:
                Append(ref reader);
                break;
        }
    }

    private void Append(ref Utf8JsonReader reader)
    {
        if (!_leaf)
        {
            return;
        }

        if (reader.TokenType is JsonTokenType.String)
        {
            var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
            var target = _record.GetSpan(length + 1);
            var n = reader.CopyString(target);
            target[..n].Replace((byte)'\t', (byte)' ');
            target[..n].Replace((byte)'\n', (byte)' ');
            _record.Advance(n);
        }
        else if (reader.TokenType is not JsonTokenType.Null)
        {
            _record.Write(reader.ValueSpan);
        }

        _ends.Add(_record.WrittenCount);
        if (_property is not null)
        {
            _names.Add(_property);
        }

        _property = null;
    }

    private void Emit(bool isObject, int depth)
    {
        if (_recordDepth < 0)
        {
            _recordDepth = depth;
            _recordIsObject = isObject;
            _header = isObject ? [.. _names] : null;
            if (isObject)
            {
                _out.Write(Encoding.UTF8.GetBytes(string.Join('\t', _names) + "\n"));
            }
        }

        if (depth != _recordDepth || isObject != _recordIsObject)
        {
            return;
        }

        var same = _header is null || _header.SequenceEqual(_names);
        var fields = same ? _ends.Count : _header!.Length;
        for (var i = 0; i < fields; i++)
        {
            if (i > 0)
            {
                _out.Write("\t"u8);
            }

            var k = same ? i : _names.IndexOf(_header![i]);
            if (k >= 0)
            {
                var from = k == 0 ? 0 : _ends[k - 1];
                _out.Write(_record.WrittenSpan[from.._ends[k]]);
            }
        }

        _out.Write("\n"u8);
    }
}
