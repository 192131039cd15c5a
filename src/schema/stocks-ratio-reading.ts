import type { z } from "zod";
import type { Figure } from "../engine/figure/figure.ts";
import { mixtureOf, notComparable } from "../engine/figure/measure.ts";
import type { Ratio } from "../engine/stocks/ratio.ts";
import { standardRatio, standardRatioNamed, stocksOf } from "../engine/stocks/standard-ratios.ts";
import { type StandardStock, spokenName, standardStock } from "../engine/stocks/standard-stocks.ts";
import { type Stock, stockNamed } from "../engine/stocks/stock.ts";
import type { FigureText } from "./fields.ts";
import { kindOf } from "./stock-reader.ts";
import { otherDay, STOCK_HINTS, type StocksContext } from "./stocks-context.ts";
import type { StockRatioInput } from "./stocks-question.ts";

/** A ratio of the question as the engine's, with what is wrong noted. */
export function readStockRatio(
  context: StocksContext,
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
  const known = knownRatio(ratio);
  if (!known && ratio.numerator === undefined && ratio.denominator === undefined) {
    problems.add(
      path,
      `${ratio.name === undefined ? "a ratio without stocks" : `"${ratio.name}"`} is no ratio that is known by its name`,
      'name its two stocks: "plants / clusters"',
    );
    return undefined;
  }
  const parts = known ? stocksOf(known, standardOnes(stocks)) : ratio;
  const numerator = operand(context, stocks, parts.numerator, `${path}.numerator`);
  const denominator = operand(context, stocks, parts.denominator, `${path}.denominator`);
  const targetDate = otherDay(context, ratio.targetDate, `${path}.targetDate`);
  if (ratio.targetDate !== undefined && ratio.target === undefined)
    problems.add(`${path}.targetDate`, "there is no target for this day", "give target");
  if (!numerator || !denominator) return undefined;
  if (numerator === denominator)
    problems.add(path, `"${numerator.name}" is divided by itself`, "name two stocks");
  const [top, bottom] = [kindOf(numerator.unit), kindOf(denominator.unit)];
  if (top !== bottom && top && bottom && CURRENCY.test(top) && CURRENCY.test(bottom))
    problems.add(path, `${top} over ${bottom} is an exchange rate`, "ask /v1/currencies");
  const mixture = mixtureOf(numerator.value.measure ?? {}, denominator.value.measure ?? {});
  if (mixture) {
    const { message, hint } = notComparable(numerator.name, denominator.name, mixture);
    problems.add(path, message, hint);
  }
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
  const told = known ? undefined : ratio.name;
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

/** The ratio that is told by its name alone. */
const knownRatio = ({ name, numerator, denominator }: z.infer<typeof StockRatioInput>) =>
  name === undefined || numerator !== undefined || denominator !== undefined
    ? undefined
    : standardRatioNamed(name);

const standardOnes = (stocks: readonly Stock[]): ReadonlySet<StandardStock> =>
  new Set(stocks.flatMap(({ name }) => standardStock(name) ?? []));

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
  { problems, reader }: StocksContext,
  stocks: readonly Stock[],
  given: string | number | undefined,
  path: string,
): Stock | undefined {
  if (given === undefined) {
    problems.add(path, `${path} is required`, STOCK_HINTS.numerator);
    return undefined;
  }
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
