import { z } from "zod";
import { fiscalPosition } from "../engine/calendar/period.ts";
import { currencyPair, quantityNames } from "../engine/currencies/currency-pair.ts";
import type { CurrenciesAsk } from "../engine/currencies.ts";
import { convertToUnit, type Figure, type FigureRole } from "../engine/figure/figure.ts";
import { parseUnit } from "../engine/figure/unit.ts";
import { withoutAccents } from "../engine/figure/vocabulary.ts";
import { FigureInput, type FigureText, MAX_TEXT, numberOrText, PeriodInput, RatioInput } from "./fields.ts";
import { FigureReader } from "./figure-reader.ts";
import { ProblemList } from "./problems.ts";
import { entries, type FlatForm } from "./query.ts";
import { HINTS, validate } from "./validate.ts";

const amounts = (description: string) => z.array(FigureInput).min(1).max(2).optional().meta({ description });

/** The question of `/v1/currencies`. */
export const CurrenciesQuestionInput = z
  .strictObject({
    through: PeriodInput.optional().meta({
      description:
        'The last reported period, "2023-05" or "2023-Q1"; its year says which rates were usual. A number of months needs `year`.',
      example: "2023-05",
    }),
    year: numberOrText
      .optional()
      .meta({ description: "The calendar year of the amounts, where no period is told" }),
    amounts: amounts(
      'The amount in one currency and in the other, each with its currency: ["17.8 trillion VND", "758 million USD"]. In a URL: "17.8 trillion VND; 758 million USD".',
    ),
    priorAmounts: amounts("The same a year earlier"),
    growths: z.record(z.string().max(MAX_TEXT), RatioInput).optional().meta({
      description:
        'Growth on a year earlier by currency, and of the rate: { "VND": "10%", "USD": "8.5%", "rate": "1.4%" }; a growing rate is a dearer foreign currency. In a URL: "VND: 10%; USD: 8.5%".',
    }),
    rate: FigureInput.optional().meta({
      description:
        "The rate as it was stated: units of the currency of smaller worth for one of the other, 23500",
      example: 23500,
    }),
    priorRate: FigureInput.optional().meta({ description: "The rate a year earlier" }),
    decimal: z.enum(["point", "comma"]).optional().meta({
      description:
        "The decimal sign of written figures, and of CSV and text answers; comma by default with lang=vi",
    }),
    lang: z.enum(["en", "vi"]).optional().meta({ description: "The language of sentences and labels" }),
  })
  .meta({ id: "CurrenciesQuestion" });
type CurrenciesInput = Partial<z.infer<typeof CurrenciesQuestionInput>>;

const listed = (text: string): readonly string[] =>
  text
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);

/** How the question is written flat. */
export const CURRENCIES_FORM: FlatForm = {
  names: Object.keys(CurrenciesQuestionInput.shape),
  aliases: { amount: "amounts", growth: "growths", priorAmount: "priorAmounts", exchangeRate: "rate" },
  labels: [],
  texts: {
    amounts: listed,
    priorAmounts: listed,
    growths: growthsIn,
  },
};

/** "VND: 10%; USD: 8.5%" by name; a name that comes again has a space behind it, so that it is not lost but refused. */
function growthsIn(text: string): Readonly<Record<string, string>> {
  const growths = new Map<string, string>();
  for (const { name = "", value } of entries(text)) growths.set(growths.has(name) ? `${name} ` : name, value);
  return Object.fromEntries(growths);
}

const FIELDS = [...Object.keys(CurrenciesQuestionInput.shape), ...Object.keys(CURRENCIES_FORM.aliases)];
const AMOUNTS_HINT =
  'write ["17.8 trillion VND", "758 million USD"], in a URL "17.8 trillion VND; 758 million USD"';
const GROWTHS_HINT = 'write { "VND": "10%", "USD": "8.5%" }, in a URL "VND: 10%; USD: 8.5%"';
const RATE_HINT = "write how many of the one currency are paid for one of the other: 23500";
const CURRENCY_HINTS = {
  ...HINTS,
  amounts: AMOUNTS_HINT,
  priorAmounts: AMOUNTS_HINT,
  growths: GROWTHS_HINT,
  rate: RATE_HINT,
  priorRate: RATE_HINT,
};

