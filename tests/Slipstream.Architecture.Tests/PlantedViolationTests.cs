using Slipstream.Architecture.Tests.Model;
using Slipstream.Architecture.Tests.Rules;

namespace Slipstream.Architecture.Tests;

/// <summary>Each rule finds what is planted against it, and finds nothing in a house that keeps it.</summary>
public sealed class PlantedViolationTests
{
    private const string Props =
        """
        <Project>
          <PureProjects>Slipstream.Domain;Slipstream.Quant;Slipstream.Strategies;Slipstream.Simulation;Slipstream.Engine;Slipstream.Bank</PureProjects>
          <PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" /><AdditionalFiles Include="BannedSymbols.Pure.txt" />
        </Project>
        """;

    private const string Banned = "P:System.DateTime.UtcNow;x N:System.IO;x N:System.Net;x N:System.Threading;x T:System.Random;x T:System.Console;x";

    private static readonly Project Domain = new("Slipstream.Domain");

    private static readonly Project Strategies = new("Slipstream.Strategies") { References = ["Slipstream.Domain", "Slipstream.Quant"] };

    private static readonly House Clean = new([Domain, Strategies], [], new Settings("<Project />", Props, Banned));

    [Fact]
    public void A_clean_house_breaks_no_rule() => Assert.Empty(All(Clean));

    [Fact]
    public void A_planted_reference_from_Strategies_to_Engine_is_found() =>
        Finds("its project file references Slipstream.Engine", Strategies with { References = ["Slipstream.Domain", "Slipstream.Engine"] });

    [Fact]
    public void A_planted_use_of_Engine_in_the_code_of_Strategies_is_found() =>
        Finds("its code uses Slipstream.Engine", Strategies with { Assemblies = ["System.Runtime", "Slipstream.Engine"] });

    [Theory]
    [InlineData("Slipstream.Domain", "Slipstream.Quant")]
    [InlineData("Slipstream.Quant", "Slipstream.Domain")]
    [InlineData("Slipstream.Engine", "Slipstream.Bank")]
    [InlineData("Slipstream.Engine", "Slipstream.Simulation")]
    [InlineData("Slipstream.Engine", "Slipstream.Journal")]
    [InlineData("Slipstream.Bank", "Slipstream.Engine")]
    [InlineData("Slipstream.Bank", "Slipstream.Strategies")]
    [InlineData("Slipstream.Strategies", "Slipstream.Simulation")]
    [InlineData("Slipstream.Simulation", "Slipstream.Engine")]
    [InlineData("Slipstream.Journal", "Slipstream.Engine")]
    [InlineData("Slipstream.Lake", "Slipstream.Quant")]
    [InlineData("Slipstream.Adapters", "Slipstream.Strategies")]
    [InlineData("Slipstream.Adapters", "Slipstream.Runtime")]
    [InlineData("Slipstream.Runtime", "Slipstream.Host")]
    [InlineData("Slipstream.Domain", "Slipstream.Domain")]
    [InlineData("Slipstream.Domain", "Slipstream.Unheard")]
    public void A_reference_that_the_design_forbids_is_found(string project, string other) =>
        Finds($"references {other}", new Project(project) { References = [other] });

    [Fact]
    public void A_project_that_the_design_does_not_know_is_found() => Finds("is no room of the house", new Project("Slipstream.Common"));

    [Fact]
    public void A_project_outside_the_solution_is_found() => Finds("is not in Slipstream.slnx", Domain with { IsInSolution = false });

    [Fact]
    public void Tests_of_nothing_are_found() => Finds("tests no room", new Project("Slipstream.Misc.Tests") { Area = "tests" });

    [Theory]
    [InlineData("System.DateTime.get_UtcNow")]
    [InlineData("System.DateTimeOffset.get_Now")]
    [InlineData("System.DateTime.TryParse")]
    [InlineData("System.Console.WriteLine")]
    [InlineData("System.Environment.get_ProcessorCount")]
    [InlineData("System.Random.get_Shared")]
    [InlineData("System.Guid.NewGuid")]
    [InlineData("System.HashCode.Combine")]
    [InlineData("System.String.GetHashCode")]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp")]
    [InlineData("System.Random..ctor")]
    public void A_planted_call_in_a_pure_project_is_found(string member) => Finds($"calls {member}", Domain with { MembersUsed = [member] });

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Threading.Thread")]
    [InlineData("System.Threading.Tasks.Task")]
    [InlineData("System.Collections.Concurrent.ConcurrentDictionary`2")]
    [InlineData("Microsoft.Extensions.Logging.ILogger")]
    public void A_planted_type_in_a_pure_project_is_found(string type) => Finds($"uses {type}", Domain with { TypesUsed = [type] });

    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Threading.Thread")]
    public void A_planted_assembly_in_a_pure_project_is_found(string assembly) =>
        Finds($"references the assembly {assembly}", Domain with { Assemblies = [assembly] });

    [Fact]
    public void Native_code_in_a_pure_project_is_found() => Finds("native code in libm", Domain with { NativeLibraries = ["libm"] });

