import { withoutAccents } from "../engine/figure/vocabulary.ts";
import type { IndicatorClass } from "../engine/forecast/evidence.ts";
import { indicatorClassOf } from "../engine/indicator-class.ts";
import type { ExtractedFigure, ExtractedTarget, FigureUnit } from "../extract/extraction.ts";
import type { AmountUnit } from "../extract/mention.ts";

/** A question about one report, as the functions about reports take it. */
export type ReportQuestion = Readonly<Record<string, unknown>>;

/** How the figure's indicator is called, and in which language its report is to be answered. */
export interface ReportWords {
  readonly indicator: string;
  readonly lang: "en" | "vi";
}

/** More parts than this are not added up: the question would be longer than it may be. */
const MOST_PARTS = 40;
/** Parts that come to more than this times their total overlap, such as products beside their markets. */
const OVERLAPPING = 1.001;

/**
 * The question that sends a figure on to /v1/outlook and its like, with its figures as they were written. Only what
 * was reported and is cumulative since January of a known year has one.
 */
export function reportOf(figure: ExtractedFigure, words: ReportWords): ReportQuestion | undefined {
  const { year, fromMonth, throughMonth } = figure.period;
  if (figure.isExpected || year === undefined || fromMonth !== 1) return undefined;
  const { value, shareOfTarget, growth } = figure.written;
  if (value === undefined && shareOfTarget === undefined && growth === undefined) return undefined;
  const indicatorClass = classOf(figure.indicator);
  return {
    indicator: words.indicator,
    ...(indicatorClass !== undefined && { indicatorClass }),
    ...(figure.geography !== undefined && { geography: figure.geography }),
    ...figuresOf(figure, plansOf(figure)),
    through: `${year}-${String(throughMonth).padStart(2, "0")}`,
    lang: words.lang,
  };
}

/**
 * The question that asks /v1/coherence whether the numbers of a figure agree: its report where it has one, otherwise
 * its numbers alone, with those of its parts.
 */
export function coherenceQuestionOf(figure: ExtractedFigure, words: ReportWords): ReportQuestion {
  const { value: _ytd, shareOfTarget: _share, growth: _growth, priorYtd: _prior, ...others } = figure.written;
  const parts = partsOf(figure);
  const names = Object.keys(parts);
  const figures = { ...others, ...parts };
  return {
    ...(reportOf(figure, words) ?? { ...figuresOf(figure, plansOf(figure).slice(0, 1)), lang: words.lang }),
    ...(Object.keys(figures).length > 0 && { figures }),
    ...(names.length > 0 && { relations: [`${names.join(" + ")} <= ytd`] }),
  };
}

/** Indicators whose names tell their class alike in every language. */
const TELLING: ReadonlySet<string> = new Set([
  "exports",
  "imports",
  "retail_sales",
  "industrial_production_value",
  "iip",
  "public_investment",
]);

/**
 * The class of an indicator where its name is not enough: its names in two languages would be taken for different ones,
 * such as "tổng sản phẩm trên địa bàn" for output of industry. Its part may tell the class, as industry's part of a GRDP.
 */
function classOf(indicator: string): IndicatorClass | undefined {
  const [base = "", ...components] = indicator.split(":");
  if (TELLING.has(base)) return undefined;
  return base === "trade_turnover" ? "exports" : indicatorClassOf(components.join(" "));
}

/** A report's amounts are in one unit, and its texts have a point for a decimal sign whatever the language. */
function figuresOf(figure: ExtractedFigure, plans: readonly ExtractedTarget[]): ReportQuestion {
  const { value, shareOfTarget, growth, priorYtd } = figure.written;
  const targets = plans.map(({ written, writtenGrowth }) =>
    writtenGrowth === undefined ? written : { value: written, growth: writtenGrowth },
  );
  // A growth alone has no unit: it is told in last year's terms.
  const hasAmount = value !== undefined || priorYtd !== undefined || targets.length > 0;
  const unit = hasAmount ? unitOf(figure.unit) : undefined;
  return {
    ...(unit !== undefined && { unit }),
    ...(value !== undefined && { ytd: value }),
    ...(shareOfTarget !== undefined && { shareOfTarget }),
    ...(growth !== undefined && { growth }),
    ...(priorYtd !== undefined && { priorYtd }),
    ...(targets.length === 1 && { target: targets[0] }),
    ...(targets.length > 1 && {
      target: targets.map((target, index) => ({
        name: index === 0 ? "target" : `target ${index + 1}`,
        ...(typeof target === "string" ? { value: target } : target),
      })),
    }),
    decimal: "point",
  };
}

/** The plans of the figure's own year; those of other years and officials' own forecasts are nothing to attain in it. */
function plansOf({ unit, period, target, otherTargets = [] }: ExtractedFigure): readonly ExtractedTarget[] {
  const plans = [...(target ? [target] : []), ...otherTargets].filter(
    (each) =>
      each.kind === "plan" &&
      each.unit === unit &&
      (each.year === undefined || period.year === undefined || each.year === period.year),
  );
  return plans.filter(({ value }, index) => plans.findIndex((other) => other.value === value) === index);
}

/** The amounts of the parts by a name that relations can have; none where they overlap. */
function partsOf({ value, unit, period, parts = [] }: ExtractedFigure): Readonly<Record<string, object>> {
  const told = parts.filter(
    (part) =>
      part.unit === unit &&
      part.written.value !== undefined &&
      !part.isExpected &&
      part.period.year === period.year &&
      part.period.fromMonth === period.fromMonth &&
      part.period.throughMonth === period.throughMonth,
  );
  const sum = told.reduce((total, part) => total + (part.value ?? 0), 0);
  if (value === undefined || told.length > MOST_PARTS || sum > value * OVERLAPPING) return {};
  const named: Record<string, object> = {};
  for (const part of told)
    named[freeName(partName(part.indicator), named)] = { value: part.written.value, role: "amount" };
  return named;
}

/** "exports:rice" as a name of a relation: "rice". */
function partName(indicator: string): string {
  const component = indicator.slice(indicator.indexOf(":") + 1);
  const name = withoutAccents(component)
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 30);
  return /^[a-z]/.test(name) ? name : `part_${name}`;
}

function freeName(name: string, taken: Readonly<Record<string, unknown>>): string {
  let free = name;
  for (let count = 2; Object.hasOwn(taken, free) || OF_REPORTS.has(free); count += 1)
    free = `${name}_${count}`;
  return free;
}

/** Names that mean a figure of the report itself. */
const OF_REPORTS: ReadonlySet<string> = new Set(["ytd", "growth", "target", "plan", "excess"]);

const UNITS: Readonly<Record<AmountUnit, string>> = {
  "USD million": "million USD",
  "VND billion": "billion VND",
};

/** The unit of a figure as questions name it; absent where only growth is told. */
const unitOf = (unit: FigureUnit): string | undefined => (unit === "percent_yoy" ? undefined : UNITS[unit]);
