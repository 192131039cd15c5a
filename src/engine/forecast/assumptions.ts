import type { Assumption } from "./answer.ts";
import type { Combination } from "./combination.ts";
import type { Evidence } from "./evidence.ts";
import type { Completed } from "./known.ts";

/** Methods whose remainder moves one for one with the year to date. */
const MOVES_WITH_YTD = new Set([
  "classShare",
  "sameGrowth",
  "recentShares",
  "pooledShares",
  "chainLadder",
  "planShareBlend",
]);
/** Beyond this the base of the growth and the published one are different vintages. */
const REVISED_BASE = Math.log(1.03);
/** Cumulative figures of January and February depend on where Tet falls. */
const TET_MONTHS = 2;

const persistence = (combination: Combination): number =>
  combination.members.reduce((sum, { name, weight }) => sum + (MOVES_WITH_YTD.has(name) ? weight : 0), 0);

/** Everything that a combination assumed, in the order in which it matters. */
export function assumptionsOf(evidence: Evidence, known: Completed, combination: Combination): Assumption[] {
  const list: Assumption[] = [
    { code: "indicatorClass", text: `learned numbers of the class ${evidence.indicatorClass}` },
    {
      code: "usualShare",
      text: "share of the year that the class has usually reached by now",
      value: known.share,
    },
  ];
  if (known.logGrowth !== undefined)
    list.push({
      code: "growthPersistence",
      text: "part of a deviation of the year to date that is expected to continue in the remaining months",
      value: persistence(combination),
    });
  list.push(...combinedAssumptions(combination));
  if (evidence.observesTet && evidence.fiscalYearStart === 1 && evidence.elapsed <= TET_MONTHS)
    list.push({ code: "tet", text: "January and February are divided by where the Tet holiday week falls" });
  if (evidence.elapsed === 1 && known.logGrowth !== undefined)
    list.push({
      code: "firstMonth",
      text: "one month is hardly evidence of growth: most of it is not continued",
    });
  if (known.baseGap !== undefined && Math.abs(known.baseGap) > REVISED_BASE)
    list.push({
      code: "revisedBase",
      text: "the growth implies a base that differs from the published one",
      value: Math.expm1(known.baseGap),
    });
  return list;
}

/** What every learned combination assumes of the remainder. */
export function combinedAssumptions({ trend, scale, degreesOfFreedom }: Combination): readonly Assumption[] {
  return [
    { code: "trend", text: "log growth of the remainder beyond what the methods say", value: trend },
    { code: "scale", text: "scale of the log of the remainder", value: scale },
    { code: "degreesOfFreedom", text: "degrees of freedom of Student's t", value: degreesOfFreedom },
  ];
}
