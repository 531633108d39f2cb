namespace Slipstream.Journal;

/// <summary>Keeps input files of a run, such as the strategy's source, under their content hash beside the journal.</summary>
/// <param name="directory">The journal's directory.</param>
public sealed class SnapshotStore(string directory)
{
    /// <summary>Keeps a file's content, unless it is there already, and waits for the disk.</summary>
    /// <param name="kind">What it is, such as <c>strategy-source</c>.</param>
    /// <param name="name">The file's own name.</param>
    /// <param name="content">The content; never a secret.</param>
    /// <returns>What to append to the journal.</returns>
    /// <exception cref="JournalException">It can't be written.</exception>
    public SnapshotStored Store(string kind, string name, ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        var path = JournalLayout.Snapshot(directory, hash);
        try
        {
            Directory.CreateDirectory(JournalLayout.Snapshots(directory));
            if (!File.Exists(path))
            {
                // Renamed when whole, so that a crash leaves no half file under the hash.
                var part = path + ".part";
                using (var file = File.OpenHandle(part, FileMode.Create, FileAccess.Write))
                {
                    RandomAccess.Write(file, content, 0);
                    FileSync.Data(file);
                }

                File.Move(part, path, overwrite: true);
                FileSync.Directory(JournalLayout.Snapshots(directory));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Keeping the input file", path, e);
        }

        return new(kind, name, hash, content.Length);
    }

    /// <summary>Returns a kept file's content.</summary>
    /// <exception cref="JournalException">It is not there.</exception>
    /// <exception cref="JournalCorruptException">Its content is not what the hash says.</exception>
    public byte[] Load(ContentHash hash)
    {
        var path = JournalLayout.Snapshot(directory, hash);
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw JournalException.Of("Reading the kept input file", path, e);
        }

        return ContentHash.Of(content) == hash
            ? content
            : throw new JournalCorruptException(new(DamageKind.Snapshot, path, 0, 0, 0, "A kept input file is not what its hash says"));
    }
}
