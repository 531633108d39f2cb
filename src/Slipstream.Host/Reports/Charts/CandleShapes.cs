using System.Text;
using Slipstream.Host.Reports.Html;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports.Charts;

/// <summary>Candles: wicks from low to high, bodies from open to close; hollow when the price rose.</summary>
internal static class CandleShapes
{
    private const double BodyPart = 0.6;

    public static void Write(Page page, Plot plot, IReadOnlyList<Candle> candles)
    {
        var spacing = candles.Count > 1 ? (plot.X.At(TimeChart.SecondsOf(candles[^1].Time)) - plot.X.At(TimeChart.SecondsOf(candles[0].Time))) / (candles.Count - 1) : 0.02;
        var half = Math.Max(spacing * BodyPart / 2, 0.0003) * 1000;
        var wicks = new StringBuilder();
        var (up, down) = (new StringBuilder(), new StringBuilder());
        foreach (var c in candles)
        {
            var x = plot.X.At(TimeChart.SecondsOf(c.Time)) * 1000;
            var (open, close) = (plot.Down(plot.Y.At(c.Open)), plot.Down(plot.Y.At(c.Close)));
            var (top, bottom) = (Math.Min(open, close), Math.Max(open, close));
            Wick(wicks, x, plot.Down(plot.Y.At(c.High)), top);
            Wick(wicks, x, bottom, plot.Down(plot.Y.At(c.Low)));
            Body(c.Close >= c.Open ? up : down, x, half, top, Math.Max(bottom, top + 0.5));
        }

        page.Write($"<path class=\"curve wick\" d=\"{new Markup(wicks.ToString())}\"/><path class=\"curve candle up\" d=\"{new Markup(up.ToString())}\"/><path class=\"curve candle down\" d=\"{new Markup(down.ToString())}\"/>");
    }

    private static void Wick(StringBuilder path, double x, double from, double to)
    {
        path.Append('M');
        Coordinates.Append(path, x);
        path.Append(' ');
        Coordinates.Append(path, from);
        path.Append('V');
        Coordinates.Append(path, to);
    }

    private static void Body(StringBuilder path, double x, double half, double top, double bottom)
    {
        path.Append('M');
        Coordinates.Append(path, x - half);
        path.Append(' ');
        Coordinates.Append(path, top);
        path.Append('H');
        Coordinates.Append(path, x + half);
        path.Append('V');
        Coordinates.Append(path, bottom);
        path.Append('H');
        Coordinates.Append(path, x - half);
        path.Append('Z');
    }
}
