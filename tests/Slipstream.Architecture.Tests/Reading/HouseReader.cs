using System.Xml.Linq;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Reading;

/// <summary>Reads the house from the repository that the tests were built in.</summary>
internal static class HouseReader
{
    private static readonly string[] Areas = ["src", "tests", "bench"];
    private static readonly string[] NotOurs = ["bin", "obj", ".build"];

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The house as it stands.</summary>
    public static House Read()
    {
        var solution = File.ReadAllText(Path.Combine(Root, "Slipstream.slnx"));
        return new House(
            [.. from area in Areas from file in FilesOf(area, "*.csproj") select ReadProject(area, file, solution)],
            [.. from file in FilesOf("src", "*.cs") select new SourceFile(Relative(file), File.ReadAllText(file))],
            new Settings(
                File.ReadAllText(Path.Combine(Root, "Directory.Packages.props")),
                File.ReadAllText(Path.Combine(Root, "src", "Directory.Build.props")),
                File.ReadAllText(Path.Combine(Root, "build", "BannedSymbols.Pure.txt"))));
    }

    private static Project ReadProject(string area, string file, string solution)
    {
        var xml = File.ReadAllText(file);
        var elements = XDocument.Parse(xml).Descendants().ToArray();
        var name = Path.GetFileNameWithoutExtension(file);
        var project = new Project(name)
        {
            Area = area,
            Xml = xml,
            References =
            [
                .. from element in elements
                   where element.Name.LocalName == "ProjectReference"
                   select Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value.Replace('\\', '/')),
            ],
            HasLockFile = File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")),
            IsInSolution = solution.Contains($"\"{Relative(file)}\"", StringComparison.Ordinal),
        };
        var assembly = elements.FirstOrDefault(e => e.Name.LocalName == "AssemblyName")?.Value ?? name;
        return area == "src" ? AssemblyReader.AddTo(project, Path.Combine(AppContext.BaseDirectory, assembly + ".dll")) : project;
    }

    private static IEnumerable<string> FilesOf(string area, string pattern)
    {
        var folder = new DirectoryInfo(Path.Combine(Root, area));
        return folder.Exists
            ? folder.EnumerateFiles(pattern, SearchOption.AllDirectories)
                .Select(file => file.FullName)
                .Where(file => !Relative(file).Split('/').Any(NotOurs.Contains))
                .Order(StringComparer.Ordinal)
            : [];
    }

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "Slipstream.slnx"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No Slipstream.slnx above the tests' folder."));
}
