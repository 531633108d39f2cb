using Slipstream.Host.Reports.Html;

namespace Slipstream.Host.Reports.Charts;

/// <summary>Bars inside table cells, left and right of a common zero.</summary>
internal sealed class BarScale
{
    private readonly double _low;
    private readonly double _span;

    private BarScale(double low, double high)
    {
        _low = low;
        _span = high > low ? high - low : 1;
    }

    public static BarScale Of(IEnumerable<double> values)
    {
        var all = values.Where(double.IsFinite).Append(0).ToArray();
        return new BarScale(all.Min(), all.Max());
    }

    public void Write(Page page, double value, string style)
    {
        var finite = double.IsFinite(value) ? value : 0;
        var left = (Math.Min(finite, 0) - _low) / _span * 100;
        var zero = -_low / _span * 100;
        page.Inline($"<svg class=\"cell\" width=\"100%\" height=\"14\" aria-hidden=\"true\"><rect class=\"{style}\" x=\"{left}%\" y=\"1\" width=\"{Math.Abs(finite) / _span * 100}%\" height=\"12\" rx=\"1.5\"/><line class=\"zero\" x1=\"{zero}%\" x2=\"{zero}%\" y1=\"0\" y2=\"14\"/></svg>");
    }
}
