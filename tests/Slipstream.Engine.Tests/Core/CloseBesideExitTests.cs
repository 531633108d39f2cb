using Slipstream.Domain;
using Slipstream.Engine.Core;
using Slipstream.Engine.Tests.Rig;
using Slipstream.Simulation;

namespace Slipstream.Engine.Tests.Core;

/// <summary>The strategy's own close and its bracket's exits, all of which the simulated venue could fill in one bar.</summary>
public class CloseBesideExitTests
{
    private readonly EffectBuffer _effects = new();
    private readonly Scripted _strategy = new();
    private readonly TradingCore _core;
    private readonly SimulatedVenue _venue;
    private readonly List<ExecutionReport> _reports = [];
    private Instant _now = Some.Morning;

    public CloseBesideExitTests()
    {
        var settings = Some.Settings(Some.BtcUsd);
        _core = new(settings, _strategy, _effects);
        _venue = new(settings.Universe, new(new BarFill(), new NoLatency(), new NoFee(), new NoSpread(), new NoImpact()), new SeededRandom(1));
        _core.Start(_now);
        Bar("100", "101", "99", c => c.Place(OrderRequest.Market(Some.First, Side.Buy, Some.Qty("1")) with { Bracket = new(Some.Px("110"), Some.Px("90")) }));
        Bar("100", "101", "99");
        Assert.Equal(Some.Qty("1").Raw, Position);
        Assert.Equal(2, _core.Orders.OpenCount);
    }

    private long Position => _core.Account.Holding(Some.First).Position.Raw;

    [Theory]
    [InlineData("101", "85")] // the stop
    [InlineData("115", "99")] // the target
    [InlineData("115", "85")] // both
    public void A_close_and_an_exit_in_one_bar_leave_the_account_flat(string high, string low)
    {
        Bar("100", "101", "99", c => c.MoveTo(Some.First, Domain.Position.Flat));
        Bar("100", high, low);
        Bar("100", "101", "99");
        Assert.Equal(0, Position);
        Assert.Equal(0, _core.Orders.OpenCount);
        Assert.Equal(2, _reports.Count(r => r.Type == ExecType.Trade));
        Assert.Contains(_reports, r => r is { Type: ExecType.Canceled, Reason.Rule: "reduceOnly" });
    }

    [Fact]
    public void A_partial_close_leaves_the_stop_the_rest()
    {
        Bar("100", "101", "99", c => c.MoveTo(Some.First, Domain.Position.Parse("0.4")));
        Bar("100", "101", "85");
        Bar("100", "101", "99");
        Assert.Equal(0, Position);
        Assert.Equal(0, _core.Orders.OpenCount);
        Assert.Equal(["1", "0.6", "0.4"], _reports.Where(r => r.Type == ExecType.Trade).Select(r => r.LastQty.ToString()));
    }

    private void Bar(string open, string high, string low, Action<StrategyContext>? act = null)
    {
        _now += Duration.FromSeconds(60);
        var e = MarketEvent.OfBar(Some.First, _now, 60, Some.Px(open), Some.Px(high), Some.Px(low), Some.Px(open), 100);
        _venue.AdvanceTo(_now);
        _venue.OnMarket(in e);
        Drain();
        _strategy.Next = act;
        _core.OnMarket(in e);
        CarryOut();
        Drain();
    }

    private void Drain()
    {
        while (_venue.TryDequeue(out var report))
        {
            _reports.Add(report);
            _core.OnReport(in report, _now);
            CarryOut();
        }
    }

    private void CarryOut()
    {
        for (var i = 0; i < _effects.Count; i++)
        {
            switch (_effects.Kind(i))
            {
                case EffectKind.Send:
                    _venue.Place(in _effects.Send(i).Order, _now);
                    break;
                case EffectKind.Cancel:
                    _venue.Cancel(_effects.Cancel(i).Order, _now);
                    break;
                case EffectKind.Replace:
                    var replace = _effects.Replace(i);
                    _venue.Replace(replace.Order, replace.Quantity, replace.LimitPrice, _now);
                    break;
            }
        }

        _effects.Clear();
    }
}
