import type {
  BacktestYear,
  KnownFigure,
  Outlook,
  PathPeriod,
  PlanWeighted,
  QuestionEcho,
  TargetAnswer,
} from "../../src/engine/outlook-types.ts";
import { IMPLIED_TARGET } from "../../src/engine/report/targets.ts";

// Written by hand from figures that provincial reports printed; forecasts are plausible, not computed.

const question = (known: Partial<QuestionEcho>): QuestionEcho => ({
  fiscalYear: 2024,
  fiscalYearStart: 1,
  through: "2024-04",
  elapsed: 4,
  remaining: 8,
  aggregation: "sum",
  indicatorClass: "general",
  ...known,
});

const reported = (value: number, lower: number, upper: number): KnownFigure => ({
  value,
  lower,
  upper,
  origin: "reported",
});

const intervals = (...ends: readonly (readonly [number, number, number])[]) =>
  ends.map(([level, lower, upper]) => ({ level, lower, upper }));

const noForecast = {
  members: [],
  assumptions: [],
  quantiles: [],
  path: [],
} as const;

export const planWeighted = (plan: number, attainmentProbability: number): PlanWeighted => ({
  plan,
  median: 961.2,
  bornhuetterFerguson: 934.1,
  benktander: 940.7,
  quantiles: [],
  intervals: [],
  attainmentProbability,
  members: [],
  assumptions: [],
});

/** Kien Giang exports, four months of 2024: the share implies a plan that the stated target contradicts. */
export const exports2024: Outlook = {
  question: question({
    indicator: "exports",
    geography: "Kien Giang",
    unit: "million USD",
    indicatorClass: "exports",
  }),
  figures: {
    ytd: reported(290, 290, 291),
    shareOfTarget: reported(0.316, 0.3155, 0.3165),
    growth: reported(0.2126, 0.21255, 0.21265),
    priorYtd: {
      value: 239.155533564,
      lower: 239.145673,
      upper: 239.990104,
      origin: "derived",
      from: "ytd / (1 + growth)",
    },
    priorFullYear: { value: 860, lower: 859.5, upper: 860.5, origin: "reported" },
  },
  coherence: {
    verdict: "contradicts",
    findings: [
      {
        relation: "ytd = target * shareOfTarget",
        quantity: "target",
        formula: "ytd / shareOfTarget",
        derived: { lower: 916.2717219589, upper: 922.3454833597 },
        stated: { lower: 1000, upper: 1000 },
        verdict: "contradicts",
        conflict: ["ytd", "shareOfTarget", "target"],
        repair: {
          kind: "otherTarget",
          quantity: "target",
          interval: { lower: 916.2717219589, upper: 922.3454833597 },
        },
        otherRepairs: [
          {
            kind: "otherValue",
            quantity: "ytd",
            interval: { lower: 315.5, upper: 316.5 },
          },
        ],
      },
      {
        relation: "ytd = priorYtd * (1 + growth)",
        quantity: "priorYtd",
        formula: "ytd / (1 + growth)",
        derived: { lower: 239.145673, upper: 239.990104 },
        verdict: "derived",
      },
    ],
  },
  forecast: {
    tier: "growth",
    median: 985.3127,
    growth: 0.14571244,
    quantiles: [
      { quantileLevel: 0.1, value: 897.42 },
      { quantileLevel: 0.5, value: 985.3127 },
      { quantileLevel: 0.9, value: 1081.5 },
    ],
    intervals: intervals([0.5, 938.1, 1034.9], [0.8, 897.42, 1081.5], [0.95, 839.9, 1160.2]),
    path: [
      { period: "2024-04", status: "actual", cumulative: 290 },
      {
        period: "2024-05",
        status: "forecast",
        value: 82.34567,
        lower: 70.1,
        upper: 95.2,
        cumulative: 372.34567,
        cumulativeLower: 360.1,
        cumulativeUpper: 385.2,
      },
    ],
    members: [{ method: "sameGrowth", fullYear: 1042.8, weight: 0.41 }],
    assumptions: [],
    askFor: "reports",
  },
  targets: [
    {
      name: "target",
      value: 1000,
      origin: "stated",
      gapToTarget: 710,
      attainment: 0.29,
      projectedAttainment: 0.9853127,
      attainmentProbability: 0.4312,
      status: "atRisk",
      requiredRunRate: {
        perPeriod: 88.75,
        ratioToPace: 1.2241379310344827,
        growthOnLastYear: 0.1436,
        accelerationPoints: -0.069,
        perWorkingDay: 4.2,
        seasonalPath: [{ period: "2024-05", value: 88.1 }],
      },
    },
    {
      name: IMPLIED_TARGET,
      value: 917.721518987,
      origin: "impliedByShare",
      gapToTarget: 627.721518987,
      attainment: 0.316,
      projectedAttainment: 1.0736,
      attainmentProbability: 0.8147,
      status: "onCourse",
      requiredRunRate: {
        perPeriod: 78.4651898734,
        ratioToPace: 1.082278481012658,
        growthOnLastYear: 0.0111,
        accelerationPoints: -0.2015,
        seasonalPath: [],
      },
    },
  ],
  scenarios: [
    {
      name: "currentPace",
      assumption: { kind: "currentPace" },
      fullYear: 870,
      growth: 0.01162790697674421,
      attainment: 0.87,
      gap: 130,
      probabilityAtLeast: 0.94,
    },
    {
      name: "breakEven",
      assumption: { kind: "breakEven", target: "target", value: 1000 },
      fullYear: 1000,
      growth: 0.16279,
      remainderGrowth: 0.1436,
      attainment: 1,
      gap: 0,
      probabilityAtLeast: 0.4312,
    },
    {
      name: "=cautious",
      assumption: { kind: "remainderGrowth", growth: -0.025 },
      fullYear: 895.3,
      attainment: 0.8953,
      gap: 104.7,
      probabilityAtLeast: 0.9004,
    },
  ],
  notes: [
    {
      code: "targetsConflict",
      values: {
        first: "target",
        firstValue: 1000,
        second: IMPLIED_TARGET,
        secondValue: 917.721518987,
      },
    },
  ],
};

