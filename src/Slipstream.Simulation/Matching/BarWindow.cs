namespace Slipstream.Simulation;

// The part of a bar that an order may trade in: all of it, or, for an order that came while the bar was under way, only its last price.
internal readonly record struct BarWindow(long Open, long High, long Low)
{
    public static BarWindow Point(long price) => new(price, price, price);
}
