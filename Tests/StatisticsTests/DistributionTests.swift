import Statistics
import Testing

@Suite("Distributions")
struct DistributionTests {
    func distribution(_ row: [String: String]) throws -> Distribution {
        let (a, b) = (try row.number("a"), try row.number("b"))
        switch try row.text("family") {
        case "normal": return .standardNormal
        case "t": return .studentT(degreesOfFreedom: a)
        case "f": return .fisherF(numerator: a, denominator: b)
        case "chi-squared": return .chiSquared(degreesOfFreedom: a)
        case "beta": return .beta(a, b)
        case "gamma": return .gamma(shape: a)
        case "binomial": return .binomial(trials: Int(a), probability: b)
        default: return .noncentralT(degreesOfFreedom: a, noncentrality: b)
        }
    }

    @Test("Probabilities are those of R and SciPy", arguments: ReferenceSoftware.allCases)
    func probabilities(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("distributions") {
            let (id, x, distribution) = (try row.text("id"), try row.number("x"), try distribution(row))
            try expectAgreement(
                ["cumulative": distribution.cumulative(x), "survival": distribution.survival(x)], with: references[id],
                of: id)
        }
    }

    @Test("Quantiles are those of R and SciPy", arguments: ReferenceSoftware.allCases)
    func quantiles(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software)
        for row in try ReferenceTable.cases("quantiles") {
            let (id, p, distribution) = (try row.text("id"), try row.number("p"), try distribution(row))
            try expectAgreement(
                ["quantile": distribution.quantile(p), "upper-quantile": distribution.upperQuantile(p)],
                with: references[id], of: id)
        }
    }

    static let all: [Distribution] = [
        .standardNormal, .studentT(degreesOfFreedom: 3.5), .fisherF(numerator: 4, denominator: 9),
        .chiSquared(degreesOfFreedom: 6), .beta(2, 5), .gamma(shape: 3), .binomial(trials: 12, probability: 0.4),
        .noncentralT(degreesOfFreedom: 8, noncentrality: 1),
    ]

    @Test("Below the support nothing has been seen, above it everything, even at infinity", arguments: all)
    func outside(distribution: Distribution) {
        #expect(distribution.cumulative(-.infinity) == 0)
        #expect(distribution.cumulative(.infinity) == 1)
        #expect(distribution.survival(-.infinity) == 1)
        #expect(distribution.survival(.infinity) == 0)
        #expect(distribution.density(.infinity) == 0)
        #expect(distribution.cumulative(.nan).isNaN && distribution.survival(.nan).isNaN)
    }

    @Test("A quantile is where the cumulative probability is", arguments: all)
    func inverse(distribution: Distribution) {
        for p in [0.01, 0.3, 0.5, 0.99] {
            if case .binomial = distribution {
                let x = distribution.quantile(p)
                #expect(distribution.cumulative(x) >= p && distribution.cumulative(x - 1) < p)
            } else {
                #expect(abs(distribution.cumulative(distribution.quantile(p)) - p) < 1e-11)
                #expect(abs(distribution.survival(distribution.upperQuantile(p)) - p) < 1e-11)
            }
        }
        for p in [-0.1, 1.1, .nan] { #expect(distribution.quantile(p).isNaN && distribution.upperQuantile(p).isNaN) }
    }

    @Test(
        "Parameters outside their range give no number",
        arguments: [
            Distribution.studentT(degreesOfFreedom: 0), .studentT(degreesOfFreedom: .nan),
            .fisherF(numerator: -1, denominator: 3), .chiSquared(degreesOfFreedom: -2), .beta(0, 1),
            .gamma(shape: 0), .binomial(trials: -1, probability: 0.5), .binomial(trials: 4, probability: 1.5),
            .noncentralT(degreesOfFreedom: 0, noncentrality: 1),
            .noncentralT(degreesOfFreedom: 5, noncentrality: .infinity),
        ])
    func invalid(distribution: Distribution) {
        for x in [-1, 0.5, 7, .infinity, -.infinity] {
            #expect(distribution.cumulative(x).isNaN)
            #expect(distribution.survival(x).isNaN)
            #expect(distribution.density(x).isNaN)
        }
        #expect(distribution.quantile(0.3).isNaN)
        #expect(distribution.upperQuantile(0.3).isNaN)
    }

    @Test("Only whole numbers of successes have a probability, and all together are certain")
    func binomial() {
        let distribution = Distribution.binomial(trials: 12, probability: 0.4)
        #expect(distribution.density(2.5) == 0)
        #expect(distribution.density(13) == 0)
        #expect(distribution.cumulative(2.5) == distribution.cumulative(2))
        #expect(abs((0...12).reduce(0) { $0 + distribution.density(Double($1)) } - 1) < 1e-14)
    }
}
