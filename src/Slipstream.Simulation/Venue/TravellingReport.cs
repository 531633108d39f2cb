namespace Slipstream.Simulation;

// A report on its way back.
internal struct TravellingReport
{
    public ExecutionReport Report;
    public long Due;
}
