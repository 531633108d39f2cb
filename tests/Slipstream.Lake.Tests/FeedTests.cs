using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

public sealed class FeedTests : IDisposable
{
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private const string Feed =
        """
        1723161255000000001 {"stream":"btcusdt@depth","data":{"e":"depthUpdate","E":1723161256000,"s":"BTCUSDT","U":90,"u":95,"pu":89,"b":[["99","1"]],"a":[]}}
        1723161255100000000 {"stream":"btcusdt@depth","data":{"e":"depthUpdate","E":1723161256100,"s":"BTCUSDT","U":96,"u":105,"pu":95,"b":[["100","0"]],"a":[["101","2"],["102","5"]]}}
        1723161255150000000 {"stream":"btcusdt@trade","data":{"e":"trade","E":1723161256150,"T":1,"s":"BTCUSDT","t":7,"p":"101","q":"0.5","X":"MARKET","m":false}}
        1723161255200000000 {"lastUpdateId":100,"E":1723161256120,"T":1723161256110,"bids":[["100","3"]],"asks":[["101","4"]]}
        1723161255300000000 {"stream":"btcusdt@bookTicker","data":{"u":106,"s":"BTCUSDT","b":"98","B":"1","a":"101","A":"2"}}
        1723161255400000000 {"stream":"btcusdt@depth","data":{"e":"depthUpdate","E":1723161256400,"s":"BTCUSDT","U":120,"u":130,"pu":119,"b":[["98","2"]],"a":[]}}
        """;

    [Fact]
    public void The_snapshot_comes_first_contained_changes_are_dropped_and_later_ones_follow()
    {
        using var data = PriceFolder.Open(new DataSource(_folder.Write("feed.txt", Feed)));

        var events = PriceFolder.ReadAll(data);

        static string Show(MarketEvent e) => e.Kind switch
        {
            MarketEventKind.BookChange => $"{e.AsBookChange().Side} {e.AsBookChange().Price} {e.AsBookChange().Size} {e.Flags & ~(MarketEventFlags.BuySide | MarketEventFlags.SellSide)}",
            MarketEventKind.Quote => $"Quote {e.AsQuote().Bid} {e.AsQuote().Ask}",
            _ => $"{e.Kind} {e.Last}",
        };
        Assert.Equal(
            [
                "Trade 101",
                "Buy 100 3 SnapshotStart",
                "Sell 101 4 EndOfMessage",
                "Buy 100 0 None",
                "Sell 101 2 None",
                "Sell 102 5 EndOfMessage",
                "Quote 98 101",
                "Buy 98 2 EndOfMessage",
            ],
            events.Select(Show));
        Assert.Equal(("BTC/USDT-PERP", AssetClass.CryptoPerpetual), (data.Universe[new(0)].Symbol, data.Universe[new(0)].AssetClass));
        Assert.Contains("feed.txt:6: changes of the book are missing between updates 105 and 130", Assert.Single(data.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_the_exchanges_and_never_go_backwards_and_receipts_are_the_recorders()
    {
        var events = PriceFolder.ReadAll(new DataSource(_folder.Write("feed.txt", Feed)));

        // The snapshot's own time lies before the trade's: it is held. The quote has none: receipt plus the last difference, 0.92 s.
        Assert.Equal(Instant.Parse("2024-08-08T23:54:16.15Z"), events[1].Time);
        Assert.Equal(Instant.Parse("2024-08-08T23:54:16.22Z"), events[6].Time);
        Assert.Equal(Instant.FromUnixNanos(1723161255300000000), events[6].Received);
    }
}
