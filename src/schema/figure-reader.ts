import type { DecimalSign } from "../engine/figure/decimal.ts";
import { convertToUnit, type Figure, type FigureRole } from "../engine/figure/figure.ts";
import {
  type Concept,
  type Measure,
  measureNamed,
  mixtureOf,
  notComparable,
  priceBasisNamed,
} from "../engine/figure/measure.ts";
import { type FigureParts, parseFigure } from "../engine/figure/parse-figure.ts";
import { parseUnit, type Unit } from "../engine/figure/unit.ts";
import { unitName } from "../engine/figure/unit-name.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import { foldText } from "../engine/indicator-class.ts";
import {
  DECIMAL_HINT,
  type DecimalClash,
  decimalClash,
  decimalEvidence,
  isOpen,
  outOfScale,
  signOfLanguage,
  soleSign,
} from "./decimal-evidence.ts";
import type { FigureText } from "./fields.ts";
import { isGap } from "./history-text.ts";
import type { ProblemList } from "./problems.ts";

/** Nearer to zero than this is no measurement; the noise of a subtraction, such as 5.6e-17, still is one. */
const SMALLEST_VALUE = 1e-30;

/** A figure of a question that names its figures itself. */
export interface NamedText {
  readonly text: FigureText;
  readonly path: string;
  readonly role: FigureRole;
  readonly isStandard: boolean;
}

const wholeUnit = (currency: string): Unit => ({ exponent: 0, scale: 1, currency });

/** Percentage points, in text that went through `withoutAccents`. */
const POINTS = /\b(?:points?|pp|pts|diem)\b/;

/** Numbers that need no reading, by the decimal sign that is in use: a history has hundreds of them. */
const PLAIN = { point: /^\s*[+-]?\d+(?:\.\d+)?\s*$/, comma: /^\s*[+-]?\d+(?:,\d+)?\s*$/ } as const;
/** Beyond these sizes a number is held against the limits of figures. */
const ORDINARY = { from: 1e-15, to: 1e15 } as const;

/** What a sheet or a program writes for a number, which a URL can only carry as text: the same question as JSON's. */
const PLAIN_NUMBER = /^\s*[+-]?\d+\.\d+\s*$/;

/**
 * Reads the figures of one question: they share its decimal sign and its unit. Where the question names no
 * unit, the first amount that was written with one ("17.8 trillion VND") decides.
 */
export class FigureReader {
  readonly #problems: ProblemList;
  readonly #decimal: DecimalSign | undefined;
  readonly #likelyDecimal: DecimalSign | undefined;
  /** Why a lone sign before three digits cannot be read. */
  readonly #clash: DecimalClash | undefined;
  readonly #amountsMayBeNegative: boolean;
  #parsed: Unit | undefined;
  unit: string | undefined;
  /** What the question measures by its own word, its indicator, or the first figure that tells. */
  #measure: Measure;
  /** Who told each part of it. */
  readonly #toldBy: Record<keyof Measure, string>;

