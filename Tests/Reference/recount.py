#!/usr/bin/env python3
"""Counts the sample high school's surveys again with pandas and SciPy, and holds every number that both know against Prowess.

    swift build -c release
    pip install pandas scipy
    Tests/Reference/recount.py

It reads the exports and the questionnaire by itself and shares nothing with Prowess: shares, means, deviations, Wilson intervals
with finite population correction, domain scores, alpha, item-rest correlations, Mann-Whitney and Welch tests, changes, Cohen's h
and the false discovery rate over all comparisons, each to 1e-9.
"""

import io
import pathlib
import re
import subprocess
import sys

import numpy as np
import pandas as pd
from scipy import stats

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LABELS = {"Strongly disagree": 1, "Disagree": 2, "Neither agree nor disagree": 3, "Agree": 4, "Strongly agree": 5}
INVITED = {"baseline": {"student": 1450, "parent": 900, "teacher": 96, "leadership": 10},
           "follow-up": {"student": 1390, "parent": 870, "teacher": 94, "leadership": 10}}
GROUPS = {"student": "students", "parent": "parents", "teacher": "teachers", "leadership": "leadership"}
Z = stats.norm.ppf(0.975)

text = (ROOT / "Content/instruments/partnership-climate.yaml").read_text(encoding="utf-8")
pattern = re.compile(r'- \{id: (\w+), domain: ([\w-]+), text: "((?:[^"\\]|\\.)*)"(, reverse: true)?\}')
ITEMS = [(i, d, t.replace('\\"', '"'), bool(r)) for i, d, t, r in pattern.findall(text)]
DOMAINS = list(dict.fromkeys(domain for _, domain, _, _ in ITEMS))


def scores(wave, group):
    frame = pd.read_csv(ROOT / f"Content/schools/cedar-hollow-high/surveys/{wave}-{group}.csv")
    columns = {}
    for item, _, question, is_reversed in ITEMS:
        codes = frame[question].map(LABELS)
        columns[item] = 6 - codes if is_reversed else codes
    return pd.DataFrame(columns)


def expected():
    data = {(w, g): scores(w, g) for w in INVITED for g in ["student", "parent", "teacher", "administrator", "sro"]}
    for wave in INVITED:
        data[wave, "leadership"] = pd.concat([data[wave, "administrator"], data[wave, "sro"]])
    for (wave, group), frame in data.items():
        if group not in GROUPS:
            continue
        name, population = GROUPS[group], INVITED[wave][group]
        for item, _, _, _ in ITEMS:
            answers = frame[item].dropna()
            n, p = len(answers), (answers >= 4).mean()
            yield f"{item}.{name}.n.{wave}", n
            yield f"{item}.{name}.favorable.{wave}", 100 * p
            yield f"{item}.{name}.mean.{wave}", answers.mean()
            yield f"{item}.{name}.standard-deviation.{wave}", answers.std()
            if n < population:
                effective = n * (population - 1) / (population - n)
                center = (p + Z * Z / 2 / effective) / (1 + Z * Z / effective)
                half = Z / (1 + Z * Z / effective) * np.sqrt(p * (1 - p) / effective + Z * Z / 4 / effective ** 2)
                yield f"{item}.{name}.favorable-lower.{wave}", 100 * (center - half)
                yield f"{item}.{name}.favorable-upper.{wave}", 100 * (center + half)
        for domain in DOMAINS:
            own = [item for item, of, _, _ in ITEMS if of == domain]
            means = frame[own][frame[own].notna().sum(axis=1) * 2 >= len(own)].mean(axis=1)
            yield f"{domain}.{name}.score.{wave}", means.mean()
            yield f"{domain}.{name}.score-deviation.{wave}", means.std()
            complete = frame[own].dropna()
            covariances, k = complete.cov(), len(own)
            yield f"{domain}.{name}.alpha.{wave}", k / (k - 1) * (1 - np.trace(covariances) / covariances.values.sum())
            for item in own:
                rest = complete[own].sum(axis=1) - complete[item]
                yield f"{item}.{name}.item-rest.{wave}", np.corrcoef(complete[item], rest)[0, 1]
    for group, name in GROUPS.items():
        for item, _, _, _ in ITEMS:
            later, earlier = data["follow-up", group][item].dropna(), data["baseline", group][item].dropna()
            ranks = stats.mannwhitneyu(later, earlier, method="asymptotic", use_continuity=True)
            welch = stats.ttest_ind(later, earlier, equal_var=False)
            a, b, n, m = (later >= 4).sum(), (earlier >= 4).sum(), len(later), len(earlier)
            pooled = (a + b) / (n + m)
            yield f"{item}.{name}.u.follow-up", ranks.statistic
            yield f"{item}.{name}.p-mann-whitney.follow-up", ranks.pvalue
            yield f"{item}.{name}.p-welch.follow-up", welch.pvalue
            yield f"{item}.{name}.mean-difference-lower.follow-up", welch.confidence_interval().low
            yield f"{item}.{name}.change.follow-up", 100 * (a / n - b / m)
            yield f"{item}.{name}.effect.follow-up", 2 * np.arcsin(np.sqrt(a / n)) - 2 * np.arcsin(np.sqrt(b / m))
            if min(n, m) * min(pooled, 1 - pooled) < 5:
                exact = stats.fisher_exact([[a, n - a], [b, m - b]])
                yield f"{item}.{name}.p.follow-up", exact.pvalue
            else:
                z = (a / n - b / m) / np.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
                yield f"{item}.{name}.p.follow-up", 2 * stats.norm.sf(abs(z))


def main():
    command = [ROOT / ".build/release/prowess", "evaluate", "cedar-hollow-high", "--internal", "--format", "csv"]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    table = pd.read_csv(io.StringIO(output))
    told = table.set_index("name").value
    values = list(expected())
    tests = table[(table.statistic == "p") & table.section.isin(["change", "gap"])].dropna(subset=["value"])
    values += [(name.replace(".p.", ".p-benjamini-hochberg."), adjusted)
               for name, adjusted in zip(tests.name, stats.false_discovery_control(tests.value))]
    apart = [(name, told.get(name), value) for name, value in values
             if not abs(told.get(name, np.nan) - value) <= 1e-9 * max(1, abs(value))]
    for name, own, other in apart[:20]:
        print(f"{name}: {own} is not {other}")
    print(f"{len(values)} numbers counted again, {len(apart)} differ")
    sys.exit(1 if apart else 0)


main()
