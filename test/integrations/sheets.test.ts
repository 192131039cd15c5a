import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_QUESTIONS as MOST_ANSWERED } from "../../src/http/batch.ts";
import { MAX_BATCH, MAX_LINE } from "../../src/http/batch-lines.ts";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { batchesOf, MAX_QUESTIONS } from "../../src/integrations/sheets/batches.ts";
import { buildSheets } from "../../src/integrations/sheets/build.ts";
import { argumentsOf } from "../../src/integrations/sheets/cells.ts";
import { formulaText, isRange, rangeText } from "../../src/integrations/sheets/formula-text.ts";
import { optionsWith } from "../../src/integrations/sheets/options.ts";
import { isPassing, waitAfter } from "../../src/integrations/sheets/patience.ts";
import { problemText } from "../../src/integrations/sheets/problem-text.ts";
import { languageOf, serverAddress } from "../../src/integrations/sheets/settings.ts";
import { WORDS } from "../../src/integrations/sheets/words.ts";

const day = (date: Date): string => date.toISOString().slice(0, 10);

describe("arguments as they are sent", () => {
  test("dates are texts, blanks are null, numbers, texts and booleans stay", () => {
    const given = [[[new Date("2024-04-01T00:00:00Z"), ""]], "31,6%", 0, true, ["a", 1]];
    expect(argumentsOf(given, day)).toEqual([[["2024-04-01"]], "31,6%", 0, true, [["a"], [1]]]);
  });

  test("arguments left out at the end are dropped, those between stay as blanks", () => {
    expect(argumentsOf([1, 2, "", 0.3, "", undefined, undefined], day)).toEqual([1, 2, null, 0.3]);
    expect(argumentsOf(["", ""], day)).toEqual([]);
  });

  test("ranges of one height lose their blank rows together, so that values stay beside their months", () => {
    const months = [["2024-01"], ["2024-02"], ["2024-03"], [""], [""]];
    const values = [[68], [""], [""], [""], [""]];
    expect(argumentsOf([months, values], day)).toEqual([
      [["2024-01"], ["2024-02"], ["2024-03"]],
      [[68], [null], [null]],
    ]);
  });

  test("ranges of one width lose their blank columns together", () => {
    const months = [["2024-01", "2024-02", "2024-03", ""]];
    const values = [
      [68, "", "", ""],
      [61, 62, "", ""],
    ];
    expect(argumentsOf([months, values], day)).toEqual([
      [["2024-01", "2024-02", "2024-03"]],
      [
        [68, null, null],
        [61, 62, null],
      ],
    ]);
  });

  test("a whole blank range stays one blank cell", () => {
    expect(argumentsOf([[[""], [""]], 5], day)).toEqual([[[null]], 5]);
  });

  test("a date of another realm is a date, a thing that is no cell is its text", () => {
    const foreign: unknown = new Script("new Date(Date.UTC(2024, 3, 30))").runInNewContext();
    expect(argumentsOf([foreign, 10n], day)).toEqual(["2024-04-30", "10"]);
  });
});

describe("patience", () => {
  const at = { now: 1_000_000, end: 1_022_000, chance: 0 };

  test("waits double, and chance adds up to half", () => {
    expect([1, 2, 3, 4].map((attempts) => waitAfter({ ...at, attempts }))).toEqual([500, 1000, 2000, 4000]);
    expect(waitAfter({ ...at, attempts: 2, chance: 1 })).toBe(1500);
  });

  test("what the server asks for is the least, in seconds or as a date", () => {
    expect(waitAfter({ ...at, attempts: 1, retryAfter: "7" })).toBe(7000);
    const date = new Date(at.now + 9000).toUTCString();
    expect(waitAfter({ ...at, attempts: 1, retryAfter: date })).toBe(9000);
  });

  test.each(["soon", "", "-5", "NaN", "Infinity"])(
    "a header %j that says nothing is ignored",
    (retryAfter) => {
      expect(waitAfter({ ...at, attempts: 1, retryAfter })).toBe(500);
    },
  );

  test("no attempt is left after five, nor one that would come too late", () => {
    expect(waitAfter({ ...at, attempts: 5 })).toBeUndefined();
    expect(waitAfter({ ...at, attempts: 1, retryAfter: "22" })).toBeUndefined();
    expect(waitAfter({ ...at, attempts: 1, retryAfter: "21" })).toBe(21_000);
  });

  test("only what passes is asked again", () => {
    expect([429, 500, 502, 503, 504, 522].every(isPassing)).toBe(true);
    expect([200, 304, 400, 404, 413, 422, 501].some(isPassing)).toBe(false);
  });
});

