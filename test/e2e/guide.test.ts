import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { launchChromium, withoutChromium } from "./chromium.ts";

const service = inject("service");
const PAGES = [
  { lang: "en", path: "/spreadsheets", separator: ", " },
  { lang: "vi", path: "/spreadsheets/vi", separator: "; " },
] as const;
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

async function pageAt(path: string): Promise<string> {
  const response = await fetch(`${service}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

/** What a pattern finds in a page, by its first group. */
const found = (page: string, pattern: RegExp): readonly string[] => [
  ...new Set([...page.matchAll(pattern)].map(([, text = ""]) => unescaped(text))),
];

/** The addresses that do not answer, with their status. */
async function refusedOf(addresses: readonly string[]): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const address of addresses) {
    const response = await fetch(address);
    await response.arrayBuffer();
    if (!response.ok) refused.push(`${response.status} ${address}`);
  }
  return refused;
}

describe.each(PAGES)("the guide in $lang", ({ lang, path, separator }) => {
  test("every link and every picture answers", async () => {
    const page = await pageAt(path);
    const told = found(page, /(?:href|src|srcset)="([^"#][^"]*)"/g).filter(
      (each) => !each.startsWith("data:"),
    );
    expect(told.length).toBeGreaterThan(20);
    expect(await refusedOf(told.map((each) => new URL(each, `${service}${path}`).href))).toEqual([]);
    for (const anchor of found(page, /href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  test("every address in a formula answers what its function takes", async () => {
    const formulas = found(await pageAt(path), /<pre>(.*?)<\/pre>/gs).filter((each) => each.includes("/v1/"));
    // Where two spreadsheets write alike, their formulas are the same.
    expect(formulas.length).toBeGreaterThanOrEqual(3);
    for (const formula of formulas) {
      const address = /"(https?:[^"]+)"/.exec(formula)?.[1] ?? "";
      expect(address.startsWith(`${service}/v1/`), formula).toBe(true);
      const response = await fetch(address);
      expect(response.status, formula).toBe(200);
      if (formula.startsWith("=IMAGE(")) expect(response.headers.get("content-type")).toBe("image/png");
      else expect(await response.text(), formula).toMatch(/^0\.\d+$/);
    }
  });

  test.each(SHEET_FUNCTIONS)("$name is told with its arguments, its result and a picture", async (each) => {
    const section =
      (await pageAt(path)).split(`<section id="${each.name}">`)[1]?.split("</section>")[0] ?? "";
    const names = each.arguments.map(({ name, optional }) => (optional ? `[${name}]` : name));
    const text = unescaped(section);
    expect(text).toContain(`${each.name}(${names.join(separator)})`);
    expect(text).toContain(each.description[lang]);
    for (const { description } of each.arguments) expect(text).toContain(description[lang]);
    expect(text).toContain(each.resultDescription[lang]);
    expect(found(section, /<img src="([^"]+)"/g)).toHaveLength(1);
  });

  test("every picture says what it shows", async () => {
    const shown = [...(await pageAt(path)).matchAll(/<img [^>]*?alt="([^"]*)"/g)].map(([, alt = ""]) => alt);
    expect(shown.length).toBeGreaterThan(SHEET_FUNCTIONS.length + 5);
    for (const alt of shown) expect(alt.length).toBeGreaterThan(30);
  });
});

describe.skipIf(withoutChromium)("the guide in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  test.each(
    PAGES.flatMap(({ path }) =>
      [PHONE, DESK].flatMap((viewport) =>
        (["light", "dark"] as const).map((colorScheme) => ({ path, viewport, colorScheme })),
      ),
    ),
  )(
    "$path at $viewport.width pixels, $colorScheme: nothing is broken or wider than the screen",
    async ({ path, ...look }) => {
      const page = await browser.newPage(look);
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("requestfailed", (request) => complaints.push(request.url()));
      await page.goto(`${service}${path}`);
      await page.evaluate("for (const image of document.images) image.loading = 'eager'");
      await page.waitForFunction("[...document.images].every((image) => image.complete)");
      expect(
        await page.evaluate(
          "[...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.currentSrc)",
        ),
      ).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(
        look.viewport.width,
      );
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
