import { z } from "zod";
import type { BreakdownAsk, CapAsk, ComponentAsk } from "../engine/breakdown/ask.ts";
import { throughLabel } from "../engine/calendar/period.ts";
import type { DecimalSign } from "../engine/figure/decimal.ts";
import { parseFigure } from "../engine/figure/parse-figure.ts";
import { indicatorClassOf } from "../engine/indicator-class.ts";
import type { Question } from "../engine/question.ts";
import { decimalShownBy } from "./decimal-evidence.ts";
import {
  FigureInput,
  MAX_TEXT,
  numberOrText,
  questionShape,
  RatioInput,
  ReportInput,
  TargetInput,
} from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { isSet } from "./history.ts";
import { InvalidQuestion, ProblemList } from "./problems.ts";
import { ALIASES, entries, type FlatForm, REPORT_FORM } from "./query.ts";
import { readQuestion, type Surroundings } from "./question.ts";
import { HINTS, validate } from "./validate.ts";

/** Children of one total or part. */
export const MAX_CHILDREN = 40;
/** Parts of all levels together: 34 provinces with ten products each, and room for what is left over. */
export const MAX_COMPONENTS = 500;
/** Deeper than any classification goes. */
export const MAX_DEPTH = 8;
/** Values of all histories together: each takes its share of the time of an answer. */
export const MAX_HISTORY_VALUES = 6000;
/** Earlier reports of one part. */
const MAX_PART_REPORTS = 60;

/** Of the question about one report, what a breakdown does not answer. */
const { scenarios: _scenarios, horizon: _horizon, backtest: _backtest, ...totalShape } = questionShape;

const text = (description: string, example?: string) =>
  z
    .string()
    .max(MAX_TEXT)
    .meta({ description, ...(example && { example }) });

const flag = z.union([z.boolean(), z.enum(["true", "false", "1", "0"])]);

const CapInput = z.union([
  z.string().max(MAX_TEXT),
  z.number(),
  z.strictObject({ value: FigureInput.optional(), growth: RatioInput.optional() }),
]);

/** The figures of a part's own report, told as those of the total are. */
const partShape = {
  ytd: FigureInput.optional().meta({ description: "Its year-to-date figure", example: 100.43 }),
  growth: questionShape.growth,
  priorYtd: questionShape.priorYtd,
  priorFullYear: questionShape.priorFullYear,
  shareOfTarget: RatioInput.optional().meta({ description: "The reported share of its own target" }),
  target: TargetInput.optional().meta({ description: "Its own target, an amount or growth on last year" }),
  reports: z
    .array(ReportInput)
    .max(MAX_PART_REPORTS)
    .optional()
    .meta({ description: "Its earlier reports, of this year and of past ones" }),
  history: questionShape.history,
  indicator: text("What it measures, where that of the total does not tell", "rice exports").optional(),
  geography: text("Its place, where it is not that of the total", "Kien Giang").optional(),
} as const;

const OF_REPORT = Object.keys(partShape) as readonly (keyof typeof partShape)[];

const placeShape = {
  name: text("What the part is called", "rice"),
  share: RatioInput.optional().meta({
    description: "Its share of what it is a part of, instead of its amount or beside it",
    example: "83.25%",
  }),
  weight: z.number().positive().optional().meta({
    description: "Of an index (aggregation average): its weight in what it is a part of, in any scale",
  }),
  locked: flag.optional().meta({
    description: "Whether its forecast stands when what is missing is shared out; false by default",
  }),
  cap: CapInput.optional().meta({
    description: 'The most it can reach over the year: an amount, or growth on last year such as "25%"',
  }),
  exhaustive: flag.optional().meta({
    description: "Whether its own parts make all of it; by default as it is told of the total",
  }),
} as const;

type PartInput = z.infer<z.ZodObject<typeof partShape & typeof placeShape>>;
export type ComponentInput = PartInput & { readonly components?: readonly ComponentInput[] | undefined };

