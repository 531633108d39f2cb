namespace Slipstream.Simulation;

internal enum OrderPhase : byte
{
    AwaitsTrigger,
    Market,
    Limit,
    Ended,
}
