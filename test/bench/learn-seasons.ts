import { median } from "simple-statistics";
import { holidayInJanuary, type TetCalendar } from "../../src/engine/calendar/tet.ts";
import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import type { Priors, SeasonPriors } from "../../src/engine/forecast/priors.ts";
import type { Moment } from "./learn-cases.ts";

export const ANCHOR_MONTHS = [1, 2, 4, 7, 11] as const;
/** Degrees of freedom of the robust means: a disrupted year counts less. */
const ROBUST_DF = 4;
const ROUNDS = 30;
/** Series that the curve of trade is worth against the own curve of goods produced: both have much the same year. */
const TRADE_SERIES = 5;
const DRIFT_REFERENCE = 2018;
/** Rows that "no drift" is worth, per month. */
const NO_DRIFT_ROWS = 40;
/** Pairs of years that "no effect" of Tet is worth. */
const NO_EFFECT_ROWS = 10;

/** Location by a t likelihood (iteratively reweighted), so that single wild years do not set the pattern. */
export function robustMean(values: readonly number[]): number {
  let centre = median(values);
  for (let round = 0; round < ROUNDS; round++) {
    const scale = 1.4826 * median(values.map((v) => Math.abs(v - centre))) + 1e-9;
    let sum = 0;
    let weights = 0;
    for (const v of values) {
      const weight = (ROBUST_DF + 1) / (ROBUST_DF + ((v - centre) / scale) ** 2);
      sum += weight * v;
      weights += weight;
    }
    centre = sum / weights;
  }
  return centre;
}

const logOddsOf = (moment: Moment): number =>
  Math.log(Math.max(moment.fullYear - moment.ytd, 1e-3 * moment.fullYear) / moment.ytd);

/** Slope per year of log share odds at one month, shrunk towards none. */
function driftOf(moments: readonly Moment[], centre: number): number {
  let xy = 0;
  let xx = 0;
  const residuals = moments.map((m) => -logOddsOf(m) - centre);
  const scale = 1.4826 * median(residuals.map(Math.abs)) + 1e-9;
  moments.forEach((moment, i) => {
    const x = moment.year - DRIFT_REFERENCE;
    const r = residuals[i] as number;
    const weight = 1 / (1 + (r / scale) ** 2 / ROBUST_DF);
    xy += weight * x * r;
    xx += weight * x * x;
  });
  return xy / (xx + NO_DRIFT_ROWS * 16);
}

/** Log effect of the whole holiday week on its month: half the slope of log(February / January), within series. */
function holidayEffectOf(moments: readonly Moment[], tet: TetCalendar): number {
  const january = new Map(moments.filter((m) => m.elapsed === 1).map((m) => [m.id, m]));
  const rows: { series: string; x: number; y: number }[] = [];
  for (const m of moments) {
    const first = january.get(m.id);
    const held = holidayInJanuary(tet, m.year);
    if (m.elapsed !== 2 || first === undefined || held === undefined || m.ytd <= first.ytd) continue;
    rows.push({
      series: m.id.slice(0, m.id.lastIndexOf(":")),
      x: 2 * held,
      y: Math.log(first.ytd / (m.ytd - first.ytd)),
    });
  }
  const centred: { x: number; y: number }[] = [];
  for (const series of new Set(rows.map((row) => row.series))) {
    const own = rows.filter((row) => row.series === series);
    if (own.length < 3) continue;
    const x0 = own.reduce((sum, row) => sum + row.x, 0) / own.length;
    const y0 = own.reduce((sum, row) => sum + row.y, 0) / own.length;
    for (const { x, y } of own) centred.push({ x: x - x0, y: y - y0 });
  }
  let effect = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const residuals = centred.map(({ x, y }) => y - effect * x);
    const scale = 1.4826 * median(residuals.map(Math.abs)) + 1e-9;
    let xy = 0;
    let xx = NO_EFFECT_ROWS;
    centred.forEach(({ x, y }, i) => {
      const weight = (ROBUST_DF + 1) / (ROBUST_DF + ((residuals[i] as number) / scale) ** 2);
      xy += weight * x * y;
      xx += weight * x * x;
    });
    effect = xy / xx;
  }
  return effect;
}

