using Xunit.Abstractions;

namespace Slipstream.Lake.Tests;

/// <summary>Finds the real market data that developers share; it does not lie in the repository.</summary>
internal static class MarketData
{
    /// <summary>Returns its folder, or says in the test's output that the test is skipped.</summary>
    public static string? Folder(ITestOutputHelper output)
    {
        if (Environment.GetEnvironmentVariable("SLIPSTREAM_DATA") is { Length: > 0 } told && Directory.Exists(told))
        {
            return told;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        output.WriteLine("skipped: no market data");
        return null;
    }
}
