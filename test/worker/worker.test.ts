import { env, exports } from "cloudflare:workers";
import { describe, expect, inject, test } from "vitest";
import { version } from "../../package.json";
import { createApp, MAX_BODY } from "../../src/http/app.ts";
import { dependencies } from "../dependencies.ts";
import { FORMATS, QUESTIONS } from "./questions.ts";

const QUESTION = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: "over 290",
  shareOfTarget: "31.6%",
  growth: "21.26%",
  target: 920,
  priorFullYear: 860,
};
const host = "https://onpace.example";
const query = new URLSearchParams(Object.entries(QUESTION).map(([name, value]) => [name, String(value)]));
const worker = (exports as unknown as { readonly default: Fetcher }).default;
const fetch = (path: string, init: RequestInit = {}): Promise<Response> =>
  worker.fetch(new Request(`${host}${path}`, init));
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" },
  });

describe("the worker as it is deployed", () => {
  test.each(["outlook", "run-rate", "forecast", "attainment", "scenarios", "coherence"])(
    "/v1/%s answers GET and POST alike",
    async (name) => {
      const got = await fetch(`/v1/${name}?${query}`);
      expect(got.status).toBe(200);
      const posted = await post(`/v1/${name}`, QUESTION);
      expect(await posted.text()).toBe(await got.text());
    },
  );

  test("the runtime's own texts reach neither numbers nor bytes: the answer is that of any machine", async () => {
    // The same app in this runtime and, by test/http, in Node; both must give what the engine's arithmetic gives.
    const app = createApp({ ...dependencies, version });
    for (const format of FORMATS) {
      const here = await fetch(`/v1/outlook.${format}?${query}`);
      expect(await here.text()).toBe(await (await app.request(`/v1/outlook.${format}?${query}`)).text());
    }
  });

  // Every bit of the fits counts here: what two runtimes compute differently is enlarged until it shows.
  test.each(Object.entries(QUESTIONS))(
    "%s is answered as in Node, to the byte",
    async (name, { path, question }) => {
      for (const format of FORMATS) {
        const response = await post(`${path}.${format}`, question);
        expect(response.status).toBe(200);
        expect(await response.text()).toBe(inject("answersInNode")[name]?.[format]);
      }
    },
  );

  test("HEAD and OPTIONS are answered, with and without an Origin", async () => {
    const head = await fetch(`/v1/outlook?${query}`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    expect(head.headers.get("Content-Type")).toContain("application/json");
    for (const headers of [
      {},
      { Origin: "https://docs.google.com", "Access-Control-Request-Method": "GET" },
    ]) {
      const options = await fetch("/v1/outlook.csv", { method: "OPTIONS", headers });
      expect(options.status).toBe(204);
      expect(options.headers.get("Access-Control-Allow-Origin")).toBe("*");
    }
  });

  test("an answer is confirmed by its ETag", async () => {
    const first = await fetch(`/v1/outlook?${query}`);
    const again = await fetch(`/v1/outlook?${query}`, {
      headers: { "If-None-Match": first.headers.get("ETag") as string },
    });
    expect(again.status).toBe(304);
  });

  test.each([
    ["/nowhere", {}, 404],
    ["/v1/outlook", { method: "DELETE" }, 405],
    ["/v1/outlook?through=2024-13&ytd=290", {}, 400],
    ["/v1/forecast?through=2024-04&target=920", {}, 422],
    ["/v1/outlook", { method: "POST", body: "{" }, 400],
    ["/v1/outlook", { method: "POST", body: "x".repeat(MAX_BODY + 1) }, 413],
    [`/v1/outlook?indicator=${"x".repeat(9000)}`, {}, 414],
  ] as [string, RequestInit, number][])("%s %o is a problem of status %i", async (path, init, status) => {
    const response = await fetch(path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ status });
  });

  test("invalid UTF-8 in an address or a body is no fault of the service", async () => {
    expect((await fetch("/v1/outlook?through=2024-04&ytd=290&indicator=%FF%FE")).status).toBeLessThan(500);
    const response = await fetch("/v1/outlook", {
      method: "POST",
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    });
    expect(response.status).toBe(400);
  });

  test("health tells the version of the package", async () => {
    expect(await (await fetch("/health")).json()).toEqual({ status: "ok", version });
  });

  test("the documents page and the files that it asks for are served", async () => {
    const page = await (await fetch("/docs")).text();
    const files = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path as string);
    expect(files.length).toBeGreaterThan(0);
    const { ASSETS } = env as unknown as { readonly ASSETS: Fetcher };
    for (const file of files) expect((await ASSETS.fetch(`${host}${file}`)).status, file).toBe(200);
  });
});
