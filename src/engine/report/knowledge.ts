import type { TetCalendar } from "../calendar/tet.ts";
import type { LevelPriors } from "../forecast/level-history.ts";
import type { Priors } from "../forecast/priors.ts";
import type { CalendarPriors } from "../history/calendar-effects.ts";

/** What the engine knows besides the question: learned numbers and the calendar, from `data`. */
export interface Knowledge {
  readonly priors: Priors;
  readonly tet: TetCalendar;
  readonly calendar: CalendarPriors;
  readonly levels: LevelPriors;
}
