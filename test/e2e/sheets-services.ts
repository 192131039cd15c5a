import { createHash } from "node:crypto";
import { createContext, runInContext } from "node:vm";
import { type Request, SynchronousHttp } from "./sheets-http.ts";
import { type Rows, Spreadsheet } from "./sheets-spreadsheet.ts";

/** A menu as it was put up: labels with the global function behind each, or the items of a menu below it. */
export interface ShownMenu {
  readonly caption: string;
  readonly items: (readonly [label: string, called: string] | ShownMenu)[];
}

/** What somebody types or presses in the dialogs, in order, and what the dialogs said. */
export class Dialogs {
  readonly answers: string[] = [];
  readonly said: string[] = [];
  readonly menus: ShownMenu[] = [];
  panel = "";
}

export interface Surroundings {
  readonly sheets?: Readonly<Record<string, Rows>>;
  readonly timeZone?: string;
  readonly locale?: string;
}

/** The script with the services of Apps Script around it; only its HTTP is real. */
export class AppsScript {
  readonly requests: Request[] = [];
  /** Milliseconds that the script slept; the test does not. */
  readonly slept: number[] = [];
  readonly cache = new Map<string, string>();
  readonly properties = new Map<string, string>();
  readonly dialogs = new Dialogs();
  readonly spreadsheet: Spreadsheet;
  readonly #http = new SynchronousHttp();
  readonly #globals: Record<string, unknown>;
  readonly #spreadsheetApp: object;

  constructor(
    script: string,
    { sheets = {}, timeZone = "Asia/Ho_Chi_Minh", locale = "en_US" }: Surroundings = {},
  ) {
    const midnight = (day: string) => midnightOf(day, timeZone);
    this.spreadsheet = new Spreadsheet(sheets, { timeZone, locale, midnight });
    const application = this.#application();
    this.#spreadsheetApp = application.SpreadsheetApp;
    this.#globals = createContext({
      ...this.#storage(),
      ...application,
      Utilities: this.#utilities(),
      UrlFetchApp: { fetch: (url: string, options?: FetchOptions) => this.#fetch(url, options) },
    });
    runInContext(script, this.#globals, { filename: "onpace.gs" });
  }

  /** Calls a global function as Sheets does; results are given as they reach the sheet. */
  call(name: string, ...given: readonly unknown[]): unknown {
    const called = this.#globals[name];
    if (typeof called !== "function") throw new Error(`no global function ${name}`);
    // Nobody has authorised a custom function: it may look at its own spreadsheet, and has no dialogs.
    const { getSpreadsheetTimeZone, getSpreadsheetLocale } = this.spreadsheet;
    const readable = { getActive: () => ({ getSpreadsheetTimeZone, getSpreadsheetLocale }) };
    this.#globals.SpreadsheetApp = name.startsWith("ONPACE_") ? readable : this.#spreadsheetApp;
    const result: unknown = called(...given);
    return result === undefined ? undefined : structuredClone(result);
  }

