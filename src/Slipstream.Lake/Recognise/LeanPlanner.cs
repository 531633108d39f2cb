using Slipstream.Lake.Reading;

namespace Slipstream.Lake.Recognise;

/// <summary>The folder layout of QuantConnect's LEAN.</summary>
internal static class LeanPlanner
{
    /// <summary>Returns the series of a LEAN path; null where it is none.</summary>
    public static IEnumerable<SeriesPlan>? Of(DataSource source, DoorState door)
    {
        _ = source;
        _ = door;
        return null;
    }
}
