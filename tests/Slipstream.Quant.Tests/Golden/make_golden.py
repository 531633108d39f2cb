#!/usr/bin/python3
"""Makes the golden data of the Quant tests, with Debian's numpy, pandas, scipy and statsmodels.

    cd tests/Slipstream.Quant.Tests/Golden && /usr/bin/python3 make_golden.py

Every formula is written from its definition over whole windows or with a library function, never as the streaming
recursion of the C# code, except where the recursion is the definition (Wilder's and the exponential averages).
"""
import json
import warnings

import numpy as np
import pandas as pd
import scipy.stats
import statsmodels.api as sm

warnings.simplefilter("ignore")
ROWS = 320
rng = np.random.default_rng(20240229)

# Bars: a random walk on a 0.01 grid, with flat stretches and untraded bars.
close = np.round(100 * np.exp(np.cumsum(0.015 * rng.standard_t(4, ROWS) / np.sqrt(2))), 2)
close[60:66] = close[60]
high = np.round(close * (1 + np.abs(0.006 * rng.standard_normal(ROWS))), 2)
low = np.round(close * (1 - np.abs(0.006 * rng.standard_normal(ROWS))), 2)
high[62:66] = low[62:66] = close[62:66]
volume = np.round(rng.lognormal(3, 1, ROWS), 3)
volume[[0, 100, 101, 102, 103, 104, 105]] = 0
other = np.round(50 + 0.4 * close + np.cumsum(0.2 * rng.standard_normal(ROWS)), 2)
bars = pd.DataFrame({"high": high, "low": low, "close": close, "volume": volume, "other": other})

c, h, l, v = (bars[k] for k in ("close", "high", "low", "volume"))
returns = c.pct_change().fillna(0.0)
out = {}


def seeded_ewm(series, n, alpha):
    """pandas' recursive ewm (adjust=False), started with the mean of the first n valid values."""
    valid = series.dropna()
    seeded = valid.copy()
    seeded.iloc[n - 1] = valid.iloc[:n].mean()
    return seeded.iloc[n - 1:].ewm(alpha=alpha, adjust=False).mean().reindex(series.index)


def ema(series, n):
    return seeded_ewm(series, n, 2 / (n + 1))


def wilder(series, n):
    return seeded_ewm(series, n, 1 / n)


def wma(series, n):
    w = np.arange(1, n + 1)
    return series.rolling(n).apply(lambda x: np.dot(x, w) / w.sum(), raw=True)


def after(series, ready):
    """Blanks what comes before the last of several outputs is ready."""
    return series.where(ready.notna())


out["sma_20"] = c.rolling(20).mean()
out["ema_12"] = ema(c, 12)
out["wilder_14"] = wilder(c, 14)
out["wma_10"] = wma(c, 10)
out["hma_16"] = wma(2 * wma(c, 8) - wma(c, 16), 4)
out["hma_21"] = wma(2 * wma(c, 10) - wma(c, 21), 4)

change = c.diff()
gain, loss = wilder(change.clip(lower=0), 14), wilder((-change).clip(lower=0), 14)
out["rsi_14"] = 100 - 100 / (1 + gain / loss)

macd = ema(c, 12) - ema(c, 26)
signal = ema(macd, 9)
out["macd"], out["macd_signal"], out["macd_histogram"] = after(macd, signal), signal, macd - signal

mid, std = c.rolling(20).mean(), c.rolling(20).apply(lambda x: np.std(x), raw=True)
upper, lower = mid + 2 * std, mid - 2 * std
out["bb_upper"], out["bb_middle"], out["bb_lower"] = upper, mid, lower
out["bb_percent_b"], out["bb_bandwidth"] = (c - lower) / (upper - lower), (upper - lower) / mid

tr = pd.concat([h - l, (h - c.shift()).abs(), (l - c.shift()).abs()], axis=1).max(axis=1)
out["atr_14"] = wilder(tr, 14)

