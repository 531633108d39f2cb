using System.Globalization;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

public sealed class RecognitionTests : IDisposable
{
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Bar[] Bars(string name, string text, Func<DataSource, DataSource>? with = null) =>
        [.. PriceFolder.ReadAll((with ?? (s => s))(new DataSource(_folder.Write(name, text)))).Select(e => e.AsBar())];

    private static Bar Expected(string end, uint step, string o, string h, string l, string c, double v) =>
        new(Instant.Parse(end), step, Price.Parse(o), Price.Parse(h), Price.Parse(l), Price.Parse(c), v);

    private static readonly Bar[] TwoMinutes =
    [
        Expected("2024-05-01T00:01:00Z", 60, "10.5", "11", "10", "10.75", 3.5),
        Expected("2024-05-01T00:02:00Z", 60, "10.75", "12", "10.5", "11.5", 4),
    ];

    [Theory]
    [InlineData("timestamp,open,high,low,close,volume\n2024-05-01 00:00:00,10.5,11,10,10.75,3.5\n2024-05-01 00:01:00,10.75,12,10.5,11.5,4\n")]
    [InlineData("Volume;Close;Low;High;Open;DateTime\r\n3.5;10.75;10;11;10.5;2024-05-01T00:00:00Z\r\n4;11.5;10.5;12;10.75;2024-05-01T00:01:00Z\r\n")]
    [InlineData("2024-05-01 00:00:00,10.5,11,10,10.75,3.5\n2024-05-01 00:01:00,10.75,12,10.5,11.5,4")]
    [InlineData("\"time\"\t\"o\"\t\"h\"\t\"l\"\t\"c\"\t\"v\"\n\"1714521600\"\t\"10.5\"\t\"11\"\t\"10\"\t\"10.75\"\t\"3.5\"\n\"1714521660\"\t\"10.75\"\t\"12\"\t\"10.5\"\t\"11.5\"\t\"4\"\n")]
    [InlineData("unix|open|high|low|close|volume\n1714521600000|10.5|11|10|10.75|3.5\n1714521660000|10.75|12|10.5|11.5|4\n")]
    [InlineData("1714521600000000,10.5,11,10,10.75,3.5\n1714521660000000,10.75,12,10.5,11.5,4\n")]
    [InlineData("1714521600000000000,10.5,11,10,10.75,3.5,7\n1714521660000000000,10.75,12,10.5,11.5,4,9\n")]
    [InlineData("Date,Time,Open,High,Low,Close,Volume\n2024.05.01,00:00,10.5,11,10,10.75,3.5\n2024.05.01,00:01,10.75,12,10.5,11.5,4\n")]
    [InlineData("2024.05.01,00:00,10.5,11,10,10.75,3.5\n2024.05.01,00:01,10.75,12,10.5,11.5,4\n")]
    [InlineData("20240501 000000;10.5;11;10;10.75;3.5\n20240501 000100;10.75;12;10.5;11.5;4\n")]
    [InlineData("Gmt time,Open,High,Low,Close,Volume\n01.05.2024 00:00:00.000,10.5,11,10,10.75,3.5\n01.05.2024 00:01:00.000,10.75,12,10.5,11.5,4\n")]
    [InlineData("date,open,high,low,close,volume\n5/1/2024 12:00 AM,10.5,11,10,10.75,3.5\n5/1/2024 12:01 AM,10.75,12,10.5,11.5,4\n")]
    [InlineData("date,open,high,low,close,volume\n2024-05-01 02:00:00+02:00,10.5,11,10,10.75,3.5\n2024-04-30T19:01:00.000-0500,10.75,12,10.5,11.5,4\n")]
    [InlineData("close_time,open,high,low,close,volume\n2024-05-01 00:01:00,10.5,11,10,10.75,3.5\n2024-05-01 00:02:00,10.75,12,10.5,11.5,4\n")]
    [InlineData("open_time,open,high,low,close,volume,close_time,qv,n,tb,tq,ignore\n1714521600000,10.5,11,10,10.75,3.5,1714521659999,1,2,3,4,0\n1714521660000,10.75,12,10.5,11.5,4,1714521719999,1,2,3,4,0\n")]
    [InlineData("1714521600000000,10.5,11,10,10.75,3.5,1714521659999999,1,2,3,4,0\n1714521660000000,10.75,12,10.5,11.5,4,1714521719999999,1,2,3,4,0\n")]
    [InlineData("https://www.example.com/data\nunix,date,open,high,low,close,Volume BTC,Volume USDT\n1714521660000,2024-05-01 00:01:00,10.75,12,10.5,11.5,4,44\n1714521600000,2024-05-01 00:00:00,10.5,11,10,10.75,3.5,33\n")]
    [InlineData("unix,date,symbol,open,high,low,close,Volume BTC,Volume USDT\n1714521660000,2024-05-01 00:01:00,BTC/USDT,10.75,12,10.5,11.5,4,44\n1714521600000,2024-05-01 00:00:00,BTC/USDT,10.5,11,10,10.75,3.5,33\n")]
    [InlineData("[[1714521600000,10.5,11,10,10.75,3.5],[1714521660000,1.075e1,12,10.5,11.5,4]]")]
    [InlineData("{\"candles\":[{\"start\":\"1714521600\",\"low\":\"10\",\"high\":\"11\",\"open\":\"10.5\",\"close\":\"10.75\",\"volume\":\"3.5\"},{\"start\":\"1714521660\",\"low\":\"10.5\",\"high\":\"12\",\"open\":\"10.75\",\"close\":\"11.5\",\"volume\":\"4\"}]}")]
    [InlineData("{\"name\":\"X\",\"ohlc\":[{\"endTime\":1714521660000,\"openPrice\":10.5,\"highPrice\":11,\"lowPrice\":10,\"closePrice\":10.75,\"volume\":3.5,\"amount\":0},{\"endTime\":1714521720000,\"openPrice\":10.75,\"highPrice\":12,\"lowPrice\":10.5,\"closePrice\":11.5,\"volume\":4,\"amount\":0}]}")]
    [InlineData("[{\"O\":10.5,\"H\":11,\"L\":10,\"C\":10.75,\"V\":3.5,\"T\":\"2024-05-01T00:00:00\",\"BV\":1},{\"O\":10.75,\"H\":12,\"L\":10.5,\"C\":11.5,\"V\":4,\"T\":\"2024-05-01T00:01:00\",\"BV\":1}]")]
    [InlineData("{\"t\":1714521600,\"o\":10.5,\"h\":11,\"l\":10,\"c\":10.75,\"v\":3.5}\n{\"t\":1714521660,\"o\":10.75,\"c\":11.5,\"h\":12,\"l\":10.5,\"v\":4}\n")]
    [InlineData("[[1714521600,10,11,10.5,10.75,3.5],[1714521660,10.5,12,10.75,11.5,4],[1714521720,10.5,13,11.5,12.5,4],[1714521780,11,13,12.5,12,4]]")]
    public void The_same_two_minutes_are_read_from_any_layout(string text)
    {
        var bars = Bars("btcusdt.txt", text);

        Assert.Equal(TwoMinutes, bars[..2]);
    }