    [Fact]
    public void Iterators_are_allowed_and_other_projects_may_do_io() => Assert.Empty(All(Clean with
    {
        Projects =
        [
            Domain with { MembersUsed = ["System.Environment.get_CurrentManagedThreadId"], TypesUsed = ["System.Environment"] },
            new Project("Slipstream.Journal") { TypesUsed = ["System.IO.File"], MutableStatics = ["X.Y"] },
        ],
    }));

    [Fact]
    public void A_mutable_static_is_found() => Finds("X.<Y>k__BackingField is static", Domain with { MutableStatics = ["X.<Y>k__BackingField"] });

    [Fact]
    public void An_analyzer_that_is_off_is_found()
    {
        Finds("turns the analyzer off", Domain with { Xml = "<Project><NoWarn>RS0030</NoWarn></Project>" });
        Finds("suppresses RS0030", new SourceFile("src/Slipstream.Domain/X.cs", "#pragma warning disable RS0030"));
        Assert.Contains(All(Clean with { Settings = Clean.Settings with { SourceProps = Props.Replace(";Slipstream.Engine", "") } }), v => v.What.Contains("Slipstream.Engine is missing"));
        Assert.Contains(All(Clean with { Settings = Clean.Settings with { SourceProps = Props.Replace("BannedSymbols.Pure.txt", "") } }), v => v.What.Contains("not given"));
        Assert.Contains(All(Clean with { Settings = Clean.Settings with { BannedSymbols = "" } }), v => v.What.Contains("N:System.IO; is missing"));
    }

    [Theory]
    [InlineData("Slipstream.Domain.Common")]
    [InlineData("Slipstream.Domain.Common.Price")]
    [InlineData("Slipstream.Domain.StringUtils")]
    [InlineData("Slipstream.Domain.PriceHelper`1")]
    [InlineData("Slipstream.Domain.OrderManager.Inner")]
    public void A_vague_name_is_found(string type) => Finds("says nothing", Domain with { Types = [type] });

    [Theory]
    [InlineData("public sealed class A;\npublic enum B { C }", "has A and B")]
    [InlineData("public readonly record struct A(int X);\n\npublic delegate void B(int x);", "has A and B")]
    [InlineData("class A\n{\n    #region X\n    #endregion\n}", "has a #region")]
    [InlineData("public sealed partial class A;", "no source generator needs")]
    public void A_file_that_is_hard_to_read_is_found(string text, string expected) => Finds(expected, new SourceFile("src/Slipstream.Domain/A.cs", text));

    [Fact]
    public void A_long_file_is_found() =>
        Finds("has 401 lines", new SourceFile("src/Slipstream.Domain/A.cs", string.Concat(Enumerable.Repeat("//\n", 401))));

    [Fact]
    public void Files_that_keep_the_rules_are_let_be() => Assert.Empty(All(Clean with
    {
        Files =
        [
            new("src/a.cs", string.Concat(Enumerable.Repeat("//\n", 400))),
            new("src/b.cs", "public class A\n{\n    public enum Nested { }\n}\ninternal class B;\nfile class C;"),
            new("src/c.cs", "public class A;\npublic class A<T>;"),
            new("src/d.cs", "internal static partial class A { [GeneratedRegex(\"x\")] private static partial Regex X(); }"),
            new("src/e.cs", "public class A { string t = \"\"\"\npublic class B;\npublic class C;\n#region\n\"\"\"; }"),
        ],
    }));

    [Fact]
    public void A_version_outside_the_central_place_is_found()
    {
        Finds("gives X a version", Domain with { Xml = "<Project><PackageReference Include=\"X\" Version=\"1.0\" /></Project>" });
        Finds("gives X a version", Domain with { Xml = "<Project><PackageReference Include=\"X\" VersionOverride=\"1.0\" /></Project>" });
        Finds("has no packages.lock.json", Domain with { HasLockFile = false });
    }

    [Theory]
    [InlineData("1.*")]
    [InlineData("[1.0,2.0)")]
    [InlineData("")]
    public void A_floating_version_is_found(string version)
    {
        var packages = $"<Project><PackageVersion Include=\"X\" Version=\"{version}\" /></Project>";
        Assert.Contains(All(Clean with { Settings = Clean.Settings with { PackageVersions = packages } }), v => v.What.Contains("X floats"));
    }

    private static void Finds(string expected, Project planted) =>
        Assert.Contains(expected, Assert.Single(All(Clean with { Projects = [planted] })).ToString());

    private static void Finds(string expected, SourceFile planted) =>
        Assert.Contains(expected, Assert.Single(All(Clean with { Files = [planted] })).ToString());

    private static IEnumerable<Violation> All(House house) =>
    [
        .. ReferenceRules.Check(house), .. ReferenceRules.CheckSolution(house), .. PurityRules.CheckCalls(house), .. PurityRules.CheckStatics(house),
        .. PurityRules.CheckAnalyzer(house), .. NamingRules.Check(house), .. FileRules.Check(house), .. PackageRules.Check(house),
    ];
}