up, down = h.diff(), -l.diff()
plus_dm = up.where((up > down) & (up > 0), 0.0).iloc[1:].reindex(c.index)
minus_dm = down.where((down > up) & (down > 0), 0.0).iloc[1:].reindex(c.index)
tr1 = tr.iloc[1:].reindex(c.index)
plus_di, minus_di = (100 * wilder(x, 14) / wilder(tr1, 14) for x in (plus_dm, minus_dm))
adx = wilder(100 * (plus_di - minus_di).abs() / (plus_di + minus_di), 14)
out["adx_14"], out["adx_plus"], out["adx_minus"] = adx, after(plus_di, adx), after(minus_di, adx)

out["donchian_upper"], out["donchian_lower"] = h.rolling(20).max(), l.rolling(20).min()
out["donchian_middle"] = (out["donchian_upper"] + out["donchian_lower"]) / 2

out["zscore_20"] = c.rolling(20).apply(lambda x: scipy.stats.zscore(x)[-1], raw=True)
out["std_20"] = c.rolling(20).apply(lambda x: np.std(x, ddof=1), raw=True)

total = v.cumsum()
out["vwap"] = ((c * v).cumsum() / total).where(total > 0, c)
out["vwap_5"] = pd.Series(
    [np.nan] * 4
    + [np.average(c[i - 4:i + 1], weights=v[i - 4:i + 1]) if v[i - 4:i + 1].sum() > 0 else c[i] for i in range(4, ROWS)])
out["obv"] = (np.sign(change.fillna(0)) * v).cumsum()

out["ewma_vol_35"] = np.sqrt((returns**2).ewm(span=35).mean()).where(c.index >= 9)
span_high, span_low = h.rolling(14).max(), l.rolling(14).min()
raw_k = 100 * (c - span_low) / (span_high - span_low)
slow_k = raw_k.rolling(3).mean()
slow_d = slow_k.rolling(3).mean()
out["stoch_k"], out["stoch_d"] = after(slow_k, slow_d), slow_d
out["roc_10"] = c.pct_change(10)
out["er_10"] = c.diff(10).abs() / change.abs().rolling(10).sum()


def hurst(x, max_lag):
    lags = np.arange(1, max_lag + 1)
    squares = [np.mean((x[k:] - x[:-k]) ** 2) for k in lags]
    return np.polyfit(np.log(lags), np.log(squares), 1)[0] / 2


out["hurst_100"] = np.log(c).rolling(100).apply(lambda x: hurst(x, 19), raw=True)

level = sm.tsa.UnobservedComponents(c, "local level", use_exact_diffuse=True)
level.ssm.tolerance = 0  # else gains are frozen once they have almost converged
fit = level.filter([0.5, 0.1])  # irregular, level
out["kalman_level"] = pd.Series(fit.filtered_state[0])
out["kalman_variance"] = pd.Series(fit.filtered_state_cov[0, 0])
trend = sm.tsa.UnobservedComponents(c, "local linear trend", use_exact_diffuse=True)
trend.ssm.tolerance = 0
fit = trend.filter([0.5, 0.1, 0.02])  # irregular, level, slope
ready = c.where(c.index >= 1)
out["kalman_trend_level"] = after(pd.Series(fit.filtered_state[0]), ready)
out["kalman_trend_slope"] = after(pd.Series(fit.filtered_state[1]), ready)
out["kalman_trend_error"] = after(pd.Series(np.sqrt(fit.filtered_state_cov[1, 1])), ready)


class MovingRegression(sm.tsa.statespace.MLEModel):
    """y = alpha + beta x + eps with random-walk coefficients and a N(0, prior) start before the first step."""

    def __init__(self, y, x, coefficient, observation, prior):
        super().__init__(y, k_states=2, k_posdef=2)
        self["design"] = np.vstack([np.ones(len(x)), x])[None]
        self["transition"] = self["selection"] = np.eye(2)
        self["state_cov"] = coefficient * np.eye(2)
        self["obs_cov"] = [[observation]]
        self.initialize_known(np.zeros(2), (prior + coefficient) * np.eye(2))
        self.ssm.tolerance = 0


