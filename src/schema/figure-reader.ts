import { convertToUnit, type Figure, type FigureRole } from "../engine/figure/figure.ts";
import { type FigureParts, parseFigure } from "../engine/figure/parse-figure.ts";
import { parseUnit, type Unit } from "../engine/figure/unit.ts";
import { unitName } from "../engine/figure/unit-name.ts";
import type { FigureText } from "./fields.ts";
import type { ProblemList } from "./problems.ts";

/** Nearer to zero than this is no measurement; the noise of a subtraction, such as 5.6e-17, still is one. */
const SMALLEST_VALUE = 1e-30;

/**
 * Reads the figures of one question: they share its decimal sign and its unit. Where the question names no
 * unit, the first amount that was written with one ("17.8 trillion VND") decides.
 */
export class FigureReader {
  readonly #problems: ProblemList;
  readonly #decimal: "point" | "comma" | undefined;
  readonly #amountsMayBeNegative: boolean;
  #parsed: Unit | undefined;
  unit: string | undefined;

  constructor(
    problems: ProblemList,
    ask: {
      readonly decimal: "point" | "comma" | undefined;
      readonly unit: string | undefined;
      readonly amountsMayBeNegative: boolean;
    },
  ) {
    this.#problems = problems;
    this.#decimal = ask.decimal;
    this.#amountsMayBeNegative = ask.amountsMayBeNegative;
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
    return figure;
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
    const figure = this.#read(text, path, role);
    return role === "amount" || role === "target" ? this.#inUnit(figure, path) : figure;
  }

  #read(text: FigureText | undefined, path: string, role: FigureRole): Figure | undefined {
    if (text === undefined) return undefined;
    const decimal = this.#decimal;
    // An absent part of a figure is undefined in the schema's type and missing in JSON.
    const given = text as number | string | FigureParts;
    const figure = this.#problems.attempt(() =>
      parseFigure(given, { role, path, ...(decimal && { decimal }) }),
    );
    if (figure && figure.value !== 0 && Math.abs(figure.value) < SMALLEST_VALUE) {
      this.#problems.add(path, `${path} is nearer to zero than any figure`, "write 0, or use a smaller unit");
      return undefined;
    }
    return figure;
  }

  #inUnit(figure: Figure | undefined, path: string): Figure | undefined {
    if (!figure) return undefined;
    if (this.unit === undefined && figure.unit) {
      this.#parsed = figure.unit;
      this.unit = unitName(figure.unit);
    }
    return this.#problems.attempt(() => convertToUnit(figure, this.#parsed, path));
  }
}
