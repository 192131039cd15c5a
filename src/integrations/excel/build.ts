import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { pngOf } from "../../presentation/pictures/png.ts";
import { SHEET_FUNCTIONS } from "../functions.ts";

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
/** The sizes that the manifest and the pane name. */
const ICON_SIZES = [16, 32, 64, 80];
/** The side of icon.svg. */
const ICON_SIDE = 80;
/** The web views that Office runs on Windows and macOS, of the last five years. */
const TARGETS = ["chrome100", "edge100", "safari15"];

/** Puts the Excel add-in into a directory: manifest, metadata in both languages, script, page and icons. */
export async function buildExcel(directory: string): Promise<void> {
  mkdirSync(directory, { recursive: true });
  copyFileSync(join(here, "taskpane.html"), join(directory, "taskpane.html"));
  const manifest = readFileSync(join(here, "manifest.xml"), "utf8");
  writeFileSync(join(directory, "manifest.xml"), manifest.replace("__ONPACE_VERSION__", officeVersion()));
  await Promise.all([buildScript(directory), buildMetadata(directory), buildIcons(directory)]);
}

/** Four numbers, as Office writes versions: its validator refuses those below 1.0, so the release follows a 1. */
function officeVersion(): string {
  const { version } = JSON.parse(readFileSync(join(here, "../../../package.json"), "utf8")) as {
    version: string;
  };
  return `1.${version}`;
}

function buildScript(directory: string): Promise<unknown> {
  return build({
    entryPoints: [join(here, "add-in.ts")],
    outfile: join(directory, "functions.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: TARGETS,
    // Vietnamese stays readable, and a third shorter.
    charset: "utf8",
    legalComments: "none",
  });
}

/** What the official tool gives of a function, as far as it is put into Vietnamese. */
interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly parameters: readonly { readonly name: string }[];
  }[];
}

async function buildMetadata(directory: string): Promise<void> {
  const { metadataJson, errors } = await documented(join(here, "functions.ts"));
  if (errors.length > 0) throw new Error(`the comments of functions.ts are wrong: ${errors.join("; ")}`);
  writeFileSync(join(directory, "functions.json"), metadataJson);
  const vietnamese = JSON.stringify(inVietnamese(JSON.parse(metadataJson) as Metadata), null, 4);
  writeFileSync(join(directory, "functions.vi.json"), vietnamese);
}

/** What `custom-functions-metadata` makes of the comments in a source. */
async function documented(source: string): Promise<{ metadataJson: string; errors: readonly string[] }> {
  // The tool reads sources with the JavaScript interface of the compiler, which typescript 7 has no more; this
  // package carries the last one that has it.
  const compiler = require.resolve("@ts-morph/common/dist/typescript.js");
  const hook = registerHooks({
    resolve: (specifier, context, next) => next(specifier === "typescript" ? compiler : specifier, context),
  });
  try {
    return await require("custom-functions-metadata").generateCustomFunctionsMetadata(source);
  } finally {
    hook.deregister();
  }
}

/** The same functions under the same names, told in Vietnamese. */
function inVietnamese({ functions, ...others }: Metadata): unknown {
  return {
    ...others,
    functions: functions.map((each) => {
      const told = SHEET_FUNCTIONS.find(({ name }) => name === each.id);
      return {
        ...each,
        description: told?.description.vi,
        parameters: each.parameters.map((parameter, index) => ({
          ...parameter,
          description: told?.arguments[index]?.description.vi,
        })),
      };
    }),
  };
}

async function buildIcons(directory: string): Promise<void> {
  const svg = readFileSync(join(here, "icon.svg"), "utf8");
  const wasm = readFileSync(require.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  // There is no letter in it.
  const files = async () => ({ wasm: new Uint8Array(wasm), fonts: [] });
  for (const size of ICON_SIZES)
    writeFileSync(join(directory, `icon-${size}.png`), await pngOf(svg, { scale: size / ICON_SIDE, files }));
}
