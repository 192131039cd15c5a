import XMLBuilder from "fast-xml-builder";
import { openFormula } from "./open-formula.ts";
import type { CellStyle, Sheet, SheetCell } from "./sheet.ts";

/** Children and attributes (`@…`) of an element by name; several of one name are a list. */
type Element = { readonly [name: string]: string | Element | readonly Element[] };

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES: Element = {
  "@xmlns:office": `${OASIS}:office:1.0`,
  "@xmlns:style": `${OASIS}:style:1.0`,
  "@xmlns:text": `${OASIS}:text:1.0`,
  "@xmlns:table": `${OASIS}:table:1.0`,
  "@xmlns:number": `${OASIS}:datastyle:1.0`,
  "@xmlns:fo": `${OASIS}:xsl-fo-compatible:1.0`,
  "@xmlns:of": `${OASIS}:of:1.2`,
  "@xmlns:ooo": "http://openoffice.org/2004/office",
};

/** What LibreOffice opens: sheets, and the macros that they call. */
export interface FlatDocument {
  readonly language: string;
  readonly country: string;
  readonly sheets: readonly Sheet[];
  /** The source of the one Basic module. */
  readonly macros: string;
}

/** A spreadsheet as one XML file of the OpenDocument format, without results: Calc works them out when it opens it. */
export function flatDocument({ language, country, sheets, macros }: FlatDocument): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  });
  const document: Element = {
    "office:document": {
      ...NAMESPACES,
      "@office:version": "1.3",
      "@office:mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "office:scripts": scriptsOf(macros),
      "office:styles": defaultStyle(language, country),
      "office:automatic-styles": automaticStyles(sheets),
      "office:body": {
        "office:spreadsheet": {
          "table:table": sheets.map(tableOf),
          "table:named-expressions": { "table:named-range": sheets.flatMap(namesOf) },
        },
      },
    },
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}\n`;
}

const scriptsOf = (macros: string): Element => ({
  "office:script": {
    "@script:language": "ooo:Basic",
    "@xmlns:script": `${OASIS}:script:1.0`,
    "ooo:libraries": {
      "ooo:library-embedded": {
        "@ooo:name": "Standard",
        "ooo:module": { "@ooo:name": "Onpace", "ooo:source-code": macros },
      },
    },
  },
});

const defaultStyle = (language: string, country: string): Element => ({
  "style:default-style": {
    "@style:family": "table-cell",
    "style:text-properties": {
      "@fo:language": language,
      "@fo:country": country,
      "@fo:font-family": "'Liberation Sans'",
      "@fo:font-size": "10pt",
    },
  },
});

const INPUT = "#fff8d6";
const RESULT = "#e3f2e1";
const FORMULA: Element = { "@fo:font-family": "'Liberation Mono'", "@fo:color": "#1f4e79" };
const EDGE = "0.5pt solid #c9c9c9";

/** How each style looks: properties of the cell and of its text, and the format of its numbers. */
const LOOKS: Readonly<
  Record<
    CellStyle,
    { readonly cell?: Element; readonly text?: Element; readonly isLeft?: boolean; readonly format?: string }
  >
> = {
  plain: {},
  title: { text: { "@fo:font-size": "14pt", "@fo:font-weight": "bold" } },
  wrapped: { cell: { "@fo:wrap-option": "wrap", "@style:vertical-align": "top" } },
  heading: { text: { "@fo:font-weight": "bold" } },
  input: { cell: { "@fo:background-color": INPUT, "@fo:border": EDGE } },
  inputPercent: { cell: { "@fo:background-color": INPUT, "@fo:border": EDGE }, format: "reportedPercent" },
  inputMonth: { cell: { "@fo:background-color": INPUT, "@fo:border": EDGE }, format: "month" },
  formula: { text: FORMULA },
  formulaWrapped: { cell: { "@fo:wrap-option": "wrap", "@style:vertical-align": "top" }, text: FORMULA },
  result: { cell: { "@fo:background-color": RESULT, "@fo:border": EDGE }, format: "amount" },
  resultPercent: { cell: { "@fo:background-color": RESULT, "@fo:border": EDGE }, format: "percent" },
  resultText: { cell: { "@fo:background-color": RESULT, "@fo:border": EDGE } },
  resultWrapped: {
    cell: {
      "@fo:background-color": RESULT,
      "@fo:border": EDGE,
      "@fo:wrap-option": "wrap",
      "@style:vertical-align": "top",
    },
    isLeft: true,
    format: "amountOrRatio",
  },
};

function automaticStyles(sheets: readonly Sheet[]): Element {
  const number = (places: number): Element => ({
    "@number:decimal-places": String(places),
    "@number:min-decimal-places": places === 1 ? "1" : "0",
    "@number:min-integer-digits": "1",
    "@number:grouping": "true",
  });
  const widths = [...new Set(sheets.flatMap(({ columnWidths }) => columnWidths))];
  return {
    "number:number-style": [
      { "@style:name": "amount", "number:number": number(2) },
      { "@style:name": "ratio", "number:number": number(4) },
      // Ratios stand among amounts, and two decimals would leave nothing of them.
      {
        "@style:name": "amountOrRatio",
        "number:number": number(2),
        "style:map": { "@style:condition": "value()<10", "@style:apply-style-name": "ratio" },
      },
    ],
    "number:percentage-style": [
      { "@style:name": "percent", "number:number": number(1), "number:text": "%" },
      { "@style:name": "reportedPercent", "number:number": number(2), "number:text": "%" },
    ],
    "number:date-style": {
      "@style:name": "month",
      "number:year": { "@number:style": "long" },
      "number:text": "-",
      "number:month": { "@number:style": "long" },
    },
    "style:style": [
      ...widths.map((width) => ({
        "@style:name": columnStyle(width),
        "@style:family": "table-column",
        "style:table-column-properties": { "@style:column-width": `${width}cm` },
      })),
      {
        "@style:name": "row",
        "@style:family": "table-row",
        "style:table-row-properties": { "@style:use-optimal-row-height": "true" },
      },
      ...Object.entries(LOOKS).map(([name, { cell, text, isLeft, format }]) => ({
        "@style:name": name,
        "@style:family": "table-cell",
        ...(format && { "@style:data-style-name": format }),
        ...(cell && { "style:table-cell-properties": cell }),
        ...(isLeft && { "style:paragraph-properties": { "@fo:text-align": "start" } }),
        ...(text && { "style:text-properties": text }),
      })),
    ],
  };
}

const columnStyle = (width: number): string => `column-${width}`;

type Grid = (SheetCell | undefined)[][];

function tableOf({ name, columnWidths, rows }: Sheet): Element {
  const grid: Grid = rows.map((row) => [...row]);
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries()) if (cell?.fills) fill(grid, cell, at, column);
  return {
    "@table:name": name,
    "table:table-column": columnWidths.map((width) => ({ "@table:style-name": columnStyle(width) })),
    "table:table-row": grid.map((row) => ({
      "@table:style-name": "row",
      "table:table-cell": Array.from(row, cellOf),
    })),
  };
}

/** Gives every cell of an array formula its look. */
function fill(grid: Grid, cell: SheetCell, top: number, left: number): void {
  const [rows, columns] = cell.fills ?? [1, 1];
  while (grid.length < top + rows) grid.push([]);
  for (const line of grid.slice(top, top + rows))
    for (let column = left; column < left + columns; column += 1)
      line[column] = {
        ...(line[column] === cell && cell),
        style: cell.percentColumns?.includes(column - left) ? "resultPercent" : cell.style,
      };
}

function cellOf(cell: SheetCell | undefined): Element {
  if (!cell) return {};
  const { style, text, number, month, formula, fills, across } = cell;
  return {
    "@table:style-name": style,
    ...(formula && { "@table:formula": openFormula(formula) }),
    ...(fills && {
      "@table:number-matrix-rows-spanned": String(fills[0]),
      "@table:number-matrix-columns-spanned": String(fills[1]),
    }),
    ...(across && { "@table:number-columns-spanned": String(across), "@table:number-rows-spanned": "1" }),
    ...(number !== undefined && { "@office:value-type": "float", "@office:value": String(number) }),
    ...(month && { "@office:value-type": "date", "@office:date-value": `${month}-01` }),
    ...(text !== undefined && !formula && { "@office:value-type": "string", "text:p": text }),
  };
}

/** The cells of a sheet that have names. */
function namesOf({ name: sheet, rows }: Sheet): readonly Element[] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (!cell?.name) return [];
      const address = `$'${sheet}'.$${String.fromCharCode(65 + column)}$${at + 1}`;
      return [
        {
          "@table:name": cell.name,
          "@table:base-cell-address": address,
          "@table:cell-range-address": address,
        },
      ];
    }),
  );
}
