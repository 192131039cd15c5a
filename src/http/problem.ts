import { EngineError, type EngineErrorCode } from "../engine/engine-error.ts";
import { PictureError } from "../presentation/pictures/picture-error.ts";
import { UnknownField } from "../presentation/text.ts";
import { InvalidQuestion, type Problem } from "../schema/problems.ts";

/** Every kind of refusal: its name is the last part of the problem's `type`, a page under /docs/problems. */
export const PROBLEMS = {
  invalidQuestion: { status: 400, title: "The question cannot be read" },
  invalidFigure: { status: 400, title: "A figure cannot be read" },
  invalidPeriod: { status: 400, title: "A period cannot be read" },
  invalidRelation: { status: 400, title: "A relation cannot be read" },
  unknownField: { status: 400, title: "The answer has no such field" },
  noPicture: { status: 422, title: "There is no such picture of the answer" },
  notEnoughKnown: { status: 422, title: "Too little is known for an answer" },
  notFound: { status: 404, title: "There is nothing at this address" },
  methodNotAllowed: { status: 405, title: "The method is not allowed here" },
  bodyTooLarge: { status: 413, title: "The body is too large" },
  encodedBody: { status: 415, title: "The body is compressed" },
  urlTooLong: { status: 414, title: "The address is too long" },
  internal: { status: 500, title: "Unexpected error" },
} as const satisfies Record<EngineErrorCode, unknown> & Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details; `errors` names every field that is wrong. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly errors: readonly Problem[];
}

/** A refusal that the HTTP layer itself makes. */
export class HttpProblem extends Error {
  override readonly name = "HttpProblem";
  readonly code: ProblemCode;
  readonly hint: string | undefined;

  constructor(code: ProblemCode, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}

/**
 * Any error as problem details for the request at `instance` (a path without its query: nothing that was
 * submitted is repeated). Errors that nobody raised on purpose become a fixed text.
 */
export function problemOf(error: unknown, instance: string): ProblemDetails {
  const { code, errors } = classify(error);
  const { status, title } = PROBLEMS[code];
  return {
    type: `/docs/problems/${code}`,
    title,
    status,
    detail: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join("; "),
    instance,
    errors,
  };
}

function classify(error: unknown): { readonly code: ProblemCode; readonly errors: readonly Problem[] } {
  if (error instanceof InvalidQuestion) return { code: "invalidQuestion", errors: error.problems };
  if (error instanceof EngineError)
    return { code: error.code, errors: [one(error.path, error.message, error.hint)] };
  if (error instanceof UnknownField)
    return { code: "unknownField", errors: [one("field", error.message, error.hint)] };
  if (error instanceof PictureError)
    return { code: "noPicture", errors: [one(error.path, error.message, error.hint)] };
  if (error instanceof HttpProblem) return { code: error.code, errors: [one("", error.message, error.hint)] };
  return {
    code: "internal",
    errors: [one("", "the request could not be answered; it is not the question's fault")],
  };
}

const one = (path: string, message: string, hint?: string): Problem => ({
  path,
  message,
  ...(hint && { hint }),
});

/** The problem in one line, as a cell shows it. */
export function oneLine({ errors, title }: ProblemDetails): string {
  const [first] = errors;
  if (!first) return title;
  return [first.path ? `${first.path}: ${first.message}` : first.message, first.hint]
    .filter(Boolean)
    .join("; ");
}
