import { heightOf, type Range, type SheetCell, transposed, widthOf } from "./formula-cells.ts";
import type { ProblemList } from "./problems.ts";
import type { FlatForm } from "./query.ts";
import { SHORT_NAMES } from "./short-names.ts";
import { nearestName } from "./validate.ts";

/** Options of the result rather than of the question. */
const OF_RESULT = ["field", "headers"] as const;
/** Options that an address of a picture carries on. */
export const OF_PICTURE = ["picture", "size", "theme", "width", "height", "scale"] as const;

/** What the options of a formula ask for. */
export interface FormulaOptions {
  /** Fields of the question by their own names, as texts, numbers, true or false. */
  readonly fields: Readonly<Record<string, string | number | boolean>>;
  /** A path into the answer, in the place of the usual result. */
  readonly field?: string;
  readonly headers?: boolean;
  readonly picture: Readonly<Record<string, string>>;
}

const HINT = 'write "unit=million USD; levels=80%", or a range of two columns with names and values';

/** Names under which the arguments are known in a sheet. */
const ARGUMENT_NAMES: Readonly<Record<string, string>> = {
  share: "shareOfTarget",
  lastYear: "priorFullYear",
};

/**
 * Options from a text "name=value; name=value" or a range of names and values. What follows a semicolon without a name
 * still belongs to the value before it: "target=plan: 920; ambition: 1000; lang=vi" are two.
 */
export function readOptions(
  problems: ProblemList,
  range: Range | undefined,
  { form, takesPicture }: { readonly form: FlatForm; readonly takesPicture: boolean },
): FormulaOptions {
  const own = [...OF_RESULT, ...(takesPicture ? OF_PICTURE : [])];
  const fieldOf = fieldsByName([
    ...[...form.names, ...own].map((name): Naming => [name, name]),
    ...Object.entries(form.aliases),
    ...Object.entries(ARGUMENT_NAMES).filter(([, field]) => form.names.includes(field)),
  ]);
  const told = new Map<string, string | number | boolean>();
  for (const [name, value] of pairsIn(problems, range)) {
    const field = fieldOf(name);
    const [, within = ""] = WITHIN.exec(String(value)) ?? [];
    if (fieldOf(within) !== undefined)
      problems.add(
        "options",
        `"${within}" stands within the value of ${name}`,
        "part options with semicolons",
      );
    if (field === undefined)
      problems.add(
        "options",
        `"${name}" is not an option`,
        nearestName(name, [...form.names, ...own], "options"),
      );
    else if (told.has(field)) problems.add("options", `${field} is told twice`, "tell it once");
    else told.set(field, typeof value === "number" && DATES.has(field) ? dateOf(value) : value);
  }
  const take = (name: string): string | number | boolean | undefined => {
    const value = told.get(name);
    told.delete(name);
    return value;
  };
  const field = take("field");
  const headers = flagOf(problems, take("headers"));
  const picture = takesPicture
    ? OF_PICTURE.flatMap((name) => {
        const value = take(name);
        return value === undefined ? [] : [[name, String(value)] as const];
      })
    : [];
  return {
    fields: Object.fromEntries(told),
    ...(field !== undefined && { field: String(field) }),
    ...(headers !== undefined && { headers }),
    picture: Object.fromEntries(picture),
  };
}

type Naming = readonly [name: string, field: string];

/** The field that a name means: as it is written, else by its short form, else by one that only looks alike. */
function fieldsByName(named: readonly Naming[]): (name: string) => string | undefined {
  const exact = new Map(named);
  const short = new Map(named.map(([name, field]) => [SHORT_NAMES[name], field]));
  const alike = new Map(named.map(([name, field]) => [plain(name), field]));
  return (name) => exact.get(name) ?? short.get(name) ?? alike.get(plain(name));
}

const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, "");

/** Fields that are dates, which a sheet may hold as the number of a day. */
const DATES: ReadonlySet<string> = new Set(["asOf", "published"]);
const DAY_OF_1970 = 25569;
const LAST_DAY = 73415;
const dateOf = (value: number): string | number =>
  value >= 1 && value <= LAST_DAY
    ? new Date((Math.floor(value) - DAY_OF_1970) * 86_400_000).toISOString().slice(0, 10)
    : value;

type Pair = readonly [name: string, value: string | number | boolean];

function pairsIn(problems: ProblemList, range: Range | undefined): readonly Pair[] {
  if (!range) return [];
  const isOne = heightOf(range) * widthOf(range) === 1 && typeof range[0]?.[0] === "string";
  const isText = isOne || range.every((row) => row.every((cell) => cell === undefined || isAssignment(cell)));
  if (isText)
    return assignmentsIn(
      problems,
      range
        .flat()
        .filter((cell) => cell !== undefined)
        .join(";"),
    );
  const rows = widthOf(range) === 2 ? range : heightOf(range) === 2 ? transposed(range) : undefined;
  if (!rows) {
    problems.add(
      "options",
      "the options are neither a text of names and values nor a range of two columns",
      HINT,
    );
    return [];
  }
  return rows.flatMap(([name, value]): readonly Pair[] => {
    if (value === undefined) return [];
    if (typeof name === "string") return [[name.trim(), value]];
    problems.add("options", "an option has a value but no name", HINT);
    return [];
  });
}

const isAssignment = (cell: SheetCell): boolean => typeof cell === "string" && cell.includes("=");

/** The name of another option within a value: "million USD, lang=vi". */
const WITHIN = /[,\s]([A-Za-z_]\w*)\s*=(?!=)/;
const NAMED = /^\s*([A-Za-z_][\w -]{0,40}?)\s*=(?!=)\s*(.*?)\s*$/su;

function assignmentsIn(problems: ProblemList, text: string): readonly Pair[] {
  const pairs: [string, string][] = [];
  for (const part of text.split(/[;\r\n]/)) {
    const [, name, value = ""] = NAMED.exec(part) ?? [];
    const last = pairs.at(-1);
    if (name !== undefined) pairs.push([name, value]);
    else if (last) last[1] = `${last[1]};${part.trimEnd()}`;
    else if (part.trim() !== "") problems.add("options", `"${part.trim()}" has no name`, HINT);
  }
  return pairs.filter(([, value]) => value !== "");
}

function flagOf(problems: ProblemList, value: string | number | boolean | undefined): boolean | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  const word = String(value).trim().toLowerCase();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  problems.add("options", "headers is neither true nor false", "write headers=true");
  return undefined;
}
