using System.CommandLine;
using System.Text.Json.Nodes;
using Slipstream.Host.Cli;
using Slipstream.Runtime.StrategyLoading;

namespace Slipstream.Host.Commands;

/// <summary>slipstream strategies: what ships, with parameters.</summary>
internal static class StrategiesCommand
{
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("strategies", "List the shipped strategies with their parameters.") { json };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonText.Of(new JsonArray([.. StrategyCatalog.Describe().Select(Json)])));
            }
            else
            {
                Write();
            }

            return ExitCode.Good;
        });
        return command;
    }

    private static void Write()
    {
        foreach (var strategy in StrategyCatalog.Describe())
        {
            Console.WriteLine($"{strategy.Metadata.Name}  ({strategy.Metadata.Family}, {strategy.Metadata.Style.ToString().ToLowerInvariant()})");
            Console.WriteLine($"  {strategy.Metadata.Description}");
            foreach (var parameter in strategy.Parameters)
            {
                Console.WriteLine($"    {parameter.Name,-18} {parameter.Default,-8} {parameter.Description}");
            }

            Console.WriteLine();
        }
    }

    private static JsonObject Json(StrategyDescription strategy) => new()
    {
        ["name"] = strategy.Metadata.Name,
        ["family"] = strategy.Metadata.Family,
        ["description"] = strategy.Metadata.Description,
        ["style"] = strategy.Metadata.Style.ToString().ToLowerInvariant(),
        ["needs"] = new JsonArray([.. strategy.Metadata.Needs.Select(n => JsonValue.Create(n.ToString()))]),
        ["warmUp"] = strategy.Metadata.WarmUp,
        ["parameters"] = new JsonArray([.. strategy.Parameters.Select(p => new JsonObject
        {
            ["name"] = p.Name,
            ["type"] = p.Type,
            ["default"] = p.Default,
            ["min"] = p.Min,
            ["max"] = p.Max,
            ["description"] = p.Description,
        })]),
    };
}
