/**
 * Learns `data/reference/article-numbers.json`: the numbers in the addresses of dated articles, by site. Prints how many
 * days the date of each is off that its neighbours tell.
 *   node test/bench/learn-article-numbers.ts REPORTED.csv [--out data/reference] [--retrieved 2026-11-23]
 * The table has a column `url` and a column `published_date` (ISO day or month). Without `--out` it only prints.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median, quantile } from "simple-statistics";
import type { ArticleNumbers, NumberedArticle } from "../../src/engine/report/article-numbers.ts";
import { articleNumberOf, dayOf, publishedByNumber } from "../../src/extract/address-date.ts";
import { tokensOf } from "../../src/extract/token.ts";

/** Fewer dated articles, or all of one year, do not tell how fast a site numbers them. */
const FEWEST_ANCHORS = 3;
const FEWEST_DAYS = 365;
/** Of a site that numbers evenly no date is further off than this, told by the others. */
const FARTHEST_OFF = 100;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" }, retrieved: { type: "string", default: "2026-11-23" } },
});
const [path] = positionals;
if (path === undefined)
  throw new Error("which table? node test/bench/learn-article-numbers.ts REPORTED.csv [--out FOLDER]");

type Anchor = NumberedArticle & { readonly address: string };

/** The fields of a table with quotes where a field has a comma, by the names in its first line. */
function rowsOf(table: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = table
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
      ),
    );
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? ""])));
}

function anchorsOf(rows: readonly Readonly<Record<string, string>>[]): readonly Anchor[] {
  const found = rows.flatMap(({ url = "", published_date: published = "" }): Anchor[] => {
    const tokens = tokensOf(url);
    const article = articleNumberOf(tokens, { from: 0, to: tokens.length });
    return article && /^https?:/.test(url) && published !== ""
      ? [{ ...article, published, address: url }]
      : [];
  });
  return [...new Map(found.map((anchor) => [`${anchor.site} ${anchor.number}`, anchor])).values()];
}

function bySite(all: readonly Anchor[]): readonly (readonly Anchor[])[] {
  const sites = new Set(all.map(({ site }) => site));
  return [...sites].map((each) => all.filter(({ site }) => site === each));
}

/** The longest series in which later articles have larger numbers: a site that numbered anew keeps one of the two. */
function rising(all: readonly Anchor[]): readonly Anchor[] {
  const sorted = all.toSorted((a, b) => a.number - b.number);
  const chains: Anchor[][] = [];
  for (const anchor of sorted) {
    const before = chains
      .filter((chain) => dayOf((chain.at(-1) as Anchor).published) <= dayOf(anchor.published))
      .reduce((longest, chain) => (chain.length > longest.length ? chain : longest), [] as Anchor[]);
    chains.push([...before, anchor]);
  }
  return chains.reduce((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

/** Whether the numbers of a site tell its dates: there are enough of them, and each tells the others about right. */
function isLearned(all: readonly Anchor[]): boolean {
  const days = all.map(({ published }) => dayOf(published));
  const isLong = all.length >= FEWEST_ANCHORS && Math.max(...days) - Math.min(...days) >= FEWEST_DAYS;
  return isLong && all.every((anchor) => Math.abs(daysOff(anchor, others(anchor, all)) ?? 0) <= FARTHEST_OFF);
}

const others = (anchor: Anchor, all: readonly Anchor[]): ArticleNumbers => ({
  anchors: all.filter((each) => each !== anchor),
});

/** The days that a date is off which the other articles of the site tell; undefined where they tell none. */
function daysOff(anchor: Anchor, numbers: ArticleNumbers): number | undefined {
  const told = publishedByNumber(anchor, numbers);
  return told && (dayOf(told.earliest) + dayOf(told.latest)) / 2 - dayOf(anchor.published);
}

const learned = bySite(anchorsOf(rowsOf(readFileSync(path, "utf8"))))
  .map(rising)
  .filter(isLearned);
const anchors = learned.flat();
const judged = anchors.map((anchor) => {
  const numbers = others(anchor, anchors);
  const told = publishedByNumber(anchor, numbers);
  const isHeld = told && told.earliest <= anchor.published && anchor.published <= told.latest;
  return { anchor, off: daysOff(anchor, numbers), isHeld };
});
for (const { anchor, off, isHeld } of judged)
  console.log(
    `${anchor.site} ${anchor.number} ${anchor.published}: ${off === undefined ? "no estimate" : `${Math.round(off)} days off`}${isHeld === false ? ", outside" : ""}`,
  );
const sizes = judged.flatMap(({ off }) => (off === undefined ? [] : [Math.abs(off)]));
console.log(
  `${anchors.length} articles of ${learned.length} sites, ${sizes.length} with an estimate: median ${Math.round(median(sizes))} days off, 90% within ${Math.round(quantile(sizes, 0.9))}; ${judged.filter(({ isHeld }) => isHeld).length} inside the interval`,
);

if (options.out !== undefined)
  writeFileSync(
    join(options.out, "article-numbers.json"),
    `${JSON.stringify(
      {
        title: "Numbers in the addresses of press articles with known dates",
        source: "the addresses themselves, with the dates that the articles print",
        licence: "addresses and dates are facts",
        retrieved: options.retrieved,
        made: "test/bench/learn-article-numbers.ts: of each site with at least three dated articles over a year or more, the longest series in which numbers and dates rise together, where each date is within 100 days of what the others tell. A date without a day is of a month.",
        anchors,
      },
      null,
      1,
    )}\n`,
  );
