import type { TestProject } from "vitest/node";
import packageJson from "../../package.json" with { type: "json" };
import { createApp } from "../../src/http/app.ts";
import { dependencies } from "../dependencies.ts";
import { FORMATS, QUESTIONS } from "./questions.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly answersInNode: Readonly<Record<string, Readonly<Record<string, string>>>>;
  }
}

/** What the app answers in Node, for the tests that run in workerd to compare with. */
export default async function answerInNode({ provide }: TestProject): Promise<void> {
  const { version } = packageJson;
  const app = createApp({ ...dependencies, version });
  const answers: Record<string, Record<string, string>> = {};
  for (const [name, { path, question }] of Object.entries(QUESTIONS)) {
    const inFormats: Record<string, string> = {};
    for (const format of FORMATS) {
      const body = JSON.stringify(question);
      const headers = { "Content-Type": "application/json" };
      const response = await app.request(`${path}.${format}`, { method: "POST", body, headers });
      inFormats[format] = await response.text();
    }
    answers[name] = inFormats;
  }
  provide("answersInNode", answers);
}
