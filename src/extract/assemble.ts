import type { Draft, Subject } from "./draft.ts";
import type {
  Doubt,
  ExtractedFigure,
  ExtractedTarget,
  FigurePeriod,
  FigureUnit,
  TargetKind,
} from "./extraction.ts";
import type { Amount, Hedge, PeriodMention } from "./mention.ts";

/** What the figures of a text are read against. */
export interface Surroundings {
  /** What "this year" means. */
  readonly year: number | undefined;
  /** Whether the year was printed beside the figures, and not followed from elsewhere. */
  readonly isYearTold: boolean;
  /** ISO. */
  readonly published: string | undefined;
  readonly isDecimalCertain: boolean;
  readonly spanOf: (from: number, to: number) => readonly [number, number];
  readonly unitOf: (indicator: string) => FigureUnit;
}

interface Made {
  figure: ExtractedFigure;
  readonly draft: Draft;
  parts: ExtractedFigure[];
}

/** How far two values of one figure may be apart that one sentence rounds and another does not. */
const ROUNDED_APART = 0.02;
const LAST_MONTH = 12;

/** From what each sentence told to the figures of the text: told once, with their targets and their parts. */
export function assemble(drafts: readonly Draft[], around: Surroundings): readonly ExtractedFigure[] {
  const reported = withSubjects(drafts.filter((draft) => !draft.isOther));
  const values = reported.filter(({ purpose }) => purpose === "value").map((draft) => made(draft, around));
  const ahead = reported.filter(({ purpose }) => purpose !== "value");
  const expected = ahead
    .filter((draft) => isReport(draft, values, around))
    .map((draft) => made(draft, around, true));
  const targets = ahead.filter(
    (draft) => draft.amount && !isPartOfYear(draft) && !isReport(draft, values, around),
  );
  const figures = merged([...values, ...expected].filter(isTold));
  for (const target of targets) attachTarget(figures, target, around);
  return nested(figures);
}

/** A target that was told before anything else is of the first figure in its currency. */
const withSubjects = (drafts: readonly Draft[]): readonly Draft[] =>
  drafts.flatMap((draft, index) => {
    if (draft.indicator !== "") return [draft];
    const next = drafts
      .slice(index + 1, index + MOST_COMPARED)
      .find(({ indicator, amount }) => indicator !== "" && amount?.unit === draft.amount?.unit);
    return next ? [{ ...draft, indicator: next.indicator }] : [];
  });

/** What mostly frames its parts: a figure where the text says more of it than its value. */
const FRAMES = new Set(["trade_turnover", "state_budget_expenditure", "tourism_revenue"]);

function isTold({ figure }: Made): boolean {
  if (FRAMES.has(figure.indicator))
    return figure.value !== undefined && (figure.growth !== undefined || figure.shareOfTarget !== undefined);
  return figure.value !== undefined || figure.growth !== undefined;
}

function made(given: Draft, around: Surroundings, isExpected = false): Made {
  const draft = ofGrowthAlone(given);
  const doubts = new Set(draft.doubts);
  const period = periodOf(datedByPlan(draft), around, doubts);
  const unit = draft.amount?.unit ?? around.unitOf(draft.indicator);
  const isIndex = unit === "percent_yoy";
  const value =
    grownTo(draft)?.value ??
    draft.amount?.value ??
    (isIndex && draft.growth ? percentValue(draft.growth.written) : undefined);
  const prior = draft.prior?.value ?? grownTo(draft)?.prior;
  if (!draft.place) doubts.add("placeUnknown");
  if (!around.isDecimalCertain && draft.amount && isAmbiguous(draft.amount))
    doubts.add("decimalSignUncertain");
  const figure: ExtractedFigure = {
    ...(draft.place && { geography: draft.place }),
    indicator: draft.component ? `${draft.indicator}:${draft.component}` : draft.indicator,
    ...(value !== undefined && { value }),
    unit,
    qualifier: draft.hedge,
    period,
    ...(draft.share && { shareOfTarget: draft.share.ratio }),
    ...(draft.growth && { growth: draft.growth.ratio }),
    ...(draft.isOnPlan && draft.amount && { target: planMet(draft.amount, period.year) }),
    ...(prior !== undefined && { priorYtd: prior }),
    ...(isExpected && { isExpected }),
    span: around.spanOf(draft.from, draft.to),
    confidence: confidenceOf(doubts),
    doubts: [...doubts],
    written: {
      ...(draft.amount && { value: writtenAmount(draft.amount, draft.hedge) }),
      ...(draft.share && { shareOfTarget: draft.share.written }),
      ...(draft.growth && { growth: draft.growth.written }),
      ...(draft.prior && { priorYtd: writtenAmount(draft.prior, draft.prior.hedge) }),
      ...(draft.points !== undefined && { pointsAboveTarget: draft.points }),
      ...(draft.excess && { excessAmount: writtenAmount(draft.excess, draft.excess.hedge) }),
    },
  };
  return { figure, draft, parts: [] };
}

