import { EngineError } from "../engine/engine-error.ts";
import type { AnyTarget, Part } from "./answers.ts";
import type { Presented } from "./json.ts";
import type { CellValue } from "./text.ts";

/**
 * What a cell shows when no field is asked for: the number that the function is named after. Whoever did not write
 * a path is not refused with one, but told in words.
 * @throws EngineError when the answer has no such number, and when its amounts are in two units
 */
export function defaultCell(presented: Presented, part: Part): CellValue {
  if (part !== "coherence")
    refuseUnitSlip(presented, "write the amounts in one unit; field= tells a number all the same");
  return DEFAULT_CELLS[part](presented);
}

/**
 * A number in a cell stands without its notes, and one of amounts in two units is none.
 * @throws EngineError when amounts of the answer are about a thousand times out of scale
 */
export function refuseUnitSlip({ notes }: Presented, hint: string): void {
  const slip = notes.find(({ code }) => code === "unitSlip");
  if (slip) throw new EngineError("invalidFigure", "", slip.message.replace(/\.$/, ""), hint);
}

const DEFAULT_CELLS: Readonly<Record<Part, (presented: Presented) => CellValue>> = {
  outlook: ({ forecast }) => forecast?.median,
  "run-rate": requiredPerPeriod,
  forecast: ({ forecast }) => forecast?.median,
  attainment: (presented) => firstTarget(presented).attainmentProbability,
  scenarios: breakEvenProbability,
  coherence: ({ coherence }) => coherence?.verdict,
};

/** Nothing more is required of a target that is reached. */
function requiredPerPeriod(presented: Presented): number {
  const target = firstTarget(presented);
  if (!target.requiredRunRate && isMissed(presented, target)) throw yearIsOver();
  return target.requiredRunRate?.perPeriod ?? 0;
}

function breakEvenProbability(presented: Presented): number {
  const target = firstTarget(presented);
  const open = presented.scenarios?.find(({ kind }) => kind === "breakEven");
  if (open) return open.probabilityAtLeast;
  if (isMissed(presented, target)) throw yearIsOver();
  throw new EngineError(
    "notEnoughKnown",
    "",
    "the target is already reached, so that no break-even is open",
    presented.question.remaining === 0
      ? "the year is complete"
      : "ask for another scenario: field=scenarios.forecastMedian.fullYear",
  );
}

function firstTarget({ targets = [] }: Presented): AnyTarget {
  const [target] = targets;
  if (target) return target;
  throw new EngineError(
    "notEnoughKnown",
    "target",
    "this cell is about a target, and none is given",
    "give one: target=920, or target=8% on last year",
  );
}

const isMissed = ({ question }: Presented, { gapToTarget }: AnyTarget): boolean =>
  question.remaining === 0 && gapToTarget > 0;

const yearIsOver = () =>
  new EngineError("notEnoughKnown", "", "the year is complete and the target was missed");
