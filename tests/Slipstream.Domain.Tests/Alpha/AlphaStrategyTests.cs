using Slipstream.Domain.Tests.Strategies;

namespace Slipstream.Domain.Tests.Alpha;

public sealed class AlphaStrategyTests
{
    private static readonly Instant Noon = Instant.Parse("2024-05-01T12:00:00Z");
    private readonly ScriptedModel _model = new();

    [Fact]
    public void With_one_instrument_each_bar_is_traded_at_once()
    {
        var (strategy, context) = Start(1);
        _model.Forecasts[0] = 0.5;
        Bar(strategy, context, 0, Noon, "10");
        Assert.Equal(["A 50"], context.Take());
        Assert.Empty(context.Timers);
        Assert.Equal([new RiskBudget(1000, 1)], _model.Budgets);
    }

    [Fact]
    public void With_several_instruments_the_slice_waits_for_all_bars_of_the_instant()
    {
        var (strategy, context) = Start(3);
        _model.Forecasts[0] = 0.3;
        _model.Forecasts[1] = 0.6;
        _model.Forecasts[2] = -0.9;
        Bar(strategy, context, 2, Noon, "30");
        Bar(strategy, context, 0, Noon, "10");
        Assert.Empty(_model.Slices);
        Bar(strategy, context, 1, Noon, "20");
        Assert.Equal(Noon, Assert.Single(context.Timers).At);
        Assert.Empty(context.Placed);
        Fire(strategy, context);
        Assert.Equal(["0,1,2"], _model.Slices);
        Assert.Equal(["A 10", "B 10", "C -10"], context.Take());
        Assert.Equal([new RiskBudget(1000, 3)], _model.Budgets);
    }

    [Fact]
    public void The_next_instant_s_slice_holds_only_its_own_bars()
    {
        var (strategy, context) = Start(3);
        Bar(strategy, context, 0, Noon, "10");
        Bar(strategy, context, 1, Noon, "10");
        Fire(strategy, context);
        Bar(strategy, context, 2, Noon + Duration.FromSeconds(60), "10");
        Assert.Equal(Noon + Duration.FromSeconds(60), Assert.Single(context.Timers).At);
        Fire(strategy, context);
        Assert.Equal(["0,1", "2"], _model.Slices);
    }

    [Fact]
    public void A_position_with_open_orders_beyond_the_grid_is_told_not_wrapped()
    {
        var (strategy, context) = Start(1);
        context.Positions[new(0)] = Position.FromRaw(long.MaxValue);
        context.InFlight[new(0)] = Position.FromRaw(1);
        _model.Forecasts[0] = 0.5;
        Assert.Throws<OverflowException>(() => Bar(strategy, context, 0, Noon, "10"));

        context.Positions[new(0)] = Position.FromRaw(long.MinValue);
        context.InFlight.Clear();
        Assert.Throws<OverflowException>(() => Bar(strategy, context, 0, Noon, "10"));
        Assert.Empty(context.Placed);
    }

    [Fact]
    public void Without_an_opinion_the_position_stays()
    {
        var (strategy, context) = Start(2);
        context.Positions[new(0)] = Position.Parse("7");
        _model.Forecasts[1] = 0.5;
        Bar(strategy, context, 0, Noon, "10");
        Bar(strategy, context, 1, Noon, "10");
        Fire(strategy, context);
        Assert.Equal(["B 25"], context.Take());
    }

    [Fact]
    public void An_opinion_on_an_instrument_without_a_bar_waits_for_its_price()
    {
        var (strategy, context) = Start(2);
        _model.Forecasts[0] = 0.5;
        _model.Forecasts[1] = 0.5;
        Bar(strategy, context, 0, Noon, "10");
        Fire(strategy, context);
        Assert.Equal(["A 25"], context.Take());
    }

    [Fact]
    public void A_forecast_of_last_time_is_not_remembered()
    {
        var (strategy, context) = Start(1);
        _model.Forecasts[0] = 0.5;
        Bar(strategy, context, 0, Noon, "10");
        context.Take();
        _model.Forecasts.Clear();
        Bar(strategy, context, 0, Noon + Duration.FromSeconds(60), "20");
        Assert.Empty(context.Placed);
    }

    [Theory]
    [InlineData(100, 109, null)] // within a tenth of the target
    [InlineData(100, 111.2, "A 11")]
    [InlineData(100, 92, null)]
    [InlineData(100, 90, "A -10")]
    [InlineData(100, 0, "A -100")] // a flat target closes whatever the buffer
    [InlineData(1, 0, "A -1")]
    [InlineData(-100, 0, "A 100")]
    [InlineData(0, 0, null)]
    [InlineData(0, -5, "A -5")]
    public void A_buffered_model_trades_only_what_is_worth_it(double held, double target, string? expected)
    {
        var (strategy, context) = Start(1, 0.1);
        context.Positions[new(0)] = Position.FromDouble(held);
        _model.Units[0] = target;
        Bar(strategy, context, 0, Noon, "10");
        Assert.Equal(expected is null ? [] : [expected], context.Take());
    }

    [Fact]
    public void Open_orders_count_as_held()
    {
        var (strategy, context) = Start(1);
        context.Positions[new(0)] = Position.Parse("30");
        context.InFlight[new(0)] = Position.Parse("20");
        _model.Units[0] = 50;
        Bar(strategy, context, 0, Noon, "10");
        Assert.Empty(context.Placed);
    }

    [Fact]
    public void The_model_s_reason_goes_with_the_order_and_only_bars_are_heard()
    {
        var (strategy, context) = Start(1);
        _model.Units[0] = 5;
        strategy.OnTick(context, MarketEvent.OfTrade(new(0), Noon, Noon, Price.Parse("10"), 1, Side.Buy, 1));
        Assert.Empty(_model.Slices);
        Bar(strategy, context, 0, Noon, "10");
        Assert.Equal("scripted", Assert.Single(context.Placed).Rationale);
        Assert.Equal(1, _model.Started);
        Assert.Same(_model.Metadata, strategy.Metadata);
    }

    [Fact]
    public void Signals_are_clamped_and_must_be_numbers()
    {
        var signals = new Signals(1) { [new(0)] = 3 };
        Assert.Equal(1, signals[new(0)]);
        signals[new(0)] = -3;
        Assert.Equal(-1, signals[new(0)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => signals[new(0)] = double.NaN);
        signals[new(0)] = null;
        Assert.Null(signals[new(0)]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TargetPositions(1) { [new(0)] = double.PositiveInfinity });
    }

    [Fact]
    public void A_bar_that_is_not_there_is_not_made_up()
    {
        var bars = new BarSlice(1);
        Assert.False(bars.Has(new(0)));
        Assert.Throws<InvalidOperationException>(() => bars[new(0)]);
    }

    private static void Bar(AlphaStrategy strategy, FakeContext context, ushort instrument, Instant end, string close)
    {
        context.Clock = end;
        var price = Price.Parse(close);
        strategy.OnTick(context, MarketEvent.OfBar(new(instrument), end, 60, price, price, price, price, 1));
    }

    private static void Fire(AlphaStrategy strategy, FakeContext context) => strategy.OnTimer(context, context.Timers.Dequeue().Tag);

    private (AlphaStrategy Strategy, FakeContext Context) Start(int instruments, double buffer = 0)
    {
        var context = new FakeContext([.. Enumerable.Range(0, instruments).Select(i => FakeContext.Share($"{(char)('A' + i)}"))]);
        var strategy = new AlphaStrategy(_model, buffer);
        strategy.OnStart(context);
        return (strategy, context);
    }
}
