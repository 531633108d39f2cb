using System.Globalization;
using System.Text;
using Slipstream.Domain;

namespace Slipstream.Lake.Tests;

public sealed class BadInputTests : IDisposable
{
    private const string Header = "time,open,high,low,close,volume\n";
    private readonly PriceFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Minute(int i, string rest = "10,12,9,11,5") => $"{new DateTime(2024, 1, 1).AddMinutes(i).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)},{rest}\n";

    private static string Refusal(string path, DoorOptions? options = null, Func<DataSource, DataSource>? with = null) =>
        Assert.Throws<DataException>(() => PriceFolder.ReadAll((with ?? (s => s))(new DataSource(path)), options)).Message;

    [Theory]
    [InlineData("ten,12,9,11,5", QuarantineReason.NotANumber, "open is not a number")]
    [InlineData("10,12,9,1 1,5", QuarantineReason.NotANumber, "close is not a number")]
    [InlineData("10,12,9,11,five", QuarantineReason.NotANumber, "volume is not a number")]
    [InlineData("10,12,9,11,-5", QuarantineReason.NegativeVolume, "the volume is negative")]
    [InlineData("10,9,12,11,5", QuarantineReason.HighBelowLow, "high 9 is below low 12")]
    [InlineData("13,12,9,11,5", QuarantineReason.OutsideRange, "open 13 or close 11 lies outside low 9 to high 12")]
    [InlineData("10,12,9,8,5", QuarantineReason.OutsideRange, "open 10 or close 8 lies outside low 9 to high 12")]
    [InlineData("10,12,0,11,5", QuarantineReason.PriceNotPositive, "a price is zero or negative")]
    [InlineData("10,12,-9,11,5", QuarantineReason.PriceNotPositive, "a price is zero or negative")]
    [InlineData("10,99999999999,9,11,5", QuarantineReason.PriceTooLarge, "high is beyond the largest price")]
    [InlineData("10,,9,11,5", QuarantineReason.MissingValue, "a price is empty")]
    [InlineData("10,12,9", QuarantineReason.MissingColumn, "the row ends before its column 5 (close)")]
    public void A_bad_row_is_quarantined_with_file_and_line(string row, QuarantineReason reason, string detail)
    {
        var path = _folder.Write("x.csv", Header + Minute(0) + Minute(1) + Minute(2, row) + Minute(3));
        using var data = PriceFolder.Open(new DataSource(path));

        Assert.Equal(3, PriceFolder.ReadAll(data).Count);

        var bad = Assert.Single(data.Quarantine.Examples);
        Assert.Equal((path, 4L, reason), (bad.File, bad.Line, bad.Reason));
        Assert.StartsWith($"{path}:4: {detail}", bad.ToString(), StringComparison.Ordinal);
        Assert.Equal((4L, 1L), (data.Quarantine.RowsRead, data.Quarantine.Quarantined));
        Assert.Equal(1, data.Quarantine.Counts[reason]);
    }

