import { chainLadder } from "./chain-ladder.ts";
import { classShareMethod } from "./class-share.ts";
import { flatByClassShare } from "./flat-by-class-share.ts";
import { flatRemainder } from "./flat-remainder.ts";
import type { Method } from "./method.ts";
import {
  planBenktander,
  planBornhuetterFerguson,
  planOwnRealisation,
  planPriorShare,
  planRealised,
  planShareBlendMethod,
} from "./plan-methods.ts";
import { pooledShares } from "./pooled-shares.ts";
import { priorTotalShare } from "./prior-total-share.ts";
import { recentShares } from "./recent-shares.ts";
import { remainderLevel } from "./remainder-level.ts";
import { remainderTrend } from "./remainder-trend.ts";
import { sameGrowth } from "./same-growth.ts";

/** Methods that use what happened, never what was planned. */
export const DATA_METHODS: readonly Method[] = [
  classShareMethod,
  flatByClassShare,
  priorTotalShare,
  flatRemainder,
  sameGrowth,
  recentShares,
  pooledShares,
  chainLadder,
  remainderTrend,
  remainderLevel,
];

/** Methods that start from this year's plan; only for the number that is labelled so. */
export const PLAN_METHODS: readonly Method[] = [
  planRealised,
  planBornhuetterFerguson,
  planBenktander,
  planShareBlendMethod,
  planPriorShare,
  planOwnRealisation,
];

/** The registry: every method of the tiers without monthly history. */
export const METHODS: readonly Method[] = [...DATA_METHODS, ...PLAN_METHODS];