    [Fact]
    public void A_time_zone_and_bar_times_and_a_step_can_be_told()
    {
        const string Text = "time,open,high,low,close\n2024-03-08 16:00,1,2,1,2\n2024-03-11 16:00,2,3,2,3\n";

        var bars = Bars("x.csv", Text, s => s with { TimeZone = "America/New_York", BarTimes = BarTimes.End, StepSeconds = 3600 });

        Assert.Equal(["2024-03-08T21:00:00Z", "2024-03-11T20:00:00Z"], bars.Select(b => b.Time.ToString()));
        Assert.All(bars, b => Assert.Equal(3600u, b.StepSeconds));
    }

    [Fact]
    public void The_hour_that_comes_twice_is_read_in_order()
    {
        const string Text = "time,open,high,low,close\n2024-11-03 00:30,1,2,1,2\n2024-11-03 01:00,1,2,1,2\n2024-11-03 01:30,1,2,1,2\n2024-11-03 01:00,1,2,1,2\n2024-11-03 01:30,1,2,1,2\n2024-11-03 02:00,1,2,1,2\n";

        var bars = Bars("x.csv", Text, s => s with { TimeZone = "America/New_York", BarTimes = BarTimes.End });

        Assert.Equal(["04:30", "05:00", "05:30", "06:00", "06:30", "07:00"], bars.Select(b => b.Time.ToUtc().ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_unknown_zone_is_refused_by_name()
    {
        var path = _folder.Write("x.csv", "time,close\n2024-01-01,1\n2024-01-02,1\n");

        var refused = Assert.Throws<DataException>(() => PriceFolder.Open(new DataSource(path) { TimeZone = "Mars/Olympus" }));

        Assert.Contains("'Mars/Olympus' is not a time zone", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_are_read_with_side_and_id()
    {
        const string Text = "[[1714521600123,\"77\",null,\"sell\",0.5,2,1.0],[1714521600456,\"78\",null,\"buy\",0.25,4,1.0]]";

        var trades = PriceFolder.ReadAll(new DataSource(_folder.Write("XRP_ETH-trades.json", Text))).Select(e => e.AsTrade()).ToArray();

        Assert.Equal(new Trade(Instant.Parse("2024-05-01T00:00:00.123Z"), Price.Parse("0.5"), 2, Side.Sell, 77), trades[0]);
        Assert.Equal(new Trade(Instant.Parse("2024-05-01T00:00:00.456Z"), Price.Parse("0.25"), 4, Side.Buy, 78), trades[1]);
    }

    [Theory]
    [InlineData("26129,0.01633102,4.70443515,27781,27781,1498793709153,true,true\n26130,0.02,1,27782,27782,1498793709154,false,true\n")]
    [InlineData("agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n26129,0.01633102,4.70443515,27781,27781,1498793709153,true\n26130,0.02,1,27782,27782,1498793709154,false\n")]
    public void Binance_aggregated_trades_are_read_with_and_without_header(string text)
    {
        var trades = PriceFolder.ReadAll(new DataSource(_folder.Write("ETHBTC-aggTrades.csv", text))).Select(e => e.AsTrade()).ToArray();

        Assert.Equal(new Trade(Instant.FromUnixMillis(1498793709153), Price.Parse("0.01633102"), 4.70443515, Side.Sell, 26129), trades[0]);
        Assert.Equal(Side.Buy, trades[1].Aggressor);
    }

    [Fact]
    public void Quotes_carry_sizes_and_receipt()
    {
        const string Text = "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount\nbinance,BTCUSDT,1582329601096000,1582329603502092,0.84,9682,9681.92,0.67\n";

        var quote = Assert.Single(PriceFolder.ReadAll(new DataSource(_folder.Write("q.csv", Text))));

        Assert.Equal(new Quote(Instant.Parse("2020-02-22T00:00:01.096Z"), Price.Parse("9681.92"), Price.Parse("9682"), 0.67, 0.84), quote.AsQuote());
        Assert.Equal(Instant.Parse("2020-02-22T00:00:03.502092Z"), quote.Received);
    }

    [Theory]
    [InlineData("BTCUSD_x.csv", "BTC/USD", AssetClass.Crypto)]
    [InlineData("ETH-USD.csv", "ETH/USD", AssetClass.Crypto)]
    [InlineData("ADABTC-1m-2021.csv", "ADA/BTC", AssetClass.Crypto)]
    [InlineData("1000SHIBUSDT.csv", "1000SHIB/USDT", AssetClass.Crypto)]
    [InlineData("EURUSD.csv", "EUR/USD", AssetClass.Fx)]
    [InlineData("fxcm-gbpusd-m1.csv", "GBP/USD", AssetClass.Fx)]
    [InlineData("BTC-PERP_1m.csv", "BTC/USD-PERP", AssetClass.CryptoPerpetual)]
    [InlineData("XRP_USDT_USDT-5m-futures.csv", "XRP/USDT-PERP", AssetClass.CryptoPerpetual)]
    [InlineData("SPY.csv", "SPY", AssetClass.Equity)]
    [InlineData("equity/AAPL_1h.csv", "AAPL", AssetClass.Equity)]
    [InlineData("futures/6EH4_cme.csv", "6EH4", AssetClass.Future)]
    [InlineData("my prices.csv", "MY PRICES", AssetClass.Equity)]
    public void The_instrument_is_guessed_from_the_name(string name, string symbol, AssetClass kind)
    {
        using var data = PriceFolder.Open(new DataSource(_folder.Write(name, "time,open,high,low,close\n2024-01-01,1,2,1,2\n2024-01-02,1,2,1,2\n")));

        Assert.Equal((symbol, kind), (data.Universe[new(0)].Symbol, data.Universe[new(0)].AssetClass));
    }

    [Fact]
    public void A_told_symbol_overrides_the_guess()
    {
        using var data = PriceFolder.Open(new DataSource(_folder.Write("x.csv", "time,close\n2024-01-01,1.25\n2024-01-02,2\n")) { Symbol = "DOGE/EUR" });

        var instrument = data.Universe[new(0)];
        Assert.Equal(("DOGE/EUR", AssetClass.Crypto, "DOGE", "EUR"), (instrument.Symbol, instrument.AssetClass, instrument.Base.Code, instrument.Quote.Code));
        Assert.Equal(PriceMove.FromRaw(1_000_000), instrument.TickSize);
    }

    [Fact]
    public void Columns_of_closes_are_an_instrument_each_and_gaps_are_skipped()
    {
        var path = _folder.Write("equity/wide.csv", "Date,T,AAPL\n2024-01-01,,1.5\n2024-01-02,7,1.6\n");
        using var data = PriceFolder.Open(new DataSource(path));

        var events = PriceFolder.ReadAll(data);

        Assert.Equal(["T", "AAPL"], data.Universe.Instruments.ToArray().Select(i => i.Symbol));
        Assert.Equal([(1, "1.5"), (0, "7"), (1, "1.6")], events.Select(e => ((int)e.Instrument.Index, e.Last.ToString())));
        Assert.Equal(["7"], PriceFolder.ReadAll(new DataSource(path) { Symbol = "T" }).Select(e => e.Last.ToString()));
        Assert.Equal(0, data.Quarantine.Quarantined);
    }

    [Theory]
    [InlineData("date,symbol,open,high,low,close,volume\n2024-01-01,ETH/USD,1,1,1,1,1\n2024-01-01,BTC/USD,2,2,2,2,2\n2024-01-02,BTC/USD,3,3,3,3,3\n2024-01-02,ETH/USD,4,4,4,4,4\n")]
    [InlineData("date,symbol,open,high,low,close,volume\n2024-01-01,ETH/USD,1,1,1,1,1\n2024-01-02,ETH/USD,4,4,4,4,4\n2024-01-01,BTC/USD,2,2,2,2,2\n2024-01-02,BTC/USD,3,3,3,3,3\n")]
    public void A_symbol_column_makes_several_instruments_in_universe_order(string text)
    {
        var path = _folder.Write("pairs.csv", text);
        using var data = PriceFolder.Open(new DataSource(path));

        var events = PriceFolder.ReadAll(data);

        Assert.Equal(["ETH/USD", "BTC/USD"], data.Universe.Instruments.ToArray().Select(i => i.Symbol));
        Assert.Equal(["0 1", "1 2", "0 4", "1 3"], events.Select(e => $"{e.Instrument.Index} {e.Last}"));
        Assert.Equal(["2", "3"], PriceFolder.ReadAll(new DataSource(path) { Symbol = "btc/usd" }).Select(e => e.Last.ToString()));
    }

    [Fact]
    public void A_missing_symbol_is_refused_with_those_that_are_there()
    {
        var path = _folder.Write("pairs.csv", "date,symbol,open,high,low,close\n2024-01-01,ETH/USD,1,1,1,1\n2024-01-01,BTC/USD,2,2,2,2\n");

        var refused = Assert.Throws<DataException>(() => PriceFolder.Open(new DataSource(path) { Symbol = "SOL/USD" }));

        Assert.Contains("there is no SOL/USD in its symbol column; it holds ETH/USD, BTC/USD", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sources_are_merged_by_time_and_ties_go_by_universe_order()
    {
        var a = _folder.Write("AAA.csv", "time,close\n2024-01-01,1\n2024-01-03,3\n");
        var b = _folder.Write("BBB.csv", "time,close\n2024-01-01,10\n2024-01-02,20\n");
        using var data = DataDoor.Open([new DataSource(b), new DataSource(a) { StepSeconds = 86_400 }], DoorOptions.Default);

        Assert.Equal(["0 10", "1 1", "0 20", "1 3"], PriceFolder.ReadAll(data).Select(e => $"{e.Instrument.Index} {e.Last}"));
    }

    [Fact]
    public void Funding_takes_its_mark_from_the_prices_beside_it()
    {
        var prices = _folder.Write("XRP_USDT_USDT-1h-futures.json", "[[1637193600000,1,1.25,1,1.25,5],[1637197200000,1.25,1.5,1.25,1.5,5]]");
        var rates = _folder.Write("XRP_USDT_USDT-8h-funding_rate.json", "[[1637197200017,0.0001,0.0,0.0,0.0,0.0],[1637226000000,-0.0002,0.0,0.0,0.0,0.0]]");
        using var data = DataDoor.Open([new DataSource(rates), new DataSource(prices)], DoorOptions.Default);

        var funding = PriceFolder.ReadAll(data).Where(e => e.Kind == MarketEventKind.Funding).Select(e => e.AsFunding()).ToArray();

        Assert.Equal(1, data.Universe.Count);
        Assert.Equal([(Rate.Parse("0.0001"), "1.25"), (Rate.Parse("-0.0002"), "1.5")], funding.Select(f => (f.Rate, f.Mark.ToString())));
    }

    [Fact]
    public void A_folder_is_one_series_in_name_order_and_a_zip_member_can_be_named()
    {
        _folder.Zip("days/BTCUSDT-1h-2024-01-01.zip", ("b.csv", "time,close\n2024-01-01 05:00,5\n2024-01-01 06:00,6\n"), ("a.csv", "time,close\n2024-01-01 00:00,1\n2024-01-01 01:00,2\n"));
        _folder.Write("days/BTCUSDT-1h-2024-01-02.csv", "time,close\n2024-01-02 00:00,7\n2024-01-02 01:00,8\n");
        _folder.Write("days/readme.md", "no prices");
        var folder = Path.Combine(_folder.Path, "days");
        using var named = PriceFolder.Open(new DataSource(Path.Combine(folder, "BTCUSDT-1h-2024-01-01.zip!b.csv")));

        Assert.Equal(["5", "6"], PriceFolder.ReadAll(named).Select(e => e.Last.ToString()));
        Assert.Equal(["7", "8"], PriceFolder.ReadAll(new DataSource(Path.Combine(folder, "BTCUSDT-1h-2024-01-02.csv"))).Select(e => e.Last.ToString()));
    }

    [Fact]
    public void In_a_folder_of_several_instruments_a_symbol_selects()
    {
        _folder.Write("coins/BTC-USD.csv", "time,close\n2024-01-01,1\n2024-01-02,2\n");
        _folder.Write("coins/ETH-USD.csv", "time,close\n2024-01-01,10\n2024-01-02,20\n");
        var folder = new DataSource(Path.Combine(_folder.Path, "coins"));

        Assert.Equal(["0 1", "1 10", "0 2", "1 20"], PriceFolder.ReadAll(folder).Select(e => $"{e.Instrument.Index} {e.Last}"));
        Assert.Equal(["10", "20"], PriceFolder.ReadAll(folder with { Symbol = "ETHUSD" }).Select(e => e.Last.ToString()));
        Assert.Contains("they hold BTC/USD, ETH/USD", Assert.Throws<DataException>(() => PriceFolder.Open(folder with { Symbol = "SOL/USD" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_of_several_instruments_may_share_ids_and_receipts_may_be_written_out()
    {
        const string Text = "symbol,timestamp,received,price,size,id\nBTC/USD,2024-01-01T00:00:01Z,2024-01-01T00:00:01.5Z,100,1,1\nETH/USD,2024-01-01T00:00:01Z,2024-01-01T00:00:02Z,10,1,1\nETH/USD,2024-01-01T00:00:01Z,2024-01-01T00:00:02Z,10,1,1\n";
        using var data = PriceFolder.Open(new DataSource(_folder.Write("t.csv", Text)));

        var trades = PriceFolder.ReadAll(data);

        Assert.Equal(["0 100 2024-01-01T00:00:01.5Z", "1 10 2024-01-01T00:00:02Z"], trades.Select(e => $"{e.Instrument.Index} {e.Last} {e.Received}"));
        Assert.Equal(1, data.Quarantine.Dropped);
    }

    [Fact]
    public void What_was_recognised_is_said_in_lines()
    {
        using var data = PriceFolder.Open(new DataSource(_folder.Write("BTCUSD.csv", "timestamp,open,high,low,close\n1714521600,1,2,1,2\n1714525200,1,2,1,2\n")));

        var lines = Assert.Single(data.Recognised).Lines;

        Assert.Equal(
            [
                "format: text, delimiter ,",
                "bars by header: timestamp, open, high, low, close",
                "time: timestamp, seconds since 1970, UTC",
                "bars: times mark the start (assumed); step 1 hour (smallest common gap)",
                "sampled: 3 lines",
                "instrument: BTC/USD (Crypto)",
            ],
            lines);
    }
}
