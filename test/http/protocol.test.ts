import { describe, expect, test } from "vitest";
import { createApp, MAX_BODY, MAX_URL } from "../../src/http/app.ts";
import { FORMATS } from "../../src/http/format.ts";
import { knowledge } from "../../src/knowledge.ts";
import { dependencies } from "../dependencies.ts";
import { ALL_NAMES, app, get, NAMES, post, query, request } from "./ask.ts";
import { QUESTIONS } from "./questions.ts";

const question = QUESTIONS["exports with plan, growth and last year"] ?? {};
const address = `/v1/outlook?${query(question)}`;

describe("what would be noticed too late", () => {
  test.each(["gzip", "br, gzip"])("a body in %s is refused, and why", async (encoding) => {
    for (const path of ["/v1/run-rate", "/v1/batch", "/v1/extract"]) {
      const response = await app.request(path, {
        method: "POST",
        body: new Uint8Array([0x1f, 0x8b, 8, 0]),
        headers: { "Content-Encoding": encoding },
      });
      expect(response.status).toBe(415);
      expect(response.headers.get("Accept-Encoding")).toBe("identity");
      expect(await response.json()).toMatchObject({ detail: "the body is compressed" });
    }
  });

  test("a body that says it is not compressed is read", async () => {
    const body = JSON.stringify(question);
    const headers = { "Content-Encoding": "identity" };
    expect((await app.request("/v1/outlook", { method: "POST", body, headers })).status).toBe(200);
  });

  test("a form of errors that is not known is refused before there is an error", async () => {
    const { status, text } = await request(`${address.replace("?", ".txt?")}&errors=cells`);
    expect(status).toBe(400);
    expect(text).toBe("#ONPACE: errors: there is no such form of errors; write errors=cell, or leave it out");
    for (const errors of ["errors=", "errors=cell", "e=cell"])
      expect((await request(`${address}&${errors}`)).status).toBe(200);
  });
});

