import type { PlanReading } from "../engine/plan/plan-question.ts";
import type { PlanTargetAnswer } from "../engine/plan/plan-target.ts";
import { snakeCase, type Table, tableOf } from "./delimited.ts";
import type { PresentedPlan } from "./plan-json.ts";

const COLUMNS = [
  "measure",
  "target",
  "from",
  "reading",
  "fiscalYear",
  "status",
  "intervalLevel",
  "value",
  "growth",
  "lower",
  "upper",
] as const;

/** A plan as one long table, a row a number: years, targets by each reading, the running year, the last year. */
export function planTable(plan: PresentedPlan): Table {
  const { years, targets, thisYear, finalYear, oneGoodYear, soFar, question } = plan;
  const row = (measure: string, cells: object) => ({ measure: snakeCase(measure), ...cells });
  return tableOf(COLUMNS, [
    ...years.map(({ fiscalYear, status, value, growth }) =>
      row("level", { fiscalYear, status, value, growth }),
    ),
    ...years.flatMap(({ fiscalYear, status, evenLevel }) =>
      evenLevel === undefined ? [] : [row("evenLevel", { fiscalYear, status, value: evenLevel })],
    ),
    ...(soFar
      ? [
          row("averageGrowth", { fiscalYear: soFar.through, status: "known", growth: soFar.averageGrowth }),
          row("gapToEven", { fiscalYear: soFar.through, status: "known", value: soFar.gapToEven }),
        ]
      : []),
    ...targets.flatMap((target) => targetRows(target, question.lastYear, row)),
    ...(thisYear
      ? [
          row("pathLevel", {
            fiscalYear: thisYear.fiscalYear,
            value: thisYear.pathLevel,
            growth: thisYear.pathGrowth,
          }),
          row("pathProbability", {
            fiscalYear: thisYear.fiscalYear,
            value: thisYear.attainmentProbability,
          }),
          ...(thisYear.requiredRunRate
            ? [
                row("requiredPerPeriod", {
                  fiscalYear: thisYear.fiscalYear,
                  value: thisYear.requiredRunRate.perPeriod,
                  growth: thisYear.requiredRunRate.growthOnLastYear,
                }),
              ]
            : []),
          ...distributionRows("thisYear", thisYear.fiscalYear, thisYear.forecast),
          ...thisYear.targets.flatMap(
            ({ name: target, value, growth, attainmentProbability, laterGrowth }) => {
              const of = { target, fiscalYear: thisYear.fiscalYear };
              return [
                row("annualTarget", { ...of, value, growth }),
                row("annualTargetProbability", { ...of, value: attainmentProbability }),
                ...(laterGrowth === undefined
                  ? []
                  : [row("annualTargetLaterGrowth", { ...of, growth: laterGrowth })]),
              ];
            },
          ),
        ]
      : []),
    ...(finalYear ? distributionRows("finalYear", finalYear.fiscalYear, finalYear) : []),
    ...(oneGoodYear
      ? [
          row("goodYearRepeated", {
            fiscalYear: question.lastYear,
            status: oneGoodYear.verdict,
            value: oneGoodYear.repeated.finalLevel,
            growth: oneGoodYear.repeated.growth,
          }),
          row("restAtAverage", {
            fiscalYear: question.lastYear,
            status: oneGoodYear.verdict,
            value: oneGoodYear.restAtAverage.finalLevel,
            growth: oneGoodYear.restAtAverage.growth,
          }),
          row("oneYearAlone", { growth: oneGoodYear.oneYearAlone }),
        ]
      : []),
  ]);

  function distributionRows(
    name: string,
    fiscalYear: number,
    {
      median,
      intervals,
      growth,
    }: {
      readonly median: number;
      readonly intervals: readonly {
        readonly level: number;
        readonly lower: number;
        readonly upper: number;
      }[];
      readonly growth?: number;
    },
  ): readonly object[] {
    return [
      row(`${name}Median`, { fiscalYear, value: median, growth }),
      ...intervals.map(({ level, lower, upper }) =>
        row(`${name}Interval`, { fiscalYear, intervalLevel: level, lower, upper }),
      ),
    ];
  }
}

function targetRows(
  target: PlanTargetAnswer,
  lastYear: number,
  row: (measure: string, cells: object) => object,
): readonly object[] {
  const { name, from, status } = target;
  const of = { target: name, ...(from !== undefined && { from }) };
  return [
    row("targetAverageGrowth", { ...of, growth: target.averageGrowth }),
    ...(["geometric", "arithmetic"] as const satisfies readonly PlanReading[]).flatMap((reading) => {
      const read = target[reading];
      if (!read) return [];
      const told = { ...of, reading };
      return [
        row("finalLevel", { ...told, fiscalYear: lastYear, value: read.finalLevel }),
        ...(read.requiredGrowth === undefined
          ? []
          : [row("requiredGrowth", { ...told, growth: read.requiredGrowth })]),
        ...read.path.map(({ fiscalYear, value }) => row("requiredLevel", { ...told, fiscalYear, value })),
        row("attainmentProbability", {
          ...told,
          ...(reading === target.reading && { status }),
          value: read.attainmentProbability,
        }),
      ];
    }),
  ];
}
