namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("slipstream-runs-").FullName;

    /// <summary>A path in it that does not exist yet.</summary>
    public string this[string name] => Path.Combine(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
