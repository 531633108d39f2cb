namespace Slipstream.Domain;

/// <summary>The text form of modes.</summary>
public static class ModeNames
{
    /// <summary>Returns the mode's text, such as <c>DRY_RUN</c>.</summary>
    public static string Text(this Mode mode) => mode switch
    {
        Mode.Backtest => "BACKTEST",
        Mode.DryRun => "DRY_RUN",
        Mode.Live => "LIVE",
        Mode.Replay => "REPLAY",
    };
}
