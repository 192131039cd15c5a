import { elapsedMonths, throughLabel } from "../calendar/period.ts";
import type { Note } from "../note.ts";
import type { KnownFigure } from "../outlook-types.ts";
import type { Question } from "../question.ts";
import type { ResolvedTarget } from "./targets.ts";

/** A report after its figures were read, to be held against what is usual. `figures` are the answer's. */
export interface ReadFigures {
  readonly question: Pick<Question, "position" | "aggregation" | "figures" | "targets" | "reports">;
  readonly figures: Readonly<Record<string, KnownFigure>>;
  readonly targets: readonly Pick<ResolvedTarget, "name" | "value" | "origin">[];
}

/** A reported amount and the part of the year that it counts: 1 for totals, elapsed / 12 for sums so far. */
interface Amount {
  readonly quantity: string;
  readonly value: number;
  readonly part: number;
}

/** An amount that may be wrong by a power of ten. */
interface Slip {
  readonly amount: Amount;
  readonly places: number;
  /** How many more of the other amounts fit with it than without. */
  readonly gain: number;
  /** One that fits only with it. */
  readonly comparedWith: Amount;
}

/** Neighbouring magnitude words, and a decimal sign taken for a thousands sign, differ by a thousand, up or down. */
const SLIPS = [3, -3] as const;

/**
 * Powers of ten by which a slip must bring two amounts nearer to their usual ratio before it is named. Below a hundred
 * a bad year or a small base explains as much; a thousand where another scale would be ten off leaves two.
 */
const LEAST_GAIN = 2;

/**
 * The elapsed part of the year to these powers is the share of the total that is usual by then: 2% to 29% after one
 * month, 27% to 65% after five. Public investment starts late, some harvests and all front-loaded plans early.
 */
const LATE = 1.5;
const EARLY = 0.5;

/**
 * Amounts that are about a thousand times out of scale with the others, as when billion was written for trillion. The
 * slip is put where it reconciles most of them; of two amounts that could have it, in the one that is too small, since
 * a word is left out ("nghìn" of "nghìn tỷ") more easily than put in.
 */
export function unitSlips(report: ReadFigures): readonly Note[] {
  const notes: Note[] = [];
  let amounts = amountsOf(report);
  for (const _ of amounts) {
    const likeliest = [...slipsAmong(amounts)].sort((a, b) => b.gain - a.gain)[0];
    if (!likeliest) break;
    const { amount, places, comparedWith } = likeliest;
    const moved = { ...amount, value: amount.value * 10 ** places };
    amounts = amounts.map((each) => (each === amount ? moved : each));
    notes.push({
      code: "unitSlip",
      values: {
        quantity: amount.quantity,
        value: amount.value,
        factor: 10 ** places,
        suggested: moved.value,
        comparedWith: comparedWith.quantity,
        comparedValue: comparedWith.value,
      },
    });
  }
  return notes;
}

/** What was reported, not what follows from it. A stock may start from next to nothing, so its target is no measure. */
function amountsOf({ question, figures, targets }: ReadFigures): readonly Amount[] {
  const { aggregation, position } = question;
  const elapsed = aggregation === "sum" ? elapsedMonths(position) / 12 : 1;
  const told = [
    { quantity: "ytd", part: elapsed },
    { quantity: "priorYtd", part: elapsed },
    { quantity: "priorFullYear", part: 1 },
  ].flatMap(({ quantity, part }) => {
    const figure = figures[quantity];
    return figure?.origin === "reported" ? [{ quantity, value: figure.value, part }] : [];
  });
  const stated = targets
    .filter(({ origin }) => origin === "stated" && aggregation !== "last")
    .map(({ name, value }) => ({ quantity: `target:${name}`, value, part: 1 }));
  return [...told, ...stated].filter(({ value }) => value > 0);
}

/** Every slip that would let more amounts fit than it parts; those that enlarge come first. */
function slipsAmong(amounts: readonly Amount[]): readonly Slip[] {
  return SLIPS.flatMap((places) =>
    amounts.flatMap((amount): readonly Slip[] => {
      const others = amounts
        .filter((other) => other !== amount)
        .map((other) => ({ other, nearer: misfit(amount, other, 0) - misfit(amount, other, places) }));
      const fitting = others.filter(({ nearer }) => nearer >= LEAST_GAIN);
      const gain = fitting.length - others.filter(({ nearer }) => nearer <= -LEAST_GAIN).length;
      return fitting[0] && gain > 0 ? [{ amount, places, gain, comparedWith: fitting[0].other }] : [];
    }),
  );
}

/** Powers of ten between the ratio of two amounts and what is usual for the parts of the year that they count. */
function misfit(amount: Amount, other: Amount, places: number): number {
  const ratio = Math.log10(amount.value / other.value) + places;
  const part = Math.log10(amount.part / other.part);
  const [lower, upper] = part < 0 ? [part * LATE, part * EARLY] : [part * EARLY, part * LATE];
  return Math.max(0, lower - ratio, ratio - upper);
}

/**
 * Growths that are rarer than the mistake of giving what the figure is of last year's ("121.26%" for 21.26% more):
 * hardly a province's first months lie outside -20% to +150%.
 */
const PERCENT_OF = { from: 0.8, to: 2.5 } as const;

/**
 * A growth that is probably the percent of last year which this year has reached. Silent where it was written in words
 * or times, where last year's same period confirms or contradicts it, and where last year's total fits it better than
 * the growth that would be meant.
 */
export function percentOfLastYear({ question, figures }: ReadFigures): readonly Note[] {
  const { growth } = question.figures;
  if (!growth || growth.value < PERCENT_OF.from || growth.value > PERCENT_OF.to) return [];
  if (!/%|percent|phần trăm/i.test(growth.written) && !Number.isFinite(Number(growth.written))) return [];
  const { ytd, priorYtd, priorFullYear } = figures;
  if (priorYtd?.origin === "reported") return [];
  const instead = growth.value - 1;
  if (ytd && priorFullYear?.origin === "reported" && ytd.value > 0 && priorFullYear.value > 0) {
    const part = question.aggregation === "sum" ? elapsedMonths(question.position) / 12 : 1;
    const outOfScale = (rate: number) =>
      Math.abs(Math.log(ytd.value / (1 + rate) / (priorFullYear.value * part)));
    if (outOfScale(growth.value) < outOfScale(instead)) return [];
  }
  return [{ code: "percentOfLastYear", values: { growth: growth.value, instead } }];
}

/** Figures whose only separator may be a decimal sign as well as a thousands sign, as they were read. */
export function ambiguousDecimals({ question }: Pick<ReadFigures, "question">): readonly Note[] {
  const { figures, targets, reports } = question;
  // One of them is enough to ask about all.
  const report = reports.find(({ ytd }) => ytd?.isAmbiguous);
  const named = [
    ...Object.entries(figures),
    ...targets.map(({ name, level }) => [`target:${name}`, level] as const),
    ...targets.map(({ growth }) => ["plannedGrowth", growth] as const),
    ...(report ? [[`ytd ${throughLabel(report.position)}`, report.ytd] as const] : []),
  ];
  return named.flatMap(([quantity, figure]): readonly Note[] =>
    figure?.isAmbiguous
      ? [{ code: "ambiguousDecimal", values: { quantity, written: figure.written, value: figure.value } }]
      : [],
  );
}
