import type { GrowthAssumptions, GrowthScenarioAsk } from "../engine/growth-scenarios/ask.ts";
import { levelOf, type SpanName, sumOver } from "../engine/growth-scenarios/quarter-span.ts";
import { inOrderOfPrecedence, percent, type StatedGrowth } from "../engine/growth-scenarios/stated-growth.ts";
import type { FigureReader } from "./figure-reader.ts";
import { type ReadComponent, readAssumedGrowths } from "./growth-scenarios-components.ts";
import { readGrowthEnds, spanTexts } from "./growth-scenarios-figures.ts";
import type { LastYear } from "./growth-scenarios-levels.ts";
import type { GrowthScenarioInput, VersionInput } from "./growth-scenarios-question.ts";
import type { ProblemList } from "./problems.ts";

/** What the assumptions of a question are read with. */
export interface AssumptionContext {
  readonly problems: ProblemList;
  readonly figures: FigureReader;
  readonly components: readonly ReadComponent[];
  /** The only span that components are told for, where there is one. */
  readonly period: SpanName | undefined;
  readonly total: LastYear;
}

/** The scenarios of a question, their earlier versions among them. */
export function readScenarios(
  input: readonly GrowthScenarioInput[],
  context: AssumptionContext,
): readonly GrowthScenarioAsk[] {
  const { problems, figures } = context;
  const names = new Set<string>();
  return input.map((raw, index) => {
    const path = `scenarios.${index}`;
    const name = raw.name || nameBy(raw, index);
    if (names.has(name))
      problems.add(path, `two scenarios are called "${name}"`, "give each scenario its own name");
    names.add(name);
    const step =
      raw.step === undefined ? undefined : figures.inRole(raw.step, `${path}.step`, "ratio")?.value;
    checkShape(problems, raw, path);
    return {
      name,
      ...readAssumptions(raw, path, context),
      shape: raw.shape ?? (raw.step === undefined ? "equal" : "rising"),
      step: step ?? 0,
      conditions: raw.conditions === undefined ? [] : [raw.conditions].flat(),
      ...(raw.owner !== undefined && { owner: raw.owner }),
      ...(raw.previous && {
        previous: {
          name: raw.previous.name || "previous",
          ...readAssumptions(raw.previous, `${path}.previous`, context),
        },
      }),
    };
  });
}

function nameBy({ yearGrowth }: GrowthScenarioInput, index: number): string {
  if (typeof yearGrowth === "number") return percent(yearGrowth);
  return typeof yearGrowth === "string" ? yearGrowth.trim() : String(index + 1);
}

function checkShape(
  problems: ProblemList,
  { shape, step, previous }: GrowthScenarioInput,
  path: string,
): void {
  if (shape === "rising" && step === undefined)
    problems.add(`${path}.step`, "a shape that rises needs a step", 'write "0.3 points"');
  if (shape !== undefined && shape !== "rising" && step !== undefined)
    problems.add(
      `${path}.step`,
      `the shape ${shape} has no step`,
      "write shape rising, or leave the step out",
    );
  if (shape === "likePrevious" && !previous)
    problems.add(
      `${path}.previous`,
      "there is no previous version to be in proportion to",
      "give previous with its quarters",
    );
}

function readAssumptions(
  raw: VersionInput,
  path: string,
  context: AssumptionContext,
): GrowthAssumptions & { readonly isAtLeast: boolean } {
  const { problems, figures } = context;
  const { yearGrowth, fullYear } = raw;
  const texts = [...spanTexts(problems, raw.quarters, `${path}.quarters`)];
  if ((yearGrowth !== undefined || fullYear !== undefined) && texts.some(({ span }) => span === "year"))
    problems.add(`${path}.quarters.year`, "the year's growth is told twice", "give it in yearGrowth alone");
  if (yearGrowth !== undefined && fullYear !== undefined)
    problems.add(`${path}.fullYear`, "the scenario tells both the year and its growth", "give one of them");
  if (yearGrowth !== undefined) texts.push({ span: "year", text: yearGrowth, path: `${path}.yearGrowth` });
  const ends = texts.flatMap((text) => readGrowthEnds(problems, figures, text, "scenario") ?? []);
  const level = fullYear === undefined ? [] : readFullYear(fullYear, `${path}.fullYear`, context);
  return {
    stated: inOrderOfPrecedence([...ends.map(({ lower }) => lower), ...level]),
    ...(ends.some(({ isRange }) => isRange) && {
      upper: inOrderOfPrecedence([...ends.map(({ upper }) => upper), ...level]),
    }),
    components: readComponentGrowths(raw.components ?? {}, `${path}.components`, context),
    path,
    isAtLeast: ends.some(({ isAtLeast, lower }) => isAtLeast && lower.span === "year"),
  };
}

/** What is said of each component, in their order: here, or else in every scenario. */
function readComponentGrowths(
  told: NonNullable<VersionInput["components"]>,
  path: string,
  { problems, figures, components, period }: AssumptionContext,
): GrowthAssumptions["components"] {
  for (const name of Object.keys(told))
    if (components.every((component) => component.name !== name))
      problems.add(`${path}.${name}`, `"${name}" is not among the components`, "name it in components");
  return components.map(({ name, assumed }) =>
    Object.hasOwn(told, name)
      ? readAssumedGrowths(problems, figures, told[name], { period, path: `${path}.${name}` })
      : assumed,
  );
}

function readFullYear(
  fullYear: NonNullable<VersionInput["fullYear"]>,
  path: string,
  { problems, figures, total }: AssumptionContext,
): readonly StatedGrowth[] {
  if (!total.areLevels) {
    problems.add(path, "a level of the year cannot be compared with shares of last year", "give yearGrowth");
    return [];
  }
  const level = figures.target(fullYear, path);
  if (!level) return [];
  const growth = level.value / levelOf(sumOver(total.lastYear, "year"), "year", total.scale) - 1;
  return [{ span: "year", growth, lower: growth, upper: growth, path, isKnown: false }];
}
