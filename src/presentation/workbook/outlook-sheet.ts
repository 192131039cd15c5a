import { formatPercent, PRECISE_DIGITS, roundSignificant } from "../format-number.ts";
import { indicatorName } from "../indicator-words.ts";
import { rounded } from "../json.ts";
import { sentenceCase, type Wording } from "../language.ts";
import { periodName, spanOf, yearName } from "../period-words.ts";
import { placeName } from "../place-words.ts";
import { quantityKind, quantityName } from "../quantity-words.ts";
import { type CellFormat, CHANGE, COUNT, PERCENT, percentFormat, RATIO } from "./cell-format.ts";
import {
  cellTerm,
  fullYearTerm,
  grownBy,
  minus,
  numberTerm,
  over,
  remainderTerm,
  type Term,
  times,
} from "./live-term.ts";
import { type PlannerCell, type PlannerCells, type PlannerTerms, plannerTerms } from "./planner-cells.ts";
import { fixed, input, live, orNothing } from "./sheet-cell.ts";
import { type Column, type Row, SheetPage } from "./sheet-page.ts";
import { targetsTable } from "./targets-table.ts";
import { type WorkbookContext, withUnit } from "./workbook-context.ts";

const LABEL_WIDTH = 46;
const NUMBER_COLUMNS = 10;

/** What other sheets follow: the figures to plan with, absent where no year to date is known, and the targets. */
export interface OutlookCells {
  readonly planner: PlannerCells | undefined;
  readonly targets: readonly PlannerCell[];
}

/** The first sheet: the sentence, figures to plan with, targets, what-ifs, key figures and the forecast. */
export function outlookSheet(context: WorkbookContext): { readonly page: SheetPage } & OutlookCells {
  const { answer, words } = context;
  const widths = [LABEL_WIDTH, ...Array.from({ length: NUMBER_COLUMNS }, () => context.amountWidth)];
  const page = new SheetPage(words.sheets.outlook, widths);
  page.text(titleOf(context), "title");
  page.text(subtitleOf(context), "subtitle");
  page.skip();
  if (answer.sentence) {
    page.text(answer.sentence, "prose");
    page.skip();
  }
  const planner = inputsTable(page, context);
  const year = planner && plannerTerms(planner);
  const targets = targetsTable(page, context, year);
  if (year) whatIfTable(page, context, year, targets[0]);
  figuresTable(page, context);
  forecastTable(page, context);
  return { page, planner, targets };
}

/** The indicator, the place and the year. */
export function titleOf({ answer: { question }, wording: { lang } }: WorkbookContext): string {
  const { indicator, geography } = question;
  const span = spanOf(question);
  const parts = [
    indicator && indicatorName(indicator, lang),
    geography && placeName(geography, lang),
    span && yearName(span, lang),
  ];
  return sentenceCase(parts.filter((part) => part).join(", "));
}

function subtitleOf({ answer: { question }, wording: { lang }, words, unit }: WorkbookContext): string {
  const { through, fiscalYearStart } = question;
  const reported = through && words.throughIs(periodName(through, lang, fiscalYearStart));
  return sentenceCase([unit, reported].filter((part) => part).join("; "));
}

const FIGURES_TO_PLAN_WITH = ["ytd", "elapsed", "remaining", "priorYtd", "priorFullYear", "median"] as const;

