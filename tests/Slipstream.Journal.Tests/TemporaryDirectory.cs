namespace Slipstream.Journal.Tests;

public sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Path = Directory.CreateTempSubdirectory("slipstream-journal-").FullName;

    public string Path { get; }

    public static implicit operator string(TemporaryDirectory directory) => directory.Path;

    public string Sub(string name) => System.IO.Path.Combine(Path, name);

    public string CopyOf(string directory)
    {
        var copy = Sub(Guid.NewGuid().ToString("N"));
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(directory, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
