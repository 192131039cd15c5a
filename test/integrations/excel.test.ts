import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OfficeAddinManifest } from "office-addin-manifest";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildExcel } from "../../src/integrations/excel/build.ts";
import { SHEET_FUNCTIONS } from "../../src/integrations/functions.ts";

const SERVER = "https://onpace.example";
const directory = mkdtempSync(join(tmpdir(), "onpace-excel-"));
const built = (name: string): string =>
  readFileSync(join(directory, name), "utf8").replaceAll("__ONPACE_SERVER__", SERVER);

beforeAll(() => buildExcel(directory), 60_000);
afterAll(() => rmSync(directory, { recursive: true }));

/** An element of a document, its children in their order. */
interface Element {
  readonly "#name": string;
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly $$?: readonly Element[];
}

const childrenOf = ({ $$ = [] }: Element): readonly Element[] => $$;
const allOf = (element: Element): readonly Element[] => [element, ...childrenOf(element).flatMap(allOf)];
const named = (element: Element, name: string): readonly Element[] =>
  allOf(element).filter((each) => each["#name"] === name);

/** The manifest as a server gives it, read with the parser of Office's own tool. */
async function manifest(): Promise<Element> {
  const { parseStringPromise } = createRequire(
    createRequire(import.meta.url).resolve("office-addin-manifest"),
  )("xml2js") as { parseStringPromise: (text: string, options: object) => Promise<Element> };
  return parseStringPromise(built("manifest.xml"), {
    explicitRoot: false,
    explicitChildren: true,
    preserveChildrenOrder: true,
  });
}

