using System.Runtime.CompilerServices;

namespace Slipstream.Quant.Indicators;

/// <summary>The highest high and the lowest low of the last n bars, the last one included; price units.</summary>
/// <remarks>O(1) amortised. A breakout compares a price with the channel as it was before the price's own bar.</remarks>
public sealed class DonchianChannel : IIndicator
{
    private readonly int _period;
    private RollingMaximum _high;
    private RollingMaximum _negatedLow;
    private int _count;

    /// <summary>Starts empty.</summary>
    /// <param name="period">Length of the window in bars, at least 1; also the warm-up.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public DonchianChannel(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        _period = period;
        _high = new RollingMaximum(period);
        _negatedLow = new RollingMaximum(period);
    }

    /// <summary>The highest high.</summary>
    public double Upper => IsReady ? _high.Value : double.NaN;

    /// <summary>The lowest low.</summary>
    public double Lower => IsReady ? -_negatedLow.Value : double.NaN;

    /// <summary>Half-way between <see cref="Lower"/> and <see cref="Upper"/>.</summary>
    public double Middle => 0.5 * Upper + 0.5 * Lower;

    /// <summary>The same as <see cref="Middle"/>.</summary>
    public double Value => Middle;

    /// <inheritdoc/>
    public bool IsReady => _count == _period;

    /// <inheritdoc/>
    public int WarmUp => _period;

    /// <summary>Takes a price that is its own high and low.</summary>
    /// <param name="price">A finite value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double price) => Update(price, price);

    /// <summary>Takes the next bar.</summary>
    /// <param name="high">Highest price.</param>
    /// <param name="low">Lowest price, at most <paramref name="high"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Update(double high, double low)
    {
        _high.Add(high);
        _negatedLow.Add(-low);
        if (_count < _period)
        {
            _count++;
        }
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _high.Reset();
        _negatedLow.Reset();
        _count = 0;
    }
}
