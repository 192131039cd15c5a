/** What the add-in uses of Office, Excel and the page it runs in. The whole of their types would take the place of the platform's. */

export interface OfficeHost {
  /** Resolves once Office has loaded. */
  onReady(): Promise<unknown>;
  readonly context: { readonly displayLanguage?: string };
}

export interface ExcelRangeProxy {
  load(properties: string): void;
  merge(): void;
  getCell(row: number, column: number): ExcelRangeProxy;
  readonly format: { autofitColumns(): void };
  readonly left: number;
  readonly top: number;
  readonly valueTypes: readonly (readonly string[])[];
  values: unknown[][];
  formulas: unknown[][];
  /** One code for all cells of the range. */
  numberFormat: string;
}

export interface ExcelShape {
  left: number;
  top: number;
  altTextDescription: string;
}

export interface ExcelWorksheet {
  getRange(address: string): ExcelRangeProxy;
  activate(): void;
  readonly shapes: { addImage(base64: string): ExcelShape };
}

export interface ExcelContext {
  readonly workbook: {
    readonly application: { calculate(type: "Full"): void };
    readonly worksheets: {
      getItem(name: string): ExcelWorksheet;
      getActiveWorksheet(): ExcelWorksheet;
      add(): ExcelWorksheet;
    };
    getActiveCell(): ExcelRangeProxy;
  };
  sync(): Promise<void>;
}

export interface ExcelHost {
  run<T>(work: (context: ExcelContext) => Promise<T>): Promise<T>;
}

/** An element of the pane's page. */
export interface PaneElement {
  textContent: string | null;
  value: string;
  readonly dataset: Readonly<Record<string, string>>;
  addEventListener(event: "click" | "change", listener: () => void): void;
  replaceChildren(...children: readonly PaneElement[]): void;
}
