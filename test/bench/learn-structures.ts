import { HISTORY_METHODS } from "../../src/engine/forecast/history-forecast.ts";
import type { Information } from "../../src/engine/forecast/priors.ts";
import type { Structure } from "./learn-parameters.ts";

/** Class patterns are not believed for a series that is far from its class. */
const FAR = [
  ["classShare", "farShare"],
  ["flatByClassShare", "farShare"],
  ["priorTotalShare", "farShare"],
] as const;

/** The states of information without monthly history. */
export type FigureInformation = Exclude<Information, "history">;

/** Which methods, gates and scale features each state of information has. */
export const STRUCTURES: Readonly<Record<FigureInformation, Structure>> = {
  ytd: { methods: ["classShare"], gates: [], scaleFeatures: [] },
  growth: {
    methods: ["classShare", "flatByClassShare"],
    gates: [["flatByClassShare", "growthSize"]],
    scaleFeatures: ["growthSize"],
  },
  priorFullYear: {
    methods: ["classShare", "priorTotalShare"],
    gates: [],
    scaleFeatures: ["disagreement"],
  },
  "growth+priorFullYear": {
    methods: ["classShare", "flatByClassShare", "priorTotalShare", "flatRemainder", "sameGrowth"],
    gates: [...FAR, ["sameGrowth", "growthSize"], ["classShare", "growthSize"]],
    scaleFeatures: ["growthSize", "farShare", "disagreement"],
  },
  past: {
    methods: ["classShare", "recentShares", "pooledShares", "chainLadder", "remainderLevel"],
    gates: [FAR[0], ["pooledShares", "farShare"], ["pooledShares", "spread"]],
    scaleFeatures: ["disagreement", "spread", "fewYears"],
  },
  "growth+past": {
    methods: [
      "classShare",
      "priorTotalShare",
      "flatRemainder",
      "sameGrowth",
      "recentShares",
      "pooledShares",
      "chainLadder",
      "remainderTrend",
      "remainderLevel",
    ],
    gates: [
      FAR[0],
      FAR[2],
      ["pooledShares", "farShare"],
      ["sameGrowth", "baseGap"],
      ["flatRemainder", "baseGap"],
      ["recentShares", "fewYears"],
      ["pooledShares", "fewYears"],
      ["pooledShares", "spread"],
      ["recentShares", "spread"],
      ["sameGrowth", "spread"],
      ["flatRemainder", "spread"],
      ["remainderLevel", "spread"],
      ["recentShares", "growthSize"],
      ["pooledShares", "growthSize"],
      ["flatRemainder", "growthSize"],
    ],
    scaleFeatures: ["growthSize", "baseGap", "shareGap", "disagreement", "spread", "fewYears"],
  },
  "plan+ytd": {
    methods: ["classShare", "planRealised", "planBornhuetterFerguson", "planShareBlend"],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
    ],
    scaleFeatures: ["planPace", "disagreement"],
    shifts: ["era", "planGap"],
  },
  "plan+growth": {
    methods: ["classShare", "flatByClassShare", "planRealised", "planBornhuetterFerguson", "planShareBlend"],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
    ],
    scaleFeatures: ["planPace", "disagreement", "growthSize"],
    shifts: ["era", "planGap", "growth"],
  },
  "plan+priorFullYear": {
    methods: ["classShare", "priorTotalShare", "planRealised", "planBornhuetterFerguson", "planShareBlend"],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
    ],
    scaleFeatures: ["planPace", "disagreement"],
    shifts: ["era", "planGap"],
  },
  "plan+growth+priorFullYear": {
    methods: [
      "classShare",
      "sameGrowth",
      "flatRemainder",
      "planRealised",
      "planPriorShare",
      "planBornhuetterFerguson",
      "planShareBlend",
    ],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
      ["sameGrowth", "growthSize"],
    ],
    scaleFeatures: ["planPace", "disagreement", "growthSize"],
    shifts: ["era"],
  },
  "plan+past": {
    methods: [
      "classShare",
      "pooledShares",
      "planRealised",
      "planBornhuetterFerguson",
      "planShareBlend",
      "planOwnRealisation",
    ],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
    ],
    scaleFeatures: ["planPace", "disagreement", "spread"],
    shifts: ["era", "planGap"],
  },
  "plan+growth+past": {
    methods: [
      "classShare",
      "sameGrowth",
      "flatRemainder",
      "recentShares",
      "pooledShares",
      "remainderLevel",
      "planRealised",
      "planPriorShare",
      "planBornhuetterFerguson",
      "planShareBlend",
      "planOwnRealisation",
    ],
    gates: [
      ["planShareBlend", "planPace"],
      ["planRealised", "planPace"],
      ["sameGrowth", "baseGap"],
      ["pooledShares", "spread"],
    ],
    scaleFeatures: ["planPace", "disagreement", "growthSize", "spread", "baseGap"],
    shifts: ["era", "planGap", "lastOdds"],
  },
};

export const INFORMATIONS = Object.keys(STRUCTURES) as FigureInformation[];

/** What is combined where the monthly history is known. */
export const HISTORY_STRUCTURE: Structure = {
  methods: HISTORY_METHODS,
  gates: [["arima", "shortness"]],
  scaleFeatures: [
    "remainderDeviation",
    "surprise",
    "membersApart",
    "shortness",
    "length",
    "heavyTails",
    "restlessness",
    "fewLeft",
  ],
};
