import type { Browser } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { launchChromium, withoutChromium } from "./chromium.ts";
import { calculated, drawnGrid, type Sheet } from "./excel-grid.ts";
import { type AddIn, type Call, openAddIn, PATIENCE_MS } from "./excel-host.ts";
import { keepPicture } from "./kept-picture.ts";

const service = inject("service");
let browser: Browser;
let addIn: AddIn;

/** January 2026 and the months after it, as Excel hands dates over. */
const SERIALS = [46023, 46054, 46082, 46113, 46143, 46174, 46204, 46235, 46266, 46296, 46327, 46357];
const months = SERIALS.map((serial) => [serial]);
const values = (blank: unknown) =>
  SERIALS.map((_, index) => [[61.2, 52.4, 78.9, 97.5, 84.3][index] ?? blank]);
const cell = (value: unknown) => [[value]];

function call(name: string, ranges: Call["ranges"], others: Partial<Call> = {}): Call {
  const count = SHEET_FUNCTIONS.find((each) => each.name === name)?.arguments.length ?? 0;
  return { name, count, ranges, ...others };
}

/** The cells that the service itself gives, without the add-in. */
async function cellsOf(formula: string, given: readonly unknown[]): Promise<unknown[][]> {
  const response = await fetch(`${service}/v1/formula`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ formula, arguments: given }),
  });
  expect(response.status).toBe(200);
  return ((await response.json()) as { cells: unknown[][] }).cells;
}

