namespace Slipstream.Host.Cli;

/// <summary>What the process ends with, the same for every command.</summary>
internal static class ExitCode
{
    public const int Good = 0;
    public const int Usage = 1;
    public const int BadInput = 2;
    public const int Diverged = 3;
    public const int CorruptJournal = 4;

    public const string Help = "Exit codes: 0 good, 1 usage, 2 bad data or config, 3 diverged, 4 corrupt journal.";
}
