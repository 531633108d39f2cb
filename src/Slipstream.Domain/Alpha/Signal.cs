namespace Slipstream.Domain;

/// <summary>A model's view of one instrument.</summary>
/// <param name="Instrument">Which.</param>
/// <param name="Forecast">Strength from -1 (short) to +1 (long); 0 is no view.</param>
public readonly record struct Signal(InstrumentId Instrument, double Forecast);
