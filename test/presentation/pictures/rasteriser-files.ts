import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { RasteriserFiles } from "../../../src/presentation/pictures/png.ts";

const { resolve } = createRequire(import.meta.url);
const FONTS = "@expo-google-fonts/be-vietnam-pro";

/** The rasteriser and its fonts read from their packages, as Node has them. */
export async function rasteriserFiles(): Promise<RasteriserFiles> {
  const bytesOf = async (file: string) => new Uint8Array(await readFile(resolve(file)));
  return {
    wasm: await bytesOf("@resvg/resvg-wasm/index_bg.wasm"),
    fonts: [
      await bytesOf(`${FONTS}/400Regular/BeVietnamPro_400Regular.ttf`),
      await bytesOf(`${FONTS}/600SemiBold/BeVietnamPro_600SemiBold.ttf`),
    ],
  };
}
