using Slipstream.Domain;
using Slipstream.Engine.Market;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Core;

public class MarketBoardTests
{
    private readonly MarketBoard _board = new(1);

    [Fact]
    public void A_quote_gives_bid_ask_and_their_middle()
    {
        _board.Update(MarketEvent.OfQuote(Some.First, Some.Morning, Some.Morning, Some.Px("99"), Some.Px("102"), 3, 4));
        Assert.Equal(new MarketView(Some.Morning, Some.Px("100.5"), Some.Px("99"), Some.Px("102"), 3, 4), _board.View(Some.First));
    }

    [Fact]
    public void Funding_is_no_price()
    {
        _board.Update(MarketEvent.OfFunding(Some.First, Some.Morning, Rate.Parse("0.0001"), Some.Px("50")));
        Assert.Null(_board.Last(Some.First));
        Assert.True(double.IsNaN(_board.LastOrNaN(0)));
        _board.Update(MarketEvent.OfTrade(Some.First, Some.Morning, Some.Morning, Some.Px("100"), 1, null, 1));
        _board.Update(MarketEvent.OfFunding(Some.First, Some.Morning, Rate.Parse("0.0001"), Some.Px("50")));
        Assert.Equal(Some.Px("100"), _board.Last(Some.First));
    }

    [Fact]
    public void A_book_gives_its_best_levels_at_the_end_of_a_message_and_none_while_a_side_is_empty()
    {
        Change(Side.Buy, "99", 5, MarketEventFlags.SnapshotStart);
        Change(Side.Sell, "101", 6);
        Assert.Null(_board.View(Some.First).Bid);
        Change(Side.Buy, "98", 1, MarketEventFlags.EndOfMessage);
        Assert.Equal((Some.Px("99"), Some.Px("101"), 5.0, 6.0), (_board.View(Some.First).Bid, _board.View(Some.First).Ask, _board.View(Some.First).BidSize, _board.View(Some.First).AskSize));

        // Crossed within a message: the last quote stands.
        Change(Side.Buy, "102", 1, MarketEventFlags.EndOfMessage);
        Assert.Equal(Some.Px("99"), _board.View(Some.First).Bid);
        Change(Side.Buy, "102", 0, MarketEventFlags.EndOfMessage);

        Change(Side.Sell, "101", 0, MarketEventFlags.EndOfMessage);
        Assert.Equal((null, null, Some.Px("100")), (_board.View(Some.First).Bid, _board.View(Some.First).Ask, _board.View(Some.First).Last));
    }

    private void Change(Side side, string price, double size, MarketEventFlags flags = MarketEventFlags.None) =>
        _board.Update(MarketEvent.OfBookChange(Some.First, Some.Morning, Some.Morning, side, Some.Px(price), size, 1, flags));
}
