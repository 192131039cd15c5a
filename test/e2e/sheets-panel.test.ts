import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium, withoutChromium } from "./chromium.ts";
import { keepPicture } from "./kept-picture.ts";
import { functionsPage, PICTURE_FORMULA } from "./sheets-functions-page.ts";
import { AppsScript, dayIn, midnightOf, type Surroundings } from "./sheets-services.ts";
import type { Rows, Value } from "./sheets-spreadsheet.ts";

const service = inject("service");
const HANOI = "Asia/Ho_Chi_Minh";
/** As wide as Sheets makes the panel. */
const PANEL = { width: 300, height: 860 };
const FORMULA = '=ONPACE_RUNRATE(A2:A13; B2:B13; 980; ; ; ; "indicator=exports; unit=million USD")';
/** The page answers in its own time, and a busy machine takes many times that. */
const PATIENCE_MS = 90_000;
const eventually = <T>(read: () => Promise<T> | T) => expect.poll(read, { timeout: PATIENCE_MS });

const REPORTED = [71, 62, 80, 77, 83, 81, 88, 86];
const year: Rows = [
  ["Month", "Exports"],
  ...Array.from({ length: 12 }, (_, index): Value[] => [
    midnightOf(`2024-${String(index + 1).padStart(2, "0")}-01`, HANOI),
    REPORTED[index] ?? "",
  ]),
];

/** The words of the panel and what is written into its options. */
interface Asked {
  readonly more: string;
  readonly show: string;
  readonly options: string;
}

