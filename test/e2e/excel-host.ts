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

const rangeOf = (sheet, address) => ({
  load() {},
  merge() {
    sheet.merged.push(address);
  },
  format: { autofitColumns() {} },
  get valueTypes() {
    if (!host.types[address]) throw new Error("nothing is known of " + address);
    return host.types[address];
  },
  set formulas(formulas) {
    sheet.blocks.push({ address, formulas });
  },
  set numberFormat(format) {
    sheet.formats.push({ address, format });
  },
});
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
    getActiveCell: () => ({
      load() {},
      values: [[host.selected]],
      getCell: () => ({ load() {}, left: 100, top: 20 }),
    }),
  },
};
globalThis.Excel = { run: (work) => work(context) };

/** Calls a function as Excel does: every argument in its place, what was left out as null, the invocation last. */
host.call = async ({ name, count, ranges, addresses, cancelAfter }) => {
  const given = Array.from({ length: count }, (_, index) => ranges[index] ?? null);
  const invocation = { functionName: name, parameterAddresses: addresses };
  const called = host.functions[name](...given, invocation);
  if (cancelAfter !== undefined) setTimeout(() => invocation.onCanceled(), cancelAfter);
  return called.then(
    (cells) => ({ cells }),
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
  /** Milliseconds after which Excel cancels it. */
  readonly cancelAfter?: number;
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

/** Opens the add-in that a service serves; its page is closed with the browser. */
export async function openAddIn(browser: Browser, service: string): Promise<AddIn> {
  const page = await browser.newPage({ viewport: { width: 350, height: 900 } });
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
