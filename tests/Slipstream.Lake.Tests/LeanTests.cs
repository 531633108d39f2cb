using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

public sealed class LeanTests : IDisposable
{
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Daily() => _folder.Zip("equity/usa/daily/xyz.zip", ("xyz.csv", "20200102 00:00,1000000,1020000,990000,1010000,100\n20200103 00:00,1010000,1020000,1000000,1005000,120\n20200106 00:00,250000,260000,240000,255000,400\n"));

    private void Factors() => _folder.Write("equity/usa/factor_files/xyz.csv", "20191231,0.9,0.25,99\n20200103,0.95,0.25,100.5\n20501231,1,1,0");

    [Fact]
    public void Raw_prices_with_a_split_in_their_range_are_refused_with_date_and_factor()
    {
        var path = Daily();
        Factors();

        var message = Assert.Throws<DataException>(() => PriceFolder.Open(new DataSource(path))).Message;

        Assert.Contains("xyz.csv names a 4:1 split after 2020-01-03 (factor 4) within their range 2020-01-02 to 2020-01-06; adjust them (--adjust splits or --adjust total), or allow unadjusted prices", message, StringComparison.Ordinal);
    }

    [Fact]
    public void They_are_read_if_allowed_or_said_to_be_adjusted()
    {
        var path = Daily();
        Factors();
        using var allowed = PriceFolder.Open(new DataSource(path), new() { AllowUnadjusted = true });

        Assert.Equal(["101", "100.5", "25.5"], PriceFolder.ReadAll(allowed).Select(e => e.Last.ToString()));
        Assert.Contains("unadjusted prices were allowed", Assert.Single(allowed.Warnings), StringComparison.Ordinal);
        Assert.Equal(3, PriceFolder.ReadAll(new DataSource(path) { Adjusted = true }).Count);
    }

    [Theory]
    [InlineData(Adjustment.Splits, "25.25 25.125 25.5")]
    [InlineData(Adjustment.Total, "23.9875 23.86875 25.5")]
    public void Factors_adjust_prices_and_volumes(Adjustment adjust, string closes)
    {
        var path = Daily();
        Factors();

        var bars = PriceFolder.ReadAll(new DataSource(path), new() { Adjust = adjust }).Select(e => e.AsBar()).ToArray();

        Assert.Equal(closes, string.Join(' ', bars.Select(b => b.Close)));
        Assert.Equal([400, 480, 400], bars.Select(b => b.Volume));
    }

    [Fact]
    public void Without_a_factor_file_adjusting_is_refused_and_never_ignored()
    {
        var share = Daily();
        var plain = _folder.Write("BTCUSD.csv", "date,open,high,low,close,volume\n2020-01-02,100,101,99,100,10\n2020-01-03,100,101,99,100,10\n");
        string Refusal(string path, Adjustment adjust) => Assert.Throws<DataException>(() => PriceFolder.Open(new DataSource(path), new() { Adjust = adjust })).Message;

        Assert.Equal(
            $"{share}: there is no factor file beside it ({_folder.Path}/equity/usa/factor_files/xyz.csv) to adjust by; leave out --adjust, or give prices that are adjusted already.",
            Refusal(share, Adjustment.Splits));
        Assert.Equal(
            $"{plain}: there is no factor file beside it (in LEAN's folders, equity/…/factor_files/btcusd.csv) to adjust by; leave out --adjust, or give prices that are adjusted already.",
            Refusal(plain, Adjustment.Total));
        Assert.Equal(3, PriceFolder.ReadAll(new DataSource(share) { Adjusted = true }, new() { Adjust = Adjustment.Splits }).Count);
    }

