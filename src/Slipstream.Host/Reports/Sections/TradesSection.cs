using Slipstream.Domain;
using Slipstream.Host.Reports.Charts;
using Slipstream.Host.Reports.Html;
using Slipstream.Runtime.Results;

namespace Slipstream.Host.Reports.Sections;

/// <summary>Prices of the instruments that traded most, with the fills on them.</summary>
internal static class TradesSection
{
    private const int MostCharts = 8;
    private const int MostMarks = 2000;
    private const int MostCandles = 160;

    public static void Write(Page page, ReportModel model)
    {
        var charts = model.Run.Charts.Where(c => c.Candles.Count > 0).OrderByDescending(c => c.Trades.Count + c.TradesLeftOut).ToArray();
        page.Write($"<section class=\"card\" id=\"trades\"><h2>Trades</h2>");
        if (charts.Length == 0)
        {
            page.Write($"<p class=\"empty\">The run has no prices.</p></section>");
            return;
        }

        var shown = charts.Take(MostCharts).ToArray();
        foreach (var chart in shown)
        {
            Write(page, chart, MostMarks / shown.Length, isOnly: shown.Length == 1);
        }

        if (charts.Length > shown.Length)
        {
            page.Write($"<p class=\"caption\">The {shown.Length} instruments with the most fills, of {charts.Length}.</p>");
        }

        page.Write($"</section>");
    }

    private static void Write(Page page, InstrumentChart chart, int mostMarks, bool isOnly)
    {
        var keep = Thinning.Evenly(chart.Trades.Count, mostMarks);
        var all = chart.Trades.Count + chart.TradesLeftOut;
        var count = keep.Length == all ? $"{Figures.Count(all)} fills" : $"{Figures.Count(keep.Length)} of {Figures.Count(all)} fills shown";
        page.Write($"<figure><p class=\"legend\"><strong>{chart.Instrument.Symbol}</strong><span><svg width=\"10\" height=\"9\" viewBox=\"-5 0 10 9\"><use href=\"#buy\"/></svg>Buy</span><span><svg width=\"10\" height=\"9\" viewBox=\"-5 -9 10 9\"><use href=\"#sell\"/></svg>Sell</span><span class=\"unit\">{chart.Instrument.Quote.ToString()}; {count}</span></p>");
        var trades = keep.Select(i => chart.Trades[i]).Where(t => double.IsFinite(t.Price)).ToArray();
        var candles = chart.Candles.Where(c => double.IsFinite(c.Low) && double.IsFinite(c.High) && double.IsFinite(c.Close)).ToArray();
        if (candles.Length > 0)
        {
            Draw(page, candles, trades, isOnly, chart.Instrument.Symbol);
        }

        page.Write($"</figure>");
    }

    private static void Draw(Page page, Candle[] candles, TradeMark[] trades, bool isOnly, string symbol)
    {
        var curves = TimeChart.Of(
            isOnly ? TimeChart.Fine : TimeChart.Coarse, [.. candles.Select(c => c.Time)], [.. candles.Select(c => c.Close)], [.. candles.Select(c => c.Low)], [.. candles.Select(c => c.High)]);
        var low = Math.Min(curves.Lowest(), trades.Length == 0 ? double.MaxValue : trades.Min(t => t.Price));
        var high = Math.Max(curves.Highest(), trades.Length == 0 ? double.MinValue : trades.Max(t => t.Price));
        var y = low > 0 && high / low > 10 ? Axis.Logarithmic(low, high, AxisLabels.Amount) : Axis.Linear(low, high, AxisLabels.Amount);
        var x = Axis.Time(Math.Min(curves.Seconds[0], First(trades)), Math.Max(curves.Seconds[^1], Last(trades)));
        var plot = new Plot(page, x, y, isOnly ? 320 : 220);
        plot.Begin($"Price of {symbol} with fills", curves.Seconds, new("Close", "price", curves.Series[0]), new("Low", "price", curves.Series[1]), new("High", "price", curves.Series[2]));
        plot.BeginCurves();
        if (candles.Length <= MostCandles)
        {
            CandleShapes.Write(page, plot, candles);
        }
        else
        {
            plot.Band("band", curves.Seconds, curves.Series[1], curves.Series[2]);
            plot.Line("price", curves.Seconds, curves.Series[0]);
        }

        plot.EndCurves();
        page.Write($"<g class=\"{(trades.Length > 300 ? "marks dense" : "marks")}\">");
        foreach (var trade in trades)
        {
            plot.Mark(trade.Side == Side.Buy ? "buy" : "sell", TimeChart.SecondsOf(trade.Time), trade.Price);
        }

        page.Write($"</g>");
        plot.End();
    }

    private static double First(TradeMark[] trades) => trades.Length == 0 ? double.MaxValue : TimeChart.SecondsOf(trades[0].Time);

    private static double Last(TradeMark[] trades) => trades.Length == 0 ? double.MinValue : TimeChart.SecondsOf(trades[^1].Time);
}
