using Slipstream.Domain;

namespace Slipstream.Engine.Risk;

/// <summary>The limits of a run. A limit that is null does not bind.</summary>
public sealed record RiskLimits
{
    /// <summary>Symbols that may be traded; null for all of the run.</summary>
    public IReadOnlySet<string>? AllowedAssets { get; init; }

    /// <summary>Largest absolute position of an instrument, base units, open orders counted.</summary>
    public Quantity? MaxPosition { get; init; }

    /// <summary>Largest absolute value of an instrument's position, account currency, open orders counted.</summary>
    public double? MaxPositionNotional { get; init; }

    /// <summary>Largest quantity of an order, base units.</summary>
    public Quantity? MaxOrderQty { get; init; }

    /// <summary>Largest value of an order, account currency.</summary>
    public double? MaxOrderNotional { get; init; }

    /// <summary>Largest loss of a UTC day, account currency, positive; at it, open orders that are not reductions are cancelled and only reductions pass until the day ends.</summary>
    public double? MaxDailyLoss { get; init; }

    /// <summary>Largest number of open orders over all instruments.</summary>
    public int MaxOpenOrders { get; init; } = 1_000;

    /// <summary>May spot coins be sold short?</summary>
    public bool AllowSpotShort { get; init; }

    /// <summary>Must equity cover the margin of positions and open orders (the whole value where there is no margin)?</summary>
    public bool CheckBuyingPower { get; init; } = true;
}
