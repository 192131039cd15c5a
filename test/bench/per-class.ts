import { INDICATOR_CLASSES, type IndicatorClass } from "../../src/engine/forecast/evidence.ts";

/** Something for every class of indicator. */
export const perClass = <T>(of: (name: IndicatorClass) => T): Record<IndicatorClass, T> =>
  Object.fromEntries(INDICATOR_CLASSES.map((name) => [name, of(name)])) as Record<IndicatorClass, T>;
