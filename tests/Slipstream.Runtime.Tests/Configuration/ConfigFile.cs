using System.Text;
using Slipstream.Domain;
using Slipstream.Runtime.Configuration;

namespace Slipstream.Runtime.Tests.Configuration;

/// <summary>Configurations from text.</summary>
internal static class ConfigFile
{
    public static ConfigDocument Read(string json)
    {
        var document = new ConfigDocument();
        document.Read(Encoding.UTF8.GetBytes(json), "run.json");
        return document;
    }

    public static RunConfig Take(string json, Mode mode = Mode.Backtest) => RunConfig.From(Read(json), mode);

    public static IReadOnlyList<string> ErrorsOf(string json, Mode mode = Mode.Backtest) => Assert.Throws<ConfigException>(() => Take(json, mode)).Errors;

    public static RunConfig Of(params (string Path, string Text)[] values)
    {
        var document = new ConfigDocument();
        document.Set("strategy", "ema-cross", "--strategy");
        foreach (var (path, text) in values)
        {
            document.Set(path, text, "-o");
        }

        return RunConfig.From(document, Mode.Backtest);
    }
}
