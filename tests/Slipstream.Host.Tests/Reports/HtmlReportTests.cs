using System.Text.RegularExpressions;
using System.Xml;
using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Tests.Reports;

public sealed class HtmlReportTests
{
    private const int MostBytes = 1_500_000;
    private static readonly string[] Sections =
        ["equity", "drawdown", "exposure", "monthly", "performance", "distribution", "costs", "trades", "sensitivity", "regimes", "notes", "refusals", "run"];

    public static TheoryData<string> Samples => ["daily", "minutes", "short", "many", "empty", "one day", "lost", "unusable"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_page_is_well_formed_has_every_section_and_prints_no_nan(string sample)
    {
        var html = Html(Sample(sample));
        var document = Parse(html);
        Assert.All(Sections, id => Assert.NotNull(document.SelectSingleNode($"//section[@id='{id}']")));
        var ids = document.SelectNodes("//@id")!.Cast<XmlNode>().Select(n => n.Value).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotMatch(@"NaN|∞|Infinity|[\d ]E[+-]?\d", Regex.Replace(html, "<script>.*</script>", "", RegexOptions.Singleline));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_page_needs_nothing_from_elsewhere(string sample)
    {
        var html = Html(Sample(sample));
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"url\(|@import|<(img|iframe|object|embed)\b", html);
        var links = Parse(html).SelectNodes("//@href | //@src")!.Cast<XmlNode>().Select(n => n.Value!);
        Assert.All(links, link => Assert.Matches("^(#[a-z]+|data:,)$", link));
    }

    [Fact]
    public void Every_place_on_a_chart_is_inside_it()
    {
        var document = Parse(Html(SampleRun.Daily()));
        var shares = document.SelectNodes("//use/@x | //text/@x | //rect/@width")!.Cast<XmlNode>().Select(n => n.Value!).Where(v => v.EndsWith('%'));
        Assert.All(shares, v => Assert.InRange(double.Parse(v.TrimEnd('%'), null), 0, 100));
    }

    [Fact]
    public void Names_and_notes_from_outside_are_text_not_markup()
    {
        const string Hostile = "<script>alert(1)</script>\"'&\u0001";
        var run = SampleRun.Daily(60, strategy: Hostile);
        run = run with
        {
            Summary = run.Summary with { Parameters = new Dictionary<string, string> { [Hostile] = Hostile }, Journal = Hostile, Mode = Hostile, RunId = Hostile },
            Notes = [Hostile],
            RefusalsByRule = new Dictionary<string, long> { [Hostile] = 1 },
            Charts = [run.Charts[0] with { Instrument = run.Charts[0].Instrument with { Symbol = Hostile } }],
        };
        var html = Html(run);
        var document = Parse(html);
        Assert.Single(document.SelectNodes("//script")!.Cast<XmlNode>());
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>\"'&\uFFFD", document.SelectSingleNode("//h1")!.InnerText);
    }

    [Fact]
    public void Many_fills_are_thinned_and_counted()
    {
        var run = SampleRun.Daily(400);
        var trades = Enumerable.Range(0, 5_000).Select(i => run.Charts[0].Trades[i % run.Charts[0].Trades.Count]).OrderBy(t => t.Time).ToArray();
        var html = Html(run with { Charts = [run.Charts[0] with { Trades = trades, TradesLeftOut = 16_181 }] });
        Assert.Contains("2,000 of 21,181 fills shown", html, StringComparison.Ordinal);
        Assert.Equal(2_000, Parse(html).SelectNodes("//g[contains(@class,'marks')]/use")!.Count);
    }

    [Fact]
    public void The_equity_axis_is_logarithmic_where_the_range_is_above_tenfold()
    {
        Assert.Contains("USD, logarithmic", Html(SampleRun.Daily()), StringComparison.Ordinal);
        Assert.DoesNotContain("USD, logarithmic", Html(SampleRun.Daily(100, dailyVol: 0.01)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("daily")]
    [InlineData("minutes")]
    [InlineData("many")]
    public void The_file_stays_small(string sample) => Assert.InRange(Html(Sample(sample)).Length, 10_000, MostBytes);

    [Fact]
    public void Equal_runs_give_equal_pages() => Assert.Equal(Html(SampleRun.Daily(300)), Html(SampleRun.Daily(300)));

    private static RunResult Sample(string name) => name switch
    {
        "daily" => SampleRun.Daily(),
        "minutes" => SampleRun.Intraday(),
        "short" => SampleRun.Daily(100, dailyVol: 0.01),
        "many" => SampleRun.Daily(4_900, instruments: 12),
        "empty" => SampleRun.Empty(),
        "one day" => SampleRun.Daily(2),
        "lost" => Edited(SampleRun.Daily(200), i => i < 150 ? 100_000 - (i * 500) : -20_000),
        _ => Edited(SampleRun.Daily(200), i => i == 50 ? double.NaN : i == 60 ? double.PositiveInfinity : 1e-7),
    };

    private static RunResult Edited(RunResult run, Func<int, double> equity) => run with
    {
        Days = [.. run.Days.Select((d, i) => d with { Equity = equity(i) })],
        Equity = [.. run.Equity.Select((p, i) => p with { Equity = equity(i) })],
        Summary = run.Summary with { FinalEquity = equity(198), NetPnl = equity(198) - 100_000, EventsPerSecond = double.NaN, SharpeAnnual = double.NegativeInfinity },
    };

    private static string Html(RunResult run)
    {
        using var writer = new StringWriter();
        HtmlReport.Write(run, RunAnalysis.Of(run), writer);
        return writer.ToString();
    }

    private static XmlDocument Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var document = new XmlDocument { XmlResolver = null };
        document.Load(reader);
        return document;
    }
}