describe("batches", () => {
  test("the limits are within those of the service", () => {
    expect(MAX_QUESTIONS).toBeLessThanOrEqual(MOST_ANSWERED);
    const [batch = []] = batchesOf(Array.from({ length: 400 }, () => "ệ".repeat(MAX_LINE / 100)));
    expect(Buffer.byteLength(batch.join("\n"))).toBeLessThan(MAX_BATCH);
  });

  test("lines stay in order, and each batch is within the limits", () => {
    const lines = Array.from({ length: 1234 }, (_, index) => String(index));
    const batches = batchesOf(lines);
    expect(batches.map(({ length }) => length)).toEqual([500, 500, 234]);
    expect(batches.flat()).toEqual(lines);
  });

  test("long lines go in batches of their own", () => {
    const long = "x".repeat(600_000);
    expect(batchesOf([long, long, "y", "z"])).toEqual([[long], [long, "y", "z"]]);
    expect(batchesOf(["x".repeat(2_000_000), "y"]).map(({ length }) => length)).toEqual([1, 1]);
    expect(batchesOf([])).toEqual([]);
  });
});

describe("what is written into cells", () => {
  test.each(["A2", "$A$2:$A$13", "A:A", "Data!B2:B13", "'Xuất khẩu 2024'!B2:B13", "'it''s'!A1"])(
    "%s names cells",
    (text) => expect(isRange(text)).toBe(true),
  );
  test.each([
    "",
    "920",
    "31.6%",
    "2024-04",
    "plan: 920; ambition: 1000",
    "tháng 4/2024",
    "exports",
    "A2)+1",
    "A1:B2:C3",
  ])("%j is a value", (text) => expect(isRange(text)).toBe(false));

  test("formulas part arguments by semicolons, quote what is typed and leave out the sheet they stand in", () => {
    const fields = [rangeText("Data", "A2:A13"), rangeText("It's", "B2:B13"), 'plan: "a"', "", "8,5%", ""];
    expect(formulaText("ONPACE_CHECK", fields, "Data")).toBe(
      `=ONPACE_CHECK(A2:A13; 'It''s'!B2:B13; "plan: ""a"""; ; "8,5%")`,
    );
    expect(formulaText("ONPACE_CHECK", ["", ""], "Data")).toBe("=ONPACE_CHECK()");
  });

  test("problems are one line with every argument that is wrong", () => {
    const errors = [{ path: "values", message: "no number", hint: "write 290" }, { message: "too few" }];
    expect(problemText({ errors })).toBe("values: no number; write 290 | too few");
    expect(problemText({ detail: "d", title: "t" })).toBe("d");
    expect(problemText({ title: "t" })).toBe("t");
    expect(problemText({})).toBe("unexpected error");
  });
});

describe("options", () => {
  test("of a text with a semicolon in a value keep that value whole", () => {
    const given = "target=plan: 920; ambition: 1000; field=median ; width=10";
    expect(optionsWith(given, { width: 300 })).toBe("target=plan: 920; ambition: 1000; width=300");
  });
  test("nothing given leaves what is set", () => {
    expect(optionsWith("", { field: "sentence" })).toBe("field=sentence");
    expect(optionsWith(undefined, {})).toBe("");
  });
  test("cells with a text each are one text", () => {
    expect(optionsWith([["unit=tấn"], [""], ["lang=vi"]], { scale: 2 })).toBe("unit=tấn; lang=vi; scale=2");
  });
});