describe.skipIf(withoutChromium)("in the browser", () => {
  let script = "";
  let browser: Browser;
  const ends: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    script = await (await fetch(`${service}/sheets/onpace.gs`)).text();
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  afterAll(() => browser?.close());

  const open = (surroundings: Surroundings): AppsScript => {
    const sheet = new AppsScript(script, surroundings);
    ends.push(() => sheet.end());
    return sheet;
  };

  /** The panel as Sheets shows it: its page, with `google.script.run` calling the script, and no other way out. */
  async function shownPanel(sheet: AppsScript): Promise<{ readonly page: Page; readonly asked: string[] }> {
    sheet.call("onpaceShowPanel");
    const context = await browser.newContext({ viewport: PANEL, deviceScaleFactor: 1.4 });
    ends.push(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith("data:")) asked.push(request.url());
    });
    page.on("pageerror", (error) => asked.push(error.message));
    await page.exposeFunction("callScript", async (name: string, given: unknown[]) => {
      // The script holds up this thread: what the browser has to say of the click comes first.
      await new Promise((resolve) => setTimeout(resolve, 50));
      try {
        return { result: sheet.call(name, ...given) };
      } catch (error) {
        return { message: (error as Error).message };
      }
    });
    await page.addInitScript(RUNNER);
    await page.goto("about:blank");
    asked.length = 0;
    await page.setContent(sheet.dialogs.panel);
    return { page, asked };
  }

  /** Picks cells in the sheet and presses the button beside a field. */
  async function pick(sheet: AppsScript, page: Page, field: string, cells: string): Promise<void> {
    sheet.spreadsheet.active = sheet.spreadsheet.getRange(cells);
    await page.locator(`#field-${field} + button`).click();
    await eventually(() => page.locator(`#field-${field}`).inputValue()).toContain(cells);
  }

  /** Fills the form as for a year of exports against its plan, and asks. */
  async function askFor(sheet: AppsScript, page: Page, words: Asked): Promise<void> {
    await pick(sheet, page, "months", "A2:A13");
    await pick(sheet, page, "values", "B2:B13");
    await page.locator("#field-target").fill("980");
    await page.getByText(words.more, { exact: true }).click();
    await page.locator("#field-options").fill(words.options);
    await page.getByText(words.more, { exact: true }).click();
    await page.getByRole("button", { name: words.show }).click();
    await page.locator("#outlook").waitFor();
    await eventually(() => page.evaluate('document.getElementById("picture").naturalWidth')).toBe(600);
  }

  test("the panel shows the outlook of the selected ranges and puts formula and picture into the sheet", async () => {
    const sheet = open({ sheets: { Exports: year } });
    const { page, asked } = await shownPanel(sheet);
    await askFor(sheet, page, {
      more: "More",
      show: "Show the outlook",
      options: "indicator=exports; unit=million USD",
    });
    expect(await page.locator("#sentence").textContent()).toMatch(/first eight months of 2024/);
    expect(await page.locator("#probability").textContent()).toMatch(/^\d+%$/);
    sheet.spreadsheet.active = sheet.spreadsheet.getRange("D2");
    await page.getByRole("button", { name: "Insert in the current cell" }).click();
    await eventually(() => page.locator("#done").textContent()).toBe(`Inserted: ${FORMULA}`);
    expect(sheet.spreadsheet.getRange("D2").getFormula()).toBe(FORMULA);
    await page.getByRole("button", { name: "Insert the picture" }).click();
    await eventually(() => sheet.spreadsheet.getSheetByName("Exports")?.pictures.length).toBe(1);
    expect(asked).toEqual([]);
    await keepPicture("sheets-panel.png", await page.screenshot({ fullPage: true }));
  });

  test("the panel speaks Vietnamese in a Vietnamese sheet, and English when it is chosen there", async () => {
    const sheet = open({ sheets: { "Xuất khẩu": year }, locale: "vi_VN" });
    const { page, asked } = await shownPanel(sheet);
    await askFor(sheet, page, {
      more: "Thêm số liệu",
      show: "Xem dự báo",
      options: "indicator=xuất khẩu; unit=triệu USD",
    });
    expect(await page.locator("#sentence").textContent()).toMatch(/8 tháng đầu năm/);
    expect(await page.locator("html").getAttribute("lang")).toBe("vi");
    await keepPicture("sheets-panel-vi.png", await page.screenshot({ fullPage: true }));
    await page.getByRole("button", { name: "English" }).click();
    await eventually(() => page.locator("#sentence").textContent()).toMatch(/first eight months/);
    expect(sheet.properties.get("language")).toBe("en");
    expect(asked).toEqual([]);
  });

  test("what is wrong is said in the panel, and markup in a sheet's cells stays text", async () => {
    const name = "<img src=x onerror=alert(1)></script>";
    const sheet = open({ sheets: { [name]: year } });
    const { page, asked } = await shownPanel(sheet);
    await pick(sheet, page, "months", "A2:A13");
    await page.locator("#field-values").fill("<b>many</b>");
    await page.getByRole("button", { name: "Show the outlook" }).click();
    await eventually(() => page.locator("#problem").textContent()).toMatch(/values/);
    expect(await page.locator("#outlook").isVisible()).toBe(false);
    expect(await page.locator("#problem *").count()).toBe(0);
    expect(asked).toEqual([]);
  });

  test("a picture of the functions is drawn from their results", async () => {
    const sheet = open({ sheets: { Exports: year } });
    const page = await browser.newPage({ viewport: { width: 984, height: 600 }, deviceScaleFactor: 1.3 });
    page.setDefaultTimeout(PATIENCE_MS);
    ends.push(() => page.close());
    const address = sheet.workOut(PICTURE_FORMULA) as string;
    const picture = Buffer.from(await (await fetch(address)).arrayBuffer()).toString("base64");
    await page.setContent(
      functionsPage({
        data: sheet.spreadsheet.getRange("A1:B13").getValues(),
        monthOf: (date) => dayIn(date, HANOI).slice(0, 7),
        workOut: (formula) => sheet.workOut(formula),
        picture: `data:image/png;base64,${picture}`,
      }),
    );
    await page.waitForFunction(
      "[...document.images].every((image) => image.complete && image.naturalWidth > 0)",
    );
    await keepPicture("sheets-functions.png", await page.locator("main").screenshot());
  });
});

/** `google.script.run` as the page knows it. */
const RUNNER = `
window.google = { script: { get run() {
  const runner = (succeeded, failed) => new Proxy({}, { get: (_, name) => {
    if (name === "withSuccessHandler") return (handler) => runner(handler, failed);
    if (name === "withFailureHandler") return (handler) => runner(succeeded, handler);
    return (...given) => {
      window.callScript(name, given).then((told) =>
        "message" in told ? failed(new Error(told.message)) : succeeded(told.result));
    };
  } });
  return runner(() => {}, () => {});
} } };`;
