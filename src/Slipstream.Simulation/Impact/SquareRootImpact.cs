namespace Slipstream.Simulation;

/// <summary>The square-root law: <c>Y · σ_daily · √(quantity / ADV)</c>.</summary>
/// <param name="Y">The law's constant, near 1.</param>
/// <param name="TemporaryShare">Share that fades; 2/3 by default.</param>
/// <param name="VolDaily">Standard deviation of one-day returns, 0.04 is 4%; null to estimate it from the events.</param>
/// <param name="Adv">Average daily volume in base units; null to estimate it from the events.</param>
/// <remarks>
/// Law: Tóth et al. (2011), Phys. Rev. X 1, 021006. Default share: Bucci, Benzaquen, Lillo, Bouchaud (2019), "Slow decay of impact in equity
/// markets": 2/3 of the peak is left at the day's end, half of that after some fifty days, so a third stays.
/// </remarks>
public sealed record SquareRootImpact(double Y = 1, double TemporaryShare = 2.0 / 3, double? VolDaily = null, double? Adv = null) : ImpactModel
{
    /// <inheritdoc/>
    public override double TemporaryShare { get; } = TemporaryShare is >= 0 and <= 1
        ? TemporaryShare
        : throw new ArgumentOutOfRangeException(nameof(TemporaryShare), TemporaryShare, "A share is from 0 to 1.");

    /// <inheritdoc/>
    public override bool NeedsActivity => VolDaily is null || Adv is null;

    /// <inheritdoc/>
    public override double Fraction(double quantity, in MarketActivity activity)
    {
        var variance = VolDaily is { } vol ? vol * vol : activity.VarianceDaily;
        var adv = Adv ?? activity.VolumeDaily;
        return adv > 0 ? Y * Math.Sqrt(variance * quantity / adv) : 0;
    }
}
