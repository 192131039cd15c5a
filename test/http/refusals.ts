import { expect } from "vitest";
import { type Name, type ProblemBody, refused } from "./ask.ts";

/** The least that is known of a year; a field more makes it the question under test. */
export const GOOD = { through: "2024-04", ytd: 290 } as const;

/** The errors of a refusal by the field they name. */
export async function errorsOf(question: unknown, name: Name = "outlook"): Promise<ProblemBody["errors"]> {
  const { status, errors } = await refused(name, question);
  expect([400, 413, 422]).toContain(status);
  return errors;
}

/** The error that names a field, or a part of it. */
export function at(errors: ProblemBody["errors"], path: string): ProblemBody["errors"][number] {
  const found = errors.find((error) => error.path === path || error.path.startsWith(`${path}.`));
  expect(found, `no error names ${path}: ${JSON.stringify(errors)}`).toBeDefined();
  return found as ProblemBody["errors"][number];
}