/**
 * A raw question about two currencies as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readCurrenciesQuestion(raw: Readonly<Record<string, unknown>>): CurrenciesAsk {
  const problems = new ProblemList();
  const input: CurrenciesInput = validate(CurrenciesQuestionInput, raw, FIELDS, problems, CURRENCY_HINTS);
  const year = yearOf(problems, input);
  const read = new PairReader(problems, input);
  const now = read.amounts(input.amounts, "amounts");
  const before = read.amounts(input.priorAmounts, "priorAmounts");
  const growths = read.growths(input.growths ?? {});
  const rates = { rate: read.rate(input.rate, "rate"), priorRate: read.rate(input.priorRate, "priorRate") };
  const isEmpty = now.size + before.size + growths.size === 0 && !rates.rate && !rates.priorRate;
  if (problems.all.length === 0 && isEmpty)
    problems.add("amounts", "there is no amount, growth or rate", AMOUNTS_HINT);
  const codes = [...new Set([...now.keys(), ...before.keys(), ...growths.keys()])].filter(
    (code) => code !== RATE,
  );
  if (codes.length > 2)
    problems.add(
      "amounts",
      `there are ${codes.length} currencies: ${codes.join(", ")}`,
      "ask about two at a time",
    );
  problems.throwIfAny();
  const pair = currencyPair(codes);
  const names = quantityNames(pair);
  const figures: Record<string, Figure> = {};
  const put = (name: string, figure: Figure | undefined): void => {
    if (figure) figures[name] = figure;
  };
  for (const side of ["local", "foreign"] as const) {
    put(names.now[side], now.get(pair[side]));
    put(names.prior[side], before.get(pair[side]));
    put(names.growth[side], growths.get(pair[side]));
  }
  put(names.now.rate, rates.rate);
  put(names.prior.rate, rates.priorRate);
  put(names.growth.rate, growths.get(RATE));
  return { ...pair, ...(year !== undefined && { year }), figures };
}

const RATE = "rate";

function yearOf(problems: ProblemList, { through, year }: CurrenciesInput): number | undefined {
  const told = year === undefined ? undefined : Number(String(year).trim() || Number.NaN);
  if (told !== undefined && !(Number.isInteger(told) && told >= 1900 && told <= 2200)) {
    problems.add("year", "year must be a whole number from 1900 to 2200", "write 2023");
    return undefined;
  }
  if (through === undefined) return told;
  const position = problems.attempt(() =>
    fiscalPosition({ through, fiscalYearStart: 1, ...(told !== undefined && { year: told }) }),
  );
  if (position && told !== undefined && position.year !== told)
    problems.add("year", `year is ${told} but through is of ${position.year}`, "give one of them");
  return position?.year;
}

/** Reads amounts of several currencies, each in its whole unit, with their growths and rates. */
class PairReader {
  readonly #problems: ProblemList;
  readonly #input: CurrenciesInput;

  constructor(problems: ProblemList, input: CurrenciesInput) {
    this.#problems = problems;
    this.#input = input;
  }

  /** Amounts by the code of their currency. */
  amounts(given: readonly FigureText[] | undefined, path: string): ReadonlyMap<string, Figure> {
    const read = new Map<string, Figure>();
    for (const [index, text] of (given ?? []).entries()) {
      const where = `${path}.${index}`;
      const figure = this.#figure(text, where, "amount");
      const currency = figure?.unit?.currency;
      if (!figure) continue;
      if (currency === undefined)
        this.#problems.add(where, `${where} names no currency`, 'write "758 million USD"');
      else if (read.has(currency))
        this.#problems.add(where, `both amounts are in ${currency}`, "give the one amount in two currencies");
      else read.set(currency, inWholeUnits(figure, where));
    }
    return read;
  }

  /** Growths by the code of their currency, or of the rate. */
  growths(given: Readonly<Record<string, FigureText>>): ReadonlyMap<string, Figure> {
    const read = new Map<string, Figure>();
    for (const [name, text] of Object.entries(given)) {
      const path = name === "" ? "growths" : `growths.${name}`;
      const code = codeOf(name);
      const figure = this.#reader().growth(text, path);
      if (code === undefined)
        this.#problems.add(path, `"${name}" is neither a currency nor the rate`, GROWTHS_HINT);
      else if (read.has(code))
        this.#problems.add(path, `the growth of ${code} is told twice`, "tell it once");
      else if (figure) read.set(code, figure);
    }
    return read;
  }

  rate(given: FigureText | undefined, path: string): Figure | undefined {
    if (given === undefined) return undefined;
    const figure = this.#figure(withoutQuotation(given), path, "amount");
    return figure && inWholeUnits(figure, path);
  }

  #figure(text: FigureText, path: string, role: FigureRole): Figure | undefined {
    const figure = this.#reader().inRole(text, path, role);
    if (!figure || figure.value > 0) return figure;
    this.#problems.add(path, `${path} is not above zero`, "give an amount above zero");
    return undefined;
  }

  #reader(): FigureReader {
    return new FigureReader(this.#problems, {
      input: this.#input,
      unit: undefined,
      amountsMayBeNegative: true,
    });
  }
}

/** The code of a currency as it is named in either language, or the rate. */
function codeOf(name: string): string | undefined {
  if (/^(?:the )?(?:exchange )?rate$|^ty gia$/.test(withoutAccents(name))) return RATE;
  const inner = new ProblemList();
  return inner.attempt(() => parseUnit(name, "growths"))?.currency;
}

function inWholeUnits(figure: Figure, path: string): Figure {
  const { unit } = figure;
  const whole = unit ? convertToUnit(figure, { ...unit, exponent: 0, scale: 1 }, path) : figure;
  // What is above zero is so at its lower end too, even if that is "at most 6".
  return { ...whole, lower: Math.max(0, whole.lower) };
}

/** "23,500 VND/USD" and "23.500 đồng một USD" are quoted rates. */
function withoutQuotation(given: FigureText): FigureText {
  if (typeof given !== "string") return given;
  return given.replace(
    /\s*[\p{L}$€£₫]*\s*(?:\/|(?<!\p{L})(?:per|một|đổi|to)(?!\p{L}))\s*[\p{L}$€£₫ ]*$/u,
    "",
  );
}
