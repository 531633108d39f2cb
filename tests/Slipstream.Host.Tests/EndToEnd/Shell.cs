namespace Slipstream.Host.Tests.EndToEnd;

/// <summary>Starts the built binary as a person would, in a folder of its own that is removed.</summary>
public sealed class Shell : IDisposable
{
    private static readonly string Dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>The binary under test, beside the tests.</summary>
    public static string Binary { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "slipstream.dll");

    /// <summary>The repository.</summary>
    public static string Root { get; } = Above("Slipstream.slnx") ?? throw new InvalidOperationException("The tests don't lie in the repository.");

    /// <summary>Folder of the real price files; null where they aren't.</summary>
    public static string? RealData { get; } = Environment.GetEnvironmentVariable("SLIPSTREAM_DATA") is { Length: > 0 } given
        ? given
        : Above("shared/data") is { } above ? System.IO.Path.Combine(above, "shared", "data") : null;

    public string Folder { get; } = Directory.CreateTempSubdirectory("slipstream-e2e-").FullName;

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Runs to the end, with empty standard input.</summary>
    internal Outcome Run(params string[] arguments)
    {
        using var child = Start(arguments, feedsInput: false);
        return child.Wait();
    }

    /// <summary>Runs to the end with lines on standard input.</summary>
    internal Outcome RunFed(IEnumerable<string> lines, params string[] arguments)
    {
        using var child = Start(arguments);
        foreach (var line in lines)
        {
            if (!child.Feed(line))
            {
                break;
            }
        }

        child.EndInput();
        return child.Wait();
    }

    internal ChildProcess Start(string[] arguments, bool feedsInput = true) => StartBinary(Binary, arguments, feedsInput);

    internal ChildProcess StartBinary(string binary, string[] arguments, bool feedsInput) => StartProgram(Dotnet, [binary, .. arguments], feedsInput);

    /// <summary>Starts it below another program, such as <c>taskset -c 0</c>.</summary>
    internal ChildProcess StartUnder(string[] program, string[] arguments, bool feedsInput = false) =>
        StartProgram(program[0], [.. program[1..], Dotnet, Binary, .. arguments], feedsInput);

    /// <summary>Runs a line of bash in which <c>slipstream</c> is the binary.</summary>
    internal Outcome Bash(string line)
    {
        using var child = StartProgram("bash", ["-c", $"slipstream() {{ '{Dotnet}' '{Binary}' \"$@\"; }}; {line}"], feedsInput: false);
        return child.Wait();
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ChildProcess StartProgram(string program, IReadOnlyList<string> arguments, bool feedsInput) => new(Folder, program, arguments, feedsInput);

    private static string? Above(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.Path.Exists(System.IO.Path.Combine(folder.FullName, name)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
