import type { ScenarioAssumption } from "../../engine/target/scenario.ts";
import { scenarioName } from "../assumption.ts";
import { roundSignificant } from "../format-number.ts";
import type { Presented } from "../json.ts";
import { sentenceCase } from "../language.ts";
import { CHANGE, PERCENT } from "./cell-format.ts";
import {
  cellTerm,
  fullYearTerm,
  grownBy,
  minus,
  numberTerm,
  over,
  remainderTerm,
  type Term,
  times,
} from "./live-term.ts";
import type { OutlookCells } from "./outlook-sheet.ts";
import { type PlannerTerms, plannerTerms } from "./planner-cells.ts";
import { asOfQuestion, live, orNothing, type SheetCell } from "./sheet-cell.ts";
import { type Column, type Row, SheetPage } from "./sheet-page.ts";
import { probabilityCell } from "./targets-table.ts";
import { type WorkbookContext, withUnit } from "./workbook-context.ts";

type Scenario = NonNullable<Presented["scenarios"]>[number];
type Key =
  | "name"
  | "assumption"
  | "fullYear"
  | "growth"
  | "remainderGrowth"
  | "attainment"
  | "gap"
  | "probability";

const NAME_WIDTH = 30;
const ASSUMPTION_WIDTH = 58;

/** Assumptions about the rest of the year side by side; undefined where there are none. */
export function scenariosSheet(
  context: WorkbookContext,
  cells: OutlookCells,
  foreign: (address: string) => string,
): SheetPage | undefined {
  const { answer, words, amountWidth } = context;
  const { scenarios = [] } = answer;
  if (scenarios.length === 0) return undefined;
  const year = cells.planner && plannerTerms(cells.planner, foreign);
  const levels = new Map(
    (answer.targets ?? []).flatMap(({ name }, index): readonly (readonly [string, Term])[] => {
      const cell = cells.targets[index];
      return cell ? [[name, cellTerm(foreign(cell.address), cell.value)]] : [];
    }),
  );
  const columns = columnsOf(scenarios, context);
  const widths: Partial<Record<Key, number>> = { name: NAME_WIDTH, assumption: ASSUMPTION_WIDTH };
  const page = new SheetPage(
    words.sheets.scenarios,
    columns.map(({ key }) => widths[key] ?? amountWidth),
  );
  page.text(withUnit(words.scenarios, context), "title");
  page.text(words.scenariosCaption, "subtitle");
  let hasStillRows = false;
  page.table("Scenarios", columns, (address) =>
    scenarios.map((scenario, row) => {
      const written = scenarioRow(scenario, context, {
        year,
        levels,
        fullYear: cellTerm(address("fullYear", row), scenario.fullYear),
        assumed: assumedGrowth(scenario, (key) => address(key, row)),
      });
      const isStill = isAsOfQuestion(scenario, written.fullYear);
      hasStillRows ||= isStill;
      return isStill ? stillRow(written) : written;
    }),
  );
  if (hasStillRows) {
    page.skip();
    page.text(words.stillRows, "caption");
  }
  return page;
}

function columnsOf(scenarios: readonly Scenario[], { words }: WorkbookContext): readonly Column<Key>[] {
  const isKnown = (name: keyof Scenario) => scenarios.some((scenario) => scenario[name] !== undefined);
  const columns: readonly (Column<Key> & { readonly isTold: boolean })[] = [
    { key: "name", head: words.scenario, isTold: true },
    { key: "assumption", head: words.assumption, isTold: true },
    { key: "fullYear", head: words.fullYear, isTold: true },
    { key: "growth", head: words.growth, isTold: isKnown("growth") },
    { key: "remainderGrowth", head: words.growthOfRest, isTold: isKnown("remainderGrowth") },
    { key: "attainment", head: words.attainment, isTold: isKnown("attainment") },
    { key: "gap", head: words.gapToFirst, isTold: isKnown("gap") },
    { key: "probability", head: words.atLeast, isTold: true },
  ];
  return columns.filter(({ isTold }) => isTold);
}

interface Terms {
  readonly year: PlannerTerms | undefined;
  /** The targets by name. */
  readonly levels: ReadonlyMap<string, Term>;
  readonly fullYear: Term;
  /** The growth that the asker assumed, where its own column tells it. */
  readonly assumed: Term | undefined;
}

/** Assumed growths by the column that tells them: there they stand as numbers, which the full year follows. */
const GROWTH_COLUMNS: Readonly<Record<string, "growth" | "remainderGrowth">> = {
  remainderGrowth: "remainderGrowth",
  yearGrowth: "growth",
};