/** Kien Giang exports with the plan that the share belongs to: the figures agree, and the plan is weighed apart. */
export const exportsPlan2024: Outlook = {
  ...exports2024,
  coherence: { verdict: "holds", findings: [] },
  forecast: { ...exports2024.forecast, planWeighted: planWeighted(920, 0.8349) },
  targets: [
    {
      name: "plan",
      value: 920,
      origin: "stated",
      gapToTarget: 630,
      attainment: 0.31521739,
      projectedAttainment: 1.071,
      attainmentProbability: 0.7142,
      planWeightedProbability: 0.8349,
      status: "likely",
      requiredRunRate: {
        perPeriod: 78.75,
        ratioToPace: 1.0862068965517242,
        growthOnLastYear: 0.0147,
        accelerationPoints: -0.1979,
        seasonalPath: [],
      },
    },
  ],
  notes: [{ code: "planNotInProbability", values: {} }],
};

/** Kien Giang industrial output, five months of 2023. */
export const output2023: Outlook = {
  question: question({
    indicator: "industrial output",
    geography: "Kien Giang",
    unit: "trillion VND",
    fiscalYear: 2023,
    through: "2023-05",
    elapsed: 5,
    remaining: 7,
    indicatorClass: "industrialOutput",
  }),
  figures: {
    ytd: {
      ...reported(17.8, 17.8, 17.9),
      narrowed: { lower: 17.8049, upper: 17.8134, from: "target * shareOfTarget" },
    },
    shareOfTarget: reported(0.3696, 0.36955, 0.36965),
    growth: reported(0.1, 0.095, 0.105),
  },
  coherence: {
    verdict: "holds",
    findings: [
      {
        relation: "ytd = target * shareOfTarget",
        quantity: "target",
        formula: "ytd / shareOfTarget",
        derived: { lower: 48.1537, upper: 48.4373 },
        stated: { lower: 48.18, upper: 48.19 },
        verdict: "holds",
      },
    ],
  },
  forecast: {
    ...noForecast,
    tier: "growth",
    median: 48.76,
    intervals: intervals([0.8, 45.92, 51.87]),
    growth: 0.0953,
  },
  targets: [
    {
      name: "plan",
      value: 48.18,
      origin: "stated",
      gapToTarget: 30.38,
      attainment: 0.36944,
      projectedAttainment: 1.012,
      attainmentProbability: 0.5904,
      status: "likely",
      requiredRunRate: {
        perPeriod: 4.34,
        ratioToPace: 1.2191011235955056,
        growthOnLastYear: 0.0686,
        accelerationPoints: -0.0314,
        seasonalPath: [],
        feasibility: { bestRemainder: 28.43, ratioToBest: 1.0686 },
      },
    },
  ],
  scenarios: [],
  notes: [],
};

