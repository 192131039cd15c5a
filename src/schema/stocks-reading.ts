import type { z } from "zod";
import type { Figure } from "../engine/figure/figure.ts";
import type { Relation } from "../engine/figure/relation.ts";
import { calendarDate } from "../engine/stocks/calendar-date.ts";
import type { Ratio } from "../engine/stocks/ratio.ts";
import { spokenName, standardRatio, standardStock } from "../engine/stocks/standard-stocks.ts";
import { type Stock, stockNamed } from "../engine/stocks/stock.ts";
import { relationAmong } from "../engine/stocks/stock-relations.ts";
import type { StocksAsk } from "../engine/stocks.ts";
import type { FigureText } from "./fields.ts";
import { ProblemList } from "./problems.ts";
import { kindOf, StockReader } from "./stock-reader.ts";
import {
  STOCKS_FORM,
  type StockInput,
  type StockRatioInput,
  StocksQuestionInput,
} from "./stocks-question.ts";
import { HINTS, validate } from "./validate.ts";

/** All relations together: bounds are propagated over every term. */
const MAX_RELATION_TEXT = 3000;

const FIELDS = [...Object.keys(StocksQuestionInput.shape), ...Object.keys(STOCKS_FORM.aliases)];
const STOCK_HINTS = {
  ...HINTS,
  stocks: 'write [{ "name": "clusters", "value": 111 }], in a URL "clusters: 111; area: 5140 ha"',
  ratios: 'write [{ "numerator": "plants", "denominator": "clusters" }], in a URL "plants / clusters -> 60%"',
  relations: 'write ["operating + under construction = registered"]',
  name: 'name every stock: "clusters: 111; projects: 1618"',
  earlier: 'write [{ "date": "2023-12-31", "value": 44 }]',
  whole: "write true or false",
  asOf: 'write "2024-09-30"',
  date: 'write "2024-09-30"',
  targetDate: 'write "2025-12-31"',
  target: 'write 120, or "60%" for a ratio',
  stated: 'write "more than 43%"',
  numerator: 'write the name of a stock, or a figure such as "5140 ha"',
  denominator: 'write the name of a stock, or a figure such as "5140 ha"',
};

/**
 * A raw question about stocks as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readStocksQuestion(raw: Readonly<Record<string, unknown>>): StocksAsk {
  const problems = new ProblemList();
  const input = validate(StocksQuestionInput, raw, FIELDS, problems, STOCK_HINTS);
  const context: Context = {
    problems,
    reader: new StockReader(problems, input),
    asOf: dayOf(problems, input.asOf, "asOf"),
    hasDay: input.asOf !== undefined,
  };
  if (!input.stocks && !input.ratios && problems.all.length === 0)
    problems.add("stocks", "there is no stock", STOCK_HINTS.stocks);
  const stocks = readStocks(context, input.stocks ?? []);
  // A ratio of a stock that could not be read has nothing wrong of its own.
  const areAllRead = stocks.length === input.stocks?.length || input.stocks === undefined;
  if (!areAllRead) problems.throwIfAny();
  const ratios = (input.ratios ?? []).flatMap(
    (ratio, index) => readRatio(context, { ratio, stocks, path: `ratios.${index}` }) ?? [],
  );
  const relations = readRelations(problems, stocks, input.relations ?? []);
  problems.throwIfAny();
  const { geography } = input;
  const { asOf } = context;
  return {
    ...(geography !== undefined && { geography }),
    ...(asOf !== undefined && { asOf }),
    stocks,
    ratios,
    relations,
  };
}

interface Context {
  readonly problems: ProblemList;
  readonly reader: StockReader;
  readonly asOf: string | undefined;
  /** Whether a day was told, be it one that can be read or not. */
  readonly hasDay: boolean;
}

function dayOf(problems: ProblemList, given: string | number | undefined, path: string): string | undefined {
  return given === undefined ? undefined : problems.attempt(() => calendarDate(String(given), path));
}

/** A day that only says something beside the day of the report. */
function otherDay(
  { problems, hasDay }: Context,
  given: string | number | undefined,
  path: string,
): string | undefined {
  const day = dayOf(problems, given, path);
  if (day !== undefined && !hasDay)
    problems.add(path, `${path} needs the day of the report`, "give asOf=2024-09-30");
  return day;
}

function readStocks(context: Context, given: readonly z.infer<typeof StockInput>[]): readonly Stock[] {
  const { problems } = context;
  const names = new Set<string>();
  return given.flatMap((stock, index) => {
    const path = `stocks.${index}`;
    const spoken = spokenName(stock.name);
    if (!/[a-z]/.test(spoken))
      problems.add(
        `${path}.name`,
        `"${stock.name}" is not a name`,
        'name every stock in letters: "clusters: 111; projects: 1618"',
      );
    else if (names.has(spoken))
      problems.add(path, `two stocks are called "${stock.name}"`, "give each stock its own name");
    names.add(spoken);
    return readStock(context, stock, path) ?? [];
  });
}

function readStock(context: Context, stock: z.infer<typeof StockInput>, path: string): Stock | undefined {
  const { name, value, unit, target, whole } = stock;
  if (stock.targetDate !== undefined && target === undefined)
    context.problems.add(`${path}.targetDate`, "there is no target for this day", "give target");
  const targetDate = otherDay(context, stock.targetDate, `${path}.targetDate`);
  const earlier = (stock.earlier ?? []).flatMap((each, index) => {
    const date = earlierDay(context, each.date, `${path}.earlier.${index}.date`);
    return date === undefined ? [] : [{ date, value: each.value, path: `${path}.earlier.${index}.value` }];
  });
  for (const [index, { date }] of earlier.entries())
    if (earlier.findIndex((other) => other.date === date) < index)
      context.problems.add(`${path}.earlier.${index}`, `${date} is told twice`, "give each day once");
  const read = context.reader.stock(
    {
      name,
      value,
      unit,
      target,
      earlier,
      isWhole: whole === undefined ? undefined : whole === true || whole === "true",
    },
    path,
  );
  return (
    read && {
      ...read,
      ...(targetDate !== undefined && { targetDate }),
      earlier: read.earlier.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    }
  );
}

