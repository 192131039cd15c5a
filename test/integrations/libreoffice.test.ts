import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { buildLibreOffice } from "../../src/integrations/libreoffice/build.ts";
import { openFormula } from "../../src/integrations/libreoffice/open-formula.ts";
import { type Language, sheetsIn } from "../../src/integrations/libreoffice/sheets.ts";

const root = join(import.meta.dirname, "../..");
const macros = readFileSync(join(root, "src/integrations/libreoffice/onpace.bas"), "utf8");

describe("the functions in Basic", () => {
  const declared = [...macros.matchAll(/^Function (ONPACE_\w+)\((.*)\)$/gm)].map(([, name, list = ""]) => ({
    name,
    arguments: list.split(", ").map((argument) => ({
      name: argument.replace("Optional ", ""),
      optional: argument.startsWith("Optional "),
    })),
  }));

  test("have the names, the arguments and their order of the one list", () => {
    const listed = SHEET_FUNCTIONS.map(({ name, arguments: told }) => ({
      name,
      arguments: told.map((argument) => ({ name: argument.name, optional: argument.optional })),
    }));
    expect(declared).toEqual(listed);
  });

  test("ask for themselves", () => {
    for (const { name } of SHEET_FUNCTIONS) {
      const [, body] =
        new RegExp(`^Function ${name}\\(.*\\)\\n([\\s\\S]*?)^End Function`, "m").exec(macros) ?? [];
      expect(body).toContain(`("${name}", `);
    }
  });

  // Every line of Basic that is no comment says all of its texts: an odd quote would swallow the rest.
  test("have texts that end on their line", () => {
    for (const line of macros.split("\n").filter((each) => !each.trimStart().startsWith("'")))
      expect((line.match(/"/g) ?? []).length % 2, line).toBe(0);
  });
});

describe("formulas of the OpenDocument format", () => {
  test.each([
    ['=IF(A1="B2";B2;$C$3)', 'of:=IF([.A1]="B2";[.B2];[.$C$3])'],
    ["=ONPACE_CHECK(B5;B6:B7)", "of:=ONPACE_CHECK([.B5];[.B6:.B7])"],
    ['="say ""A1"""&ENCODEURL(A1)', 'of:="say ""A1"""&COM.MICROSOFT.ENCODEURL([.A1])'],
    ["=server&LOG10(A1)", "of:=server&LOG10([.A1])"],
  ])("%s", (typed, written) => {
    expect(openFormula(typed)).toBe(written);
  });
});

describe.each<Language>(["en", "vi"])("the sheets in %s", (language) => {
  const sheets = sheetsIn(language);
  const formulas = sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => cell?.formula ?? []));

  test("every function but that of pictures has one of its own", () => {
    const names = SHEET_FUNCTIONS.map(({ name }) => name).filter((name) => name !== "ONPACE_PICTURE");
    expect(sheets.slice(2).map(({ name }) => name)).toEqual(names);
    for (const name of names) expect(formulas.some((formula) => formula.startsWith(`=${name}(`))).toBe(true);
  });

  test("no formula names a server but through the one cell that does", () => {
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells.filter((cell) => cell?.text?.includes("__ONPACE_SERVER__"))).toEqual([
      expect.objectContaining({ name: "server" }),
    ]);
    expect(formulas.filter((formula) => /https?:/.test(formula))).toEqual([]);
  });
});

test("the documents are the same bytes each time, with the server left open and no result in them", () => {
  const [first = "", second = ""] = [0, 1].map(() => mkdtempSync(join(tmpdir(), "onpace-build-")));
  try {
    for (const directory of [first, second]) buildLibreOffice(directory);
    for (const file of ["onpace.fods", "onpace-vi.fods", "onpace.bas"]) {
      const text = readFileSync(join(first, file), "utf8");
      expect(text).toBe(readFileSync(join(second, file), "utf8"));
      expect(text).toContain("__ONPACE_SERVER__");
      expect(text).not.toMatch(/<table:table-cell[^>]*table:formula[^>]*office:value/);
    }
  } finally {
    for (const directory of [first, second]) rmSync(directory, { recursive: true });
  }
});

test("every sheet is drawn for the guide, as small as a page with all of them needs", () => {
  const names = sheetsIn("en")
    .slice(2)
    .map(({ name }) => name.toLowerCase().replaceAll("_", "-"));
  const drawn = [...names, "formulas-by-url", "libreoffice-start"].flatMap((name) => [name, `${name}-vi`]);
  for (const name of drawn)
    expect(statSync(join(root, `src/web/pictures/${name}.png`)).size, name).toBeLessThan(60_000);
});
