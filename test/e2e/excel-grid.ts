import type { Browser } from "playwright-core";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";
import { type AddIn, type Called, PATIENCE_MS } from "./excel-host.ts";

type Value = string | number | boolean;

/** A sheet as the add-in wrote it: blocks of values and formulas. */
export interface Sheet {
  readonly isActive: boolean;
  readonly blocks: readonly { readonly address: string; readonly formulas: readonly (readonly Value[])[] }[];
  readonly formats: readonly { readonly address: string; readonly format: string }[];
  readonly merged: readonly string[];
}

interface Formula {
  readonly at: Place;
  readonly text: string;
  readonly result: NonNullable<Called["cells"]>;
}

/** A sheet after its calculation. */
export interface Grid {
  readonly cells: ReadonlyMap<string, Value>;
  readonly formats: ReadonlyMap<string, string>;
  readonly merged: readonly string[];
  readonly formulas: readonly Formula[];
  /** Cells into which a result would spill though they hold something or are merged: #SPILL! in Excel. */
  readonly collisions: readonly string[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const A = "A".charCodeAt(0);
/** The first cell of a range. */
const placeOf = (address: string): Place => {
  const [, letter = "A", row = "1"] = /^([A-Z])(\d+)/.exec(address) ?? [];
  return { row: Number(row), column: letter.charCodeAt(0) - A };
};
const nameOf = ({ row, column }: Place): string => `${String.fromCharCode(A + column)}${row}`;

/** The sheet with the results of its formulas where Excel would spill them. */
export async function calculated(
  { blocks, formats, merged }: Sheet,
  calculate: AddIn["calculate"],
): Promise<Grid> {
  const cells = new Map<string, Value>();
  const written: { at: Place; text: string }[] = [];
  for (const { address, formulas } of blocks) {
    const { row, column } = placeOf(address);
    for (const [rowIndex, values] of formulas.entries())
      for (const [columnIndex, value] of values.entries()) {
        const at = { row: row + rowIndex, column: column + columnIndex };
        if (typeof value === "string" && value.startsWith("=")) written.push({ at, text: value });
        else if (value !== "")
          cells.set(nameOf(at), typeof value === "string" ? value.replace(/^'/, "") : value);
      }
  }
  const called = await calculate(written.map(({ text }) => callOf(text, cells)));
  const formulas = written.map((each, index) => ({ ...each, result: called[index]?.cells ?? [] }));
  const inMerged = new Set(merged.flatMap((address) => placesOf(address).flat().map(nameOf)));
  const collisions: string[] = [];
  for (const { at, text, result } of formulas)
    for (const [rowIndex, values] of result.entries())
      for (const [columnIndex, value] of values.entries()) {
        const name = nameOf({ row: at.row + rowIndex, column: at.column + columnIndex });
        const isBlocked = inMerged.has(name) && !text.includes("@ONPACE_");
        if (cells.has(name) || isBlocked) collisions.push(name);
        cells.set(name, value);
      }
  const shown = new Map(
    formats.flatMap(({ address, format }) =>
      placesOf(address)
        .flat()
        .map((at) => [nameOf(at), format] as const),
    ),
  );
  return { cells, formats: shown, merged, formulas, collisions };
}

/** The cells of a range, row by row. */
function placesOf(address: string): readonly (readonly Place[])[] {
  const [first = "", last = first] = address.split(":");
  const [from, to] = [placeOf(first), placeOf(last)];
  return Array.from({ length: to.row - from.row + 1 }, (_, row) =>
    Array.from({ length: to.column - from.column + 1 }, (_, column) => ({
      row: from.row + row,
      column: from.column + column,
    })),
  );
}

/** A formula as a call, the ranges that it names as they stand in the sheet; IMAGE is Excel's own affair. */
function callOf(text: string, cells: ReadonlyMap<string, Value>) {
  const [, name = "", list = ""] = /(ONPACE_\w+)\(([^()]*)\)/.exec(text) ?? [];
  const ranges = list
    .split(",")
    .map((address) =>
      address === "" ? null : placesOf(address).map((row) => row.map((at) => cells.get(nameOf(at)) ?? null)),
    );
  const count = SHEET_FUNCTIONS.find((each) => each.name === name)?.arguments.length ?? 0;
  return { name, count, ranges };
}

/** The sheet as a picture of a table under its columns and rows, named as what it is. */
export async function drawnGrid(
  browser: Browser,
  { cells, formats, merged, formulas }: Grid,
): Promise<Buffer> {
  const areas = merged.map((address) => placesOf(address).map((row) => row.map(nameOf)));
  const covered = new Set(areas.flatMap((area) => area.flat().slice(1)));
  const places = [...cells.keys(), ...covered].map(placeOf);
  const rows = Math.max(...places.map(({ row }) => row));
  const columns = Math.max(...places.map(({ column }) => column)) + 1;
  const results = new Set(
    formulas.flatMap(({ at, result }) =>
      result.flatMap((values, row) =>
        values.map((_, column) => nameOf({ row: at.row + row, column: at.column + column })),
      ),
    ),
  );
  const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cell = (at: Place) => {
    if (covered.has(nameOf(at))) return "";
    const value = cells.get(nameOf(at));
    const area = areas.find(([first]) => first?.[0] === nameOf(at));
    const span = area ? ` rowspan="${area.length}" colspan="${area[0]?.length}"` : "";
    const told = typeof value === "number" ? shownAs(value, formats.get(nameOf(at))) : String(value ?? "");
    const kind = [
      typeof value === "number" ? "number" : "",
      results.has(nameOf(at)) ? "result" : "",
      typeof value === "string" && value.startsWith("=") ? "formula" : "",
    ];
    // What =IMAGE(...) draws into its cell.
    const isPicture = results.has(nameOf(at)) && told.includes("/v1/outlook.png");
    const content = isPicture ? `<img src="${escaped(told)}" alt="">` : escaped(told);
    return `<td class="${kind.join(" ")}"${span}>${content}</td>`;
  };
  const indices = (count: number) => Array.from({ length: count }, (_, index) => index);
  const head = indices(columns).map((column) => `<th>${String.fromCharCode(A + column)}</th>`);
  const body = indices(rows).map(
    (row) =>
      `<tr><th>${row + 1}</th>${indices(columns)
        .map((column) => cell({ row: row + 1, column }))
        .join("")}</tr>`,
  );
  const page = await browser.newPage({ viewport: { width: 1180, height: 400 } });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 14px; font: 13px "Segoe UI", "Noto Sans", Arial, sans-serif; color: #1b1f24; width: max-content; }
    h1 { font-size: 14px; margin: 0 0 10px; }
    table { border-collapse: collapse; }
    th { background: #f3f4f5; font-weight: 400; color: #5a626b; padding: 3px 9px; border: 1px solid #d3d7db; }
    td { border: 1px solid #e4e7ea; padding: 3px 9px; height: 17px; white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .result { background: #e3f0f8; }
    img { display: block; height: 396px; margin: 0 auto; }
    .formula { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: 12px; color: #005f96; max-width: 0; overflow: visible; border-right-color: transparent; }
  </style><h1>Drawn from the function tests of the Excel add-in: formulas and the results they gave (not a screenshot of Excel)</h1>
  <table><tr><th></th>${head.join("")}</tr>${body.join("")}</table>`);
  await page.waitForFunction(
    "[...document.images].every((image) => image.complete && image.naturalWidth > 0)",
  );
  const box = await page.locator("body").boundingBox();
  if (!box) throw new Error("the grid has no size");
  await page.setViewportSize({ width: Math.ceil(box.width), height: Math.ceil(box.height) });
  const picture = await page.screenshot();
  await page.close();
  return picture;
}

/** A number as Excel shows it under the codes that the example uses. */
function shownAs(value: number, format = "General"): string {
  if (format === "General") return String(Number(value.toPrecision(6)));
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  const scaled = (format.endsWith("%") ? value * 100 : value).toFixed(decimals);
  const grouped = format.includes(",") ? scaled.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : scaled;
  return format.endsWith("%") ? `${grouped}%` : grouped;
}
