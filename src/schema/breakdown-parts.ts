import type { z } from "zod";
import { type CapAsk, type ComponentAsk, partPath } from "../engine/breakdown/ask.ts";
import { throughLabel } from "../engine/calendar/period.ts";
import type { DecimalSign } from "../engine/figure/decimal.ts";
import { type Measure, mixtureOf, notComparable } from "../engine/figure/measure.ts";
import { indicatorClassOf } from "../engine/indicator-class.ts";
import type { Question } from "../engine/question.ts";
import {
  BREAKDOWN_HINTS,
  type CapInput,
  COMPONENTS_HINT,
  type ComponentInput,
  OF_REPORT,
  type totalShape,
} from "./breakdown-fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { isSet } from "./history.ts";
import { InvalidQuestion, type ProblemList } from "./problems.ts";
import { readQuestion, type Surroundings } from "./question.ts";

/** Parts of one whole. */
interface Whole {
  readonly path: string;
  readonly whole?: string | undefined;
  readonly isExhaustive: boolean;
}

/** Reads the parts of one question: they share its period, its unit and its decimal sign. */
export class PartReader {
  readonly #problems: ProblemList;
  readonly #surroundings: Surroundings;
  readonly #total: Question | undefined;
  /** What a part has in common with the total, as it was asked. */
  readonly #shared: Readonly<Record<string, unknown>>;
  readonly #figures: FigureReader;
  #unit: string | undefined;
  /** What the total measures, or else the first part that tells, and which of them told it. */
  #measure: Measure | undefined;
  #measuredBy: string;
  readonly #paths = new Set<string>();

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
    this.#measure = question?.measure;
    this.#measuredBy = "the total";
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

  /** `path` is where the parts are told, `whole` the path of names that their answer will have. */
  read(
    components: readonly ComponentInput[],
    { path, whole = "", isExhaustive }: Whole,
  ): readonly ComponentAsk[] {
    return components.flatMap((component, index) => {
      const field = `${path}.${index}`;
      const named = partPath(whole, component.name.trim());
      this.#checkName(component.name, named, field);
      return this.#part(component, field, { whole: named, isExhaustive }) ?? [];
    });
  }

  #part(
    component: ComponentInput,
    path: string,
    { whole, isExhaustive }: Omit<Whole, "path">,
  ): ComponentAsk | undefined {
    const { name, share, weight, locked, cap, exhaustive, components = [] } = component;
    const makesWhole = exhaustive === undefined ? isExhaustive : isSet(exhaustive);
    const question = attempt(this.#problems, path, () => this.#report(component));
    if (question?.unit !== undefined) this.#unit ??= question.unit;
    this.#checkMeasure(question?.measure, path);
    const read = this.#figures.share(share, `${path}.share`);
    const limit = cap === undefined ? undefined : this.#cap(cap, `${path}.cap`);
    this.#checkWeight(component, path);
    const parts = this.read(components, {
      path: `${path}.components`,
      whole,
      isExhaustive: makesWhole,
    });
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

  /** Parts at other prices than their whole, or of another kind, do not add up to it. */
  #checkMeasure(measure: Measure | undefined, path: string): void {
    if (!measure) return;
    const mixture = this.#measure && mixtureOf(measure, this.#measure);
    if (mixture) {
      const { message, hint } = notComparable(path, this.#measuredBy, mixture);
      this.#problems.add(path, message, hint);
    } else if (!this.#measure) {
      this.#measure = measure;
      this.#measuredBy = path;
    }
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

  #checkName(name: string, path: string, field: string): void {
    if (name.trim() === "") this.#problems.add(`${field}.name`, "the part has no name", COMPONENTS_HINT);
    else if (this.#paths.has(path))
      this.#problems.add(`${field}.name`, `two parts are called "${path}"`, "give each part its own name");
    this.#paths.add(path);
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
export function attempt<T>(problems: ProblemList, path: string, read: () => T): T | undefined {
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
