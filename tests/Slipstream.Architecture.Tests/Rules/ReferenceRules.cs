using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Rules;

/// <summary>Lower may never know higher.</summary>
internal static class ReferenceRules
{
    /// <summary>Project files and compiled assemblies keep to the table of <see cref="Rooms"/>.</summary>
    public static IEnumerable<Violation> Check(House house)
    {
        foreach (var project in house.Projects.Where(p => p.Area == "src"))
        {
            if (!Rooms.Exists(project.Name))
            {
                yield return new("rooms", project.Name, "is no room of the house; docs/design.md and Rooms.cs would have to name it first");
                continue;
            }

            foreach (var other in project.References.Where(other => !Rooms.MayUse(project.Name, other)))
            {
                yield return new("references", project.Name, $"its project file references {other}, which it may not know");
            }

            foreach (var other in project.Assemblies.Where(IsOurs).Where(other => !Rooms.MayUse(project.Name, other)))
            {
                yield return new("references", project.Name, $"its code uses {other}, which it may not know");
            }
        }
    }

    /// <summary>Each project is in the solution, and each test project stands beside a room.</summary>
    public static IEnumerable<Violation> CheckSolution(House house)
    {
        foreach (var project in house.Projects.Where(p => !p.IsInSolution))
        {
            yield return new("solution", project.Name, "is not in Slipstream.slnx, so nobody builds it");
        }

        foreach (var project in house.Projects.Where(p => p.Area == "tests" && p.Name != "Slipstream.Architecture.Tests"))
        {
            var room = project.Name.EndsWith(".Tests", StringComparison.Ordinal) ? project.Name[..^".Tests".Length] : "";
            if (!Rooms.Exists(room))
            {
                yield return new("tests mirror src", project.Name, "tests no room of the house");
            }
        }
    }

    private static bool IsOurs(string assembly) => assembly.StartsWith(Rooms.Prefix, StringComparison.Ordinal) || assembly == "slipstream";
}
