import type { ResolvedTarget } from "../report/targets.ts";
import { certainty } from "../target/attainment.ts";
import { attainmentStatus } from "../target/attainment-status.ts";
import { priorRemainder } from "../target/year-to-date.ts";
import type { BreakdownTarget, GoalSeekAnswer, PartTarget, SoughtAnswer } from "./answer-types.ts";
import { capOf } from "./cap.ts";
import { goalSeek, type SoughtPart, type SoughtShare } from "./goal-seek.ts";
import type { Influences } from "./influence.ts";
import { deviationOf } from "./part-forecast.ts";
import type { ReconciledPart } from "./reconciled-parts.ts";
import { mapTree, type Tree } from "./tree.ts";

type Part = Tree<ReconciledPart>;

/** A target of one part, by its reconciled full year; of a complete year by what was reported. */
export function partTarget(part: ReconciledPart, { name, value }: ResolvedTarget): PartTarget {
  const { question, reading, ytd, distribution, fullYear, scale } = part;
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  const surely = certainty(reading.reportedYtd, reading.figures.ytd)(value);
  const probability = isComplete ? surely : distribution.survival(value * scale);
  const isBooked = question.aggregation === "sum" && !reading.canFall && surely === 1;
  const isMissed = isComplete && surely === 0;
  return {
    name,
    value,
    gapToTarget: value - ytd.value,
    projectedAttainment: fullYear.median / scale / value,
    attainmentProbability: probability,
    status: attainmentStatus({
      probability,
      decided: isBooked || (isComplete && surely === 1) ? "attained" : isMissed ? "missed" : undefined,
    }),
  };
}

/** The targets of the total: how likely each is, whose result moves that most, and how what is missing can be shared. */
export function targetAnswers(
  tree: Part,
  influences: readonly (Influences | undefined)[],
  correlation: number,
): readonly BreakdownTarget[] {
  const { ytd, fullYear, question, reading, fits } = tree.value;
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  const sought = mapTree(tree, soughtPart);
  return reading.targets.map((target, i) => {
    const missing = target.value - fullYear.median;
    const strongest = influences[i]?.strongest ?? -1;
    const part = tree.children[strongest];
    const influence = influences[i]?.parts[strongest];
    return {
      ...partTarget(tree.value, target),
      origin: target.origin,
      attainment: ytd.value / target.value,
      missing,
      ...(part && influence && { mostInfluential: { name: part.name, path: part.value.path, ...influence } }),
      ...(missing > 0 &&
        fits &&
        !isComplete && {
          goalSeek: (["size", "slack"] as const).map((sharedBy): GoalSeekAnswer => {
            const { shares, unplaced } = goalSeek(sought, missing, sharedBy, correlation);
            return { sharedBy, shares: soughtAnswers(shares, tree), unplaced };
          }),
        }),
    };
  });
}

/** What every part that is not locked is asked for, each before its own parts and in its own unit. */
function soughtAnswers(shares: Tree<SoughtShare>, tree: Part): readonly SoughtAnswer[] {
  const answers: SoughtAnswer[] = [];
  for (const [i, { value: share, ...below }] of shares.children.entries()) {
    const part = tree.children[i] as Part;
    const { path, scale, ask } = part.value;
    if (ask?.isLocked) continue;
    const { extra, fullYear } = share;
    answers.push({ name: part.name, path, ...share, extra: extra / scale, fullYear: fullYear / scale });
    if (part.children.length > 0) answers.push(...soughtAnswers({ value: share, ...below }, part));
  }
  return answers;
}

function soughtPart({ value }: Part): SoughtPart {
  const { fullYear, scale, reading, question, ask } = value;
  const { priorYtd, priorFullYear } = reading.year;
  const cap = capOf(value);
  const before = priorRemainder({
    position: question.position,
    aggregation: question.aggregation,
    ytd: value.ytd.value,
    remainderWeights: [],
    cumulativeShare: reading.cumulativeShare,
    ...(priorYtd !== undefined && { priorYtd }),
    ...(priorFullYear !== undefined && { priorFullYear }),
  });
  return {
    forecast: fullYear.median,
    deviation: deviationOf(fullYear),
    ...(cap !== undefined && { cap: cap * scale }),
    ...(ask?.isLocked && { isLocked: true }),
    booked: fullYear.booked,
    ...(priorFullYear !== undefined && { priorFullYear: priorFullYear * scale }),
    ...(before !== undefined && question.aggregation === "sum" && { priorRemainder: before * scale }),
  };
}
