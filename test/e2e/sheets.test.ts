import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { buildSheets } from "../../src/integrations/sheets/build.ts";
import type { ShownOutlook } from "../../src/integrations/sheets/panel.ts";
import { busyServer } from "./sheets-http.ts";
import { AppsScript, midnightOf, type ShownMenu, type Surroundings } from "./sheets-services.ts";
import type { Rows, Value } from "./sheets-spreadsheet.ts";

const service = inject("service");
let script = "";
const opened: AppsScript[] = [];

beforeAll(async () => {
  script = await (await fetch(`${service}/sheets/onpace.gs`)).text();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.end()));
});

/** A spreadsheet with the script in it. */
function open(surroundings: Surroundings & { readonly server?: string } = {}): AppsScript {
  const sheet = new AppsScript(script, surroundings);
  if (surroundings.server) sheet.properties.set("server", surroundings.server);
  opened.push(sheet);
  return sheet;
}

/** What answers to the questions below have in common. */
interface Answer {
  readonly cells: readonly (readonly unknown[])[];
  readonly targets: readonly {
    readonly attainmentProbability: number;
    readonly requiredRunRate: { readonly perPeriod: number };
  }[];
  readonly forecast: {
    readonly median: number;
    readonly intervals: readonly { readonly lower: number; readonly upper: number }[];
  };
  readonly coherence: { readonly verdict: string };
  readonly scenarios: readonly { readonly fullYear: number }[];
}

async function posted(path: string, question: object): Promise<Answer> {
  const response = await fetch(service + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(question),
  });
  const answer = (await response.json()) as Answer;
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return answer;
}

/** What the service makes of a formula, asked without the script. */
const cellsOf = async (formula: string, given: readonly unknown[], more: object = {}): Promise<unknown> =>
  (await posted("/v1/formula", { formula, arguments: given, ...more })).cells;

const HANOI = "Asia/Ho_Chi_Minh";
const REPORTED = [71, 62, 80, 77, 83, 81, 88, 86];
const DAYS = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, "0")}-01`);

/** A year of exports as people keep it: dates in the first column, blanks for months to come. */
const year = (timeZone = HANOI): Rows => [
  ["Month", "Exports"],
  ...DAYS.map((day, index): Value[] => [midnightOf(day, timeZone), REPORTED[index] ?? ""]),
];
const MONTHS_SENT = DAYS.map((day) => [day]);
const VALUES_SENT = DAYS.map((_, index) => [REPORTED[index] ?? null]);
const REPORT = "A2:A13; B2:B13; 1050";

describe("the files", () => {
  test("the script is served as it was built, with the address of the server in it", () => {
    const folder = mkdtempSync(join(tmpdir(), "onpace-sheets-"));
    buildSheets(folder);
    const built = readFileSync(join(folder, "onpace.gs"), "utf8");
    rmSync(folder, { recursive: true });
    expect(script).toBe(built.replaceAll("__ONPACE_SERVER__", service));
  });
});

describe("functions over columns", () => {
  const functions = SHEET_FUNCTIONS.filter(({ name }) => name !== "ONPACE_EXTRACT").map(({ name }) => name);

  test.each(functions)("%s answers as the service does when it is asked directly", async (name) => {
    const sheet = open({ sheets: { Data: year() } });
    const result = sheet.workOut(`=${name}(${REPORT})`);
    const cells = await cellsOf(name, [MONTHS_SENT, VALUES_SENT, 1050]);
    const expected = JSON.parse(JSON.stringify(cells).replaceAll('"/v1/', `"${service}/v1/`));
    const isOne = expected.length === 1 && expected[0].length === 1;
    expect(result).toEqual(isOne ? expected[0][0] : expected);
    expect(sheet.requests).toHaveLength(1);
  });

  test.each([HANOI, "Pacific/Auckland", "Asia/Kolkata", "America/Los_Angeles", "Etc/UTC"])(
    "the first of a month in %s is of that month",
    (timeZone) => {
      const sheet = open({ sheets: { Data: year(timeZone) }, timeZone });
      sheet.workOut(`=ONPACE_RUNRATE(${REPORT})`);
      const [sent] = JSON.parse(sheet.requests[0]?.body ?? "").arguments;
      expect(sent).toEqual(MONTHS_SENT);
    },
  );

  test("whole columns are sent as far as something is written in them", () => {
    const sheet = open({ sheets: { Data: year() } });
    const whole = sheet.workOut("=ONPACE_RUNRATE(A2:A; B2:B; 1050)");
    expect(whole).toBe(open({ sheets: { Data: year() } }).workOut(`=ONPACE_RUNRATE(${REPORT})`));
    expect(JSON.parse(sheet.requests[0]?.body ?? "").arguments[1]).toEqual(VALUES_SENT);
  });
});

