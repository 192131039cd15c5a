import { expect } from "vitest";

const attributesOf = (xml: string, element: string, attribute: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${element} [^>]*?\\b${attribute}="([^"]*)"`, "g"))].map(
    ([, value]) => value ?? "",
  );

const expectDifferent = (names: readonly string[], what: string): void =>
  expect(new Set(names.map((name) => name.toLowerCase())).size, what).toBe(names.length);

/** No match in a part: only a match is worth a message, which takes long to write for parts of this size. */
function expectNone(part: string, xml: string, pattern: RegExp): void {
  const found = pattern.exec(xml);
  if (found) throw new Error(`${part} has ${JSON.stringify(found[0])} at ${found.index}`);
}

/** The folder and the name of a part's relationships. */
const relationshipsOf = (part: string): string => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** The part that a relationship of a part points to. */
function targetOf(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/"))
    if (step === "..") path.pop();
    else path.push(step);
  return path.join("/");
}

/** Every start has its end, in order. */
function expectWellFormed(name: string, xml: string): void {
  const open: string[] = [];
  for (const [, end, element = "", alone] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end && open.pop() !== element) throw new Error(`${name}: </${element}> ends what it did not begin`);
    if (!end && !alone) open.push(element);
  }
  expect(open, name).toEqual([]);
  expectNone(name, xml, /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u);
  expectNone(name, xml, /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/);
  expectNone(name, xml, /NaN|Infinity|undefined/);
}

const textOf = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/**
 * What Excel asks of a workbook and mends or refuses otherwise: parts with types, relationships that lead somewhere,
 * names and numbers that are given once, tables whose heads are their columns, ranges that exist.
 */
export function expectSound(parts: ReadonlyMap<string, string>): void {
  for (const [name, xml] of parts) expectWellFormed(name, xml);
  const types = parts.get("[Content_Types].xml") ?? "";
  const typed = attributesOf(types, "Override", "PartName");
  expectDifferent(typed, "parts with a type");
  for (const part of typed) expect(parts.has(part.slice(1)), `${part} is there`).toBe(true);
  for (const part of parts.keys())
    if (part !== "[Content_Types].xml" && !part.endsWith(".rels"))
      expect(typed.includes(`/${part}`), part).toBe(true);

  for (const [name, xml] of parts) {
    if (!name.endsWith(".rels")) continue;
    const source = name.replace("_rels/", "").replace(/\.rels$/, "");
    expectDifferent(attributesOf(xml, "Relationship", "Id"), name);
    for (const target of attributesOf(xml, "Relationship", "Target"))
      expect(parts.has(targetOf(source, target)), `${name}: ${target}`).toBe(true);
  }
  for (const [name, xml] of parts)
    for (const [, id] of xml.matchAll(/ r:id="([^"]*)"/g))
      expect(attributesOf(parts.get(relationshipsOf(name)) ?? "", "Relationship", "Id"), name).toContain(id);

  const workbook = parts.get("xl/workbook.xml") ?? "";
  const sheets = attributesOf(workbook, "sheet", "name");
  expectDifferent(sheets, "sheets");
  for (const sheet of sheets) expect(sheet).toMatch(/^[^[\]:*?/\\']{1,31}$/);

  const tables = [...parts].filter(([name]) => name.startsWith("xl/tables/")).map(([, xml]) => xml);
  expectDifferent(
    tables.flatMap((xml) => attributesOf(xml, "table", "displayName")),
    "tables",
  );
  expectDifferent(
    tables.flatMap((xml) => attributesOf(xml, "table", "id")),
    "numbers of tables",
  );
  const strings = [...(parts.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    textOf(si ?? ""),
  );
  for (const [name, xml] of parts)
    if (/^xl\/worksheets\/[^_]/.test(name)) expectSheet(name, xml, parts, strings);

  for (const xml of parts.values())
    for (const [, sheet = ""] of xml.matchAll(/<c:f>'([^']*)'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+<\/c:f>/g))
      expect(sheets).toContain(sheet);
}

function expectSheet(
  name: string,
  xml: string,
  parts: ReadonlyMap<string, string>,
  strings: readonly string[],
): void {
  const cells = attributesOf(xml, "c", "r");
  expectDifferent(cells, `cells of ${name}`);
  for (const height of attributesOf(xml, "row", "ht")) expect(Number(height)).toBeLessThanOrEqual(409);
  // Whoever does not calculate shows what a formula gave when it was written.
  expectNone(name, xml, /<\/f><\/c>/);
  expectNone(name, xml, /<f>(?:=|[^<]*#REF!)/);

  const relationships = parts.get(relationshipsOf(name)) ?? "";
  for (const target of attributesOf(relationships, "Relationship", "Target").filter((to) =>
    to.includes("tables/"),
  )) {
    const table = parts.get(targetOf(name, target)) ?? "";
    const [, left = "", top = "", , bottom = ""] = /ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(table) ?? [];
    expect(Number(bottom), `${target} has rows`).toBeGreaterThan(Number(top));
    const columns = attributesOf(table, "tableColumn", "name").map(textOf);
    expectDifferent(columns, target);
    const heads = columns.map((_, index) => {
      const cell = String.fromCharCode(left.charCodeAt(0) + index) + top;
      const at = new RegExp(`<c r="${cell}" t="s"[^>]*><v>(\\d+)</v>`).exec(xml)?.[1];
      return strings[Number(at)];
    });
    expect(heads, target).toEqual(columns);
  }
}
