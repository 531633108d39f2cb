using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Host.Cli;
using Slipstream.Runtime.Replays;

namespace Slipstream.Host.Commands;

/// <summary>slipstream replay: take every decision of a journal again, and compare.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "Folder of the journal." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON: records, matched, stateHash, firstDivergence." };
        var command = new Command("replay", "Feed a journal's inputs again, compare every decision, intent, order, fill and the state, and name the first difference.") { directory, json };
        command.SetAction(parsed =>
        {
            var result = ReplayRun.Execute(parsed.GetValue(directory)!);
            if (parsed.GetValue(json))
            {
                WriteJson(result);
            }
            else
            {
                Write(result);
            }

            return result.FirstDivergence is not null ? ExitCode.Diverged : result.InputsMissing ? ExitCode.BadInput : ExitCode.Good;
        });
        return command;
    }

    private static void Write(ReplayResult result)
    {
        Console.WriteLine($"{result.Strategy}, {result.Mode}, run {result.RunId}: {result.Events:N0} events fed, {result.Matched:N0} of {result.Records:N0} records the same, {result.ElapsedMs:N0} ms");
        Console.WriteLine($"state hash {result.StateHash}");
        if (result.Note is not null)
        {
            Console.WriteLine($"note: {result.Note}");
        }

        if (result.FirstDivergence is { } divergence)
        {
            Console.WriteLine($"DIVERGED at record {divergence.Sequence}:");
            Console.WriteLine($"  journal: {divergence.Expected ?? "(nothing more)"}");
            Console.WriteLine($"  replay:  {divergence.Actual ?? "(nothing)"}");
        }
    }

    private static void WriteJson(ReplayResult result)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("runId", result.RunId);
        json.WriteString("mode", result.Mode);
        json.WriteString("strategy", result.Strategy);
        json.WriteNumber("records", result.Records);
        json.WriteNumber("matched", result.Matched);
        json.WriteNumber("events", result.Events);
        json.WriteString("stateHash", result.StateHash);
        json.WritePropertyName("firstDivergence");
        if (result.FirstDivergence is { } divergence)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", divergence.Sequence);
            Raw(json, "expected", divergence.Expected);
            Raw(json, "actual", divergence.Actual);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("note", result.Note);
        json.WriteBoolean("inputsMissing", result.InputsMissing);
        json.WriteNumber("elapsedMs", Math.Round(result.ElapsedMs, 1));
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    // A side is a whole record where there is one, and a sentence where the state or the timers disagree.
    private static void Raw(Utf8JsonWriter json, string name, string? side)
    {
        json.WritePropertyName(name);
        if (side is null)
        {
            json.WriteNullValue();
        }
        else if (side.StartsWith('{'))
        {
            json.WriteRawValue(side);
        }
        else
        {
            json.WriteStringValue(side);
        }
    }
}
