import type { GrowthColumn, GrowthPath } from "./answer.ts";
import type { GrowthScenariosAsk } from "./ask.ts";
import { originOf, type QuarterGrowths } from "./quarter-growths.ts";
import {
  levelOf,
  QUARTER_SPANS,
  type SpanName,
  spanBetween,
  spanGrowth,
  sumOver,
  TABLE_SPANS,
} from "./quarter-span.ts";
import { isSettled, SAME_GROWTH } from "./stated-growth.ts";

/** Solved growths as the columns of a table, compared with those of other tables, and what the rest of the year needs. */
export function growthPath(
  { lastYear, areLevels, scale, known }: GrowthScenariosAsk,
  solved: QuarterGrowths,
  others: {
    readonly before?: readonly GrowthColumn[] | undefined;
    readonly previous?: readonly GrowthColumn[] | undefined;
  },
): GrowthPath {
  const { growths, implied } = solved;
  const growthOf = (span: SpanName) => spanGrowth(lastYear, growths, span);
  const columns = TABLE_SPANS.map((span, index): GrowthColumn => {
    const growth = growthOf(span);
    const base = sumOver(lastYear, span);
    const stated = implied.find((one) => one.span === span)?.growth;
    const before = others.before?.[index]?.growth;
    const previous = others.previous?.[index]?.growth;
    return {
      span,
      growth,
      ...(stated !== undefined && Math.abs(stated - growth) > SAME_GROWTH && { stated }),
      origin: originOf(span, solved),
      contribution: (growth * base) / sumOver(lastYear, "year"),
      ...(areLevels && { level: levelOf(base * (1 + growth), span, scale) }),
      ...(before !== undefined && { pointsOnScenarioBefore: growth - before }),
      ...(previous !== undefined && { pointsOnPrevious: growth - previous }),
    };
  });
  const elapsed = [3, 2, 1].find((quarters) => isSettled(known, spanBetween(0, quarters)));
  const rest = elapsed === undefined || isSettled(known, "year") ? undefined : spanBetween(elapsed, 4);
  return {
    yearGrowth: growthOf("year"),
    columns,
    ...(rest && {
      rest: {
        span: rest,
        growth: growthOf(rest),
        accelerationPoints: growthOf(rest) - growthOf(spanBetween(0, QUARTER_SPANS[rest].from)),
      },
    }),
  };
}
