using Slipstream.Domain;
using Slipstream.Engine.Market;

namespace Slipstream.Engine.Accounting;

/// <summary>Values currencies in the account's currency, from the instruments of the run themselves and from fixed rates of the config.</summary>
/// <remarks>A fixed rate comes first, then the pair with the account's currency, then two pairs through a third currency; among equals the first of the run.</remarks>
public sealed class FxRates
{
    private readonly Universe _universe;
    private readonly MarketBoard _board;
    private readonly Currency _account;
    private readonly Dictionary<Currency, double> _fixed;
    private readonly Dictionary<Currency, Route> _routes = [];

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
    public bool Knows(Currency currency) => RouteOf(currency).IsKnown;

    /// <summary>Returns account currency per unit; NaN if no price is known yet.</summary>
    public double Rate(Currency currency) => currency == _account ? 1 : RateOver(RouteOf(currency));

    private double RateOver(Route route) => route.IsKnown
        ? route.Factor * (route.First is { } first ? RateOver(first) : 1) * (route.Second is { } second ? RateOver(second) : 1)
        : double.NaN;

    // A price of zero or less values nothing.
    private double RateOver(Leg leg) => _board.LastOrNaN(leg.Instrument) is var last && last > 0
        ? leg.IsInverse ? 1 / last : last
        : double.NaN;

    private Route RouteOf(Currency currency)
    {
        if (!_routes.TryGetValue(currency, out var route))
        {
            route = FindRoute(currency);
            _routes.Add(currency, route);
        }

        return route;
    }

    private Route FindRoute(Currency currency)
    {
        if (FindDirect(currency) is { IsKnown: true } direct)
        {
            return direct;
        }

        for (var i = 0; i < _universe.Count; i++)
        {
            var pair = _universe.Instruments[i];
            if (!IsPair(pair) || (pair.Base != currency && pair.Quote != currency))
            {
                continue;
            }

            var isInverse = pair.Quote == currency;
            if (FindDirect(isInverse ? pair.Base : pair.Quote) is { IsKnown: true } rest)
            {
                return rest with { Second = new(i, isInverse) };
            }
        }

        return default;
    }

    private Route FindDirect(Currency currency)
    {
        if (currency == _account)
        {
            return new(true, 1, null, null);
        }

        if (_fixed.TryGetValue(currency, out var rate))
        {
            return new(true, rate, null, null);
        }

        for (var i = 0; i < _universe.Count; i++)
        {
            var pair = _universe.Instruments[i];
            if (IsPair(pair) && ((pair.Base == currency && pair.Quote == _account) || (pair.Quote == currency && pair.Base == _account)))
            {
                return new(true, 1, new(i, pair.Quote == currency), null);
            }
        }

        return default;
    }

    private static bool IsPair(Instrument instrument) => instrument.AssetClass is not (AssetClass.Equity or AssetClass.Future);

    // Second is nearer to the currency that is valued, First nearer to the account's.
    private readonly record struct Route(bool IsKnown, double Factor, Leg? First, Leg? Second);

    private readonly record struct Leg(int Instrument, bool IsInverse);
}
