import { expect } from "vitest";
import type { z } from "zod";
import { createApp } from "../../src/http/app.ts";
import { FORMATS, type Format, isMedium, type TextFormat } from "../../src/http/format.ts";
import { allOperations } from "../../src/http/routes/index.ts";
import {
  AttainmentAnswer,
  CoherenceAnswer,
  ForecastAnswer,
  OutlookAnswer,
  Problem,
  RunRateAnswer,
  ScenariosAnswer,
} from "../../src/schema/answers.ts";
import { BreakdownAnswer } from "../../src/schema/breakdown-answer.ts";
import { CurrenciesAnswer } from "../../src/schema/currencies-answer.ts";
import { ExtractAnswer } from "../../src/schema/extract-answer.ts";
import { FormulaAnswer } from "../../src/schema/formula-answer.ts";
import { GrowthScenariosAnswer } from "../../src/schema/growth-scenarios-answer.ts";
import { PlacesAnswer } from "../../src/schema/places-answer.ts";
import { PlanAnswer } from "../../src/schema/plan-answer.ts";
import { RankingAnswer } from "../../src/schema/ranking-answer.ts";
import { StocksAnswer } from "../../src/schema/stocks-answer.ts";
import { builtAsset } from "../built-asset.ts";
import { dependencies } from "../dependencies.ts";
import { rasteriserFiles } from "../presentation/pictures/rasteriser-files.ts";

/** The published schemas of the functions about one report, which all take the same question. */
const OF_REPORTS = {
  outlook: OutlookAnswer,
  "run-rate": RunRateAnswer,
  forecast: ForecastAnswer,
  attainment: AttainmentAnswer,
  scenarios: ScenariosAnswer,
  coherence: CoherenceAnswer,
} as const;
/** The published schema of every function; they are strict, so an undocumented field fails each test that meets it. */
export const PUBLISHED = {
  ...OF_REPORTS,
  breakdown: BreakdownAnswer,
  "growth-scenarios": GrowthScenariosAnswer,
  ranking: RankingAnswer,
  places: PlacesAnswer,
  plan: PlanAnswer,
  stocks: StocksAnswer,
  currencies: CurrenciesAnswer,
  extract: ExtractAnswer,
  formula: FormulaAnswer,
} as const;
export type Name = keyof typeof PUBLISHED;
export type Question = Readonly<Record<string, unknown>>;
export type OutlookBody = z.infer<typeof OutlookAnswer>;
export type ProblemBody = z.infer<typeof Problem>;
/** The functions about one report. */
export const NAMES = Object.keys(OF_REPORTS) as readonly (keyof typeof OF_REPORTS)[];
/** Every function of the service. */
export const OPERATIONS = await allOperations();
export const ALL_NAMES = OPERATIONS.map(({ name }) => name as Name);

/** Formats that every function answers in; pictures and workbooks are of some. */
export const TEXT_FORMATS = (Object.keys(FORMATS) as Format[]).filter(
  (format): format is TextFormat => !isMedium(format),
);

/** Errors that were nobody's question's fault; every request checks that there are none. */
export const faults: unknown[] = [];
export const VERSION = "0.0.0-test";
export const app = createApp({
  ...dependencies,
  rasteriserFiles,
  asset: builtAsset,
  version: VERSION,
  report: (error) => faults.push(error),
});

/** What came back, its body parsed where it is JSON. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Any request; what comes back is proved against the published schema of its operation, or of a problem. */
export async function request(path: string, init: RequestInit = {}): Promise<Reply> {
  const response = await app.request(path, init);
  const { status, headers } = response;
  const text = await response.text();
  expect(faults.splice(0), `${path} is the question's fault, or an answer`).toEqual([]);
  expect(status, text).toBeLessThan(500);
  const type = headers.get("Content-Type") ?? "";
  const json: unknown = /json/.test(type) && text !== "" ? JSON.parse(text) : undefined;
  const [, name, suffix] = /^\/v1\/([a-z-]+)(?:\.(\w+))?(?:\?|$)/.exec(path) ?? [];
  if (status === 200 && name !== undefined && json !== undefined) {
    expect(type).toBe(FORMATS.json);
    PUBLISHED[name as Name].parse(json);
    saysOnlyWhatItCan(json, path);
  }
  if (suffix !== undefined && status === 200) expect(type).toBe(FORMATS[suffix as Format]);
  if (status >= 400) {
    expect(headers.get("Cache-Control")).toBe("no-store");
    if (suffix === "txt") expect(text).toMatch(/^#ONPACE: \S/);
    else if (suffix === "csv") expect(text).toMatch(/^"#ONPACE: \S.*"\r\n$/);
    else if (suffix === "xml") expect(text).toMatch(/^<onpace><error>#ONPACE: \S.*<\/error><\/onpace>$/);
    else if (text !== "") provesProblem(json, { status, type, path });
  }
  return { status, headers, text, json };
}

function provesProblem(json: unknown, reply: { status: number; type: string; path: string }): void {
  expect(reply.type).toBe("application/problem+json");
  const problem = Problem.parse(json);
  expect(problem.status).toBe(reply.status);
  expect(problem.instance).toBe(reply.path.split("?")[0]);
  expect(problem.errors.length).toBeGreaterThan(0);
  for (const { message } of problem.errors) expect(message).not.toBe("");
}

/** What cannot be said is absent: no null, and no number that JSON cannot carry, at any depth. */
function saysOnlyWhatItCan(value: unknown, path: string): void {
  expect(value, path).not.toBeNull();
  if (typeof value === "number") expect(Number.isFinite(value), path).toBe(true);
  if (typeof value === "string") expect(value, path).not.toMatch(/\b(?:undefined|NaN|Infinity)\b|\[object/);
  if (typeof value === "object")
    for (const [name, part] of Object.entries(value as object)) saysOnlyWhatItCan(part, `${path} ${name}`);
}

/** A question as query parameters; lists and objects travel as JSON. */
export function query(question: Question): string {
  const entries = Object.entries(question).filter(([, value]) => value !== undefined);
  return new URLSearchParams(
    entries.map(([name, value]): [string, string] => [
      name,
      typeof value === "object" ? JSON.stringify(value) : String(value),
    ]),
  ).toString();
}

export const get = (path: string, question: Question = {}, init: RequestInit = {}): Promise<Reply> => {
  const asked = query(question);
  return request(asked === "" ? path : `${path}?${asked}`, init);
};

export const post = (path: string, question: unknown, headers: Record<string, string> = {}): Promise<Reply> =>
  request(path, {
    method: "POST",
    body: typeof question === "string" ? question : JSON.stringify(question),
    headers: { "Content-Type": "application/json", ...headers },
  });

/** The answer of one operation; a refusal fails the test. */
export async function ask<N extends Name>(
  name: N,
  question: Question,
): Promise<z.infer<(typeof PUBLISHED)[N]>> {
  const { status, json, text } = await post(`/v1/${name}`, question);
  expect(status, text).toBe(200);
  return json as z.infer<(typeof PUBLISHED)[N]>;
}

/** The refusal of one operation; an answer fails the test. */
export async function refused(name: Name, question: unknown): Promise<ProblemBody> {
  const { status, json, text } = await post(`/v1/${name}`, question);
  expect(status, text).toBeGreaterThanOrEqual(400);
  return json as ProblemBody;
}

/** The one entry of a list with a name. */
export function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find((entry) => entry.name === name);
  expect(found, `${name} is not among ${list.map((entry) => entry.name).join(", ")}`).toBeDefined();
  return found as T;
}
