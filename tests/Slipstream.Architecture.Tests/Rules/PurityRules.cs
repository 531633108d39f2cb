using System.Xml.Linq;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Rules;

/// <summary>The pure projects know no wall clock, I/O, thread or machine, and keep nothing between runs.</summary>
internal static class PurityRules
{
    private static readonly string[] Namespaces =
    [
        "System.IO.", "System.Net.", "System.Threading.", "System.Collections.Concurrent.", "System.Diagnostics.Process",
        "Microsoft.Extensions.", "Serilog.", "Microsoft.Win32.",
    ];

    private static readonly string[] Types =
    [
        "System.Console", "System.Environment", "System.Random", "System.HashCode", "System.Activator", "System.TimeProvider", "System.Timers.Timer",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Reflection.Assembly", "System.Linq.ParallelEnumerable", "System.AppDomain",
    ];

    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.String.GetHashCode",
        "System.DateTime.Parse", "System.DateTime.TryParse", // a text without a date gets today's
    ];

    /// <summary>Every iterator that the compiler writes asks for it.</summary>
    private const string OfIterators = "System.Environment.get_CurrentManagedThreadId";

    private static readonly string[] Assemblies =
        ["System.Console", "System.IO.", "System.Net.", "System.Threading", "System.Diagnostics.Process", "System.Linq.Parallel", "Microsoft.Extensions.", "Serilog"];

    /// <summary>The compiled code of pure projects names nothing that is banned there, native code least of all.</summary>
    public static IEnumerable<Violation> CheckCalls(House house) =>
        from project in PureOf(house)
        from what in Banned(project)
        select new Violation("purity", project.Name, what);

    /// <summary>Nothing static of pure projects can change: two runs in one process would meet in it.</summary>
    public static IEnumerable<Violation> CheckStatics(House house) =>
        from project in PureOf(house)
        from field in project.MutableStatics
        select new Violation("no mutable statics", project.Name, $"{field} is static and neither readonly nor const");

    /// <summary>The analyzer that rejects banned calls as one types is on in the pure projects and cannot be talked out of it.</summary>
    public static IEnumerable<Violation> CheckAnalyzer(House house)
    {
        var props = XDocument.Parse(house.Settings.SourceProps);
        var listed = props.Descendants().FirstOrDefault(e => e.Name.LocalName == "PureProjects")?.Value.Split(';') ?? [];
        foreach (var missing in Rooms.Pure.Except(listed))
        {
            yield return new("banned symbols", "src/Directory.Build.props", $"{missing} is missing from PureProjects");
        }

        if (!house.Settings.SourceProps.Contains("BannedSymbols.Pure.txt", StringComparison.Ordinal)
            || !house.Settings.SourceProps.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", StringComparison.Ordinal))
        {
            yield return new("banned symbols", "src/Directory.Build.props", "the analyzer or its list is not given to the pure projects");
        }

        foreach (var symbol in new[] { "P:System.DateTime.UtcNow;", "N:System.IO;", "N:System.Net;", "N:System.Threading;", "T:System.Random;", "T:System.Console;" })
        {
            if (!house.Settings.BannedSymbols.Contains(symbol, StringComparison.Ordinal))
            {
                yield return new("banned symbols", "build/BannedSymbols.Pure.txt", $"{symbol} is missing");
            }
        }

        foreach (var project in PureOf(house).Where(p => p.Xml.Contains("IsPure", StringComparison.Ordinal) || p.Xml.Contains("RS0030", StringComparison.Ordinal)))
        {
            yield return new("banned symbols", project.Name, "its project file turns the analyzer off");
        }

        foreach (var file in house.Files.Where(f => f.Text.Contains("RS0030", StringComparison.Ordinal) && IsPure(f)))
        {
            yield return new("banned symbols", file.Path, "suppresses RS0030, the banned call");
        }
    }

    private static IEnumerable<Project> PureOf(House house) => house.Projects.Where(p => Rooms.Pure.Contains(p.Name));

    private static bool IsPure(SourceFile file) => file.Path.Split('/') is ["src", var project, ..] && Rooms.Pure.Contains(project);

    private static IEnumerable<string> Banned(Project project) =>
        project.Assemblies.Where(a => Assemblies.Any(banned => a.StartsWith(banned, StringComparison.Ordinal))).Select(a => $"references the assembly {a}")
            .Concat(project.TypesUsed.Where(t => Namespaces.Any(banned => t.StartsWith(banned, StringComparison.Ordinal))).Select(t => $"uses {t}"))
            .Concat(project.MembersUsed.Where(m => m != OfIterators && (Members.Contains(m) || Types.Contains(m[..m.LastIndexOf('.')].TrimEnd('.')))).Select(m => $"calls {m}"))
            .Concat(project.NativeLibraries.Select(library => $"calls native code in {library}"));
}
