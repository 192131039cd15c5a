import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { version } from "../../package.json";
import { createApp } from "../../src/http/app.ts";
import { dependencies } from "../dependencies.ts";

/**
 * Every curl line of the README is asked of the app, and the block under it is what really came. With
 * `npm run readme` the blocks are written anew instead.
 */
const file = join(import.meta.dirname, "../../README.md");
const readme = readFileSync(file, "utf8");
const app = createApp({ ...dependencies, version });

/** The words of a command line as a shell would part them. */
function shellWords(command: string): readonly string[] {
  const words = command.replace(/\\\n/g, " ").match(/(?:[^\s"']+|"(?:\\.|[^"\\])*"|'[^']*')+/g) ?? [];
  return words.map((word) =>
    word.replace(/"((?:\\.|[^"\\])*)"|'([^']*)'/g, (_, double, single) =>
      double === undefined ? single : double.replace(/\\(.)/g, "$1"),
    ),
  );
}

/** The request that a curl line makes. */
function requestOf(command: string): Request {
  const words = [...shellWords(command)].slice(1);
  const url = new URL("http://localhost");
  const data: string[] = [];
  const headers = new Headers();
  let isGet = false;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === "-G" || word === "-sG") isGet = true;
    else if (word === "-s") continue;
    else if (word === "-d" || word === "--data-urlencode") {
      const value = words.shift() as string;
      const equals = value.indexOf("=");
      data.push(
        word === "-d" ? value : `${value.slice(0, equals)}=${encodeURIComponent(value.slice(equals + 1))}`,
      );
    } else if (word === "-H") {
      const [name, ...value] = (words.shift() as string).split(":");
      headers.set(name as string, value.join(":").trim());
    } else url.href = word.startsWith("http") ? word : `http://${word}`;
  }
  if (isGet || data.length === 0) {
    if (data.length > 0) url.search = data.join("&");
    return new Request(url, { headers });
  }
  return new Request(url, { method: "POST", body: data.join("&"), headers });
}

/** A curl block, and the block of its answer, if one follows. */
const EXAMPLE = /```sh\n(curl [\s\S]*?)\n```(?:\n\n```(text|json|csv|markdown)\n([\s\S]*?)\n```)?/g;
const examples = [...readme.matchAll(EXAMPLE)].map(([block, command, kind, shown]) => ({
  block: block as string,
  command: command as string,
  kind,
  shown,
}));

/** The part of a JSON answer that the README shows: the same keys and as many entries. */
function excerpt(answer: unknown, shown: unknown): unknown {
  if (Array.isArray(shown) && Array.isArray(answer))
    return shown.map((part, index) => excerpt(answer[index], part));
  if (typeof shown !== "object" || shown === null || typeof answer !== "object" || answer === null)
    return answer;
  return Object.fromEntries(
    Object.entries(shown).map(([key, part]) => [
      key,
      excerpt((answer as Record<string, unknown>)[key], part),
    ]),
  );
}

/** The answer as the README shows it. */
function shownOf(body: string, kind: string, shown: string): string {
  if (kind !== "json") return tidy(body);
  return JSON.stringify(excerpt(JSON.parse(body), JSON.parse(shown)), null, 2);
}

const tidy = (body: string): string => body.replaceAll("\r\n", "\n").trimEnd();

test("there is a tour", () => {
  expect(examples.length).toBeGreaterThanOrEqual(8);
});

test.each(examples)("$command", async ({ command, kind, shown }) => {
  const response = await app.request(requestOf(command));
  const body = await response.text();
  expect(response.status, body).toBe(200);
  if (kind !== undefined && !process.env.README_WRITE)
    expect(shownOf(body, kind, shown as string)).toBe(shown);
});

test.runIf(process.env.README_WRITE)("write the answers", async () => {
  let text = readme;
  for (const { block, command, kind, shown } of examples) {
    if (kind === undefined || shown === undefined) continue;
    const body = shownOf(await (await app.request(requestOf(command))).text(), kind, shown);
    const at = block.lastIndexOf(shown);
    text = text.replace(block, () => block.slice(0, at) + body + block.slice(at + shown.length));
  }
  writeFileSync(file, text);
});
