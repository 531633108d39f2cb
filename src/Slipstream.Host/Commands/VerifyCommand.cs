using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Slipstream.Host.Cli;
using Slipstream.Journal;
using Command = System.CommandLine.Command;

namespace Slipstream.Host.Commands;

/// <summary>slipstream verify: is the journal whole and unforged?</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "Folder of the journal." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("verify", "Check every checksum and the hash chain of a journal and of its tapes, and name what is damaged.") { directory, json };
        command.SetAction(parsed =>
        {
            var clock = Stopwatch.StartNew();
            var report = JournalVerifier.Verify(parsed.GetValue(directory)!);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonText.Of(Json(report, clock.Elapsed)));
            }
            else
            {
                Write(report, clock.Elapsed);
            }

            return report.IsIntact ? ExitCode.Good : ExitCode.CorruptJournal;
        });
        return command;
    }

    private static void Write(VerifyReport report, TimeSpan elapsed)
    {
        Console.WriteLine($"{report.Records:N0} records in {report.Blocks:N0} blocks and {report.Segments} segments, {report.Bytes:N0} bytes, {report.TapeEvents:N0} market events, {elapsed.TotalMilliseconds:N0} ms");
        Console.WriteLine($"last hash {report.LastHash}");
        if (report.Damage is null)
        {
            Console.WriteLine(report.Closed ? "closed: the run was ended in order" : "not closed: the run was killed, or is still going on");
        }

        if (report.TornTailBytes > 0)
        {
            Console.WriteLine($"torn tail: {report.TornTailBytes:N0} bytes behind the last whole block were never acknowledged");
        }

        foreach (var tape in report.TapesRetired)
        {
            Console.WriteLine($"retired: {tape} was dropped by retention; the journal is whole, but can't be replayed");
        }

        foreach (var missing in report.SnapshotsMissing)
        {
            Console.WriteLine($"missing: snapshot {missing}");
        }

        Console.WriteLine(report.Damage is { } damage ? $"DAMAGED: {damage}" : "intact");
    }

    private static JsonObject Json(VerifyReport report, TimeSpan elapsed) => new()
    {
        ["intact"] = report.IsIntact,
        ["closed"] = report.Closed,
        ["records"] = report.Records,
        ["blocks"] = report.Blocks,
        ["segments"] = report.Segments,
        ["bytes"] = report.Bytes,
        ["lastHash"] = report.LastHash.ToString(),
        ["tornTailBytes"] = report.TornTailBytes,
        ["tapeEvents"] = report.TapeEvents,
        ["tapesVerified"] = new JsonArray([.. report.TapesVerified.Select(t => JsonValue.Create(t))]),
        ["tapesRetired"] = new JsonArray([.. report.TapesRetired.Select(t => JsonValue.Create(t))]),
        ["snapshotsMissing"] = new JsonArray([.. report.SnapshotsMissing.Select(t => JsonValue.Create(t))]),
        ["damage"] = report.Damage is { } damage
            ? new JsonObject
            {
                ["kind"] = damage.Kind.ToString(),
                ["file"] = damage.File,
                ["offset"] = damage.Offset,
                ["sequence"] = damage.Sequence,
                ["lastSequence"] = damage.LastSequence,
                ["what"] = damage.What,
            }
            : null,
        ["elapsedMs"] = Math.Round(elapsed.TotalMilliseconds, 1),
    };
}
