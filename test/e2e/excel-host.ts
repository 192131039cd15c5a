import type { Browser, Page, Request } from "playwright-core";

/**
 * What is served in the place of office.js: as much of Office and Excel as the add-in uses, with a workbook of one
 * block of cells a sheet. `host` is what the tests look at.
 */
const OFFICE_JS = `
const host = { functions: {}, sheets: [], images: [], calculations: 0, selected: "", types: {} };
globalThis.host = host;

globalThis.CustomFunctions = {
  associate: (functions) => Object.assign(host.functions, functions),
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
  Error: class extends Error {
    constructor(code, message) {
      super(message);
      this.code = code;
    }
  },
};

globalThis.Office = { onReady: async () => ({ host: "Excel" }), context: { displayLanguage: "en-US" } };

/** A proxy of something in the workbook: it tells a property only after it was asked to load it, and that was sent. */
let unsent = [];
const loadable = (proxy, properties) => {
  const loaded = new Set();
  proxy.load = (names) => unsent.push(() => names.split(",").forEach((name) => loaded.add(name)));
  for (const [name, read] of Object.entries(properties))
    Object.defineProperty(proxy, name, {
      get() {
        if (!loaded.has(name)) throw new Error("PropertyNotLoaded: " + name);
        return read();
      },
    });
  return proxy;
};

const rangeOf = (sheet, address) => {
  const range = {
    merge() {
      sheet.merged.push(address);
    },
    format: { autofitColumns() {} },
    set formulas(formulas) {
      sheet.blocks.push({ address, formulas });
    },
    set numberFormat(format) {
      sheet.formats.push({ address, format });
    },
  };
  const valueTypes = () => {
    if (!host.types[address]) throw new Error("nothing is known of " + address);
    return host.types[address];
  };
  return loadable(range, { valueTypes });
};
const sheetOf = () => {
  const sheet = {
    blocks: [],
    formats: [],
    merged: [],
    isActive: false,
    getRange: (address) => rangeOf(sheet, address),
    activate: () => {
      sheet.isActive = true;
    },
    shapes: {
      addImage: (base64) => {
        const image = { base64 };
        host.images.push(image);
        return image;
      },
    },
  };
  return sheet;
};
host.sheets.push(sheetOf());
const context = {
  async sync() {
    if (this !== context) throw new Error("sync lost its context");
    const sent = unsent;
    unsent = [];
    for (const load of sent) load();
  },
  workbook: {
    application: {
      calculate: () => {
        host.calculations += 1;
      },
    },
    worksheets: {
      getItem: () => host.sheets[0],
      getActiveWorksheet: () => host.sheets[0],
      add: () => {
        const sheet = sheetOf();
        host.sheets.push(sheet);
        return sheet;
      },
    },
    getActiveCell: () => {
      const cell = { getCell: () => loadable({}, { left: () => 100, top: () => 20 }) };
      return loadable(cell, { values: () => [[host.selected]] });
    },
  },
};
globalThis.Excel = { run: (work) => work(context) };

/** What Excel can spill: rows of one width, none of them empty, of numbers, truths and texts that fit into a cell. */
const canSpill = (cells) =>
  cells.length > 0 &&
  cells[0].length > 0 &&
  cells.every((row) => row.length === cells[0].length && row.every(isShown));
const isShown = (cell) =>
  typeof cell === "boolean" ||
  (typeof cell === "number" && Number.isFinite(cell)) ||
  (typeof cell === "string" && cell.length <= 32767);

const invocations = [];
/** Cancels every calculation, as Excel does when its cell is edited. */
host.cancel = () => invocations.forEach((invocation) => invocation.onCanceled());

/** Calls a function as Excel does: every argument in its place, what was left out as null, the invocation last. */
host.call = async ({ name, count, ranges, addresses }) => {
  const given = Array.from({ length: count }, (_, index) => ranges[index] ?? null);
  const invocation = { functionName: name, parameterAddresses: addresses };
  invocations.push(invocation);
  return host.functions[name](...given, invocation).then(
    (cells) => (canSpill(cells) ? { cells } : { code: "#VALUE!", message: "cannot spill " + JSON.stringify(cells) }),
    (error) => ({ code: error.code, message: error.message }),
  );
};
`;

/** A call of a function, each argument as the rows of a range. */
export interface Call {
  readonly name: string;
  /** How many arguments the metadata tells. */
  readonly count: number;
  readonly ranges: readonly (readonly (readonly unknown[])[] | null)[];
  readonly addresses?: readonly string[];
}

export interface Called {
  readonly cells?: readonly (readonly (string | number | boolean)[])[];
  readonly code?: string;
  readonly message?: string;
}

/** The add-in's page as Excel has it open. */
export interface AddIn {
  readonly page: Page;
  /** The requests for answers, in their order. */
  readonly batches: Request[];
  /** Addresses on hosts that nobody should ask. */
  readonly strays: string[];
  /** Calls made in one recalculation, answered in their order. */
  readonly calculate: (calls: readonly Call[]) => Promise<readonly Called[]>;
}

const OFFICE = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** A busy machine takes many times what a page takes alone. */
export const PATIENCE_MS = 90_000;

/** Opens the add-in that a service serves; its page is closed with the browser. */
export async function openAddIn(browser: Browser, service: string): Promise<AddIn> {
  const page = await browser.newPage({ viewport: { width: 350, height: 900 } });
  page.setDefaultTimeout(PATIENCE_MS);
  const batches: Request[] = [];
  const strays: string[] = [];
  page.on("request", (request) => {
    if (request.url().startsWith(`${service}/v1/batch`)) batches.push(request);
  });
  await page.route("**/*", (route) => {
    const address = route.request().url();
    if (address === OFFICE) return route.fulfill({ contentType: "text/javascript", body: OFFICE_JS });
    if (address.startsWith(`${service}/`)) return route.continue();
    strays.push(address);
    return route.abort();
  });
  await page.goto(`${service}/excel/taskpane.html`);
  await page.waitForFunction("Object.keys(host.functions).length > 0");
  const calculate = (calls: readonly Call[]) =>
    page.evaluate<readonly Called[]>(`Promise.all(${JSON.stringify(calls)}.map(host.call))`);
  return { page, batches, strays, calculate };
}