/** An index, whose year is a mean. */
export const index2024: Outlook = {
  question: question({
    indicator: "Index of industrial production",
    geography: "Bac Ninh",
    through: "2024-06",
    elapsed: 6,
    remaining: 6,
    aggregation: "average",
    indicatorClass: "industrialOutput",
  }),
  figures: { ytd: reported(104.2, 104.15, 104.25), growth: reported(-0.013, -0.0135, -0.0125) },
  coherence: { verdict: "notChecked", findings: [] },
  forecast: { ...noForecast, tier: "snapshot", median: 105.1, intervals: intervals([0.8, 102.8, 107.6]) },
  targets: [
    {
      name: "plan",
      value: 108,
      origin: "stated",
      gapToTarget: 3.8,
      attainment: 0.96481,
      projectedAttainment: 0.97315,
      attainmentProbability: 0.0041,
      status: "outOfReach",
      requiredRunRate: { perPeriod: 111.8, ratioToPace: 1.0729366602687, seasonalPath: [] },
    },
  ],
  scenarios: [],
  notes: [{ code: "averageNotSummed", values: {} }],
};

/** A stock: the share of industrial land that is let. */
export const occupancy2024: Outlook = {
  question: question({
    indicator: "Tỷ lệ lấp đầy khu công nghiệp",
    geography: "Tây Ninh",
    unit: "%",
    through: "2024-09",
    elapsed: 9,
    remaining: 3,
    aggregation: "last",
  }),
  figures: { ytd: { value: 75.3, lower: 75.2, upper: 75.4, origin: "reported" } },
  coherence: { verdict: "notChecked", findings: [] },
  forecast: { ...noForecast, tier: "snapshot", median: 76.1, intervals: intervals([0.8, 74, 78.4]) },
  targets: [
    {
      name: "mục tiêu",
      value: 78,
      origin: "stated",
      gapToTarget: 2.7,
      attainment: 0.96538,
      projectedAttainment: 0.97564,
      attainmentProbability: 0.1304,
      status: "outOfReach",
      requiredRunRate: { perPeriod: 0.9, seasonalPath: [] },
    },
  ],
  scenarios: [],
  notes: [{ code: "stockNotAnnualized", values: {} }],
};