    [Theory]
    [InlineData("2023-12-31 00:00:00,10,12,9,11,5\n", QuarantineReason.TimeGoesBackwards, "time goes backwards: 2023-12-31T00:00:00Z after 2024-01-01T00:01:00Z")]
    [InlineData("yesterday,10,12,9,11,5\n", QuarantineReason.NotATime, "time is not a time")]
    [InlineData("2024-02-30 00:00:00,10,12,9,11,5\n", QuarantineReason.NotATime, "time is not a time")]
    [InlineData("1704067320000,10,12,9,11,5\n", QuarantineReason.MixedTimeUnits, "mixed time units")]
    [InlineData("2024-01-01 00:01:00,10,12,9,11,6\n", QuarantineReason.ContradictingDuplicate, "a second row for 2024-01-01T00:01:00Z with other values")]
    public void A_bad_time_is_quarantined_with_file_and_line(string row, QuarantineReason reason, string detail)
    {
        var path = _folder.Write("x.csv", Header + Minute(0) + Minute(1) + row + Minute(3));
        using var data = PriceFolder.Open(new DataSource(path));

        Assert.Equal(3, PriceFolder.ReadAll(data).Count);

        var bad = Assert.Single(data.Quarantine.Examples);
        Assert.Equal((4L, reason), (bad.Line, bad.Reason));
        Assert.Contains(detail, bad.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mixed_epoch_units_are_quarantined_and_many_refuse_the_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(i => $"{(i < 18 ? 1_704_067_200L + (60 * i) : 1_704_067_200_000L + (60_000L * i))},1,1,1,1,1\n"));
        var path = _folder.Write("x.csv", Header + rows);

        var message = Refusal(path);

        Assert.StartsWith($"{path}:20: time is in another unit than the times before it (mixed time units) (1704068280000,1,1,1,1,1); 12 of 30 rows are bad", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_identical_row_is_dropped_and_counted()
    {
        var path = _folder.Write("x.csv", Header + Minute(0) + Minute(1) + Minute(1) + Minute(2));
        using var data = PriceFolder.Open(new DataSource(path));

        Assert.Equal(3, PriceFolder.ReadAll(data).Count);
        Assert.Equal((0L, 1L, 1L), (data.Quarantine.Quarantined, data.Quarantine.Dropped, data.Quarantine.Counts[QuarantineReason.RepeatedRow]));
    }

    [Fact]
    public void Missing_columns_are_refused_with_those_found_and_those_needed()
    {
        var message = Refusal(_folder.Write("x.csv", "time,open,high,volume\n2024-01-01,1,2,3\n"));

        Assert.Contains("x.csv:1: found the columns time, open, high, volume; needed are a time and open, high, low, close", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x.csv: the file is empty")]
    [InlineData("\n\n", "x.csv: holds no line of data")]
    [InlineData(Header, "x.csv: holds only a header (time, open, high, low, close, volume), no rows")]
    [InlineData("Dear Sir or Madam,\nplease find enclosed\n", "x.csv:1: found no header that names a time and prices")]
    [InlineData("{\"hello\": {\"world\": 1}}", "JSON, but no array or object of plain values")]
    [InlineData("[[1714521600000,1,1,1,1,1],[1714521660000,1,", "x.csv:1: not valid JSON")]
    [InlineData("time,close\nnoon,1\nevening,2\n", "x.csv:2: 'noon' in column time is no time")]
    public void What_is_no_price_file_is_refused_in_one_sentence(string text, string expected)
    {
        Assert.Contains(expected, Refusal(_folder.Write("x.csv", text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_bytes_are_refused()
    {
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        bytes[0] = 0x01;

        Assert.Contains("these are binary bytes, not text", Refusal(_folder.Write("x.csv", bytes)), StringComparison.Ordinal);
        Assert.Contains("compressed with zstandard", Refusal(_folder.Write("y.csv", [0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3, 4])), StringComparison.Ordinal);
        Assert.Contains("a Parquet file", Refusal(_folder.Write("z.csv", [.. "PAR1"u8, 1, 2, 3, 4])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_or_folder_that_is_not_there_or_empty_is_named()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));

        Assert.Contains("nothing.csv: there is no such file or folder", Refusal(Path.Combine(_folder.Path, "nothing.csv")), StringComparison.Ordinal);
        Assert.Contains("the folder holds no price file", Refusal(Path.Combine(_folder.Path, "empty")), StringComparison.Ordinal);
        Assert.Throws<DataException>(() => DataDoor.Open([], DoorOptions.Default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(5000)]
    public void A_gzip_that_was_cut_short_is_refused(int cut)
    {
        var bytes = PriceFolder.Gzip(Header + string.Concat(Enumerable.Range(0, 20_000).Select(i => Minute(i, $"10,12,9,{10 + (i % 7)}.{i * 7919 % 1000:000},{i}").Replace("10.", "10.", StringComparison.Ordinal))));
        var path = _folder.Write("x.csv.gz", bytes[..^cut]);

        Assert.Contains("x.csv.gz: the compressed file is damaged or cut short", Refusal(path, new() { MaxQuarantinedFraction = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_whose_checksum_does_not_fit_is_refused()
    {
        var path = _folder.Zip("x.zip", ("x.csv", Header + string.Concat(Enumerable.Range(0, 50).Select(i => Minute(i)))));
        var bytes = File.ReadAllBytes(path);
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        bytes[directory + 16] ^= 1;
        File.WriteAllBytes(path, bytes);

        var message = Refusal(path);
        Assert.Contains("x.zip!x.csv", message, StringComparison.Ordinal);
        Assert.Contains("the archive is damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_was_cut_short_is_refused()
    {
        var whole = File.ReadAllBytes(_folder.Zip("x.zip", ("x.csv", Header + Minute(0))));

        Assert.Contains("the archive is damaged or cut short", Refusal(_folder.Write("y.zip", whole[..^30])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Encodings_with_a_byte_order_mark_are_decoded(string encoding)
    {
        var path = _folder.Write("x.csv", (Header + Minute(0) + Minute(1)).Replace("\n", "\r\n", StringComparison.Ordinal), encoding == "utf-8" ? new UTF8Encoding(true) : Encoding.GetEncoding(encoding));

        Assert.Equal(["11", "11"], PriceFolder.ReadAll(new DataSource(path)).Select(e => e.Last.ToString()));
    }

    [Fact]
    public void Volumes_up_to_1e14_are_read_exactly()
    {
        var path = _folder.Write("x.csv", Header + Minute(0, "1,1,1,1,100000000000000") + Minute(1, "1,1,1,1,1e14") + Minute(2, "1,1,1,1,99999999999999.5"));

        Assert.Equal([1e14, 1e14, 99999999999999.5], PriceFolder.ReadAll(new DataSource(path)).Select(e => e.AsBar().Volume));
    }

    [Fact]
    public void Negative_prices_are_allowed_for_futures_and_zero_never()
    {
        const string Text = "time,open,high,low,close\n2020-04-20 18:00,1,2,-40.32,-37.63\n2020-04-20 19:00,-37,-30,-38,-31\n2020-04-20 20:00,-1,1,-2,0\n";
        using var data = PriceFolder.Open(new DataSource(_folder.Write("futures/CLK0.csv", Text)));

        Assert.Equal(["-37.63", "-31"], PriceFolder.ReadAll(data).Select(e => e.Last.ToString()));
        Assert.Equal(QuarantineReason.PriceNotPositive, Assert.Single(data.Quarantine.Examples).Reason);
    }

    [Fact]
    public void Too_many_bad_rows_refuse_the_file_and_a_few_do_not()
    {
        var path = _folder.Write("x.csv", Header + string.Concat(Enumerable.Range(0, 2000).Select(i => Minute(i, i % 50 == 7 ? "x,12,9,11,5" : "10,12,9,11,5"))));

        Assert.Contains("x.csv:9: open is not a number", Refusal(path), StringComparison.Ordinal);
        Assert.Contains("40 of 2000 rows are bad, more than the 1 % that are allowed", Refusal(path), StringComparison.Ordinal);
        Assert.Equal(1960, PriceFolder.ReadAll(new DataSource(path), new() { MaxQuarantinedFraction = 0.05 }).Count);
    }

    [Fact]
    public void A_file_without_one_good_row_is_refused()
    {
        Assert.Contains("x.csv:2: high 1 is below low 2", Refusal(_folder.Write("x.csv", Header + Minute(0, "1,1,2,1,1") + Minute(1, "1,1,2,1,1"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_rows_are_named_by_record()
    {
        using var data = PriceFolder.Open(new DataSource(_folder.Write("x.json", "[[1714521600000,1,1,1,1,1],[1714521660000,1,1,1,\"x\",1],[1714521720000,1,1,1,1,1]]")));

        PriceFolder.ReadAll(data);

        Assert.Equal(2, Assert.Single(data.Quarantine.Examples).Line);
    }

    [Fact]
    public void A_feed_line_that_is_no_message_is_quarantined()
    {
        var path = _folder.Write("x_raw-feed.txt", "1723161255030314667 {\"stream\":\"s\",\"data\":{\"e\":\"trade\",\"E\":1723161256322,\"s\":\"BTCUSDT\",\"t\":5,\"p\":\"61800.30\",\"q\":\"0.006\",\"m\":true}}\n1723161255030314668 {\"stream\":\"s\",\"da\n");
        using var data = PriceFolder.Open(new DataSource(path));

        var trade = Assert.Single(PriceFolder.ReadAll(data)).AsTrade();

        Assert.Equal((Side.Sell, 5L, "61800.3"), (trade.Aggressor!.Value, trade.TradeId, trade.Price.ToString()));
        Assert.Equal((2L, QuarantineReason.NotAMessage), (data.Quarantine.Examples[0].Line, data.Quarantine.Examples[0].Reason));
    }
}