/** "January to October exports: 103% of the 2022 target": months without a year are of the plan's. */
function datedByPlan({ period, planYear }: Draft): PeriodMention | undefined {
  const isDated = period?.year !== undefined || period?.yearOffset !== undefined;
  return period && planYear !== undefined && !isDated ? { ...period, year: planYear } : period;
}

/** Growth of the regional product without its level is an indicator of its own. */
const ofGrowthAlone = (draft: Draft): Draft =>
  !draft.amount && draft.indicator.startsWith("grdp") ? { ...draft, indicator: "grdp_growth" } : draft;

/** "(from 1.95 to 1.99 billion USD)": a range whose ends are as far apart as the growth says is last year and this. */
function grownTo({ amount, growth }: Draft): { value: number; prior: number } | undefined {
  if (!amount?.upTo || !growth) return undefined;
  return Math.abs(amount.upTo / amount.value - 1 - growth.ratio) < 0.02
    ? { value: amount.upTo, prior: amount.value }
    : undefined;
}

const planMet = (amount: Amount, year: number | undefined): ExtractedTarget => ({
  value: amount.value,
  unit: amount.unit,
  ...(year !== undefined && { year }),
  kind: "plan",
  written: writtenAmount(amount, "exact"),
});

const percentValue = (written: string): number => Number(written.replace("%", ""));

/** "1.533" or "1,533": both conventions can be meant. */
const isAmbiguous = ({ literal }: Amount): boolean =>
  /^\d{1,3}\.\d{3}$/.test(literal) || /^\d{4,6}$/.test(literal);

const HEDGE_WORDS: Readonly<Record<Hedge, string>> = {
  exact: "",
  more_than: "over ",
  nearly: "nearly ",
  about: "about ",
  estimated: "about ",
  at_least: "at least ",
  at_most: "at most ",
};

const writtenAmount = ({ literal, scale }: Amount, hedge: Hedge): string =>
  `${HEDGE_WORDS[hedge]}${literal} ${scale}`;

/** What each doubt leaves of the confidence. */
const LEFT: Readonly<Record<Doubt, number>> = {
  indicatorCarried: 0.93,
  periodCarried: 0.9,
  periodAssumed: 0.7,
  placeCarried: 0.97,
  placeUnknown: 0.85,
  yearInferred: 0.95,
  yearUnknown: 0.8,
  unitCarried: 0.95,
  attributionDistant: 0.85,
  severalShares: 0.95,
  outsideRange: 0.6,
  decimalSignUncertain: 0.8,
};
const CERTAIN = 0.98;

const confidenceOf = (doubts: ReadonlySet<Doubt>): number =>
  Number([...doubts].reduce((left, doubt) => left * LEFT[doubt], CERTAIN).toFixed(2));

function periodOf(period: PeriodMention | undefined, around: Surroundings, doubts: Set<Doubt>): FigurePeriod {
  const year = yearOf(period, around);
  if (year === undefined) doubts.add("yearUnknown");
  else if (period?.year === undefined && !around.isYearTold) doubts.add("yearInferred");
  if (!period) doubts.add("periodAssumed");
  const throughMonth = period ? period.throughMonth || monthReached(around, doubts) : LAST_MONTH;
  return { ...(year !== undefined && { year }), fromMonth: period?.fromMonth ?? 1, throughMonth };
}

function yearOf(period: PeriodMention | undefined, { year }: Surroundings): number | undefined {
  if (period?.year !== undefined) return period.year;
  if (period?.throughYear !== undefined && period.yearOffset === undefined) return period.throughYear;
  return year === undefined ? undefined : year + (period?.yearOffset ?? 0);
}

