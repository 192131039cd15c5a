import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { ProblemList } from "./problems.ts";

/** A name this far from every known one is not a slip of the pen. */
const MAX_SLIP = 4;
/** No field has a name this long, however it is written. */
const LONGEST_SLIP = 40;

/**
 * A raw value checked against a strict schema.
 * @throws InvalidQuestion with every problem, unknown fields with the nearest known name
 */
export function validate<T>(schema: z.ZodType<T>, raw: unknown, fields: readonly string[]): T {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const problems = new ProblemList();
  for (const issue of result.error.issues) note(problems, issue, fields);
  problems.throwIfAny();
  throw new Error("a schema failed without an issue");
}

function note(problems: ProblemList, issue: z.core.$ZodIssue, fields: readonly string[]): void {
  const path = issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys)
      problems.add(
        path ? `${path}.${key}` : key,
        `"${key}" is not a field of ${path || "the question"}`,
        path || problems.isFull ? undefined : nearest(key, fields),
      );
    return;
  }
  if (issue.code === "invalid_union") {
    const inner = issue.errors.flat().filter(({ path: rest }) => rest.length > 0);
    if (inner.length > 0) {
      for (const deeper of inner.slice(0, 3))
        note(problems, { ...deeper, path: [...issue.path, ...deeper.path] } as z.core.$ZodIssue, []);
      return;
    }
    problems.add(
      path || "question",
      `${path || "the question"} has the wrong type`,
      typeHint(issue.path.at(-1)),
    );
    return;
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  problems.add(
    path || "question",
    missing ? `${path} is required` : lowerFirst(issue.message),
    typeHint(issue.path.at(-1)),
  );
}

function nearest(key: string, fields: readonly string[]): string {
  const all = `the fields are ${fields.join(", ")}`;
  if (key.length > LONGEST_SLIP) return all;
  const name = closest(key, fields as string[]);
  return distance(key.toLowerCase(), name.toLowerCase()) <= MAX_SLIP ? `did you mean "${name}"?` : all;
}

function typeHint(field: PropertyKey | undefined): string | undefined {
  switch (field) {
    case "through":
      return 'write "2024-04" for April 2024 or "2024-Q2" for a quarter';
    case "ytd":
    case "priorYtd":
    case "priorFullYear":
    case "value":
      return 'write a number or a text such as "over 290"';
    case "shareOfTarget":
    case "growth":
      return 'write a fraction such as 0.316, or "31.6%"';
    case "target":
      return 'write 920, "8%", { "name": "plan", "value": 920 } or a list of these';
    default:
      return undefined;
  }
}

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1);
