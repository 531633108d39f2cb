using System.Diagnostics;
using Slipstream.Runtime.Runs;

namespace Slipstream.Host.Cli;

/// <summary>A progress bar on standard error for whatever takes longer than two seconds; silent if that is no terminal.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int Width = 30;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly bool _shown = !Console.IsErrorRedirected;
    private TimeSpan _next = TimeSpan.FromSeconds(2);
    private bool _dirty;

    public void Show(RunProgress progress)
    {
        if (_shown && _clock.Elapsed >= _next)
        {
            _next = _clock.Elapsed + TimeSpan.FromMilliseconds(200);
            _dirty = true;
            Console.Error.Write($"\r{Bar(progress)} {progress.Events:N0} events, {progress.Events / _clock.Elapsed.TotalSeconds:N0}/s, at {progress.Time.ToUtc():yyyy-MM-dd HH:mm}\e[K");
        }
    }

    public void Dispose()
    {
        if (_dirty)
        {
            Console.Error.Write("\r\e[K");
        }
    }

    private string Bar(RunProgress progress)
    {
        if (progress.Fraction is not { } fraction || double.IsNaN(fraction))
        {
            return "";
        }

        var filled = (int)(Math.Clamp(fraction, 0, 1) * Width);
        var left = fraction > 0.01 ? TimeSpan.FromSeconds(_clock.Elapsed.TotalSeconds * (1 - fraction) / fraction) : TimeSpan.Zero;
        return $"[{new string('#', filled)}{new string('.', Width - filled)}] {fraction,4:P0}, {left:mm\\:ss} left,";
    }
}
