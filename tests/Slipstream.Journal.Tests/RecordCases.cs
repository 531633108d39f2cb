using System.Text.Json.Nodes;
using Slipstream.Domain;

namespace Slipstream.Journal.Tests;

/// <summary>Every record type of the journal.</summary>
public static class RecordCases
{
    public static IReadOnlyList<RecordCase> All { get; } =
    [
        new RecordCase<RunStartedCodec, RunStarted>(
            r => new()
            {
                RunId = $"run-{r.Next()}", Mode = r.Of<Mode>(), StrategyId = "ema-cross", VersionHash = r.Hash().ToString(), ConfigHash = r.Hash().ToString(),
                ConfigJson = """{"fast":20,"slow":50,"name":"ä"}""", Parameters = [.. r.Texts().Select((t, i) => KeyValuePair.Create($"p{i}", t))], Seed = (ulong)r.NextInt64() * 2,
                Universe = Samples.Universe, StartingCash = [.. Enumerable.Range(0, r.Next(3)).Select(_ => r.Money())], AccountCurrency = Currency.Usd,
            },
            v => new()
            {
                ["runId"] = v.RunId, ["mode"] = v.Mode.Text(), ["strategyId"] = v.StrategyId, ["versionHash"] = v.VersionHash, ["configHash"] = v.ConfigHash,
                ["config"] = JsonNode.Parse(v.ConfigJson),
                ["parameters"] = new JsonArray([.. v.Parameters.Select(p => new JsonObject { ["name"] = p.Key, ["value"] = p.Value })]), ["seed"] = v.Seed,
                ["universe"] = JsonNode.Parse(UniverseJson.Write(v.Universe)), ["startingCash"] = new JsonArray([.. v.StartingCash.Select(Money)]), ["accountCurrency"] = "USD",
            },
            SameRun),
        Of<RuntimeDescribedCodec, RuntimeDescribed>(
            r => new(r.Time(), r.Text(), r.Text()),
            v => new() { ["wallClock"] = v.WallClock.ToString(), ["host"] = v.Host, ["runtime"] = v.Runtime }),
        Of<RunEndedCodec, RunEnded>(
            r => new(r.Id(), r.Id(), r.Id(), r.Id(), r.Id(), r.Hash()),
            v => new() { ["events"] = v.Events, ["decisions"] = v.Decisions, ["intents"] = v.Intents, ["orders"] = v.Orders, ["fills"] = v.Fills, ["stateHash"] = v.StateHash.ToString() }),
        Of<SnapshotStoredCodec, SnapshotStored>(
            r => new(r.Text(), r.Text(), r.Hash(), r.Id()),
            v => new() { ["kind"] = v.Kind, ["name"] = v.Name, ["sha256"] = v.Sha256.ToString(), ["length"] = v.Length }),
        Of<TapeBlockCodec, TapeBlock>(
            r => new(r.Text(), r.Id(), r.Next(), r.Id(), r.Hash()),
            v => new() { ["tapeFile"] = v.TapeFile, ["blockIndex"] = v.BlockIndex, ["count"] = v.Count, ["firstInput"] = v.FirstInput, ["hash"] = v.Hash.ToString() }),
        Of<TimerFiredCodec, TimerFired>(
            r => new(r.Next() - r.Next(), r.Time()),
            v => new() { ["tag"] = v.Tag, ["due"] = v.Due.ToString() }),
        Of<CommandCodec, Command>(
            r => new(r.Text(), """{"halt":true,"reason":"test"}"""),
            v => new() { ["kind"] = v.Kind, ["content"] = JsonNode.Parse(v.Json) }),
        new RecordCase<DecisionCodec, Decision>(
            r => new() { Id = new(r.Id()), Time = r.Time(), InputsRef = r.Id(), Rationale = r.Text(), Tags = r.Texts() },
            v => new() { ["id"] = v.Id.Value, ["ts"] = v.Time.ToString(), ["inputsRef"] = v.InputsRef, ["rationale"] = v.Rationale, ["tags"] = Texts(v.Tags) },
            (a, b) => a with { Tags = b.Tags } == b && a.Tags.SequenceEqual(b.Tags)),
        new RecordCase<IntentCodec, Intent>(
            r => new()
            {
                Id = new(r.Id()), Time = r.Time(), Decision = new(r.Id()), Kind = r.Of<IntentKind>(), Request = r.Terms(),
                Target = r.Next(2) == 0 ? null : new OrderId(r.Id()), DecisionPrice = r.MaybePrice(),
            },
            v => With(
                new() { ["id"] = v.Id.Value, ["ts"] = v.Time.ToString(), ["rationaleRef"] = v.Decision.Value, ["kind"] = v.Kind.ToString() },
                v.Request,
                new() { ["target"] = v.Target?.Value, ["decisionPrice"] = v.DecisionPrice?.ToString() }),
            (a, b) => a with { Request = b.Request } == b && SameTerms(a.Request, b.Request)),
        Of<IntentRefusedCodec, IntentRefused>(
            r => new(new(r.Id()), r.Refusal()),
            v => new() { ["intentId"] = v.Intent.Value, ["refusal"] = Refusal(v.Refusal) }),
        new RecordCase<OrderCodec, Order>(
            r => new()
            {
                Id = new(r.Id()), Time = r.Time(), Venue = new(r.Text()), Terms = r.Terms(), Status = r.Of<OrdStatus>(), Intent = new(r.Id()),
                Correlation = new(r.Id()), DecisionPrice = r.MaybePrice(),
            },
            v => With(
                new() { ["id"] = v.Id.Value, ["ts"] = v.Time.ToString(), ["venue"] = v.Venue.Name },
                v.Terms,
                new() { ["status"] = v.Status.ToString(), ["intentId"] = v.Intent.Value, ["correlationId"] = v.Correlation.Value, ["decisionPrice"] = v.DecisionPrice?.ToString() }),
            (a, b) => a with { Terms = b.Terms } == b && SameTerms(a.Terms, b.Terms)),
        Of<CancelSentCodec, CancelSent>(
            r => new(new(r.Id()), r.Next(2) == 0 ? null : new IntentId(r.Id())),
            v => new() { ["orderId"] = v.Order.Value, ["intentId"] = v.Intent?.Value }),
        Of<ReplaceSentCodec, ReplaceSent>(
            r => new(new(r.Id()), new(r.Id()), r.Quantity(), r.MaybePrice()),
            v => new() { ["orderId"] = v.Order.Value, ["intentId"] = v.Intent.Value, ["qty"] = v.Quantity.ToString(), ["limitPrice"] = v.LimitPrice?.ToString() }),
        Of<ExecutionReportCodec, ExecutionReport>(
            r => new()
            {
                Type = r.Of<ExecType>(), Order = new(r.Id()), Time = r.Time(), VenueOrderId = r.Text(), FillId = new(r.Id()), FillSeq = r.Next(2) == 0 ? null : r.Id(),
                LastQty = r.Quantity(), LastPx = r.Price(), Fee = r.Next(2) == 0 ? null : r.Money(), Liquidity = r.Next(2) == 0 ? null : r.Of<Liquidity>(),
                Costs = r.Costs(), Reason = r.Next(2) == 0 ? null : r.Refusal(),
            },
            v => new()
            {
                ["execType"] = v.Type.ToString(), ["orderId"] = v.Order.Value, ["ts"] = v.Time.ToString(), ["venueOrderId"] = v.VenueOrderId, ["fillId"] = v.FillId.Value,
                ["fillSeq"] = v.FillSeq, ["lastQty"] = v.LastQty.ToString(), ["lastPx"] = v.LastPx.ToString(), ["fees"] = v.Fee is { } fee ? Money(fee) : null,
                ["liquidity"] = v.Liquidity?.ToString(), ["costs"] = Costs(v.Costs), ["reason"] = v.Reason is { } reason ? Refusal(reason) : null,
            }),
        Of<FillCodec, Fill>(
            r => new()
            {
                Id = new(r.Id()), Time = r.Time(), Venue = new(r.Text()), Instrument = r.Instrument(), Side = r.Of<Side>(), Quantity = r.Quantity(), Price = r.Price(),
                Fee = r.Money(), Order = new(r.Id()), Intent = new(r.Id()), Liquidity = r.Of<Liquidity>(), Seq = r.Next(2) == 0 ? null : r.Id(),
                DecisionPrice = r.MaybePrice(), Costs = r.Costs(),
            },
            v => new()
            {
                ["id"] = v.Id.Value, ["ts"] = v.Time.ToString(), ["venue"] = v.Venue.Name, ["asset"] = Samples.Universe[v.Instrument].Symbol, ["side"] = v.Side.ToString(),
                ["qty"] = v.Quantity.ToString(), ["price"] = v.Price.ToString(), ["fees"] = Money(v.Fee), ["orderId"] = v.Order.Value, ["intentId"] = v.Intent.Value,
                ["liquidity"] = v.Liquidity.ToString(), ["seq"] = v.Seq, ["decisionPrice"] = v.DecisionPrice?.ToString(), ["costs"] = Costs(v.Costs),
            }),
        Of<ReportAnomalyCodec, ReportAnomaly>(
            r => new(new(r.Id()), r.Of<ExecType>(), r.Next(2) == 0 ? null : new FillId(r.Id()), r.Of<AnomalyKind>()),
            v => new() { ["orderId"] = v.Order.Value, ["execType"] = v.ExecType.ToString(), ["fillId"] = v.Fill?.Value, ["kind"] = v.Kind.ToString() }),
        Of<RiskStateChangedCodec, RiskStateChanged>(
            r => new(r.Text(), r.Next(2) == 0, r.Text(), r.Text()),
            v => new() { ["rule"] = v.Rule, ["halted"] = v.Halted, ["observed"] = v.Observed, ["allowed"] = v.Allowed }),
        Of<StateHashCodec, StateHash>(
            r => new(r.Hash()),
            v => new() { ["hash"] = v.Hash.ToString() }),
    ];

