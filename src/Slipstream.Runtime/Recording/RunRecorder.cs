using System.Runtime.CompilerServices;
using Slipstream.Domain;
using Slipstream.Engine.Accounting;
using Slipstream.Engine.Core;
using Slipstream.Runtime.Results;

namespace Slipstream.Runtime.Recording;

/// <summary>Watches a run from outside the core and keeps what its report needs: daily marks, curves, drawdown, costs. It changes nothing.</summary>
internal sealed class RunRecorder
{
    private readonly Account _account;
    private readonly Universe _universe;
    private readonly Benchmark _benchmark;
    private readonly CandleSampler[] _candles;
    private readonly TradeLog[] _trades;
    private readonly List<DailyPoint> _days = [];
    private readonly EquitySampler _equity = new();
    private readonly SortedDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private long _day = long.MinValue;
    private long _dayEnd = long.MinValue;
    private double _lastEquity;
    private double _dayNotional;
    private int _dayFills;
    private double _peak;
    private double _spread;
    private double _temporary;
    private double _permanent;
    private double _delay;
    private long _unvalued;

    public RunRecorder(TradingCore core, double startingCash)
    {
        _account = core.Account;
        _universe = core.Universe;
        _benchmark = new(_account, _universe.Count, startingCash);
        _candles = [.. Enumerable.Range(0, _universe.Count).Select(_ => new CandleSampler())];
        _trades = [.. Enumerable.Range(0, _universe.Count).Select(_ => new TradeLog())];
        _lastEquity = _peak = startingCash;
    }

    public Instant? First { get; private set; }

    public Instant? Last { get; private set; }

    public double MaxDrawdown { get; private set; }

    public double FinalEquity => _lastEquity;

    public IReadOnlyList<EquityPoint> Equity => _equity.Points;

    public IReadOnlyDictionary<string, long> Refusals => _refusals;

    /// <summary>What could not be valued for want of a price, a sentence each.</summary>
    public IReadOnlyList<string> Gaps()
    {
        var gaps = new List<string>();
        if (_unvalued > 0)
        {
            gaps.Add($"{_unvalued:N0} fills came while their currency had no price: their costs and value are left out of the totals.");
        }

        if (double.IsNaN(_account.Equity()) || double.IsNaN(_account.InAccountCurrency(_account.Fees)) || double.IsNaN(_account.InAccountCurrency(_account.FundingPaid)))
        {
            gaps.Add("Some of the account had no price to the end: equity is as last known, and fees or funding in that currency count as nothing.");
        }

        return gaps;
    }

    /// <summary>Fees paid.</summary>
    public double Fees => OrZero(_account.InAccountCurrency(_account.Fees));

    /// <summary>Funding paid.</summary>
    public double Funding => OrZero(_account.InAccountCurrency(_account.FundingPaid));

    public IReadOnlyList<DailyPoint> Days()
    {
        CloseDay();
        return _days;
    }

    public IReadOnlyList<InstrumentChart> Charts() =>
        [.. Enumerable.Range(0, _universe.Count).Select(i => new InstrumentChart(_universe.Instruments[i], _candles[i].Candles(), _trades[i].Marks, _trades[i].LeftOut))];

    public CostTotals Costs() => new(Fees, _spread, _temporary, _permanent, _delay);

    /// <summary>Notes that an event is about to happen: what it fills belongs to its day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeforeEvent(in MarketEvent e)
    {
        if (e.Time.UnixNanos > _dayEnd)
        {
            BeginDay(in e);
        }
    }

    /// <summary>Marks the account after an event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void OnEvent(in MarketEvent e)
    {
        _candles[e.Instrument.Index].Add(in e);
        _benchmark.See(e.Instrument.Index);
        Last = e.Time;
        Mark();
        if (_equity.IsDue(e.Time))
        {
            Sample(e.Time);
        }
    }

    public void OnFill(in Fill fill)
    {
        _trades[fill.Instrument.Index].Add(in fill);
        var instrument = _universe[fill.Instrument];
        var rate = _account.InAccountCurrency(Money.FromRaw(Grid.UnitsPerOne, instrument.Quote));
        if (double.IsNaN(rate))
        {
            rate = 0;
            _unvalued++;
        }

        _dayNotional += Math.Abs(instrument.Notional(fill.Price, fill.Quantity).ToDouble()) * rate;
        _dayFills++;
        _spread += fill.Costs.Spread * rate;
        _temporary += fill.Costs.TemporaryImpact * rate;
        _permanent += fill.Costs.PermanentImpact * rate;
        _delay += fill.Costs.Delay * rate;
        Value();
    }

    public void OnRefusal(Refusal refusal) =>
        _refusals[refusal.Rule] = _refusals.GetValueOrDefault(refusal.Rule) + 1;

    /// <summary>Takes the last mark, after the last input.</summary>
    public void Finish()
    {
        Mark();
        if (Last is { } last)
        {
            Sample(last);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Mark()
    {
        var equity = Value();
        if (equity > _peak)
        {
            _peak = equity;
        }
        else if (_peak > 0 && _peak - equity > MaxDrawdown * _peak)
        {
            MaxDrawdown = (_peak - equity) / _peak;
        }
    }

    // Apart from Mark: a fill is known before the event that caused it, so the price it would be marked at is an old one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Value()
    {
        var equity = _account.Equity();
        if (!double.IsNaN(equity))
        {
            _lastEquity = equity;
        }

        return equity;
    }

    private void Sample(Instant time)
    {
        var (gross, net) = _account.Exposure();
        _equity.Add(new(time, _lastEquity, _benchmark.Value(), OrZero(gross), OrZero(net)));
    }

    private static double OrZero(double value) => double.IsNaN(value) ? 0 : value;

    private void BeginDay(in MarketEvent e)
    {
        First ??= e.Time;
        var day = DayOf(in e);
        if (day != _day)
        {
            CloseDay();
            _day = day;
            _dayEnd = (day + 1) * Duration.NanosPerDay;
        }
    }

    // A bar belongs to the day in which its middle lies: one that ends at midnight to the day that ends then, a New York day to its own date.
    private static long DayOf(in MarketEvent e)
    {
        var half = e.Kind == MarketEventKind.Bar ? e.AsBar().StepSeconds * (Duration.NanosPerSecond / 2) : 0;
        return Instant.FromUnixNanos(e.Time.UnixNanos - Math.Max(1, half)).DayNumber;
    }

    private void CloseDay()
    {
        if (_day == long.MinValue)
        {
            return;
        }

        var date = DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(_day));
        _days.Add(new(date, _lastEquity, _benchmark.Value(), _dayNotional, _dayFills));
        _day = long.MinValue;
        _dayNotional = 0;
        _dayFills = 0;
    }
}