describe.skipIf(withoutChromium)("the Excel add-in", () => {
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    addIn = await openAddIn(browser, service);
    return async () => {
      await addIn.page.close();
      expect(addIn.strays, "hosts that nobody should ask").toEqual([]);
    };
  });

  test("associates every function of the metadata", async () => {
    const metadata = (await (await fetch(`${service}/excel/functions.json`)).json()) as {
      functions: readonly { id: string; helpUrl: string }[];
    };
    expect(await addIn.page.evaluate("Object.keys(host.functions)")).toEqual(
      metadata.functions.map(({ id }) => id),
    );
    for (const { helpUrl } of metadata.functions) expect(helpUrl).toBe(`${service}/spreadsheets`);
  });

  const ONE_MONTH = ["2026-04", 290, 920, "31.6%", "21.26%", 860, "unit=million USD"];
  test.each(SHEET_FUNCTIONS.filter(({ arguments: list }) => list.length > 2).map(({ name }) => name))(
    "%s answers one month and a column of months as the service does",
    async (name) => {
      const [month, column] = await addIn.calculate([
        call(name, ONE_MONTH.map(cell)),
        call(name, [months, values(null), cell(1000), null, null, cell(905)]),
      ]);
      const given = [months, values(null), 1000, null, null, 905];
      const expected = [await cellsOf(name, ONE_MONTH), await cellsOf(name, given)];
      const withServer = (cells: unknown[][]) =>
        cells.map((row) =>
          row.map((each) => (typeof each === "string" && each.startsWith("/v1/") ? service + each : each)),
        );
      expect([month?.cells, column?.cells]).toEqual(expected.map(withServer));
      expect(month?.cells?.flat().length).toBeGreaterThan(0);
    },
  );

  test("ONPACE_EXTRACT reads a text", async () => {
    const text =
      "In the first four months of 2026, exports of Bac Ninh reached US$290 million, up 21.26% from a year earlier.";
    const [read] = await addIn.calculate([call("ONPACE_EXTRACT", [cell(text)])]);
    expect(read?.cells).toEqual(await cellsOf("ONPACE_EXTRACT", [text]));
    expect(read?.cells?.flat()).toContain(290);
  });

  test("blanks are blanks, whichever way this Excel tells them", async () => {
    const expected = await cellsOf("ONPACE_FORECAST", [months, values(null), 1000]);
    for (const blank of [null, "", { type: "Empty", basicType: "Empty", basicValue: "" }]) {
      const [told] = await addIn.calculate([
        call("ONPACE_FORECAST", [months, values(blank), cell(1000), cell(blank)]),
      ]);
      expect(told?.cells).toEqual(expected);
    }
  });

  test("zeros of an older Excel are told from blanks by the cells themselves", async () => {
    const types = values(0).map(([value]) => [value === 0 ? "Empty" : "Double"]);
    await addIn.page.evaluate(`host.types["B2:B13"] = ${JSON.stringify(types)}`);
    const addresses = ["Sheet1!A2:A13", "Sheet1!B2:B13", "Sheet1!B15"];
    const [told] = await addIn.calculate([
      call("ONPACE_FORECAST", [months, values(0), cell(1000)], { addresses }),
    ]);
    expect(told?.cells).toEqual(await cellsOf("ONPACE_FORECAST", [months, values(null), 1000]));
  });

  test("fifty cells are one request, the same cells again none, and equal ones one question", async () => {
    const calls = Array.from({ length: 50 }, (_, index) =>
      call("ONPACE_RUNRATE", [cell("2026-04"), cell(200 + Math.floor(index / 2)), cell(920)]),
    );
    const first = await addIn.calculate(calls);
    expect(first.every(({ cells }) => typeof cells?.[0]?.[0] === "number")).toBe(true);
    expect(first[48]?.cells).toEqual([[(920 - 224) / 8]]);
    expect(addIn.batches).toHaveLength(1);
    expect(addIn.batches[0]?.postData()?.split("\n")).toHaveLength(25);
    expect(await addIn.calculate(calls)).toEqual(first);
    expect(addIn.batches).toHaveLength(1);
  });

  test("a service that is busy is asked again after a while", async () => {
    const refusals = [503, 429];
    await addIn.page.route("**/v1/batch*", (route) => {
      const status = refusals.shift();
      return status ? route.fulfill({ status, headers: { "Retry-After": "1" } }) : route.continue();
    });
    const [told] = await addIn.calculate([call("ONPACE_RUNRATE", [cell("2026-04"), cell(290), cell(920)])]);
    expect(told?.cells).toEqual([[78.75]]);
    expect(addIn.batches).toHaveLength(3);
  });

  test("a cancelled calculation ends its request", async () => {
    await addIn.page.route("**/v1/batch*", () => undefined);
    const sent = addIn.page.waitForRequest("**/v1/batch*");
    const failed = addIn.page.waitForEvent("requestfailed");
    const calculation = addIn.calculate([call("ONPACE_RUNRATE", [cell("2026-04"), cell(290), cell(920)])]);
    await sent;
    await addIn.page.evaluate("host.cancel()");
    const [told] = await calculation;
    expect(told).toEqual({ code: "#N/A", message: "the calculation was cancelled" });
    expect((await failed).failure()?.errorText).toContain("ERR_ABORTED");
  });

  test("a wrong argument is #VALUE! with its name and what to write, beside cells that are right", async () => {
    const [wrong, right] = await addIn.calculate([
      call("ONPACE_PROBABILITY", [cell("2026-04"), cell("a lot"), cell(920)]),
      call("ONPACE_PROBABILITY", [cell("2026-04"), cell(290), cell(920)]),
    ]);
    expect(wrong?.code).toBe("#VALUE!");
    expect(wrong?.message).toMatch(/^values: .+; .+/);
    expect(right?.cells?.[0]?.[0]).toEqual(expect.any(Number));
    expect(addIn.batches).toHaveLength(1);
  });

  test("in a browser without Excel it says what it is", async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
    await page.goto(`${service}/excel/taskpane.html`);
    await page.waitForFunction("document.getElementById('message').textContent !== ''");
    expect(await page.textContent("#message")).toContain("Load the manifest into Excel");
    expect(errors).toEqual([]);
    await page.close();
  });

  describe("the pane", () => {
    const press = async (id: string) => {
      await addIn.page.click(`#${id}`);
      await addIn.page.waitForFunction("document.getElementById('message').textContent !== ''");
      return addIn.page.textContent("#message");
    };

    test("recalculates everything anew", async () => {
      const calls = [call("ONPACE_RUNRATE", [cell("2026-04"), cell(290), cell(920)])];
      await addIn.calculate(calls);
      expect(await press("recalculate")).toBe("Recalculated.");
      expect(await addIn.page.evaluate("host.calculations")).toBe(1);
      await addIn.calculate(calls);
      expect(addIn.batches).toHaveLength(2);
    });

    test("speaks Vietnamese when it is told to, and so do the formulas; the next opening remembers", async () => {
      await addIn.page.selectOption("#language", "vi");
      await addIn.page.waitForFunction("host.calculations === 1");
      expect(await addIn.page.textContent("#recalculate")).toBe("Tính lại");
      const [told] = await addIn.calculate([call("ONPACE_OUTLOOK", [cell("2026-04"), cell(290), cell(920)])]);
      expect(told?.cells).toEqual(
        await cellsOf("ONPACE_OUTLOOK", ["2026-04", 290, 920, null, null, null, "lang=vi"]),
      );
      expect(JSON.stringify(told?.cells)).toContain("kế hoạch");
      await addIn.page.reload();
      await addIn.page.waitForFunction("Object.keys(host.functions).length > 0");
      expect(await addIn.page.getAttribute("html", "lang")).toBe("vi");
      expect(await addIn.page.inputValue("#language")).toBe("vi");
    });

    test("asks another server only where that is one", async () => {
      expect(await addIn.page.inputValue("#server")).toBe(service);
      const enter = async (server: string) => {
        await addIn.page.fill("#server", server);
        await addIn.page.dispatchEvent("#server", "change");
        return addIn.page.textContent("#message");
      };
      for (const bad of ["javascript:alert(1)", "http://example.com", "https://a b", "https://x/path"])
        expect(await enter(bad)).toContain("https://");
      expect(addIn.batches).toHaveLength(0);
      await enter("");
      await addIn.page.waitForFunction("host.calculations === 1");
      expect(await addIn.page.inputValue("#server")).toBe(service);
    });

    test("puts the picture of the selected cell into the sheet, with its words", async () => {
      expect(await press("picture")).toContain("no picture's address");
      const [address] = await addIn.calculate([
        call("ONPACE_PICTURE", [cell("2026-04"), cell(290), cell(920), null, cell("21.26%")]),
      ]);
      await addIn.page.evaluate(`host.selected = ${JSON.stringify(address?.cells?.[0]?.[0])}`);
      await addIn.page.click("#picture");
      await addIn.page.waitForFunction("host.images[0]?.altTextDescription");
      const [image] =
        await addIn.page.evaluate<{ base64: string; left: number; altTextDescription: string }[]>(
          "host.images",
        );
      const bytes = Buffer.from(image?.base64 ?? "", "base64");
      expect(bytes.subarray(1, 4).toString()).toBe("PNG");
      expect(bytes.readUInt32BE(16)).toBeGreaterThan(300);
      expect(image).toMatchObject({ left: 100, altTextDescription: expect.stringMatching(/290/) });
    });

    test("writes an example whose formulas all calculate, none over another", async () => {
      expect(await press("example")).toBe("The example is in a new sheet.");
      const [, sheet] = await addIn.page.evaluate<Sheet[]>("host.sheets");
      if (!sheet) throw new Error("no sheet was added");
      expect(sheet.isActive).toBe(true);
      const grid = await calculated(sheet, addIn.calculate);
      expect(grid.formulas.length).toBe(5);
      expect(grid.formulas.filter(({ result }) => result.length === 0)).toEqual([]);
      expect(grid.collisions).toEqual([]);
      expect(addIn.batches).toHaveLength(1);
      await keepPicture("excel-functions.png", await drawnGrid(browser, grid));
    });

    test("stands in the guide", async () => {
      await keepPicture("excel-pane.png", await addIn.page.screenshot());
    });
  });
});
