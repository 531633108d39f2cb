namespace Slipstream.Simulation;

internal enum VenueActionKind : byte
{
    Place,
    PlaceAgain,
    Cancel,
    Replace,
}
