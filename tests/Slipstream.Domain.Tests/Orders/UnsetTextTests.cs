namespace Slipstream.Domain.Tests.Orders;

/// <summary>Texts that nobody set are empty, never null, however the value came to be.</summary>
public sealed class UnsetTextTests
{
    [Fact]
    public void A_decision_without_rationale_and_tags_has_empty_ones()
    {
        Assert.Equal("", default(Decision).Rationale);
        Assert.Empty(default(Decision).Tags);
        var decision = new Decision { Id = new(1), Time = default, InputsRef = 1 };
        Assert.Equal("", decision.Rationale);
        Assert.Empty(decision.Tags);
        Assert.Equal("why", (decision with { Rationale = "why" }).Rationale);
        Assert.Equal(["a"], (decision with { Tags = ["a"] }).Tags);
    }

    [Fact]
    public void A_report_without_the_venue_s_order_number_has_an_empty_one()
    {
        var report = new ExecutionReport { Type = ExecType.New, Order = new(1), Time = default };
        Assert.Equal("", report.VenueOrderId);
        Assert.Equal("", default(ExecutionReport).VenueOrderId);
        Assert.Equal("x7", (report with { VenueOrderId = "x7" }).VenueOrderId);
    }

    [Fact]
    public void Unset_and_empty_are_equal()
    {
        var report = new ExecutionReport { Type = ExecType.New, Order = new(1), Time = default };
        Assert.Equal(report, report with { VenueOrderId = "" });
        var decision = new Decision { Id = new(1), Time = default, InputsRef = 1 };
        Assert.Equal(decision, decision with { Rationale = "" });
    }
}
