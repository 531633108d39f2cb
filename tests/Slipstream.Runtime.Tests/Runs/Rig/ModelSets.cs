using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Options of a run's models, drawn.</summary>
internal static class ModelSets
{
    /// <summary>Returns fill, latency, fee, spread and impact models with other options, each combination possible.</summary>
    public static (string Path, object Value)[] Draw(SeededRandom random)
    {
        var options = new List<(string, object)>
        {
            ("account.cash", 1_000_000),
            ("seed", random.NextBelow(1_000_000)),
            ("journal.bareDecisions", random.NextBelow(2) == 0),
            ("execution.fill", Of(random, "auto", "close", "bar", "auto")),
            ("risk.allowSpotShort", random.NextBelow(2) == 0),
        };
        Latency(random, options);
        Fee(random, options);
        if (random.NextBelow(2) == 0)
        {
            options.Add(("execution.spread.model", Of(random, "fixed", "quote")));
        }

        if (random.NextBelow(2) == 0)
        {
            options.Add(("execution.impact.model", "square-root"));
        }

        if (random.NextBelow(3) == 0)
        {
            options.AddRange([("risk.maxDailyLoss", 500 + random.NextBelow(20_000)), ("risk.maxOpenOrders", 5), ("risk.maxPosition", 4)]);
        }

        return [.. options];
    }

    private static void Latency(SeededRandom random, List<(string, object)> options)
    {
        var model = Of(random, "none", "none", "fixed", "lognormal");
        options.Add(("execution.latency.model", model));
        if (model != "none")
        {
            options.Add(("execution.latency.orderMillis", random.NextBelow(5_000)));
        }

        if (model == "fixed")
        {
            options.Add(("execution.latency.reportMillis", random.NextBelow(5_000)));
        }
    }

    private static void Fee(SeededRandom random, List<(string, object)> options)
    {
        var model = Of(random, "instrument", "fixed", "bps", "none");
        options.Add(("execution.fee.model", model));
        switch (model)
        {
            case "fixed":
                options.Add(("execution.fee.amount", "1.23"));
                break;
            case "bps":
                options.AddRange([("execution.fee.makerBps", "-0.7"), ("execution.fee.takerBps", "4.3"), ("execution.fee.currency", Of(random, "quote", "base"))]);
                break;
            case "instrument":
                options.Add(("execution.fee.currency", Of(random, "quote", "base")));
                break;
        }
    }

    private static string Of(SeededRandom random, params ReadOnlySpan<string> words) => words[(int)random.NextBelow(words.Length)];
}
