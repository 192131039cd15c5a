import type {
  Breakdown,
  BreakdownTarget,
  ComponentAnswer,
  ConcentrationAnswer,
  GoalSeekAnswer,
  PartTarget,
  TotalAnswer,
} from "./breakdown/answer-types.ts";
import type { BreakdownAsk } from "./breakdown/ask.ts";
import { breakdownNotes, capOf } from "./breakdown/breakdown-notes.ts";
import { concentrationOf } from "./breakdown/concentration.ts";
import { contributionsTo, type NamedContribution } from "./breakdown/contributions.ts";
import { forecastParts } from "./breakdown/forecast-parts.ts";
import { goalSeek, type SharedBy, type SoughtPart, type SoughtShare } from "./breakdown/goal-seek.ts";
import { type Influences, influencesOn } from "./breakdown/influence.ts";
import { jointAttainment } from "./breakdown/joint-attainment.ts";
import type { OwnForecast } from "./breakdown/own-forecast.ts";
import { deviationOf } from "./breakdown/part-forecast.ts";
import { partsCoherence, worstVerdict } from "./breakdown/parts-coherence.ts";
import { partsOfTotal, type ReconciledPart, reconciledParts } from "./breakdown/reconciled-parts.ts";
import { toldParts } from "./breakdown/told-parts.ts";
import { mapTree, nodesOf, type Tree } from "./breakdown/tree.ts";
import type { Assumption } from "./forecast/answer.ts";
import { spreadOf } from "./forecast/quantile-answers.ts";
import { questionEcho } from "./question-echo.ts";
import type { Knowledge } from "./report/knowledge.ts";
import { remarks } from "./report/remarks.ts";
import type { ResolvedTarget } from "./report/targets.ts";
import { certainty } from "./target/attainment.ts";
import { attainmentStatus } from "./target/attainment-status.ts";
import { priorRemainder } from "./target/year-to-date.ts";

type Part = Tree<ReconciledPart>;

/**
 * A total and its parts: what is left over, whether they agree, who contributes what, where each lands once all of them
 * agree, how likely the targets are, whose result matters most, and how what a target lacks is best shared.
 * @throws EngineError where a question has no answer, naming the field
 */
export function breakdown(ask: BreakdownAsk, knowledge: Knowledge): Breakdown {
  const told = toldParts(ask, knowledge);
  const { question, reading } = told.value;
  const correlation = ask.correlation ?? knowledge.components.correlation[question.indicatorClass];
  const coherence = partsCoherence(told);
  const tree = reconciledParts(forecastParts(told, { knowledge, correlation }), correlation);
  const influences = influencesOf(tree, correlation);
  const components = componentAnswers(tree, influences[0]);
  const partTargets = components.flatMap(({ target }) => target?.attainmentProbability ?? []);
  return {
    question: { ...questionEcho(question, reading.basis), exhaustive: told.value.isExhaustive },
    figures: reading.figures,
    coherence: {
      verdict: worstVerdict([reading.coherence.verdict, coherence.verdict]),
      findings: reading.coherence.findings,
      ofParts: coherence.findings,
    },
    components,
    ...concentrationAnswer(tree),
    total: totalAnswer(tree, correlationAssumption(ask, correlation)),
    targets: reading.targets.map((target, i) => targetAnswer(tree, target, influences[i], correlation)),
    ...(partTargets.length > 1 && {
      partTargets: {
        count: partTargets.length,
        allProbability: jointAttainment(partTargets, correlation),
      },
    }),
    notes: [...reading.notes, ...remarks(question, reading, knowledge), ...(tree.value.own?.notes ?? [])],
    partNotes: breakdownNotes(tree, coherence.twofold),
  };
}

const correlationAssumption = ({ correlation, question }: BreakdownAsk, value: number): Assumption => ({
  code: "componentCorrelation",
  text:
    correlation === undefined
      ? `correlation of the forecast errors of any two parts, learned for the class ${question.indicatorClass}`
      : "correlation of the forecast errors of any two parts, as it was asked",
  value,
});