/** The days of a month after which a text that says "so far this year" means the month itself. */
const LATE_IN_MONTH = 20;

function monthReached({ published }: Surroundings, doubts: Set<Doubt>): number {
  doubts.add("periodAssumed");
  const month = Number(published?.slice(5, 7));
  if (!published || !(month >= 1)) return LAST_MONTH;
  const day = Number(published.slice(8, 10));
  return day >= LATE_IN_MONTH || month === 1 ? month : month - 1;
}

/**
 * A figure that is wished for or expected is a report where it is of a part of the year and measured against the
 * year's plan, or where nothing else is known of the year.
 */
function isReport(draft: Draft, values: readonly Made[], around: Surroundings): boolean {
  const { period, amount, share, growth, purpose } = draft;
  if (period?.isRest || period?.throughYear !== undefined) return false;
  if (isPartOfYear(draft))
    return (
      period?.fromMonth === 1 &&
      (share !== undefined || (purpose === "expected" && growth !== undefined && amount !== undefined))
    );
  if (purpose === "target") return false;
  const year = yearOf(period, around);
  if (!amount) return false;
  return !values.some(
    ({ figure }) => sameSubject(figure, draft) && (figure.period.year ?? year ?? 0) <= (year ?? 0),
  );
}

const isPartOfYear = ({ period }: Draft): boolean =>
  period !== undefined && !period.isYear && !(period.fromMonth === 1 && period.throughMonth === LAST_MONTH);

const fullName = ({ indicator, component }: Subject): string =>
  component ? `${indicator}:${component}` : indicator;

const sameSubject = (figure: ExtractedFigure, draft: Draft): boolean =>
  figure.indicator === fullName(draft) &&
  (!figure.geography || !draft.place || figure.geography === draft.place);

function attachTarget(figures: Made[], draft: Draft, around: Surroundings): void {
  const { amount } = draft;
  if (!amount) return;
  const ofSubject = figures.filter(
    ({ figure }) => sameSubject(figure, draft) && figure.unit === amount.unit && figure.value !== undefined,
  );
  const cumulative = ofSubject.filter(({ figure }) => figure.period.fromMonth === 1);
  const latest = Math.max(
    ...cumulative.map(({ figure }) => (figure.period.year ?? 0) * 100 + figure.period.throughMonth),
  );
  const host =
    cumulative.find(
      ({ figure }) => (figure.period.year ?? 0) * 100 + figure.period.throughMonth === latest,
    ) ?? ofSubject[0];
  if (!host) return;
  const named = draft.targetPeriod ?? draft.period;
  const through = named?.throughYear;
  const year = through ?? (named ? yearOf(named, around) : host.figure.period.year);
  const isSoon =
    host.figure.period.year === undefined || year === undefined || year <= host.figure.period.year;
  const kind = kindOf(
    draft,
    isSoon,
    year !== undefined && year === (host.figure.period.year ?? 0) + 1 && through === undefined,
  );
  const target: ExtractedTarget = {
    value: amount.value,
    unit: amount.unit,
    ...(year !== undefined && { year }),
    kind,
    written: writtenAmount(amount, "exact"),
  };
  const hosts = cumulative.filter(({ figure }) => kind === "plan" && figure.period.year === year);
  for (const each of hosts.length > 0 ? hosts : [host]) each.figure = withTarget(each.figure, target);
}

function kindOf(draft: Draft, isSoon: boolean, isNextYear: boolean): TargetKind {
  if (isSoon) return draft.purpose === "target" || draft.share?.ratio === 1 ? "plan" : "expectedOutcome";
  return isNextYear ? "nextYearPlan" : "longTermGoal";
}

const RANK: readonly TargetKind[] = ["plan", "nextYearPlan", "expectedOutcome", "longTermGoal"];

function withTarget(figure: ExtractedFigure, target: ExtractedTarget): ExtractedFigure {
  const known = [...(figure.target ? [figure.target] : []), ...(figure.otherTargets ?? [])];
  if (known.some(({ value, year }) => value === target.value && year === target.year)) return figure;
  const [first, ...others] = [...known, target].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  return { ...figure, ...(first && { target: first }), ...(others.length > 0 && { otherTargets: others }) };
}

