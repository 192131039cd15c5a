/** A value as Sheets hands it to a script: blanks are "", dates are Date objects at the midnight of its time zone. */
export type Value = string | number | boolean | Date;
export type Rows = readonly (readonly Value[])[];

interface CellContent {
  value: Value;
  formula: string;
  format: string;
}

/** A picture over a sheet. */
export class Picture {
  readonly column: number;
  readonly row: number;
  /** In points of the picture. */
  readonly size: readonly [width: number, height: number];
  /** As it is shown. */
  readonly shown: [width: number, height: number];

  constructor(png: Buffer, column: number, row: number) {
    this.column = column;
    this.row = row;
    this.size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    if (this.size[0] * this.size[1] > 1_000_000) throw new Error("The image has more than a million pixels.");
    this.shown = [...this.size];
  }
  setWidth(width: number): this {
    this.shown[0] = width;
    return this;
  }
  setHeight(height: number): this {
    this.shown[1] = height;
    return this;
  }
}

const lettersOf = (column: number): string =>
  column > 26
    ? lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A sheet in memory, as far as the script uses one. */
export class Sheet {
  readonly pictures: Picture[] = [];
  readonly cells = new Map<string, CellContent>();
  readonly spreadsheet: Spreadsheet;
  readonly name: string;
  columns = 26;
  rows = 100;

  constructor(spreadsheet: Spreadsheet, name: string, rows: Rows = []) {
    this.spreadsheet = spreadsheet;
    this.name = name;
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        this.cell(r + 1, c + 1).value = value;
      });
    });
  }

  cell(row: number, column: number): CellContent {
    if (row < 1 || column < 1 || column > this.columns) throw new Error(`no cell at row ${row}, ${column}`);
    const key = `${row} ${column}`;
    const content = this.cells.get(key) ?? { value: "", formula: "", format: "" };
    this.cells.set(key, content);
    return content;
  }

  getName = () => this.name;
  getMaxColumns = () => this.columns;
  insertColumnsAfter(_: number, count: number): void {
    this.columns += count;
  }
  getRange(first: number | string, column = 1, height = 1, width = 1): Range {
    if (typeof first === "number") return new Range(this, first, column, height, width);
    const parts = /^\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/.exec(first);
    if (!parts) throw new Error(`Range not found: ${first}`);
    const [, fromColumn = "", fromRow = "1", toColumn = fromColumn] = parts;
    const lastRow = Number(parts[4] ?? (parts[3] ? this.rows : fromRow));
    const left = columnOf(fromColumn);
    return new Range(
      this,
      Number(fromRow),
      left,
      lastRow - Number(fromRow) + 1,
      columnOf(toColumn) - left + 1,
    );
  }
  insertImage(blob: { getBytes(): number[] }, column: number, row: number): Picture {
    const picture = new Picture(Buffer.from(blob.getBytes()), column, row);
    this.pictures.push(picture);
    return picture;
  }
}

/** Cells of a sheet. */
export class Range {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;

  constructor(sheet: Sheet, row: number, column: number, height: number, width: number) {
    if (height < 1 || width < 1)
      throw new Error("The number of rows and columns in the range must be at least 1.");
    Object.assign(this, { sheet, row, column, height, width });
    this.sheet = sheet;
    this.row = row;
    this.column = column;
    this.height = height;
    this.width = width;
  }

