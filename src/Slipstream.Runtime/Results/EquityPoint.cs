using Slipstream.Domain;

namespace Slipstream.Runtime.Results;

/// <summary>The account at one instant, for charts.</summary>
/// <param name="Time">When.</param>
/// <param name="Equity">Cash and holdings at market, account currency.</param>
/// <param name="Benchmark">What the starting cash would be worth if it had bought and held the universe in equal parts.</param>
/// <param name="GrossExposure">Sum of absolute position values, account currency.</param>
/// <param name="NetExposure">Sum of signed position values, account currency.</param>
public readonly record struct EquityPoint(Instant Time, double Equity, double Benchmark, double GrossExposure, double NetExposure);
