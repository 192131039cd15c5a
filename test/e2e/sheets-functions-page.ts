import type { Rows } from "./sheets-spreadsheet.ts";

/** What the page shows: the cells of columns A and B from the first row, and the results of formulas. */
interface Shown {
  readonly data: Rows;
  readonly monthOf: (date: Date) => string;
  readonly workOut: (formula: string) => unknown;
  /** The address of what `IMAGE` shows. */
  readonly picture: string;
}

export const PICTURE_FORMULA = '=ONPACE_PICTURE(A2:A13; B2:B13; 980; ; ; ; "picture=sparkline; size=cell")';
const REPORT = "A2:A13; B2:B13; 980";
const FORMULAS = [
  `=ONPACE_RUNRATE(${REPORT})`,
  `=ONPACE_PROBABILITY(${REPORT})`,
  `=ONPACE_FORECAST(${REPORT})`,
  '=ONPACE_CHECK("2024-04"; 290; 1000; "31.6%")',
  `=ONPACE_SCENARIOS(${REPORT}; ; ; 900)`,
];
const RESULT_COLUMNS = 5;
const LETTERS = ["A", "B", "D", "E", "F", "G", "H", "I"];

/** A page with formulas and the results they had in the tests, laid out as a sheet; it says that it is no picture of one. */
export function functionsPage({ data, monthOf, workOut, picture }: Shown): string {
  const heading = `<th>Formula</th><th colspan="${RESULT_COLUMNS}">Result</th>`;
  const image = line(PICTURE_FORMULA.replace(/^=(.*)$/, "=IMAGE($1)"), [], picture);
  const right = [heading, ...FORMULAS.flatMap((formula) => lines(formula, workOut(formula))), image];
  const rows = Array.from({ length: Math.max(data.length, right.length) }, (_, index) => {
    const own = [0, 1].map((column) => {
      const value = data[index]?.[column] ?? "";
      return cell(value instanceof Date ? monthOf(value) : value);
    });
    return `<tr><th>${index + 1}</th>${own.join("")}${right[index] ?? line("", [])}</tr>`;
  });
  const head = `<tr><th></th>${LETTERS.map((letter) => `<th>${letter}</th>`).join("")}</tr>`;
  return `<!DOCTYPE html><meta charset="utf-8"><title>Onpace in Google Sheets</title><style>${STYLE}</style>
<main><h1>Formulas in Google Sheets and their results</h1>
<p>Drawn from the function tests of the script; not a screenshot of Google Sheets.</p>
<table>${head}${rows.join("")}</table></main>`;
}

function lines(formula: string, result: unknown): readonly string[] {
  const rows = Array.isArray(result) ? (result as unknown[][]) : [[result]];
  return rows.map((row, index) => line(index === 0 ? formula : "", row));
}

function line(formula: string, row: readonly unknown[], picture?: string): string {
  const [first, second] = row;
  const isProse = typeof second === "string" && /\.$/.test(second);
  const single = Array.from({ length: RESULT_COLUMNS }, (_, index) => cell(row[index])).join("");
  const prose = `${cell(first)}<td colspan="${RESULT_COLUMNS - 1}" class="prose">${text(second)}</td>`;
  const image = `<td colspan="${RESULT_COLUMNS}"><img src="${picture}" alt=""></td>`;
  return `<td class="formula">${text(formula)}</td>${picture ? image : isProse ? prose : single}`;
}

const cell = (value: unknown = ""): string =>
  typeof value === "number"
    ? `<td class="number">${Number(value.toPrecision(6))}</td>`
    : `<td>${text(value)}</td>`;

const text = (value: unknown): string =>
  String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

const STYLE = `
body { margin: 0; background: #fff; }
main { width: 960px; padding: 12px; font: 13px/1.4 Roboto, Arial, sans-serif; color: #202124; }
h1 { margin: 0; font-size: 16px; }
p { margin: 2px 0 10px; color: #5f6368; }
table { border-collapse: collapse; width: 100%; }
th { background: #f8f9fa; color: #5f6368; font-weight: 400; }
th, td { border: 1px solid #dadce0; padding: 3px 6px; white-space: nowrap; height: 25px; }
.formula { width: 300px; font: 11px/1.4 "Roboto Mono", "DejaVu Sans Mono", monospace; white-space: normal; color: #0b57d0; }
.number { text-align: right; }
.prose { white-space: normal; }
img { display: block; height: 60px; }`;
