using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Host.Cli;
using Slipstream.Journal;
using Command = System.CommandLine.Command;

namespace Slipstream.Host.Commands;

/// <summary>slipstream journal: look at a journal's records, as they are or as they come.</summary>
internal static class JournalCommand
{
    public static Command Create()
    {
        var directory = new Argument<string>("DIR") { Description = "Folder of the journal." };
        var type = new Option<string[]>("--type") { Description = "Only records of this type; may be repeated. Types: " + string.Join(", ", SchemaRegistry.Journal.All.Select(s => s.Name).Distinct()) + ".", HelpName = "TYPE" };
        var follow = new Option<bool>("--follow") { Description = "Go on as the journal grows; ends with the run, or with Ctrl-C." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line, with all fields." };
        var command = new Command("journal", "Print a journal's records, one a line.") { directory, type, follow, json };
        command.SetAction(parsed =>
        {
            var types = Types(parsed.GetValue(type) ?? []);
            using var printer = new RecordPrinter(types, parsed.GetValue(json));
            return parsed.GetValue(follow) ? Follow(parsed.GetValue(directory)!, printer) : Print(parsed.GetValue(directory)!, printer);
        });
        return command;
    }

    private static int Print(string directory, RecordPrinter printer)
    {
        using var reader = JournalReader.Open(directory);
        while (reader.Read())
        {
            printer.Print(reader.Current);
        }

        return ExitCode.Good;
    }

    private static int Follow(string directory, RecordPrinter printer)
    {
        using var interrupt = new Interrupt();
        using var follower = new JournalFollower(directory);
        while (follower.Read(interrupt.Token))
        {
            printer.Print(follower.Current);
            printer.Flush();
            if (follower.Current.Type == RecordType.RunEnded)
            {
                break;
            }
        }

        return ExitCode.Good;
    }

    private static HashSet<RecordType> Types(string[] names)
    {
        var types = new HashSet<RecordType>();
        foreach (var name in names)
        {
            types.Add(SchemaRegistry.Journal.TryFind(name, out var schema)
                ? schema.Type
                : throw new UsageException($"--type {name}: there are {string.Join(", ", SchemaRegistry.Journal.All.Select(s => s.Name).Distinct())}."));
        }

        return types;
    }

    private sealed class RecordPrinter(HashSet<RecordType> types, bool json) : IDisposable
    {
        private readonly RecordJson _format = new();
        private readonly Stream _output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        private readonly MemoryStream _line = new();

        public void Print(RecordView record)
        {
            _line.SetLength(0);
            using (var writer = new Utf8JsonWriter(_line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                _format.Write(writer, record);
            }

            if (types.Count > 0 && !types.Contains(record.Type))
            {
                return;
            }

            if (!json)
            {
                _output.Write(System.Text.Encoding.UTF8.GetBytes(Short(record)));
            }
            else
            {
                _output.Write(_line.GetBuffer(), 0, (int)_line.Length);
            }

            _output.Write("\n"u8);
        }

        public void Flush() => _output.Flush();

        public void Dispose()
        {
            _output.Flush();
            _output.Dispose();
        }

        // The fields that differ from record to record, without the braces.
        private string Short(RecordView record)
        {
            using var document = JsonDocument.Parse(_line.ToArray());
            var own = document.RootElement.EnumerateObject().Where(p => p.Name is not ("sequence" or "type" or "version" or "time" or "input" or "runId" or "mode" or "strategyId" or "versionHash" or "logical" or "universe" or "configJson") && p.Value.ValueKind != JsonValueKind.Null);
            return $"{record.Sequence,8} {record.Time,-24} {document.RootElement.GetProperty("type").GetString(),-16} {string.Join(' ', own.Select(p => $"{p.Name}={p.Value}"))}";
        }
    }
}
