import { type Table, tableOf } from "./delimited.ts";
import { type PresentedExtract, type PresentedFigure, partsOf } from "./extract-answer.ts";
import { toldInterval } from "./sentence.ts";

const COLUMNS = [
  "partOf",
  "geography",
  "indicator",
  "value",
  "unit",
  "qualifier",
  "isExpected",
  "year",
  "fromMonth",
  "throughMonth",
  "shareOfTarget",
  "growth",
  "priorYtd",
  "targetValue",
  "targetUnit",
  "targetYear",
  "targetKind",
  "impliedTargetLower",
  "impliedTargetUpper",
  "verdict",
  "confidence",
  "start",
  "end",
  "quote",
] as const;

const OUTLOOK_COLUMNS = ["fullYear", "lower80", "upper80", "attainmentProbability"] as const;

/** One row a figure, each followed by its parts; where outlooks were asked for, with what the year will bring. */
export function extractTable({ question, figures }: PresentedExtract): Table {
  const rows = figures
    .filter(({ partOf }) => partOf === undefined)
    .flatMap((figure) => [figure, ...partsOf(figure)]);
  return tableOf(question.outlook ? [...COLUMNS, ...OUTLOOK_COLUMNS] : COLUMNS, rows.map(rowOf));
}

function rowOf({
  isExpected,
  period,
  target,
  implied,
  coherence,
  span,
  outlook,
  ...figure
}: PresentedFigure): object {
  const [start, end] = span;
  // Shares of a plan and hundredths of last year are no amounts of the column's unit.
  const forecast = outlook?.question.amountsAre === undefined ? outlook?.forecast : undefined;
  const interval = forecast && toldInterval(forecast.intervals);
  return {
    ...figure,
    isExpected: isExpected ? "true" : undefined,
    ...period,
    targetValue: target?.value,
    targetUnit: target?.unit,
    targetYear: target?.year,
    targetKind: target?.kind,
    impliedTargetLower: implied?.target?.lower,
    impliedTargetUpper: implied?.target?.upper,
    verdict: coherence?.verdict,
    start,
    end,
    fullYear: forecast?.median,
    lower80: interval?.lower,
    upper80: interval?.upper,
    attainmentProbability: outlook?.targets?.[0]?.attainmentProbability,
  };
}