/** The children that an element may have, in the order that the schemas of the manifest (MS-OWEMXML) demand. */
const SEQUENCES: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "AlternateId",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "Dictionary",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  AllFormFactors: ["ExtensionPoint"],
  "ExtensionPoint CustomFunctions": ["Script", "Page", "Metadata", "Namespace"],
  "ExtensionPoint PrimaryCommandSurface": ["OfficeTab", "CustomTab"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  Group: ["Label", "Icon", "Control"],
  "Control Button": ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  "Action ShowTaskpane": ["TaskpaneId", "SourceLocation", "Title"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

describe("the manifest", () => {
  test("is read by Office's own tool", async () => {
    expect(await OfficeAddinManifest.readManifestFile(join(directory, "manifest.xml"))).toMatchObject({
      id: "5301f3a7-16cd-4444-b3d2-fc40b8f55d09",
      displayName: "Onpace",
      hosts: ["Workbook"],
      officeAppType: "TaskPaneApp",
      permissions: "ReadWriteDocument",
      // Office takes four numbers of at most five digits, and none below 1.0.
      version: expect.stringMatching(/^[1-9]\d{0,4}(\.\d{1,5}){3}$/),
    });
  });

  test("has the elements in the order that its schemas demand", async () => {
    const ordered = allOf(await manifest()).filter((element) => sequenceOf(element));
    expect(new Set(ordered.map((element) => element["#name"])).size).toBeGreaterThan(10);
    for (const element of ordered) {
      const sequence = sequenceOf(element) as readonly string[];
      const places = childrenOf(element).map((child) => sequence.indexOf(child["#name"]));
      expect(places, element["#name"]).not.toContain(-1);
      expect(places, element["#name"]).toEqual([...places].sort((a, b) => a - b));
    }
  });

  test("every address is https and on the server itself", async () => {
    const addresses = allOf(await manifest()).flatMap(({ $ = {}, _ = "" }) =>
      [_, ...Object.entries($).flatMap(([name, value]) => (name.startsWith("xmlns") ? [] : [value]))].filter(
        (text) => /^[a-z]+:\/\//.test(text.trim()),
      ),
    );
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses)
      expect(address.startsWith(`${SERVER}/`) || address === SERVER).toBe(true);
    expect(built("manifest.xml")).not.toContain("__ONPACE");
  });

  test("every file that it names is built", async () => {
    const files = [...built("manifest.xml").matchAll(/\/excel\/([\w.-]+)/g)].map(
      ([, file]) => file as string,
    );
    expect(new Set(files)).toEqual(
      new Set([
        "taskpane.html",
        "functions.js",
        "functions.json",
        "functions.vi.json",
        ...[16, 32, 64, 80].map((size) => `icon-${size}.png`),
      ]),
    );
    for (const file of files) expect(readFileSync(join(directory, file)).length).toBeGreaterThan(100);
  });

  test("references resolve, identifiers are unique and as short as they must be", async () => {
    const document = await manifest();
    const [resources] = named(document, "Resources");
    const ids = allOf(resources as Element).flatMap(({ $ }) => $?.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const references = allOf(document).flatMap(({ $ }) => $?.resid ?? []);
    expect(new Set(references)).toEqual(new Set(ids));
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(32);
  });

  test("texts are as short as they must be, and told in Vietnamese too", async () => {
    const document = await manifest();
    for (const [list, limit] of [
      ["bt:ShortStrings", 125],
      ["bt:LongStrings", 250],
    ] as const) {
      const texts = named(document, list).flatMap((each) =>
        allOf(each).flatMap(({ $ = {} }) => $.DefaultValue ?? $.Value ?? []),
      );
      expect(texts.length).toBeGreaterThan(2);
      for (const text of texts) expect(text.length).toBeLessThanOrEqual(limit);
    }
    const [description] = named(document, "Description");
    for (const text of [description?.$?.DefaultValue, named(document, "Override")[0]?.$?.Value])
      expect(text?.length).toBeLessThanOrEqual(250);
    const locales = new Set(
      [...named(document, "Override"), ...named(document, "bt:Override")].map(({ $ }) => $?.Locale),
    );
    expect(locales).toEqual(new Set(["vi-VN"]));
  });

  test("one page is pane and runtime of the functions, and stays open", async () => {
    const document = await manifest();
    expect(named(document, "Runtime").map(({ $ }) => $)).toEqual([{ resid: "Pane.Url", lifetime: "long" }]);
    for (const place of ["Page", "Action"])
      expect(named(named(document, place)[0] as Element, "SourceLocation")[0]?.$?.resid).toBe("Pane.Url");
    const sets = named(document, "Set").map(({ $ }) => [$?.Name, $?.MinVersion]);
    expect(sets).toEqual([
      ["CustomFunctionsRuntime", "1.1"],
      ["SharedRuntime", "1.1"],
    ]);
  });

  test("icons have the sizes that their names tell", () => {
    for (const size of [16, 32, 64, 80]) {
      const png = readFileSync(join(directory, `icon-${size}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});

function sequenceOf(element: Element): readonly string[] | undefined {
  const name = element["#name"];
  return SEQUENCES[`${name} ${element.$?.["xsi:type"]}`] ?? SEQUENCES[name];
}

/** What Excel accepts as metadata of custom functions, by the reference of its properties; nothing else may be there. */
const Dimensionality = z.enum(["scalar", "matrix"]);
const DataType = z.enum(["boolean", "number", "string", "any"]);
const Metadata = z.strictObject({
  allowCustomDataForDataTypeAny: z.boolean().optional(),
  allowErrorForDataTypeAny: z.boolean().optional(),
  functions: z.array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z][A-Za-z0-9._]{2,127}$/),
      name: z.string().regex(/^\p{L}[\p{L}0-9._]{2,127}$/u),
      description: z.string().optional(),
      helpUrl: z.url().optional(),
      options: z
        .strictObject({
          cancelable: z.boolean().optional(),
          requiresAddress: z.boolean().optional(),
          requiresParameterAddresses: z.boolean().optional(),
          stream: z.boolean().optional(),
          volatile: z.boolean().optional(),
        })
        .optional(),
      parameters: z.array(
        z.strictObject({
          name: z.string().min(1),
          description: z.string().optional(),
          dimensionality: Dimensionality.optional(),
          type: DataType.optional(),
          optional: z.boolean().optional(),
          repeating: z.boolean().optional(),
        }),
      ),
      result: z.strictObject({ dimensionality: Dimensionality.optional(), type: DataType.optional() }),
    }),
  ),
});

describe("the metadata", () => {
  const metadata = (file: string) => Metadata.parse(JSON.parse(built(file)));

  test.each([
    ["functions.json", "en"],
    ["functions.vi.json", "vi"],
  ] as const)("%s is what Excel accepts, and tells the one list of functions", (file, language) => {
    const told = metadata(file).functions.map(({ id, name, description, parameters }) => ({
      id,
      name,
      description,
      parameters: parameters.map((each) => [each.name, each.optional === true, each.description]),
    }));
    const listed = SHEET_FUNCTIONS.map(({ name, description, arguments: list }) => ({
      id: name,
      name,
      description: description[language],
      parameters: list.map((each) => [each.name, each.optional, each.description[language]]),
    }));
    expect(told).toEqual(listed);
  });

  test("every argument is a range, every result spills, every calculation can be cancelled", () => {
    for (const { parameters, result, options } of metadata("functions.json").functions) {
      for (const parameter of parameters)
        expect(parameter).toMatchObject({ dimensionality: "matrix", type: "any" });
      expect(result.dimensionality).toBe("matrix");
      expect(options).toEqual({ cancelable: true, requiresParameterAddresses: true });
    }
  });

  test("no name is that of a cell or of a function of Excel", () => {
    for (const { name } of SHEET_FUNCTIONS) expect(name).toMatch(/^ONPACE_[A-Z]+$/);
  });

  test("names that Excel refuses are refused here", () => {
    const broken = { functions: [{ id: "1A", name: "ONPACE RUNRATE", parameters: [], result: {} }] };
    expect(Metadata.safeParse(broken).success).toBe(false);
  });
});

describe("the page", () => {
  test("loads Office from Microsoft, and everything else from its own server", () => {
    const page = built("taskpane.html");
    const loaded = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address as string);
    const [office, ...own] = loaded;
    expect(office).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(own.length).toBeGreaterThan(2);
    for (const address of own) expect(address.startsWith(`${SERVER}/`)).toBe(true);
  });

  test("has the functions before Excel calls one: after Office, and waiting for nothing", () => {
    const scripts = [...built("taskpane.html").matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual([
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">',
      `<script src="${SERVER}/excel/functions.js">`,
    ]);
  });

  test("the script names no other host, and every function of the list", () => {
    const script = built("functions.js");
    const hosts = [...script.matchAll(/https?:\/\/[\w.-]+/g)].map(([host]) => host);
    expect(new Set(hosts)).toEqual(new Set([SERVER]));
    for (const { name } of SHEET_FUNCTIONS) expect(script).toContain(`${name}:`);
  });
});
