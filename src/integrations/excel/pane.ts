import { SHEET_FUNCTIONS } from "../functions.ts";
import { startAnew } from "./calculation.ts";
import { EXAMPLE_FORMATS, EXAMPLE_MERGED, exampleSheet } from "./example-sheet.ts";
import type { ExcelContext, ExcelHost, OfficeHost, PaneElement } from "./host.ts";
import { PANE_WORDS, type PaneWords } from "./pane-words.ts";
import { choose, OWN_SERVER, type Settings, settings, speak } from "./settings.ts";

declare const Office: OfficeHost;
declare const Excel: ExcelHost;
declare const document: {
  readonly documentElement: { lang: string };
  getElementById(id: string): PaneElement | null;
  querySelectorAll(selector: string): Iterable<PaneElement>;
  createElement(name: string): PaneElement;
};

/** Makes the pane work, once Office is there. */
export async function openPane(): Promise<void> {
  show();
  element("language").addEventListener("change", () => {
    chooseAnew({ language: element("language").value as Settings["language"] });
  });
  element("server").addEventListener("change", () => {
    const server = serverOf(element("server").value);
    if (server === undefined) say(words().badServer);
    else chooseAnew({ server });
  });
  onClick("recalculate", recalculate);
  onClick("example", insertExample);
  onClick("picture", insertPicture);
  if (typeof Office !== "undefined") {
    await Office.onReady();
    speak(Office.context.displayLanguage);
    startAnew();
    show();
  }
  if (typeof Excel === "undefined") say(words().noExcel);
}

function words(): PaneWords {
  return PANE_WORDS[settings().language];
}

function element(id: string): PaneElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the pane has no ${id}`);
  return found;
}

/** Writes everything in the language that was chosen. */
function show(): void {
  const { language, server } = settings();
  document.documentElement.lang = language;
  element("language").value = language;
  element("server").value = server;
  const said = words();
  for (const each of document.querySelectorAll("[data-words]"))
    each.textContent = said[each.dataset.words as keyof PaneWords];
  element("functions").replaceChildren(
    ...SHEET_FUNCTIONS.flatMap(({ name, arguments: named, description, resultDescription }) => {
      const list = named.map((each) => (each.optional ? `[${each.name}]` : each.name)).join(", ");
      return [
        told("dt", `=${name}(${list})`),
        told("dd", `${description[language]} ${resultDescription[language]}`),
      ];
    }),
  );
}

function told(name: string, text: string): PaneElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function say(text: string): void {
  element("message").textContent = text;
}

function chooseAnew(choice: Partial<Settings>): void {
  choose(choice);
  show();
  void attempt(recalculate);
}

const onClick = (id: string, work: () => Promise<string>) =>
  element(id).addEventListener("click", () => void attempt(work));

/** Does the work and says how it went. */
async function attempt(work: () => Promise<string>): Promise<void> {
  say("");
  try {
    say(await work());
  } catch (error) {
    say(`${words().failed} ${error instanceof Error ? error.message : error}`);
  }
}

/** An address without a slash at its end; that of the add-in when nothing is written. Http is for one's own machine. */
function serverOf(written: string): string | undefined {
  const server = written.trim().replace(/\/+$/, "");
  if (server === "") return OWN_SERVER;
  return /^(https:\/\/[^/\s]+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)$/.test(server) ? server : undefined;
}

async function recalculate(): Promise<string> {
  startAnew();
  await Excel.run(async (context) => {
    context.workbook.application.calculate("Full");
    await context.sync();
  });
  return words().recalculated;
}

async function insertExample(): Promise<string> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    for (const { address, formulas } of exampleSheet(settings().language))
      sheet.getRange(address).formulas = formulas.map((row) => [...row]);
    for (const { address, format } of EXAMPLE_FORMATS) sheet.getRange(address).numberFormat = format;
    sheet.getRange(EXAMPLE_MERGED).merge();
    sheet.getRange("A:B").format.autofitColumns();
    sheet.activate();
    await context.sync();
  });
  return words().written;
}

/** Puts the picture that the selected cell names beside the cell. */
async function insertPicture(): Promise<string> {
  const address = await Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("values");
    await context.sync();
    return String(cell.values[0]?.[0] ?? "");
  });
  const { server } = settings();
  if (!address.startsWith(`${server}/v1/`)) return words().noPicture;
  const [image, sentence] = await Promise.all([pictureAt(address), sentenceAt(address)]);
  await Excel.run((context) => place(context, image, sentence));
  return words().inserted;
}

async function place(context: ExcelContext, image: string, sentence: string): Promise<void> {
  const beside = context.workbook.getActiveCell().getCell(0, 1);
  beside.load("left,top");
  await context.sync();
  const shape = context.workbook.worksheets.getActiveWorksheet().shapes.addImage(image);
  shape.left = beside.left;
  shape.top = beside.top;
  shape.altTextDescription = sentence;
  await context.sync();
}

async function pictureAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The outlook in words, for those who cannot see the picture. */
async function sentenceAt(address: string): Promise<string> {
  const response = await fetch(address.replace(/\.png(?=\?|$)/, ".md"));
  return response.ok ? response.text() : "";
}