describe("functions over single cells", () => {
  const question = {
    through: "2024-04",
    ytd: "over 290",
    shareOfTarget: "31.6%",
    growth: "21.26%",
    priorFullYear: 860,
  };
  const row: Rows = [[midnightOf("2024-04-01", HANOI), "over 290", "", "31.6%", "21.26%", 860]];
  const REPORT_CELLS = "A1; B1; C1; D1; E1; F1";
  const asked = (formula: string) => open({ sheets: { Data: row } }).workOut(`=${formula}(${REPORT_CELLS})`);

  test("the run rate is the one of /v1/run-rate", async () => {
    const { targets } = await posted("/v1/run-rate", question);
    expect(asked("ONPACE_RUNRATE")).toBe(targets[0]?.requiredRunRate.perPeriod);
  });

  test("the probability is the one of /v1/attainment", async () => {
    const { targets } = await posted("/v1/attainment", question);
    expect(asked("ONPACE_PROBABILITY")).toBe(targets[0]?.attainmentProbability);
  });

  test("the forecast is the one of /v1/forecast, from the median outwards", async () => {
    const { forecast } = await posted("/v1/forecast", { ...question, levels: [0.8, 0.95] });
    const bounds = forecast.intervals.flatMap(({ lower, upper }) => [lower, upper]);
    expect(asked("ONPACE_FORECAST")).toEqual([[forecast.median, ...bounds]]);
  });

  test("the check is the one of /v1/coherence", async () => {
    const { coherence } = await posted("/v1/coherence", question);
    expect((asked("ONPACE_CHECK") as unknown[][])[0]?.[0]).toBe(coherence.verdict);
  });

  test("every scenario of /v1/scenarios has a row below the header", async () => {
    const { scenarios } = await posted("/v1/scenarios", question);
    const cells = asked("ONPACE_SCENARIOS") as unknown[][];
    expect(cells).toHaveLength(scenarios.length + 1);
    expect(cells.slice(1).map((each) => each[1])).toEqual(scenarios.map(({ fullYear }) => fullYear));
  });

  test("the address of a picture is one that =IMAGE can load", async () => {
    const sheet = open({ sheets: { Data: row } });
    const address = sheet.workOut(`=IMAGE(ONPACE_PICTURE(${REPORT_CELLS}; "picture=sparkline; size=cell"))`);
    expect(address).toMatch(new RegExp(`^${service}/v1/outlook\\.png\\?`));
    const response = await fetch(address as string);
    expect(response.headers.get("Content-Type")).toBe("image/png");
  });

  test("a text becomes rows of figures", () => {
    const text =
      "Exports of Kien Giang reached US$290 million in the first four months of 2024, 31.6% of the plan.";
    const sheet = open({ sheets: { Data: [[text]] } });
    const cells = sheet.workOut("=ONPACE_EXTRACT(A1)") as unknown[][];
    expect(cells.length).toBeGreaterThan(1);
    expect(cells.flat()).toContain(290);
  });

  test("figures and months as they are written in Vietnamese are read, and answered in Vietnamese", () => {
    const cells: Rows = [["tháng 4/2024", "hơn 290", "", "31,6%", "21,26%", 860]];
    const sheet = open({ sheets: { Data: cells }, locale: "vi_VN" });
    expect(sheet.workOut(`=ONPACE_RUNRATE(${REPORT_CELLS})`)).toBe(asked("ONPACE_RUNRATE"));
    const sentence = sheet.workOut(`=ONPACE_OUTLOOK(${REPORT_CELLS}; "field=sentence")`);
    expect(sentence).toMatch(/kế hoạch/);
  });
});