describe("settings", () => {
  test.each([
    ["https://onpace.example", "https://onpace.example"],
    [" onpace.example// ", "https://onpace.example"],
    ["http://10.0.0.7:8787/", "http://10.0.0.7:8787"],
    ["", undefined],
    ["javascript:alert(1)", undefined],
    ["https://onpace.example/v1", undefined],
    ["https://user@onpace.example", undefined],
    ["ftp://onpace.example", undefined],
  ])("the address %j is taken as %j", (written, address) => expect(serverAddress(written)).toBe(address));

  test("the language follows the locale", () => {
    expect(["vi_VN", "vi", "VI-vn"].map(languageOf)).toEqual(["vi", "vi", "vi"]);
    expect(["en_US", "de", "vec", ""].map(languageOf)).toEqual(["en", "en", "en", "en"]);
  });
});

describe("words", () => {
  test("every argument of a function has a label in both languages", () => {
    const names = SHEET_FUNCTIONS.filter((each) => each.arguments.length > 2)
      .flatMap((each) => each.arguments)
      .map(({ name }) => name);
    for (const { panelPage } of Object.values(WORDS))
      for (const name of names) expect(panelPage.labels[name], name).toEqual(expect.any(String));
  });
});

describe("the built files", () => {
  const folder = mkdtempSync(join(tmpdir(), "onpace-sheets-"));
  let script = "";
  beforeAll(() => {
    buildSheets(folder);
    script = readFileSync(join(folder, "onpace.gs"), "utf8");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(SHEET_FUNCTIONS.map((each) => [each.name, each] as const))(
    "%s is a global declaration with its help",
    (name, { description, arguments: taken, resultDescription }) => {
      const names = taken.map((each) => each.name);
      const declared = script.indexOf(`\nfunction ${name}(${names.join(", ")}) {`);
      expect(declared).toBeGreaterThan(0);
      const comment = script.slice(script.lastIndexOf("/**", declared), declared);
      // What Sheets shows: the description, of which it makes one paragraph, and each parameter by its plain name.
      const told = /^\/\*\*\n \* (.+)\n \*\n/.exec(comment)?.[1];
      expect(told).toBe(`${description.en} ${resultDescription.en} ${description.vi}`);
      const documented = [...comment.matchAll(/@param \{\*\} (\S+) (Optional\. )?/g)];
      expect(documented.map(([, parameter, optional]) => [parameter, optional !== undefined])).toEqual(
        taken.map((each) => [each.name, each.optional]),
      );
      expect(comment).toContain("@return");
      expect(comment).toContain("@customfunction");
    },
  );

  test("the script is one that Apps Script takes: no modules, no optional chaining, no private fields", () => {
    expect(() => new Script(script)).not.toThrow();
    const bundle = script.slice(script.indexOf("var Onpace"));
    const code =
      bundle.slice(0, bundle.indexOf("var panel_default")) + bundle.slice(bundle.indexOf("</html>"));
    expect(code).not.toMatch(/^\s*(?:import|export)\b/m);
    expect(code).not.toMatch(/\?\.[a-z[(]|\?\?|\bthis\.#|\bawait\b/);
  });

  test("the header says what it is, its licence and where it is from", () => {
    const header = script.slice(0, script.indexOf("*/"));
    expect(header).toMatch(/Onpace \d+\.\d+\.\d+ for Google Sheets/);
    expect(header).toContain("MIT License");
    expect(header).toContain("__ONPACE_SERVER__/sheets/onpace.gs");
  });

  test("no host but the service is named", () => {
    expect(script).not.toMatch(/https?:\/\/[\w-]+[.:]/);
  });

  test("Google is told to ask for this spreadsheet only, in a comment of the file and of no function", () => {
    const header = script.slice(0, script.indexOf("*/"));
    expect(header).toMatch(/^ \* @OnlyCurrentDoc$/m);
    expect(script).not.toMatch(/openBy(Id|Url)|DriveApp|getUserProperties/);
  });

  test("nothing runs before a function is called: no service of Google is touched when the file is loaded", () => {
    // In an empty world every service is a ReferenceError.
    expect(() => new Script(script).runInNewContext({})).not.toThrow();
  });
});
