namespace Slipstream.Simulation;

// A message on its way to the venue.
internal struct VenueAction
{
    public long Due;
    public VenueActionKind Kind;
    public OrderId Order;
    public long Quantity;
    public long? Limit;
}
