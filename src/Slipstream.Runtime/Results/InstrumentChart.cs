using Slipstream.Domain;

namespace Slipstream.Runtime.Results;

/// <summary>An instrument's prices and the run's fills in it.</summary>
/// <param name="Instrument">Which.</param>
/// <param name="Candles">At most some thousand stretches of equal length, oldest first.</param>
/// <param name="Trades">Fills, oldest first; only the latest are kept where there are very many.</param>
/// <param name="TradesLeftOut">Fills that are not among <paramref name="Trades"/>.</param>
public sealed record InstrumentChart(Instrument Instrument, IReadOnlyList<Candle> Candles, IReadOnlyList<TradeMark> Trades, long TradesLeftOut);
