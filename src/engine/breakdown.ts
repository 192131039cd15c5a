import type {
  Breakdown,
  ComponentAnswer,
  ConcentrationAnswer,
  TotalAnswer,
} from "./breakdown/answer-types.ts";
import type { BreakdownAsk } from "./breakdown/ask.ts";
import { breakdownNotes } from "./breakdown/breakdown-notes.ts";
import { componentAnswers } from "./breakdown/component-answers.ts";
import { concentrationOf } from "./breakdown/concentration.ts";
import { forecastParts } from "./breakdown/forecast-parts.ts";
import { type Influences, influencesOn } from "./breakdown/influence.ts";
import { jointAttainment } from "./breakdown/joint-attainment.ts";
import { partsCoherence } from "./breakdown/parts-coherence.ts";
import { partsOfTotal, type ReconciledPart, reconciledParts } from "./breakdown/reconciled-parts.ts";
import { targetAnswers } from "./breakdown/target-answers.ts";
import { toldParts } from "./breakdown/told-parts.ts";
import type { Tree } from "./breakdown/tree.ts";
import { growthOf, ownAnswer } from "./breakdown/year-answers.ts";
import { worstVerdict } from "./figure/coherence.ts";
import type { Assumption } from "./forecast/answer.ts";
import { spreadOf } from "./forecast/quantile-answers.ts";
import { questionEcho } from "./question-echo.ts";
import type { Knowledge } from "./report/knowledge.ts";
import { remarks } from "./report/remarks.ts";

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
  const tree = reconciledParts(
    forecastParts(told, { knowledge, correlation, misfits: coherence.misfits }),
    correlation,
  );
  const influences = influencesOf(tree, correlation);
  const components = componentAnswers(tree, influences[0]);
  const partTargets = probabilitiesTogether(components);
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
    targets: targetAnswers(tree, influences, correlation),
    ...(partTargets.length > 1 && {
      partTargets: {
        count: partTargets.length,
        allProbability: jointAttainment(partTargets, correlation),
      },
    }),
    notes: [...reading.notes, ...remarks(question, reading, knowledge), ...(tree.value.own?.notes ?? [])],
    partNotes: breakdownNotes(tree, coherence),
  };
}

/** The probabilities of the parts' own targets at the highest level where several have one: deeper ones are parts of those. */
function probabilitiesTogether(components: readonly ComponentAnswer[]): readonly number[] {
  const deepest = Math.max(...components.map(({ depth }) => depth));
  for (let level = 1; level <= deepest; level++) {
    const probabilities = components.flatMap(({ depth, target }) =>
      depth === level && target ? [target.attainmentProbability] : [],
    );
    if (probabilities.length > 1) return probabilities;
  }
  return [];
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
  const { reading, question, fullYear, fits } = tree.value;
  const { targets } = reading;
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  if (isComplete || !fits || fullYear.lower === fullYear.upper) return targets.map(() => undefined);
  const parts = partsOfTotal(tree, correlation);
  return targets.map(({ value }) => influencesOn(value, parts, correlation));
}

function totalAnswer({ value, children }: Part, correlation: Assumption): TotalAnswer {
  const { own, ofParts, ownWeight, isFollowed, fits, distribution, fullYear, question } = value;
  const isComplete = question.position.elapsed === question.position.periodsPerYear;
  const bottomUp = children.length > 0 && fits && !isFollowed && !isComplete ? ofParts : undefined;
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