    [Fact]
    public void Without_a_factor_file_a_split_is_suspected_aloud()
    {
        using var data = PriceFolder.Open(new DataSource(Daily()));

        PriceFolder.ReadAll(data);

        Assert.Contains("the price goes from 100.5 to 25 at 2020-01-06T05:00:00Z: this looks like a 4:1 split", Assert.Single(data.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_crash_with_many_times_the_turnover_and_crypto_are_not_suspected()
    {
        const string Header = "date,open,high,low,close,volume\n2020-01-02,100,101,99,100,10\n2020-01-03,";
        using var crash = PriceFolder.Open(new DataSource(_folder.Write("equity/CRSH.csv", Header + "50,51,49,50,900\n")));
        using var coin = PriceFolder.Open(new DataSource(_folder.Write("BTCUSD.csv", Header + "50,51,49,50,20\n")));
        using var split = PriceFolder.Open(new DataSource(_folder.Write("equity/SPLT.csv", Header + "50,51,49,50,20\n")));
        PriceFolder.ReadAll(crash);
        PriceFolder.ReadAll(coin);
        PriceFolder.ReadAll(split);

        Assert.Equal((0, 0, 1), (crash.Warnings.Count, coin.Warnings.Count, split.Warnings.Count));
    }

    [Fact]
    public void A_folder_of_days_is_one_series_in_the_markets_zone()
    {
        _folder.Zip("equity/usa/minute/abc/20200106_trade.zip", ("20200106_abc_minute_trade.csv", "34200000,1000000,1000000,1000000,1000000,5\n"));
        _folder.Zip("equity/usa/minute/abc/20200103_trade.zip", ("20200103_abc_minute_trade.csv", "34200000,990000,990000,990000,990000,5\n34260000,990100,990100,990100,990100,5\n"));
        _folder.Zip("equity/usa/minute/abc/20200103_quote.zip", ("20200103_abc_minute_quote.csv", "34200000,989900,989900,989900,989900,1,990300,990300,990300,990300,1\n34260000,,,,,0,990300,990300,990300,990300,1\n"));
        var folder = Path.Combine(_folder.Path, "equity/usa/minute/abc");
        using var quotes = PriceFolder.Open(new DataSource(folder) { Series = "quote" });

        var trades = PriceFolder.ReadAll(new DataSource(folder));

        Assert.Equal(["2020-01-03T14:31:00Z 99", "2020-01-03T14:32:00Z 99.01", "2020-01-06T14:31:00Z 100"], trades.Select(e => $"{e.Time} {e.Last}"));
        Assert.Equal(["99.01"], PriceFolder.ReadAll(quotes).Select(e => e.Last.ToString()));
        Assert.Equal(1, quotes.Quarantine.Counts[QuarantineReason.OneSided]);
    }

    [Fact]
    public void A_folder_of_many_symbols_asks_for_one()
    {
        Daily();
        var folder = Path.Combine(_folder.Path, "equity/usa/daily");

        Assert.Contains("holds several symbols (xyz)", Assert.Throws<DataException>(() => PriceFolder.Open(new DataSource(folder))).Message, StringComparison.Ordinal);
        Assert.Equal(3, PriceFolder.ReadAll(new DataSource(folder) { Symbol = "XYZ" }).Count);
    }

    [Fact]
    public void Contracts_in_a_zip_are_an_instrument_each()
    {
        var path = _folder.Zip("future/cme/daily/es_trade.zip", ("es_trade_202006.csv", "20200102 00:00,3240,3241,3239,3240.25,10\n"), ("es_trade_202003.csv", "20200102 00:00,3250,3251,3249,3250.75,10\n"));
        using var data = PriceFolder.Open(new DataSource(path));

        Assert.Equal(["0 3250.75", "1 3240.25"], PriceFolder.ReadAll(data).Select(e => $"{e.Instrument.Index} {e.Last}"));
        Assert.Equal(("ES202003", AssetClass.Future, Price.Parse("50")), (data.Universe[new(0)].Symbol, data.Universe[new(0)].AssetClass, data.Universe[new(0)].ContractMultiplier));
        Assert.Single(PriceFolder.ReadAll(new DataSource(path) { Symbol = "ES202006" }));
    }
}
