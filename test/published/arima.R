# Makes data/reference/arima.json: seasonal ARIMA models of classic series on logs by exact maximum likelihood in R.
# Run from the root of the repository, after exponential-smoothing.R, whose series it takes: Rscript test/published/arima.R
suppressMessages({
  library(jsonlite)
})

series <- fromJSON("data/reference/exponential-smoothing.json", simplifyDataFrame = FALSE)$series
models <- list(c(0, 1, 1), c(1, 1, 1), c(1, 1, 0), c(0, 1, 0), c(1, 0, 0), c(1, 0, 1))
horizon <- 18

digits <- function(values) signif(as.numeric(values), 10)

# The likelihood of the differences is exact; that of arima() on the series itself rests on a large starting variance.
fitted <- function(logs, period, model) {
  seasonal <- diff(logs, period)
  w <- if (model[2] == 1) diff(seasonal) else seasonal
  fit <- arima(w, order = c(model[1], 0, model[3]), seasonal = list(order = c(0, 0, 1), period = period),
               include.mean = model[2] == 0, method = "ML", optim.control = list(reltol = 1e-14, maxit = 1000))
  changes <- as.numeric(predict(fit, horizon)$pred)
  if (model[2] == 1) changes <- tail(seasonal, 1) + cumsum(changes)
  path <- logs
  for (change in changes) path <- c(path, path[length(path) - period + 1] + change)
  parameters <- length(fit$coef) + 1
  row <- list(
    orders = model,
    coefficients = as.list(digits(fit$coef)),
    sigmaSquared = digits(fit$sigma2),
    logLikelihood = digits(fit$loglik),
    aicc = digits(-2 * fit$loglik + 2 * parameters * length(w) / (length(w) - parameters - 1)),
    forecast = digits(tail(path, horizon))
  )
  names(row$coefficients) <- c(ar1 = "ar", ma1 = "ma", sma1 = "seasonal", intercept = "mean")[names(fit$coef)]
  row
}

table <- list(
  title = "Seasonal ARIMA models of the logs of classic series by exact maximum likelihood",
  source = "https://www.r-project.org",
  locator = paste("arima(method = 'ML') of", R.version.string, "on the differences"),
  licence = "Computed facts.",
  retrieved = "2026-11-22",
  unit = "natural logs; orders are p, d, q of (p, d, q)(0, 1, 1)_s; sigmaSquared without correction for degrees of freedom",
  printedDigits = 10,
  howMade = "test/published/arima.R, from the series of exponential-smoothing.json",
  series = lapply(series, function(one) list(
    name = one$name,
    fits = lapply(models, function(model) fitted(log(one$values), one$period, model))
  ))
)
write(toJSON(table, auto_unbox = TRUE, digits = NA), "data/reference/arima.json")
