namespace Slipstream.Architecture.Tests.Model;

/// <summary>All that the rules look at. Read from the repository by <see cref="Reading.HouseReader"/>, or made up by a test.</summary>
/// <param name="Projects">The projects, tests and benchmarks included.</param>
/// <param name="Files">The C# files below <c>src</c>.</param>
/// <param name="Settings">The build settings that all projects share.</param>
internal sealed record House(IReadOnlyList<Project> Projects, IReadOnlyList<SourceFile> Files, Settings Settings);

/// <summary>A project as its project file and its assembly show it.</summary>
internal sealed record Project(string Name)
{
    /// <summary>Folder at the root: <c>src</c>, <c>tests</c>, <c>bench</c>.</summary>
    public string Area { get; init; } = "src";

    /// <summary>The project file's text.</summary>
    public string Xml { get; init; } = "<Project />";

    /// <summary>Names of the projects it references.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Does <c>packages.lock.json</c> lie beside it?</summary>
    public bool HasLockFile { get; init; } = true;

    /// <summary>Does the solution list it?</summary>
    public bool IsInSolution { get; init; } = true;

    /// <summary>Assemblies that the compiled code references; own ones by project name. Empty outside <c>src</c>.</summary>
    public IReadOnlyList<string> Assemblies { get; init; } = [];

    /// <summary>Types of other assemblies that the compiled code names.</summary>
    public IReadOnlyList<string> TypesUsed { get; init; } = [];

    /// <summary>Members of other assemblies that the compiled code names, such as <c>System.DateTime.get_UtcNow</c>.</summary>
    public IReadOnlyList<string> MembersUsed { get; init; } = [];

    /// <summary>Native libraries that it calls.</summary>
    public IReadOnlyList<string> NativeLibraries { get; init; } = [];

    /// <summary>Types it declares, but for the compiler's own.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Static fields that are neither read-only nor constant, but for the compiler's caches.</summary>
    public IReadOnlyList<string> MutableStatics { get; init; } = [];
}

/// <summary>A C# file.</summary>
/// <param name="Path">Path from the root.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, string Text);

/// <summary>The build settings that all projects share, as text.</summary>
/// <param name="PackageVersions"><c>Directory.Packages.props</c>.</param>
/// <param name="SourceProps"><c>src/Directory.Build.props</c>, which makes projects pure.</param>
/// <param name="BannedSymbols">The calls that pure projects may not make.</param>
internal sealed record Settings(string PackageVersions, string SourceProps, string BannedSymbols);

/// <summary>A rule that is broken.</summary>
internal sealed record Violation(string Rule, string Where, string What)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {What} [{Rule}]";
}
