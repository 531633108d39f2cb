using Slipstream.Domain;

namespace Slipstream.Engine.Accounting;

/// <summary>Cash by currency, in the order in which the currencies first appeared.</summary>
public sealed class CashLedger
{
    private readonly List<Currency> _currencies = [];
    private readonly List<Int128> _amounts = [];

    /// <summary>How many currencies there are.</summary>
    public int Count => _currencies.Count;

    /// <summary>Returns the balance at a place, in order of first appearance.</summary>
    public Money At(int index) => Money.FromRaw(_amounts[index], _currencies[index]);

    /// <summary>Returns the balance of a currency; zero if it never appeared.</summary>
    public Money Of(Currency currency)
    {
        var index = IndexOf(currency);
        return index < 0 ? Money.Zero(currency) : At(index);
    }

    /// <summary>Adds an amount, which may be negative.</summary>
    public void Add(Money amount)
    {
        var index = IndexOf(amount.Currency);
        if (index < 0)
        {
            _currencies.Add(amount.Currency);
            _amounts.Add(amount.Raw);
            return;
        }

        _amounts[index] = checked(_amounts[index] + amount.Raw);
    }

    private int IndexOf(Currency currency)
    {
        for (var i = 0; i < _currencies.Count; i++)
        {
            // Reference first: codes are shared strings nearly always.
            if (ReferenceEquals(_currencies[i].Code, currency.Code) || _currencies[i] == currency)
            {
                return i;
            }
        }

        return -1;
    }
}