/** A part of the total: its own report or its share, and the parts that it is made of. */
export const ComponentInput = z
  .strictObject({
    ...placeShape,
    ...partShape,
    get components(): z.ZodOptional<z.ZodArray<z.ZodType<ComponentInput>>> {
      return z
        .array(ComponentInput as z.ZodType<ComponentInput>)
        .max(MAX_CHILDREN)
        .optional()
        .meta({ description: "The parts that it is made of" });
    },
  })
  .meta({
    id: "Component",
    description: "A part of the total with its own report or its share, and with its own parts",
    example: { name: "rice", ytd: 100.43, growth: "15%" },
  });

/** The question of `/v1/breakdown`: a report, and the parts of its total. */
export const BreakdownQuestionInput = z
  .strictObject({
    ...totalShape,
    components: z
      .array(ComponentInput)
      .min(1)
      .max(MAX_CHILDREN)
      .optional()
      .meta({
        description: `The parts of the total, ${MAX_CHILDREN} at most, and theirs, ${MAX_COMPONENTS} in all: [{ "name": "rice", "ytd": 100.43, "growth": "15%" }]. In a URL: "rice: 100.43; seafood: 64.53", a percent being a share of the total: "Asia: 83.25%".`,
      }),
    exhaustive: flag.optional().meta({
      description:
        "Whether the parts make the whole; by default what is left over becomes a part of its own, called rest. Without any figure of the total they always do",
      example: true,
    }),
    correlation: numberOrText.optional().meta({
      description:
        "Correlation of the forecast errors of any two parts, from 0 up to 1; by default the learned one of the indicator's class",
      example: 0.3,
    }),
  })
  .meta({ id: "BreakdownQuestion" });

/** How the question is written flat. */
export const BREAKDOWN_FORM: FlatForm = {
  ...REPORT_FORM,
  names: Object.keys(BreakdownQuestionInput.shape),
  aliases: { ...ALIASES, parts: "components" },
  texts: {
    ...REPORT_FORM.texts,
    components: (text) =>
      entries(text).map(({ name, value }) => ({
        name: name ?? "",
        ...(value.endsWith("%") ? { share: value } : { ytd: value }),
      })),
  },
  several: {
    ...REPORT_FORM.several,
    components: 'all parts go into one parameter: "rice: 100.43; seafood: 64.53"',
  },
};

const FIELDS = [...Object.keys(BreakdownQuestionInput.shape), ...Object.keys(BREAKDOWN_FORM.aliases)];

const COMPONENTS_HINT = 'write "rice: 100.43; seafood: 64.53", or [{ "name": "rice", "ytd": 100.43 }]';

const BREAKDOWN_HINTS = {
  ...HINTS,
  share: 'write a fraction such as 0.8325, or "83.25%"',
  weight: "write a number above zero",
  locked: "write true or false",
  cap: 'write 120, "25%", { "value": 120 } or { "growth": 0.25 }',
  exhaustive: "write true or false",
  correlation: "write 0.3",
  components: COMPONENTS_HINT,
} as const;

/**
 * A raw question about a total and its parts as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readBreakdownQuestion(
  raw: Readonly<Record<string, unknown>>,
  surroundings: Surroundings,
): BreakdownAsk {
  const problems = new ProblemList();
  checkSize(problems, raw.components);
  problems.throwIfAny();
  if (raw.components === undefined) problems.add("components", "components is required", COMPONENTS_HINT);
  const input = validate(BreakdownQuestionInput, raw, FIELDS, problems, BREAKDOWN_HINTS);
  const { components = [], exhaustive, correlation, ...report } = input;
  const question = attempt(problems, "", () => readQuestion(report, surroundings));
  const parts = new PartReader(problems, { report, question, decimal: decimalShownBy(input) }, surroundings);
  const isExhaustive = isSet(exhaustive);
  const read = parts.read(components, { path: "components", isExhaustive });
  const errorsTogether = readCorrelation(problems, correlation);
  problems.throwIfAny();
  const { unit } = parts;
  return {
    question: { ...(question as Question), ...(unit !== undefined && { unit }) },
    components: read,
    isExhaustive,
    ...(errorsTogether !== undefined && { correlation: errorsTogether }),
  };
}

/** Reads the parts of one question: they share its period, its unit and its decimal sign. */
class PartReader {
  readonly #problems: ProblemList;
  readonly #surroundings: Surroundings;
  readonly #total: Question | undefined;
  /** What a part has in common with the total, as it was asked. */
  readonly #shared: Readonly<Record<string, unknown>>;
  readonly #figures: FigureReader;
  #unit: string | undefined;