/** One figure for each that is told twice, with what each sentence adds. */
function merged(all: readonly Made[]): Made[] {
  const kept: Made[] = [];
  const byKey = new Map<string, Made[]>();
  for (const next of all) {
    const key = `${next.figure.indicator}|${next.figure.geography ?? ""}`;
    const known = byKey.get(key) ?? [];
    byKey.set(key, known);
    const same = known.slice(-MOST_COMPARED).find((one) => isSame(one, next));
    if (!same) {
      kept.push(next);
      known.push(next);
      continue;
    }
    same.figure = union(same.figure, next.figure);
  }
  return kept;
}

/** How many figures of one place and indicator a new one is compared with. */
const MOST_COMPARED = 40;

function isSame({ figure: a }: Made, { figure: b }: Made): boolean {
  const carried = (figure: ExtractedFigure): boolean =>
    figure.doubts.includes("periodCarried") || figure.doubts.includes("periodAssumed");
  const isSamePeriod =
    a.period.year === b.period.year &&
    a.period.fromMonth === b.period.fromMonth &&
    a.period.throughMonth === b.period.throughMonth;
  if (a.value === undefined || b.value === undefined || a.unit === "percent_yoy") {
    const isRounded =
      a.growth !== undefined && b.growth !== undefined && Math.abs(a.growth - b.growth) < 0.011;
    return isSamePeriod || (isRounded && (carried(a) || carried(b)));
  }
  const isClose = Math.abs(a.value - b.value) <= ROUNDED_APART * Math.abs(a.value);
  if (isClose) return isSamePeriod || carried(a) || carried(b);
  // Of two values of one figure the one that was only thought to be of it goes.
  return (
    isSamePeriod &&
    (carried(b) || b.doubts.includes("indicatorCarried")) &&
    !carried(a) &&
    !a.doubts.includes("indicatorCarried")
  );
}

function union(a: ExtractedFigure, b: ExtractedFigure): ExtractedFigure {
  const isPreciser =
    (b.written.value?.length ?? 0) > (a.written.value?.length ?? 0) &&
    b.value !== undefined &&
    a.value !== undefined &&
    Math.abs(a.value - b.value) <= ROUNDED_APART * Math.abs(a.value);
  const [main, other] = a.value === undefined || isPreciser ? [b, a] : [a, b];
  const growth = main.growth ?? other.growth;
  const share = main.shareOfTarget ?? other.shareOfTarget;
  return {
    ...other,
    ...main,
    ...(share !== undefined && { shareOfTarget: share }),
    ...(growth !== undefined && { growth }),
    written: { ...other.written, ...main.written },
  };
}

/** Parts under their totals. A part stands by itself where it says what its total does not. */
function nested(all: readonly Made[]): readonly ExtractedFigure[] {
  const totals = all.filter(({ draft }) => !draft.component);
  const byIndicator = new Map<string, Made[]>();
  for (const total of totals) {
    const known = byIndicator.get(total.draft.indicator);
    if (known) known.push(total);
    else byIndicator.set(total.draft.indicator, [total]);
  }
  const standing = new Set<Made>();
  for (const part of all) {
    if (!part.draft.component) {
      standing.add(part);
      continue;
    }
    const total = totalOf(part, byIndicator.get(part.draft.indicator) ?? []);
    const { share, component, isPaired } = part.draft;
    const isOwn =
      !total ||
      isPaired ||
      component.startsWith("excluding") ||
      (share !== undefined && total.figure.shareOfTarget === undefined);
    if (isOwn) standing.add(part);
    else total.parts.push(part.figure);
  }
  return [...standing].map(({ figure, parts }) => (parts.length > 0 ? { ...figure, parts } : figure));
}

function totalOf({ figure, draft }: Made, totals: readonly Made[]): Made | undefined {
  let best: Made | undefined;
  for (const total of totals.slice(-MOST_COMPARED)) {
    if (total.figure.value === undefined) continue;
    const { period } = total.figure;
    const isSame =
      period.fromMonth === figure.period.fromMonth &&
      period.throughMonth === figure.period.throughMonth &&
      period.year === figure.period.year;
    if (isSame) return total;
    if (
      !best ||
      Math.abs(total.draft.sentence - draft.sentence) <= Math.abs(best.draft.sentence - draft.sentence)
    )
      best = total;
  }
  return best;
}
