using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Market;
using Slipstream.Engine.Tests.Rig;

namespace Slipstream.Engine.Tests.Properties;

/// <summary>The account against a second set of books, kept from the list of fills alone in arbitrary precision.</summary>
public class BookkeepingProperties
{
    private static readonly Instrument Eth = Some.BtcPerp with { Symbol = "ETH-PERP", Base = Currency.Of("ETH"), ContractMultiplier = Some.Px("0.01") };

    public static TheoryData<string> Instruments => new("BTC/USD", "BTC-PERP", "ETH-PERP", "ES", "USD/JPY");

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Both_sets_of_books_agree_to_the_last_unit(string symbol) =>
        Prop.ForAll(Codes.Many, codes => Compare(InstrumentOf(symbol), [.. codes.Select(c => FillOf(InstrumentOf(symbol), c))])).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Compare(Instrument instrument, List<Fill> fills)
    {
        var universe = new Universe([instrument]);
        var board = new MarketBoard(1);
        var account = new Account(universe, board, Some.Usd, [], new FxRates(universe, board, Some.Usd, new Dictionary<Currency, double>()));
        foreach (var fill in fills)
        {
            account.Apply(in fill);
        }

        var books = new Books(instrument, fills);
        var holding = account.Holding(Some.First);
        Assert.Equal(books.Position, holding.Position.Raw);
        Assert.Equal(books.Basis, (BigInteger)holding.CostBasis.Raw);
        Assert.Equal(books.Realised, (BigInteger)holding.RealisedPnl.Raw);
        foreach (var currency in new[] { instrument.Quote, Some.Btc })
        {
            Assert.Equal(books.Fees(currency), (BigInteger)account.Fees.Of(currency).Raw);
            Assert.Equal(books.Cash(currency), (BigInteger)account.Cash.Of(currency).Raw);
        }

        CheckIdentity(account, fills);
    }

    // What came in and what is held is what was earned: realised + unrealised - fees = cash + value (less the basis, where only profit moves).
    private static void CheckIdentity(Account account, List<Fill> fills)
    {
        var holding = account.Holding(Some.First);
        var quote = holding.Instrument.Quote;
        var mark = fills.Count == 0 ? Some.Px("100") : fills[^1].Price + PriceMove.FromRaw(1_234_567);
        var value = holding.Instrument.Value(mark, holding.Position).Raw - (holding.Instrument.IsMargined ? holding.CostBasis.Raw : 0);
        Assert.Equal(
            holding.RealisedPnl.Raw + holding.UnrealisedPnl(mark).Raw - account.Fees.Of(quote).Raw,
            account.Cash.Of(quote).Raw + value);
    }

    private static Instrument InstrumentOf(string symbol) => symbol switch
    {
        "BTC/USD" => Some.BtcUsd,
        "BTC-PERP" => Some.BtcPerp,
        "ETH-PERP" => Eth,
        "ES" => Some.Es,
        _ => Some.UsdJpy,
    };

    // Odd sizes and prices, so that everything rounds; small sizes too, so that positions close and flip exactly.
    private static Fill FillOf(Instrument instrument, int code)
    {
        var random = new SeededRandom((ulong)(uint)code);
        var quantity = random.NextBelow(3) == 0 ? (1 + random.NextBelow(3)) * Grid.UnitsPerOne : 1 + random.NextBelow(5_000_000_000);
        var price = random.NextBelow(4) == 0 ? 1 + random.NextBelow(100) : 1 + random.NextBelow(10_000_000_000_000);
        var isNegative = instrument.AssetClass == AssetClass.Future && random.NextBelow(3) == 0;
        return Some.Fill(Some.First, random.NextBelow(2) == 0 ? Side.Buy : Side.Sell, "1", "1", default) with
        {
            Id = new(code),
            Quantity = Quantity.FromRaw(quantity),
            Price = Price.FromRaw(isNegative ? -price : price),
            Fee = Money.FromRaw(random.NextBelow(2_000_000) - 500_000, random.NextBelow(4) == 0 ? Some.Btc : instrument.Quote),
        };
    }

    /// <summary>Books by the textbook: a ledger of lots merged at average cost, with exact fractions rounded where the account must round.</summary>
    private sealed class Books
    {
        private readonly Instrument _instrument;
        private readonly List<Fill> _fills;

        public Books(Instrument instrument, List<Fill> fills)
        {
            _instrument = instrument;
            _fills = fills;
            foreach (var fill in fills)
            {
                Take(fill);
            }
        }

        public long Position => _fills.Sum(f => f.Side.Sign() * f.Quantity.Raw);

        public BigInteger Basis { get; private set; }

        public BigInteger Realised { get; private set; }

        private BigInteger Held { get; set; }

        public BigInteger Fees(Currency currency) => Sum(_fills.Where(f => f.Fee.Currency == currency).Select(f => (BigInteger)f.Fee.Raw));

        public BigInteger Cash(Currency currency)
        {
            var paid = Fees(currency);
            if (currency != _instrument.Quote)
            {
                return -paid;
            }

            return _instrument.IsMargined ? Realised - paid : Sum(_fills.Select(f => -f.Side.Sign() * Worth(f, f.Quantity.Raw))) - paid;
        }

        private void Take(Fill fill)
        {
            BigInteger sign = fill.Side.Sign();
            var signed = sign * fill.Quantity.Raw;
            var closed = Held * sign < 0 ? BigInteger.Min(BigInteger.Abs(Held), fill.Quantity.Raw) : 0;
            if (closed > 0)
            {
                var released = closed == BigInteger.Abs(Held) ? Basis : Round(Basis * closed, BigInteger.Abs(Held));
                Realised -= (sign * Worth(fill, closed)) + released;
                Basis -= released;
            }

            Basis += sign * (Worth(fill, fill.Quantity.Raw) - Worth(fill, closed));
            Held += signed;
        }

        private BigInteger Worth(Fill fill, BigInteger quantity) =>
            Round(fill.Price.Raw * quantity * _instrument.ContractMultiplier.Raw, BigInteger.Pow(10, 16));

        private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (a, b) => a + b);

        // Half to even: the floor of n/d + 1/2, one less if that was a tie that ended odd.
        private static BigInteger Round(BigInteger n, BigInteger d)
        {
            var doubled = (2 * n) + d;
            var floor = BigInteger.Divide(doubled - (((doubled % (2 * d)) + (2 * d)) % (2 * d)), 2 * d);
            var isTie = (doubled % (2 * d)).IsZero;
            return isTie && !floor.IsEven ? floor - 1 : floor;
        }
    }
}