  constructor(
    problems: ProblemList,
    ask: {
      readonly report: Partial<z.infer<z.ZodObject<typeof totalShape>>>;
      readonly question: Question | undefined;
      readonly decimal: DecimalSign | undefined;
    },
    surroundings: Surroundings,
  ) {
    const { report, question, decimal } = ask;
    const {
      ytd: _ytd,
      shareOfTarget: _shareOfTarget,
      growth: _growth,
      priorYtd: _priorYtd,
      priorFullYear: _priorFullYear,
      target: _target,
      reports: _reports,
      history: _history,
      historyStart: _historyStart,
      cumulative: _cumulative,
      levels: _levels,
      ...shared
    } = report;
    this.#problems = problems;
    const known = new Map<string, boolean>();
    this.#surroundings = {
      ...surroundings,
      // The place of the total is that of most of its parts.
      isVietnamese: (geography) => {
        const is = known.get(geography) ?? surroundings.isVietnamese(geography);
        known.set(geography, is);
        return is;
      },
    };
    this.#total = question;
    this.#unit = question?.unit ?? report.unit;
    this.#shared = {
      ...shared,
      ...(decimal && { decimal: report.decimal ?? decimal }),
      ...(question && {
        through: throughLabel(question.position),
        year: undefined,
        aggregation: question.aggregation,
      }),
    };
    this.#figures = new FigureReader(problems, {
      input: { decimal: report.decimal ?? decimal, lang: report.lang },
      unit: this.#unit,
      amountsMayBeNegative: false,
    });
  }

  /** The unit of all amounts: that of the total, or else the first that a part names. */
  get unit(): string | undefined {
    return this.#unit;
  }

  read(
    components: readonly ComponentInput[],
    { path, isExhaustive }: { readonly path: string; readonly isExhaustive: boolean },
  ): readonly ComponentAsk[] {
    const names = new Set<string>();
    return components.flatMap((component, index) => {
      const own = `${path}.${index}`;
      this.#checkName(component.name, names, own);
      return this.#part(component, own, isExhaustive) ?? [];
    });
  }

  #part(component: ComponentInput, path: string, isExhaustive: boolean): ComponentAsk | undefined {
    const { name, share, weight, locked, cap, exhaustive, components = [] } = component;
    const makesWhole = exhaustive === undefined ? isExhaustive : isSet(exhaustive);
    const question = attempt(this.#problems, path, () => this.#report(component));
    if (question?.unit !== undefined) this.#unit ??= question.unit;
    const read = this.#figures.share(share, `${path}.share`);
    const limit = cap === undefined ? undefined : this.#cap(cap, `${path}.cap`);
    this.#checkWeight(component, path);
    const parts = this.read(components, { path: `${path}.components`, isExhaustive: makesWhole });
    return (
      question && {
        name: name.trim(),
        field: path,
        question,
        ...(read && { share: read }),
        ...(weight !== undefined && { weight }),
        isLocked: isSet(locked),
        ...(limit && { cap: limit }),
        isExhaustive: makesWhole,
        components: parts,
      }
    );
  }

  /** The part's report. Its name tells nothing of its class: "rice" may be exports or output. */
  #report(component: ComponentInput): Question {
    const own = Object.fromEntries(
      OF_REPORT.filter((field) => component[field] !== undefined).map((field) => [field, component[field]]),
    );
    const isOfKnownClass =
      component.indicator !== undefined && indicatorClassOf(component.indicator) !== "general";
    const indicatorClass = isOfKnownClass ? undefined : this.#total?.indicatorClass;
    return readQuestion(
      {
        ...this.#shared,
        ...own,
        ...(indicatorClass && { indicatorClass }),
        ...(this.#unit !== undefined && { unit: this.#unit }),
      },
      this.#surroundings,
    );
  }

  #cap(cap: z.infer<typeof CapInput>, path: string): CapAsk | undefined {
    const ask = typeof cap === "object" ? cap : { value: cap };
    const isGrowth = typeof ask.value === "string" && ask.value.includes("%");
    const level = isGrowth ? undefined : this.#figures.target(ask.value, path);
    const growth = this.#figures.growth(isGrowth ? ask.value : ask.growth, path, "targetGrowth");
    if (ask.value === undefined && ask.growth === undefined)
      this.#problems.add(path, "the cap has neither a value nor a growth", BREAKDOWN_HINTS.cap);
    return { ...(level && { level }), ...(growth && { growth }) };
  }

  #checkName(name: string, names: Set<string>, path: string): void {
    const plain = name.trim();
    if (plain === "") this.#problems.add(`${path}.name`, "the part has no name", COMPONENTS_HINT);
    else if (names.has(plain))
      this.#problems.add(
        `${path}.name`,
        `two parts of the same whole are called "${plain}"`,
        "give each part its own name",
      );
    names.add(plain);
  }

  /** Sums have no weights, and means are nothing without them. */
  #checkWeight({ weight, share }: ComponentInput, path: string): void {
    if (this.#total === undefined) return;
    const isMean = this.#total.aggregation === "average";
    if (isMean && weight === undefined)
      this.#problems.add(
        `${path}.weight`,
        "parts of an index do not add up: each needs its weight",
        "give every part a weight such as its value added in the base year",
      );
    if (!isMean && weight !== undefined)
      this.#problems.add(
        `${path}.weight`,
        "parts that add up have no weights",
        'leave it out, or set aggregation to "average" for an index',
      );
    if (isMean && share !== undefined)
      this.#problems.add(`${path}.share`, "a part of an index has a weight, not a share", "give ytd");
  }
}

