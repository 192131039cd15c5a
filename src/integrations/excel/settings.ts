/** What the user chose in the pane. */
export interface Settings {
  /** Where formulas are answered, without a slash at the end. */
  readonly server: string;
  readonly language: "en" | "vi";
}

/** The server that the add-in came from; it writes its own name here. */
export const OWN_SERVER = "__ONPACE_SERVER__";
const KEY = "onpace";

/** What the browser keeps between two openings of a workbook; it may refuse. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** The browser throws at the mere look at its storage where that is switched off. */
function storage(): Storage | undefined {
  try {
    return (globalThis as { localStorage?: Storage }).localStorage;
  } catch {
    return undefined;
  }
}

let chosen: Partial<Settings> | undefined;
/** Until the user chooses, the language that Excel speaks. */
let spoken: Settings["language"] = "en";

/** Tells the language that Excel speaks, such as "vi-VN". */
export function speak(displayLanguage: string | undefined): void {
  spoken = displayLanguage?.toLowerCase().startsWith("vi") ? "vi" : "en";
}

export function settings(): Settings {
  chosen ??= remembered();
  return { server: OWN_SERVER, language: spoken, ...chosen };
}

export function choose(choice: Partial<Settings>): void {
  chosen = { ...chosen, ...choice };
  try {
    storage()?.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Full or forbidden: the choice then lasts as long as the workbook is open.
  }
}

function remembered(): Partial<Settings> {
  try {
    return JSON.parse(storage()?.getItem(KEY) ?? "{}") as Partial<Settings>;
  } catch {
    return {};
  }
}
