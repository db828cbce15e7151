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
}
