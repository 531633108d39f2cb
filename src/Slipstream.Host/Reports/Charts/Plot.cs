using System.Text;
using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Charts;

/// <summary>
/// One drawing area with axes. Its height is fixed in pixels and its width is the page's: curves are stretched, while text and marks are placed
/// by percentages and keep their size, so that the chart reads equally well on a phone, on a screen and on paper.
/// </summary>
internal sealed class Plot(Page page, Axis x, Axis y, int height)
{
    private const double Units = 1000;

    public Axis X => x;

    public Axis Y => y;

    /// <summary>Opens the area and draws grid and labels.</summary>
    public void Begin(string description, IReadOnlyList<double>? hoverAt = null, params HoverSeries[] hover)
    {
        page.Inline($"<div class=\"plot\"");
        if (hoverAt is { Count: > 0 })
        {
            page.Inline($" data-range=\"{Raw(x.Min)} {Raw(x.Max)}\" data-at=\"{List(hoverAt)}\"");
            page.Inline($" data-names=\"{string.Join('|', hover.Select(h => h.Name))}\" data-kinds=\"{string.Join('|', hover.Select(h => h.Kind))}\"");
            page.Inline($" data-values=\"{new Markup(string.Join('|', hover.Select(h => List(h.Values).Text)))}\"");
        }

        page.Write($"><svg width=\"100%\" height=\"{height}\" role=\"img\" aria-label=\"{description}\">");
        foreach (var tick in y.Ticks)
        {
            var at = Down(tick.Position);
            page.Write($"<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"{at}\" y2=\"{at}\"/><text class=\"yl\" x=\"-8\" y=\"{at + 4}\">{tick.Label}</text>");
        }

        for (var i = 0; i < x.Ticks.Count; i++)
        {
            var at = x.Ticks[i].Position * 100;
            page.Write($"<line class=\"tick\" x1=\"{at}%\" x2=\"{at}%\" y1=\"{height}\" y2=\"{height + 5}\"/><text class=\"xl{(i % 2 == 1 ? " alt" : "")}\" x=\"{at}%\" y=\"{height + 19}\">{x.Ticks[i].Label}</text>");
        }
    }

    /// <summary>Opens the stretched part, which lines, areas and boxes go into.</summary>
    public void BeginCurves() => page.Write($"<svg width=\"100%\" height=\"{height}\" viewBox=\"0 0 1000 {height}\" preserveAspectRatio=\"none\">");

    public void EndCurves() => page.Write($"</svg>");

    public void End() => page.Write($"</svg></div>");

    public void Line(string style, IReadOnlyList<double> xs, IReadOnlyList<double> ys) =>
        page.Write($"<path class=\"curve {style}\" d=\"{Points(xs, ys)}\"/>");

    /// <summary>Fills between the values and a level.</summary>
    public void Area(string style, IReadOnlyList<double> xs, IReadOnlyList<double> ys, double level)
    {
        if (xs.Count > 0)
        {
            var floor = Coordinates.Text(Down(y.At(level)), "0.#");
            page.Write($"<path class=\"{style}\" d=\"{Points(xs, ys)}V{new Markup(floor)}H{Across(xs[0])}Z\"/>");
        }
    }

    /// <summary>Fills between two series.</summary>
    public void Band(string style, IReadOnlyList<double> xs, IReadOnlyList<double> lows, IReadOnlyList<double> highs)
    {
        if (xs.Count > 0)
        {
            var back = Points([.. xs.Reverse()], [.. lows.Reverse()]).Text;
            page.Write($"<path class=\"{style}\" d=\"{Points(xs, highs)}{new Markup("L" + back[1..])}Z\"/>");
        }
    }

    /// <summary>Fills a box between two places on each axis.</summary>
    public void Box(string style, double left, double right, double low, double high, string title = "")
    {
        var top = Down(y.At(high));
        var width = (x.At(right) - x.At(left)) * Units;
        page.Inline($"<rect class=\"{style}\" x=\"{Across(left)}\" y=\"{top}\" width=\"{width}\" height=\"{Math.Max(Down(y.At(low)) - top, 0)}\"");
        if (title.Length == 0)
        {
            page.Write($"/>");
        }
        else
        {
            page.Write($"><title>{title}</title></rect>");
        }
    }

    /// <summary>Draws a line across at a value, outside the stretched part.</summary>
    public void Level(string style, double value) =>
        page.Write($"<line class=\"{style}\" x1=\"0\" x2=\"100%\" y1=\"{Down(y.At(value))}\" y2=\"{Down(y.At(value))}\"/>");

    /// <summary>Draws a line from top to bottom at a value, outside the stretched part, labelled at its top.</summary>
    public void Upright(string style, double value, string label)
    {
        var at = x.At(value) * 100;
        page.Write($"<line class=\"{style}\" x1=\"{at}%\" x2=\"{at}%\" y1=\"0\" y2=\"{height}\"/><text class=\"note\" x=\"{at}%\" y=\"-4\">{label}</text>");
    }

    /// <summary>Places a shape defined on the page, outside the stretched part.</summary>
    public void Mark(string shape, double at, double value) =>
        page.Write($"<use href=\"#{shape}\" x=\"{x.At(at) * 100}%\" y=\"{Coordinates.Text(Down(y.At(value)), "0.#")}\"/>");

    public double Down(double position) => Math.Round((1 - position) * height, 2);

    private double Across(double value) => Math.Round(x.At(value) * Units, 1);

    private Markup Points(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        var path = new StringBuilder(xs.Count * 11);
        for (var i = 0; i < xs.Count; i++)
        {
            path.Append(i == 0 ? 'M' : i == 1 ? 'L' : ' ');
            Coordinates.Append(path, Across(xs[i]), "0.#");
            path.Append(' ');
            Coordinates.Append(path, Down(y.At(ys[i])), "0.#");
        }

        return new Markup(path.ToString());
    }

    private static Markup List(IReadOnlyList<double> values) => new(string.Join(' ', values.Select(v => Raw(v).Text)));

    /// <summary>Six significant digits in plain notation serve a read-out; times keep all.</summary>
    private static Markup Raw(double value) => new(Coordinates.Text(value, Math.Abs(value) switch { >= 1e6 => "0", >= 100 => "0.##", >= 0.01 => "0.#####", _ => "0.#########" }));
}
