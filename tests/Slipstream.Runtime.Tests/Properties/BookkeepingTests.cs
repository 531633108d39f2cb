using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Domain;
using Slipstream.Journal;
using Slipstream.Runtime.Results;
using Slipstream.Runtime.Tests.Runs.Rig;

namespace Slipstream.Runtime.Tests.Properties;

/// <summary>Cash, fees, funding, profit and equity, recomputed from the journal's fills alone.</summary>
public class BookkeepingTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(25);

    [Theory]
    [InlineData("bars")]
    [InlineData("ticks")]
    [InlineData("book")]
    [InlineData("contracts")]
    public void The_account_agrees_with_its_fills_to_the_last_unit(string market) =>
        Prop.ForAll(Gen.Choose(1, 1_000_000).ToArbitrary(), seed => Agrees(market, (ulong)seed)).Check(Few);

    [Fact]
    public void Gas_is_charged_once_an_order_that_fills()
    {
        var data = WithGas(Markets.Bars(4, 1, 500));
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(TestStrategy.Shipped("ema-cross", ("fast", 3), ("slow", 8), ("quantity", 1)), data, folder["j"], ("account.cash", 1_000_000));
        var fills = JournalRecord.Decoded<FillCodec, Fill>(folder["j"]);
        var orders = fills.Select(f => f.Order).Distinct().Count();
        Assert.True(orders > 5);
        var commission = fills.Sum(f => (decimal)Math.Round(f.Price.ToDouble() * f.Quantity.ToDouble() * 5e-4, 8));
        Assert.Equal((double)(commission + (orders * 0.37m)), run.Summary.Fees, 6);
    }

    [Fact]
    public void Gas_of_an_order_that_ended_unfilled_is_charged_too()
    {
        var data = WithGas(Markets.Bars(4, 1, 2_000));
        using var folder = new TemporaryFolder();
        var run = TestRun.Execute(TestStrategy.Own<RandomTrader>(), data, folder["j"], ("account.cash", 1_000_000));
        var reports = JournalRecord.Decoded<ExecutionReportCodec, ExecutionReport>(folder["j"]);
        Assert.Contains(reports, r => r.Type == ExecType.Canceled && r.Fee is { IsZero: false });
        Assert.Equal((double)reports.Sum(r => (decimal)(r.Fee?.ToDouble() ?? 0)), run.Summary.Fees, 6);
    }

    private static DataSet WithGas(DataSet data) => data with
    {
        Universe = new([data.Universe.Instruments[0] with { Fees = FeeSchedule.OfBps(0, 5) with { Gas = Price.Parse("0.37") } }]),
    };

    private static bool Agrees(string market, ulong seed)
    {
        var data = LookAheadTests.Data(market, seed, 700);
        using var folder = new TemporaryFolder();
        var spy = new Spy(new RandomTrader { Activity = 0.5 });
        var run = TestRun.Execute(spy.Under(TestStrategy.Own<RandomTrader>()), data, folder["j"], ModelSets.Draw(new SeededRandom(seed))).Summary;
        var books = Recompute(data, folder["j"]);

        foreach (var (currency, raw) in spy.Cash)
        {
            Assert.Equal(books.Cash.GetValueOrDefault(currency), (BigInteger)raw);
        }

        foreach (var (i, holding) in spy.Holdings)
        {
            Assert.Equal(books.Held(i), holding.Position.Raw);
        }

        Compare(run, spy, books, data);
        return true;
    }

    private static Books Recompute(DataSet data, string journal)
    {
        var header = JournalReader.ReadRun(journal);
        var books = new Books(header.Universe);
        foreach (var money in header.StartingCash)
        {
            books.Deposit(money);
        }

        // Fills and funding in the order of the core's inputs: an input that the journal does not hold is the next market event.
        using var reader = JournalReader.Open(journal);
        var inputs = JournalRecord.All(journal).Where(r => r.IsInput).Select(r => r.Header.Input).ToHashSet();
        var (input, next) = (1L, 0);
        void Advance(long to)
        {
            for (; input < to; input++)
            {
                if (!inputs.Contains(input + 1) && next < data.Events.Length && data.Events[next++] is { Kind: MarketEventKind.Funding } e)
                {
                    books.Take(e.Instrument, e.AsFunding());
                }
            }
        }

        while (reader.Read())
        {
            Advance(reader.Current.Input);
            if (reader.Current.Type == RecordType.Fill)
            {
                books.Take(reader.Current.Decode<FillCodec, Fill>());
            }
        }

        Assert.Equal(data.Events.Length, next);
        return books;
    }

    private static void Compare(RunSummary run, Spy spy, Books books, DataSet data)
    {
        long LastRaw(int i) => spy.Holdings[i].Last?.Raw ?? 0;
        double InUsd(Dictionary<string, BigInteger> ledger) => ledger.Sum(entry => (double)entry.Value / 1e8 * (entry.Key == "USD" ? 1 : RateOf(entry.Key)));
        double RateOf(string coin) => data.Universe.Instruments.ToArray().Select((x, i) => x.Base.Code == coin ? LastRaw(i) / 1e8 : 0).Max();

        // The account may have changed by fills, the summary is of the last mark: the same, as the run ended.
        var equity = (double)books.Equity("USD", LastRaw) / 1e8;
        Assert.Equal(equity, run.FinalEquity, 1e-6);
        Assert.Equal(equity, spy.FinalEquity, 1e-6);
        Assert.Equal(InUsd(books.Fees), run.Fees, 1e-7);
        Assert.Equal(InUsd(books.Funding), run.Funding, 1e-7);
        Assert.Equal(run.FinalEquity - run.StartingCash, run.NetPnl);
        Assert.Equal(run.NetPnl + run.Fees, run.GrossPnl);
        Assert.Equal(run.Fees, run.Costs.Commission);
        foreach (var number in (double[])[run.MaxDrawdown, run.SharpeAnnual, run.Costs.Spread, run.Costs.TemporaryImpact, run.Costs.PermanentImpact, run.Costs.Delay])
        {
            Assert.True(double.IsFinite(number));
        }
    }
}