fit = MovingRegression(other, close, 1e-4, 0.25, 10.0).ssm.filter()
out["kalman_slope"] = after(pd.Series(fit.filtered_state[1]), ready)
out["kalman_intercept"] = after(pd.Series(fit.filtered_state[0]), ready)
out["kalman_surprise"] = after(pd.Series(fit.forecasts_error[0]), ready)
out["kalman_deviation"] = after(pd.Series(np.sqrt(fit.forecasts_error_cov[0, 0])), ready)

bars.to_csv("bars.csv", index=False)
pd.DataFrame(out).to_csv("indicators.csv", index=False, float_format="%.15g", na_rep="NaN")

# Performance: fat-tailed daily returns with a benchmark, and an equity curve with a fall that recovers.
DAYS = 800
clusters = np.repeat(rng.uniform(0.4, 2.2, 20), DAYS // 20)
market = 0.0006 + 0.012 * clusters * rng.standard_t(5, DAYS)
r = 0.0004 + 0.6 * market + 0.007 * rng.standard_normal(DAYS)
equity = np.cumprod(1 + r)
with_stake = np.concatenate([[1.0], equity])
depth = 1 - with_stake / np.maximum.accumulate(with_stake)
curve = pd.Series(equity)
fall = 1 - curve / curve.cummax()
trough = int(fall.idxmax())
peak = int(curve[:trough + 1].idxmax())
recovered = curve.index[(curve.index > trough) & (curve >= curve[peak])]
ols = sm.OLS(r, sm.add_constant(market)).fit()
cagr = scipy.stats.gmean(1 + r) ** 365 - 1
counts, edges = np.histogram(r, bins=30)
var95, var99 = (-np.quantile(r, q) for q in (0.05, 0.01))

vol20 = pd.Series(market).rolling(20).std()
regimes = []
for t in range(DAYS):
    past = vol20[:t].dropna().to_numpy()[-250:]
    if len(past) < 60:
        regimes.append("Unknown")
        continue
    window = market[t - 19:t + 1]
    if scipy.stats.percentileofscore(past, vol20[t], kind="strict") >= 80:
        regimes.append("HighVol")
    else:
        regimes.append("Trend" if abs(window.sum()) / np.abs(window).sum() > 0.3 else "MeanRevert")

performance = {
    "Mean": np.mean(r), "StandardDeviation": np.std(r, ddof=1), "VolAnnual": np.std(r, ddof=1) * 365**0.5,
    "Skewness": scipy.stats.skew(r), "ExcessKurtosis": scipy.stats.kurtosis(r),
    "Sharpe": np.mean(r) / np.std(r, ddof=1) * 365**0.5,
    "Sortino": np.mean(r) / np.sqrt(np.mean(np.minimum(r, 0) ** 2)) * 365**0.5,
    "Cagr": cagr, "Calmar": cagr / depth.max(),
    "MaxDrawdown": fall.max(), "PeakIndex": peak, "TroughIndex": trough,
    "RecoveryIndex": int(recovered[0]) if len(recovered) else -1,
    "Alpha": ols.params[0], "Beta": ols.params[1], "Correlation": scipy.stats.pearsonr(r, market)[0],
    "ValueAtRisk95": var95, "ValueAtRisk99": var99,
    "ExpectedShortfall95": -r[r <= -var95].mean(), "ExpectedShortfall99": -r[r <= -var99].mean(),
}
with open("performance.json", "w") as file:
    json.dump({k: float(x) for k, x in performance.items()}, file, indent=2)
    file.write("\n")
pd.DataFrame({"return": r, "benchmark": market, "equity": equity, "drawdown": fall, "regime": regimes}).to_csv(
    "returns.csv", index=False, float_format="%.17g")
pd.DataFrame({"edge": edges[:-1], "count": counts}).to_csv("histogram.csv", index=False, float_format="%.17g")
