import Statistics
import Testing

@Suite("Agreement with R and SciPy")
struct ReferenceTests {
    @Test("Proportions", arguments: ReferenceSoftware.allCases)
    func proportions(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("proportions") {
            let id = try row.text("id")
            let proportion = try row.proportion("count", "n")
            let population = row["population"].flatMap { Int($0) }
            var ours: [String: Double?] = [
                "margin": proportion.marginOfError(population: population),
                "worst-margin": proportion.worstCaseMarginOfError(population: population),
            ]
            for (name, level) in [("90", ConfidenceLevel.ninety), ("95", .ninetyFive), ("99", .ninetyNine)] {
                ours.merge(
                    Calculated.ends("wilson-\(name)", proportion.wilson(level, population: population))
                ) { $1 }
            }
            // SciPy has no finite population correction.
            if population == nil || software == .r { try expectAgreement(ours, with: references[id], of: id) }
        }
    }

    @Test("Pairs of proportions", arguments: ReferenceSoftware.allCases)
    func pairs(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("pairs") {
            let id = try row.text("id")
            let a = try row.proportion("a", "n")
            let b = try row.proportion("b", "m")
            try expectAgreement(Calculated.proportions(a, b), with: references[id], of: id)
        }
    }

    @Test("Pairs of samples", arguments: ReferenceSoftware.allCases)
    func samples(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("tallies") {
            let id = try row.text("id")
            let values = try row.numbers("values").compactMap { $0 }
            let counts = try ["a", "b"].map { try row.numbers($0).compactMap { $0.map { Int($0) } } }
            let a = try #require(Tally(values: values, counts: counts[0]))
            let b = try #require(Tally(values: values, counts: counts[1]))
            let ours = Calculated.tally(a).merging(Calculated.samples(a, b)) { $1 }
            // A difference of 0.1 between means of a million has lost seven of sixteen digits, ours and theirs.
            let digits = values.contains { $0 > 1e6 } ? 8 : 9
            try expectAgreement(ours, with: references[id], of: id, digits: digits)
        }
    }

    @Test("Scales", arguments: ReferenceSoftware.allCases)
    func scales(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("scales") {
            let id = try row.text("id")
            let items = try row.integer("items")
            let reversed = try row.numbers("reversed").compactMap { $0.map { Int($0) } }
            var covariances = try #require(Covariances(itemCount: items, reversed: Set(reversed)))
            let answers = try row.numbers("answers").compactMap { $0.map { UInt8($0) } }
            let isAdded = covariances.add(rows: answers, of: items, columns: Array(0..<items), missing: 255)
            #expect(isAdded)
            try expectAgreement(Calculated.scale(covariances), with: references[id], of: id)
        }
    }

    @Test("Adjusted p values", arguments: ReferenceSoftware.allCases)
    func adjusted(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("p-values") {
            let id = try row.text("id")
            let p = try row.numbers("p")
            var ours: [String: Double?] = [:]
            for (index, value) in MultipleComparisons.holm(p).enumerated() { ours["holm-\(index + 1)"] = .some(value) }
            for (index, value) in MultipleComparisons.benjaminiHochberg(p).enumerated() {
                ours["bh-\(index + 1)"] = .some(value)
            }
            try expectAgreement(ours, with: references[id], of: id)
        }
    }

    @Test("Poisson rates and their ratios", arguments: ReferenceSoftware.allCases)
    func rates(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("rates") {
            let id = try row.text("id")
            let rate = try row.rate("count", "exposure")
            var ours = Calculated.ends("garwood", rate.garwood())
            ours["rate"] = rate.estimate
            try expectAgreement(ours, with: references[id], of: id)
        }
        for row in try ReferenceTable.cases("rate-pairs") {
            let id = try row.text("id")
            let a = try row.rate("a", "t")
            let b = try row.rate("b", "s")
            let ratio = RateRatio(a, b)
            let ours: [String: Double?] = ["ratio": ratio.estimate, "ratio-p": ratio.p]
            try expectAgreement(
                ours.merging(Calculated.ends("ratio", ratio.interval())) { $1 }
                    .merging(Calculated.ends("ratio-90", ratio.interval(.ninety))) { $1 },
                with: references[id], of: id)
        }
    }

    @Test("Quantiles of samples", arguments: ReferenceSoftware.allCases)
    func quantiles(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("samples") {
            let id = try row.text("id")
            let sample = try row.numbers("sample").compactMap { $0 }
            let ours = [0, 10, 25, 50, 75, 100].map {
                ("quantile-\($0)", Quantile.type7(Double($0) / 100, of: sample))
            }
            try expectAgreement(Dictionary(uniqueKeysWithValues: ours), with: references[id], of: id)
        }
    }
}

extension [String: String] {
    fileprivate func proportion(_ count: String, _ n: String) throws -> Proportion {
        let (count, n) = (try integer(count), try integer(n))
        return try #require(Proportion(count: count, n: n))
    }

    fileprivate func rate(_ count: String, _ exposure: String) throws -> PoissonRate {
        let (count, exposure) = (try integer(count), try number(exposure))
        return try #require(PoissonRate(count: count, exposure: exposure))
    }
}
