using Slipstream.Domain;
using Slipstream.Lake.Recognise;

namespace Slipstream.Lake;

/// <summary>Makes an instrument from nothing but its name, as the data door does for a price file.</summary>
public static class InstrumentGuess
{
    /// <summary>Returns the instrument that a name such as <c>BTC/USD</c> or <c>SPY</c> most likely means, with the usual fees, lots and sessions of its kind.</summary>
    /// <param name="symbol">The name.</param>
    /// <param name="kind">Kind of asset; guessed if null.</param>
    public static Instrument Of(string symbol, AssetClass? kind = null) =>
        InstrumentDefaults.Of(SymbolGuess.Of(symbol, kind, ""), 1, symbol);
}
