import { elapsedMonths } from "../calendar/period.ts";
import { atMonth } from "../forecast/anchor-months.ts";
import type { Priors } from "../forecast/priors.ts";
import { studentTQuantile } from "../forecast/student-t.ts";
import type { Note } from "../note.ts";
import type { KnownFigure } from "../outlook-types.ts";
import type { Question } from "../question.ts";

/** The level of an estimate's interval, as of the path. */
const LEVEL = 0.8;

/**
 * A full year from its elapsed part, which is usually `share` of it: an estimate, and named so. A share of 1 leaves a
 * mean or a stock as it is.
 * @param logSpread half the width, in logs, of the 80% interval of what is still to come over that
 */
export function estimatedYear(
  ytd: KnownFigure | undefined,
  share: number,
  logSpread: number,
): KnownFigure | undefined {
  if (!ytd) return undefined;
  const rest = (value: number, factor: number): number => value * (1 + (1 / share - 1) * factor);
  return {
    value: ytd.value / share,
    ...(ytd.lower !== undefined && { lower: rest(ytd.lower, Math.exp(-logSpread)) }),
    ...(ytd.upper !== undefined && { upper: rest(ytd.upper, Math.exp(logSpread)) }),
    origin: "estimated",
    from: share === 1 ? "priorYtd" : "priorYtd / usual share",
  };
}

/** How far a remainder that only the usual season tells strays, in logs, in four cases of five. */
export function fullYearSpread({ indicatorClass, position }: Question, priors: Priors): number {
  const model = priors.models.ytd;
  const ofClass = model?.classes[indicatorClass] ?? model?.classes.general;
  if (!ofClass) return 0;
  const month = elapsedMonths(position);
  const typical = atMonth({ anchors: priors.anchorMonths, values: ofClass.typicalScale, month });
  return typical * ofClass.calibration * studentTQuantile((1 + LEVEL) / 2, ofClass.degreesOfFreedom);
}

/** The remark on an estimated last year. */
export function estimateNote(lastYear: KnownFigure | undefined): readonly Note[] {
  if (lastYear?.origin !== "estimated") return [];
  const { value, lower = value, upper = value } = lastYear;
  return [{ code: "priorFullYearEstimated", values: { priorFullYear: value, lower, upper } }];
}