describe("caching", () => {
  test("an answer to GET says how long it may be kept and has an ETag", async () => {
    const { headers } = await request(address);
    expect(headers.get("Cache-Control")).toMatch(/^public, max-age=\d+/);
    expect(headers.get("ETag")).toMatch(/^(W\/)?"\S+"$/);
  });

  test("asked again with its ETag, it answers 304 and no body", async () => {
    const { headers } = await request(address);
    const again = await request(address, { headers: { "If-None-Match": headers.get("ETag") as string } });
    expect(again.status).toBe(304);
    expect(again.text).toBe("");
    expect(again.headers.get("ETag")).toBe(headers.get("ETag"));
    const other = await request(address, { headers: { "If-None-Match": '"other"' } });
    expect(other.status).toBe(200);
  });

  test("another question or another form has another ETag", async () => {
    const tags = await Promise.all(
      [
        address,
        `${address}&lang=vi&decimal=point`,
        address.replace("?", ".csv?"),
        address.replace("290", "291"),
      ].map(async (each) => (await request(each)).headers.get("ETag")),
    );
    expect(new Set(tags).size).toBe(tags.length);
  });

  test("an answer to POST and a refusal are not kept", async () => {
    expect((await post("/v1/outlook", question)).headers.get("Cache-Control") ?? "no-store").toBe("no-store");
    expect((await get("/v1/outlook", { through: "2024-13" })).headers.get("Cache-Control")).toBe("no-store");
    expect((await request("/nowhere")).headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("what spreadsheets and browsers send", () => {
  test.each(NAMES)("HEAD /v1/%s has the headers of GET and no body", async (name) => {
    const path = `/v1/${name}?${query(question)}`;
    const head = await request(path, { method: "HEAD" });
    const got = await request(path);
    expect(head.status).toBe(200);
    expect(head.text).toBe("");
    for (const header of ["Content-Type", "Cache-Control", "Vary", "Access-Control-Allow-Origin"])
      expect(head.headers.get(header), header).toBe(got.headers.get(header));
  });

  // LibreOffice sends it once or twice before each GET: it tells the type, and asks neither the engine nor the clock.
  test("HEAD works nothing out: no ETag, no time, and nothing about the question", async () => {
    for (const name of ALL_NAMES)
      for (const [suffix, type] of Object.entries(FORMATS)) {
        const { status, headers, text } = await request(`/v1/${name}.${suffix}?ytd=nonsense`, {
          method: "HEAD",
        });
        expect(status).toBe(200);
        expect(text).toBe("");
        expect(headers.get("Content-Type")).toBe(type);
        expect(headers.get("ETag")).toBeNull();
        expect(headers.get("Server-Timing")).toBeNull();
      }
    expect((await request("/v1/nothing", { method: "HEAD" })).status).toBe(404);
    const named = await request("/v1/outlook?ytd=x", { method: "HEAD", headers: { Accept: "text/csv" } });
    expect(named.headers.get("Content-Type")).toBe(FORMATS.csv);
    expect(named.headers.get("Vary")).toBe("Accept");
  });

  test.each(["/", "/health", "/openapi.json", "/docs", "/v1/outlook.csv", "/v1/outlook"])(
    "OPTIONS %s without an Origin tells the methods, for a day",
    async (path) => {
      const { status, headers, text } = await request(path, { method: "OPTIONS" });
      expect(status).toBe(204);
      expect(text).toBe("");
      expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
      expect(headers.get("Access-Control-Allow-Methods")).toContain("POST");
      expect(headers.get("Access-Control-Max-Age")).toBe("86400");
    },
  );

  test("a preflight from any origin is allowed", async () => {
    const { status, headers } = await request("/v1/outlook", {
      method: "OPTIONS",
      headers: {
        Origin: "https://example.org",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Allow-Headers")?.toLowerCase()).toContain("content-type");
  });

  test("every answer and refusal may be read from any origin, with the headers that tell", async () => {
    const origin = { headers: { Origin: "https://example.org" } };
    for (const path of [address, "/v1/outlook", "/nowhere", "/health"]) {
      const { headers } = await request(path, origin);
      expect(headers.get("Access-Control-Allow-Origin"), path).toBe("*");
      expect(headers.get("Access-Control-Expose-Headers"), path).toContain("ETag");
    }
  });

  test("a cache-busting parameter is not a field", async () => {
    const { text } = await request(`${address}&_=1714`);
    expect(text).toBe((await request(address)).text);
  });

  test("an empty cell is a figure that is not known", async () => {
    const { text } = await get("/v1/outlook", { through: "2024-04", ytd: 290, growth: "", priorYtd: " " });
    expect(text).toBe((await get("/v1/outlook", { through: "2024-04", ytd: 290 })).text);
    expect((await post("/v1/outlook", { through: "2024-04", ytd: 290, growth: null })).text).toBe(text);
  });
});

describe("Server-Timing", () => {
  test("tells what the engine took", async () => {
    let clock = 0;
    const ticking = createApp({
      ...dependencies,
      now: () => {
        clock += 1.25;
        return clock;
      },
    });
    const response = await ticking.request(address);
    expect(response.headers.get("Server-Timing")).toBe("engine;dur=1.25");
  });

  test("leaves the body alone: a question depends on no clock", async () => {
    const late = createApp({ ...dependencies, now: () => 1e12 });
    expect(await (await late.request(address)).text()).toBe((await request(address)).text);
  });
});

describe("addresses and methods", () => {
  test.each([
    "/nowhere",
    "/v1",
    "/v1/",
    "/v1/outlok",
    "/v1/outlook.pdf",
    "/v1/outlook.json.csv.pdf",
    "/docs/problems/nothing",
    "/docs/problems/__proto__",
    "/docs/problems/constructor",
    "/%00",
    "/v1/%E0%A4%A",
  ])("%s is a 404 problem", async (path) => {
    const { status, json } = await request(path);
    expect(status).toBe(404);
    expect(json).toMatchObject({ type: "/docs/problems/notFound", instance: path });
  });

  test("a slash at the end changes nothing", async () => {
    const question = "?through=2024-04&ytd=290&target=920";
    expect((await request(`/v1/run-rate/${question}`)).text).toBe(
      (await request(`/v1/run-rate${question}`)).text,
    );
    expect((await request("/docs/")).status).toBe(200);
  });

  test.each(["PUT", "PATCH", "DELETE"])("%s is a 405 problem that tells the methods", async (method) => {
    for (const name of ALL_NAMES) {
      const { status, headers, json } = await request(`/v1/${name}`, { method });
      expect(status).toBe(405);
      expect(headers.get("Allow")).toContain("POST");
      expect(json).toMatchObject({ type: "/docs/problems/methodNotAllowed" });
    }
  });

  test("an address that is too long is a 414 problem", async () => {
    const { status, json } = await request(
      `/v1/outlook?through=2024-04&ytd=290&indicator=${"x".repeat(MAX_URL)}`,
    );
    expect(status).toBe(414);
    expect(json).toMatchObject({ type: "/docs/problems/urlTooLong" });
  });

  test("a body that is too large is a 413 problem, told or streamed", async () => {
    const body = JSON.stringify({ ...question, indicator: "x".repeat(MAX_BODY) });
    expect((await post("/v1/outlook", body)).status).toBe(413);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const streamed = await request("/v1/outlook", {
      method: "POST",
      body: stream,
      duplex: "half",
    } as RequestInit);
    expect(streamed.status).toBe(413);
  });

  test("a fault is reported and answered with a fixed text", async () => {
    const reported: unknown[] = [];
    const broken = createApp({
      ...dependencies,
      knowledge: { ...knowledge, priors: {} as never },
      report: (error) => reported.push(error),
    });
    const response = await broken.request("/v1/outlook?through=2024-04&ytd=123456789");
    expect(response.status).toBe(500);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(reported).toHaveLength(1);
    const text = await response.text();
    expect(text).not.toContain("123456789");
    expect(text).not.toMatch(/undefined|at \w|TypeError/);
    expect(JSON.parse(text)).toMatchObject({ type: "/docs/problems/internal", status: 500 });
    const cell = await broken.request("/v1/outlook.txt?through=2024-04&ytd=290&errors=cell");
    expect(await cell.text()).toMatch(/^#ONPACE: /);
  });

  test("an app without a clock's help still answers", async () => {
    expect((await app.request(address)).status).toBe(200);
  });
});
