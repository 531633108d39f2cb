using System.Text;

namespace Slipstream.Lake.Reading;

/// <summary>Numbers the names in a symbol column, in the order in which they appear.</summary>
internal sealed class SymbolTable
{
    private readonly List<byte[]> _bytes = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last = -1;

    /// <summary>The names.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Returns a name's number, new or known.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (_last >= 0 && name.SequenceEqual(_bytes[_last]))
        {
            return _last;
        }

        // Rows often take turns: the next one first.
        var next = _last + 1;
        if (next < _bytes.Count && name.SequenceEqual(_bytes[next]))
        {
            return _last = next;
        }

        Span<char> chars = stackalloc char[64];
        var known = name.Length <= chars.Length && Encoding.UTF8.TryGetChars(name, chars, out var length) ? chars[..length] : Encoding.UTF8.GetString(name).ToCharArray();
        if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(known, out var number))
        {
            var text = known.ToString();
            number = Names.Count;
            _numbers.Add(text, number);
            Names.Add(text);
            _bytes.Add(name.ToArray());
        }

        return _last = number;
    }
}
