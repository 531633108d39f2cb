using System.Text.RegularExpressions;
using Slipstream.Architecture.Tests.Model;

namespace Slipstream.Architecture.Tests.Rules;

/// <summary>Names say what a thing is; these say that nobody knew.</summary>
internal static partial class NamingRules
{
    /// <summary>No type, folder or project is called Common, Utils, Helper or Manager, or ends so.</summary>
    public static IEnumerable<Violation> Check(House house) =>
        from project in house.Projects.Where(p => p.Area == "src")
        from type in project.Types
        where type.Split('.', '+').Any(part => Vague().IsMatch(part.Split('`')[0]))
        select new Violation("names", project.Name, $"{type} has a name that says nothing");

    [GeneratedRegex("(^Common|Common|Utils?|Utilit(y|ies)|Helpers?|Managers?|Misc)$")]
    private static partial Regex Vague();
}
