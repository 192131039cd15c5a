import { cpSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { html, raw } from "hono/html";
import { SHEET_FUNCTIONS, type SheetFunction } from "../integrations/functions.ts";
import { ENGLISH, type GuideWords, type ShownPicture, type Spreadsheet, VIETNAMESE } from "./guide-words.ts";

type Language = "en" | "vi";

const PICTURES = join(import.meta.dirname, "pictures");

/** What each spreadsheet is shown by; the document of LibreOffice is drawn in both languages. */
const pictureIn = (id: Spreadsheet["id"], lang: Language): string =>
  id === "libreoffice" ? inLanguage("libreoffice-start", lang) : `${id}-functions.png`;
const inLanguage = (name: string, lang: Language): string => `${name}${lang === "vi" ? "-vi" : ""}.png`;

/** The question that the guide's pictures are drawn of. */
const EXAMPLE = "i=exports&g=Kien+Giang&u=million+USD&t=2024-04&y=290&gr=21.26%25&pf=860&tg=920";
const SHOWN: readonly ShownPicture[] = ["fan", "months", "gauge", "scenarios", "sparkline"];

/** Builds the guide for people with a spreadsheet, in both languages, with its pictures. */
export async function buildGuide(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  cpSync(PICTURES, join(directory, "pictures"), { recursive: true });
  cpSync(join(import.meta.dirname, "guide.css"), join(directory, "guide.css"));
  for (const [lang, words, file] of [
    ["en", ENGLISH, "spreadsheets.html"],
    ["vi", VIETNAMESE, "spreadsheets-vi.html"],
  ] as const)
    writeFileSync(join(directory, file), String(await page(lang, words)));
}

const page = (lang: Language, words: GuideWords) => html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8" /><meta name="viewport" content="width=device-width" />
<title>${words.title}</title>
<meta name="description" content="${words.lead}" />
<link rel="icon" href="data:," /><link rel="stylesheet" href="/guide/guide.css" />
</head>
<body>
<main>
<p class="language">${raw(words.otherLanguage)}</p>
<h1>${words.title}</h1>
<p>${words.lead}</p>
<nav>${words.spreadsheets.map(({ id, name }) => html`<a href="#${id}">${name}</a> `)}<a href="#functions">${words.functions}</a> <a href="#by-url">${words.byUrl}</a> <a href="#pictures">${words.pictures}</a> <a href="#workbook">${words.workbook}</a></nav>
${words.spreadsheets.map((each) => setUp(each, lang))}
<h2 id="functions">${words.functions}</h2>
<p>${words.functionsLead}</p>
${SHEET_FUNCTIONS.map((each) => functionHelp(each, lang, words))}
<h2 id="by-url">${words.byUrl}</h2>
<p>${words.byUrlLead}</p>
${words.spreadsheets.map(({ name, byUrl }) => html`<p>${name}</p><pre>${byUrl}</pre>`)}
${pictureOf(inLanguage("formulas-by-url", lang), words.byUrlCaption, words.byUrlCaption)}
<ul>${words.byUrlRules.map((rule) => html`<li>${raw(rule)}</li>`)}</ul>
<h2 id="pictures">${words.pictures}</h2>
<p>${words.picturesLead}</p>
<pre>=IMAGE("__ONPACE_SERVER__/v1/outlook.png?${EXAMPLE}&picture=fan${lang === "en" ? "" : `&lang=${lang}`}")</pre>
<div class="pictures">${SHOWN.map((kind) => livePicture(kind, lang, words))}</div>
<p>${raw(words.pictureParameters)}</p>
<h2 id="workbook">${words.workbook}</h2>
<p>${words.workbookLead} <a href="/v1/outlook.xlsx?${EXAMPLE}&lang=${lang}">${words.workbookLink}</a></p>
<h2>${words.limits}</h2>
<ul>${words.limitRules.map((rule) => html`<li>${raw(rule)}</li>`)}</ul>
</main>
</body></html>`;

const setUp = (
  { id, name, steps, formula, caption, shown }: Spreadsheet,
  lang: Language,
) => html`<section id="${id}">
<h2>${name}</h2>
<ol>${steps.map((step) => html`<li>${raw(step)}</li>`)}</ol>
<pre>${formula}</pre>
${pictureOf(pictureIn(id, lang), shown, caption)}
</section>`;

const functionHelp = (
  each: SheetFunction,
  lang: Language,
  words: GuideWords,
) => html`<section id="${each.name}">
<h3><code>${each.name}(${each.arguments.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(words.separator)})</code></h3>
<p>${each.description[lang]}</p>
${each.result === "address" ? livePicture("fan", lang, words) : pictureOf(inLanguage(each.name.toLowerCase().replace("_", "-"), lang), words.functionShown(each.name))}
<details><summary>${words.argumentsAre}</summary><dl>${each.arguments.map(
  ({ name, description, optional }) =>
    html`<dt><code>${name}</code>${optional ? html` <i>${words.optional}</i>` : ""}</dt><dd>${description[lang]}</dd>`,
)}</dl></details>
<p>${words.result}: ${each.resultDescription[lang]}</p>
</section>`;

/** A picture of the repository, which opens in its own size. */
function pictureOf(file: string, shown: string, caption?: string) {
  if (!existsSync(join(PICTURES, file))) throw new Error(`the guide shows src/web/pictures/${file}`);
  const address = `/guide/pictures/${file}`;
  return html`<figure><a href="${address}"><img src="${address}" alt="${shown}" loading="lazy" /></a>${caption ? html`<figcaption>${caption}</figcaption>` : ""}</figure>`;
}

/** A picture as the service draws it, light or dark as the reader's screen is. */
function livePicture(kind: ShownPicture, lang: Language, words: GuideWords) {
  const address = `/v1/outlook.svg?${EXAMPLE}&picture=${kind}&lang=${lang}${kind === "sparkline" ? "&size=cell" : ""}`;
  return html`<figure><picture><source media="(prefers-color-scheme: dark)" srcset="${address}&theme=dark" /><img src="${address}" alt="${words.pictureShown[kind]}" loading="lazy" /></picture><figcaption><code>picture=${kind}</code></figcaption></figure>`;
}
