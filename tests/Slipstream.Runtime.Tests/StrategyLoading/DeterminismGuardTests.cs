using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Runtime.Tests.StrategyLoading;

public sealed class DeterminismGuardTests : IDisposable
{
    private readonly StrategyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("SLIP001", "var t = DateTime.Now;", "context.Now")]
    [InlineData("SLIP001", "var t = System.DateTime.UtcNow;", "context.Now")]
    [InlineData("SLIP001", "var t = DateTimeOffset.UtcNow;", "context.Now")]
    [InlineData("SLIP001", "var t = TimeProvider.System.GetUtcNow();", "context.Now")]
    [InlineData("SLIP001", "var t = System.Diagnostics.Stopwatch.GetTimestamp();", "context.Now")]
    [InlineData("SLIP001", "var t = Environment.TickCount64;", "context.Now")]
    [InlineData("SLIP002", "var r = new Random(1).Next();", "context.Random")]
    [InlineData("SLIP002", "var r = Random.Shared.NextDouble();", "context.Random")]
    [InlineData("SLIP002", "var r = Guid.NewGuid();", "context.Random")]
    [InlineData("SLIP003", "var n = Environment.ProcessorCount;", "[Parameter]")]
    [InlineData("SLIP003", "var n = GC.GetTotalMemory(false);", "[Parameter]")]
    [InlineData("SLIP003", "var n = System.Numerics.Vector<double>.Count;", "[Parameter]")]
    [InlineData("SLIP004", "new System.Threading.Thread(() => { }).Start();", "context.SetTimer")]
    [InlineData("SLIP004", "System.Threading.Tasks.Task.Run(() => { });", "context.SetTimer")]
    [InlineData("SLIP004", "lock (this) { }", "context.SetTimer")]
    [InlineData("SLIP004", "var n = new[] { 1 }.AsParallel().Sum();", "context.SetTimer")]
    [InlineData("SLIP005", "var t = System.IO.File.ReadAllText(\"x\");", "context.Decide")]
    [InlineData("SLIP005", "Console.WriteLine(1);", "context.Decide")]
    [InlineData("SLIP005", "var c = new System.Net.Http.HttpClient();", "context.Decide")]
    [InlineData("SLIP006", "var h = HashCode.Combine(1, 2);", "hash codes")]
    [InlineData("SLIP006", "var h = \"x\".GetHashCode();", "hash codes")]
    [InlineData("SLIP006", "var h = this.GetHashCode();", "hash codes")]
    [InlineData("SLIP008", "var t = Activator.CreateInstance(typeof(string));", "reflection")]
    [InlineData("SLIP008", "var t = GetType().GetMethods();", "reflection")]
    [InlineData("SLIP008", "dynamic d = 1;", "reflection")]
    public void What_would_differ_from_run_to_run_is_an_error_with_reason_and_replacement(string code, string body, string hint)
    {
        var message = _folder.RefusalOfBody(body);
        Assert.Matches($@"Mine\.cs\(5,\d+\): error {code}: .* can't be used in a strategy: ", message);
        Assert.Contains(hint, message);
    }

    [Theory]
    [InlineData("static int _count;")]
    [InlineData("static double Last { get; set; }")]
    [InlineData("static readonly List<int> Seen = [];")]
    [InlineData("static readonly Dictionary<string, int> Seen = [];")]
    [InlineData("static event Action? Fired;")]
    public void Static_state_is_an_error(string member) =>
        Assert.Matches(@"error SLIP007: .* instance field", _folder.Refusal(StrategyFolder.WithBody("", member)));

    [Theory]
    [InlineData("const int Count = 3;")]
    [InlineData("static readonly double[] Weights = [0.5, 0.5];")]
    [InlineData("static double Half => 0.5;")]
    [InlineData("static readonly Duration Pause = Duration.FromSeconds(1);")]
    [InlineData("readonly Dictionary<string, int> _counts = []; readonly Queue<double> _window = new();")]
    [InlineData("static double Twice(double x) => 2 * Math.Exp(x) + new[] { 1.0, 2.0 }.Max();")]
    [InlineData("enum State { Idle } readonly record struct Pair(int A, DateTime B);")]
    [InlineData("string Text() => new Instant().ToUtc().ToString(\"O\") + 1.5.GetHashCode();")]
    public void What_is_the_same_in_each_run_is_allowed(string member) =>
        Assert.NotNull(_folder.Load(StrategyFolder.WithBody("var x = context.Random.NextNormal() + context.Now.UnixNanos;", member)));

    [Fact]
    public void An_alias_or_a_static_using_does_not_hide_it()
    {
        Assert.Contains("SLIP001", _folder.Refusal("using Watch = System.Diagnostics.Stopwatch;\n" + StrategyFolder.WithBody("Watch.StartNew();")));
        Assert.Contains("SLIP005", _folder.Refusal("using static System.Console;\n" + StrategyFolder.WithBody("WriteLine(1);")));
    }

    [Fact]
    public void Two_lines_with_banned_calls_are_two_errors() =>
        Assert.Equal(2, _folder.RefusalOfBody("Console.WriteLine(1);\n var t = DateTime.Now;").Split('\n').Length);
}
