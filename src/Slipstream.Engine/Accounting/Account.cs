using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Engine.Market;

namespace Slipstream.Engine.Accounting;

/// <summary>Cash, holdings, fees and funding of the run, kept in fixed point from fills alone; equity and exposure measured from them.</summary>
public sealed class Account
{
    private readonly MarketBoard _board;
    private readonly FxRates _rates;
    private readonly Holding[] _holdings;
    private readonly double[] _units;
    private readonly double[] _multipliers;
    private readonly bool[] _isMargined;
    private readonly bool _oneCurrency;
    private double _cashValue = double.NaN;
    private int _held;

    /// <summary>Creates the account.</summary>
    /// <param name="universe">Instruments of the run.</param>
    /// <param name="board">Their markets.</param>
    /// <param name="currency">Currency that equity is told in.</param>
    /// <param name="cash">Cash at the start.</param>
    /// <param name="rates">Values of other currencies.</param>
    public Account(Universe universe, MarketBoard board, Currency currency, IEnumerable<Money> cash, FxRates rates)
    {
        _board = board;
        _rates = rates;
        Currency = currency;
        _holdings = [.. universe.Instruments.ToArray().Select(i => new Holding(i))];
        _units = new double[_holdings.Length];
        _multipliers = [.. _holdings.Select(h => h.Instrument.ContractMultiplier.ToDouble())];
        _isMargined = [.. _holdings.Select(h => h.Instrument.IsMargined)];
        foreach (var money in cash)
        {
            Cash.Add(money);
        }

        _oneCurrency = _holdings.All(h => h.Instrument.Quote == currency);
    }

    /// <summary>Currency that equity is told in.</summary>
    public Currency Currency { get; }

    /// <summary>Cash by currency.</summary>
    public CashLedger Cash { get; } = new();

    /// <summary>Fees paid so far by currency; rebates negative.</summary>
    public CashLedger Fees { get; } = new();

    /// <summary>Funding paid so far by currency; received negative.</summary>
    public CashLedger FundingPaid { get; } = new();

    /// <summary>Returns an instrument's holding.</summary>
    public Holding Holding(InstrumentId instrument) => _holdings[instrument.Index];

    /// <summary>Counts a fill. The caller has seen that its id is new.</summary>
    public void Apply(in Fill fill)
    {
        var index = fill.Instrument.Index;
        var holding = _holdings[index];
        var realised = holding.RealisedPnl;
        var wasFlat = holding.Position.IsFlat;
        holding.Apply(fill.Side, fill.Quantity, fill.Price);
        _held += (wasFlat ? 1 : 0) - (holding.Position.IsFlat ? 1 : 0);
        _units[index] = holding.Position.ToDouble();
        Cash.Add(holding.Instrument.IsMargined ? holding.RealisedPnl - realised : Payment(holding.Instrument, in fill));
        Charge(fill.Fee);
    }

    /// <summary>Pays a fee, or takes a rebate. The caller has seen that it is new.</summary>
    public void Charge(Money fee)
    {
        Cash.Add(-fee);
        Fees.Add(fee);
        _cashValue = double.NaN;
    }

    /// <summary>Exchanges a perpetual's funding: longs pay a positive rate. Other instruments have none.</summary>
    public void Apply(InstrumentId instrument, in Funding funding)
    {
        var holding = _holdings[instrument.Index];
        if (!holding.Position.IsFlat && holding.Instrument.AssetClass == AssetClass.CryptoPerpetual)
        {
            var payment = holding.Instrument.Value(funding.Mark, holding.Position) * funding.Rate;
            Cash.Add(-payment);
            FundingPaid.Add(payment);
            _cashValue = double.NaN;
        }
    }

    /// <summary>Returns equity in the account's currency: a measurement. NaN while something held has no price yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Equity() => _held == 0 && !double.IsNaN(_cashValue) ? _cashValue : MarkedEquity();

    /// <summary>Returns the sums of absolute and of signed position values in the account's currency.</summary>
    public (double Gross, double Net) Exposure()
    {
        double gross = 0, net = 0;
        for (var i = 0; i < _units.Length && _held > 0; i++)
        {
            if (_units[i] != 0)
            {
                var value = ValueOf(i, _units[i]);
                gross += Math.Abs(value);
                net += value;
            }
        }

        return (gross, net);
    }

    /// <summary>Returns the signed value of a quantity at the last price, in the account's currency.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ValueOf(int instrument, double units)
    {
        var value = units * _board.LastOrNaN(instrument) * _multipliers[instrument];
        return _oneCurrency ? value : value * _rates.Rate(_holdings[instrument].Instrument.Quote);
    }

    /// <summary>Returns an amount in the account's currency: a measurement.</summary>
    public double InAccountCurrency(Money money) => money.IsZero ? 0 : money.ToDouble() * _rates.Rate(money.Currency);

    /// <summary>Returns a ledger's sum in the account's currency: a measurement.</summary>
    public double InAccountCurrency(CashLedger ledger)
    {
        var sum = 0.0;
        for (var i = 0; i < ledger.Count; i++)
        {
            sum += InAccountCurrency(ledger.At(i));
        }

        return sum;
    }

    private static Money Payment(Instrument instrument, in Fill fill)
    {
        var notional = instrument.Notional(fill.Price, fill.Quantity);
        return fill.Side == Side.Buy ? -notional : notional;
    }

    private double MarkedEquity()
    {
        var equity = double.IsNaN(_cashValue) ? CashValue() : _cashValue;
        var left = _held;
        for (var i = 0; left > 0; i++)
        {
            if (_units[i] != 0)
            {
                left--;
                equity += ValueOf(i, _units[i]);
                if (_isMargined[i])
                {
                    equity -= InAccountCurrency(_holdings[i].CostBasis);
                }
            }
        }

        return equity;
    }

    // Balances in other coins move with their prices, so the value is kept only while there is no other than the account's currency.
    private double CashValue()
    {
        if (!double.IsNaN(_cashValue))
        {
            return _cashValue;
        }

        var value = InAccountCurrency(Cash);
        if (Cash.Count == 1 && Cash.At(0).Currency == Currency)
        {
            _cashValue = value;
        }

        return value;
    }
}
