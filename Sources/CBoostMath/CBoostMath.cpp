#include "CBoostMath.h"

#include <cerrno>
#include <cmath>
#include <cstdint>
#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/non_central_t.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>

namespace {

namespace bm = boost::math;
namespace bp = boost::math::policies;

// double is not promoted to long double, whose width is another on other machines: the same input, the same bits.
using Policy = bp::policy<
    bp::domain_error<bp::errno_on_error>, bp::pole_error<bp::errno_on_error>, bp::overflow_error<bp::errno_on_error>,
    bp::evaluation_error<bp::errno_on_error>, bp::rounding_error<bp::errno_on_error>,
    bp::indeterminate_result_error<bp::errno_on_error>, bp::promote_float<false>, bp::promote_double<false>,
    bp::discrete_quantile<bp::integer_round_up>>;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Boost reports a domain error, and a series or a search that did not converge, as EDOM. The caller's errno is kept.
template <class Body>
double guarded(Body body) noexcept {
    const int saved = errno;
    errno = 0;
    double result = not_a_number;
    try {
        result = body();
        if (errno == EDOM) result = not_a_number;
    } catch (...) {
        result = not_a_number;
    }
    errno = saved;
    return result;
}

template <class Use>
double with_distribution(CBoostFamily family, double a, double b, Use use) noexcept {
    if (std::isnan(a) || std::isnan(b)) return not_a_number;
    return guarded([&]() -> double {
        switch (family) {
        case CBoostNormal: return use(bm::normal_distribution<double, Policy>(a, b));
        case CBoostStudentT: return use(bm::students_t_distribution<double, Policy>(a));
        case CBoostFisherF: return use(bm::fisher_f_distribution<double, Policy>(a, b));
        case CBoostChiSquared: return use(bm::chi_squared_distribution<double, Policy>(a));
        case CBoostBeta: return use(bm::beta_distribution<double, Policy>(a, b));
        case CBoostGamma: return use(bm::gamma_distribution<double, Policy>(a, b));
        case CBoostBinomial: return use(bm::binomial_distribution<double, Policy>(a, b));
        case CBoostNoncentralT: return use(bm::non_central_t_distribution<double, Policy>(a, b));
        }
        return not_a_number;
    });
}

// Boost calls x outside the support, infinity too, an error; the cumulative function is 0 or 1 there. One half is a value
// that every family takes, so it tells whether the parameters are any good.
template <class Distribution, class Inside>
double over_support(const Distribution &distribution, bool discrete, double x, double below, double above,
                    Inside inside) {
    if (std::isnan(x)) return not_a_number;
    const auto support = bm::support(distribution);
    const double place = discrete ? std::floor(x) : x;
    if (place >= support.first && place <= support.second) return inside(place);
    const double probe = bm::cdf(distribution, discrete ? 0.0 : 0.5);
    return std::isnan(probe) ? not_a_number : place < support.first ? below : above;
}

}  // namespace

double cboost_cdf(CBoostFamily family, double a, double b, double x) {
    return with_distribution(family, a, b, [&](const auto &d) {
        return over_support(d, family == CBoostBinomial, x, 0, 1, [&](double place) { return bm::cdf(d, place); });
    });
}

double cboost_survival(CBoostFamily family, double a, double b, double x) {
    return with_distribution(family, a, b, [&](const auto &d) {
        return over_support(d, family == CBoostBinomial, x, 1, 0,
                            [&](double place) { return bm::cdf(bm::complement(d, place)); });
    });
}

double cboost_density(CBoostFamily family, double a, double b, double x) {
    return with_distribution(family, a, b, [&](const auto &d) {
        return over_support(d, family == CBoostBinomial, x, 0, 0, [&](double place) {
            const double density = bm::pdf(d, place);
            return place == x || std::isnan(density) ? density : 0;
        });
    });
}

double cboost_quantile(CBoostFamily family, double a, double b, double p) {
    if (!(p >= 0 && p <= 1)) return not_a_number;
    return with_distribution(family, a, b, [&](const auto &d) { return bm::quantile(d, p); });
}

double cboost_upper_quantile(CBoostFamily family, double a, double b, double p) {
    if (!(p >= 0 && p <= 1)) return not_a_number;
    return with_distribution(family, a, b, [&](const auto &d) { return bm::quantile(bm::complement(d, p)); });
}

double cboost_gamma_delta_ratio(double x, double delta) {
    if (!(x > 0 && x + delta > 0) || std::isinf(x) || std::isinf(delta)) return not_a_number;
    return guarded([&]() -> double { return bm::tgamma_delta_ratio(x, delta, Policy()); });
}

double cboost_noncentrality(double degrees_of_freedom, double t, double p) {
    if (!(degrees_of_freedom > 0 && p > 0 && p < 1) || std::isinf(degrees_of_freedom) || !std::isfinite(t)) {
        return not_a_number;
    }
    // The probability falls as the noncentrality grows. Its scale is that of the normal approximation.
    const auto excess = [&](double noncentrality) {
        return cboost_cdf(CBoostNoncentralT, degrees_of_freedom, noncentrality, t) - p;
    };
    const double scale = std::sqrt(1 + t * t / (2 * degrees_of_freedom));
    double below = t - scale, above = t + scale;
    for (double step = scale; excess(below) < 0; step *= 2) below -= step;
    for (double step = scale; excess(above) > 0; step *= 2) above += step;
    return guarded([&]() -> double {
        const double at_below = excess(below), at_above = excess(above);
        if (std::isnan(at_below) || std::isnan(at_above)) return not_a_number;
        std::uintmax_t iterations = 100;
        const auto ends = bm::tools::toms748_solve(
            excess, below, above, at_below, at_above, bm::tools::eps_tolerance<double>(48), iterations, Policy());
        return ends.first + (ends.second - ends.first) / 2;
    });
}
