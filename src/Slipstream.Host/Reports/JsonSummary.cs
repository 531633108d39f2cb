using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports;

/// <summary>The summary's part of the JSON report, in the order of the command line's contract.</summary>
internal static class JsonSummary
{
    public static void Write(JsonFields json, RunSummary s)
    {
        json.Text("runId", s.RunId);
        json.Text("mode", s.Mode);
        json.Text("strategy", s.Strategy);
        json.Object("parameters", () =>
        {
            foreach (var (name, value) in s.Parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                json.Text(name, value);
            }
        });
        json.Text("versionHash", s.VersionHash);
        json.Text("configHash", s.ConfigHash);
        json.Text("datasetHash", s.DatasetHash);
        json.Text("from", s.From);
        json.Text("to", s.To);
        json.Text("currency", s.Currency);
        json.Number("startingCash", s.StartingCash);
        json.Whole("events", s.Events);
        json.Whole("decisions", s.Decisions);
        json.Whole("intents", s.Intents);
        json.Whole("refusals", s.Refusals);
        json.Whole("orders", s.Orders);
        json.Whole("fills", s.Fills);
        WriteMoney(json, s);
        json.Number("sharpeAnnual", s.SharpeAnnual);
        json.Whole("periodsPerYear", s.PeriodsPerYear);
        json.Number("maxDrawdown", s.MaxDrawdown);
        json.Text("stateHash", s.StateHash);
        json.Text("journal", s.Journal);
        json.Number("eventsPerSecond", s.EventsPerSecond);
        json.Number("elapsedMs", s.ElapsedMs);
    }

    private static void WriteMoney(JsonFields json, RunSummary s)
    {
        json.Number("finalEquity", s.FinalEquity);
        json.Number("netPnl", s.NetPnl);
        json.Number("grossPnl", s.GrossPnl);
        json.Number("fees", s.Fees);
        json.Number("funding", s.Funding);
        json.Object("costs", () =>
        {
            json.Number("commission", s.Costs.Commission);
            json.Number("spread", s.Costs.Spread);
            json.Number("temporaryImpact", s.Costs.TemporaryImpact);
            json.Number("permanentImpact", s.Costs.PermanentImpact);
            json.Number("delay", s.Costs.Delay);
        });
    }
}
