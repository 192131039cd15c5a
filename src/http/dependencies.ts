import type { TetCalendar } from "../engine/calendar/tet.ts";
import type { Priors } from "../engine/forecast/priors.ts";

/** What the app needs of the world; `worker.ts` builds it once, tests build their own. */
export interface Dependencies {
  readonly version: string;
  readonly priors: Priors;
  readonly tet: TetCalendar;
  readonly isVietnamese: (geography: string) => boolean;
  /** Milliseconds of a clock that only Server-Timing reads. */
  readonly now: () => number;
}
