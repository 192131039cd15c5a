import type { TestProject } from "vitest/node";
import { pngOf } from "../../src/presentation/pictures/png.ts";
import { rasteriserFiles } from "../presentation/pictures/rasteriser-files.ts";
import { SCALE, VIETNAMESE_PICTURE } from "./vietnamese-picture.ts";

declare module "vitest" {
  export interface ProvidedContext {
    readonly pictureInNode: readonly number[];
  }
}

/** The bytes that Node draws, for the test that runs in workerd to compare with. */
export default async function drawInNode({ provide }: TestProject): Promise<void> {
  provide("pictureInNode", [...(await pngOf(VIETNAMESE_PICTURE, { scale: SCALE, files: rasteriserFiles }))]);
}
