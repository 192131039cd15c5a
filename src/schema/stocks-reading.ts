import type { z } from "zod";
import type { Relation } from "../engine/figure/relation.ts";
import { spokenName } from "../engine/stocks/standard-stocks.ts";
import type { Stock } from "../engine/stocks/stock.ts";
import { relationAmong } from "../engine/stocks/stock-relations.ts";
import type { StocksAsk } from "../engine/stocks.ts";
import { ProblemList } from "./problems.ts";
import { StockReader } from "./stock-reader.ts";
import { dayOf, otherDay, STOCK_HINTS, type StocksContext } from "./stocks-context.ts";
import { STOCKS_FORM, type StockInput, StocksQuestionInput } from "./stocks-question.ts";
import { readStockRatio } from "./stocks-ratio-reading.ts";
import { validate } from "./validate.ts";

/** All relations together: bounds are propagated over every term. */
const MAX_RELATION_TEXT = 3000;

const FIELDS = [...Object.keys(StocksQuestionInput.shape), ...Object.keys(STOCKS_FORM.aliases)];
/**
 * A raw question about stocks as the engine's.
 * @throws InvalidQuestion with everything that is wrong, each with its field
 */
export function readStocksQuestion(raw: Readonly<Record<string, unknown>>): StocksAsk {
  const problems = new ProblemList();
  const input = validate(StocksQuestionInput, raw, FIELDS, problems, STOCK_HINTS);
  const context: StocksContext = {
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
    (ratio, index) => readStockRatio(context, { ratio, stocks, path: `ratios.${index}` }) ?? [],
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

function readStocks(context: StocksContext, given: readonly z.infer<typeof StockInput>[]): readonly Stock[] {
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

function readStock(
  context: StocksContext,
  stock: z.infer<typeof StockInput>,
  path: string,
): Stock | undefined {
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

function earlierDay(context: StocksContext, given: string | number, path: string): string | undefined {
  const day = otherDay(context, given, path);
  const { asOf, problems } = context;
  if (day === undefined || asOf === undefined || day < asOf) return day;
  problems.add(path, `${day} is not before ${asOf}`, "an earlier value is of a day before asOf");
  return undefined;
}

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