function assumedGrowth(scenario: Scenario, address: (key: Key) => string): Term | undefined {
  const key = GROWTH_COLUMNS[scenario.kind];
  const growth = key && scenario[key];
  return key && growth !== undefined ? cellTerm(address(key), growth) : undefined;
}

function scenarioRow(
  scenario: Scenario,
  { wording: { lang }, amount }: WorkbookContext,
  terms: Terms,
): Row<Key> {
  const { year, levels, fullYear } = terms;
  const [first] = levels.values();
  const grown = year?.priorFullYear && minus(over(fullYear, year.priorFullYear), numberTerm(1));
  const restGrown =
    year?.priorRemainder && minus(over(remainderTerm(year, fullYear), year.priorRemainder), numberTerm(1));
  const { kind } = scenario;
  return {
    name: { content: sentenceCase(scenarioName(named(scenario), lang)) },
    assumption: { content: sentenceCase(scenario.assumption) },
    fullYear: live(assumedFullYear(scenario, terms), scenario.fullYear, amount, orNothing),
    growth: live(kind === "yearGrowth" ? undefined : grown, scenario.growth, CHANGE, orNothing),
    remainderGrowth: live(
      kind === "remainderGrowth" ? undefined : restGrown,
      scenario.remainderGrowth,
      CHANGE,
      orNothing,
    ),
    attainment: live(first && over(fullYear, first), scenario.attainment, PERCENT, orNothing),
    gap: live(first && minus(first, fullYear), scenario.gap, amount),
    probability: probabilityCell(scenario.probabilityAtLeast),
  };
}

/**
 * Whether a scenario's full year is a number of the day of the question, so that what is worked out from it and from
 * changed figures would no longer be what its words assume. A full year that is itself assumed always holds.
 */
const isAsOfQuestion = ({ kind }: Scenario, fullYear: SheetCell | undefined): boolean =>
  fullYear?.formula === undefined && kind !== "fullYear";

const stillRow = (row: Row<Key>): Row<Key> =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, asOfQuestion(cell)]));

/** A published scenario as far as its name needs it. */
const named = ({ name, kind, target = "" }: Scenario) => ({
  name,
  assumption: { kind, target } as ScenarioAssumption,
});

/** The full year that follows from the figures to plan with, where the assumption is that simple. */
function assumedFullYear(
  { kind, target = "", fullYear }: Scenario,
  { year, levels, assumed }: Terms,
): Term | undefined {
  if (kind === "breakEven") return levels.get(target);
  if (!year) return undefined;
  if (kind === "forecastMedian") return year.median;
  if (kind === "currentPace" && year.aggregation === "average") return year.ytd;
  if (kind === "currentPace" && year.aggregation === "sum")
    return fullYearTerm(year, times(over(year.ytd, year.elapsed), year.remaining));
  if (kind === "yearGrowth" && assumed && year.priorFullYear) return grownBy(year.priorFullYear, assumed);
  if (kind === "perPeriod") return fullYearTerm(year, times(amountAssumed(year, fullYear), year.remaining));
  return year.priorRemainder && grownFullYear(kind, year, year.priorRemainder, { levels, assumed });
}

/** The full year when what is still to come grows on last year's in the way the assumption says. */
function grownFullYear(
  kind: Scenario["kind"],
  year: PlannerTerms,
  lastYear: Term,
  { levels, assumed }: Pick<Terms, "levels" | "assumed">,
): Term | undefined {
  const [first] = levels.values();
  if (kind === "flatOnLastYear") return fullYearTerm(year, lastYear);
  if (kind === "remainderGrowth" && assumed) return fullYearTerm(year, grownBy(lastYear, assumed));
  if (kind === "plannedGrowth" && first && year.priorFullYear)
    return fullYearTerm(year, times(lastYear, over(first, year.priorFullYear)));
  if (kind === "sameGrowth" && year.priorYtd)
    return fullYearTerm(year, times(lastYear, over(year.ytd, year.priorYtd)));
  return undefined;
}

/** Digits of an amount that is read back from the ten of its full year. */
const READ_BACK_DIGITS = 8;

/** What each period still to come brings in a scenario that names an amount; the answer tells it in words only. */
const amountAssumed = (year: PlannerTerms, fullYear: number): Term =>
  numberTerm(
    roundSignificant(
      remainderTerm(year, cellTerm("", fullYear)).value / year.remaining.value,
      READ_BACK_DIGITS,
    ),
  );
