#ifndef CBOOSTMATH_H
#define CBOOSTMATH_H

// Distribution functions of Boost.Math behind C. Nothing is thrown: what has no answer is NaN.

#ifdef __cplusplus
extern "C" {
#endif

/// A family of distributions; its parameters are called `a` and `b` below.
typedef enum {
    /// Normal with mean `a` and standard deviation `b`.
    CBoostNormal = 0,
    /// Student's t with `a` degrees of freedom.
    CBoostStudentT = 1,
    /// Fisher's F with `a` and `b` degrees of freedom.
    CBoostFisherF = 2,
    /// Chi-squared with `a` degrees of freedom.
    CBoostChiSquared = 3,
    /// Beta with shapes `a` and `b`.
    CBoostBeta = 4,
    /// Gamma with shape `a` and scale `b`.
    CBoostGamma = 5,
    /// Binomial with `a` trials and probability `b`.
    CBoostBinomial = 6,
    /// Noncentral t with `a` degrees of freedom and noncentrality `b`.
    CBoostNoncentralT = 7,
} CBoostFamily;

/// P(X <= x).
double cboost_cdf(CBoostFamily family, double a, double b, double x);

/// P(X > x), without the loss of digits of 1 - P(X <= x).
double cboost_survival(CBoostFamily family, double a, double b, double x);

/// The density at x, or the probability of x where the family is discrete.
double cboost_density(CBoostFamily family, double a, double b, double x);

/// The smallest x with P(X <= x) >= p.
double cboost_quantile(CBoostFamily family, double a, double b, double p);

/// The x with P(X > x) = p, without the loss of digits of the quantile at 1 - p.
double cboost_upper_quantile(CBoostFamily family, double a, double b, double p);

/// gamma(x) / gamma(x + delta) for positive x and x + delta, also where each of them overflows.
double cboost_gamma_delta_ratio(double x, double delta);

/// The noncentrality with which Student's t of so many degrees of freedom is at most t with probability p, 0 < p < 1.
double cboost_noncentrality(double degrees_of_freedom, double t, double p);

#ifdef __cplusplus
}
#endif

#endif
