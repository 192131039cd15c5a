# R's automatic models on the series of standard input, one a line: model, horizon, values.
# Prints a line each: CPU seconds, then the forecast.
suppressMessages(library(forecast))
for (line in readLines(file("stdin"))) {
  cells <- strsplit(line, ",")[[1]]
  values <- ts(as.numeric(cells[-(1:2)]), frequency = 12)
  horizon <- as.integer(cells[2])
  model <- match.fun(cells[1])
  used <- system.time(
    path <- if (cells[1] == "thetaf") model(values, h = horizon) else forecast(model(values), h = horizon)
  )
  cat(used[["user.self"]] + used[["sys.self"]], format(path$mean, digits = 12, trim = TRUE), sep = ",")
  cat("\n")
}
