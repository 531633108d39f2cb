namespace Slipstream.Lake.Text;

/// <summary>How times are written.</summary>
internal enum TimeStyle
{
    /// <summary>A count since 1970, perhaps with decimals.</summary>
    Epoch,

    /// <summary>Year first: <c>2024-05-01 13:30:00</c>, <c>20240501 133000123</c>, <c>2024-05-01T13:30:00.5+02:00</c>.</summary>
    YearFirst,

    /// <summary>Day first: <c>01.05.2024 13:30</c>.</summary>
    DayFirst,

    /// <summary>Month first: <c>5/1/2024 13:30</c>.</summary>
    MonthFirst,

    /// <summary>Milliseconds of a known day, as in LEAN.</summary>
    MillisOfDay,
}