/** On each target, in their order. */
function influencesOf(tree: Part, correlation: number): readonly (Influences | undefined)[] {
  const { reading, question, fullYear } = tree.value;
  const { targets } = reading;
  if (question.position.elapsed === question.position.periodsPerYear || fullYear.lower === fullYear.upper)
    return targets.map(() => undefined);
  const parts = partsOfTotal(tree, correlation);
  return targets.map(({ value }) => influencesOn(value, parts, correlation));
}

function totalAnswer({ value, children }: Part, correlation: Assumption): TotalAnswer {
  const { own, ofParts, ownWeight, isFollowed, distribution, fullYear, question } = value;
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  const bottomUp = children.length > 0 && !isFollowed && !isComplete ? ofParts : undefined;
  return {
    ...(own && { own: ownAnswer(own, 1) }),
    ...(bottomUp && {
      bottomUp: { median: bottomUp.median, lower: bottomUp.lower, upper: bottomUp.upper },
    }),
    ...(own && bottomUp && ownWeight !== undefined && { ownWeight }),
    median: fullYear.median,
    ...growthOf(value),
    ...(isComplete
      ? { quantiles: [], intervals: [], assumptions: [] }
      : {
          ...spreadOf(distribution, question.levels),
          assumptions: [correlation, ...(own?.assumptions ?? [])],
        }),
  };
}

function ownAnswer({ tier, part, askFor }: OwnForecast, scale: number) {
  return {
    tier,
    median: part.median / scale,
    lower: part.lower / scale,
    upper: part.upper / scale,
    ...(askFor && { askFor }),
  };
}

function growthOf({ reading, fullYear, scale }: ReconciledPart): { readonly growth?: number } {
  const prior = (reading.year.priorFullYear ?? 0) * scale;
  return prior > 0 ? { growth: fullYear.median / prior - 1 } : {};
}

/** The contributions of all parts to the growth of the total, by their paths. */
function contributionsBy(
  { value: total, ...tree }: Part,
  of: (part: ReconciledPart) => { readonly current: number; readonly prior: number | undefined },
): ReadonlyMap<string, NamedContribution> {
  const { current, prior } = of(total);
  if (prior === undefined || prior <= 0) return new Map();
  const parts = tree.children.flatMap(nodesOf).map(({ value }) => {
    const amounts = of(value);
    return {
      name: value.path,
      current: amounts.current,
      ...(amounts.prior !== undefined && { prior: amounts.prior }),
    };
  });
  return new Map(contributionsTo({ current, prior }, parts).parts.map((part) => [part.name, part]));
}

const times = (amount: number | undefined, scale: number): number | undefined =>
  amount === undefined ? undefined : amount * scale;

function componentAnswers(tree: Part, influences: Influences | undefined): readonly ComponentAnswer[] {
  const soFar = contributionsBy(tree, ({ ytd, reading, scale }) => ({
    current: ytd.value * scale,
    prior: times(reading.figures.priorYtd?.value, scale),
  }));
  const ofYear = contributionsBy(tree, ({ fullYear, reading, scale }) => ({
    current: fullYear.median,
    prior: times(reading.year.priorFullYear, scale),
  }));
  const ofTotal = new Map(tree.children.map(({ value }, i) => [value.path, influences?.parts[i]]));
  const answers = (node: Part, parent: string, depth: number): readonly ComponentAnswer[] =>
    node.children.flatMap((child) => {
      const { name, value } = child;
      const { path, origin, ytd, reading, own, scale, fullYear } = value;
      const contribution = soFar.get(path)?.contribution;
      const yearly = ofYear.get(path)?.contribution;
      const growth = reading.figures.growth?.value ?? soFar.get(path)?.growth;
      const target = reading.targets[0];
      const influence = ofTotal.get(path);
      return [
        {
          name,
          path,
          ...(depth > 1 && { parent }),
          depth,
          origin,
          ytd,
          ...shareOfTotal(value, tree.value, depth),
          ...(growth !== undefined && { growth }),
          ...(contribution !== undefined && { contribution }),
          ...(own && { forecast: ownAnswer(own, scale) }),
          fullYear: {
            median: fullYear.median / scale,
            lower: fullYear.lower / scale,
            upper: fullYear.upper / scale,
            ...growthOf(value),
            ...(yearly !== undefined && { contribution: yearly }),
          },
          ...(target && { target: partTarget(value, target) }),
          ...(influence && { influence }),
        },
        ...answers(child, path, depth + 1),
      ];
    });
  return answers(tree, "", 1);
}

