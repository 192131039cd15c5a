# Makes data/reference/exponential-smoothing.json: what ets() of the R package forecast fits to classic series on logs.
# Run from the root of the repository: Rscript test/published/exponential-smoothing.R
suppressMessages({
  library(forecast)
  library(jsonlite)
})

sources <- list(
  AirPassengers = "Box, Jenkins and Reinsel (1976), Time Series Analysis, series G; R package datasets",
  USAccDeaths = "Brockwell and Davis (1991), Time Series: Theory and Methods; R package datasets",
  UKgas = "Durbin and Koopman (2001), Time Series Analysis by State Space Methods; R package datasets",
  nottem = "Anderson (1976), Time Series Analysis and Forecasting: The Box-Jenkins Approach; R package datasets",
  co2 = "Keeling and Whorf (1997), Scripps Institution of Oceanography, ftp://cdiac.esd.ornl.gov/pub/maunaloa-co2; R package datasets",
  gas = "Australian Bureau of Statistics, Australian monthly gas production; R package forecast"
)
licences <- list(datasets = "GPL-2 or GPL-3 (R)", forecast = "GPL-3 (R package forecast); figures are facts")

models <- list(
  AAdA = list(model = "AAA", damped = TRUE),
  AAA = list(model = "AAA", damped = FALSE),
  ANA = list(model = "ANA", damped = FALSE),
  AAdN = list(model = "AAN", damped = TRUE),
  AAN = list(model = "AAN", damped = FALSE),
  ANN = list(model = "ANN", damped = FALSE)
)
seasonless <- c("AirPassengers", "UKgas")

digits <- function(values) signif(as.numeric(values), 13)

reference <- function(name) {
  series <- get(name)
  logs <- log(series)
  fits <- list()
  for (id in names(models)) {
    if (substr(id, nchar(id), nchar(id)) == "N" && !(name %in% seasonless)) next
    choice <- models[[id]]
    fit <- ets(logs, model = choice$model, damped = choice$damped)
    parameter <- function(key) if (key %in% names(fit$par)) digits(fit$par[[key]]) else NULL
    state <- fit$initstate
    named <- function(prefix) state[grepl(prefix, names(state))]
    row <- list(
      model = id,
      alpha = parameter("alpha"), beta = parameter("beta"), gamma = parameter("gamma"), phi = parameter("phi"),
      level = digits(state[["l"]]),
      trend = if ("b" %in% names(state)) digits(state[["b"]]) else NULL,
      # R lists the newest season first; here the season of the first period comes first.
      season = if (any(grepl("^s", names(state)))) digits(rev(named("^s"))) else NULL,
      logLikelihood = digits(fit$loglik), aic = digits(fit$aic), aicc = digits(fit$aicc), sigma = digits(sqrt(fit$sigma2)),
      forecast = digits(forecast(fit, h = 24)$mean)
    )
    fits[[length(fits) + 1]] <- row[!vapply(row, is.null, TRUE)]
  }
  automatic <- ets(logs, additive.only = TRUE)
  list(
    name = name, source = sources[[name]],
    licence = licences[[if (name == "gas") "forecast" else "datasets"]],
    period = frequency(series), start = as.numeric(start(series)), values = as.numeric(series),
    automatic = list(model = gsub("[(),]", "", sub("ETS", "", automatic$method)), aicc = digits(automatic$aicc),
                     logLikelihood = digits(automatic$loglik)),
    fits = fits
  )
}

table <- list(
  title = "Exponential smoothing with additive errors of the logs of classic series, as fitted by R's ets",
  source = "https://cran.r-project.org/package=forecast",
  locator = paste0("ets() of forecast ", packageVersion("forecast"), " in ", R.version.string),
  licence = "The series: in each row. The fits are computed facts.",
  retrieved = "2026-11-22",
  unit = "values in the unit of each series; everything fitted on natural logs; R leaves the constant n/2 (log(2 pi / n) + 1) out of logLikelihood",
  printedDigits = 13,
  howMade = "test/published/exponential-smoothing.R",
  series = lapply(names(sources), reference)
)
write(toJSON(table, auto_unbox = TRUE, digits = NA), "data/reference/exponential-smoothing.json")
