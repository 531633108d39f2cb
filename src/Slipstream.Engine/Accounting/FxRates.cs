using Slipstream.Domain;
using Slipstream.Engine.Market;

namespace Slipstream.Engine.Accounting;

/// <summary>Values currencies in the account's currency, from the instruments of the run themselves and from fixed rates of the config.</summary>
public sealed class FxRates
{
    private readonly Universe _universe;
    private readonly MarketBoard _board;
    private readonly Currency _account;
    private readonly Dictionary<Currency, double> _fixed;

    /// <summary>Creates the rates.</summary>
    /// <param name="universe">Instruments of the run.</param>
    /// <param name="board">Their markets.</param>
    /// <param name="account">Currency of the account.</param>
    /// <param name="fixedRates">Account currency per unit of other currencies, where no instrument tells.</param>
    public FxRates(Universe universe, MarketBoard board, Currency account, IReadOnlyDictionary<Currency, double> fixedRates)
    {
        _universe = universe;
        _board = board;
        _account = account;
        _fixed = new Dictionary<Currency, double>(fixedRates);
    }

    /// <summary>Can the currency be valued once prices are known?</summary>
    public bool Knows(Currency currency) => currency == _account || _fixed.ContainsKey(currency) || FindPair(currency) is not null;

    /// <summary>Returns account currency per unit; NaN if no price is known yet.</summary>
    public double Rate(Currency currency)
    {
        if (currency == _account)
        {
            return 1;
        }

        if (_fixed.TryGetValue(currency, out var rate))
        {
            return rate;
        }

        return FindPair(currency) is { } pair
            ? pair.Inverse ? 1 / _board.LastOrNaN(pair.Index) : _board.LastOrNaN(pair.Index)
            : double.NaN;
    }

    private (int Index, bool Inverse)? FindPair(Currency currency)
    {
        for (var i = 0; i < _universe.Count; i++)
        {
            var instrument = _universe.Instruments[i];
            if (instrument.AssetClass is not (AssetClass.Equity or AssetClass.Future))
            {
                if (instrument.Base == currency && instrument.Quote == _account)
                {
                    return (i, false);
                }

                if (instrument.Quote == currency && instrument.Base == _account)
                {
                    return (i, true);
                }
            }
        }

        return null;
    }
}
