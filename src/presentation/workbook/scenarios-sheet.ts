import type { ScenarioAssumption } from "../../engine/target/scenario.ts";
import { scenarioName } from "../assumption.ts";
import type { Presented } from "../json.ts";
import { sentenceCase } from "../language.ts";
import { CHANGE, PERCENT } from "./cell-format.ts";
import {
  cellTerm,
  countTerm,
  fullYearTerm,
  minus,
  over,
  remainderTerm,
  type Term,
  times,
} from "./live-term.ts";
import type { OutlookCells } from "./outlook-sheet.ts";
import { type PlannerTerms, plannerTerms } from "./planner-cells.ts";
import { live, orNothing } from "./sheet-cell.ts";
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
  page.table("Scenarios", columns, (address) =>
    scenarios.map((scenario, row) =>
      scenarioRow(scenario, context, {
        year,
        levels,
        fullYear: cellTerm(address("fullYear", row), scenario.fullYear),
      }),
    ),
  );
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
}

function scenarioRow(
  scenario: Scenario,
  { wording: { lang }, amount }: WorkbookContext,
  { year, levels, fullYear }: Terms,
): Row<Key> {
  const [first] = levels.values();
  const grown = year?.priorFullYear && minus(over(fullYear, year.priorFullYear), countTerm(1));
  const restGrown =
    year?.priorRemainder && minus(over(remainderTerm(year, fullYear), year.priorRemainder), countTerm(1));
  return {
    name: { content: sentenceCase(scenarioName(named(scenario), lang)) },
    assumption: { content: sentenceCase(scenario.assumption) },
    fullYear: live(assumedFullYear(scenario, year, levels), scenario.fullYear, amount, orNothing),
    growth: live(grown, scenario.growth, CHANGE, orNothing),
    remainderGrowth: live(restGrown, scenario.remainderGrowth, CHANGE, orNothing),
    attainment: live(first && over(fullYear, first), scenario.attainment, PERCENT, orNothing),
    gap: live(first && minus(first, fullYear), scenario.gap, amount),
    probability: probabilityCell(scenario.probabilityAtLeast),
  };
}

/** A published scenario as far as its name needs it. */
const named = ({ name, kind, target = "" }: Scenario) => ({
  name,
  assumption: { kind, target } as ScenarioAssumption,
});

/** The full year that follows from the figures to plan with, where the assumption is that simple. */
function assumedFullYear(
  { kind, target = "" }: Scenario,
  year: PlannerTerms | undefined,
  levels: ReadonlyMap<string, Term>,
): Term | undefined {
  if (kind === "breakEven") return levels.get(target);
  if (!year) return undefined;
  if (kind === "forecastMedian") return year.median;
  if (kind === "currentPace" && year.aggregation === "sum")
    return fullYearTerm(year, times(over(year.ytd, year.elapsed), year.remaining));
  if (kind === "flatOnLastYear") return year.priorRemainder && fullYearTerm(year, year.priorRemainder);
  const [first] = levels.values();
  if (kind === "plannedGrowth" && first && year.priorFullYear && year.priorRemainder)
    return fullYearTerm(year, times(year.priorRemainder, over(first, year.priorFullYear)));
  if (kind === "sameGrowth" && year.priorYtd && year.priorRemainder)
    return fullYearTerm(year, times(year.priorRemainder, over(year.ytd, year.priorYtd)));
  return undefined;
}
