namespace Slipstream.Simulation.Tests.Properties;

/// <summary>A random trader in a random market, both following from a seed: the input of the properties.</summary>
internal sealed class RandomSession
{
    private readonly SeededRandom _random;
    private readonly bool _hasBook;
    private double _price = 100;

    public RandomSession(ulong seed, ExecutionModel model, int steps = 60)
    {
        _random = new(seed);
        _hasBook = model.Fill is QuoteFill or QueueFill;
        Desk = new(model, seed: seed + 1);
        for (var i = 0; i < steps; i++)
        {
            Move();
            for (var n = _random.NextBelow(3); n > 0; n--)
            {
                Trade();
            }
        }

        Desk.Wait(Duration.FromDays(30));
    }

    public Desk Desk { get; }

    /// <summary>Terms of each order as last replaced, by number less one.</summary>
    public List<OrderRequest> Sent { get; } = [];

    /// <summary>Low and high of the bar that ended at a time.</summary>
    public Dictionary<Instant, (Price Low, Price High)> Ranges { get; } = [];

    private double Somewhere(double width) => Math.Round(_price + ((_random.NextUniform() - 0.5) * width), 2);

    private void Move()
    {
        if (_hasBook)
        {
            MoveBook();
            return;
        }

        var open = Somewhere(_random.NextBelow(5) == 0 ? 12 : 1);
        _price = open;
        var close = Somewhere(6);
        var high = Math.Round(Math.Max(open, close) + (_random.NextUniform() * 3), 2);
        var low = Math.Round(Math.Min(open, close) - (_random.NextUniform() * 3), 2);
        _price = close;
        Desk.Bar(open, high, low, close, _random.NextBelow(4) == 0 && Ranges.Count > 0 ? 0 : Math.Round(_random.NextUniform() * 20, 1));
        Ranges[Desk.Now] = (Desk.P(low), Desk.P(high));
    }

    private void MoveBook()
    {
        _price = Somewhere(3);
        var side = _random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
        switch (_random.NextBelow(3))
        {
            case 0:
                Desk.Quote(Math.Round(_price - 0.5, 2), Size(), Math.Round(_price + 0.5, 2), Size());
                break;
            case 1:
                Desk.Trade(Somewhere(3), Size(), _random.NextBelow(3) == 0 ? null : side);
                break;
            default:
                Desk.Level(side, Math.Round(_price - (side.Sign() * (_random.NextUniform() + 0.01)), 2), Size());
                break;
        }

        double Size() => _random.NextBelow(6) == 0 ? 0 : Math.Round(_random.NextUniform() * 5, 1);
    }

    private void Trade()
    {
        var choice = _random.NextBelow(8);
        if (choice < 6 || Sent.Count == 0)
        {
            Place();
            return;
        }

        var order = new OrderId(1 + _random.NextBelow(Sent.Count));
        if (choice == 6)
        {
            Desk.Cancel(order);
        }
        else
        {
            var quantity = Math.Round(0.1 + (_random.NextUniform() * 9), 1);
            double? limit = Sent[(int)order.Value - 1].LimitPrice is not null ? Somewhere(6) : null;
            Desk.Replace(order, quantity, limit);
        }
    }

    private void Place()
    {
        var side = _random.NextBelow(2) == 0 ? Side.Buy : Side.Sell;
        var quantity = Desk.Q(Math.Round(0.1 + (_random.NextUniform() * 9), 1));
        var terms = _random.NextBelow(5) switch
        {
            0 => OrderRequest.Market(Desk.Id, side, quantity),
            1 => OrderRequest.Limit(Desk.Id, side, quantity, Desk.P(Somewhere(6))) with { PostOnly = _random.NextBelow(3) == 0 },
            2 => OrderRequest.Stop(Desk.Id, side, quantity, Desk.P(Somewhere(6))),
            3 => OrderRequest.StopLimit(Desk.Id, side, quantity, Desk.P(Somewhere(6)), Desk.P(Somewhere(6))),
            _ => OrderRequest.TrailingStop(Desk.Id, side, quantity, PriceMove.FromDouble(0.5 + _random.NextUniform())),
        };
        terms = terms with { TimeInForce = (TimeInForce)(1 + _random.NextBelow(4)), ReduceOnly = _random.NextBelow(4) == 0 };
        Sent.Add(terms);
        Desk.Place(terms, _random.NextBelow(3) == 0 && Sent.Count > 1 ? new OrderId(1) : null);
    }
}
