import type { ComponentAsk } from "../engine/growth-scenarios/component-growths.ts";
import { type Quarters, type SpanName, sumOver } from "../engine/growth-scenarios/quarter-span.ts";
import { inOrderOfPrecedence, type StatedGrowth } from "../engine/growth-scenarios/stated-growth.ts";
import type { FigureReader } from "./figure-reader.ts";
import {
  checkScale,
  growthTexts,
  readGrowthEnds,
  type SpanText,
  spanNamed,
  spanTexts,
} from "./growth-scenarios-figures.ts";
import {
  GROWTH_SCENARIOS_HINTS,
  type GrowthComponentInput,
  type GrowthOrSpans,
  type GrowthScenariosQuestionInput,
} from "./growth-scenarios-question.ts";
import type { ProblemList } from "./problems.ts";

type Input = Partial<GrowthScenariosQuestionInput>;

/** Last year's quarters of the total: levels, or shares of the year. */
export interface TotalBases {
  readonly lastYear: Quarters;
  readonly areLevels: boolean;
}

/** The span that components are told for where they have one number; undefined where they have quarters. */
export function componentPeriodOf({ components = [], componentPeriod }: Input): SpanName | undefined {
  if (components.length === 0 || components.some(({ lastYear }) => valuesOf(lastYear).length > 1))
    return undefined;
  return componentPeriod === undefined ? "year" : spanNamed(componentPeriod);
}

function valuesOf(lastYear: GrowthComponentInput["lastYear"]): readonly (string | number)[] {
  if (lastYear === undefined || Array.isArray(lastYear)) return lastYear ?? [];
  return typeof lastYear === "string" ? lastYear.split(";").filter((text) => text.trim() !== "") : [lastYear];
}

/** A component with what it says of its growth in every scenario that does not tell another. */
export type ReadComponent = ComponentAsk & { readonly assumed: readonly StatedGrowth[] };

/** The components of a question, last year's amounts on the scale of the total. */
export function readComponents(
  problems: ProblemList,
  figures: FigureReader,
  input: Input,
  total: TotalBases,
): readonly ReadComponent[] {
  const { components = [], componentPeriod } = input;
  const period = componentPeriodOf(input);
  if (componentPeriod !== undefined && spanNamed(componentPeriod) === undefined)
    problems.add(
      "componentPeriod",
      `"${componentPeriod}" is no quarter or span of a year`,
      GROWTH_SCENARIOS_HINTS.componentPeriod,
    );
  else if (componentPeriod !== undefined && !period)
    problems.add(
      "componentPeriod",
      components.length === 0
        ? "componentPeriod is about components, and there are none"
        : "componentPeriod is for components with one number each, and these have quarters",
      "leave it out",
    );
  const names = new Set<string>();
  const known = new Set(components.map(({ name }) => name));
  const parents = new Map(components.map(({ name, partOf }) => [name, partOf]));
  return components.map((component, index): ReadComponent => {
    const { name, partOf } = component;
    const path = `components.${index}`;
    if (names.has(name))
      problems.add(path, `two components are called "${name}"`, "give each component its own name");
    names.add(name);
    if (partOf !== undefined && (partOf === name || !known.has(partOf)))
      problems.add(
        `${path}.partOf`,
        `"${partOf}" is not among the other components`,
        GROWTH_SCENARIOS_HINTS.partOf,
      );
    if (isWithinItself(name, parents))
      problems.add(
        `${path}.partOf`,
        `"${name}" is a part of itself by way of other components`,
        GROWTH_SCENARIOS_HINTS.partOf,
      );
    if (partOf !== undefined && component.lastYear === undefined)
      problems.add(`${path}.lastYear`, `a part of another component needs its own lastYear`, "give it");
    const told = spanTexts(problems, component.known, `${path}.known`);
    checkSpans(problems, told, period);
    const base = readBase(problems, figures, component, { total, period, path });
    return {
      name,
      ...(partOf !== undefined && { partOf }),
      ...(base && { base }),
      known: inOrderOfPrecedence(
        told.flatMap((text) => readGrowthEnds(problems, figures, text, "known")?.lower ?? []),
      ),
      assumed: readAssumedGrowths(problems, figures, component.growth, { period, path: `${path}.growth` }),
      path,
    };
  });
}

function isWithinItself(name: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const passed = new Set<string>();
  for (let at = parents.get(name); at !== undefined && !passed.has(at); at = parents.get(at)) {
    if (at === name) return parents.get(name) !== name;
    passed.add(at);
  }
  return false;
}

function readBase(
  problems: ProblemList,
  figures: FigureReader,
  { lastYear }: GrowthComponentInput,
  {
    total,
    period,
    path,
  }: { readonly total: TotalBases; readonly period: SpanName | undefined; readonly path: string },
): readonly number[] | undefined {
  if (lastYear === undefined) return undefined;
  const values = valuesOf(lastYear);
  const at = `${path}.lastYear`;
  if (values.length !== (period ? 1 : 4)) {
    problems.add(
      at,
      `${at} has ${values.length === 1 ? "one value" : `${values.length} values`}, where ${period ? "one is" : "four quarters are"} needed`,
      "give four quarters of every component, or one number of each",
    );
    return undefined;
  }
  const areShares = !total.areLevels || values.some((text) => typeof text === "string" && text.includes("%"));
  const wholes = period ? [sumOver(total.lastYear, period)] : total.lastYear;
  const read = values.map((text, part) => {
    const place = values.length === 1 ? at : `${at}.${part}`;
    if (!areShares) return figures.base(text, place)?.value;
    const share = figures.share(text, place)?.value;
    if (share !== undefined && (share <= 0 || share > 1)) {
      problems.add(
        place,
        `${place} is no share of the total`,
        'write a share between 0% and 100%, such as "35.5%"',
      );
      return undefined;
    }
    return share === undefined ? undefined : share * (wholes[part] as number);
  });
  if (read.includes(undefined)) return undefined;
  checkScale(problems, read as readonly number[], at);
  return read as readonly number[];
}

/** The growths of one component that are assumed: one for its period or the year, or several by span. */
export function readAssumedGrowths(
  problems: ProblemList,
  figures: FigureReader,
  given: GrowthOrSpans | undefined,
  { period, path }: { readonly period: SpanName | undefined; readonly path: string },
): readonly StatedGrowth[] {
  if (given === undefined) return [];
  const texts = growthTexts(problems, given, { span: period ?? "year", path });
  checkSpans(problems, texts, period);
  return inOrderOfPrecedence(
    texts.flatMap((text) => readGrowthEnds(problems, figures, text, "component")?.lower ?? []),
  );
}

function checkSpans(problems: ProblemList, texts: readonly SpanText[], period: SpanName | undefined): void {
  if (!period) return;
  for (const { span, path } of texts)
    if (span !== period)
      problems.add(
        path,
        `one number of last year, for ${period}, tells nothing of ${span}`,
        "give last year's four quarters",
      );
}
