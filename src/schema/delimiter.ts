import { InvalidQuestion } from "./problems.ts";

/** What may part the cells of CSV. */
export const DELIMITERS = ["comma", "semicolon", "tab"] as const;

/**
 * The delimiter that a parameter names.
 * @throws InvalidQuestion when it is none
 * @example delimiterNamed("tab") // => "tab"
 */
export function delimiterNamed(name: string): (typeof DELIMITERS)[number] {
  const delimiter = DELIMITERS.find((each) => each === name.trim().toLowerCase());
  if (delimiter) return delimiter;
  throw new InvalidQuestion([
    {
      path: "delimiter",
      message: "there is no such delimiter",
      hint: `write one of ${DELIMITERS.join(", ")}`,
    },
  ]);
}
