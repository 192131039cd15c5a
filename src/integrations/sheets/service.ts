import { batchesOf } from "./batches.ts";
import type { Argument, Cell } from "./cells.ts";
import { isPassing, waitAfter } from "./patience.ts";
import { type Problem, problemText } from "./problem-text.ts";
import { type Settings, SIX_HOURS } from "./settings.ts";
import { WORDS } from "./words.ts";

/** A formula with its arguments, as the service takes it. */
export interface FormulaQuestion {
  readonly formula: string;
  readonly arguments: readonly Argument[];
}

/** What came back for one formula. */
export type Told = { readonly cells: readonly (readonly Cell[])[] } | { readonly problem: string };

/** A custom function has 30 seconds, of which the last answer needs some. */
export const PATIENCE_OF_CELL_MS = 22_000;
/** Somebody waits before the screen; the script itself may run for six minutes. */
export const PATIENCE_OF_MENU_MS = 60_000;
/** A value of the cache has at most 100 kB; letters with accents take up to three bytes. */
const LONGEST_CACHED = 33_000;

/**
 * The answers to formulas, in order. What was answered within six hours comes from the cache; all others go in one
 * request, or as few as the limits of the service allow. Problems are not kept, so a formula that failed asks again.
 *
 * Cells that Sheets works out at the same time run apart from each other and cannot share a request without waiting
 * for one another under a lock, which costs more than it saves: ask for a range in one formula, or fill it by the menu.
 *
 * @throws Error when the service cannot be reached
 */
export function ask(
  questions: readonly FormulaQuestion[],
  settings: Settings,
  patience: number,
): readonly Told[] {
  const cache = CacheService.getScriptCache();
  const common = { function: "formula", ...(settings.language !== "en" && { lang: settings.language }) };
  const lines = questions.map((question) => JSON.stringify({ ...common, ...question }));
  const keys = lines.map((line) => keyOf(line, settings));
  const cached = cache.getAll(keys);
  const told = new Map<string, Told>();
  const asked = new Map<string, string>();
  keys.forEach((key, index) => {
    const kept = cached[key];
    if (kept) told.set(key, { cells: JSON.parse(kept) });
    else asked.set(lines[index] as string, key);
  });
  for (const batch of batchesOf([...asked.keys()])) {
    const fresh: Record<string, string> = {};
    answered(batch, settings, patience).forEach((answer, index) => {
      const key = asked.get(batch[index] as string) as string;
      told.set(key, answer);
      if (!("cells" in answer)) return;
      const text = JSON.stringify(answer.cells);
      if (text.length <= LONGEST_CACHED) fresh[key] = text;
    });
    if (Object.keys(fresh).length > 0) cache.putAll(fresh, SIX_HOURS);
  }
  return keys.map((key) => told.get(key) as Told);
}

/** Keys of a cache have at most 250 characters: the question itself is in them by its digest. */
function keyOf(line: string, { server, refreshed }: Settings): string {
  const digest = Utilities.computeDigest(
    Utilities.DigestAlgorithm.SHA_256,
    [server, refreshed, line].join("\n"),
    Utilities.Charset.UTF_8,
  );
  return `onpace ${Utilities.base64EncodeWebSafe(digest)}`;
}

/** A line of the answer to a batch. */
interface AnsweredLine {
  readonly answer?: { readonly cells: readonly (readonly Cell[])[] };
  readonly problem?: Problem;
}

function answered(lines: readonly string[], settings: Settings, patience: number): readonly Told[] {
  const response = fetched(
    `${settings.server}/v1/batch`,
    { method: "post", contentType: "application/x-ndjson", payload: `${lines.join("\n")}\n` },
    settings,
    patience,
  );
  const told = linesIn(response.getContentText("UTF-8"));
  if (!told) throw new Error(WORDS[settings.language].serverRefused(settings.server, "HTTP 200"));
  return lines.map((_, index) => {
    const { answer, problem } = told[index] || {};
    return answer ? { cells: answer.cells } : { problem: problemText(problem || {}) };
  });
}

/** Lines of JSON; undefined when they are none, as from a page that asks to sign in to a network. */
function linesIn(text: string): readonly AnsweredLine[] | undefined {
  try {
    const lines = text.split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line) as AnsweredLine);
  } catch {
    return undefined;
  }
}

/**
 * What an address of the service gives, asked again politely while it is busy.
 * @throws Error that says what is wrong, when it refuses, stays busy or is not there
 */
export function fetched(
  url: string,
  options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions,
  { language, server }: Settings,
  patience: number,
): GoogleAppsScript.URL_Fetch.HTTPResponse {
  const end = Date.now() + patience;
  for (let attempts = 1; ; attempts += 1) {
    const { response, failure = "" } = attempted(url, options);
    const status = response ? response.getResponseCode() : 0;
    if (response && status === 200) return response;
    if (response && !isPassing(status)) throw new Error(refusal(response, status));
    if (!response && !OUT_OF_REACH.test(failure)) throw new Error(failure);
    const retryAfter = response && headerOf(response, "retry-after");
    const wait = waitAfter({ attempts, retryAfter, now: Date.now(), end, chance: Math.random() });
    if (wait === undefined)
      throw new Error(response ? WORDS[language].busy(status) : WORDS[language].unreachable(server, failure));
    Utilities.sleep(wait);
  }
}

/** What Apps Script says of a host that it did not reach; other exceptions (quotas, permissions) pass as they are. */
const OUT_OF_REACH = /address|dns|timeout|timed out|connection/i;

interface Attempt {
  readonly response?: GoogleAppsScript.URL_Fetch.HTTPResponse;
  /** Why there is no response, in the words of Apps Script. */
  readonly failure?: string;
}

function attempted(url: string, options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions): Attempt {
  try {
    return { response: UrlFetchApp.fetch(url, { ...options, muteHttpExceptions: true }) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function refusal(response: GoogleAppsScript.URL_Fetch.HTTPResponse, status: number): string {
  try {
    return problemText(JSON.parse(response.getContentText("UTF-8")) as Problem);
  } catch {
    return `HTTP ${status}`;
  }
}

function headerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse, name: string): string | undefined {
  const headers = response.getHeaders() as Record<string, unknown>;
  const key = Object.keys(headers).find((each) => each.toLowerCase() === name);
  return key === undefined ? undefined : String(headers[key]);
}
