using System.CommandLine;
using Slipstream.Host.Commands;
namespace Slipstream.Host.Cli;
internal static class CommandLine { public static int Run(string[] args) { var root = new RootCommand("x") { BenchCommand.Create() }; return root.Parse(args).Invoke(); } }