/**
 * The share of the total so far. What the total's parts leave grows and shrinks with the total, so that both are at the
 * same end of their intervals.
 */
function shareOfTotal(
  { ytd, origin, scale, ask }: ReconciledPart,
  { ytd: total }: ReconciledPart,
  depth: number,
): Pick<ComponentAnswer, "shareOfTotal"> {
  if (!(total.value > 0)) return {};
  const value = (ytd.value * scale) / total.value;
  const { lower, upper } = ytd;
  if (lower === undefined || upper === undefined || total.upper === undefined)
    return { shareOfTotal: { value } };
  if (total.lower === undefined || total.lower <= 0) return { shareOfTotal: { value } };
  const followsTotal = origin === "rest" && !ask && depth === 1;
  const [low, high] = followsTotal ? [total.lower, total.upper] : [total.upper, total.lower];
  return { shareOfTotal: { value, lower: (lower * scale) / low, upper: (upper * scale) / high } };
}

function partTarget(part: ReconciledPart, { name, value }: ResolvedTarget): PartTarget {
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

function targetAnswer(
  tree: Part,
  target: ResolvedTarget,
  influences: Influences | undefined,
  correlation: number,
): BreakdownTarget {
  const { ytd, fullYear, question } = tree.value;
  const missing = target.value - fullYear.median;
  const strongest = influences?.strongest;
  const part = strongest === undefined ? undefined : tree.children[strongest];
  const influence = strongest === undefined ? undefined : influences?.parts[strongest];
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  return {
    ...partTarget(tree.value, target),
    origin: target.origin,
    attainment: ytd.value / target.value,
    missing,
    ...(part && influence && { mostInfluential: { name: part.name, path: part.value.path, ...influence } }),
    ...(missing > 0 &&
      !isComplete && {
        goalSeek: (["size", "slack"] as const).map((by) => goalSeekAnswer(tree, missing, by, correlation)),
      }),
  };
}

function goalSeekAnswer(
  tree: Part,
  missing: number,
  sharedBy: SharedBy,
  correlation: number,
): GoalSeekAnswer {
  const sought = goalSeek(mapTree(tree, soughtPart), missing, sharedBy, correlation);
  const shares = (node: Tree<SoughtShare>, part: Part): GoalSeekAnswer["shares"] =>
    node.children.flatMap((child, i) => {
      const { name, value, ...rest } = part.children[i] as Part;
      if (value.ask?.isLocked) return [];
      const { extra, fullYear } = child.value;
      return [
        {
          name,
          path: value.path,
          ...child.value,
          extra: extra / value.scale,
          fullYear: fullYear / value.scale,
        },
        ...shares(child, { name, value, ...rest }),
      ];
    });
  return { sharedBy, shares: shares(sought.shares, tree), unplaced: sought.unplaced };
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

/** How the total is spread over its parts so far. */
function concentrationAnswer({ value, children }: Part): { readonly concentration?: ConcentrationAnswer } {
  if (value.question.aggregation === "average") return {};
  const concentration = concentrationOf(
    children.map(({ value: part }) => part.ytd.value * part.scale),
    value.ytd.value,
  );
  if (!concentration) return {};
  const { herfindahl, effectiveNumber, largest, shares, topThree } = concentration;
  return {
    concentration: {
      herfindahl,
      effectiveNumber,
      largest: (children[largest] as Part).value.path,
      largestShare: shares[largest] as number,
      ...(topThree !== undefined && { topThreeShare: topThree }),
    },
  };
}
