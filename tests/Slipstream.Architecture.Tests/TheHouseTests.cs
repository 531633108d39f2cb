using Slipstream.Architecture.Tests.Model;
using Slipstream.Architecture.Tests.Reading;
using Slipstream.Architecture.Tests.Rules;

namespace Slipstream.Architecture.Tests;

/// <summary>The rules of the design, held against the house as it stands.</summary>
public sealed class TheHouseTests
{
    private static readonly Lazy<House> Now = new(HouseReader.Read);

    [Fact]
    public void The_house_was_found_and_read()
    {
        var domain = Assert.Single(Now.Value.Projects, p => p.Name == "Slipstream.Domain");
        Assert.Contains("Slipstream.Domain.Price", domain.Types);
        Assert.Contains("System.DateTime", domain.TypesUsed);
        Assert.Contains("System.DateTime.AddTicks", domain.MembersUsed);
        Assert.Contains("System.Runtime", domain.Assemblies);
        Assert.Contains(Now.Value.Files, f => f.Path == "src/Slipstream.Domain/Values/Price.cs");
        var host = Assert.Single(Now.Value.Projects, p => p.Name == "Slipstream.Host");
        Assert.Contains("Slipstream.Runtime", host.References);
        Assert.Contains(Now.Value.Projects, p => p.Area == "tests");
    }

    [Fact]
    public void Lower_never_knows_higher() => Holds(ReferenceRules.Check);

    [Fact]
    public void Every_project_is_in_the_solution_and_tests_mirror_the_rooms() => Holds(ReferenceRules.CheckSolution);

    [Fact]
    public void Pure_projects_call_nothing_impure() => Holds(PurityRules.CheckCalls);

    [Fact]
    public void Pure_projects_have_no_mutable_statics() => Holds(PurityRules.CheckStatics);

    [Fact]
    public void Pure_projects_are_watched_by_the_analyzer() => Holds(PurityRules.CheckAnalyzer);

    [Fact]
    public void Names_say_what_a_thing_is() => Holds(NamingRules.Check);

    [Fact]
    public void Files_are_short_and_hold_one_public_type() => Holds(FileRules.Check);

    [Fact]
    public void Packages_are_central_exact_and_locked() => Holds(PackageRules.Check);

    private static void Holds(Func<House, IEnumerable<Violation>> rule)
    {
        var broken = rule(Now.Value).Select(violation => violation.ToString()).ToArray();
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }
}
