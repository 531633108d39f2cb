using Slipstream.Domain;

namespace Slipstream.Lake.Reading;

/// <summary>Judges a parsed row and makes events of it.</summary>
internal abstract class RowSink(Layout layout, SeriesState state)
{
    /// <summary>How to read the file.</summary>
    protected Layout Layout { get; } = layout;

    /// <summary>What came before.</summary>
    protected SeriesState State { get; } = state;

    /// <summary>Most events that a row makes.</summary>
    public virtual int MaxEvents => 1;

    /// <summary>Writes the row's events.</summary>
    /// <param name="row">The row.</param>
    /// <param name="destination">Room for <see cref="MaxEvents"/>.</param>
    /// <param name="count">How many were written.</param>
    public abstract QuarantineReason Take(RowParser row, Span<MarketEvent> destination, out int count);

    /// <summary>Scales a price to the quote currency.</summary>
    protected long Scaled(long raw) =>
        Layout.PriceScale == Grid.UnitsPerOne || raw == RowParser.Missing ? raw : (long)Grid.Multiply(raw, Layout.PriceScale);

    /// <summary>Is the price impossible?</summary>
    protected bool IsBad(long raw) => raw == 0 || (raw < 0 && !Layout.AllowNegative);

    /// <summary>Returns the instrument's number within the series.</summary>
    protected int Number(RowParser row) => Layout.IsLong ? row.Symbol : 0;

    /// <summary>Returns the sink of a layout.</summary>
    public static RowSink Of(Layout layout, SeriesState state, PriceWatch? watch) => layout.Kind switch
    {
        RowKind.Bars => new BarSink(layout, state, watch),
        RowKind.QuoteBars => new BarSink(layout, state, watch),
        RowKind.Trades => new TradeSink(layout, state, watch),
        RowKind.Quotes or RowKind.SidedQuotes => new QuoteSink(layout, state, watch),
        RowKind.Closes => new CloseSink(layout, state, watch),
        RowKind.Funding => new FundingSink(layout, state),
        _ => throw new InvalidOperationException($"Rows of kind {layout.Kind} have no sink."),
    };
}
