namespace Slipstream.Domain;

/// <summary>What can be traded, the same shape for crypto, FX, equities and futures.</summary>
public sealed record Instrument
{
    /// <summary>Name within Slipstream, such as <c>BTC/USD</c> or <c>SPY</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Kind of asset.</summary>
    public required AssetClass AssetClass { get; init; }

    /// <summary>What one unit is: the coin, the first currency of a pair, the share, the contract.</summary>
    public required Currency Base { get; init; }

    /// <summary>What prices, fees and PnL are counted in.</summary>
    public required Currency Quote { get; init; }

    /// <summary>Where it is traded.</summary>
    public Venue Venue { get; init; } = Venue.Simulated;

    /// <summary>The venue's own name for it, such as <c>BTCUSDT</c>.</summary>
    public string VenueSymbol { get; init; } = "";

    /// <summary>Smallest step of a limit price; positive.</summary>
    public PriceMove TickSize { get; init; } = PriceMove.FromRaw(1);

    /// <summary>Smallest step of a quantity; positive.</summary>
    public Quantity LotSize { get; init; } = Quantity.FromRaw(1);

    /// <summary>Smallest order value in quote currency; zero where there is none.</summary>
    public Price MinNotional { get; init; }

    /// <summary>Base units that one quantity unit stands for; 50 for ES, 1 for spot.</summary>
    public Price ContractMultiplier { get; init; } = Price.FromRaw(Grid.UnitsPerOne);

    /// <summary>Region for risk limits, such as <c>US</c>; empty where it has none.</summary>
    public string Region { get; init; } = "";

    /// <summary>Sector for risk limits; empty where it has none.</summary>
    public string Sector { get; init; } = "";

    /// <summary>Chain or network that settles it, such as <c>ethereum</c>; empty off chain.</summary>
    public string Chain { get; init; } = "";

    /// <summary>What trading it costs.</summary>
    public FeeSchedule Fees { get; init; } = FeeSchedule.Free;

    /// <summary>Collateral rules; null where the whole notional is paid (spot).</summary>
    public MarginTerms? Margin { get; init; }

    /// <summary>When it trades.</summary>
    public SessionHours Session { get; init; } = SessionHours.AlwaysOpen;

    /// <summary>Is only profit and loss exchanged, rather than the asset itself?</summary>
    public bool IsMargined => AssetClass is AssetClass.CryptoPerpetual or AssetClass.Future;

    /// <summary>Returns price times quantity times multiplier, in quote currency, rounded half to even.</summary>
    public Money Notional(Price price, Quantity quantity) => Value(price.Raw, quantity.Raw);

    /// <summary>Returns the signed value of a position at a price, in quote currency, rounded half to even.</summary>
    public Money Value(Price price, Position position) => Value(price.Raw, position.Raw);

    /// <summary>Returns the position's profit from a move of the price.</summary>
    public Money Profit(PriceMove move, Position position) => Value(move.Raw, position.Raw);

    /// <summary>Is the price a multiple of the tick?</summary>
    public bool IsOnTick(Price price) => price.Raw % TickSize.Raw == 0;

    /// <summary>Is the quantity a multiple of the lot?</summary>
    public bool IsOnLot(Quantity quantity) => quantity.Raw % LotSize.Raw == 0;

    /// <summary>Returns the largest whole number of lots within a quantity.</summary>
    public Quantity FloorToLot(Quantity quantity) => Quantity.FromRaw(quantity.Raw - (quantity.Raw % LotSize.Raw));

    /// <summary>Returns the nearest tick that is not more aggressive than the price: down for a buy, up for a sell.</summary>
    public Price RoundPassive(Price price, Side side)
    {
        var remainder = ((price.Raw % TickSize.Raw) + TickSize.Raw) % TickSize.Raw;
        return Price.FromRaw(side == Side.Buy || remainder == 0 ? checked(price.Raw - remainder) : checked(price.Raw + (TickSize.Raw - remainder)));
    }

    private Money Value(long price, long quantity) => Money.FromRaw(
        ContractMultiplier.Raw == Grid.UnitsPerOne
            ? Grid.DivideHalfEven((Int128)price * quantity, Grid.UnitsPerOne)
            : Grid.Multiply(price, quantity, ContractMultiplier.Raw),
        Quote);
}
