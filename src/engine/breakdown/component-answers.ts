import { boundsOf } from "../figure/interval.ts";
import type { ComponentAnswer } from "./answer-types.ts";
import { contributionTo, type PriorAndCurrent } from "./contributions.ts";
import type { Influences } from "./influence.ts";
import type { ReconciledPart } from "./reconciled-parts.ts";
import { partTarget } from "./target-answers.ts";
import type { Tree } from "./tree.ts";
import { growthOf, ownAnswer } from "./year-answers.ts";

type Part = Tree<ReconciledPart>;

/** The amounts so far, and last year's of the same periods, in the unit of the total. */
const soFar = ({ ytd, reading, scale }: ReconciledPart): PriorAndCurrent => ({
  current: ytd.value * scale,
  prior: times(reading.figures.priorYtd?.value, scale),
});

/** The same of the full year. */
const ofYear = ({ fullYear, reading, scale }: ReconciledPart): PriorAndCurrent => ({
  current: fullYear.median,
  prior: times(reading.year.priorFullYear, scale),
});

const times = (amount: number | undefined, scale: number): number | undefined =>
  amount === undefined ? undefined : amount * scale;

/** Every part as it is answered, each before its own parts. */
export function componentAnswers(tree: Part, influences: Influences | undefined): readonly ComponentAnswer[] {
  const total = { soFar: soFar(tree.value), ofYear: ofYear(tree.value) };
  const ofTotal = new Map(tree.children.map(({ value }, i) => [value.path, influences?.parts[i]]));
  const answers = (node: Part, parent: string, depth: number): readonly ComponentAnswer[] =>
    node.children.flatMap((child) => {
      const { name, value } = child;
      const { path, origin, ytd, reading, own, scale, fullYear } = value;
      const contribution = contributionTo(total.soFar, soFar(value));
      const yearly = contributionTo(total.ofYear, ofYear(value));
      const growth = reading.figures.growth?.value;
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
 * The share of the total so far, as it was told or as amounts make it; an index has parts by weight, not by share. What
 * the total's parts leave grows and shrinks with the total, so that both are at the same end of their intervals.
 */
function shareOfTotal(
  { ytd, origin, scale, ask }: ReconciledPart,
  { ytd: total, question }: ReconciledPart,
  depth: number,
): Pick<ComponentAnswer, "shareOfTotal"> {
  const told = origin === "share" && depth === 1 ? ask?.share : undefined;
  if (told) return { shareOfTotal: { value: told.value, ...boundsOf(told) } };
  if (!(total.value > 0) || question.aggregation === "average") return {};
  const value = (ytd.value * scale) / total.value;
  const { lower, upper } = ytd;
  if (lower === undefined || upper === undefined || total.upper === undefined)
    return { shareOfTotal: { value } };
  if (total.lower === undefined || total.lower <= 0) return { shareOfTotal: { value } };
  const followsTotal = origin === "rest" && !ask && depth === 1;
  const [low, high] = followsTotal ? [total.lower, total.upper] : [total.upper, total.lower];
  return { shareOfTotal: { value, lower: (lower * scale) / low, upper: (upper * scale) / high } };
}
