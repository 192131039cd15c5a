import { longName } from "./short-names.ts";

/** Parameters of the answer's form rather than of the question. */
export const FORM_PARAMETERS = [
  "field",
  "errors",
  "delimiter",
  "picture",
  "size",
  "width",
  "height",
  "theme",
  "scale",
] as const;
export type FormParameter = (typeof FORM_PARAMETERS)[number];
export type FormParameters = Readonly<Partial<Record<FormParameter, string>>>;

/** Under its own name or its short one. */
export const isFormParameter = (name: string): boolean => isForm(longName(name));

const isForm = (name: string): name is FormParameter => FORM_PARAMETERS.some((each) => each === name);

/** The form that a query asks for; of a parameter that is given twice the first counts. */
export function formParametersOf(query: Iterable<readonly [string, string]>): FormParameters {
  const told: Partial<Record<FormParameter, string>> = {};
  for (const [name, value] of query) {
    const long = longName(name);
    if (isForm(long)) told[long] ??= value;
  }
  return told;
}

const CACHE_BUSTERS: ReadonlySet<string> = new Set(["cb", "cachebuster", "nocache", "refresh"]);

/**
 * Whether a parameter is there only to make an address new, so that a sheet asks again.
 * @example isCacheBuster("_ts") // => true
 * @example isCacheBuster("through") // => false
 */
export const isCacheBuster = (name: string): boolean => name.startsWith("_") || CACHE_BUSTERS.has(name);

/**
 * A query as it was written, without what only makes it new: it is the same question.
 * @example withoutCacheBusters("t=2024-04&_=17&y=290&refresh") // => "t=2024-04&y=290"
 */
export const withoutCacheBusters = (query: string): string =>
  query
    .split("&")
    .filter((parameter) => parameter !== "" && !isCacheBuster(parameter.split("=", 1)[0] as string))
    .join("&");