/** What is known of the year, for the planner to change; the forecast stays. */
function inputsTable(page: SheetPage, context: WorkbookContext): PlannerCells | undefined {
  const { answer, words, wording, amount, isQuarterly } = context;
  const { elapsed, remaining, aggregation } = answer.question;
  const { ytd, priorYtd, priorFullYear } = answer.figures;
  if (!ytd || elapsed === undefined || remaining === undefined || aggregation === undefined) return undefined;
  const all: Readonly<
    Record<
      (typeof FIGURES_TO_PLAN_WITH)[number],
      { readonly label: string; readonly value: number | undefined; readonly format: CellFormat }
    >
  > = {
    ytd: { label: quantityName("ytd", wording), value: ytd.value, format: amount },
    elapsed: {
      label: isQuarterly ? words.quartersReported : words.monthsReported,
      value: elapsed,
      format: COUNT,
    },
    remaining: {
      label: isQuarterly ? words.quartersRemaining : words.monthsRemaining,
      value: remaining,
      format: COUNT,
    },
    priorYtd: { label: quantityName("priorYtd", wording), value: priorYtd?.value, format: amount },
    priorFullYear: {
      label: quantityName("priorFullYear", wording),
      value: priorFullYear?.value,
      format: amount,
    },
    median: { label: words.forecastMedian, value: answer.forecast?.median, format: amount },
  };
  const told = FIGURES_TO_PLAN_WITH.filter((name) => all[name].value !== undefined);
  page.text(withUnit(words.inputs, context), "heading");
  page.text(words.inputsCaption, "caption");
  const columns: readonly Column<"label" | "value">[] = [
    { key: "label", head: words.figure },
    { key: "value", head: words.number },
  ];
  const at = page.table("Inputs", columns, (address) =>
    told.map((name) => {
      const { label, value = 0, format } = all[name];
      const reported = cellTerm(address("value", told.indexOf("elapsed")), elapsed);
      const cells = {
        median: () => fixed(value, format),
        remaining: () => live(minus(numberTerm(elapsed + remaining), reported), remaining, format),
      };
      return {
        label: { content: sentenceCase(label) },
        value: name === "median" || name === "remaining" ? cells[name]() : input(value, format),
      };
    }),
  );
  page.skip();
  const cellOf = (name: (typeof FIGURES_TO_PLAN_WITH)[number], value: number): PlannerCell => ({
    address: at("value", told.indexOf(name)),
    value,
  });
  const maybe = (name: (typeof FIGURES_TO_PLAN_WITH)[number]) => {
    const { value } = all[name];
    return value === undefined ? undefined : cellOf(name, value);
  };
  return {
    aggregation,
    ytd: cellOf("ytd", ytd.value),
    elapsed: cellOf("elapsed", elapsed),
    remaining: cellOf("remaining", remaining),
    priorYtd: maybe("priorYtd"),
    priorFullYear: maybe("priorFullYear"),
    median: maybe("median"),
  };
}

type WhatIfKey = "assumption" | "assumed" | "fullYear" | "attainment" | "gap";

/** Two assumptions about the rest of the year that a planner can turn: an amount for each period, and a growth. */
function whatIfTable(
  page: SheetPage,
  context: WorkbookContext,
  year: PlannerTerms,
  target: PlannerCell | undefined,
): void {
  const { words, amount } = context;
  if (year.remaining.value === 0) return;
  const assumptions = [amountAssumption(context, year), growthAssumption(context, year)].filter(
    (assumption) => assumption !== undefined,
  );
  if (assumptions.length === 0) return;
  page.text(withUnit(words.whatIf, context), "heading");
  const columns: readonly Column<WhatIfKey>[] = [
    { key: "assumption", head: words.assumption },
    { key: "assumed", head: words.assumed },
    { key: "fullYear", head: words.fullYear },
    ...(target
      ? [
          { key: "attainment", head: words.attainment } as const,
          { key: "gap", head: words.gapToFirst } as const,
        ]
      : []),
  ];
  page.table("WhatIf", columns, (address) =>
    assumptions.map(({ label, assumed, format, remainderOf }, row): Row<WhatIfKey> => {
      const fullYear = fullYearTerm(year, remainderOf(cellTerm(address("assumed", row), assumed)));
      const result = cellTerm(address("fullYear", row), fullYear.value);
      const level = target && cellTerm(target.address, target.value);
      return {
        assumption: { content: label },
        assumed: input(assumed, format),
        fullYear: worked(fullYear, amount),
        ...(level && {
          attainment: worked(over(result, level), PERCENT),
          gap: worked(minus(level, result), amount),
        }),
      };
    }),
  );
  page.skip();
}

/** A number that only the workbook tells, with the digits of answers. */
const worked = (term: Term, format: CellFormat) =>
  live(term, roundSignificant(term.value, PRECISE_DIGITS), format, orNothing);

