namespace Slipstream.Quant.Indicators;

/// <summary>A statistic of a stream, updated one observation at a time without allocating.</summary>
/// <remarks>
/// <para>Observations must be finite. Every output is <see cref="double.NaN"/> until <see cref="IsReady"/>, and finite
/// from then on, unless an intermediate result leaves the range of <see cref="double"/>. An instance is not safe for use
/// by two threads.</para>
/// <para>Windows are summed without subtraction, so an observation that has left a window leaves no rounding behind.</para>
/// </remarks>
public interface IIndicator
{
    /// <summary>The main output; <see cref="double.NaN"/> until <see cref="IsReady"/>.</summary>
    double Value { get; }

    /// <summary>Whether at least <see cref="WarmUp"/> observations have been seen since construction or <see cref="Reset"/>.</summary>
    bool IsReady { get; }

    /// <summary>The number of updates after which <see cref="IsReady"/> turns true, at least 1.</summary>
    int WarmUp { get; }

    /// <summary>Forgets every observation; afterwards the instance equals a new one.</summary>
    void Reset();
}
