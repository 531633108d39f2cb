using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Slipstream.Domain;
using Slipstream.Lake.Text;

namespace Slipstream.Lake.Reading;

/// <summary>Reads one delimited line into fields, without allocating.</summary>
/// <remarks>Lines come from a <see cref="Bytes.LineBuffer"/>: eight bytes can be read from anywhere within a line.</remarks>
internal sealed class RowParser
{
    /// <summary>Stands in <see cref="Prices"/> for an empty cell.</summary>
    public const long Missing = long.MinValue;

    // Below 2^53 both the count of 1e-8 and the quotient are the nearest doubles to what is written.
    private const long MaxExact = 1L << 53;
    private readonly Column[] _columns;
    private readonly byte _delimiter;
    private readonly TimeText _time;
    private readonly TimeText _receipt;
    private readonly bool _hasShortCut;
    private readonly SymbolTable? _symbols;
    private readonly byte[] _dateAndTime = new byte[64];
    private int _dateLength;

    public RowParser(Layout layout, SymbolTable? symbols)
    {
        _columns = layout.Columns;
        _delimiter = layout.Delimiter;
        _time = new TimeText(layout.Time);
        HasTimeOfDay = layout.Columns.Any(c => c.Use == Use.TimeOfDay);
        _hasShortCut = _time.HasShortCut && !HasTimeOfDay;
        _receipt = new TimeText(layout.Time with { CheckUnit = false });
        _symbols = symbols;
        Prices = new long[Math.Max(8, layout.Columns.Length)];
    }

    public long[] Prices { get; }

    public double[] Sizes { get; } = new double[4];

    public long Time { get; private set; }

    public long Received { get; private set; }

    public long Id { get; private set; }

    public Side? Aggressor { get; private set; }

    public int Symbol { get; private set; }

    /// <summary>Column of the last fault.</summary>
    public int FaultColumn { get; private set; }

    private bool HasTimeOfDay { get; }

    /// <summary>Reads a line of <paramref name="length"/> bytes without its line break.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public QuarantineReason Parse(ref byte p, int length)
    {
        var i = 0;
        var delimiter = _delimiter;
        var columns = _columns;
        var prices = Prices;
        var sizes = Sizes;
        for (var c = 0; c < columns.Length; c++)
        {
            if (i > length)
            {
                return Fault(QuarantineReason.MissingColumn, c);
            }

            var start = i;
            ref readonly var column = ref columns[c];
            if (column.Use is Use.Price or Use.Size)
            {
                if (ShortNumber.TryRead(ref Unsafe.Add(ref p, i), out var v, out var read) && (i + read == length || Unsafe.Add(ref p, i + read) == delimiter))
                {
                    if (column.Use == Use.Price)
                    {
                        prices[column.Slot] = v;
                        i += read + 1;
                        continue;
                    }

                    if (v < MaxExact)
                    {
                        sizes[column.Slot] = v / (double)Grid.UnitsPerOne;
                        i += read + 1;
                        continue;
                    }
                }
            }
            else if (column.Use == Use.Time && _hasShortCut && start + 19 <= length && (start + 19 == length || Unsafe.Add(ref p, start + 19) == delimiter) && _time.TryShortCut(ref Unsafe.Add(ref p, start), out var nanos))
            {
                Time = nanos;
                i = start + 20;
                continue;
            }

            i = FieldEnd(ref p, start, length);
            if (column.Use != Use.Skip)
            {
                var fault = Field(column, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, start), i - start));
                if (fault != QuarantineReason.None)
                {
                    return Fault(fault, c);
                }
            }

            i++;
        }

        return QuarantineReason.None;
    }

    private QuarantineReason Fault(QuarantineReason reason, int column)
    {
        FaultColumn = column;
        return reason;
    }

    private int FieldEnd(ref byte p, int start, int length)
    {
        var rest = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref p, start), length - start);
        var quoted = 0;
        if (rest.Length > 0 && rest[0] == (byte)'"')
        {
            var close = rest[1..].IndexOf((byte)'"');
            quoted = close < 0 ? 0 : close + 2;
        }

        var end = rest[quoted..].IndexOf(_delimiter);
        return end < 0 ? length : start + quoted + end;
    }

    private QuarantineReason Field(in Column column, ReadOnlySpan<byte> text)
    {
        switch (column.Use)
        {
            case Use.Time when HasTimeOfDay:
                text = DecimalText.Bare(text);
                _dateLength = Math.Min(text.Length, 30);
                text[.._dateLength].CopyTo(_dateAndTime);
                return QuarantineReason.None;
            case Use.TimeOfDay:
                text = DecimalText.Bare(text);
                text = text[..Math.Min(text.Length, 30)];
                _dateAndTime[_dateLength] = (byte)' ';
                text.CopyTo(_dateAndTime.AsSpan(_dateLength + 1));
                return ParseTime(_dateAndTime.AsSpan(0, _dateLength + 1 + text.Length));
            case Use.Time:
                return ParseTime(text);
            case Use.Received:
                var received = _receipt.TryParse(text, out var nanos);
                Received = nanos;
                return received;
            case Use.Price:
                var fault = DecimalText.TryParse(text, out var raw);
                Prices[column.Slot] = fault == NumberFault.Missing ? Missing : raw;
                return fault switch
                {
                    NumberFault.NotANumber => QuarantineReason.NotANumber,
                    NumberFault.TooLarge => QuarantineReason.PriceTooLarge,
                    _ => QuarantineReason.None,
                };
            case Use.Size:
                var sizeFault = DecimalText.TryParseDouble(text, out var size);
                Sizes[column.Slot] = size;
                return sizeFault == NumberFault.NotANumber ? QuarantineReason.NotANumber : QuarantineReason.None;
            case Use.Symbol:
                Symbol = _symbols!.Find(DecimalText.Bare(text));
                return QuarantineReason.None;
            case Use.Id:
                Id = System.Buffers.Text.Utf8Parser.TryParse(DecimalText.Bare(text), out long id, out _) ? id : 0;
                return QuarantineReason.None;
            default:
                return ParseSide(DecimalText.Bare(text), column.Use == Use.BuyerMaker);
        }
    }

    private QuarantineReason ParseTime(ReadOnlySpan<byte> text)
    {
        var fault = _time.TryParse(text, out var nanos);
        Time = nanos;
        return fault;
    }

    private QuarantineReason ParseSide(ReadOnlySpan<byte> text, bool isBuyerMaker)
    {
        if (text.IsEmpty)
        {
            Aggressor = null;
            return QuarantineReason.None;
        }

        var first = (byte)(text[0] | 32);
        Aggressor = isBuyerMaker
            ? first switch { (byte)'t' or (byte)'1' | 32 => Side.Sell, (byte)'f' or (byte)'0' | 32 => Side.Buy, _ => null }
            : first switch { (byte)'b' => Side.Buy, (byte)'s' or (byte)'a' => Side.Sell, _ => null };
        return Aggressor is null && (isBuyerMaker || first is not ((byte)'u' or (byte)'n')) ? QuarantineReason.NotASide : QuarantineReason.None;
    }
}
