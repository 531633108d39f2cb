using System.Text.RegularExpressions;
using System.Xml.Linq;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Rules;

/// <summary>Every build uses the same packages: versions stand in one place, exact, and are locked with their hashes.</summary>
internal static partial class PackageRules
{
    /// <summary>Project files name no versions, the central ones are exact, and each project has its lock file.</summary>
    public static IEnumerable<Violation> Check(House house)
    {
        foreach (var project in house.Projects)
        {
            if (!project.HasLockFile)
            {
                yield return new("lock files", project.Name, "has no packages.lock.json beside it");
            }

            foreach (var package in Of(project.Xml, "PackageReference").Where(e => e.Attribute("Version") is not null || e.Attribute("VersionOverride") is not null))
            {
                yield return new("central versions", project.Name, $"gives {package.Attribute("Include")?.Value} a version of its own");
            }
        }

        foreach (var package in Of(house.Settings.PackageVersions, "PackageVersion").Where(e => !Exact().IsMatch(e.Attribute("Version")?.Value ?? "")))
        {
            yield return new("exact versions", "Directory.Packages.props", $"{package.Attribute("Include")?.Value} floats");
        }
    }

    private static IEnumerable<XElement> Of(string xml, string element) => XDocument.Parse(xml).Descendants().Where(e => e.Name.LocalName == element);

    [GeneratedRegex(@"^\d+(\.\d+)+(-[\w.]+)?$")]
    private static partial Regex Exact();
}
