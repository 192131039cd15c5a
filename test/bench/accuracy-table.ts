import { scorecard } from "../../src/engine/scoring/scorecard.ts";
import { type Answered, LEVELS, scored, scoredOnPlan } from "./accuracy-predict.ts";

const fixed = (value: number | undefined, digits: number): string =>
  value === undefined ? "-" : value.toFixed(digits);

/** Learned from for the class `general`, and judged apart: its figures are not of Viet Nam. */
const OTHER_COUNTRIES = "monthly";

/** Prints errors (percent), coverage (percent) and Brier scores by level and dataset. */
export function printTable(answers: readonly Answered[]): void {
  console.log("level dataset           n  meanAPE    bias    crps   cov80   cov95   brier  brPlan");
  for (const level of LEVELS) {
    const ofLevel = answers.filter((a) => a.level === level);
    for (const dataset of ["all", ...new Set(ofLevel.map((a) => a.moment.dataset))]) {
      const own = ofLevel.filter((a) =>
        dataset === "all" ? a.moment.dataset !== OTHER_COUNTRIES : a.moment.dataset === dataset,
      );
      if (own.length === 0) continue;
      const card = scorecard(own.map(scored));
      const onPlan = own.map(scoredOnPlan).filter((f) => f !== undefined);
      const plan = onPlan.length === 0 ? undefined : scorecard(onPlan).brier;
      console.log(
        [
          level.padEnd(5),
          dataset.padEnd(12),
          String(card.forecasts).padStart(6),
          fixed(card.absoluteError, 2).padStart(8),
          fixed(card.bias, 2).padStart(7),
          fixed(card.crps, 3).padStart(7),
          fixed(card.coverage80, 1).padStart(7),
          fixed(card.coverage95, 1).padStart(7),
          fixed(card.brier, 4).padStart(7),
          fixed(plan, 4).padStart(7),
        ].join(" "),
      );
    }
  }
}
