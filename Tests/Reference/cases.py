#!/usr/bin/env python3
"""Writes the inputs of the reference tables, always the same ones: edges, published examples, and seeded samples."""
import csv
import pathlib
import random

FOLDER = pathlib.Path(__file__).resolve().parents[1] / "StatisticsTests" / "Reference" / "cases"


def write(name, header, rows):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with open(FOLDER / f"{name}.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["id"] + header)
        for number, row in enumerate(rows, 1):
            writer.writerow([f"{name}-{number}"] + list(row))


def joined(values):
    return ";".join("NA" if value is None else repr(value) for value in values)


def likert(random, n, weights):
    """Counts of n answers on as many codes as there are weights."""
    counts = [0] * len(weights)
    for code in random.choices(range(len(weights)), weights, k=n):
        counts[code] += 1
    return counts


def scale(random, people, items, missing, levels=5, loading=0.6, reversed_items=()):
    """Answers of people to items that share one trait, flat; 255 where one is missing."""
    answers = []
    for _ in range(people):
        trait = random.gauss(0, 1)
        for item in range(items):
            value = loading * trait + (1 - loading**2) ** 0.5 * random.gauss(0, 1)
            code = min(levels, max(1, round(3 + 1.2 * value)))
            if item in reversed_items:
                code = levels + 1 - code
            answers.append(255 if random.random() < missing else code)
    return answers


def main():
    made = random.Random(20260301)

    write("proportions", ["count", "n", "population"], [
        (8, 10, ""), (0, 1, ""), (1, 1, ""), (0, 5, ""), (5, 5, ""), (1, 2, ""), (0, 1000000, ""), (1000000, 1000000, ""),
        (1, 1000000, ""), (999999, 1000000, ""), (500000, 1000000, ""), (8, 10, 20), (0, 10, 11), (10, 10, 11), (37, 61, 75),
        (412, 530, 1450), (1, 100000, 100001), (1285, 1865, "")
    ] + [(made.randint(0, n), n, made.choice(["", n + made.randint(1, 300)])) for n in (made.randint(1, 400) for _ in range(24))])

    write("pairs", ["a", "n", "b", "m"], [
        (56, 70, 48, 80), (1285, 1865, 516, 916), (0, 5, 0, 7), (5, 5, 7, 7), (0, 6, 6, 6), (6, 6, 0, 6), (0, 1, 1, 1), (3, 6, 3, 6),
        (1, 12, 5, 11), (10, 10, 9, 12), (500000, 1000000, 501000, 1000000), (3, 1000000, 11, 900000), (999999, 1000000, 1, 2),
        # Other tables of these margins are exactly as probable, though their floating-point products are not.
        (1, 5, 12, 21), (2, 5, 11, 21), (5, 7, 1, 10), (7, 8, 13, 19),
        (9, 10, 3, 10), (5, 56, 0, 29), (0, 10, 0, 20), (12, 1450, 5, 1390), (400000, 1000000, 600000, 1000000)
    ] + [(made.randint(0, n), n, made.randint(0, m), m) for n, m in ((made.randint(1, 300), made.randint(1, 300)) for _ in range(24))])

    write("tallies", ["values", "a", "b"], [
        (joined(values), joined(a), joined(b)) for values, a, b in [
            ([1, 2, 3, 4, 5], [0, 0, 2, 3, 0], [1, 1, 1, 0, 2]),
            ([1, 2, 3, 4, 5], [0, 0, 0, 7, 1], [0, 0, 0, 5, 0]),
            ([1, 2, 3, 4, 5], [5, 0, 0, 0, 0], [0, 0, 0, 0, 6]),
            ([1, 2, 3, 4, 5], [2, 1, 3, 2, 4], [2, 1, 3, 2, 4]),
            ([0, 1], [1, 1], [2, 0]),
            ([0, 1], [999999, 1], [1000000, 0]),
            ([1, 2, 3, 4, 5], [100000, 200000, 300000, 250000, 150000], [100500, 201000, 300000, 249000, 149500]),
            ([0.25, 0.5, 0.75, 1.1], [3, 2, 2, 1], [1, 2, 4, 2]),
            ([-2, -1, 0, 1, 2], [1, 4, 5, 2, 0], [0, 1, 3, 6, 2]),
            ([1000001.5, 1000002.5, 1000003.5], [4, 5, 1], [1, 6, 9]),
        ] + [
            ([1, 2, 3, 4, 5], likert(made, n, weights), likert(made, m, [1, 1, 2, 3, 2]))
            for n, m, weights in [
                (5, 7, [1, 2, 3, 2, 1]), (8, 12, [1, 1, 1, 4, 4]), (12, 6, [4, 3, 1, 1, 1]), (9, 9, [0, 0, 1, 5, 3]), (61, 48, [1, 2, 3, 5, 2]),
                (412, 530, [1, 1, 2, 3, 2]), (75, 820, [2, 3, 3, 2, 1]), (2400, 1900, [3, 3, 4, 5, 3])
            ]
        ]
    ])

    write("scales", ["items", "reversed", "answers"], [
        (items, joined(flipped), joined(answers)) for items, flipped, answers in [
            (2, [], [1, 2, 2, 2, 3, 4]),
            (3, [], [1, 1, 1, 2, 2, 2, 3, 3, 3, 5, 5, 5]),
            (3, [1], [1, 5, 2, 2, 4, 2, 3, 2, 4, 5, 1, 4]),
            (3, [], [1, 5, 2, 2, 4, 2, 3, 2, 4, 5, 1, 4]),
            (4, [], scale(made, 8, 4, 0)),
            (4, [], scale(made, 12, 4, 0.05)),
            (5, [1, 3], scale(made, 60, 5, 0.04, reversed_items=(1, 3))),
            (7, [], scale(made, 300, 7, 0.02)),
        ]
    ])

    write("p-values", ["p"], [
        (joined(p),) for p in [
            [0.01, 0.02, 0.03, 0.04, 0.05], [0.5], [0.04, None, 0.01, 0.01, 0.9], [1.0, 1.0, 0.3], [0.0, 1e-12, 0.6, 0.049],
            [round(made.random() ** 3, 6) for _ in range(20)]
        ]
    ])

    write("rates", ["count", "exposure"], [
        (12, 1450), (0, 820), (1, 1), (5, 1390), (1000000, 2500000), (137, 0.5), (3, 61.5), (40, 1000)
    ])

    write("rate-pairs", ["a", "t", "b", "s"], [
        (12, 1450, 5, 1390), (5, 1390, 12, 1450), (0, 100, 4, 120), (4, 120, 0, 100), (7, 10, 7, 10), (1, 1, 1, 3), (1000000, 2500000, 998000, 2500000),
        (11, 800.5, 29, 912.25), (3, 1000, 60, 1000), (250, 1000, 5, 1000), (2, 3, 30, 50)
    ])

    write("samples", ["sample"], [
        (joined(sample),) for sample in [
            [3.5], [1.0, 2.0], [2.0, 2.0, 2.0], [5.0, 1.0, 4.0, 2.0], [round(made.gauss(10, 4), 3) for _ in range(31)],
            [float(made.randint(1, 5)) for _ in range(12)]
        ]
    ])

    families = [
        ("normal", 0, 1, [-38, -8, -1.96, 0, 0.3, 1.959964, 6, 20]),
        ("t", 1, 0, [-50, -1, 0, 2.5]), ("t", 4.7, 0, [-12, 0.1, 2.776]), ("t", 1e6, 0, [-5, 1.96]),
        ("f", 1, 1, [0.01, 1, 700]), ("f", 2708, 10832, [0.95, 1, 1.05]), ("f", 7, 21, [0.2, 3]),
        ("chi-squared", 1, 0, [1e-6, 3.84, 60]), ("chi-squared", 250, 0, [200, 250, 330]),
        ("beta", 0.5, 0.5, [0.01, 0.5, 0.999]), ("beta", 12, 6, [0.2, 0.7]), ("beta", 1000, 20000, [0.045, 0.05]),
        ("gamma", 0.5, 1, [0.001, 2]), ("gamma", 13, 1, [6, 12, 30]), ("gamma", 1e6, 1, [997000, 1001000]),
        ("binomial", 10, 0.3, [0, 3, 9, 10]), ("binomial", 1000000, 0.5, [497500, 500000, 501000]), ("binomial", 40, 0.01, [0, 2, 6]),
        ("noncentral-t", 10, 1.5, [-1, 0.5, 3]), ("noncentral-t", 858, 3.2, [1, 3.2, 6]),
    ]
    write("distributions", ["family", "a", "b", "x"], [
        (family, a, b, x) for family, a, b, places in families for x in places
    ])
    write("quantiles", ["family", "a", "b", "p"], [
        (family, a, b, p) for family, a, b, _ in families if family not in ("binomial", "noncentral-t") for p in (1e-10, 0.025, 0.5, 0.9)
    ])


if __name__ == "__main__":
    main()