function earlierDay(context: Context, given: string | number, path: string): string | undefined {
  const day = otherDay(context, given, path);
  const { asOf, problems } = context;
  if (day === undefined || asOf === undefined || day < asOf) return day;
  problems.add(path, `${day} is not before ${asOf}`, "an earlier value is of a day before asOf");
  return undefined;
}

function readRatio(
  context: Context,
  {
    ratio,
    stocks,
    path,
  }: {
    readonly ratio: z.infer<typeof StockRatioInput>;
    readonly stocks: readonly Stock[];
    readonly path: string;
  },
): Ratio | undefined {
  const { problems, reader } = context;
  const numerator = operand(context, stocks, ratio.numerator, `${path}.numerator`);
  const denominator = operand(context, stocks, ratio.denominator, `${path}.denominator`);
  const targetDate = otherDay(context, ratio.targetDate, `${path}.targetDate`);
  if (ratio.targetDate !== undefined && ratio.target === undefined)
    problems.add(`${path}.targetDate`, "there is no target for this day", "give target");
  if (!numerator || !denominator) return undefined;
  if (numerator === denominator)
    problems.add(path, `"${numerator.name}" is divided by itself`, "name two stocks");
  const [top, bottom] = [kindOf(numerator.unit), kindOf(denominator.unit)];
  if (top !== bottom && top && bottom && CURRENCY.test(top) && CURRENCY.test(bottom))
    problems.add(path, `${top} over ${bottom} is an exchange rate`, "ask /v1/currencies");
  const kind = kindOfRatio(ratio, numerator, denominator);
  const figures = reader.figures(numerator.unit);
  const read = (text: FigureText | undefined, where: string): Figure | undefined =>
    kind === "share" ? figures.share(text, where) : figures.amount(withoutDenominator(text), where);
  const stated = read(ratio.stated, `${path}.stated`);
  const target = read(ratio.target, `${path}.target`);
  for (const [field, figure] of Object.entries({ stated, target }))
    if (figure && figure.value <= 0)
      problems.add(`${path}.${field}`, `${field} must be above zero`, STOCK_HINTS[field as "stated"]);
  if (kind === "share" && target && target.value > 1)
    problems.add(`${path}.target`, "a share of a whole is 100% at most", 'write a share such as "60%"');
  const { name: told } = ratio;
  return {
    ...(told !== undefined && told.trim() !== "" && { name: told }),
    numerator,
    denominator,
    kind,
    ...(target && { target }),
    ...(targetDate !== undefined && { targetDate }),
    ...(stated && { stated }),
  };
}

const CURRENCY = /^[A-Z]{3}$/;

/** A share of a whole is written in percent, or has a part of the whole over it; the rest is so much for each. */
function kindOfRatio(
  { stated, target }: z.infer<typeof StockRatioInput>,
  numerator: Stock,
  denominator: Stock,
): Ratio["kind"] {
  const standard = standardRatio(standardStock(numerator.name), standardStock(denominator.name));
  if (standard) return standard.kind;
  if ([stated, target].some((text) => typeof text === "string" && /%|percent|phần trăm/i.test(text)))
    return "share";
  const isOfOneKind =
    (numerator.isWhole && denominator.isWhole) ||
    (numerator.unit !== undefined && numerator.unit === denominator.unit);
  return isOfOneKind && numerator.value.value <= denominator.value.value ? "share" : "perUnit";
}

/** "46.3 ha per cluster" and "46,3 ha/cụm" are so many hectares. */
const withoutDenominator = (text: FigureText | undefined): FigureText | undefined =>
  typeof text === "string" ? text.replace(/\s*(?:\/|(?<!\p{L})(?:per|mỗi)(?!\p{L})).*$/su, "") : text;

/** A stock by its name, or a figure that is told for one ratio alone. */
function operand(
  { problems, reader }: Context,
  stocks: readonly Stock[],
  given: string | number,
  path: string,
): Stock | undefined {
  const name = String(given).trim();
  const stock = /[a-z]/i.test(spokenName(name)) ? stockNamed(stocks, name) : undefined;
  if (stock) return stock;
  if (typeof given === "number" || /\d/.test(name))
    return reader.stock({ name, value: given, earlier: [] }, path);
  const told = stocks.slice(0, NAMES_LISTED).map((each) => each.name);
  problems.add(
    path,
    `"${name}" is neither a stock of the question nor a figure`,
    told.length > 0 ? `the stocks are ${told.join(", ")}` : STOCK_HINTS.stocks,
  );
  return undefined;
}

const NAMES_LISTED = 12;

function readRelations(
  problems: ProblemList,
  stocks: readonly Stock[],
  relations: readonly string[],
): readonly Relation[] {
  if (relations.join("").length > MAX_RELATION_TEXT)
    problems.add(
      "relations",
      `the relations have more than ${MAX_RELATION_TEXT} characters together`,
      "ask in several questions",
    );
  return relations.flatMap((text, index) => {
    const inner = new ProblemList();
    const relation = inner.attempt(() => relationAmong(stocks, text));
    for (const { message, hint } of inner.all) problems.add(`relations.${index}`, message, hint);
    return relation ?? [];
  });
}