  constructor(
    problems: ProblemList,
    ask: {
      /** The raw question: its decimal sign, or else its figures or its language, tell how to read a lone sign. */
      readonly input: {
        readonly decimal?: DecimalSign | undefined;
        readonly lang?: "en" | "vi" | undefined;
        readonly priceBasis?: string | undefined;
        readonly measure?: Concept | undefined;
        /** Its name may tell what all figures measure. */
        readonly indicator?: string | undefined;
      };
      readonly unit: string | undefined;
      readonly amountsMayBeNegative: boolean;
    },
  ) {
    const { decimal, lang } = ask.input;
    this.#problems = problems;
    this.#decimal = decimal;
    const evidence = decimalEvidence(ask.input);
    const ofLanguage = signOfLanguage(lang);
    this.#likelyDecimal = soleSign(evidence) ?? ofLanguage;
    this.#clash = decimal === undefined ? decimalClash(evidence, ofLanguage) : undefined;
    this.#amountsMayBeNegative = ask.amountsMayBeNegative;
    const named = measureNamed(foldText(ask.input.indicator ?? ""));
    const told = this.#measureOf(ask.input, "");
    this.#measure = { ...named, ...told };
    this.#toldBy = {
      priceBasis: told.priceBasis ? "the question" : "the indicator",
      concept: told.concept ? "the question" : "the indicator",
    };
    this.unit = ask.unit;
    if (ask.unit !== undefined) this.#parsed = problems.attempt(() => parseUnit(ask.unit as string, "unit"));
  }

  amount(text: FigureText | undefined, path: string): Figure | undefined {
    const figure = this.#inUnit(this.#read(text, path, "amount"), path);
    if (figure && figure.value < 0 && !this.#amountsMayBeNegative) {
      this.#problems.add(
        path,
        `${path} is negative`,
        "amounts that add up over a year are not negative: ask for the two sides of a balance separately",
      );
      return undefined;
    }
    // A rounded 0 reaches below 0 by its digits alone.
    return figure && !this.#amountsMayBeNegative && figure.lower < 0 ? { ...figure, lower: 0 } : figure;
  }

  /** The amount of one period of a history, which may be negative; undefined is a gap. */
  periodAmount(given: string | number | null, path: string): number | undefined {
    if (given === null || (typeof given === "string" && isGap(given))) return undefined;
    const isClear = typeof given === "number" || this.#clash === undefined || !isOpen(given, this.#clash);
    const isPlain = isClear && (typeof given === "number" || PLAIN[this.#usualSign].test(given));
    const value = isPlain ? Number(String(given).replace(",", ".")) : Number.NaN;
    const size = Math.abs(value);
    if (value === 0 || (size >= ORDINARY.from && size <= ORDINARY.to)) return value || 0;
    return this.#inUnit(this.#read(given, path, "amount"), path)?.value;
  }

  get #usualSign(): DecimalSign {
    return this.#decimal ?? this.#likelyDecimal ?? "point";
  }

  /** The first value of a series that may have been written with another decimal sign than it is read with. */
  outOfScale(values: readonly (string | number | null)[]): number | undefined {
    return outOfScale(values, this.#usualSign, this.#decimal !== undefined);
  }

  /** What a growth is measured on: an amount above zero. */
  base(text: FigureText | undefined, path: string): Figure | undefined {
    const figure = this.amount(text, path);
    if (!figure || figure.value > 0) return figure;
    this.#problems.add(
      path,
      `${path} is not above zero, so growth on it says nothing`,
      "leave it out, or compare the difference instead",
    );
    return undefined;
  }

  /** Targets are decided values: exact, and above zero. */
  target(text: FigureText | undefined, path: string): Figure | undefined {
    const figure = this.#inUnit(this.#read(text, path, "target"), path);
    if (figure && figure.value <= 0) {
      this.#problems.add(path, `${path} must be above zero`, "write the amount to reach, such as 920");
      return undefined;
    }
    return figure;
  }

  share(text: FigureText | undefined, path: string): Figure | undefined {
    const figure = this.#read(text, path, "ratio");
    if (figure && POINTS.test(withoutAccents(figure.written))) {
      this.#problems.add(
        path,
        `${path} is in percentage points, which compare two growths`,
        'a share is a percent of the target: "31.6%"',
      );
      return undefined;
    }
    if (figure && figure.value < 0) {
      this.#problems.add(path, `${path} is negative`, 'write a fraction such as 0.316, or "31.6%"');
      return undefined;
    }
    return figure;
  }

  /** A growth on last year; one that a target asks for is decided, hence exact. */
  growth(
    text: FigureText | undefined,
    path: string,
    role: "growth" | "targetGrowth" = "growth",
  ): Figure | undefined {
    const figure = this.#read(text, path, role);
    if (figure && figure.value <= -1) {
      this.#problems.add(path, `${path} of ${figure.value * 100}% leaves nothing`, "a growth is above -100%");
      return undefined;
    }
    return figure;
  }

  /** A figure of any role; amounts and targets come in the unit of the question. */
  inRole(text: FigureText, path: string, role: FigureRole): Figure | undefined {
    return this.named([{ text, path, role, isStandard: true }])[0];
  }

  /** The prices and the kind of the figures that were read, as far as anybody told. */
  get measure(): Measure {
    return this.#measure;
  }

  /**
   * Figures of any role by name. Amounts come in the unit of the question, which is the whole unit of the first
   * currency where several are met and none was named; those in another currency in its whole unit, unless their name
   * `isStandard` and says that they are comparable.
   */
  named(asked: readonly NamedText[]): readonly (Figure | undefined)[] {
    const read = asked.map(({ text, path, role, isStandard }) => {
      const figure = this.#parse(text, path, role);
      return isStandard ? this.#comparable(figure, path) : figure;
    });
    const currencies = new Set(read.flatMap((figure) => figure?.unit?.currency ?? []));
    const [first] = currencies;
    if (this.unit === undefined && first !== undefined && currencies.size > 1) {
      this.#parsed = wholeUnit(first);
      this.unit = unitName(this.#parsed);
    }
    return asked.map(({ path, role, isStandard }, index) => {
      const figure = read[index];
      if (!figure || (role !== "amount" && role !== "target")) return figure;
      const currency = figure.unit?.currency;
      const own = this.#parsed?.currency;
      if (isStandard || !currency || !own || currency === own) return this.#inUnit(figure, path);
      return convertToUnit(figure, wholeUnit(currency), path);
    });
  }

  /** A figure that measures what the others of the question do. */
  #read(text: FigureText | undefined, path: string, role: FigureRole): Figure | undefined {
    return this.#comparable(this.#parse(text, path, role), path);
  }

  #comparable(figure: Figure | undefined, path: string): Figure | undefined {
    if (!figure?.measure) return figure;
    const mixture = mixtureOf(figure.measure, this.#measure);
    if (mixture) {
      const { message, hint } = notComparable(path, this.#toldBy[mixture.kind], mixture);
      this.#problems.add(path, message, hint);
      return undefined;
    }
    for (const kind of ["priceBasis", "concept"] as const)
      if (figure.measure[kind] && !this.#measure[kind]) this.#toldBy[kind] = path;
    this.#measure = { ...figure.measure, ...this.#measure };
    return figure;
  }

  /** What a question or a figure says that it measures. */
  #measureOf(
    told: { readonly priceBasis?: string | undefined; readonly measure?: Concept | undefined },
    path: string,
  ): Measure {
    const priceBasis = told.priceBasis === undefined ? undefined : priceBasisNamed(told.priceBasis);
    if (told.priceBasis !== undefined && !priceBasis)
      this.#problems.add(
        path ? `${path}.priceBasis` : "priceBasis",
        `"${told.priceBasis}" is no price basis`,
        'write "current", "constant", or the year of the prices: "constant2010"',
      );
    return { ...(priceBasis && { priceBasis }), ...(told.measure && { concept: told.measure }) };
  }

  #parse(text: FigureText | undefined, path: string, role: FigureRole): Figure | undefined {
    if (text === undefined) return undefined;
    if (this.#clash && typeof text === "string" && isOpen(text, this.#clash)) {
      this.#problems.add(path, `"${text}" may be read in two ways: ${this.#clash.reason}`, DECIMAL_HINT);
      return undefined;
    }
    const likelyDecimal = this.#likelyDecimal;
    const isNumber = typeof text === "string" && !likelyDecimal && PLAIN_NUMBER.test(text);
    const decimal = this.#decimal ?? (isNumber ? "point" : undefined);
    // An absent part of a figure is undefined in the schema's type and missing in JSON.
    const given = (typeof text === "object" ? this.#partsOf(text, path) : text) as
      | number
      | string
      | FigureParts;
    const figure = this.#problems.attempt(() =>
      parseFigure(given, {
        role,
        path,
        ...(decimal && { decimal }),
        ...(likelyDecimal && { likelyDecimal }),
      }),
    );
    if (figure && figure.value !== 0 && Math.abs(figure.value) < SMALLEST_VALUE) {
      this.#problems.add(path, `${path} is nearer to zero than any figure`, "write 0, or use a smaller unit");
      return undefined;
    }
    return figure;
  }

  #partsOf({ priceBasis, measure, ...parts }: Exclude<FigureText, number | string>, path: string) {
    const told = this.#measureOf({ priceBasis, measure }, path);
    return Object.keys(told).length > 0 ? { ...parts, measure: told } : parts;
  }

  #inUnit(figure: Figure | undefined, path: string): Figure | undefined {
    if (!figure) return undefined;
    if (this.unit === undefined && figure.unit) {
      this.#parsed = figure.unit;
      this.unit = unitName(figure.unit);
    }
    if (this.#measure.concept === "volumeIndex" && this.#parsed?.currency) {
      this.#problems.add(
        path,
        `${path} is an amount in ${this.#parsed.currency}, which an index of volume does not have`,
        "name the indicator after the amount, such as industrial production value, or give the index itself",
      );
      return undefined;
    }
    return this.#problems.attempt(() => convertToUnit(figure, this.#parsed, path));
  }
}
