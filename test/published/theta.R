# Makes data/reference/theta.json: classical decomposition, simple smoothing and theta of the logs of classic series in R.
# Run from the root of the repository, after exponential-smoothing.R, whose series it takes: Rscript test/published/theta.R
suppressMessages({
  library(forecast)
  library(jsonlite)
})

series <- fromJSON("data/reference/exponential-smoothing.json", simplifyDataFrame = FALSE)$series
horizon <- 18
digits <- function(values) signif(as.numeric(values), 10)

# Fiorucci et al. (2016), equations 13-20, written down step by step and minimised over level, alpha and theta at once.
dynamicTheta <- function(values, h) {
  # Values from the first one on: with A = B = 0 at the start the equations otherwise depend on where zero is.
  x <- values - values[1]
  run <- function(level, alpha, theta, ahead = 0) {
    mean <- 0; A <- 0; B <- 0; squares <- 0; path <- c()
    for (t in seq_len(length(x) + ahead)) {
      mu <- level + (1 - 1 / theta) * ((1 - alpha)^(t - 1) * A + (1 - (1 - alpha)^t) / alpha * B)
      y <- if (t <= length(x)) x[t] else mu
      squares <- squares + (y - mu)^2
      if (t > length(x)) path <- c(path, mu)
      level <- alpha * y + (1 - alpha) * level
      before <- mean
      mean <- ((t - 1) * mean + y) / t
      if (t > 1) B <- ((t - 2) * B + 6 / t * (y - before)) / (t + 1)
      A <- mean - B * (t + 1) / 2
    }
    list(squares = squares, path = path)
  }
  objective <- function(p) {
    if (p[2] < 0.01 || p[2] > 0.99 || p[3] < 1) return(1e10)
    run(p[1], p[2], p[3])$squares
  }
  best <- NULL
  for (alpha in c(0.1, 0.3, 0.5, 0.8)) {
    p <- c(x[1], alpha, 2)
    for (again in 1:4) p <- optim(p, objective, control = list(reltol = 1e-15, maxit = 5000))$par
    if (is.null(best) || objective(p) < objective(best)) best <- p
  }
  list(level = digits(best[1] + values[1]), alpha = digits(best[2]), theta = digits(best[3]), sumOfSquares = digits(objective(best)),
       forecast = digits(run(best[1], best[2], best[3], h)$path + values[1]))
}

reference <- function(one) {
  logs <- ts(log(one$values), frequency = one$period)
  decomposed <- decompose(logs)
  adjusted <- ts(as.numeric(logs - decomposed$seasonal))
  smooth <- ses(adjusted, h = horizon, initial = "optimal", opt.crit = "mse", lower = c(0.01, rep(1e-4, 3)), upper = c(0.99, rep(0.99, 3)))
  original <- thetaf(adjusted, h = horizon)
  list(
    name = one$name,
    season = digits(decomposed$figure),
    smoothing = list(alpha = digits(smooth$model$par[["alpha"]]), level = digits(smooth$model$par[["l"]]),
                     sumOfSquares = digits(sum(residuals(smooth)^2)), forecast = digits(smooth$mean[1])),
    thetaf = list(alpha = digits(original$model$alpha), drift = digits(original$model$drift), forecast = digits(original$mean)),
    dynamic = dynamicTheta(as.numeric(adjusted), horizon)
  )
}

table <- list(
  title = "Classical decomposition, simple smoothing and theta of the logs of classic series",
  source = "https://cran.r-project.org/package=forecast",
  locator = paste0("decompose(), ses() and thetaf() of forecast ", packageVersion("forecast"), " in ", R.version.string,
                   "; the dynamic theta model of Fiorucci et al. (2016) by the equations in the script"),
  licence = "Computed facts.",
  retrieved = "2026-11-22",
  unit = "natural logs; smoothing and theta of what additive decomposition leaves without season, which is R's multiplicative way on the raw scale",
  printedDigits = 10,
  howMade = "test/published/theta.R, from the series of exponential-smoothing.json",
  series = lapply(series, reference)
)
write(toJSON(table, auto_unbox = TRUE, digits = NA), "data/reference/theta.json")