describe("the cache", () => {
  test("the same question makes no second request, in the same cell or another", () => {
    const sheet = open({ sheets: { Data: year() } });
    const first = sheet.workOut(`=ONPACE_FORECAST(${REPORT})`);
    expect(sheet.workOut("=ONPACE_FORECAST($A$2:$A$13; B2:B13; 1050)")).toEqual(first);
    expect(sheet.requests).toHaveLength(1);
    sheet.workOut("=ONPACE_FORECAST(A2:A13; B2:B13; 1060)");
    expect(sheet.requests).toHaveLength(2);
  });

  test("problems are not kept", () => {
    const sheet = open();
    for (const attempt of [1, 2]) {
      expect(() => sheet.workOut('=ONPACE_RUNRATE("2024-04"; "many")')).toThrow(/values/);
      expect(sheet.requests).toHaveLength(attempt);
    }
  });

  test("'Refresh all' forgets the answers and works every formula out again, and no text that looks like one", () => {
    const sheet = open({ sheets: { Data: [...year(), ["", "", "=ONPACE_RUNRATE(a text)"]] } });
    const data = sheet.spreadsheet.getSheetByName("Data");
    data?.getRange("D2").setFormula(`=ONPACE_RUNRATE(${REPORT})`);
    data?.getRange("D3").setFormula("=SUM(B2:B13)");
    sheet.workOut(`=ONPACE_RUNRATE(${REPORT})`);
    sheet.spreadsheet.workedOut.length = 0;
    sheet.call("onpaceRefreshAll");
    expect(sheet.spreadsheet.workedOut).toEqual([
      `D2 =ONPACEAGAIN_RUNRATE(${REPORT})`,
      `D2 =ONPACE_RUNRATE(${REPORT})`,
    ]);
    sheet.workOut(`=ONPACE_RUNRATE(${REPORT})`);
    expect(sheet.requests).toHaveLength(2);
  });

  test("settings are read from the properties once, not for every cell", () => {
    const sheet = open({ sheets: { Data: year() } });
    sheet.workOut(`=ONPACE_RUNRATE(${REPORT})`);
    sheet.properties.set("server", "http://127.0.0.1:1");
    expect(() => sheet.workOut(`=ONPACE_FORECAST(${REPORT})`)).not.toThrow();
  });
});

describe("a service in trouble", () => {
  const formula = '=ONPACE_RUNRATE("2024-04"; 290; 920)';

  test.each([
    [503, undefined],
    [429, "2"],
    [502, undefined],
  ])("is asked again after %d, Retry-After %s, until it answers", async (status, retryAfter) => {
    const trouble = { status, ...(retryAfter && { retryAfter }) };
    const busy = await busyServer(service, { first: [trouble, trouble] });
    const sheet = open({ server: busy.address });
    expect(sheet.workOut(formula)).toBe(78.75);
    expect(sheet.requests).toHaveLength(3);
    expect(sheet.slept).toHaveLength(2);
    const least = retryAfter ? [2000, 2000] : [500, 1000];
    sheet.slept.forEach((slept, index) => {
      expect(slept).toBeGreaterThanOrEqual(least[index] as number);
    });
    await busy.end();
  });

  test("is given up before the time of a custom function is over, and the cell says what to do", async () => {
    const busy = await busyServer(service, { first: Array.from({ length: 20 }, () => ({ status: 503 })) });
    const sheet = open({ server: busy.address });
    expect(() => sheet.workOut(formula)).toThrow(
      "the service is busy (HTTP 503); choose Onpace > Refresh all",
    );
    expect(sheet.requests).toHaveLength(5);
    expect(sheet.slept.reduce((sum, each) => sum + each, 0)).toBeLessThan(22_000);
    await busy.end();
  });

  test("that asks for more time than there is, is not waited for", async () => {
    const busy = await busyServer(service, { first: [{ status: 429, retryAfter: "60" }] });
    const sheet = open({ server: busy.address });
    expect(() => sheet.workOut(formula)).toThrow("busy (HTTP 429)");
    expect(sheet.slept).toEqual([]);
    await busy.end();
  });

  test("whose place something else takes, such as a page to sign in, is said to be no Onpace", async () => {
    const other = await busyServer(service, { first: [{ status: 200 }] });
    expect(() => open({ server: other.address }).workOut(formula)).toThrow(
      `${other.address} does not answer as Onpace does`,
    );
    await other.end();
  });

  test("that is not there is named, in the language of the sheet", () => {
    const server = "http://127.0.0.1:1";
    expect(() => open({ server }).workOut(formula)).toThrow(`${server} cannot be reached`);
    expect(() => open({ server, locale: "vi_VN" }).workOut(formula)).toThrow(
      `không kết nối được tới ${server}`,
    );
  });

  test("a server that is another one is told by its refusal", () => {
    expect(() => open({ server: `${service}/docs` }).workOut(formula)).toThrow(/nothing is at this address/);
  });
});

