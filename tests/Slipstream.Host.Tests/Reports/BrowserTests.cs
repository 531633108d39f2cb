using System.Text;
using System.Text.RegularExpressions;
using Slipstream.Host.Reports;
using Slipstream.Runtime.Analysis;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Tests.Reports;

/// <summary>The report in a real browser. The pictures stay beside the test's binaries, in <c>report-pictures</c>, to be looked at.</summary>
public sealed class BrowserTests
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "report-pictures")).FullName;

    [Theory]
    [InlineData("daily", 1280, 4200, false)]
    [InlineData("daily", 1280, 4200, true)]
    [InlineData("daily", 400, 7600, false)]
    [InlineData("intraday", 1280, 4000, false)]
    [InlineData("short", 1280, 3600, false)]
    [InlineData("many", 1280, 5600, false)]
    [InlineData("empty", 900, 2400, false)]
    public void A_report_is_drawn_down_to_its_end_without_a_sideways_scroll_bar(string sample, int width, int height, bool dark)
    {
        var page = Save(sample);
        var png = Path.Combine(Folder, $"{sample}-{width}{(dark ? "-dark" : "")}.png");
        Chromium.Screenshot(page, png, width, height, dark);
        var picture = Png.Read(png);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        Assert.True(picture.Colours(0, height / 4) > 30, "The top of the page is blank.");
        Assert.True(sample == "empty" || picture.Colours(height / 2, height * 3 / 4) > 30, "The lower half of the page is blank.");
        Assert.True(picture.IsPlain(width - 3, width), "Something sticks out of the page on the right.");
    }

    [Fact]
    public void A_report_prints_on_a_few_pages()
    {
        var pdf = Path.Combine(Folder, "daily.pdf");
        Chromium.Print(Save("daily"), pdf);
        var pages = Regex.Count(Encoding.Latin1.GetString(File.ReadAllBytes(pdf)), @"/Type\s*/Page\b(?!s)");
        Assert.InRange(pages, 2, 6);
    }

    [Fact]
    public void The_browser_sees_the_same_elements_as_an_xml_reader()
    {
        var page = Save("daily");
        var inBrowser = Regex.Count(Chromium.Dom(page), "<(path|rect|line|use|td|section)[ >]");
        var inFile = Regex.Count(File.ReadAllText(page), "<(path|rect|line|use|td|section)[ />]");
        Assert.Equal(inFile, inBrowser);
    }

    [Fact]
    public void The_pointer_shows_date_and_values_of_the_nearest_point()
    {
        var page = Save("short");
        const string Probe = """
            <script>
              const plot = document.querySelector('#equity .plot'), r = plot.querySelector('svg').getBoundingClientRect();
              plot.dispatchEvent(new PointerEvent('pointermove', { clientX: r.right, clientY: r.top + 20 }));
            </script></body>
            """;
        File.WriteAllText(page, File.ReadAllText(page).Replace("</body>", Probe, StringComparison.Ordinal));
        var readout = Regex.Match(Chromium.Dom(page), "<div class=\"readout\".*?</div>", RegexOptions.Singleline).Value;
        var last = SampleRun.Daily(100, seed: 11, dailyVol: 0.01).Equity[^1];
        Assert.Contains("2011-11-24", readout, StringComparison.Ordinal);
        Assert.Contains(last.Equity.ToString("N0", null), readout, StringComparison.Ordinal);
    }

    private static string Save(string sample)
    {
        RunResult run = sample switch
        {
            "daily" => SampleRun.Daily(),
            "intraday" => SampleRun.Intraday(),
            "short" => SampleRun.Daily(100, seed: 11, dailyVol: 0.01),
            "many" => SampleRun.Daily(800, seed: 5, instruments: 10),
            _ => SampleRun.Empty(),
        };
        var path = Path.Combine(Folder, $"{sample}-{Guid.NewGuid():N}.html");
        using (var writer = new StreamWriter(path))
        {
            HtmlReport.Write(run, RunAnalysis.Of(run), writer);
        }

        File.Copy(path, Path.Combine(Folder, $"{sample}.html"), overwrite: true);
        return path;
    }
}
