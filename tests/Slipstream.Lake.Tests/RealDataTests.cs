using Slipstream.Domain;
using Xunit.Abstractions;

namespace Slipstream.Lake.Tests;

/// <summary>Real files open with the row counts and times that their README computed. Times here are the starts of bars.</summary>
public sealed class RealDataTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("crypto/daily/BTCUSD_tradingview-index_1d_2009-2026.json", "BTC/USD", 5905, "2009-10-05", "2026-03-06")]
    [InlineData("crypto/daily/BTCUSD_bitstamp-then-coinbase_1d_2011-2025.csv", "BTC/USD", 5152, "2011-08-18", "2025-09-24")]
    [InlineData("crypto/daily/ETHUSD_coinbase_1d_2016-2026.json", "ETH/USD", 3582, "2016-05-18", "2026-03-10")]
    [InlineData("crypto/daily/BTCUSDT_binance-spot_1d-klines_2017-2025.csv", "BTC/USDT", 2750, "2017-08-17", "2025-02-25")]
    [InlineData("crypto/daily/22-pairs_coinbase-spot_1d_2020-2025.csv", "ALGO/USD", 35356, "2020-01-01", "2025-10-24")]
    [InlineData("crypto/daily/yahoo/BTC-USD_yahoo_1d.csv", "BTC/USD", 3810, "2014-09-17", "2025-02-20")]
    [InlineData("crypto/daily/yahoo/USDC-USD_yahoo_1d.csv", "USDC/USD", 2319, "2018-10-08", "2025-02-11")]
    [InlineData("crypto/daily/yahoo/DOGE-USD_yahoo_1d.csv", "DOGE/USD", 2661, "2017-11-09", "2025-02-20")]
    [InlineData("crypto/4h/BTCUSD_coinbase_4h_2016-2025.json.gz", "BTC/USD", 20695, "2016-05-18T04:00Z", "2025-10-28")]
    [InlineData("crypto/4h/ETHUSD_coinbase_4h_2016-2025.json.gz", "ETH/USD", 20675, "2016-05-18", "2025-10-28")]
    [InlineData("crypto/4h/BTCUSDT_binance-spot_4h-klines_2018-2025.csv", "BTC/USDT", 15537, "2018-01-01", "2025-02-05")]
    [InlineData("crypto/1m/BTCUSDT_binance-us_1m_2023-03-01_2023-03-21.csv", "BTC/USDT", 30240, "2023-03-01", "2023-03-21T23:59Z")]
    [InlineData("crypto/1m/BTCUSD_binance-us_1m_2023-03-01_2023-03-21.csv.gz", "BTC/USD", 30240, "2023-03-01", "2023-03-21T23:59Z")]
    [InlineData("crypto/1m/BTC-PERP_unstated-venue_1m_2022-01.csv.gz", "BTC/USD-PERP", 45031, "2021-12-31T23:01Z", "2022-02-01T05:31Z")]
    [InlineData("crypto/1m/BTC-USD_yahoo_1m_2025-01_2025-02.csv.gz", "BTC/USD", 40604, "2025-01-15T00:01Z", "2025-02-19T23:58Z")]
    [InlineData("crypto/1m/freqtrade-json/ETH_BTC-1m.json", "ETH/BTC", 14397, "2018-01-20T04:53Z", "2018-01-30T04:50Z")]
    [InlineData("crypto/1m/freqtrade-json/XLM_BTC-1m.json.gz", "XLM/BTC", 14373, "2018-01-20T04:53Z", "2018-01-30T04:50Z")]
    [InlineData("crypto/5m/ADA_BTC-5m_2018-02-14_2018-05-15.json.gz", "ADA/BTC", 25929, "2018-02-14T21:00Z", "2018-05-15T21:40Z")]
    [InlineData("crypto/1m/binance-vision-zip", "ADA/BTC", 2880, "2021-11-27", "2021-11-28T23:59Z")]
    [InlineData("crypto/funding/freqtrade-json/XRP_USDT_USDT-5m-futures.json", "XRP/USDT-PERP", 1999, "2021-11-15", "2021-11-21T22:30Z")]
    [InlineData("fx/1m/GBPUSD_fxcm_1m_bid_2012.csv.zip", "GBP/USD", 368621, "2012-01-02T03:09Z", "2012-12-28T21:57Z")]
    [InlineData("equity/daily/AAPL_yahoo_1d_with-dividends-and-splits.csv", "AAPL", 11132, "1980-12-12T05:00Z", "2025-02-11T05:00Z")]
    [InlineData("equity/daily/AMZN_yahoo_1d_with-dividends-and-splits.csv", "AMZN", 6980, "1997-05-15T04:00Z", "2025-02-11T05:00Z")]
    [InlineData("equity/daily/pyportfolioopt_SPY_1993-2020.csv", "SPY", 6765, "1993-01-29", "2019-12-09")]
    [InlineData("equity/daily/skfolio_sp500_index.csv.gz", "SP500", 8313, "1990-01-02", "2022-12-28")]
    [InlineData("equity/daily/skfolio_sp500_dataset.csv.gz", "AAPL", 20 * 8313, "1990-01-02", "2022-12-28")]
    [InlineData("equity/daily/pyportfolioopt_20-us-stocks_1989-2018.csv", "GOOG", 106931, "1989-12-29", "2018-04-11")]
    [InlineData("equity/hourly/AAPL_yahoo_1h_2022-2025_offset-times.csv", "AAPL", 5085, "2022-03-16T13:30Z", "2025-02-11T19:30Z")]
    [InlineData("lean/crypto/coinbase/daily/btcusd_trade.zip", "BTC/USD", 1318, "2014-12-01", "2018-08-13")]
    [InlineData("lean/crypto/coinbase/daily/btcusd_quote.zip", "BTC/USD", 1332, "2015-04-27", "2018-12-24")]
    [InlineData("lean/crypto/coinbase/minute/btcusd", "BTC/USD", 12423, "2016-10-07", "2018-04-06T23:59Z")]
    [InlineData("lean/crypto/coinbase/second/btcusd", "BTC/USD", 11520, "2016-10-07T00:00:04Z", "2016-10-09T23:59:58Z")]
    [InlineData("lean/crypto/bitfinex/hour/btcusd_trade.zip", "BTC/USD", 733, "2013-10-01", "2013-10-31T21:00Z")]
    [InlineData("lean/cryptofuture/bybit/minute/btcusdt", "BTC/USDT-PERP", 721, "2022-12-13", "2022-12-13T12:00Z")]
    [InlineData("lean/forex/oanda/hour/eurusd.zip", "EUR/USD", 74439, "2007-01-01T21:00Z", "2018-12-31T21:00Z")]
    [InlineData("lean/forex/oanda/minute/eurusd", "EUR/USD", 18184, "2014-05-01", "2018-04-04T23:59Z")]
    [InlineData("lean/forex/fxcm/daily/gbpusd.zip", "GBP/USD", 3278, "2007-03-30T05:00Z", "2018-07-17T05:00Z")]
    [InlineData("lean/forex/fxcm/minute/eurusd", "EUR/USD", 21592, "2011-03-07T05:00Z", "2018-04-05T04:59Z")]
    [InlineData("lean/equity/usa/daily/spy.zip", "SPY", 5849, "1998-01-02T05:00Z", "2021-03-31T04:00Z")]
    [InlineData("lean/equity/usa/hour/spy.zip", "SPY", 40832, "1998-01-02T14:00Z", "2021-03-31T19:00Z")]
    [InlineData("lean/equity/usa/minute/spy", "SPY", 5786, "2013-10-04T08:06Z", "2023-08-03T23:59Z")]
    [InlineData("lean/equity/usa/minute/goog", "GOOG", 1091, "2015-12-23T09:59Z", "2015-12-29T00:46Z")]
    [InlineData("lean/future/cme/daily/es_trade.zip", "ES201312", 203, "2013-10-06", "2020-01-08")]
    public void Bars_open_whole(string path, string symbol, int rows, string first, string last)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        using var data = PriceFolder.Open(new DataSource(Path.Combine(folder, path)));
        var bars = PriceFolder.ReadAll(data).Select(e => e.AsBar()).ToArray();

        Assert.Equal((symbol, rows, 0L), (data.Universe[new(0)].Symbol, bars.Length, data.Quarantine.Quarantined));
        Assert.Equal((Instant.Parse(first), Instant.Parse(last)), (bars[0].OpenTime, bars[^1].OpenTime));
        Assert.True(bars.Zip(bars.Skip(1)).All(p => p.First.Time <= p.Second.Time), "Times go backwards.");
    }

    [Theory]
    [InlineData("crypto/trades/BTCUSDT_binance-usdm_trades_2020-02-22_tardis.csv.gz", "BTC/USDT-PERP", 137988, "2020-02-22T00:00:02.111Z", "2020-02-22T23:59:53.624Z")]
    [InlineData("crypto/quotes/BTCUSDT_binance-usdm_quotes_2020-02-22_tardis.csv", "BTC/USDT-PERP", 9999, "2020-02-22T00:00:01.096Z", "2020-02-22T00:03:47.061Z")]
    [InlineData("fx/ticks/EURUSD_histdata_quotes_2020-01-01.csv", "EUR/USD", 9500, "2020-01-01T22:00:00.065Z", "2020-01-02T04:00:52.125Z")]
    [InlineData("lean/forex/oanda/tick/eurusd", "EUR/USD", 321559, "2014-05-01T00:00:00.292Z", "2014-05-09T20:59:58.835Z")]
    [InlineData("lean/equity/usa/tick/spy", "SPY", 250601, "2013-10-07T08:00:00.464Z", "2013-10-07T23:59:59.536Z")]
    [InlineData("lean/equity/usa/tick/ibm", "IBM", 126395 + 575588, "2013-10-07T08:00:00.241Z", "2013-10-12T00:00:00.064Z")]
    [InlineData("crypto/funding/freqtrade-json/XRP_USDT_USDT-8h-funding_rate.json", "XRP/USDT-PERP", 91, "2021-11-18T00:00:00.017Z", "2021-12-18T00:00:00.014Z")]
    [InlineData("crypto/funding/47-perpetuals_daily-funding_2025-07-28_2025-10-25.csv", "BTC/USD-PERP", 4154, "2025-07-28", "2025-10-25")]
    [InlineData("lean/cryptofuture/binance/margin_interest/btcusd.csv", "BTC/USD-PERP", 12, "2020-12-29", "2022-12-13T16:00Z")]
    public void Ticks_and_funding_open_whole(string path, string symbol, int rows, string first, string last)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        using var data = PriceFolder.Open(new DataSource(Path.Combine(folder, path)));
        var events = PriceFolder.ReadAll(data);

        Assert.Equal((symbol, rows, 0L), (data.Universe[new(0)].Symbol, events.Count, data.Quarantine.Quarantined));
        Assert.Equal((Instant.Parse(first), Instant.Parse(last)), (events[0].Time, events[^1].Time));
    }

    [Fact]
    public void An_end_of_bar_is_read_as_told()
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        var bars = PriceFolder.ReadAll(new DataSource(Path.Combine(folder, "futures/1m/6EH4_cme_1m_2024-01.csv.gz")) { BarTimes = BarTimes.End });

        Assert.Equal((29996, Instant.Parse("2024-01-01T23:01Z"), Instant.Parse("2024-01-31T23:59Z")), (bars.Count, bars[0].Time, bars[^1].Time));
    }

    [Theory]
    [InlineData("lean/crypto/coinbase/daily/btcusd_trade.zip", "2017-04-15", "0.06")]
    [InlineData("crypto/4h/BTCUSD_coinbase_4h_2016-2025.json.gz", "2017-04-15", "0.06")]
    [InlineData("crypto/4h/ETHUSD_coinbase_4h_2016-2025.json.gz", "2017-06-21", "0.1")]
    [InlineData("crypto/daily/yahoo/USDC-USD_yahoo_1d.csv", "2023-03-11", "0.87739998")]
    public void Real_wicks_survive(string path, string day, string low)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        using var data = PriceFolder.Open(new DataSource(Path.Combine(folder, path)));
        var lowest = PriceFolder.ReadAll(data).Select(e => e.AsBar()).Where(b => b.OpenTime.DayNumber == Instant.Parse(day).DayNumber).MinBy(b => b.Low);

        Assert.Equal(low, lowest.Low.ToString());
        Assert.Equal(0, data.Quarantine.Quarantined);
    }

    [Theory]
    [InlineData("aapl", "2:1 split after 2000-06-20 (factor 2)")]
    [InlineData("uso", "1:8 reverse split after 2020-04-28 (factor 0.125)")]
    public void Raw_shares_with_splits_are_refused_and_adjusted_on_demand(string ticker, string split)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        var source = new DataSource(Path.Combine(folder, $"lean/equity/usa/daily/{ticker}.zip"));
        var adjusted = PriceFolder.ReadAll(source, new() { Adjust = Adjustment.Splits }).Select(e => e.AsBar()).ToArray();

        Assert.Contains(split, Assert.Throws<DataException>(() => PriceFolder.Open(source)).Message, StringComparison.Ordinal);
        Assert.True(ticker != "aapl" || adjusted.Zip(adjusted.Skip(1)).All(p => p.Second.Open.ToDouble() / p.First.Close.ToDouble() is > 0.5 and < 1.5));
    }

    [Theory]
    [InlineData("crypto/orderbook/BTCUSDT_binance-usdm_l2-trades-bbo_2024-08-08_raw-feed.gz", "BTC/USDT-PERP", 66089, 21313)]
    [InlineData("crypto/orderbook/BTCUSDT_binance-spot_l2-trades-bbo_2024-08-08_raw-feed.gz", "BTC/USDT", 28040, 9757)]
    public void A_recorded_feed_builds_a_book_that_agrees_with_its_own_quotes(string path, string symbol, int quotes, int trades)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        using var data = PriceFolder.Open(new DataSource(Path.Combine(folder, path)));
        var events = PriceFolder.ReadAll(data);
        var bids = new SortedDictionary<long, double>();
        var asks = new SortedDictionary<long, double>();
        var (whole, crossed, compared, agreed) = (false, 0, 0, 0);
        foreach (var e in events)
        {
            if (e.Kind == MarketEventKind.BookChange)
            {
                var change = e.AsBookChange();
                if ((e.Flags & MarketEventFlags.SnapshotStart) != 0)
                {
                    bids.Clear();
                    asks.Clear();
                }

                var side = change.Side == Side.Buy ? bids : asks;
                _ = change.Size == 0 ? side.Remove(change.Price.Raw) : (side[change.Price.Raw] = change.Size) > 0;
                whole = (e.Flags & MarketEventFlags.EndOfMessage) != 0 && bids.Count > 0;
                crossed += whole && bids.Keys.Last() >= asks.Keys.First() ? 1 : 0;
            }
            else if (e.Kind == MarketEventKind.Quote && whole)
            {
                var quote = e.AsQuote();
                compared++;
                agreed += Math.Abs(quote.Bid.Raw - bids.Keys.Last()) <= 30 * Grid.UnitsPerOne && Math.Abs(quote.Ask.Raw - asks.Keys.First()) <= 30 * Grid.UnitsPerOne ? 1 : 0;
            }

            if (compared > 2000)
            {
                break;
            }
        }

        Assert.Equal((symbol, quotes, trades), (data.Universe[new(0)].Symbol, events.Count(e => e.Kind == MarketEventKind.Quote), events.Count(e => e.Kind == MarketEventKind.Trade)));
        Assert.Equal(0, crossed);
        Assert.True(agreed > 0.99 * compared, $"{agreed} of {compared} quotes lie at the book's best prices.");
        Assert.True(events.Zip(events.Skip(1)).All(p => p.First.Time <= p.Second.Time), "Times go backwards.");
        Assert.Empty(data.Warnings);
    }

    [Theory]
    [InlineData("news/AAPL_tiingo-news_2019-04.csv")]
    [InlineData("news/crypto-headlines_2010-2022.csv")]
    [InlineData("news/economic-calendar_2008-01_2019-10.csv.gz")]
    [InlineData("rates/oecd_short-term-interest-rates.csv.gz")]
    [InlineData("futures/databento/esh4-glbx-mdp3-20231224.mbo.dbn.zst")]
    [InlineData("crypto/orderbook/BTCUSDT_binance-usdm_depth-updates_2022-11-01.csv")]
    [InlineData("lean/future/cme/daily/es_openinterest.zip")]
    [InlineData("lean/symbol-properties/symbol-properties-database.csv")]
    [InlineData("lean/market-hours/market-hours-database.json.gz")]
    public void What_holds_no_prices_is_refused(string path)
    {
        if (MarketData.Folder(output) is not { } folder)
        {
            return;
        }

        var message = Assert.Throws<DataException>(() => PriceFolder.ReadAll(new DataSource(Path.Combine(folder, path)))).Message;

        Assert.Contains(path.Split('/')[^1], message, StringComparison.Ordinal);
        output.WriteLine(message);
    }
}
