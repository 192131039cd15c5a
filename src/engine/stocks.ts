import { checkCoherence } from "./figure/coherence.ts";
import type { Finding } from "./figure/finding.ts";
import { exactly, type MeasuredAnswer, measuredAnswer, minus } from "./figure/measured.ts";
import type { Relation } from "./figure/relation.ts";
import type { Coherence } from "./outlook-types.ts";
import { type PaceAnswer, paceSince } from "./stocks/pace.ts";
import { type Ratio, type RatioAnswer, ratioAnswer, ratioName } from "./stocks/ratio.ts";
import { ratiosOf, standardRatio } from "./stocks/standard-ratios.ts";
import { type StandardStock, standardStock } from "./stocks/standard-stocks.ts";
import { type Stock, stockOf } from "./stocks/stock.ts";
import {
  partsMakingWhole,
  ratioId,
  standardRelations,
  statedRelations,
  stockId,
  stockQuantities,
} from "./stocks/stock-relations.ts";
import { additionsFor, type TargetAnswer, targetAnswer } from "./stocks/stock-target.ts";
import type { StocksNote } from "./stocks/stocks-note.ts";

/** What was reported of stocks at one day, with the ratios and relations that are asked about. */
export interface StocksAsk {
  readonly geography?: string;
  /** The ISO day of the report. */
  readonly asOf?: string;
  /** The stocks of the question, by names that differ. */
  readonly stocks: readonly Stock[];
  /** Ratios between them, or with figures told for a ratio alone. */
  readonly ratios: readonly Ratio[];
  readonly relations: readonly Relation[];
}

export interface StockAnswer {
  readonly name: string;
  /** What it stands for in reports of parks and clusters. */
  readonly standard?: StandardStock;
  readonly unit?: string;
  readonly isWhole: boolean;
  readonly value: number;
  readonly lower?: number;
  readonly upper?: number;
  readonly target?: TargetAnswer;
  /** One for each earlier value, the latest last. */
  readonly paces: readonly PaceAnswer[];
}

export interface StocksAnswer {
  readonly question: { readonly geography?: string; readonly asOf?: string };
  readonly stocks: readonly StockAnswer[];
  readonly ratios: readonly RatioAnswer[];
  readonly coherence: Coherence;
  /** The names of figures in `coherence`, by the identifiers that relations use. */
  readonly names: Readonly<Record<string, string>>;
  readonly notes: readonly StocksNote[];
}

/**
 * What stocks at a day come to: their targets and what these still take, the day on which the pace since an earlier
 * value reaches them, the ratios that parks and clusters are judged by, and whether the figures agree. A level at a day
 * is never added up over time nor extended to a year.
 */
export function stocks(ask: StocksAsk): StocksAnswer {
  const { geography, asOf } = ask;
  const ratios = [...ask.ratios, ...standardRatios(ask)];
  // Figures told for a ratio alone have a place in relations behind the stocks.
  const all = [
    ...new Set([...ask.stocks, ...ratios.flatMap(({ numerator, denominator }) => [numerator, denominator])]),
  ];
  const { verdict, findings } = checkCoherence({
    quantities: stockQuantities(all, ratios),
    relations: distinct([
      ...ask.relations,
      ...standardRelations(ask.stocks),
      ...statedRelations(all, ratios),
    ]),
  });
  const answers = ratios.flatMap(
    (ratio, index) => ratioAnswer(ratio, { asOf, verdict: verdictOn(ratioId(ratio, index), findings) }) ?? [],
  );
  const names: Record<string, string> = {};
  for (const [index, { name }] of all.entries()) names[stockId(index)] = name;
  for (const [index, ratio] of ratios.entries()) names[ratioId(ratio, index)] = ratioName(ratio);
  return {
    question: { ...(geography !== undefined && { geography }), ...(asOf !== undefined && { asOf }) },
    stocks: ask.stocks.map((stock) => stockAnswer(stock, asOf)),
    ratios: answers,
    coherence: { verdict, findings },
    names,
    notes: notesOf(ask),
  };
}

/** A relation that was asked and is standard too is told once. */
const distinct = (relations: readonly Relation[]): readonly Relation[] => [
  ...new Map(relations.map((relation) => [relation.text.replace(/\s+/g, ""), relation])).values(),
];

const verdictOn = (quantity: string, findings: readonly Finding[]): Finding["verdict"] | undefined =>
  findings.find((finding) => finding.quantity === quantity)?.verdict;

/** The standard ratios that nobody asked for. */
function standardRatios({ stocks: told, ratios }: StocksAsk): readonly Ratio[] {
  const known = new Set(told.flatMap(({ name }) => standardStock(name) ?? []));
  return ratiosOf(known).flatMap((each): readonly Ratio[] => {
    const [numerator, denominator] = [stockOf(told, each.numerator), stockOf(told, each.denominator)];
    const rule = standardRatio(each.numerator, each.denominator);
    if (!numerator || !denominator || !rule) return [];
    const isAsked = ratios.some(
      (ratio) => ratio.numerator === numerator && ratio.denominator === denominator,
    );
    // Hectares of square metres are no share of one another.
    const isMixed = rule.kind === "share" && !numerator.isWhole && numerator.unit !== denominator.unit;
    return isAsked || isMixed ? [] : [{ numerator, denominator, kind: rule.kind }];
  });
}

function stockAnswer(stock: Stock, asOf: string | undefined): StockAnswer {
  const { name, value, unit, isWhole, target, targetDate: date, earlier } = stock;
  const standard = standardStock(name);
  const told: MeasuredAnswer = measuredAnswer(value);
  return {
    name,
    ...(standard !== undefined && { standard }),
    ...(unit !== undefined && { unit }),
    isWhole,
    ...told,
    ...(target && {
      target: targetAnswer(value, {
        target,
        date,
        asOf,
        missing: additionsFor(minus(exactly(target.value), value), isWhole),
      }),
    }),
    paces: asOf === undefined ? [] : earlier.map((each) => paceSince(stock, each, asOf)),
  };
}

function notesOf({ stocks: told, ratios }: StocksAsk): readonly StocksNote[] {
  const leased = stockOf(told, "leased");
  const isOnTotalArea = leased && stockOf(told, "area") && !stockOf(told, "leasable");
  const whole = partsMakingWhole(told);
  const ambiguous = told.filter(({ value }) => value.isAmbiguous);
  return [
    ...(isOnTotalArea ? [{ code: "occupancyNeedsLeasable", values: {} } as const] : []),
    ...whole.map(({ whole: all, parts, rest }) => ({
      code: "partsAndWhole" as const,
      values: { whole: all.name, parts: parts.map(({ name }) => name), rest },
    })),
    ...ratios
      .filter(({ denominator }) => denominator.value.value === 0)
      .map(({ numerator, denominator }) => ({
        code: "denominatorZero" as const,
        values: { numerator: numerator.name, denominator: denominator.name },
      })),
    ...ambiguous.map(({ name, value: { written, value } }) => ({
      code: "ambiguousDecimal" as const,
      values: { name, written, value },
    })),
    ...(told.some(({ earlier }) => earlier.length > 0) ? [{ code: "paceAssumed", values: {} } as const] : []),
    { code: "stocksNotAnnualized", values: {} } as const,
  ];
}
