import { yearOf } from "./dated-period.ts";
import type { Draft } from "./draft.ts";
import { type DraftedFigure, fullName, type Surroundings, targetOf } from "./drafted-figure.ts";
import type { ExtractedFigure, ExtractedTarget, FigurePeriod, TargetKind } from "./extraction.ts";

/** A text that tells more targets or more figures of one subject and year is a table, and no article. */
const MOST = 40;

/** The figures that the targets of one subject and place may be of. */
interface Candidates {
  /** The one that reaches farthest, or the first where none begins with its year. */
  readonly latest: DraftedFigure | undefined;
  /** Those that begin with their year. */
  readonly ofYear: ReadonlyMap<number | undefined, readonly DraftedFigure[]>;
}

/**
 * Writes targets into the figures of their place, indicator and currency: a plan into all of its year, another into
 * the latest. "Exports reached 5 billion USD in nine months; the plan is 6 billion USD."
 */
export function attachTargets(
  figures: readonly DraftedFigure[],
  targets: readonly Draft[],
  around: Surroundings,
): void {
  const bySubject = figuresBySubject(figures);
  const known = new Map<string, Candidates>();
  for (const draft of targets) {
    const { amount, place } = draft;
    if (!amount) continue;
    const subject = `${fullName(draft)}|${amount.unit}`;
    const key = `${subject}|${place ?? ""}`;
    const candidates = known.get(key) ?? candidatesFor(bySubject.get(subject) ?? [], place);
    known.set(key, candidates);
    const { latest, ofYear } = candidates;
    if (!latest) continue;
    const target = grown(targetOf(amount, ...yearAndKind(draft, latest.figure.period.year, around)), draft);
    const planned = target.kind === "plan" ? ofYear.get(target.year) : undefined;
    for (const host of planned ?? [latest]) host.figure = withTarget(host.figure, target);
  }
}

const grown = (target: ExtractedTarget, { growth }: Draft): ExtractedTarget =>
  growth ? { ...target, growth: growth.ratio, writtenGrowth: growth.written } : target;

function figuresBySubject(figures: readonly DraftedFigure[]): ReadonlyMap<string, readonly DraftedFigure[]> {
  const bySubject = new Map<string, DraftedFigure[]>();
  for (const each of figures) {
    const { indicator, unit, value } = each.figure;
    if (value === undefined) continue;
    const subject = `${indicator}|${unit}`;
    const known = bySubject.get(subject);
    if (known) known.push(each);
    else bySubject.set(subject, [each]);
  }
  return bySubject;
}

/** Of a figure or a target without a place the other one's is taken. */
function candidatesFor(ofSubject: readonly DraftedFigure[], place: string | undefined): Candidates {
  const ofYear = new Map<number | undefined, DraftedFigure[]>();
  let first: DraftedFigure | undefined;
  let latest: DraftedFigure | undefined;
  for (const each of ofSubject) {
    const { geography, period } = each.figure;
    if (geography && place && geography !== place) continue;
    first ??= each;
    if (period.fromMonth !== 1) continue;
    if (!latest || reach(period) > reach(latest.figure.period)) latest = each;
    const known = ofYear.get(period.year) ?? [];
    if (known.length < MOST) known.push(each);
    ofYear.set(period.year, known);
  }
  return { latest: latest ?? first, ofYear };
}

const reach = ({ year = 0, throughMonth }: FigurePeriod): number => year * 100 + throughMonth;

/** "The plan of 6 billion USD" is of the figure's year, "next year's" of the one after, "by 2030" a longer goal. */
function yearAndKind(
  draft: Draft,
  figureYear: number | undefined,
  around: Surroundings,
): [year: number | undefined, kind: TargetKind] {
  const named = draft.targetPeriod ?? draft.period;
  const through = named?.throughYear;
  const year = through ?? (named ? yearOf(named, around) : figureYear);
  if (figureYear === undefined || year === undefined || year <= figureYear)
    return [year, draft.purpose === "target" || draft.share?.ratio === 1 ? "plan" : "expectedOutcome"];
  return [year, year === figureYear + 1 && through === undefined ? "nextYearPlan" : "longTermGoal"];
}

const RANK: readonly TargetKind[] = ["plan", "nextYearPlan", "expectedOutcome", "longTermGoal"];

function withTarget(figure: ExtractedFigure, target: ExtractedTarget): ExtractedFigure {
  const known = [...(figure.target ? [figure.target] : []), ...(figure.otherTargets ?? [])];
  if (known.length >= MOST) return figure;
  if (known.some(({ value, year }) => value === target.value && year === target.year)) return figure;
  const [first, ...others] = [...known, target].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind));
  return { ...figure, ...(first && { target: first }), ...(others.length > 0 && { otherTargets: others }) };
}
