using Slipstream.Host.Cli;

return CommandLine.Run(args);
