import { type ScoredForecast, scorecard } from "../../src/engine/scoring/scorecard.ts";

/** One scored answer and the rows it counts in. */
export interface Graded {
  /** Level of information, or month of the year. */
  readonly label: string;
  readonly dataset: string;
  readonly forecast: ScoredForecast;
  /** The same with the plan as the only target. */
  readonly onPlan?: ScoredForecast | undefined;
}

const fixed = (value: number | undefined, digits: number): string =>
  value === undefined ? "-" : value.toFixed(digits);

/** Learned from for the class `general`, and judged apart: its figures are not of Viet Nam. */
const OTHER_COUNTRIES = "monthly";

/** Prints errors (percent), coverage (percent) and Brier scores by label and dataset. */
export function printTable(graded: readonly Graded[]): void {
  console.log("label dataset           n  meanAPE    bias    crps   cov80   cov95   brier  brPlan");
  for (const label of new Set(graded.map((g) => g.label))) {
    const ofLabel = graded.filter((g) => g.label === label);
    for (const dataset of new Set(["all", ...ofLabel.map((g) => g.dataset)])) {
      const own = ofLabel.filter((g) =>
        dataset === "all" ? g.dataset !== OTHER_COUNTRIES : g.dataset === dataset,
      );
      if (own.length === 0) continue;
      const card = scorecard(own.map((g) => g.forecast));
      const onPlan = own.map((g) => g.onPlan).filter((f) => f !== undefined);
      const plan = onPlan.length === 0 ? undefined : scorecard(onPlan).brier;
      console.log(
        [
          label.padEnd(5),
          dataset.padEnd(15),
          String(card.forecasts).padStart(5),
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