describe("what is wrong in a cell", () => {
  test.each([
    ['=ONPACE_RUNRATE("2024-04"; "many"; 920)', /^values: .+/],
    ['=ONPACE_RUNRATE("2024-13"; 290; 920)', /^months: .+/],
    ['=ONPACE_RUNRATE("2024-04"; 290; "soon")', /^target: .+/],
    ['=ONPACE_PROBABILITY("2024-04"; 290; 920; ; ; ; "colour=red")', /^options: .+/],
    ["=ONPACE_EXTRACT()", /^text: .+/],
  ])("%s says %s", (formula, message) => {
    expect(() => open().workOut(formula)).toThrow(message);
  });
});

const HEADER = ["Month", "Year to date", "Target", "Share", "Growth", "Last year"];
/** Reports of places below each other, as a department lists them. */
const table: Rows = [
  HEADER,
  [midnightOf("2024-04-01", HANOI), 290, 920, "", "", ""],
  ["2024-05", "over 120", "", "31.6%", "12%", ""],
  ["", "", "", "", "", ""],
  ["2024-05", "many", 500, "", "", ""],
];

describe("filling a range", () => {
  const select = (sheet: AppsScript, cells: string) => {
    sheet.spreadsheet.active = sheet.spreadsheet.getRange(cells);
  };

  test("writes an answer beside every row, all by one request", () => {
    const sheet = open({ sheets: { Data: table } });
    select(sheet, "A1:F20");
    sheet.call("onpaceFillRUNRATE");
    expect(sheet.requests).toHaveLength(1);
    const [header, first, second, blank, bad] = sheet.spreadsheet.getRange("G1:G5").getValues().flat();
    expect([header, first, blank]).toEqual(["ONPACE_RUNRATE", 78.75, ""]);
    expect(second).toBeGreaterThan(0);
    expect(bad).toMatch(/^#ONPACE: values: /);
    expect(sheet.spreadsheet.getRange("G6").getValues()).toEqual([[""]]);
  });

  test("functions that give a row write it across, on new columns where the sheet ends", () => {
    const sheet = open({ sheets: { Data: table } });
    const data = sheet.spreadsheet.getSheetByName("Data");
    if (data) data.columns = 6;
    select(sheet, "A2:F3");
    sheet.call("onpaceFillFORECAST");
    const rows = sheet.spreadsheet.getRange("G2:K3").getValues();
    for (const [median = 0, low = 0, high = 0, least = 0, most = 0] of rows as number[][]) {
      expect(low).toBeLessThan(median);
      expect(median).toBeLessThan(high);
      expect(least).toBeLessThanOrEqual(low);
      expect(most).toBeGreaterThanOrEqual(high);
    }
  });

  test("beside a header stand the names of the columns, and a header may have numbers in it", () => {
    const sheet = open({
      sheets: {
        Data: [
          ["Month", "Exports of 2024", "Plan 2024"],
          ["2024-04", 290, 920],
        ],
      },
    });
    select(sheet, "A1:C2");
    sheet.call("onpaceFillFORECAST");
    expect(sheet.requests).toHaveLength(1);
    expect(sheet.spreadsheet.getRange("D1:H1").getValues()).toEqual([
      ["Forecast of the full year", "80% low", "80% high", "95% low", "95% high"],
    ]);
  });

  test("asks before it writes over something, and leaves it when the answer is no", () => {
    const sheet = open({ sheets: { Data: [["2024-04", 290, 920, "mine"]] } });
    select(sheet, "A1:C1");
    sheet.dialogs.answers.push("NO", "YES");
    sheet.call("onpaceFillRUNRATE");
    expect(sheet.spreadsheet.getRange("D1").getValues()).toEqual([["mine"]]);
    sheet.call("onpaceFillRUNRATE");
    expect(sheet.spreadsheet.getRange("D1").getValues()).toEqual([[78.75]]);
    expect(sheet.dialogs.said).toEqual([
      "D1 is not empty. Write over it?",
      "D1 is not empty. Write over it?",
    ]);
  });

  test("more rows than one request may have are split, and equal rows are asked once", () => {
    const rows = Array.from({ length: 1100 }, (_, index): Value[] => ["2024-04", 290, 900 + (index % 1050)]);
    const sheet = open({ sheets: { Data: rows } });
    select(sheet, "A1:C1100");
    sheet.call("onpaceFillRUNRATE");
    const lines = sheet.requests.map(({ body = "" }) => body.trim().split("\n").length);
    expect(lines).toEqual([500, 500, 50]);
    const written = sheet.spreadsheet.getRange("D1:D1100").getValues().flat();
    expect(written).toEqual(rows.map(([, , target]) => Math.max(0, (Number(target) - 290) / 8)));
  });

  test("a selection that is no table says how to select one", () => {
    const sheet = open({ sheets: { Data: table }, locale: "vi_VN" });
    select(sheet, "A1");
    sheet.call("onpaceFillCHECK");
    select(sheet, "A1:J5");
    sheet.call("onpaceFillCHECK");
    expect(sheet.dialogs.said).toEqual([expect.stringMatching(/^Trước hết/), "Chỉ chọn tối đa 7 cột."]);
    select(sheet, "A30:F40");
    sheet.call("onpaceFillCHECK");
    expect(sheet.requests).toEqual([]);
  });
});

const leaves = (menu: ShownMenu): (readonly [string, string])[] =>
  menu.items.flatMap((item) => ("items" in item ? leaves(item) : [item]));

describe("the menu", () => {
  test("every item calls a function that is there, once it is opened", () => {
    const sheet = open();
    sheet.call("onOpen");
    const [menu] = sheet.dialogs.menus;
    expect(menu?.caption).toBe("Onpace");
    const items = menu ? leaves(menu) : [];
    expect(items.map(([label]) => label)).toEqual([
      "Side panel",
      "Insert example",
      "ONPACE_RUNRATE: What each remaining month must bring to reach the annual target.",
      "ONPACE_FORECAST: Where the year is likely to end, with its 80% and 95% intervals.",
      "ONPACE_PROBABILITY: The probability of reaching the annual target.",
      "ONPACE_CHECK: Do the reported figures agree with each other?",
      "Refresh all",
      "English",
      "Tiếng Việt",
      "Server address…",
    ]);
    for (const [, called] of items) expect(() => sheet.call(called), called).not.toThrow();
  });

  test("another language is kept, shown in the menu and used by the functions", () => {
    const sheet = open({ sheets: { Data: year() } });
    sheet.call("onpaceVietnamese");
    expect(sheet.properties.get("language")).toBe("vi");
    expect(sheet.dialogs.menus.at(-1)?.items[0]).toEqual(["Bảng bên", "onpaceShowPanel"]);
    expect(sheet.workOut(`=ONPACE_OUTLOOK(${REPORT}; ; ; ; "field=sentence")`)).toMatch(/8 tháng đầu năm/);
    sheet.call("onpaceEnglish");
    expect(sheet.workOut(`=ONPACE_OUTLOOK(${REPORT}; ; ; ; "field=sentence")`)).toMatch(/first eight months/);
  });

  test("another address is kept when Onpace answers there, and not otherwise", () => {
    const sheet = open();
    const before = sheet.properties.get("server");
    sheet.dialogs.answers.push("what?", "http://127.0.0.1:1", service.replace("http://", "HTTP://"));
    sheet.call("onpaceChooseServer");
    sheet.call("onpaceChooseServer");
    expect(sheet.properties.get("server")).toBe(before);
    sheet.call("onpaceChooseServer");
    expect(sheet.properties.get("server")?.toLowerCase()).toBe(service);
    sheet.call("onpaceChooseServer");
    expect(sheet.dialogs.said).toHaveLength(6);
    expect(sheet.dialogs.said[1]).toMatch(/^This is not an address/);
    expect(sheet.dialogs.said[3]).toMatch(/^http:\/\/127\.0\.0\.1:1 does not answer as Onpace does/);
  });

  test.each([
    ["en_US", "Onpace example"],
    ["vi_VN", "Ví dụ Onpace"],
  ])("the example in %s is a sheet of its own whose formulas all have results", (locale, name) => {
    const sheet = open({ locale });
    sheet.call("onpaceInsertExample");
    sheet.call("onpaceInsertExample");
    expect(sheet.spreadsheet.sheets.map((each) => each.name)).toEqual(["Sheet1", name, `${name} 2`]);
    const formulas = sheet.spreadsheet.workedOut.map((each) => each.slice(each.indexOf("=")));
    const own = formulas.filter((formula) => formula.includes("ONPACE_")).slice(0, 6);
    expect(own).toHaveLength(6);
    for (const formula of own) expect(() => sheet.workOut(formula), formula).not.toThrow();
  });
});

describe("the side panel's functions", () => {
  const FIELDS = ["'Data'!A2:A13", "'Data'!B2:B13", "1050", "", "", "", ""];

  test("the selection is named so that any sheet's name will do", () => {
    const sheet = open({ sheets: { "It's 2024": year() } });
    sheet.spreadsheet.active = sheet.spreadsheet.getRange("A2:A13");
    const named = sheet.call("onpaceSelectedRange") as string;
    expect(named).toBe("'It''s 2024'!A2:A13");
    expect(sheet.spreadsheet.getRange(named).getValues()).toHaveLength(12);
  });

  test("the outlook is the sentence, the probability and a picture, by one batch and one picture", async () => {
    const sheet = open({ sheets: { Data: year() } });
    const shown = sheet.call("onpaceOutlook", FIELDS) as ShownOutlook;
    const [[sentence]] = (await cellsOf("ONPACE_OUTLOOK", [
      MONTHS_SENT,
      VALUES_SENT,
      "1050",
      null,
      null,
      null,
      "field=sentence",
    ])) as [[string]];
    expect(shown.sentence).toBe(sentence);
    const [[probability]] = (await cellsOf("ONPACE_PROBABILITY", [MONTHS_SENT, VALUES_SENT, "1050"])) as [
      [number],
    ];
    expect(shown.probability).toBe(probability);
    expect(shown.picture).toMatch(/^data:image\/png;base64,iVBOR/);
    expect(sheet.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  test("without a target there is no probability, and the rest is shown", () => {
    const sheet = open({ sheets: { Data: year() } });
    const shown = sheet.call("onpaceOutlook", FIELDS.with(2, "")) as ShownOutlook;
    expect(shown.probability).toBeUndefined();
    expect(shown.sentence).not.toBe("");
    expect(shown.picture).toBeDefined();
  });

  test("what is wrong with the fields is said", () => {
    const sheet = open({ sheets: { Data: year() } });
    expect(() => sheet.call("onpaceOutlook", FIELDS.with(1, "many"))).toThrow(/values/);
    expect(() => sheet.call("onpaceOutlook", FIELDS.with(1, "Gone!A1:A3"))).toThrow(/Gone!A1:A3/);
  });

  test("the formula is put into the current cell, and has a result there", () => {
    const sheet = open({ sheets: { Data: year() } });
    sheet.spreadsheet.active = sheet.spreadsheet.getRange("D5:E9");
    const formula = sheet.call("onpaceInsertFormula", "ONPACE_RUNRATE", FIELDS.with(5, "31.5")) as string;
    expect(formula).toBe('=ONPACE_RUNRATE(A2:A13; B2:B13; 1050; ; ; "31.5")');
    expect(sheet.spreadsheet.getRange("D5").getFormula()).toBe(formula);
    expect(sheet.workOut(sheet.call("onpaceInsertFormula", "ONPACE_RUNRATE", FIELDS) as string)).toEqual(
      expect.any(Number),
    );
  });

  test("the picture is put over the sheet, of a size that Sheets takes", () => {
    const sheet = open({ sheets: { Data: year() } });
    sheet.spreadsheet.active = sheet.spreadsheet.getRange("D5");
    sheet.call("onpaceInsertPicture", FIELDS.with(6, "theme=dark"));
    const [picture] = sheet.spreadsheet.getSheetByName("Data")?.pictures ?? [];
    expect(picture).toMatchObject({ column: 4, row: 5, size: [1200, 750], shown: [600, 375] });
    expect(sheet.requests.at(-1)?.url).toContain("th=dark");
  });
});