/** Kien Giang industrial output, the whole of 2023: the plan was exceeded. */
export const complete2023: Outlook = {
  question: question({
    indicator: "Giá trị sản xuất công nghiệp",
    geography: "Kiên Giang",
    unit: "tỷ đồng",
    fiscalYear: 2023,
    through: "2023-12",
    elapsed: 12,
    remaining: 0,
    indicatorClass: "industrialOutput",
  }),
  figures: {
    ytd: reported(49496.26, 49496.255, 49496.265),
    shareOfTarget: { value: 1.0273, lower: 1.02725, upper: 1.02735, origin: "reported" },
    growth: reported(0.1111, 0.11105, 0.11115),
  },
  coherence: { verdict: "holds", findings: [] },
  forecast: { ...noForecast, tier: "complete", median: 49496.26, intervals: [] },
  targets: [settled("kế hoạch", 48180.83, 49496.26), settled("mục tiêu phấn đấu", 50000, 49496.26)],
  scenarios: [],
  notes: [],
};

function settled(name: string, value: number, fullYear: number): TargetAnswer {
  const attained = fullYear >= value;
  return {
    name,
    value,
    origin: "stated",
    gapToTarget: value - fullYear,
    attainment: fullYear / value,
    projectedAttainment: fullYear / value,
    attainmentProbability: attained ? 1 : 0,
    status: attained ? "attained" : "missed",
  };
}

/** A company's revenue by quarters of a fiscal year that begins in October; one target is reached already. */
export const quarterly2023: Outlook = {
  question: question({
    indicator: "revenue",
    unit: "million EUR",
    fiscalYear: 2023,
    fiscalYearStart: 10,
    through: "2023-Q3",
    elapsed: 3,
    remaining: 1,
  }),
  figures: {
    ytd: { value: 812.4, lower: 812.3, upper: 812.5, origin: "reported" },
    growth: { value: 0.0004, lower: -0.004, upper: 0.005, origin: "derived", from: "ytd / priorYtd - 1" },
  },
  coherence: { verdict: "holdsIfCoarse", findings: [] },
  forecast: {
    ...noForecast,
    tier: "shares",
    median: 1084,
    intervals: intervals([0.9, 1041, 1130]),
    growth: -0.021,
  },
  targets: [
    { ...settled("floor", 800, 812.4), projectedAttainment: 1.355 },
    {
      name: "budget",
      value: 1100,
      origin: "stated",
      gapToTarget: 287.6,
      attainment: 0.73855,
      projectedAttainment: 0.98545,
      attainmentProbability: 0.31,
      status: "atRisk",
      requiredRunRate: {
        perPeriod: 287.6,
        ratioToPace: 1.062,
        growthOnLastYear: -0.031,
        accelerationPoints: -0.0314,
        seasonalPath: [],
      },
    },
    {
      name: "stretch",
      value: 1200,
      origin: "stated",
      gapToTarget: 387.6,
      attainment: 0.677,
      projectedAttainment: 0.9033,
      attainmentProbability: 0.0004,
      status: "outOfReach",
      requiredRunRate: { perPeriod: 387.6, ratioToPace: 1.4313, growthOnLastYear: 0.305, seasonalPath: [] },
    },
  ],
  scenarios: [],
  notes: [],
};

/** A single number, January alone, nothing else known. */
export const minimal: Outlook = {
  question: question({ through: "2025-01", fiscalYear: 2025, elapsed: 1, remaining: 11 }),
  figures: { ytd: { value: 1200, lower: 1199.5, upper: 1200.5, origin: "reported" } },
  coherence: { verdict: "notChecked", findings: [] },
  forecast: {
    ...noForecast,
    tier: "snapshot",
    median: 15234.567,
    intervals: intervals([0.8, 9870.4, 23512.9]),
  },
  targets: [],
  scenarios: [],
  notes: [{ code: "januaryAlone", values: { period: "2025-01" } }],
};

