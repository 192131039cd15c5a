/// <reference types="custom-functions-runtime" />
import { calculated } from "./calculation.ts";

// The comments of these functions are what Excel shows: `custom-functions-metadata` makes functions.json of them. Names,
// order and words are those of ../functions.ts, which a test holds.

/**
 * What each remaining month must bring to reach the annual target.
 *
 * @customfunction ONPACE_RUNRATE
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns One number: the amount per remaining month, or quarter of quarterly figures; 0 once the target is reached.
 * @cancelable
 * @requiresParameterAddresses
 */
export function runRate(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated("ONPACE_RUNRATE", [months, values, target, share, growth, lastYear, options], invocation);
}

/**
 * Where the year is likely to end, with its 80% and 95% intervals.
 *
 * @customfunction ONPACE_FORECAST
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns One row: median, 80% low, 80% high, 95% low, 95% high; other levels by the option levels.
 * @cancelable
 * @requiresParameterAddresses
 */
export function forecast(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated(
    "ONPACE_FORECAST",
    [months, values, target, share, growth, lastYear, options],
    invocation,
  );
}

/**
 * The probability of reaching the annual target.
 *
 * @customfunction ONPACE_PROBABILITY
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns One number from 0 to 1.
 * @cancelable
 * @requiresParameterAddresses
 */
export function probability(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated(
    "ONPACE_PROBABILITY",
    [months, values, target, share, growth, lastYear, options],
    invocation,
  );
}

/**
 * The year under named assumptions, side by side.
 *
 * @customfunction ONPACE_SCENARIOS
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns A header row and a row for each scenario: name, full year, growth, attainment, probability of at least this.
 * @cancelable
 * @requiresParameterAddresses
 */
export function scenarios(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated(
    "ONPACE_SCENARIOS",
    [months, values, target, share, growth, lastYear, options],
    invocation,
  );
}

/**
 * Everything about the year in one table: forecast, target, probability, what is required, in words too.
 *
 * @customfunction ONPACE_OUTLOOK
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns Two columns, names and values; for several questions a header row and a row for each.
 * @cancelable
 * @requiresParameterAddresses
 */
export function outlook(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated("ONPACE_OUTLOOK", [months, values, target, share, growth, lastYear, options], invocation);
}

/**
 * Do the reported figures agree with each other?
 *
 * @customfunction ONPACE_CHECK
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns One row: the verdict, and what it rests on in a sentence.
 * @cancelable
 * @requiresParameterAddresses
 */
export function check(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated("ONPACE_CHECK", [months, values, target, share, growth, lastYear, options], invocation);
}

/**
 * The address of a picture of the outlook, for =IMAGE(...).
 *
 * @customfunction ONPACE_PICTURE
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param months The last reported month in one cell, or a range of months beside their values; dates, 2024-04, 4/2024 and the like.
 * @param values The year-to-date figure of that month, or each month's own amount for a range of months, blank for months to come.
 * @param [target] The annual target: an amount, growth on last year such as "8%", or several: "plan: 920; ambition: 1000".
 * @param [share] Year to date over target as reported: 0.316 or "31.6%".
 * @param [growth] Growth of the year to date on the same period of last year: 0.2126 or "21.26%".
 * @param [lastYear] Last year's full-year total.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns One address that begins with /v1/; options picture, size, theme, width, height choose the picture.
 * @cancelable
 * @requiresParameterAddresses
 */
export function picture(
  months: unknown[][],
  values: unknown[][],
  target?: unknown[][],
  share?: unknown[][],
  growth?: unknown[][],
  lastYear?: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated("ONPACE_PICTURE", [months, values, target, share, growth, lastYear, options], invocation);
}

/**
 * The figures that a text tells, one row each.
 *
 * @customfunction ONPACE_EXTRACT
 * @helpurl __ONPACE_SERVER__/spreadsheets
 * @param text The text of an article or a report in English or Vietnamese, in one cell or several.
 * @param [options] Anything else that the function understands, as text "name=value; name=value" or as a range of two columns, names and values: "unit=million USD; levels=80%; lang=vi". field=... picks one number of the answer, headers=true puts names above it.
 * @param [invocation] Tells when the calculation is cancelled.
 * @returns A header row and a row for each figure: place, indicator, value, unit, period, share of target, growth, target and more.
 * @cancelable
 * @requiresParameterAddresses
 */
export function extract(
  text: unknown[][],
  options?: unknown[][],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  return calculated("ONPACE_EXTRACT", [text, options], invocation);
}
