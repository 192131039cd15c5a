import { expect, inject, test } from "vitest";
import { pngOf } from "../../src/presentation/pictures/png.ts";
import { rasteriserFiles } from "../../src/rasteriser-files.ts";
import { SCALE, VIETNAMESE_PICTURE } from "./vietnamese-picture.ts";

test("a PNG is drawn from the modules of the bundle, and is that of Node to the byte", async () => {
  const png = await pngOf(VIETNAMESE_PICTURE, { scale: SCALE, files: rasteriserFiles });
  expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([...png]).toEqual(inject("pictureInNode"));
});
