import { readFile } from "node:fs/promises";
import { join } from "node:path";

const assets = join(import.meta.dirname, "../.assets");

/** A file that `npm run build` made, as the platform hands it to the Worker. */
export async function builtAsset(path: string): Promise<ArrayBuffer | undefined> {
  try {
    return new Uint8Array(await readFile(join(assets, path))).buffer;
  } catch {
    return undefined;
  }
}
