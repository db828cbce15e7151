import CBoostMath

/// A probability distribution whose functions tests and intervals are made of.
///
/// All numbers come from Boost.Math. Every function is total: parameters outside their range, and NaN, give NaN.
public enum Distribution: Hashable, Sendable {
    /// Normal with mean 0 and standard deviation 1.
    case standardNormal
    /// Student's t.
    /// - Parameter degreesOfFreedom: more than 0, not necessarily whole.
    case studentT(degreesOfFreedom: Double)
    /// Fisher's F; both degrees of freedom are more than 0.
    case fisherF(numerator: Double, denominator: Double)
    /// Chi-squared.
    /// - Parameter degreesOfFreedom: more than 0, not necessarily whole.
    case chiSquared(degreesOfFreedom: Double)
    /// Beta; both shapes are more than 0.
    case beta(Double, Double)
    /// Gamma with scale 1.
    /// - Parameter shape: more than 0.
    case gamma(shape: Double)
    /// The number of successes in independent trials.
    /// - Parameters:
    ///   - trials: at least 0.
    ///   - probability: of success in each, from 0 to 1.
    case binomial(trials: Int, probability: Double)
    /// Student's t around a mean that is not 0.
    /// - Parameters:
    ///   - degreesOfFreedom: more than 0.
    ///   - noncentrality: the mean of the normal variable in the numerator.
    case noncentralT(degreesOfFreedom: Double, noncentrality: Double)

    /// P(X ≤ x), from 0 to 1.
    public func cumulative(_ x: Double) -> Double {
        let (family, a, b) = parameters
        return cboost_cdf(family, a, b, x)
    }

    /// P(X > x), from 0 to 1, exact also where it is far smaller than the spacing of numbers near 1.
    public func survival(_ x: Double) -> Double {
        let (family, a, b) = parameters
        return cboost_survival(family, a, b, x)
    }

    /// The density at x, or P(X = x) of a binomial distribution.
    public func density(_ x: Double) -> Double {
        let (family, a, b) = parameters
        return cboost_density(family, a, b, x)
    }

    /// The smallest x with P(X ≤ x) ≥ p, for p from 0 to 1; infinite where the distribution has no bound.
    public func quantile(_ p: Double) -> Double {
        let (family, a, b) = parameters
        return cboost_quantile(family, a, b, p)
    }

    /// The x with P(X > x) = p, for p from 0 to 1; infinite where the distribution has no bound.
    public func upperQuantile(_ p: Double) -> Double {
        let (family, a, b) = parameters
        return cboost_upper_quantile(family, a, b, p)
    }

    private var parameters: (CBoostFamily, Double, Double) {
        switch self {
        case .standardNormal: (CBoostNormal, 0, 1)
        case .studentT(let degrees): (CBoostStudentT, degrees, 0)
        case .fisherF(let numerator, let denominator): (CBoostFisherF, numerator, denominator)
        case .chiSquared(let degrees): (CBoostChiSquared, degrees, 0)
        case .beta(let a, let b): (CBoostBeta, a, b)
        case .gamma(let shape): (CBoostGamma, shape, 1)
        case .binomial(let trials, let probability): (CBoostBinomial, Double(trials), probability)
        case .noncentralT(let degrees, let noncentrality): (CBoostNoncentralT, degrees, noncentrality)
        }
    }
}
