#!/usr/bin/env python3
"""Writes what SciPy's HiGHS finds of hidden counts, for AuditTests to hold GLPK against.

The field's usual auditor, sdcTable for R, is not in Debian; scipy.optimize.linprog (1.17, method "highs") stands in for it.

    Tests/Reference/attack.py > Tests/AuditTests/Reference/AttackReference.swift
"""
import itertools
import json
import random

from scipy.optimize import linprog


def table(shape, values, hidden, name):
    """A table of any number of dimensions with all its margins; the inner cells in `hidden` and no margin are hidden."""
    axes = [range(size + 1) for size in shape]  # the last place of each axis is its total
    cells = list(itertools.product(*axes))
    index = {cell: place for place, cell in enumerate(cells)}
    inner = dict(zip(itertools.product(*[range(size) for size in shape]), values))

    def value(cell):
        ranges = [range(size) if at == size else [at] for at, size in zip(cell, shape)]
        return sum(inner[part] for part in itertools.product(*ranges))

    constraints = []
    for axis, size in enumerate(shape):
        for cell in cells:
            if cell[axis] == size:
                parts = [index[cell[:axis] + (at,) + cell[axis + 1 :]] for at in range(size)]
                constraints.append([[[index[cell], -1]] + [[part, 1] for part in parts], 0, 0])
    secret = {index[cell] for cell, place in zip(inner, range(len(inner))) if place in hidden}
    for cell in cells:
        if index[cell] not in secret:
            constraints.append([[[index[cell], 1]], value(cell), value(cell)])
    return {"name": name, "variables": len(cells), "constraints": constraints, "hidden": sorted(secret)}


def systems():
    bridge = [5, 30, 5, 5, 30, 30, 5, 6, 5, 6, 30, 30, 6, 5, 30, 30]
    yield table([4, 4], bridge, {place for place, count in enumerate(bridge) if count < 10}, "bridge")
    yield {
        "name": "all less the girls",
        "variables": 3,
        "constraints": [[[[0, -1], [1, 1], [2, 1]], 0, 0], [[[0, 1]], 40, 40], [[[1, 1]], 36, 36]],
        "hidden": [2],
    }
    yield {
        "name": "school and district",  # District 60, the school 35, two schools that are not told apart.
        "variables": 4,
        "constraints": [[[[0, -1], [1, 1], [2, 1], [3, 1]], 0, 0], [[[0, 1]], 60, 60], [[[1, 1]], 35, 35]],
        "hidden": [2, 3],
    }
    yield {
        "name": "arrests among referrals",
        "variables": 6,
        "constraints": [
            [[[2, -1], [0, 1], [1, 1]], 0, 0],
            [[[5, -1], [3, 1], [4, 1]], 0, 0],
            [[[3, 1], [0, -1]], 0, None],
            [[[4, 1], [1, -1]], 0, None],
            [[[2, 1]], 16, 16],
            [[[3, 1]], 13, 13],
            [[[4, 1]], 12, 12],
        ],
        "hidden": [0, 1],
    }
    yield {
        "name": "an odd cycle, whose bounds are no whole numbers",
        "variables": 3,
        "constraints": [
            [[[0, 1], [1, 1]], None, 5],
            [[[1, 1], [2, 1]], 7, None],
            [[[0, 1], [2, 1]], 4, 4],
            [[[0, 2], [1, 1]], 3, 5],
        ],
        "hidden": [0, 1, 2],
    }
    yield {
        "name": "no upper end",
        "variables": 3,
        "constraints": [[[[0, -1], [1, 1], [2, 1]], 0, 0], [[[2, 1]], 12, 12], [[[1, 2]], 3, None]],
        "hidden": [0, 1],
    }
    randoms = random.Random(20260301)
    for place, shape in enumerate([[3, 4], [4, 4], [5, 3], [2, 2, 2], [2, 3, 3], [3, 3, 2], [7, 2, 2]] * 4):
        size = 1
        for length in shape:
            size *= length
        values = [randoms.choice([0, 2, 5, 8, 15, 30]) for _ in range(size)]
        hidden = {at for at in range(size) if randoms.random() < 0.6}
        yield table(shape, values, hidden, f"table {place} of {'×'.join(map(str, shape))}")


def bounds(system):
    upper, limits, equal, constants = [], [], [], []
    for terms, low, high in system["constraints"]:
        row = [0] * system["variables"]
        for variable, coefficient in terms:
            row[variable] += coefficient
        if low == high:
            equal.append(row)
            constants.append(low)
            continue
        if high is not None:
            upper.append(row)
            limits.append(high)
        if low is not None:
            upper.append([-entry for entry in row])
            limits.append(-low)
    for variable in system["hidden"]:
        ends = []
        for sign in (1, -1):
            cost = [0] * system["variables"]
            cost[variable] = sign
            result = linprog(cost, upper or None, limits or None, equal or None, constants or None, method="highs")
            assert result.status in (0, 3), (system["name"], result.message)
            ends.append(round(sign * result.fun, 9) + 0.0 if result.status == 0 else None)
        yield ends


lines = [json.dumps({**system, "bounds": list(bounds(system))}, ensure_ascii=False) for system in systems()]
print("// Written by Tests/Reference/attack.py. One system a line, and what SciPy's HiGHS finds of each hidden count.")
print("let attackReference = #\"\"\"")
print("\n".join("    " + line for line in lines))
print("    \"\"\"#")
