namespace Slipstream.Lake.Text;

/// <summary>Turns a zone's local times into UTC, remembering the offset of the hour.</summary>
/// <remarks>An hour that comes twice is first read as summer time, then, where that would go backwards, as winter time. An hour that is skipped is read with the offset before the change.</remarks>
internal sealed class ZoneClock(TimeZoneInfo zone)
{
    private const long NanosPerHour = 3_600_000_000_000;
    private long _hour = long.MinValue;
    private long _offset;
    private long _laterOffset;
    private long _last = long.MinValue;

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Returns UTC nanoseconds of local nanoseconds.</summary>
    public long ToUtc(long localNanos)
    {
        var hour = localNanos / (NanosPerHour / 4);
        if (hour != _hour)
        {
            Look(localNanos);
            _hour = hour;
        }

        var utc = localNanos - _offset;
        if (_laterOffset != _offset && utc < _last)
        {
            utc = localNanos - _laterOffset;
        }

        return _last = utc;
    }

    /// <summary>Reads an IANA name or a fixed offset such as <c>UTC-5</c>.</summary>
    /// <exception cref="DataException">No such zone.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (name.Equals("UTC", StringComparison.OrdinalIgnoreCase) || name == "Z")
        {
            return TimeZoneInfo.Utc;
        }

        var sign = name.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) && name.Length > 4 ? name[3] : ' ';
        if (sign is '+' or '-' && TimeSpan.TryParse(name[4..].Contains(':') ? name[4..] : name[4..] + ":00", out var offset) && offset < TimeSpan.FromHours(15))
        {
            return TimeZoneInfo.CreateCustomTimeZone(name.ToUpperInvariant(), sign == '-' ? -offset : offset, name, name);
        }

        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException)
        {
            throw new DataException($"'{name}' is not a time zone known here; give an IANA name such as America/New_York (package tzdata) or an offset such as UTC-5.", e);
        }
    }

    private void Look(long localNanos)
    {
        var local = DateTime.SpecifyKind(DateTime.UnixEpoch.AddTicks(localNanos / 100), DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            _offset = offsets.Max().Ticks * 100;
            _laterOffset = offsets.Min().Ticks * 100;
            return;
        }

        _offset = _laterOffset = zone.GetUtcOffset(zone.IsInvalidTime(local) ? local.AddDays(-1) : local).Ticks * 100;
    }
}
