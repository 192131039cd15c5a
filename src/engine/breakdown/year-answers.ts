import type { ComponentAnswer } from "./answer-types.ts";
import type { OwnForecast } from "./own-forecast.ts";
import type { ReconciledPart } from "./reconciled-parts.ts";

/** A forecast from one report alone as it is answered, in the unit of its part. */
export function ownAnswer(
  { tier, part, askFor }: OwnForecast,
  scale: number,
): NonNullable<ComponentAnswer["forecast"]> {
  return {
    tier,
    median: part.median / scale,
    lower: part.lower / scale,
    upper: part.upper / scale,
    ...(askFor && { askFor }),
  };
}

/** The growth of a reconciled full year on the whole of last year, where that is known and above zero. */
export function growthOf({ reading, fullYear, scale }: ReconciledPart): { readonly growth?: number } {
  const prior = (reading.year.priorFullYear ?? 0) * scale;
  return prior > 0 ? { growth: fullYear.median / prior - 1 } : {};
}
