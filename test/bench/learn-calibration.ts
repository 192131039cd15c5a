import { quantile } from "simple-statistics";
import type { TetCalendar } from "../../src/engine/calendar/tet.ts";
import { combine } from "../../src/engine/forecast/combination.ts";
import type { IndicatorClass } from "../../src/engine/forecast/evidence.ts";
import type { ClassCombinationPriors, Information, Priors } from "../../src/engine/forecast/priors.ts";
import { studentTQuantile } from "../../src/engine/forecast/student-t.ts";
import type { Moment } from "./learn-cases.ts";
import { rowsFor } from "./learn-model.ts";
import { INFORMATIONS } from "./learn-structures.ts";

/** How far a year that was not learned from fell from its forecast, in scales, over the same for a perfect t. */
export interface Residual {
  readonly information: Information;
  readonly indicatorClass: IndicatorClass;
  readonly fold: number;
  readonly ratio: number;
}

/** Rows that "already calibrated" is worth: months of a year are one observation, hence many. */
const CALIBRATED_ROWS = 2000;
const LEVEL = 0.8;

/** Residuals of complete years by numbers that were learned without them. */
export function residualsOf(
  moments: readonly Moment[],
  priors: Priors,
  tet: TetCalendar,
  fold: number,
): Residual[] {
  const residuals: Residual[] = [];
  for (const information of INFORMATIONS) {
    const model = priors.models[information];
    if (model === undefined) continue;
    for (const row of rowsFor(moments, information, priors, tet)) {
      const ofClass = model.classes[row.indicatorClass];
      if (ofClass === undefined || row.elapsed === 1) continue;
      const combination = combine(row.known, model, ofClass, priors.anchorMonths);
      if (combination === undefined) continue;
      const rest = Math.max(row.fullYear - row.known.ytd, 1e-3 * row.fullYear);
      const z = Math.abs(Math.log(rest) - combination.logRemainder) / combination.scale;
      const bound = studentTQuantile((1 + LEVEL) / 2, combination.degreesOfFreedom);
      residuals.push({ information, indicatorClass: row.indicatorClass, fold, ratio: z / bound });
    }
  }
  return residuals;
}

/** Scales multiplied by what makes the 80% interval hold 80%, per state and class, shrunk towards the state's. */
export function calibrated(priors: Priors, residuals: readonly Residual[]): Priors {
  const models = Object.entries(priors.models).map(([information, model]) => {
    const ofState = residuals.filter((r) => r.information === information);
    const vietnam = ofState.filter((r) => r.indicatorClass !== "general").map((r) => r.ratio);
    const common = vietnam.length === 0 ? 0 : Math.log(quantile(vietnam, LEVEL));
    const classes = Object.entries(model.classes).map(([name, ofClass]) => {
      const own = ofState.filter((r) => r.indicatorClass === name).map((r) => r.ratio);
      const start = name === "general" ? 0 : common;
      const size = own.length === 0 ? 0 : Math.log(quantile(own, LEVEL));
      const log = (own.length * size + CALIBRATED_ROWS * start) / (own.length + CALIBRATED_ROWS);
      return [name, { ...(ofClass as ClassCombinationPriors), calibration: Math.exp(log) }];
    });
    return [information, { ...model, classes: Object.fromEntries(classes) }];
  });
  return { ...priors, models: Object.fromEntries(models) };
}
