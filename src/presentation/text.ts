import { cellText } from "./delimited.ts";
import type { Form } from "./form.ts";

/** A field that the answer does not have, or that is no single value. */
export class UnknownField extends Error {
  override readonly name = "UnknownField";
  readonly field: string;
  readonly hint: string;

  constructor(field: string, message: string, hint: string) {
    super(message);
    this.field = field;
    this.hint = hint;
  }
}

export type CellValue = string | number | undefined;

/** A hint with more names than this is not read in a cell. */
const MAX_NAMES_IN_HINT = 8;

/**
 * One value of a presented answer for one cell, without unit or grouping: that of `field`, or the default of its
 * function. `field` is a path into the JSON answer; an entry of a list is named by its place, its `name`, its `kind` or
 * its `target`: "targets.0.attainmentProbability", "targets.plan.gapToTarget", "scenarios.breakEven.fullYear".
 *
 * @throws UnknownField when the answer has no such field, or it holds more than one value
 * @throws EngineError when no field is asked for and the answer has no number of the function's name
 */
export function cellOf<P extends object>(
  presented: P,
  { field, decimal }: Pick<Form, "decimal"> & { readonly field?: string | undefined },
  byDefault: (presented: P) => CellValue,
): string {
  const asked = field?.trim();
  const value = asked ? valueAt(presented, asked) : byDefault(presented);
  return cellText(leaf(value), decimal).replace(CONTROL, " ");
}

/**
 * The one value at a path of a presented answer, as JSON carries it; paths are those of `cellOf`.
 * @throws UnknownField when the answer has no such field, or it holds more than one value
 * @example valueAt({ targets: [{ name: "plan", value: 920 }] }, "targets.plan.value") // => 920
 */
export function valueAt(presented: object, field: string): CellValue | boolean {
  const value = resolve(presented, field);
  if (typeof value !== "object" || value === null) return value as CellValue | boolean;
  const names = leafNames(value, field);
  throw new UnknownField(
    field,
    `${shown(field)} holds more than one value`,
    names.length > 0 ? `ask for ${few(names)}` : "it is empty here",
  );
}

/**
 * A refusal as one readable line for a cell.
 * @example cellError("ytd: not a number") // => "#ONPACE: ytd: not a number"
 */
export function cellError(message: string): string {
  return `#ONPACE: ${message.replace(CONTROL, " ").replace(/\s+/g, " ").trim()}`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not reach a cell
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const leaf = (value: CellValue | boolean): CellValue => (typeof value === "boolean" ? String(value) : value);

function resolve(answer: object, field: string): unknown {
  let here: unknown = answer;
  const walked: string[] = [];
  for (const step of field.replace(/\[(\w+)\]/g, ".$1").split(".")) {
    const next = childOf(here, step);
    if (next === undefined) throw unknownField(field, here, walked.join("."));
    walked.push(step);
    here = next;
  }
  return here;
}

/** Own data only: "constructor" and "length" are not fields of an answer. */
function childOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    if (/^\d{1,6}$/.test(step)) return value[Number(step)];
    for (const label of ["name", "kind", "target"]) {
      const entry = value.find((each) => own(each, label) === step);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }
  return own(value, step);
}

function own(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function unknownField(field: string, where: unknown, walked: string): UnknownField {
  const names = leafNames(where, walked)
    .map((name) => ({ name, likeness: likeness(name, field) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ name }) => name);
  const hint = names.length > 0 ? `there is ${few(names)}` : `${walked || "the answer"} has no fields here`;
  return new UnknownField(field, `the answer has no ${shown(field)}; what cannot be said is absent`, hint);
}

/** The paths of the single values below a value. */
function leafNames(value: unknown, prefix: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    return typeof part === "object" && part !== null ? leafNames(part, path) : [path];
  });
}

const few = (names: readonly string[]): string => {
  const more = names.length - MAX_NAMES_IN_HINT;
  return names.slice(0, MAX_NAMES_IN_HINT).join(", ") + (more > 0 ? ` and ${more} more` : "");
};

/** The field as asked, short enough for a message. */
const shown = (field: string): string => `"${field.replace(CONTROL, " ").slice(0, 80)}"`;

/** Share of the pairs of neighbouring letters that two names have in common (Dice), 0 to 1. */
function likeness(a: string, b: string): number {
  const pairs = (text: string) =>
    new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const left = pairs(a.toLowerCase());
  const right = pairs(b.toLowerCase());
  const common = [...left].filter((pair) => right.has(pair)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}
