import type {
  ComponentRow,
  GrowthColumn,
  GrowthPath,
  GrowthScenario,
  GrowthScenariosAnswer,
} from "../engine/growth-scenarios/answer.ts";
import type { GrowthScenariosNoteCode } from "../engine/growth-scenarios/growth-scenarios-note.ts";
import { TABLE_SPANS } from "../engine/growth-scenarios/quarter-span.ts";
import { type Table, tableOf } from "./delimited.ts";
import { formatSignificant } from "./format-number.ts";
import { growthScenariosNote } from "./growth-scenarios-notes.ts";
import { growthScenariosSentence } from "./growth-scenarios-sentence.ts";
import {
  componentName,
  GROWTH_HEADINGS,
  growthInTable,
  growthRange,
  pointsInTable,
  spanHead,
} from "./growth-scenarios-words.ts";
import { type PresentOptions, rounded } from "./json.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { escaped, maybe, section, table, titled } from "./markdown-blocks.ts";
import type { Presenter } from "./presenter.ts";

/** The answer as JSON carries it. */
export type PresentedGrowthScenarios = Omit<GrowthScenariosAnswer, "notes"> & {
  readonly sentence: string;
  readonly notes: readonly { readonly code: GrowthScenariosNoteCode; readonly message: string }[];
  readonly engine: string;
};

/** Levels follow by arithmetic from reported ones, so that more digits are told than of a forecast. */
const LEVEL_DIGITS = 6;

/** How growth scenarios are written. */
export const growthScenariosPresenter: Presenter<GrowthScenariosAnswer, PresentedGrowthScenarios> = {
  json(answer, { lang, engine }) {
    const { question, weights, known, scenarios, carryOver, notes } = answer;
    return {
      question,
      weights: rounded(weights),
      known: rounded(known),
      scenarios: rounded(scenarios),
      ...(carryOver && { carryOver: rounded(carryOver) }),
      sentence: growthScenariosSentence(answer, lang),
      notes: notes.map((note) => ({ code: note.code, message: growthScenariosNote(note, lang) })),
      engine,
    };
  },
  table: growthScenariosTable,
  cell: ({ scenarios, carryOver }) =>
    scenarios[0]?.rest?.growth ?? scenarios[0]?.yearGrowth ?? carryOver?.latest.growth,
  markdown,
};

const COLUMNS = [
  "scenario",
  "end",
  "component",
  "span",
  "growth",
  "stated",
  "origin",
  "contribution",
  "level",
  "share",
  "pointsOnScenarioBefore",
  "pointsOnPrevious",
] as const;

/**
 * One row a scenario, end, component and span; the previous version of a scenario is an end of its own, and so is the
 * carry-over, of no scenario.
 */
function growthScenariosTable({ scenarios, carryOver }: PresentedGrowthScenarios): Table {
  const carriedOver = carryOver
    ? [
        { end: "carryOverAtStart", span: "year", growth: carryOver.atStart },
        { end: "carryOver", span: "year", growth: carryOver.latest.growth },
        { end: "carryOverNextYear", span: "year", growth: carryOver.latest.nextYear },
      ]
    : [];
  return tableOf(COLUMNS, [
    ...scenarios.flatMap(({ name: scenario, columns, upper, previous, components = [] }) => {
      const rows = (end: string, of: readonly object[]) => of.map((row) => ({ scenario, end, ...row }));
      return [
        ...rows(upper ? "lower" : "exact", columns),
        ...rows("upper", upper?.columns ?? []),
        ...rows("previous", previous?.columns ?? []),
        ...rows(upper ? "lower" : "exact", componentCells(components)),
        ...rows("upper", componentCells(upper?.components ?? [])),
      ];
    }),
    ...carriedOver,
  ]);
}

const componentCells = (components: readonly ComponentRow[]): readonly object[] =>
  components.flatMap(({ name: component, origin, columns }) =>
    columns.map((column) => ({ component, origin, ...column })),
  );

const heads = (lang: Lang): readonly string[] => TABLE_SPANS.map((span) => spanHead(span, lang));