  /** What a formula such as =ONPACE_RUNRATE(A2:A13; B2:B13; 920) leaves in its cell; of IMAGE, the address. */
  workOut(formula: string): unknown {
    const call = /^=?([A-Z_]+)\((.*)\)$/.exec(formula);
    if (!call) throw new Error(`#ERROR! ${formula}`);
    const [, name = "", inside = ""] = call;
    if (name === "IMAGE") return this.workOut(inside);
    const parts = inside.match(/(?:"(?:[^"]|"")*"|[^;"])+|(?<=;)(?=;)/g) ?? [];
    return this.call(name, ...parts.map((part) => this.#argument(part.trim())));
  }

  #argument(text: string): unknown {
    if (text === "") return "";
    if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
    if (/^\d+$/.test(text)) return Number(text);
    const values = this.spreadsheet.getRange(text).getValues();
    return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
  }

  end(): Promise<void> {
    return this.#http.end();
  }

  #fetch(url: string, options: FetchOptions = {}): unknown {
    const method = (options.method ?? "get").toUpperCase();
    const headers: Record<string, string> = { ...options.headers };
    if (options.payload !== undefined)
      headers["Content-Type"] = options.contentType ?? "application/x-www-form-urlencoded";
    const request: Request = { url, method, headers, body: options.payload };
    this.requests.push(request);
    const told = this.#http.ask(request);
    if ("failure" in told) throw new Error(`Address unavailable: ${url} (${told.failure})`);
    const { status, bytes } = told;
    if (status >= 400 && !options.muteHttpExceptions)
      throw new Error(`Request failed for ${url} returned code ${status}.`);
    return {
      getResponseCode: () => status,
      getContentText: () => new TextDecoder().decode(bytes),
      getHeaders: () => ({ ...told.headers }),
      getBlob: () => blobOf(bytes, told.headers["content-type"] ?? ""),
    };
  }

  #storage() {
    const { cache, properties } = this;
    const store = {
      get: (key: string) => {
        if (key.length > 250) throw new Error("Argument too large: key");
        return cache.get(key) ?? null;
      },
      getAll: (keys: readonly string[]) =>
        Object.fromEntries(keys.flatMap((key) => (cache.has(key) ? [[key, cache.get(key)]] : []))),
      put: (key: string, value: string, seconds: number) => {
        if (Buffer.byteLength(value) > 100_000) throw new Error("Argument too large: value");
        if (!(seconds >= 1 && seconds <= 21_600)) throw new Error("Invalid argument: expirationInSeconds");
        cache.set(key, value);
      },
      putAll: (values: Readonly<Record<string, string>>, seconds: number) => {
        for (const [key, value] of Object.entries(values)) store.put(key, value, seconds);
      },
      remove: (key: string) => cache.delete(key),
    };
    const kept = {
      getProperties: () => Object.fromEntries(properties),
      setProperty: (key: string, value: string) => properties.set(key, value),
    };
    return {
      CacheService: { getScriptCache: () => store },
      PropertiesService: { getDocumentProperties: () => kept },
    };
  }

  #utilities() {
    const bytesOf = (data: string | readonly number[]) =>
      typeof data === "string" ? Buffer.from(data, "utf8") : Buffer.from(data.map((byte) => byte & 0xff));
    return {
      DigestAlgorithm: { SHA_256: "sha256" },
      Charset: { UTF_8: "utf8" },
      computeDigest: (algorithm: string, text: string) =>
        signed(createHash(algorithm).update(text, "utf8").digest()),
      base64Encode: (data: string | readonly number[]) => bytesOf(data).toString("base64"),
      base64EncodeWebSafe: (data: string | readonly number[]) =>
        bytesOf(data).toString("base64").replaceAll("+", "-").replaceAll("/", "_"),
      formatDate: (date: Date, zone: string, format: string) => {
        if (format !== "yyyy-MM-dd") throw new Error(`the format ${format} is not known here`);
        return dayIn(date, zone);
      },
      sleep: (milliseconds: number) => {
        this.slept.push(milliseconds);
      },
    };
  }

  #application() {
    const { spreadsheet, dialogs } = this;
    const Button = { OK: "OK", CANCEL: "CANCEL", YES: "YES", NO: "NO", CLOSE: "CLOSE" };
    const ui = {
      Button,
      ButtonSet: { OK: "OK", OK_CANCEL: "OK_CANCEL", YES_NO: "YES_NO" },
      createMenu: (caption: string) => menuOf(caption, dialogs.menus),
      alert: (...texts: readonly string[]) => {
        dialogs.said.push(texts[0] ?? "");
        return texts.length > 1 ? (dialogs.answers.shift() ?? Button.CLOSE) : Button.OK;
      },
      prompt: (_: string, text: string) => {
        dialogs.said.push(text);
        const answer = dialogs.answers.shift();
        return {
          getSelectedButton: () => (answer === undefined ? Button.CANCEL : Button.OK),
          getResponseText: () => answer ?? "",
        };
      },
      showSidebar: (page: { readonly html: string }) => {
        dialogs.panel = page.html;
      },
    };
    return {
      SpreadsheetApp: {
        getActive: () => spreadsheet,
        getActiveRange: () => spreadsheet.active,
        getActiveSheet: () => spreadsheet.active.sheet,
        getCurrentCell: () =>
          spreadsheet.active.sheet.getRange(spreadsheet.active.row, spreadsheet.active.column),
        getUi: () => ui,
        flush: () => undefined,
      },
      HtmlService: {
        createHtmlOutput: (html: string) => {
          const page = { html, setTitle: () => page };
          return page;
        },
      },
    };
  }
}

interface FetchOptions {
  readonly method?: string;
  readonly contentType?: string;
  readonly payload?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly muteHttpExceptions?: boolean;
}

function menuOf(caption: string, shown: ShownMenu[]) {
  const items: ShownMenu["items"] = [];
  const menu = {
    caption,
    items,
    addItem: (label: string, called: string) => {
      items.push([label, called]);
      return menu;
    },
    addSeparator: () => menu,
    addSubMenu: (below: ShownMenu) => {
      items.push(below);
      return menu;
    },
    addToUi: () => {
      shown.push({ caption, items });
    },
  };
  return menu;
}

/** Bytes of Apps Script have a sign. */
const signed = (bytes: Uint8Array): number[] => Array.from(Int8Array.from(bytes));

function blobOf(bytes: Uint8Array, type: string) {
  const blob = {
    getBytes: () => signed(bytes),
    getContentType: () => type.split(";")[0],
    setName: () => blob,
  };
  return blob;
}

/** The day of an instant in a time zone. */
export const dayIn = (date: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    date,
  );

/** The instant at which a day begins in a time zone: what Sheets hands over for a date in a cell. */
export function midnightOf(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const there = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(utc)
    .find(({ type }) => type === "timeZoneName")?.value;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])?(\d+)?:?(\d+)?/.exec(there ?? "") ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === "-" ? -1 : 1);
  return new Date(utc - offset);
}
