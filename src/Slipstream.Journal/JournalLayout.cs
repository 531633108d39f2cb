namespace Slipstream.Journal;

/// <summary>Where a journal's files lie in its directory.</summary>
public static class JournalLayout
{
    /// <summary>Returns the path of a segment; the first has index 1.</summary>
    public static string Segment(string directory, int index) => Path.Combine(directory, $"journal-{index:D6}.slj");

    /// <summary>Returns the directory of tapes.</summary>
    public static string Tapes(string directory) => Path.Combine(directory, "tapes");

    /// <summary>Returns the path of a tape; the first has index 1.</summary>
    public static string Tape(string directory, int index) => Path.Combine(Tapes(directory), $"{index:D6}.tape");

    /// <summary>Returns the directory of input files kept by content hash.</summary>
    public static string Snapshots(string directory) => Path.Combine(directory, "snapshots");

    /// <summary>Returns the path of the input file with that content.</summary>
    public static string Snapshot(string directory, ContentHash hash) => Path.Combine(Snapshots(directory), hash.ToString());

    /// <summary>Returns the index of the last segment; 0 where there is none.</summary>
    public static int LastSegment(string directory)
    {
        var last = 0;
        if (Directory.Exists(directory))
        {
            foreach (var path in Directory.EnumerateFiles(directory, "journal-*.slj"))
            {
                if (int.TryParse(Path.GetFileNameWithoutExtension(path.AsSpan())["journal-".Length..], out var index))
                {
                    last = Math.Max(last, index);
                }
            }
        }

        return last;
    }

    internal static string Lock(string directory) => Path.Combine(directory, "journal.lock");
}
