import { type Figure, figureMoved, figureOf } from "../engine/figure/figure.ts";
import { parseUnit } from "../engine/figure/unit.ts";
import { unitName } from "../engine/figure/unit-name.ts";
import { isCounted, standardStock } from "../engine/stocks/standard-stocks.ts";
import type { Stock } from "../engine/stocks/stock.ts";
import { decimalShownBy } from "./decimal-evidence.ts";
import type { FigureText } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import type { ProblemList } from "./problems.ts";

type ReaderInput = ConstructorParameters<typeof FigureReader>[1]["input"];

/** The figures of one stock as they were given. */
export interface StockFigures {
  readonly name: string;
  readonly value: FigureText;
  readonly unit?: string | undefined;
  readonly target?: FigureText | undefined;
  readonly earlier: readonly { readonly date: string; readonly value: FigureText; readonly path: string }[];
  readonly isWhole?: boolean | undefined;
}

/** Reads stocks that each have their own unit; stocks of one kind, such as all in dong, come in the unit of the first. */
export class StockReader {
  readonly #problems: ProblemList;
  readonly #decimal: ReaderInput;
  readonly #unitOfKind = new Map<string, string>();

  constructor(problems: ProblemList, input: ReaderInput) {
    this.#problems = problems;
    const shown = decimalShownBy(input);
    // Looked for once, not again for the reader of every stock: the sign that is shown goes before the language.
    const lang = shown === undefined ? input.lang : shown === "comma" ? "vi" : "en";
    this.#decimal = { decimal: input.decimal, lang };
  }

  stock(given: StockFigures, path: string): Stock | undefined {
    const before = this.#problems.all.length;
    const unit = this.#unitOf(given, path);
    if (this.#problems.all.length > before) return undefined;
    const measured = this.#readAll(given, { unit, inOnes: false, path });
    const standard = standardStock(given.name);
    const isWholeByDefault =
      isCounted(standard) || (standard === undefined && kindOf(measured?.unit) === undefined);
    if (!measured) return undefined;
    const mayBeWhole = given.isWhole ?? isWholeByDefault;
    const counted = mayBeWhole ? this.#readAll(given, { unit: given.unit, inOnes: true, path }) : undefined;
    if (!counted) return mayBeWhole ? undefined : { ...measured, isWhole: false };
    const part = figuresOf(counted).find(({ value }) => !Number.isInteger(value.value));
    if (!part) return { ...counted, isWhole: true };
    if (given.isWhole === undefined && !isCounted(standard)) return { ...measured, isWhole: false };
    this.#problems.add(
      `${path}.${part.field}`,
      `"${part.value.written}" of ${given.name} is not a whole number`,
      given.isWhole === undefined
        ? "write the whole number, or whole=false where parts of one are possible"
        : "leave out whole where parts of a unit are possible",
    );
    return undefined;
  }

  /** The reader of a figure beside a stock, such as a ratio in its unit. */
  figures(unit: string | undefined): FigureReader {
    return new FigureReader(this.#problems, { input: this.#decimal, unit, amountsMayBeNegative: true });
  }

  /** The unit that the figures of a stock come in: as told, or that of an earlier stock of the same kind. */
  #unitOf({ value, unit, target, earlier }: StockFigures, path: string): string | undefined {
    const reader = this.figures(unit);
    reader.amount(value, `${path}.value`);
    if (target !== undefined) reader.target(target, `${path}.target`);
    for (const each of earlier) reader.amount(each.value, each.path);
    const kind = kindOf(reader.unit);
    if (kind === "%")
      this.#problems.add(
        path,
        "a stock is not a percentage",
        'give its two stocks as a ratio: "48 / 111", stated or with a target in percent, or by name as ratios=occupancy = 52.8%',
      );
    if (kind === undefined || reader.unit === undefined || unit !== undefined) return reader.unit;
    const shared = this.#unitOfKind.get(kind) ?? reader.unit;
    this.#unitOfKind.set(kind, shared);
    return shared;
  }

  #readAll(
    given: StockFigures,
    {
      unit,
      inOnes,
      path,
    }: { readonly unit: string | undefined; readonly inOnes: boolean; readonly path: string },
  ): Omit<Stock, "isWhole"> | undefined {
    const read = (text: FigureText, where: string, role: "amount" | "target"): Figure | undefined => {
      const reader = this.figures(unit);
      const figure = role === "target" ? reader.target(text, where) : reader.amount(text, where);
      if (figure && figure.value < 0) {
        this.#problems.add(where, `${where} is negative`, "a stock is zero or more");
        return undefined;
      }
      return figure && notBelowZero(inOnes ? counted(figure, reader.unit) : figure);
    };
    const value = read(given.value, `${path}.value`, "amount");
    const target = given.target === undefined ? undefined : read(given.target, `${path}.target`, "target");
    const earlier = given.earlier.flatMap(({ date, value: text, path: where }) => {
      const figure = read(text, where, "amount");
      return figure ? [{ date, value: figure }] : [];
    });
    if (!value || (given.target !== undefined && !target) || earlier.length < given.earlier.length)
      return undefined;
    const name = inOnes ? unitInOnes(unit) : unit;
    return {
      name: given.name,
      value,
      ...(name !== undefined && { unit: name }),
      ...(target && { target }),
      earlier,
    };
  }
}

/** A count in whole units. One told in thousands was rounded; one told in digits was counted. */
function counted(figure: Figure, unit: string | undefined): Figure {
  const exponent = unit === undefined ? 0 : parseUnit(unit, "unit").exponent;
  if (exponent > 0) return figureMoved(figure, exponent);
  return figure.role === "target" ? figure : figureOf({ ...figure, role: "count" });
}

/** The digits of a rounded zero reach below it, which no stock does. */
const notBelowZero = (figure: Figure): Figure => ({ ...figure, lower: Math.max(0, figure.lower) });

function unitInOnes(unit: string | undefined): string | undefined {
  return unit === undefined ? undefined : unitName({ ...parseUnit(unit, "unit"), exponent: 0, scale: 1 });
}

/** What a unit counts, whatever its magnitude; undefined for a plain number. */
export function kindOf(unit: string | undefined): string | undefined {
  if (unit === undefined) return undefined;
  const { currency, words } = parseUnit(unit, "unit");
  return currency ?? words;
}

const figuresOf = ({ value, target, earlier }: Omit<Stock, "isWhole">) => [
  { field: "value", value },
  ...(target ? [{ field: "target", value: target }] : []),
  ...earlier.map((each, index) => ({ field: `earlier.${index}.value`, value: each.value })),
];
