/** Problem details of the service, as far as they are shown. */
export interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly path?: string; readonly message: string; readonly hint?: string }[];
}

/**
 * What is wrong, in one line: each argument with what is wrong with it and what would be right.
 * @example problemText({ errors: [{ path: "values", message: "not a number", hint: "write 290" }] }) // => "values: not a number; write 290"
 */
export function problemText({ errors = [], detail, title }: Problem): string {
  const lines = errors.map(({ path, message, hint }) =>
    [path ? `${path}: ${message}` : message, hint].filter(Boolean).join("; "),
  );
  return lines.join(" | ") || detail || title || "unexpected error";
}
