import { questionShape } from "./fields.ts";
import { isCacheBuster, isFormParameter } from "./form-parameters.ts";
import { historyEntries } from "./history-text.ts";
import { ProblemList } from "./problems.ts";
import { longName } from "./short-names.ts";

/** How the flat names and texts of one function's question become the object that a POST would carry. */
export interface FlatForm {
  /** Every field of the question. */
  readonly names: readonly string[];
  /** Other names of fields. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Free words, whatever they start with. */
  readonly labels: readonly string[];
  /** What a text that is no JSON stands for, by field; itself where nothing is told. */
  readonly texts: Readonly<Record<string, (text: string) => unknown>>;
  /** Other names of what the entries of a list tell, by the field of the list; lists within entries are read alike. */
  readonly entryAliases?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What to do about a field that is given twice, by field. */
  readonly several?: Readonly<Record<string, string>>;
}

/** Other tools' names for our fields. */
export const ALIASES: Readonly<Record<string, string>> = {
  targets: "target",
  budget: "target",
  months_elapsed: "through",
  monthsElapsed: "through",
  this_ytd_total: "ytd",
  thisYtdTotal: "ytd",
  last_ytd_total: "priorYtd",
  lastYtdTotal: "priorYtd",
  level: "levels",
};

const camelCase = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The field that a name means: the field itself or an alias, or the short or snake_case form of either. */
function fieldName(name: string, { names, aliases }: FlatForm): string {
  for (const meant of [name, longName(name), camelCase(name)]) {
    if (names.includes(meant)) return meant;
    if (Object.hasOwn(aliases, meant)) return aliases[meant] as string;
  }
  return name;
}

/**
 * Flat query parameters as the object that a POST would carry. Lists are JSON, or entries separated by
 * semicolons: `target=plan: 920; 8%`, `reports=2022-04: 231; 2022-12: 780`, `scenarios=cautious: 2%`; a history has
 * its own short form, `history=2022-01: 71.2 n/a 84`.
 *
 * @throws InvalidQuestion when a parameter is given twice or its JSON is broken
 */
export function questionFromQuery(
  query: Iterable<readonly [string, string]>,
  form: FlatForm = REPORT_FORM,
): Record<string, unknown> {
  const problems = new ProblemList();
  const raw: Record<string, unknown> = Object.create(null);
  for (const [name, text] of query) {
    if (isFormParameter(name) || isCacheBuster(name)) continue;
    const field = fieldName(name, form);
    if (field in raw) {
      problems.add(name, `${name} is given twice`, form.several?.[field] ?? "give it once");
      continue;
    }
    if (text.trim() === "") continue;
    raw[field] = withEntryNames(readText(problems, name, { field, text, form }), field, form);
  }
  problems.throwIfAny();
  return { ...raw };
}

/**
 * A JSON body with its aliases resolved; its texts mean what they mean in a query.
 * @throws InvalidQuestion when it is no object or names a field twice
 */
export function questionFromBody(body: unknown, form: FlatForm = REPORT_FORM): Record<string, unknown> {
  const problems = new ProblemList();
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    problems.add("question", "the body is not a JSON object", 'send { "through": "2024-04", "ytd": 290 }');
    problems.throwIfAny();
  }
  const raw: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(body as object)) {
    const field = fieldName(name, form);
    if (field in raw) problems.add(name, `${name} and ${field} are the same field`, "send one of them");
    else if (value !== null)
      raw[field] = withEntryNames(
        typeof value === "string"
          ? readText(problems, name, { field, text: value, form })
          : oneLevel(field, value),
        field,
        form,
      );
  }
  problems.throwIfAny();
  return { ...raw };
}

/** Lists within lists beyond this are refused by every function, and are not walked here. */
const DEEPEST_ENTRIES = 16;

/** The entries of a list under the names of their fields; a name that is told already keeps its own value. */
function withEntryNames(value: unknown, field: string, form: FlatForm, depth = 0): unknown {
  const aliases = form.entryAliases?.[field];
  if (!aliases || !Array.isArray(value) || depth > DEEPEST_ENTRIES) return value;
  return value.map((entry: unknown) => {
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return entry;
    const told: Record<string, unknown> = { ...entry };
    for (const [alias, name] of Object.entries(aliases))
      if (Object.hasOwn(told, alias) && !Object.hasOwn(told, name)) {
        told[name] = told[alias];
        delete told[alias];
      }
    if (Object.hasOwn(told, field)) told[field] = withEntryNames(told[field], field, form, depth + 1);
    return told;
  });
}

/** A single level stands for a list of one, as it does in a query. */
const oneLevel = (field: string, value: unknown): unknown =>
  field === "levels" && typeof value === "number" ? [value] : value;

/** A text as the value that it stands for: itself, JSON, or the entries of a list. */
function readText(
  problems: ProblemList,
  name: string,
  { field, text, form }: { readonly field: string; readonly text: string; readonly form: FlatForm },
): unknown {
  if (form.labels.includes(field)) return text;
  if (/^\s*[[{]/.test(text)) return json(problems, name, text);
  const read = Object.hasOwn(form.texts, field) ? form.texts[field] : undefined;
  return read ? read(text) : text;
}

function json(problems: ProblemList, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    problems.add(name, `${name} starts like JSON but is not`, "check its brackets and quotes");
    return undefined;
  }
}

/** Targets between semicolons, each with its name before a colon: "plan: 920; ambition: 1000". */
export const targetsIn = (text: string): unknown =>
  entries(text).map(({ name, value }) => (name ? { name, value } : value));

/** Levels between semicolons or spaces; a comma parts them too where it cannot be a decimal sign. */
function levelsIn(text: string): readonly string[] {
  const apart = text.split(/[;,\s]+/).filter(Boolean);
  const areLevels = apart.every((level) => /^(?:\d+(?:\.\d+)?%|0?\.\d+)$/.test(level));
  return areLevels ? apart : text.split(/[;\s]+/).filter(Boolean);
}

/** What stands between semicolons, a name before the last colon parted from its value. */
export function entries(
  text: string,
): readonly { readonly name: string | undefined; readonly value: string }[] {
  return text
    .split(";")
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const colon = entry.lastIndexOf(":");
      if (colon < 0) return { name: undefined, value: entry };
      return { name: entry.slice(0, colon).trim(), value: entry.slice(colon + 1).trim() };
    });
}

/** How the question about one report is written flat; coherence takes named figures and relations too. */
export const REPORT_FORM: FlatForm = {
  names: [...Object.keys(questionShape), "figures", "relations"],
  aliases: ALIASES,
  labels: ["indicator", "geography", "unit"],
  texts: {
    target: targetsIn,
    reports: (text) => entries(text).map(({ name, value }) => ({ through: name ?? "", ytd: value })),
    history: historyEntries,
    scenarios: (text) =>
      entries(text).map(({ name, value }) => ({ ...(name && { name }), remainderGrowth: value })),
    levels: levelsIn,
    figures: (text) => Object.fromEntries(entries(text).map(({ name, value }) => [name ?? value, value])),
    relations: (text) =>
      text
        .split(";")
        .map((relation) => relation.trim())
        .filter(Boolean),
  },
  several: { target: 'several targets go into one parameter: "plan: 920; ambition: 1000"' },
};
