import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import type { ProblemList } from "./problems.ts";

type Issue = z.core.$ZodIssue;

/** A name this far from every known one is not a slip of the pen. */
const MAX_SLIP = 4;
/** No field has a name this long, however it is written. */
const LONGEST_SLIP = 40;

/**
 * The fields of a raw question that fit a strict schema. What does not fit is noted, unknown fields with the nearest
 * known name; the rest is given all the same, so that its own problems are told together with these.
 */
export function validate<T extends z.ZodObject>(
  schema: T,
  raw: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  problems: ProblemList,
  hints: Hints = HINTS,
): Partial<z.infer<T>> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data as z.infer<T>;
  const wrong = new Set<PropertyKey>();
  for (const issue of result.error.issues) {
    const names =
      issue.path.length === 0 && issue.code === "unrecognized_keys" ? issue.keys : [issue.path[0]];
    for (const name of names) if (name !== undefined) wrong.add(name);
    for (const leaf of leavesOf(issue)) note(problems, leaf, { raw, fields, hints });
  }
  const rest = Object.fromEntries(Object.entries(raw).filter(([name]) => !wrong.has(name)));
  const partial = schema.partial().safeParse(rest);
  return partial.success ? (partial.data as Partial<z.infer<T>>) : {};
}

/**
 * What is wrong, where alternatives were possible: the issues of the one that came furthest, one for each place.
 * Of several at one place, any that is not about the type tells more.
 */
function leavesOf(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union") return [issue];
  const leaves = issue.errors
    .flat()
    .flatMap((inner) => leavesOf({ ...inner, path: [...issue.path, ...inner.path] } as Issue));
  const places = new Map<string, Issue>();
  for (const leaf of leaves) {
    const place = pathOf(leaf);
    const known = places.get(place);
    if (!known || known.code === "invalid_type") places.set(place, leaf);
  }
  const isLeftBehind = (place: string) =>
    [...places.keys()].some((other) => other !== place && other.startsWith(place === "" ? "" : `${place}.`));
  const left = [...places].filter(([place]) => !isLeftBehind(place)).map(([, leaf]) => leaf);
  return left.length > 0 ? left : [{ ...issue, code: "invalid_type", expected: "unknown" } as Issue];
}

const pathOf = (issue: Issue): string => issue.path.map(String).join(".");

function note(
  problems: ProblemList,
  issue: Issue,
  {
    raw,
    fields,
    hints,
  }: { readonly raw: unknown; readonly fields: readonly string[]; readonly hints: Hints },
): void {
  const path = pathOf(issue);
  if (issue.code !== "unrecognized_keys") {
    const given = issue.path.reduce(
      (value, step) => (value as Record<PropertyKey, unknown> | undefined)?.[step],
      raw,
    );
    problems.add(
      path || "question",
      whatIsWrong(issue, path || "the question", given),
      hintFor(issue, hints),
    );
    return;
  }
  for (const key of issue.keys)
    problems.add(
      path ? `${path}.${key}` : key,
      `"${key}" is not a field of ${path || "the question"}`,
      path ? hintFor(issue, hints) : problems.isFull ? undefined : nearestName(key, fields),
    );
}

function whatIsWrong(issue: Issue, name: string, given: unknown): string {
  if (given === undefined) return `${name} is required`;
  switch (issue.code) {
    case "invalid_value":
      return `${name} is none of its known values`;
    case "too_big":
      if (issue.origin === "string") return `${name} is longer than ${issue.maximum} characters`;
      return `${name} has more than ${issue.maximum}${issue.origin === "array" ? " entries" : ""}`;
    case "too_small":
      return issue.origin === "array" ? `${name} is an empty list` : `${name} is below ${issue.minimum}`;
    default:
      return `${name} has the wrong type`;
  }
}

/** The name that was probably meant, or all there are of that kind. */
export function nearestName(key: string, names: readonly string[], kind = "fields"): string {
  const all = `the ${kind} are ${names.join(", ")}`;
  if (key.length > LONGEST_SLIP) return all;
  const name = closest(key, names as string[]);
  return distance(key.toLowerCase(), name.toLowerCase()) <= MAX_SLIP ? `did you mean "${name}"?` : all;
}

const NUMBER = 'write a number or a text such as "over 290"';
const FRACTION = 'write a fraction such as 0.316, or "31.6%"';
const WORDS = "write a short text";

/** What to write, by the name of the field. */
export type Hints = Readonly<Record<string, string>>;

/** The hints of the question about one report; other functions add those of their own fields. */
export const HINTS: Hints = {
  through: 'write "2024-04" for April 2024 or "2024-Q2" for a quarter',
  year: "write a year such as 2024",
  fiscalYearStart: "write a month from 1 to 12",
  ytd: NUMBER,
  priorYtd: NUMBER,
  priorFullYear: NUMBER,
  fullYear: NUMBER,
  perPeriod: NUMBER,
  value: NUMBER,
  digits: "count the significant digits: 1 to 15",
  shareOfTarget: FRACTION,
  growth: FRACTION,
  remainderGrowth: FRACTION,
  yearGrowth: FRACTION,
  change: FRACTION,
  target: 'write 920, "8%", { "name": "plan", "value": 920 } or a list of these',
  reports: 'write [{ "through": "2023-12", "ytd": 860 }]',
  history:
    'write { "start": "2018-01", "values": [71.2, null, 84] }, with "cumulative": true for years to date, or [{ "period": "2018-01", "value": 71.2 }]',
  historyStart: 'write "2018-01", the period of the first value',
  cumulative: "write true or false",
  backtest: "write true or false",
  horizon: "write a whole number of periods, 1 to 36",
  scenarios: 'write [{ "name": "cautious", "remainderGrowth": 0.02 }]',
  shock: 'write { "change": "-20%", "periods": ["2024-09"] }',
  periods: "list the remaining periods that are meant",
  levels: 'write [0.5, 0.8] or "80%"',
  priceBasis: 'write "current", "constant", or the year of the prices: "constant2010"',
  tet: "write true or false",
  asOf: 'write "2024-05-10"',
  figures: 'write { "rice": 100.43, "seafood": 64.53 }',
  relations: 'write ["rice + seafood <= ytd"]',
  indicator: WORDS,
  geography: WORDS,
  unit: WORDS,
  name: WORDS,
};

function hintFor(issue: Issue, hints: Hints): string | undefined {
  if (issue.code === "invalid_value") return `write one of ${issue.values.map(String).join(", ")}`;
  const field = issue.path.map(String).findLast((step) => Object.hasOwn(hints, step));
  return field === undefined ? undefined : hints[field];
}
