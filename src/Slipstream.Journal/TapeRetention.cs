namespace Slipstream.Journal;

/// <summary>Drops market data that was kept long enough. Decisions, intents, orders, fills and commands are never touched.</summary>
public static class TapeRetention
{
    /// <summary>Deletes a journal's tapes that were last written before a time; the journal still verifies, but can't be replayed.</summary>
    /// <param name="directory">Folder of the journal.</param>
    /// <param name="before">Tapes written at or after this time are kept, UTC.</param>
    /// <param name="dryRun">Only tell what would go?</param>
    /// <returns>The tapes that went, with their bytes.</returns>
    /// <exception cref="JournalException">There is no journal, it is being written, or the disk refused.</exception>
    public static IReadOnlyList<(string Path, long Bytes)> Prune(string directory, DateTime before, bool dryRun)
    {
        if (JournalLayout.LastSegment(directory) == 0)
        {
            throw new JournalException($"There is no journal in {directory}.", directory);
        }

        var tapes = Directory.Exists(JournalLayout.Tapes(directory))
            ? new DirectoryInfo(JournalLayout.Tapes(directory)).GetFiles("*.tape").Where(f => f.LastWriteTimeUtc < before).OrderBy(f => f.Name, StringComparer.Ordinal).ToList()
            : [];
        try
        {
            using var exclusive = new FileStream(JournalLayout.Lock(directory), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            var gone = tapes.ConvertAll(f => (f.FullName, f.Length));
            if (!dryRun)
            {
                tapes.ForEach(f => f.Delete());
            }

            return gone;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The tapes of {directory} can't be pruned: {e.Message}", directory, e);
        }
    }
}
