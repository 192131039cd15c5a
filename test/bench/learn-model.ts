import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import { type Evidence, INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import { completeEvidence } from "../../src/engine/forecast/known.ts";
import type { Information, PlanPriors, Priors } from "../../src/engine/forecast/priors.ts";
import { evidenceAt, type Moment } from "./learn-cases.ts";
import { learnCombination } from "./learn-combination.ts";
import { prepare, type Row } from "./learn-likelihood.ts";
import { PENALTIES, type Penalties } from "./learn-penalty.ts";
import { ANCHOR_MONTHS, learnSeasons, robustMean } from "./learn-seasons.ts";
import { type FigureInformation, INFORMATIONS, STRUCTURES } from "./learn-structures.ts";

/** A plan model has one class to learn from, so its months and classes are held closer together. */
export const PLAN_PENALTIES: Penalties = { ...PENALTIES, own: 6, pooled: 2, scaleOwn: 10, smooth: 6 };
/** A bare figure says nothing about trend: what the class pattern misses is noise. */
const BARE_PENALTIES: Penalties = { ...PENALTIES, trend: 1e6, trendOwn: 1e6 };
/** Months on either side of an anchor that speak for it. */
const NEAR = 1;
/** Plans of other classes are known for a few press figures only: their spread is pooled with this one. */
const USUAL_PLAN_SPREAD = 0.1;
const USUAL_PLAN_YEARS = 4;

/** The evidence of a moment cut down to a state of information; undefined when the moment does not have it. */
export function evidenceFor(moment: Moment, information: Information): Evidence | undefined {
  const planned = information.startsWith("plan+");
  const data = planned ? information.slice(5) : information;
  if (planned && moment.plan === undefined) return undefined;
  const full = evidenceAt(
    moment,
    data.includes("past") ? "L3" : data.includes("priorFullYear") ? "L2" : data === "growth" ? "L1" : "L0",
  );
  const base = evidenceAt(moment, "L0") as Evidence;
  const plan = planned && moment.plan !== undefined ? { plan: moment.plan } : {};
  if (data === "ytd") return { ...base, ...plan };
  if (data === "growth")
    return moment.growth === undefined ? undefined : { ...base, ...plan, growth: moment.growth };
  if (full === undefined) return undefined;
  const { plan: _, growth, ...rest } = full;
  if (data === "priorFullYear") return { ...rest, ...plan };
  if (data === "past") {
    // Without last year in the record, growth and last year's total are unknown.
    const { priorFullYear: __, ...bare } = rest;
    const earlier = moment.past.filter((year) => year.fiscalYear < moment.year - 1);
    return earlier.length === 0 ? undefined : { ...bare, ...plan, past: earlier };
  }
  return { ...rest, ...plan, ...(growth === undefined ? {} : { growth }) };
}

function learnPlans(moments: readonly Moment[]): Priors["plans"] {
  const planned = moments.filter((m) => m.indicatorClass === "publicInvestment" && m.plan !== undefined);
  const log = (m: Moment): number => Math.log(m.fullYear / (m.plan as number));
  const all = planned.map(log);
  const centre = robustMean(all);
  const investment: PlanPriors = {
    logRealisation: ANCHOR_MONTHS.map((a) =>
      robustMean(planned.filter((m) => Math.abs(m.elapsed - a) <= NEAR).map(log)),
    ),
    logSpread: 1.4826 * robustMean(all.map((v) => Math.abs(v - centre))),
  };
  const byYear = new Map(
    moments
      .filter((m) => m.indicatorClass !== "publicInvestment" && m.plan !== undefined)
      .map((m) => [m.id, log(m)]),
  );
  let squares = USUAL_PLAN_YEARS * USUAL_PLAN_SPREAD ** 2;
  for (const value of byYear.values()) squares += value * value;
  const others: PlanPriors = {
    logRealisation: ANCHOR_MONTHS.map(() => 0),
    logSpread: Math.sqrt(squares / (USUAL_PLAN_YEARS + byYear.size)),
  };
  return Object.fromEntries(
    INDICATOR_CLASSES.map((c: IndicatorClass) => [c, c === "publicInvestment" ? investment : others]),
  ) as Priors["plans"];
}

/** Rows of one state of information; press figures are too few and too mixed to learn from. */
export function rowsFor(
  moments: readonly Moment[],
  information: Information,
  priors: Priors,
  tet: TetCalendar,
): Row[] {
  const rows: Row[] = [];
  for (const moment of moments) {
    if (moment.dataset === "vn-press") continue;
    if (information.startsWith("plan+") && moment.indicatorClass !== "publicInvestment") continue;
    const evidence = evidenceFor(moment, information);
    if (evidence === undefined) continue;
    rows.push({
      indicatorClass: moment.indicatorClass,
      elapsed: moment.elapsed,
      known: completeEvidence(evidence, priors, tet),
      fullYear: moment.fullYear,
    });
  }
  return rows;
}

/** Learns all numbers of the engine from complete years; deterministic. */
export function learnPriors(
  moments: readonly Moment[],
  tet: TetCalendar,
  informations: readonly FigureInformation[] = INFORMATIONS,
): Priors {
  const empty: Priors = {
    anchorMonths: ANCHOR_MONTHS,
    seasons: learnSeasons(moments, tet),
    plans: learnPlans(moments),
    models: {},
  };
  const models: Record<string, unknown> = {};
  for (const information of informations) {
    const penalties = information.startsWith("plan+")
      ? PLAN_PENALTIES
      : information === "ytd"
        ? BARE_PENALTIES
        : PENALTIES;
    const structure = STRUCTURES[information];
    const prepared = rowsFor(moments, information, empty, tet)
      .map((row) => prepare(row, structure))
      .filter((row) => row !== undefined);
    models[information] = learnCombination(prepared, structure, penalties);
  }
  return { ...empty, models: models as Priors["models"] };
}
