#!/usr/bin/python3
"""Makes the golden files of RunAnalysis: run.json (an invented run) and expected.json (its figures, by numpy and pandas alone).

Run with Debian's python3, python3-numpy and python3-pandas:  /usr/bin/python3 make.py
"""
import json
import pathlib

import numpy as np
import pandas as pd

HERE = pathlib.Path(__file__).parent
STAKE, PERIODS = 250_000.0, 252
WINDOW, HISTORY, LEAST = 20, 250, 60


def make_run():
    rng = np.random.default_rng(20240501)
    days = pd.bdate_range("2019-11-12", "2022-03-09")
    n = len(days)
    vol = np.where((np.arange(n) // 90) % 3 == 2, 0.022, 0.009)
    market = rng.standard_t(5, n) * vol * 0.8 + 0.0003
    weight = np.where(rng.random(n) < 0.25, 0.0, 0.7)
    own = weight * market + np.where(weight > 0, rng.normal(0.0004, 0.004, n), 0.0)
    equity = np.round(STAKE * np.cumprod(1 + own), 2)
    benchmark = np.round(STAKE * np.cumprod(1 + market), 2)
    notional = np.round(np.where(rng.random(n) < 0.3, rng.uniform(5_000, 90_000, n), 0.0), 2)
    net = equity * np.where(rng.random(n) < 0.2, -1, 1) * weight
    return {
        "stake": STAKE, "periodsPerYear": PERIODS,
        "days": [d.strftime("%Y-%m-%d") for d in days],
        "equity": equity.tolist(), "benchmark": benchmark.tolist(), "notional": notional.tolist(),
        "gross": np.abs(net).round(4).tolist(), "net": net.round(4).tolist(),
        "costs": {"commission": 812.5, "spread": 433.25, "temporaryImpact": 210.0, "permanentImpact": 55.5, "delay": -120.75}, "funding": 31.5,
    }


def drawdowns(equity):
    peak = np.maximum.accumulate(equity)
    return (peak - equity) / peak


def episodes(equity, days):
    """Falls between a last day at a peak and the first day back at it; index 0 is the stake, marked like the first day."""
    found, peak = [], 0
    for i in range(1, len(equity) + 1):
        if i == len(equity) or equity[i] >= equity[peak]:
            if i > peak + 1:
                trough = peak + 1 + int(np.argmin(equity[peak + 1:i]))
                back = i if i < len(equity) else None
                found.append({"fraction": 1 - equity[trough] / equity[peak], "peak": days[peak], "trough": days[trough],
                              "recovery": None if back is None else days[back],
                              "lengthDays": float((pd.Timestamp(days[back if back is not None else -1]) - pd.Timestamp(days[peak])).days)})
            peak = i
    return sorted(found, key=lambda e: -e["fraction"])[:5]


def figures(r, max_drawdown, years):
    s = pd.Series(r)
    quantile = s.quantile(0.05)
    cagr = float((1 + s).prod() ** (1 / years) - 1)
    return {
        "totalReturn": float((1 + s).prod() - 1), "cagr": cagr, "volAnnual": float(s.std() * np.sqrt(PERIODS)),
        "sharpeAnnual": float(s.mean() / s.std() * np.sqrt(PERIODS)),
        "sortinoAnnual": float(s.mean() / np.sqrt((s.clip(upper=0) ** 2).mean()) * np.sqrt(PERIODS)),
        "calmar": cagr / max_drawdown, "maxDrawdown": max_drawdown,
        "bestDay": float(s.max()), "bestDayIndex": int(s.idxmax()), "worstDay": float(s.min()), "worstDayIndex": int(s.idxmin()),
        "winRate": float((s > 0).sum() / (s != 0).sum()),
        "skewness": float(((s - s.mean()) ** 3).mean() / s.std(ddof=0) ** 3),
        "excessKurtosis": float(((s - s.mean()) ** 4).mean() / s.std(ddof=0) ** 4 - 3),
        "valueAtRisk95": float(-quantile), "expectedShortfall95": float(-s[s <= quantile].mean()),
    }


def regimes(market):
    s = pd.Series(market)
    deviation = s.rolling(WINDOW).std()
    efficiency = (s.rolling(WINDOW).sum().abs() / s.abs().rolling(WINDOW).sum()).to_numpy()
    labels = []
    for i in range(len(s)):
        past = deviation[:i].dropna().tail(HISTORY)
        if np.isnan(deviation[i]) or len(past) < LEAST:
            labels.append("Unknown")
        elif (past < deviation[i]).sum() >= 0.8 * len(past):
            labels.append("HighVol")
        else:
            labels.append("Trend" if efficiency[i] > 0.3 else "MeanRevert")
    return np.array(labels)


def expect(run):
    index = pd.to_datetime(run["days"])
    equity, benchmark, notional = (np.array(run[k]) for k in ("equity", "benchmark", "notional"))
    path, market_path = np.r_[STAKE, equity], np.r_[STAKE, benchmark]
    r, m = path[1:] / path[:-1] - 1, market_path[1:] / market_path[:-1] - 1
    years = ((index[-1] - index[0]).days + 1) / 365.25
    series = pd.DataFrame({"r": r, "m": m}, index=index)
    total = (1 + series).groupby(index.year).prod() - 1
    months = (1 + series.r).groupby([index.year, index.month]).prod() - 1
    labels, pnl = regimes(m), np.diff(path)
    net, turned = equity[-1] - STAKE, notional.sum()
    beta, alpha = np.polyfit(m, r, 1)
    moved = r[r != 0]
    q75, q25 = np.percentile(moved, [75, 25])
    bins = int(np.clip(np.ceil((moved.max() - moved.min()) / (2 * (q75 - q25) / len(moved) ** (1 / 3))), 8, 80))
    counts, edges = np.histogram(moved, bins)
    gross, held = np.array(run["gross"]) / equity, np.array(run["net"]) / equity
    costs = {**run["costs"], "funding": run["funding"]}
    sharpe = lambda x: None if len(x) < 2 else float(np.mean(x) / np.std(x, ddof=1) * np.sqrt(PERIODS))
    return {
        "strategy": figures(r, float(drawdowns(path).max()), years), "benchmark": figures(m, float(drawdowns(market_path).max()), years),
        "days": len(r), "years": years, "beta": float(beta), "alphaAnnual": float(alpha * PERIODS), "correlation": float(np.corrcoef(r, m)[0, 1]),
        "tradedNotional": float(turned), "turnoverAnnual": float(turned / equity.mean() / years),
        "averageGrossExposure": float(gross.mean()), "maxGrossExposure": float(gross.max()), "averageNetExposure": float(held.mean()),
        "timeInMarket": float((gross > 0).mean()),
        "monthly": [{"year": int(y), "total": float(total.r[y]), "benchmark": float(total.m[y]),
                     "months": [float(months[(y, k)]) if (y, k) in months.index else None for k in range(1, 13)]} for y in total.index],
        "histogram": {"edges": edges.tolist(), "counts": counts.tolist(), "unchanged": int((r == 0).sum())},
        "drawdownSeries": drawdowns(path)[1:].tolist(), "drawdowns": episodes(path, [run["days"][0], *run["days"]]),
        "regimes": [{"regime": k, "days": int((labels == k).sum()), "return": float((1 + r[labels == k]).prod() - 1),
                     "benchmarkReturn": float((1 + m[labels == k]).prod() - 1), "sharpeAnnual": sharpe(r[labels == k]),
                     "pnl": float(pnl[labels == k].sum()), "shareOfPnl": float(pnl[labels == k].sum() / net)}
                    for k in ("Trend", "MeanRevert", "HighVol", "Unknown")],
        "sensitivity": [{"extraBps": b, "netPnl": float(net - turned * b / 1e4), "return": float((net - turned * b / 1e4) / STAKE),
                         "sharpeAnnual": sharpe(r - notional * b / 1e4 / path[:-1])} for b in (0, 1, 2, 5, 10, 20)],
        "breakEvenBps": float(net / turned * 1e4), "costsBps": {k: v / turned * 1e4 for k, v in costs.items()},
    }


RUN = make_run()
(HERE / "run.json").write_text(json.dumps(RUN) + "\n")
(HERE / "expected.json").write_text(json.dumps(expect(RUN), indent=1) + "\n")
