import { INDICATOR_CLASSES } from "../../../src/engine/forecast/evidence.ts";
import type { GrowthPrior } from "../../../src/engine/plan/growth-prior.ts";

const horizons = [1, 2, 3, 4, 5].map((years) => ({
  years,
  intercept: 0.04 * years,
  slope: 0.2,
  scale: 0.1 * Math.sqrt(years),
  degreesOfFreedom: 5,
}));

/** A prior whose numbers can be worked with by hand: the same for every class. */
export const prior = {
  classes: Object.fromEntries(INDICATOR_CLASSES.map((name) => [name, { horizons }])),
} as unknown as GrowthPrior;
