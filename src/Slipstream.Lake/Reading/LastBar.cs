namespace Slipstream.Lake.Reading;

/// <summary>The bar before, as written.</summary>
internal struct LastBar
{
    public long Time;
    public long Open;
    public long High;
    public long Low;
    public long Close;
    public double Volume;
    public long TradeId;
}
