namespace Slipstream.Quant.Performance;

/// <summary>What kind of market a day belongs to; see <see cref="RegimeClassifier"/>.</summary>
public enum MarketRegime
{
    /// <summary>Too little is known yet.</summary>
    Unknown,

    /// <summary>Prices move in one direction.</summary>
    Trend,

    /// <summary>Prices move to and fro.</summary>
    MeanRevert,

    /// <summary>Volatility is high against its own past, whatever the direction.</summary>
    HighVol,
}
