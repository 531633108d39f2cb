namespace Slipstream.Simulation;

// A matcher for each kind of data; a fill model that knows one only has the same for all.
internal sealed record MatcherSet(Matcher Bars, Matcher Quotes, Matcher Depth)
{
    public MatcherSet(Matcher one)
        : this(one, one, one)
    {
    }

    public Matcher For(MarketEventKind kind) => kind switch
    {
        MarketEventKind.BookChange => Depth,
        MarketEventKind.Quote or MarketEventKind.Trade => Quotes,
        MarketEventKind.Bar or MarketEventKind.Funding => Bars,
    };
}
