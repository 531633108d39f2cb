namespace Slipstream.Lake.Text;

/// <summary>How the times of a file are written.</summary>
/// <param name="Style">How.</param>
/// <param name="UnitNanos">Nanoseconds of one unit of an epoch.</param>
/// <param name="CheckUnit">Refuse epochs whose magnitude belongs to another unit?</param>
/// <param name="Zone">Zone of times without an offset.</param>
/// <param name="BaseDayNanos">Local midnight, for milliseconds of the day.</param>
internal sealed record TimeFormat(TimeStyle Style, long UnitNanos, bool CheckUnit, TimeZoneInfo Zone, long BaseDayNanos = 0);
