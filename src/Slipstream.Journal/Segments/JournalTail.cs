namespace Slipstream.Journal;

/// <summary>Finds where a journal ends after a crash.</summary>
internal static class JournalTail
{
    /// <summary>Reads the last segment; also the one before, where a crash tore the last one's header.</summary>
    public static JournalEnd Find(string directory)
    {
        var last = JournalLayout.LastSegment(directory);
        if (last == 0)
        {
            throw new JournalException($"There is no journal in {directory}.", directory);
        }

        for (var start = last; ; start--)
        {
            using var reader = new BlockReader(directory, start);
            while (reader.TryRead())
            {
            }

            if (reader.End is { } end)
            {
                reader.RequireLastSegment();
                return end;
            }
        }
    }
}
