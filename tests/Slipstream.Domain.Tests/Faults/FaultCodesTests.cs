namespace Slipstream.Domain.Tests.Faults;

public sealed class FaultCodesTests
{
    /// <summary>S3.86 to S3.98, in the order of the specification.</summary>
    private static readonly string[] Specified =
    [
        "MARKET_DATA_STALE", "WS_STALE", "INSUFFICIENT_BALANCE", "ORDER_REJECTED", "RATE_LIMITED", "ORDER_RATE_LIMIT_BREACH",
        "VENUE_UNAVAILABLE", "INVALID_ORDER", "RISK_BLOCKED", "FILL_SEQ_GAP", "POSITION_MISMATCH", "FLIPFLOP_DETECTED", "SAFE_MODE",
    ];

    [Fact]
    public void The_codes_are_those_of_the_specification_and_keep_their_numbers()
    {
        var codes = Enum.GetValues<FaultCode>();
        Assert.Equal(Specified, codes.Take(Specified.Length).Select(c => c.Text()));
        Assert.Equal(Enumerable.Range(1, Specified.Length), codes.Take(Specified.Length).Select(c => (int)c));
    }

    [Fact]
    public void Every_code_has_a_text_of_its_own()
    {
        var texts = Enum.GetValues<FaultCode>().Select(c => c.Text()).ToArray();
        Assert.Equal(texts.Length, texts.Distinct().Count());
        Assert.All(texts, text => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", text));
    }

    [Fact]
    public void A_refusal_says_the_rule_what_was_observed_and_what_is_allowed() =>
        Assert.Equal(
            "RISK_BLOCKED by maxPosition: 12 BTC, allowed 10 BTC",
            new Refusal(FaultCode.RiskBlocked, "maxPosition", "12 BTC", "10 BTC").ToString());
}
