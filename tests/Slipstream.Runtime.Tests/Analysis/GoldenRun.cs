using System.Globalization;
using System.Text.Json;
using Slipstream.Domain;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Tests.Analysis;

/// <summary>The run of <c>Golden/run.json</c> and what numpy and pandas make of it; <c>Golden/make.py</c> wrote both.</summary>
internal static class GoldenRun
{
    private static readonly JsonElement Input = Read("run.json");

    public static JsonElement Expected { get; } = Read("expected.json");

    public static RunResult Result { get; } = Make();

    public static Instant EndOf(DateOnly day) => Instant.FromUtc(day.Year, day.Month, day.Day) + Duration.FromNanos(Duration.NanosPerDay);

    private static RunResult Make()
    {
        DateOnly[] days = [.. Input.GetProperty("days").EnumerateArray().Select(d => DateOnly.Parse(d.GetString()!, CultureInfo.InvariantCulture))];
        var (equity, benchmark, notional, gross, net) = (Column("equity"), Column("benchmark"), Column("notional"), Column("gross"), Column("net"));
        var costs = Input.GetProperty("costs");
        var stake = Input.GetProperty("stake").GetDouble();
        var strategy = Expected.GetProperty("strategy");
        var summary = Runs.Summary(stake) with
        {
            PeriodsPerYear = Input.GetProperty("periodsPerYear").GetInt32(),
            FinalEquity = equity[^1],
            NetPnl = equity[^1] - stake,
            Funding = Input.GetProperty("funding").GetDouble(),
            SharpeAnnual = strategy.GetProperty("sharpeAnnual").GetDouble(),
            MaxDrawdown = strategy.GetProperty("maxDrawdown").GetDouble(),
            Costs = new CostTotals(Cost("commission"), Cost("spread"), Cost("temporaryImpact"), Cost("permanentImpact"), Cost("delay")),
        };
        return new RunResult(
            summary,
            [.. days.Select((d, i) => new DailyPoint(d, equity[i], benchmark[i], notional[i], notional[i] > 0 ? 1 : 0))],
            [.. days.Select((d, i) => new EquityPoint(EndOf(d), equity[i], benchmark[i], gross[i], net[i]))],
            [],
            new Dictionary<string, long>(),
            []);

        double Cost(string name) => costs.GetProperty(name).GetDouble();
    }

    private static double[] Column(string name) => [.. Input.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    private static JsonElement Read(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Slipstream.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "tests/Slipstream.Runtime.Tests/Analysis/Golden", name)));
        return document.RootElement.Clone();
    }
}