    public static RecordCase For(RecordType type) => All.Single(c => c.Schema.Type == type);

    /// <summary>Appends one record of every type, then some more.</summary>
    public static void AppendMany(RecordSink sink, int count, int seed = 1)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            // The run's end would end a follower; the header comes first and once.
            var record = i == 0 ? All[0] : All[1 + (random.Next() % (All.Count - 1))];
            record = record.Schema.Type == RecordType.RunEnded ? For(RecordType.Fill) : record;
            record.Append(sink, i, Instant.FromUnixSeconds(i), random.Next());
        }
    }

    private static RecordCase<TCodec, T> Of<TCodec, T>(Func<Random, T> make, Func<T, JsonObject> json)
        where TCodec : struct, IRecordCodec<T>
        where T : IEquatable<T> => new(make, json, (a, b) => a.Equals(b));

    private static bool SameTerms(in OrderRequest a, in OrderRequest b) => a with { RiskTags = b.RiskTags } == b && a.RiskTags!.SequenceEqual(b.RiskTags!);

    private static bool SameRun(RunStarted a, RunStarted b) =>
        a with { Parameters = b.Parameters, Universe = b.Universe, StartingCash = b.StartingCash } == b
        && a.Parameters.SequenceEqual(b.Parameters) && a.StartingCash.SequenceEqual(b.StartingCash)
        && a.Universe.Instruments.SequenceEqual(b.Universe.Instruments);

    private static JsonObject With(JsonObject before, in OrderRequest terms, JsonObject after)
    {
        JsonObject all = new();
        foreach (var (name, value) in before.Concat(Terms(terms)).Concat(after).ToList())
        {
            all[name] = value?.DeepClone();
        }

        return all;
    }

    private static JsonObject Terms(in OrderRequest t) => new()
    {
        ["asset"] = Samples.Universe[t.Instrument].Symbol,
        ["side"] = t.Side.ToString(),
        ["qty"] = t.Quantity.ToString(),
        ["orderType"] = t.Type.ToString(),
        ["limitPrice"] = t.LimitPrice?.ToString(),
        ["stopPrice"] = t.StopPrice?.ToString(),
        ["trailingOffset"] = t.TrailingOffset?.ToString(),
        ["tif"] = t.TimeInForce.ToString(),
        ["postOnly"] = t.PostOnly,
        ["reduceOnly"] = t.ReduceOnly,
        ["urgency"] = t.Urgency.ToString(),
        ["bracket"] = t.Bracket is { } b ? new JsonObject { ["takeProfit"] = b.TakeProfit?.ToString(), ["stopLoss"] = b.StopLoss?.ToString() } : null,
        ["riskTags"] = Texts(t.RiskTags!),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => JsonValue.Create(t))]);

    private static JsonObject Money(Money m) => new() { ["amount"] = Grid.Format(m.Raw), ["currency"] = m.Currency.Code };

    private static JsonObject Costs(ExecutionCosts c) =>
        new() { ["spread"] = c.Spread, ["temporaryImpact"] = c.TemporaryImpact, ["permanentImpact"] = c.PermanentImpact, ["delay"] = c.Delay };

    private static JsonObject Refusal(Refusal r) => new() { ["code"] = r.Code.Text(), ["rule"] = r.Rule, ["observed"] = r.Observed, ["allowed"] = r.Allowed };
}