function markdown(answer: GrowthScenariosAnswer, { lang }: Pick<PresentOptions, "lang">): string {
  const { scenarios, notes } = answer;
  const words = GROWTH_HEADINGS[lang];
  return [
    escaped(growthScenariosSentence(answer, lang)),
    scenarios.length > 0 ? section(words.growth, growthTable(answer, lang)) : "",
    columnsSection(words.contributions, scenarios, lang, ({ contribution }) =>
      pointsInTable(contribution, lang),
    ),
    levelsSection(answer, lang),
    columnsSection(words.onScenarioBefore, scenarios, lang, ({ pointsOnScenarioBefore }) =>
      maybe(pointsOnScenarioBefore, (points) => pointsInTable(points, lang)),
    ),
    columnsSection(words.onPrevious, scenarios, lang, ({ pointsOnPrevious }) =>
      maybe(pointsOnPrevious, (points) => pointsInTable(points, lang)),
    ),
    ...scenarios.flatMap((scenario) => componentSections(scenario, lang)),
    conditionsSection(scenarios, lang),
    carryOverSection(answer, lang),
    notes.length > 0
      ? section(words.notes, notes.map((note) => `- ${escaped(growthScenariosNote(note, lang))}`).join("\n"))
      : "",
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

/** Growth of every scenario and of its previous version, both ends of ranges, under last year's shares. */
function growthTable({ scenarios, weights }: GrowthScenariosAnswer, lang: Lang): string {
  const words = GROWTH_HEADINGS[lang];
  const cells = (lower: readonly GrowthColumn[], upper?: readonly GrowthColumn[]) =>
    lower.map(({ growth }, index) =>
      growthRange(growth, upper?.[index]?.growth, { lang, write: growthInTable }),
    );
  const rows = scenarios.flatMap(({ name, columns, upper, previous }) => [
    [name, ...cells(columns, upper?.columns)],
    ...(previous ? [[words.previousOf(name, previous.name), ...cells(previous.columns)]] : []),
  ]);
  const shares = [words.lastYear, ...weights.map(({ share }) => growthInTable(share, lang))];
  return table([words.scenario, ...heads(lang)], [...rows, shares]);
}

/** A table of one number a column; nothing where no scenario has it. */
function columnsSection(
  title: string,
  scenarios: readonly GrowthScenario[],
  lang: Lang,
  write: (column: GrowthColumn) => string,
): string {
  const words = GROWTH_HEADINGS[lang];
  const row = (name: string, { columns }: GrowthPath) => [name, ...columns.map(write)];
  const rows = scenarios
    .flatMap(({ upper, ...scenario }) =>
      upper
        ? [row(words.lowerEnd(scenario.name), scenario), row(words.upperEnd(scenario.name), upper)]
        : [row(scenario.name, scenario)],
    )
    .filter((cells) => cells.slice(1).some((cell) => cell !== ""));
  if (rows.length === 0) return "";
  return section(title, table([words.scenario, ...heads(lang)], rows));
}

function levelsSection({ scenarios, question }: GrowthScenariosAnswer, lang: Lang): string {
  const title = titled(GROWTH_HEADINGS[lang].levels, { lang, unit: question.unit });
  return columnsSection(title, scenarios, lang, ({ level }) =>
    maybe(level, (x) => formatSignificant(x, lang, LEVEL_DIGITS)),
  );
}

function componentSections({ name, components, upper }: GrowthScenario, lang: Lang): readonly string[] {
  if (!components) return [];
  const words = GROWTH_HEADINGS[lang];
  const head = [words.component, ...(components[0]?.columns ?? []).map(({ span }) => spanHead(span, lang))];
  const rows = (of: "growth" | "contribution", write: (x: number, lang: Lang) => string) =>
    components.map((row, index) => [
      sentenceCase(componentName(row, lang)),
      ...row.columns.map((column, at) =>
        maybe(column[of], (x) =>
          growthRange(x, upper?.components?.[index]?.columns[at]?.[of], { lang, write }),
        ),
      ),
    ]);
  return [
    section(words.components(escaped(name)), table(head, rows("growth", growthInTable))),
    section(words.componentPoints(escaped(name)), table(head, rows("contribution", pointsInTable))),
  ];
}

function conditionsSection(scenarios: readonly GrowthScenario[], lang: Lang): string {
  const words = GROWTH_HEADINGS[lang];
  const rows = scenarios
    .filter(({ conditions, owner }) => conditions || owner !== undefined)
    .map(({ name, conditions = [], owner = "" }) => [name, conditions.join("; "), owner]);
  return rows.length === 0
    ? ""
    : section(words.conditionsAndOwners, table([words.scenario, words.conditions, words.owner], rows));
}

function carryOverSection({ carryOver, scenarios }: GrowthScenariosAnswer, lang: Lang): string {
  if (!carryOver) return "";
  const words = GROWTH_HEADINGS[lang];
  const { atStart, latest } = carryOver;
  const rows = scenarios.map(({ name, carryOver: own }) => [
    name,
    maybe(own?.growthNeeded, (points) => pointsInTable(points, lang)),
    maybe(own?.nextYear, (growth) => growthInTable(growth, lang)),
  ]);
  return section(
    words.carryOver,
    [
      `- ${words.carryOverAtStart}: ${growthInTable(atStart, lang)}`,
      `- ${words.carryOverLatest}: ${growthInTable(latest.growth, lang)}`,
      `- ${words.nextYear}: ${growthInTable(latest.nextYear, lang)}`,
    ].join("\n"),
    ...(rows.length > 0 ? [table([words.scenario, words.growthNeeded, words.nextYear], rows)] : []),
  );
}
