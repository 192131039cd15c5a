import { EngineError } from "../engine/engine-error.ts";
import { splitPriceBasis } from "../engine/figure/measure.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import type { GrowthScenariosAsk } from "../engine/growth-scenarios/ask.ts";
import { independentGrowths, inOrderOfPrecedence } from "../engine/growth-scenarios/stated-growth.ts";
import { FigureReader } from "./figure-reader.ts";
import { readScenarios } from "./growth-scenarios-assumptions.ts";
import { componentPeriodOf, readComponents } from "./growth-scenarios-components.ts";
import { readGrowthEnds, spanTexts } from "./growth-scenarios-figures.ts";
import { adjustedLevels, type LastYear, readActuals, readLastYear } from "./growth-scenarios-levels.ts";
import {
  GROWTH_SCENARIOS_FORM,
  GROWTH_SCENARIOS_HINTS,
  GrowthScenariosQuestionInput,
} from "./growth-scenarios-question.ts";
import { isSet } from "./history.ts";
import { ProblemList } from "./problems.ts";
import { validate } from "./validate.ts";

const FIELDS = [...GROWTH_SCENARIOS_FORM.names, ...Object.keys(GROWTH_SCENARIOS_FORM.aliases)];
type Input = Partial<GrowthScenariosQuestionInput>;

const YEARS = { first: 1900, last: 2200 } as const;

/** Stands for a year that could not be read, so that what is wrong with the rest is told together with it. */
const UNKNOWN: LastYear = {
  lastYear: [1, 1, 1, 1],
  areLevels: true,
  levels: [1, 1, 1, 1],
  scale: { aggregation: "sum", periodsPerQuarter: 1 },
};

/**
 * A raw question about growth scenarios as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 * @throws EngineError notEnoughKnown when the carry-over is asked for of levels that are not seasonally adjusted
 */
export function readGrowthScenarios(raw: Readonly<Record<string, unknown>>): GrowthScenariosAsk {
  const problems = new ProblemList();
  const input = validate(GrowthScenariosQuestionInput, raw, FIELDS, problems, GROWTH_SCENARIOS_HINTS);
  const year = readYear(problems, raw, input.year);
  const { priceBasis } = input;
  const figures = new FigureReader(problems, {
    input: { ...withoutWords(input), ...(priceBasis && { priceBasis: priceBasisIn(priceBasis) }) },
    unit: input.unit,
    amountsMayBeNegative: false,
  });
  const bases = readLastYear(problems, figures, raw, input);
  const total = bases ?? UNKNOWN;
  const actuals = readActuals(problems, figures, input, total);
  const told = spanTexts(problems, input.known, "known").flatMap(
    (text) => readGrowthEnds(problems, figures, text, "known")?.lower ?? [],
  );
  const known = inOrderOfPrecedence([...told, ...actuals.growths]);
  if (bases) problems.attempt(() => independentGrowths(total.lastYear, known));
  const componentPeriod = componentPeriodOf(input);
  const components = readComponents(problems, figures, input, total);
  const scenarios = readScenarios(input.scenarios ?? [], {
    problems,
    figures,
    components,
    period: componentPeriod,
    total,
  });
  const seasonallyAdjusted = isSet(input.seasonallyAdjusted);
  const wantsCarryOver =
    input.carryOver === undefined ? seasonallyAdjusted && total.areLevels : isSet(input.carryOver);
  if (scenarios.length === 0 && !wantsCarryOver && raw.scenarios === undefined)
    problems.add("scenarios", "there is no scenario", 'give the growth of the year, "base: 6%; high: 6.5%"');
  if (wantsCarryOver && seasonallyAdjusted && !total.areLevels)
    problems.add(
      "lastYear",
      "a carry-over needs last year's levels, not shares",
      "give four quarters or twelve months",
    );
  const carryOver =
    wantsCarryOver && seasonallyAdjusted ? adjustedLevels(problems, total, actuals.listed, known) : undefined;
  problems.throwIfAny();
  if (wantsCarryOver && !seasonallyAdjusted) throw unadjusted();
  const { unit, measure } = figures;
  return {
    question: {
      ...(input.indicator !== undefined && { indicator: input.indicator }),
      ...(input.geography !== undefined && { geography: input.geography }),
      ...(unit !== undefined && { unit }),
      ...(measure.priceBasis && { priceBasis: measure.priceBasis }),
      aggregation: total.scale.aggregation,
      year: year as number,
      seasonallyAdjusted,
    },
    lastYear: total.lastYear,
    areLevels: total.areLevels,
    scale: total.scale,
    ...(total.sharesSum !== undefined && { sharesSum: total.sharesSum }),
    known,
    scenarios,
    components,
    ...(components.length > 0 && componentPeriod && { componentPeriod }),
    ...(carryOver && { carryOver }),
    monthsNotUsed: carryOver ? 0 : actuals.monthsNotUsed,
  };
}

const unadjusted = () =>
  new EngineError(
    "notEnoughKnown",
    "seasonallyAdjusted",
    "the carry-over of levels that are not seasonally adjusted means nothing: the last quarter's level is its season's",
    "give seasonally adjusted levels and seasonallyAdjusted=true, or leave carryOver out",
  );

/** What the figures of a question show of its decimal sign, conditions and names aside. */
function withoutWords({ scenarios, ...input }: Input) {
  return {
    ...input,
    scenarios: scenarios?.map(({ conditions: _conditions, owner: _owner, ...scenario }) => scenario),
  };
}

function readYear(problems: ProblemList, raw: Readonly<Record<string, unknown>>, input: Input["year"]) {
  if (input === undefined) {
    if (raw.year === undefined) problems.add("year", "year is required", "write a year such as 2024");
    return undefined;
  }
  const year = typeof input === "string" && input.trim() === "" ? Number.NaN : Number(input);
  if (Number.isInteger(year) && year >= YEARS.first && year <= YEARS.last) return year;
  problems.add(
    "year",
    `year must be a whole number from ${YEARS.first} to ${YEARS.last}`,
    "write a year such as 2024",
  );
  return undefined;
}

/** The name of a price basis, or words that tell one: "giá so sánh 2010". */
const priceBasisIn = (told: string): string => splitPriceBasis(withoutAccents(told)).priceBasis ?? told;
