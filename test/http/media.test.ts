import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { flatQuestion } from "../../src/http/flat-question.ts";
import { type Bytes, RecentMedia } from "../../src/http/recent-media.ts";
import { PICTURES_OF } from "../../src/presentation/pictures/index.ts";
import { dependencies } from "../dependencies.ts";
import { rasteriserFiles } from "../presentation/pictures/rasteriser-files.ts";
import { app, OPERATIONS, type ProblemBody, request } from "./ask.ts";

const EXAMPLES = new Map(OPERATIONS.map(({ name, example }) => [name, example]));
const addressOf = (name: string, format: string, more: Readonly<Record<string, string>> = {}) =>
  `/v1/${name}.${format}?${new URLSearchParams({ ...flatQuestion(EXAMPLES.get(name) ?? {}), ...more })}`;
const bytesAt = async (path: string, init?: RequestInit) => {
  const response = await app.request(path, init);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
};
const isPng = (bytes: Uint8Array) => [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte);
const kinds = Object.entries(PICTURES_OF).flatMap(([name, pictures]) =>
  pictures.map((picture) => [name, picture] as const),
);

describe("pictures", () => {
  test.each(kinds)("/v1/%s draws %s, in vectors and in pixels", async (name, picture) => {
    const vectors = await request(addressOf(name, "svg", { picture }));
    expect(vectors.status, vectors.text).toBe(200);
    expect(vectors.text).toMatch(/^<svg [^>]*role="img"/);
    expect(vectors.text).toMatch(/<title[^>]*>[^<]+<\/title>.*<desc[^>]*>[^<]+<\/desc>/s);
    expect(vectors.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    const pixels = await bytesAt(addressOf(name, "png", { picture, size: "cell", scale: "1" }));
    expect(pixels.headers.get("Content-Type")).toBe("image/png");
    expect(isPng(pixels.bytes)).toBe(true);
  });

  test("the same by GET, by POST and by Accept", async () => {
    const got = await request(addressOf("outlook", "svg", { theme: "dark" }));
    const body = JSON.stringify(EXAMPLES.get("outlook"));
    const posted = await request("/v1/outlook.svg?theme=dark", { method: "POST", body });
    const accepted = await request(addressOf("outlook", "json", { theme: "dark" }).replace(".json", ""), {
      headers: { Accept: "image/svg+xml" },
    });
    expect(posted.text).toBe(got.text);
    expect(accepted.text).toBe(got.text);
    expect(accepted.headers.get("Vary")).toContain("Accept");
  });

  test("short names draw the same", async () => {
    const long = await request(
      addressOf("outlook", "svg", { picture: "gauge", theme: "dark", width: "400" }),
    );
    const query = new URLSearchParams(addressOf("outlook", "svg").split("?")[1]);
    const short = await request(`/v1/outlook.svg?${query}&p=gauge&th=dark&w=400`);
    expect(short.text).toBe(long.text);
  });

  test("have an entity tag, and a known one is not sent again", async () => {
    const address = addressOf("attainment", "png");
    const first = await bytesAt(address);
    const tag = first.headers.get("ETag") as string;
    expect(tag).toMatch(/^W\/"/);
    expect(first.headers.get("Cache-Control")).toContain("max-age");
    const again = await bytesAt(address, { headers: { "If-None-Match": tag } });
    expect(again.status).toBe(304);
    expect(again.bytes).toHaveLength(0);
    expect((await bytesAt(`${address}&_=7`)).headers.get("ETag")).toBe(tag);
  });

  test("are in the language of the question", async () => {
    const { text } = await request(addressOf("outlook", "svg", { lang: "vi" }));
    expect(text).toContain("Dự báo");
    expect(text).toContain('lang="vi"');
  });

  test("a function without one says which have", async () => {
    const { status, json } = await request(addressOf("coherence", "png"));
    expect(status).toBe(422);
    expect((json as ProblemBody).errors[0]).toMatchObject({ path: "picture" });
    expect((json as ProblemBody).errors[0]?.hint).toContain("outlook");
  });

  test("what is asked wrongly is told all at once", async () => {
    const { status, json } = await request(
      addressOf("outlook", "svg", { picture: "pie", theme: "neon", width: "9", scale: "x" }),
    );
    expect(status).toBe(400);
    expect((json as ProblemBody).errors.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["picture", "theme", "width", "scale"]),
    );
  });

  test("a question without an answer is a picture of its problem in a cell", async () => {
    const refused = await bytesAt("/v1/outlook.png?through=2024-04");
    expect(refused.status).toBe(422);
    const shown = await bytesAt("/v1/outlook.png?through=2024-04&errors=cell");
    expect(shown.status).toBe(200);
    expect(isPng(shown.bytes)).toBe(true);
    expect(shown.headers.get("Cache-Control")).toBe("no-store");
    const { text } = await request("/v1/outlook.svg?through=2024-04&errors=cell");
    expect(text).toContain("#ONPACE");
  });

  test("hostile names are text", async () => {
    const hostile = { indicator: '<script>alert("1")</script>', geography: "A&B ]]>" };
    const { text } = await request(addressOf("outlook", "svg", hostile));
    expect(text).not.toContain("<script");
  });
});

describe("workbooks", () => {
  test.each([...EXAMPLES.keys()])("/v1/%s has one", async (name) => {
    const { status, headers, bytes } = await bytesAt(addressOf(name, "xlsx"));
    expect(status).toBe(200);
    expect(headers.get("Content-Disposition")).toBe(`inline; filename="onpace-${name}.xlsx"`);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets[0]?.rows.length).toBeGreaterThan(0);
  });

  test("numbers are read with the decimal sign of the question, and written as numbers", async () => {
    const question = "name=An+Giang&date=2026-04&figures=Kien+Giang:+1.290,5;An+Giang:+410,25&lang=vi";
    const { bytes } = await bytesAt(`/v1/places.xlsx?${question}`);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.flat()).toContain(1700.75);
  });
});

describe("what was made before", () => {
  const SVG = addressOf("outlook", "svg");

  test("is kept where the platform keeps it, and asked for there first", async () => {
    const kept = new Map<string, Bytes>();
    const keep = {
      get: async (address: string) => kept.get(address),
      put: (address: string, body: Bytes) => void kept.set(address, body),
    };
    const first = await createApp({ ...dependencies, rasteriserFiles, keep }).request(SVG);
    expect(kept.size).toBe(1);
    const [address] = kept.keys();
    kept.set(address as string, new TextEncoder().encode("kept") as Bytes);
    const second = await createApp({ ...dependencies, rasteriserFiles, keep }).request(SVG);
    expect(await first.text()).toMatch(/^<svg/);
    expect(await second.text()).toBe("kept");
  });

  test("is made again where the platform cannot be asked", async () => {
    const keep = { get: () => Promise.reject(new Error("out of order")), put: () => undefined };
    const response = await createApp({ ...dependencies, keep }).request(SVG);
    expect(await response.text()).toMatch(/^<svg/);
  });

  test("is let go when it is too much, the oldest first", async () => {
    const media = new RecentMedia(undefined);
    let made = 0;
    const ask = (address: string) =>
      media.of(address, async () => {
        made += 1;
        return new Uint8Array(3_000_000);
      });
    for (const address of ["a", "b", "a", "c", "a"]) await ask(address);
    expect(made).toBe(3);
    await ask("b");
    expect(made).toBe(4);
  });

  test("a refusal is not kept", async () => {
    const media = new RecentMedia(undefined);
    await expect(media.of("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await media.of("a", async () => new Uint8Array(1))).body).toHaveLength(1);
  });
});
