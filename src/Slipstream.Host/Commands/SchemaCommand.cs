using System.CommandLine;
using Slipstream.Host.Cli;
using Slipstream.Host.Schemas;

namespace Slipstream.Host.Commands;

/// <summary>slipstream schema: the formats, so that others can write to them.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME") { Description = "Which; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("schema", "Print the schema of a file or message format.") { name };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } wanted)
            {
                foreach (var schema in PublishedSchemas.All)
                {
                    Console.WriteLine($"{schema.Name,-24} {schema.Description}");
                }

                return ExitCode.Good;
            }

            Console.WriteLine(PublishedSchemas.Find(wanted).Text());
            return ExitCode.Good;
        });
        return command;
    }
}
