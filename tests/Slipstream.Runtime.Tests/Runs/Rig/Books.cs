using System.Numerics;
using Slipstream.Domain;

namespace Slipstream.Runtime.Tests.Runs.Rig;

/// <summary>Bookkeeping from fills and funding alone, in whole 1e-8 units, written without a look at the engine's.</summary>
internal sealed class Books(Universe universe)
{
    private static readonly BigInteger One = BigInteger.Pow(10, 8);
    private readonly BigInteger[] _held = new BigInteger[universe.Count];
    private readonly BigInteger[] _cost = new BigInteger[universe.Count];

    public Dictionary<string, BigInteger> Cash { get; } = [];

    public Dictionary<string, BigInteger> Fees { get; } = [];

    public Dictionary<string, BigInteger> Funding { get; } = [];

    /// <summary>Sums of all that was paid and received for the instruments themselves.</summary>
    public Dictionary<string, BigInteger> Flows { get; } = [];

    public BigInteger Held(int instrument) => _held[instrument];

    public BigInteger Cost(int instrument) => _cost[instrument];

    public void Deposit(Money money) => Add(Cash, money.Currency.Code, (BigInteger)money.Raw);

    public void Take(in Fill fill)
    {
        var i = fill.Instrument.Index;
        var instrument = universe[fill.Instrument];
        var quote = instrument.Quote.Code;
        var worth = Worth(instrument, fill.Price.Raw, fill.Quantity.Raw);
        var signed = fill.Side == Side.Buy ? worth : -worth;
        Add(Flows, quote, -signed);
        var change = fill.Side == Side.Buy ? fill.Quantity.Raw : -(BigInteger)fill.Quantity.Raw;
        var cashMove = -signed;
        var closed = BigInteger.Min(BigInteger.Abs(_held[i]), BigInteger.Abs(change));
        if (_held[i].Sign * change.Sign < 0)
        {
            // What is closed takes its share of the cost with it; the rest of the fill opens anew.
            var gone = closed == BigInteger.Abs(_held[i]) ? _cost[i] : Round(_cost[i] * closed, BigInteger.Abs(_held[i]));
            var proceeds = Worth(instrument, fill.Price.Raw, closed) * -change.Sign;
            _cost[i] += -gone + (signed + proceeds);
            cashMove = instrument.IsMargined ? proceeds - gone : cashMove;
        }
        else
        {
            _cost[i] += signed;
            cashMove = instrument.IsMargined ? 0 : cashMove;
        }

        _held[i] += change;
        Add(Cash, quote, cashMove);
        Add(Cash, fill.Fee.Currency.Code, -(BigInteger)fill.Fee.Raw);
        Add(Fees, fill.Fee.Currency.Code, (BigInteger)fill.Fee.Raw);
    }

    public void Take(InstrumentId id, in Funding funding)
    {
        var instrument = universe[id];
        if (instrument.AssetClass == AssetClass.CryptoPerpetual)
        {
            var paid = Round(Worth(instrument, funding.Mark.Raw, _held[id.Index]) * funding.Rate.Raw, One);
            Add(Cash, instrument.Quote.Code, -paid);
            Add(Funding, instrument.Quote.Code, paid);
        }
    }

    /// <summary>Returns cash plus what is held at the last prices less, for contracts, what it was opened at; in units of the only quote currency.</summary>
    public BigInteger Equity(string quote, Func<int, long> lastRaw)
    {
        var sum = Cash.GetValueOrDefault(quote);
        for (var i = 0; i < universe.Count; i++)
        {
            var instrument = universe.Instruments[i];
            sum += Worth(instrument, lastRaw(i), _held[i]) - (instrument.IsMargined ? _cost[i] : 0);
            if (!instrument.IsMargined && Cash.TryGetValue(instrument.Base.Code, out var coins))
            {
                sum += Worth(instrument, lastRaw(i), coins);
            }
        }

        return sum;
    }

    public static BigInteger Worth(Instrument instrument, BigInteger price, BigInteger quantity) => Round(price * quantity * instrument.ContractMultiplier.Raw, One * One);

    // Half to even, by twice the fraction.
    private static BigInteger Round(BigInteger numerator, BigInteger denominator)
    {
        var floor = BigInteger.DivRem(numerator, denominator, out var rest);
        if (rest.Sign < 0)
        {
            floor -= 1;
            rest += denominator;
        }

        var twice = rest * 2;
        return twice > denominator || (twice == denominator && !floor.IsEven) ? floor + 1 : floor;
    }

    private static void Add(Dictionary<string, BigInteger> ledger, string currency, BigInteger amount) =>
        ledger[currency] = ledger.GetValueOrDefault(currency) + amount;
}
