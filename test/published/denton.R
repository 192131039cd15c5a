# Makes data/reference/denton.json: benchmarking by dense matrices, and the example of the IMF's manual as printed.
# Run from the root of the repository: Rscript test/published/denton.R
suppressMessages(library(jsonlite))

# By formulas that the engine does not use. Means and innovation variance: generalised least squares for a random walk
# of the ratio with a free level, on which the variance given to its start has no bearing. Conditional variances: the
# null space of the constraints.
benchmarked <- function(indicator, from, length, sum) {
  n <- base::length(indicator)
  k <- base::length(sum)
  pattern <- indicator / mean(indicator)
  constraint <- matrix(0, k, n)
  for (j in seq_len(k)) {
    inside <- from[j] + seq_len(length[j])
    constraint[j, inside] <- pattern[inside]
  }
  walk <- lower.tri(diag(n), diag = TRUE) * 1
  covariance <- walk %*% t(walk)
  between <- constraint %*% covariance %*% t(constraint)
  design <- constraint %*% rep(1, n)
  precision <- solve(between)
  level <- drop(solve(t(design) %*% precision %*% design, t(design) %*% precision %*% sum))
  residual <- sum - design * level
  ratio <- level + drop(covariance %*% t(constraint) %*% precision %*% residual)
  variance <- drop(t(residual) %*% precision %*% residual) / (k - 1)

  free <- qr.Q(qr(t(constraint)), complete = TRUE)[, -seq_len(k), drop = FALSE]
  differences <- diff(diag(n))
  spread <- if (ncol(free) > 0) {
    diag(free %*% solve(t(free) %*% crossprod(differences) %*% free) %*% t(free))
  } else {
    rep(0, n)
  }
  list(
    values = pattern * ratio,
    deviations = pattern * sqrt(variance * pmax(0, spread)),
    movement = sqrt(variance) / mean(abs(ratio))
  )
}

digits <- function(values) signif(as.numeric(values), 13)

case <- function(name, indicator, from, length, sum) {
  result <- benchmarked(indicator, from, length, sum)
  list(
    name = unbox(name), indicator = digits(indicator), from = from, length = length, sum = digits(sum),
    values = digits(result$values), deviations = digits(result$deviations), movement = unbox(digits(result$movement))
  )
}

air <- as.numeric(AirPassengers)[1:48]
gas <- as.numeric(UKgas)[1:40]
usual <- function(series, period) {
  seasons <- rep_len(seq_len(period), base::length(series))
  unname(tapply(series, seasons, sum)[seasons])
}
summed <- function(series, from, length) mapply(function(f, l) sum(series[f + seq_len(l)]), from, length)
airFrom <- c(outer(c(0, 2, 5, 9), 12 * 0:3, "+"))
airLength <- rep(c(2, 3, 4, 3), 4)
gapFrom <- c(0:4, 7, 8, 11, 12, 16:38)
gapLength <- c(rep(1, 7), 1, 4, rep(1, 23))

write_json(
  list(
    title = unbox("Periods from sums over spans of them: proportional first differences"),
    source = unbox("Dense matrices in R by test/published/denton.R; Bloem, Dippelsman and Maehle (2001), Quarterly National Accounts Manual, IMF, example 6.2; series AirPassengers and UKgas of the R package datasets"),
    licence = unbox("Series: GPL-2 or GPL-3 (R); the manual's figures are facts"),
    retrieved = unbox("2026-11-22"),
    howMade = unbox(paste("Rscript test/published/denton.R with", R.version.string, "- from counts from 0")),
    published = list(
      indicator = c(98.2, 100.8, 102.2, 100.8, 99.0, 101.6, 102.7, 101.5, 100.5, 103.0, 103.5, 101.5),
      from = c(0, 4), length = c(4, 4), sum = c(4000.0, 4161.4), printedDecimals = unbox(1),
      values = c(969.8, 998.4, 1018.3, 1013.4, 1007.2, 1042.9, 1060.3, 1051.0, 1040.6, 1066.5, 1071.7, 1051.0)
    ),
    printedDigits = unbox(13),
    unit = unbox("in each case the unit of its sums; movement is a fraction"),
    cases = list(
      case("passengers known through months 2, 5, 9 and 12, by the usual month", usual(air, 12),
        airFrom, airLength, summed(air, airFrom, airLength)),
      case("passengers by year and equal months", rep(1, 48), 12 * 0:3, rep(12, 4), summed(air, 12 * 0:3, rep(12, 4))),
      case("gas with two gaps, one of them with its sum, and an end unknown", usual(gas, 4),
        gapFrom, gapLength, summed(gas, gapFrom, gapLength))
    )
  ),
  "data/reference/denton.json", digits = NA, pretty = FALSE
)