/** Robust scale of log(month / expected part of the remainder) over all later months. */
function monthScaleOf(moments: readonly Moment[], shares: readonly number[]): number {
  const byCase = new Map<string, Moment[]>();
  for (const m of moments) byCase.set(m.id, [...(byCase.get(m.id) ?? []), m]);
  const cumulative = [0, ...shares, 1];
  const deviations: number[] = [];
  for (const months of byCase.values()) {
    const at = new Map(months.map((m) => [m.elapsed, m.ytd]));
    const fullYear = months[0]?.fullYear as number;
    at.set(12, fullYear);
    for (let m = 2; m <= 8; m++) {
      const booked = at.get(m);
      if (booked === undefined) continue;
      for (let k = m + 1; k <= 12; k++) {
        const to = at.get(k);
        const from = at.get(k - 1);
        if (to === undefined || from === undefined || to <= from || fullYear <= booked) continue;
        const usual =
          ((cumulative[k] as number) - (cumulative[k - 1] as number)) / (1 - (cumulative[m] as number));
        deviations.push(Math.abs(Math.log((to - from) / (fullYear - booked) / usual)));
      }
    }
  }
  return deviations.length < 30 ? 0.15 : 1.2 * median(deviations);
}

/** Cumulative share curves by class, the drift of public investment, Tet and the scatter of single months. */
export function learnSeasons(moments: readonly Moment[], tet: TetCalendar): Priors["seasons"] {
  const own = (c: IndicatorClass): Moment[] =>
    moments.filter((m) => m.indicatorClass === c && m.dataset !== "vn-press");
  const trade = [...own("exports"), ...own("imports")];
  const seasons: Partial<Record<IndicatorClass, SeasonPriors>> = {};
  for (const indicatorClass of INDICATOR_CLASSES) {
    const rows = own(indicatorClass);
    const isTrade = indicatorClass === "exports" || indicatorClass === "imports";
    const series = new Set(rows.map((m) => m.group)).size;
    const cumulativeShares: number[] = [];
    const drifts: number[] = [];
    for (let month = 1; month <= 11; month++) {
      const at = rows.filter((m) => m.elapsed === month);
      let logit = -median(at.map(logOddsOf));
      // Exports and imports share one curve: apart they predict left-out series worse.
      if (isTrade || indicatorClass === "industrialOutput") {
        const ofTrade = -median(trade.filter((m) => m.elapsed === month).map(logOddsOf));
        logit = isTrade ? ofTrade : (series * logit + TRADE_SERIES * ofTrade) / (series + TRADE_SERIES);
      }
      drifts.push(indicatorClass === "publicInvestment" ? driftOf(at, logit) : 0);
      cumulativeShares.push(1 / (1 + Math.exp(-logit)));
    }
    const years = rows.map((m) => m.year);
    const tetRows = isTrade ? trade : rows;
    seasons[indicatorClass] = {
      cumulativeShares,
      ...(indicatorClass === "publicInvestment"
        ? {
            drift: {
              perYear: ANCHOR_MONTHS.map((a) => {
                const near = drifts.slice(Math.max(0, a - 2), a + 1);
                return near.reduce((s, v) => s + v, 0) / near.length;
              }),
              reference: DRIFT_REFERENCE,
              first: Math.min(...years),
              last: Math.max(...years),
            },
          }
        : {}),
      holidayEffect: indicatorClass === "general" ? 0 : holidayEffectOf(tetRows, tet),
      monthScale: monthScaleOf(rows, cumulativeShares),
    };
  }
  return seasons as Priors["seasons"];
}
