import { atMonth } from "./anchor-months.ts";
import type { Evidence } from "./evidence.ts";
import type { Completed } from "./known.ts";
import type { DataInformation, Information, Priors } from "./priors.ts";

/** An input of the question that can be asked for. */
export type AskFor = "growth" | "priorFullYear" | "reports" | "target";

/** What each state of information leads to, with the one input that is added. */
const NEXT: Readonly<Record<DataInformation, readonly (readonly [AskFor, DataInformation])[]>> = {
  ytd: [
    ["growth", "growth"],
    ["priorFullYear", "priorFullYear"],
  ],
  growth: [["priorFullYear", "growth+priorFullYear"]],
  priorFullYear: [["growth", "growth+priorFullYear"]],
  "growth+priorFullYear": [["reports", "growth+past"]],
  past: [["growth", "growth+past"]],
  "growth+past": [],
};

/** Past years are worth asking for until there are this many. */
const ENOUGH_YEARS = 5;

/**
 * The one further input that would narrow the answer most, by the learned typical scale of the remainder in each
 * state of information: "growth", "priorFullYear", "reports" (of past years) or "target"; undefined when all is told.
 */
export function askFor(
  evidence: Evidence,
  known: Completed,
  information: DataInformation,
  priors: Priors,
): AskFor | undefined {
  const typical = (state: Information): number => {
    const model = priors.models[state]?.classes[evidence.indicatorClass];
    return model === undefined
      ? Number.POSITIVE_INFINITY
      : atMonth({ anchors: priors.anchorMonths, values: model.typicalScale, month: evidence.elapsed }) *
          model.calibration;
  };
  let best: AskFor | undefined;
  let least = typical(information);
  const offers: (readonly [AskFor, number])[] = NEXT[information].map(([input, state]) => [
    input,
    typical(state),
  ]);
  if (known.plan === undefined) offers.push(["target", typical(`plan+${information}`)]);
  for (const [input, scale] of offers)
    if (scale < least) {
      best = input;
      least = scale;
    }
  if (best !== undefined) return best;
  const offered = NEXT[information][0];
  if (offered !== undefined) return offered[0];
  return known.past.length < ENOUGH_YEARS ? "reports" : undefined;
}
