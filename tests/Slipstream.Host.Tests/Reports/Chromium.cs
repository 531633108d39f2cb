using System.Diagnostics;

namespace Slipstream.Host.Tests.Reports;

/// <summary>A real browser without a window, with a profile of its own each time.</summary>
internal static class Chromium
{
    private const string Path = "/usr/bin/chromium";

    public static void Screenshot(string page, string png, int width, int height, bool dark = false) =>
        Run(page, png, $"--screenshot={png}", $"--window-size={width},{height}", "--hide-scrollbars", dark ? "--blink-settings=preferredColorScheme=0" : "--blink-settings=preferredColorScheme=1");

    public static void Print(string page, string pdf) => Run(page, pdf, $"--print-to-pdf={pdf}", "--no-pdf-header-footer");

    /// <summary>Returns the document after its scripts ran.</summary>
    public static string Dom(string page) => Run(page, null, "--dump-dom");

    private static string Run(string page, string? output, params string[] options)
    {
        Assert.True(File.Exists(Path), $"{Path} is missing, so the report can't be tried in a browser. ./test installs it, or: apt-get install chromium");
        var profile = Directory.CreateTempSubdirectory("slipstream-chromium-");
        try
        {
            var start = new ProcessStartInfo(Path) { RedirectStandardOutput = true, RedirectStandardError = true };
            string[] quiet =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", $"--user-data-dir={profile.FullName}",
            ];
            foreach (var option in quiet.Concat(options).Append(new Uri(page).AbsoluteUri))
            {
                start.ArgumentList.Add(option);
            }

            using var browser = Process.Start(start)!;
            var errors = browser.StandardError.ReadToEndAsync();
            var text = browser.StandardOutput.ReadToEndAsync();
            if (!browser.WaitForExit(TimeSpan.FromSeconds(120)))
            {
                browser.Kill(entireProcessTree: true);
                Assert.Fail("Chromium did not finish within two minutes.");
            }

            Assert.True(output is null || File.Exists(output), $"Chromium wrote no {output}: {errors.Result}");
            return text.Result;
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }
}