/** What a reader of a part of the question gives, its problems noted with where in the question they are. */
function attempt<T>(problems: ProblemList, path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidQuestion)) throw error;
    for (const problem of error.problems) {
      // What a part has in common with the total was told of the total.
      if (path !== "" && !OF_REPORT.some((field) => problem.path.split(".")[0] === field)) continue;
      problems.add(path === "" ? problem.path : `${path}.${problem.path}`, problem.message, problem.hint);
    }
    return undefined;
  }
}

function readCorrelation(problems: ProblemList, given: number | string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const figure = problems.attempt(() => parseFigure(given, { role: "ratio", path: "correlation" }));
  if (!figure) return undefined;
  if (figure.value >= 0 && figure.value < 1) return figure.value;
  problems.add(
    "correlation",
    `a correlation of ${figure.value} is not from 0 up to 1`,
    "write 0.3; leave it out for the learned one",
  );
  return undefined;
}

/** Notes parts that are too many or too deep, before anything walks them. */
function checkSize(problems: ProblemList, components: unknown): void {
  let level = Array.isArray(components) ? components : [];
  let count = 0;
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > MAX_DEPTH || count > MAX_COMPONENTS) {
      const [what, hint] =
        depth > MAX_DEPTH
          ? [`parts of parts go deeper than ${MAX_DEPTH} levels`, "ask for one branch at a time"]
          : [`there are more than ${MAX_COMPONENTS} parts`, "ask for each branch on its own"];
      problems.add("components", what, hint);
      return;
    }
    const next: unknown[] = [];
    for (const part of level as readonly Record<string, unknown>[]) {
      values += lengthOf(part?.history);
      if (Array.isArray(part?.components)) next.push(...part.components);
    }
    level = next;
  }
  if (values > MAX_HISTORY_VALUES)
    problems.add(
      "components",
      `the histories of the parts have more than ${MAX_HISTORY_VALUES} values together`,
      "ask for fewer parts at once, or give shorter histories",
    );
}

function lengthOf(history: unknown): number {
  if (Array.isArray(history)) return history.length;
  const values = (history as { readonly values?: unknown } | undefined | null)?.values;
  return Array.isArray(values) ? values.length : 0;
}
