import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * Who may import whom. Folders of `src` and packages by name; whatever is not listed is forbidden. The compiler
 * catches globals of the platform in the engine (its tsconfig has no DOM, Node or Workers types); this catches
 * imports.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: ["engine", "simple-statistics"],
  extract: ["engine", "extract", "simple-statistics"],
  schema: ["engine", "extract", "schema", "zod", "fastest-levenshtein"],
  presentation: [
    "engine",
    "extract",
    "presentation",
    "data",
    "papaparse",
    "d3-scale",
    "@resvg/resvg-wasm",
    "hucre",
    "fast-xml-builder",
  ],
  store: ["engine", "store"],
  http: [
    "engine",
    "extract",
    "schema",
    "presentation",
    "http",
    "hono",
    "zod",
    "@asteasolutions/zod-to-openapi",
  ],
  integrations: ["node", "integrations", "presentation", "esbuild", "fast-xml-builder"],
  web: ["node", "hono", "integrations", "web"],
};
/** `src/worker.ts` and `src/knowledge.ts` put the house together; the engine is shown `data` by them alone. */
const ENTRANCES = ["worker.ts", "knowledge.ts", "rasteriser-files.ts", "bundle-modules.d.ts"];
/** The engine is a function of its arguments. */
const IMPURE = /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bcrypto\.|\bperformance\.|\bconsole\./;

/** A statement that imports or re-exports, an import for its effect, or a lazy one. */
const IMPORT = /^(?:import|export)\b[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\(\s*"([^"]+)"/gm;

const src = join(import.meta.dirname, "../../src");
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));
const textOf = (file: string): string => readFileSync(join(src, file), "utf8");

/** What a file imports: folders of `src`, `data`, or package names. */
function importsOf(file: string): readonly string[] {
  const text = textOf(file);
  const specifiers = [...text.matchAll(IMPORT)].map(
    ([, from, bare, lazy]) => (from ?? bare ?? lazy) as string,
  );
  return specifiers.map((specifier) => {
    if (specifier.startsWith("node:")) return "node";
    if (!specifier.startsWith("."))
      return specifier.startsWith("@")
        ? specifier.split("/").slice(0, 2).join("/")
        : (specifier.split("/")[0] as string);
    const target = relative(src, join(src, dirname(file), specifier)).replaceAll("\\", "/");
    return target.startsWith("../data/") ? "data" : (target.split("/")[0] as string);
  });
}

describe("the layers of the house", () => {
  test.each(files.filter((file) => !ENTRANCES.includes(file)))(
    "%s imports only what its layer may",
    (file) => {
      const layer = file.split("/")[0] as string;
      expect(MAY_IMPORT[layer], `src/${layer} is not a layer`).toBeDefined();
      const forbidden = importsOf(file).filter((imported) => !MAY_IMPORT[layer]?.includes(imported));
      expect(forbidden).toEqual([]);
    },
  );

  test.each(files.filter((file) => /^(engine|extract|presentation|schema)\//.test(file)))(
    "%s reads no clock and no chance",
    (file) => {
      const code = textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      expect(code).not.toMatch(IMPURE);
    },
  );

  test("only the D1 store names the database", () => {
    const naming = files.filter((file) => textOf(file).includes("D1Database") && file !== "store/d1.ts");
    expect(naming).toEqual([]);
  });

  test("a broken wall is seen", () => {
    const text = 'import { Hono } from "hono";';
    expect([...text.matchAll(IMPORT)].map(([, name]) => name)).toEqual(["hono"]);
    expect([...'export {\n  a,\n} from "./b.ts";'.matchAll(IMPORT)].map(([, name]) => name)).toEqual([
      "./b.ts",
    ]);
    expect("const t = Date.now();").toMatch(IMPURE);
    expect(MAY_IMPORT.engine).not.toContain("hono");
  });

  test("every file of data names its source, licence and making", () => {
    const data = join(src, "../data");
    for (const file of readdirSync(data, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".json"),
    )) {
      const content = JSON.parse(readFileSync(join(data, file), "utf8")) as Record<string, unknown>;
      for (const key of ["title", "source", "licence", "retrieved"])
        expect(content[key], `${file} lacks "${key}"`).toEqual(expect.any(String));
    }
  });
});