  #each<T>(told: (cell: CellContent, row: number, column: number) => T): T[][] {
    return Array.from({ length: this.height }, (_, r) =>
      Array.from({ length: this.width }, (__, c) =>
        told(this.sheet.cell(this.row + r, this.column + c), r, c),
      ),
    );
  }

  getSheet = () => this.sheet;
  getRow = () => this.row;
  getColumn = () => this.column;
  getLastColumn = () => this.column + this.width - 1;
  getNumRows = () => this.height;
  getNumColumns = () => this.width;
  getValues = () => this.#each(({ value }) => value);
  getFormula = () => this.sheet.cell(this.row, this.column).formula;
  getA1Notation(): string {
    const corner = (row: number, column: number) => `${lettersOf(column)}${row}`;
    const first = corner(this.row, this.column);
    const last = corner(this.row + this.height - 1, this.column + this.width - 1);
    return first === last ? first : `${first}:${last}`;
  }
  setValues(rows: readonly (readonly Value[])[]): this {
    if (rows.length !== this.height || rows.some((row) => row.length !== this.width))
      throw new Error("The number of rows in the data does not match the number of rows in the range.");
    this.#each((cell, r, c) => {
      const value = rows[r]?.[c] as Value;
      if (value === null || value === undefined) throw new Error("setValues was given no value");
      cell.value = dateTyped(value, this.sheet.spreadsheet.midnight);
      cell.formula = "";
    });
    return this;
  }
  setFormula(formula: string): this {
    Object.assign(this.sheet.cell(this.row, this.column), { formula });
    this.sheet.spreadsheet.workedOut.push(`${this.getA1Notation()} ${formula}`);
    return this;
  }
  setNumberFormat(format: string): this {
    this.#each((cell) => {
      cell.format = format;
    });
    return this;
  }
  setFontWeight(): this {
    return this;
  }
  createTextFinder = (text: string) => new TextFinder([this], text);
}

/** Sheets takes a text that looks like a date for one. */
function dateTyped(value: Value, midnight: (day: string) => Date): Value {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? midnight(value) : value;
}

class TextFinder {
  readonly #ranges: readonly Range[];
  readonly #text: string;
  #isPattern = false;
  #inFormulas = false;

  constructor(ranges: readonly Range[], text: string) {
    this.#ranges = ranges;
    this.#text = text;
  }
  useRegularExpression(use: boolean): this {
    this.#isPattern = use;
    return this;
  }
  matchFormulaText(match: boolean): this {
    this.#inFormulas = match;
    return this;
  }
  findAll(): Range[] {
    const pattern = this.#isPattern ? new RegExp(this.#text) : undefined;
    return this.#ranges.filter((range) => {
      const [[value = ""] = []] = range.getValues();
      const text = (this.#inFormulas && range.getFormula()) || String(value);
      return pattern ? pattern.test(text) : text.includes(this.#text);
    });
  }
  /** A text that becomes a formula by it is the accident that scripts must avoid. */
  replaceAllWith(text: string): number {
    const found = this.findAll();
    for (const range of found) {
      if (range.getFormula()) range.setFormula(range.getFormula().replaceAll(this.#text, text));
      else throw new Error(`a text was replaced at ${range.getA1Notation()}`);
    }
    return found.length;
  }
}

/** A spreadsheet in memory. */
export class Spreadsheet {
  readonly sheets: Sheet[] = [];
  /** Every formula that was set: Sheets works it out then. */
  readonly workedOut: string[] = [];
  readonly timeZone: string;
  readonly locale: string;
  readonly midnight: (day: string) => Date;
  active: Range;

  constructor(
    sheets: Readonly<Record<string, Rows>>,
    { timeZone, locale, midnight }: Pick<Spreadsheet, "timeZone" | "locale" | "midnight">,
  ) {
    this.timeZone = timeZone;
    this.locale = locale;
    this.midnight = midnight;
    for (const [name, rows] of Object.entries(sheets)) this.sheets.push(new Sheet(this, name, rows));
    this.active = (this.sheets[0] ?? this.insertSheet("Sheet1")).getRange(1);
  }

  getSpreadsheetTimeZone = () => this.timeZone;
  getSpreadsheetLocale = () => this.locale;
  getSheetByName = (name: string) => this.sheets.find((sheet) => sheet.name === name) ?? null;
  insertSheet(name: string): Sheet {
    const sheet = new Sheet(this, name);
    this.sheets.push(sheet);
    this.active = sheet.getRange(1);
    return sheet;
  }
  getRange(written: string): Range {
    const at = written.lastIndexOf("!");
    const name = written.slice(0, Math.max(0, at)).replace(/^'|'$/g, "").replaceAll("''", "'");
    const sheet = at < 0 ? this.active.sheet : this.getSheetByName(name);
    if (!sheet) throw new Error(`Range not found: ${written}`);
    return sheet.getRange(written.slice(at + 1));
  }
  createTextFinder(text: string): TextFinder {
    const cells = this.sheets.flatMap((sheet) =>
      [...sheet.cells.keys()].map((key) => {
        const [row = 1, column = 1] = key.split(" ").map(Number);
        return sheet.getRange(row, column);
      }),
    );
    return new TextFinder(cells, text);
  }
}