/** Only the share of the plan is known: amounts are shares of a target of 1. */
export const shareOnly: Outlook = {
  question: question({
    indicator: "Public investment disbursement",
    geography: "Can Tho",
    indicatorClass: "publicInvestment",
  }),
  figures: {
    ytd: reported(0.316, 0.3155, 0.3165),
    shareOfTarget: reported(0.316, 0.3155, 0.3165),
    target: { value: 1, lower: 1, upper: 1, origin: "reported" },
  },
  coherence: { verdict: "notChecked", findings: [] },
  forecast: { ...noForecast, tier: "snapshot", median: 0.93, intervals: intervals([0.8, 0.81, 1.07]) },
  targets: [
    {
      name: "target",
      value: 1,
      origin: "stated",
      gapToTarget: 0.684,
      attainment: 0.316,
      projectedAttainment: 0.93,
      attainmentProbability: 0.27,
      status: "atRisk",
      requiredRunRate: { perPeriod: 0.0855, ratioToPace: 1.0823, seasonalPath: [] },
    },
  ],
  scenarios: [],
  notes: [],
};

const forecastPeriod = (period: string, value: number, cumulative: number): PathPeriod => ({
  period,
  status: "forecast",
  value,
  lower: value - 10,
  upper: value + 10,
  cumulative,
  cumulativeLower: cumulative - 20,
  cumulativeUpper: cumulative + 20,
});

const backtestYear = (fiscalYear: number, median: number, fullYear: number): BacktestYear => ({
  fiscalYear,
  median,
  lower: median - 20,
  upper: median + 20,
  level: 0.8,
  fullYear,
  inside: Math.abs(fullYear - median) <= 20,
  percentError: (fullYear - median) / fullYear,
  crps: 7.25,
});

/** Exports through October by their monthly history, with a horizon to the end of 2025 and three years of backtest. */
export const history2024: Outlook = {
  question: question({
    indicator: "exports",
    geography: "Kien Giang",
    unit: "million USD",
    through: "2024-10",
    elapsed: 10,
    remaining: 2,
    indicatorClass: "exports",
  }),
  figures: { ytd: { ...reported(751.2, 750.7, 751.7), from: "history" } },
  coherence: { verdict: "notChecked", findings: [] },
  forecast: {
    tier: "history",
    median: 902.4,
    growth: 0.0493,
    quantiles: [{ quantileLevel: 0.5, value: 902.4 }],
    intervals: intervals([0.8, 889.1, 916.3]),
    path: [
      ...Array.from({ length: 10 }, (_, index) => ({
        period: `2024-${String(index + 1).padStart(2, "0")}`,
        status: "actual" as const,
        value: 75.12,
        cumulative: 75.12 * (index + 1),
      })),
      forecastPeriod("2024-11", 74.9, 826.1),
      forecastPeriod("2024-12", 76.3, 902.4),
      forecastPeriod("2025-01", 81.5, 81.5),
    ],
    quarters: [
      { period: "2024-Q3", status: "actual", value: 225.36 },
      { period: "2024-Q4", status: "forecast", value: 226.32, lower: 213, upper: 240.1 },
    ],
    horizon: {
      nextFullYear: {
        fiscalYear: 2025,
        median: 941.7,
        quantiles: [{ quantileLevel: 0.9, value: 1003.2 }],
        intervals: intervals([0.8, 884, 1003.2]),
      },
    },
    backtest: {
      elapsed: 10,
      years: [backtestYear(2021, 790, 760), backtestYear(2022, 815.5, 822.5), backtestYear(2023, 870, 860)],
      coverage: 2 / 3,
      meanCrps: 7.25,
      meanAbsolutePercentError: 0.0198,
    },
    members: [{ method: "exponentialSmoothing", fullYear: 903.1, weight: 0.6 }],
    assumptions: [{ code: "historyLength", text: "months of history", value: 82 }],
  },
  targets: [],
  scenarios: [],
  notes: [{ code: "levelShift", values: { period: "2022-03", before: 61.2, after: 70.8 } }],
};

export const OUTLOOKS: Readonly<Record<string, Outlook>> = {
  exports2024,
  exportsPlan2024,
  output2023,
  index2024,
  occupancy2024,
  complete2023,
  quarterly2023,
  minimal,
  shareOnly,
  history2024,
};
