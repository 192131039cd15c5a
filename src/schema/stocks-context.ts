import { dayOfDate } from "../engine/calendar/day-of-date.ts";
import type { ProblemList } from "./problems.ts";
import type { StockReader } from "./stock-reader.ts";
import { HINTS } from "./validate.ts";

/** What to write, by the name of the field. */
export const STOCK_HINTS = {
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

/** What the reading of one question about stocks shares. */
export interface StocksContext {
  readonly problems: ProblemList;
  readonly reader: StockReader;
  readonly asOf: string | undefined;
  /** Whether a day was told, be it one that can be read or not. */
  readonly hasDay: boolean;
}

export function dayOf(
  problems: ProblemList,
  given: string | number | undefined,
  path: string,
): string | undefined {
  return given === undefined ? undefined : problems.attempt(() => dayOfDate(String(given), path));
}

/** A day that only says something beside the day of the report. */
export function otherDay(
  { problems, hasDay }: StocksContext,
  given: string | number | undefined,
  path: string,
): string | undefined {
  const day = dayOf(problems, given, path);
  if (day !== undefined && !hasDay)
    problems.add(path, `${path} needs the day of the report`, "give asOf=2024-09-30");
  return day;
}
