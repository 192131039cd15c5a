/** The languages of the menu, the side panel and the sentences. */
export type Language = "en" | "vi";

/** What was chosen for a spreadsheet. */
export interface Settings {
  /** The address of the service, without a slash at its end. */
  readonly server: string;
  readonly language: Language;
  /** Counts the times that "Refresh all" was chosen: answers of an earlier count are not looked at again. */
  readonly refreshed: number;
}

/** The server that this file came from puts its own address here. */
const SERVED_BY = "__ONPACE_SERVER__";
/** A newer file from another server does not take up what was kept for this one. */
const CACHED_AS = `onpace settings ${SERVED_BY}`;
/** The longest that a cache keeps anything. */
export const SIX_HOURS = 21_600;

/**
 * What was chosen for this spreadsheet; the language is that of its locale until one is chosen. Properties may be read
 * 50,000 times a day, fewer than the cells of a busy sheet are worked out, so they are kept in the cache too.
 */
export function readSettings(): Settings {
  const cache = CacheService.getScriptCache();
  const cached = cache.get(CACHED_AS);
  if (cached) return JSON.parse(cached) as Settings;
  const chosen = PropertiesService.getDocumentProperties().getProperties();
  const settings: Settings = {
    server: chosen.server || SERVED_BY,
    language: languageOf(chosen.language || SpreadsheetApp.getActive().getSpreadsheetLocale()),
    refreshed: Number(chosen.refreshed || 0),
  };
  cache.put(CACHED_AS, JSON.stringify(settings), SIX_HOURS);
  return settings;
}

/** Keeps what was chosen with the spreadsheet, for everybody who opens it. */
export function changeSettings(changes: Partial<Settings>): Settings {
  const properties = PropertiesService.getDocumentProperties();
  for (const [name, value] of Object.entries(changes)) properties.setProperty(name, String(value));
  CacheService.getScriptCache().remove(CACHED_AS);
  return readSettings();
}

/**
 * The language of a locale as sheets name it.
 * @example languageOf("vi_VN") // => "vi"
 * @example languageOf("en_US") // => "en"
 */
export function languageOf(locale: string): Language {
  return /^vi\b|^vi_/i.test(locale) ? "vi" : "en";
}

/**
 * An address as a person writes it, as the address of a service; undefined when it is none.
 * @example serverAddress(" https://onpace.example/ ") // => "https://onpace.example"
 * @example serverAddress("onpace.example") // => "https://onpace.example"
 */
export function serverAddress(written: string): string | undefined {
  const text = written.trim().replace(/\/+$/, "");
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return /^https?:\/\/[\w.-]+(:\d+)?$/i.test(address) ? address : undefined;
}
