import { SHORT_NAMES } from "../schema/short-names.ts";
import { flatQuestion } from "./flat-question.ts";

/** Excel and IMAGE refuse addresses of more than 2,048 characters; the name of the server takes some of them. */
export const LONGEST_ADDRESS = 2048 - 148;

/** Signs that a query carries as they are; encoded they take three characters each. */
const PLAIN = /%(?:3A|3B|2C|2F|5B|5D|40|24)/g;

/**
 * The address of a question: short names of its parameters, and its history in as few characters as it goes.
 * @example shortAddress("/v1/run-rate", { through: "2024-04", ytd: 290, target: "plan: 920" }) // => "/v1/run-rate?t=2024-04&y=290&tg=plan:+920"
 * @example shortAddress("/v1/forecast", { history: [{ period: "2024-01", value: 68 }, { period: "2024-03", value: 80 }] }) // => "/v1/forecast?hs=2024-01&hi=[68,null,80]"
 */
export function shortAddress(path: string, question: Readonly<Record<string, unknown>>): string {
  const short = Object.entries(flatQuestion(withShortHistory(question))).map(
    ([name, value]): [string, string] => [SHORT_NAMES[name] ?? name, value],
  );
  const query = new URLSearchParams(short).toString().replace(PLAIN, decodeURIComponent);
  return query === "" ? path : `${path}?${query}`;
}

interface Row {
  readonly period: string;
  readonly value: string | number | null;
}

const isRow = (entry: unknown): entry is Row =>
  typeof entry === "object" && entry !== null && /^\d{4}-(?:\d{2}|Q\d)$/.test((entry as Row).period);

/** Months that are all a quarter apart may be a quarterly table, which only their names tell. */
const MONTHS_OF_QUARTER = 3;
/** Beyond this the gaps take more room than the names. */
const MOST_GAPS = 4;

/** A history in order of time as its first period and its values, null where a period is not told. */
function withShortHistory(question: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { history, ...others } = question;
  if (!Array.isArray(history) || !history.every(isRow) || history.length === 0) return question;
  const rows = history as readonly Row[];
  const places = rows.map(({ period }) => placeOf(period));
  const first = places[0] as number;
  const told = rows.map(({ value }) => value).findLastIndex((value) => value !== null);
  const values: Row["value"][] = [];
  for (const [index, { value }] of rows.entries()) {
    const at = (places[index] as number) - first;
    if (at < values.length || at - values.length > MOST_GAPS) return question;
    if (index > told) break;
    while (values.length < at) values.push(null);
    values.push(value);
  }
  const isQuarterly = places.every((place) => (place - first) % MONTHS_OF_QUARTER === 0);
  if (isQuarterly && rows.length > 1) return question;
  return { ...others, historyStart: rows[0]?.period, history: values };
}

function placeOf(period: string): number {
  const year = Number(period.slice(0, 4));
  return period.includes("Q") ? 4 * year + Number(period.slice(6)) : 12 * year + Number(period.slice(5));
}