interface Assumption {
  readonly label: string;
  readonly assumed: number;
  readonly format: CellFormat;
  /** What the remaining periods then bring together. */
  readonly remainderOf: (assumed: Term) => Term;
}

/** Begins with what the median of the forecast means for each period. */
function amountAssumption(
  { words, amount, isQuarterly }: WorkbookContext,
  year: PlannerTerms,
): Assumption | undefined {
  if (!year.median) return undefined;
  const labels = {
    sum: isQuarterly ? words.eachQuarterBrings : words.eachMonthBrings,
    average: isQuarterly ? words.eachQuarterAverages : words.eachMonthAverages,
    last: isQuarterly ? words.eachQuarterAdds : words.eachMonthAdds,
  };
  return {
    label: labels[year.aggregation],
    assumed: rounded(remainderTerm(year, year.median).value / year.remaining.value),
    format: amount,
    remainderOf: (assumed) => times(year.remaining, assumed),
  };
}

/** Begins with the growth so far. */
function growthAssumption({ words }: WorkbookContext, year: PlannerTerms): Assumption | undefined {
  const { priorYtd, priorRemainder } = year;
  if (!priorYtd || !priorRemainder || priorYtd.value <= 0) return undefined;
  return {
    label: words.restGrows,
    assumed: rounded(year.ytd.value / priorYtd.value - 1),
    format: CHANGE,
    remainderOf: (assumed) => grownBy(priorRemainder, assumed),
  };
}

/** Every figure that is known, as it was reported or worked out. */
function figuresTable(page: SheetPage, context: WorkbookContext): void {
  const { answer, words, wording, amount } = context;
  const figures = Object.entries(answer.figures);
  if (figures.length === 0) return;
  page.text(withUnit(words.figures, context), "heading");
  page.text(words.fixedAsOfQuestion, "caption");
  const columns = [
    { key: "name", head: words.figure },
    { key: "value", head: words.number },
    { key: "lower", head: words.lower },
    { key: "upper", head: words.upper },
    { key: "origin", head: words.origin },
    { key: "from", head: words.from },
  ] as const;
  page.table("Figures", columns, () =>
    figures.map(([name, { value, lower, upper, origin, from }]) => {
      const kind = quantityKind(name);
      const format =
        kind === "amount"
          ? amount
          : kind === "other"
            ? RATIO
            : percentFormat(origin === "reported" ? value : undefined);
      return {
        name: { content: sentenceCase(quantityName(name, wording)) },
        value: fixed(value, format),
        lower: fixed(lower, format),
        upper: fixed(upper, format),
        origin: { content: words[origin] },
        from: { content: from && formulaInWords(from, wording), look: "aside" },
      };
    }),
  );
  page.skip();
}

/** A formula of figures with their names in words; what is no figure of a report stays as it is. */
function formulaInWords(formula: string, wording: Wording): string {
  const named = formula.replace(/[a-z]+/gi, (word) =>
    quantityKind(word) === "other" ? word : quantityName(word, wording).replace(/^the /, ""),
  );
  return sentenceCase(named);
}

function forecastTable(page: SheetPage, context: WorkbookContext): void {
  const { answer, words, wording, amount } = context;
  const { forecast } = answer;
  if (!forecast) return;
  page.text(withUnit(words.fullYearForecast, context), "heading");
  page.text(words.fixedAsOfQuestion, "caption");
  const columns = [
    { key: "measure", head: words.measure },
    { key: "value", head: words.number },
    { key: "lower", head: words.lower },
    { key: "upper", head: words.upper },
  ] as const;
  page.table("Forecast", columns, () => [
    { measure: { content: words.median }, value: fixed(forecast.median, amount) },
    ...forecast.intervals.map(({ level, lower, upper }) => ({
      measure: { content: words.intervalOf(formatPercent(level, wording.lang)) },
      lower: fixed(lower, amount),
      upper: fixed(upper, amount),
    })),
    ...(forecast.planWeighted
      ? [
          {
            measure: { content: words.medianPlanWeighted },
            value: fixed(forecast.planWeighted.median, amount),
          },
        ]
      : []),
  ]);
}
