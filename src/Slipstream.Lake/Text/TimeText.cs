using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slipstream.Lake.Text;

/// <summary>Reads one file's times to Unix nanoseconds.</summary>
internal sealed class TimeText
{
    private const long Second = 1_000_000_000;
    private const long Day = 86_400 * Second;
    private readonly TimeFormat _format;
    private readonly ZoneClock? _zone;
    private readonly bool _yearFirst;
    private ulong _dayKey;
    private ushort _dayKey2;
    private long _dayNanos;

    public TimeText(TimeFormat format)
    {
        _format = format;
        _zone = format.Zone.Equals(TimeZoneInfo.Utc) || (!format.Zone.SupportsDaylightSavingTime && format.Zone.BaseUtcOffset == TimeSpan.Zero) ? null : new ZoneClock(format.Zone);
        _yearFirst = format.Style == TimeStyle.YearFirst;
    }

    /// <summary>Does the short cut for <c>yyyy-MM-dd HH:mm:ss</c> apply?</summary>
    public bool HasShortCut => _yearFirst && _zone is null;

    /// <summary>Reads 19 bytes <c>yyyy-MM-dd HH:mm:ss</c> in UTC.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryShortCut(ref byte p, out long nanos)
    {
        var day = Unsafe.ReadUnaligned<ulong>(ref p);
        var day2 = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref p, 8));
        if ((day != _dayKey || day2 != _dayKey2) && !TryNewDay(ref p, day, day2))
        {
            nanos = 0;
            return false;
        }

        // HH:mm:ss as one little-endian word: digits in bytes 0 1, 3 4, 6 7.
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref p, 11)) - 0x30303A30303A3030UL;
        if ((word & 0xF0F0FFF0F0FFF0F0UL) != 0 || ((word + 0x0606000606000606UL) & 0xF0F000F0F000F0F0UL) != 0)
        {
            nanos = 0;
            return false;
        }

        var h = ((uint)(word & 15) * 10) + (uint)((word >> 8) & 15);
        var m = ((uint)((word >> 24) & 15) * 10) + (uint)((word >> 32) & 15);
        var s = ((uint)((word >> 48) & 15) * 10) + (uint)(word >> 56);
        nanos = _dayNanos + ((((h * 60L) + m) * 60) + s) * Second;
        return h < 24 && m < 60 && s < 60;
    }

    /// <summary>Reads any time of the file's style.</summary>
    public QuarantineReason TryParse(ReadOnlySpan<byte> text, out long nanos)
    {
        text = DecimalText.Bare(text);
        nanos = 0;
        switch (_format.Style)
        {
            case TimeStyle.Epoch:
                return TryEpoch(text, out nanos);
            case TimeStyle.MillisOfDay:
                return TryMillis(text, out nanos);
            default:
                return TryText(text, out nanos);
        }
    }

    private QuarantineReason TryMillis(ReadOnlySpan<byte> text, out long nanos)
    {
        nanos = 0;
        if (DecimalText.TryParse(text, out var raw) != NumberFault.None || raw < 0 || raw / Grid > 86_400_000)
        {
            return QuarantineReason.NotATime;
        }

        nanos = Utc(_format.BaseDayNanos + (long)((Int128)raw * 1_000_000 / Grid));
        return QuarantineReason.None;
    }

    private const long Grid = Domain.Grid.UnitsPerOne;

    private QuarantineReason TryEpoch(ReadOnlySpan<byte> text, out long nanos)
    {
        nanos = 0;
        var unit = _format.UnitNanos;
        Int128 total;
        Int128 whole;
        if (System.Buffers.Text.Utf8Parser.TryParse(text, out long count, out var used) && used == text.Length)
        {
            whole = count;
            total = whole * unit;
        }
        else if (DecimalText.TryParse(text, out var raw) == NumberFault.None)
        {
            whole = raw / Grid;
            total = (Int128)raw * unit / Grid;
        }
        else
        {
            return QuarantineReason.NotATime;
        }

        if (_format.CheckUnit && EpochUnit.Of(whole) is { } seen && seen != unit)
        {
            return QuarantineReason.MixedTimeUnits;
        }

        if (total > long.MaxValue - (400L * Day) || total < long.MinValue + (400L * Day))
        {
            return QuarantineReason.TimeOutOfRange;
        }

        nanos = (long)total;
        return QuarantineReason.None;
    }

    private QuarantineReason TryText(ReadOnlySpan<byte> text, out long nanos)
    {
        nanos = 0;
        if (!DateTimeText.TryParse(text, _format.Style, out var local, out var offset))
        {
            // A bare number among written times: another unit, not garbage.
            return text.Length > 8 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? QuarantineReason.MixedTimeUnits : QuarantineReason.NotATime;
        }

        if (local is > 9_100_000_000_000_000_000 or < -9_100_000_000_000_000_000)
        {
            return QuarantineReason.TimeOutOfRange;
        }

        nanos = offset is { } o ? local - o : Utc(local);
        return QuarantineReason.None;
    }

    private long Utc(long local) => _zone is null ? local : _zone.ToUtc(local);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryNewDay(ref byte p, ulong day, ushort day2)
    {
        var date = MemoryMarshal.CreateReadOnlySpan(ref p, 10);
        var between = Unsafe.Add(ref p, 10);
        if (date[4] != '-' || date[7] != '-' || between is not ((byte)' ' or (byte)'T')
            || !DateTimeText.TryParse(date, TimeStyle.YearFirst, out var nanos, out _))
        {
            return false;
        }

        _dayKey = day;
        _dayKey2 = day2;
        _dayNanos = nanos;
        return true;
    }
}
