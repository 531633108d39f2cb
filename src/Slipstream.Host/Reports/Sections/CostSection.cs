using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;
using Slipstream.Runtime.Analysis;

namespace Slipstream.Host.Reports.Sections;

/// <summary>What trading cost, and what it would have left had it cost more.</summary>
internal static class CostSection
{
    public static void WriteCosts(Page page, ReportModel model)
    {
        var costs = model.Analysis.Costs;
        page.Write($"<section class=\"card\" id=\"costs\"><h2>Trading costs</h2><table class=\"bars\"><thead><tr><th>Cause</th><th class=\"bar\"></th><th class=\"n\">{model.Currency}</th><th class=\"n\">bps</th></tr></thead><tbody>");
        var scale = BarScale.Of(costs.Select(c => c.Amount));
        var largest = costs.Max(c => Math.Abs(c.Amount));
        foreach (var cost in costs)
        {
            page.Inline($"<tr><td>{Name(cost.Cause)}</td><td class=\"bar\">");
            scale.Write(page, cost.Amount, cost.Amount < 0 ? "gain" : "s4");
            page.Write($"</td><td class=\"n\">{Figures.InColumn(cost.Amount, largest)}</td><td class=\"n\">{Figures.Number(cost.Bps)}</td></tr>");
        }

        page.Write($"</tbody><tfoot><tr><td>Sum</td><td></td><td class=\"n\">{Figures.InColumn(costs.Sum(c => c.Amount), largest)}</td><td class=\"n\">{Figures.Number(TotalBps(model))}</td></tr></tfoot></table>");
        page.Write($"<p class=\"caption\">bps of the traded value, {Figures.Headline(model.Performance.TradedNotional)} {model.Currency}. Commission and funding are booked; spread, impact and delay are already inside the fill prices. A negative cost was earned.</p></section>");
    }

    public static void WriteSensitivity(Page page, ReportModel model)
    {
        var sensitivity = model.Analysis.Sensitivity;
        page.Write($"<section class=\"card\" id=\"sensitivity\"><h2>Slippage and spread sensitivity</h2>");
        if (sensitivity.BreakEvenBps is null)
        {
            page.Write($"<p class=\"empty\">The run did not trade.</p></section>");
            return;
        }

        page.Write($"<div class=\"split\"><div>");
        Draw(page, sensitivity);
        var largest = sensitivity.Steps.Max(s => Math.Abs(s.NetPnl));
        page.Write($"</div><table><thead><tr><th class=\"n left\">Extra cost</th><th class=\"n\">Net profit</th><th class=\"n\">Return</th><th class=\"n\">Sharpe</th></tr></thead><tbody>");
        foreach (var step in sensitivity.Steps)
        {
            page.Write($"<tr><td class=\"n left\">{Figures.Number(step.ExtraBps, 0)} bps</td><td class=\"n{Tone(step.NetPnl)}\">{Figures.InColumn(step.NetPnl, largest, signed: true)}</td><td class=\"n\">{Figures.Percent(step.Return, signed: true)}</td><td class=\"n\">{Figures.Number(step.SharpeAnnual)}</td></tr>");
        }

        page.Write($"</tbody></table></div><p class=\"caption\">{BreakEven(sensitivity)} Same trades, each traded unit of notional dearer by so much.</p></section>");
    }

    private static string BreakEven(CostSensitivity sensitivity) => sensitivity.BreakEvenBps switch
    {
        < 0 and { } bps => $"Breaks even only if trading were {Figures.Number(-bps, 1)} bps cheaper.",
        var bps => $"Breaks even at {Figures.Number(bps, 1)} bps more.",
    };

    private static void Draw(Page page, CostSensitivity sensitivity)
    {
        double[] xs = [.. sensitivity.Steps.Select(s => s.ExtraBps)];
        double[] ys = [.. sensitivity.Steps.Select(s => s.NetPnl)];
        var y = Axis.Linear(Math.Min(0, ys.Min()), Math.Max(0, ys.Max()), AxisLabels.Amount, 4);
        var plot = new Plot(page, Axis.Tight(xs[0], xs[^1], AxisLabels.Plain, 4), y, 150);
        page.Write($"<p class=\"legend\"><span><i class=\"line s1\"></i>Net profit</span><span class=\"unit\">by extra cost, bps</span></p>");
        plot.Begin("Net profit against extra cost");
        plot.BeginCurves();
        plot.Line("s1", xs, ys);
        plot.EndCurves();
        plot.Level("zero", 0);
        for (var i = 0; i < xs.Length; i++)
        {
            plot.Mark("dot", xs[i], ys[i]);
        }

        if (sensitivity.BreakEvenBps is { } even && even > xs[0] && even < xs[^1])
        {
            plot.Upright("mark", even, "break-even");
        }

        plot.End();
    }

    private static double? TotalBps(ReportModel model) =>
        model.Performance.TradedNotional > 0 ? model.Analysis.Costs.Sum(c => c.Amount) / model.Performance.TradedNotional * 10_000 : null;

    private static string Tone(double value) => value < 0 ? " loss" : "";

    private static string Name(string cause) => cause switch
    {
        "temporaryImpact" => "Temporary impact",
        "permanentImpact" => "Permanent impact",
        _ => char.ToUpperInvariant(cause[0]) + cause[1..],
    };
}
