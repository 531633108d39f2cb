using System.Text.Json;
using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Tests.Reports;

public sealed class JsonReportTests
{
    private static readonly string[] Contract =
    [
        "runId", "mode", "strategy", "parameters", "versionHash", "configHash", "datasetHash", "from", "to", "currency", "startingCash", "events", "decisions",
        "intents", "refusals", "orders", "fills", "finalEquity", "netPnl", "grossPnl", "fees", "funding", "costs", "sharpeAnnual", "periodsPerYear", "maxDrawdown",
        "stateHash", "journal", "eventsPerSecond", "elapsedMs",
    ];

    [Fact]
    public void Fields_of_the_contract_come_first_and_in_order()
    {
        var names = Json(SampleRun.Daily(300)).EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Equal(Contract, names.Take(Contract.Length));
        Assert.Equal(
            ["performance", "monthly", "histogram", "regimes", "sensitivity", "costsByCause", "drawdowns", "refusalsByRule", "notes"], names.Skip(Contract.Length));
    }

    [Fact]
    public void Numbers_are_the_results_own()
    {
        var run = SampleRun.Daily(300);
        var json = Json(run);
        Assert.Equal(run.Summary.NetPnl, json.GetProperty("netPnl").GetDouble());
        Assert.Equal(run.Summary.Costs.TemporaryImpact, json.GetProperty("costs").GetProperty("temporaryImpact").GetDouble());
        Assert.Equal(run.Summary.SharpeAnnual, json.GetProperty("performance").GetProperty("sharpeAnnual").GetDouble());
        Assert.Equal("20", json.GetProperty("parameters").GetProperty("fast").GetString());
        Assert.Equal(12, json.GetProperty("refusalsByRule").GetProperty("RISK_MAX_POSITION").GetInt64());
        Assert.Equal(6, json.GetProperty("sensitivity").GetProperty("steps").GetArrayLength());
        Assert.Equal(["trend", "meanRevert", "highVol", "unknown"], json.GetProperty("regimes").EnumerateArray().Select(r => r.GetProperty("regime").GetString()));
        Assert.Equal(12, json.GetProperty("monthly")[0].GetProperty("months").GetArrayLength());
    }

    [Fact]
    public void What_is_not_a_number_is_null()
    {
        var json = Json(SampleRun.Empty());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("sharpeAnnual").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("eventsPerSecond").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("from").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("performance").GetProperty("benchmark").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("sensitivity").GetProperty("breakEvenBps").ValueKind);
    }

    [Fact]
    public void Hostile_names_survive_as_they_are()
    {
        const string Hostile = "a\"b\\c\n<script>µ🙂";
        Assert.Equal(Hostile, Json(SampleRun.Daily(30, strategy: Hostile)).GetProperty("strategy").GetString());
    }

    private static JsonElement Json(RunResult run)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(run, RunAnalysis.Of(run), stream);
        Assert.Equal((byte)'\n', stream.ToArray()[^1]);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
