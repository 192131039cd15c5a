import { exports } from "cloudflare:workers";
import { expect, inject, test } from "vitest";
import { pngOf } from "../../src/presentation/pictures/png.ts";
import { rasteriserFiles } from "../../src/rasteriser-files.ts";
import { SCALE, VIETNAMESE_PICTURE } from "./vietnamese-picture.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The first picture waits until the modules are read, 2.7 MB of them. */
const PATIENCE = 60_000;
const worker = (exports as unknown as { readonly default: Fetcher }).default;

test(
  "a PNG is drawn from the modules of the bundle, and is that of Node to the byte",
  async () => {
    const png = await pngOf(VIETNAMESE_PICTURE, { scale: SCALE, files: rasteriserFiles });
    expect([...png.subarray(0, 8)]).toEqual(SIGNATURE);
    expect([...png]).toEqual(inject("pictureInNode"));
  },
  PATIENCE,
);

test(
  "the worker as it is deployed draws what a cell asks for",
  async () => {
    const query = "through=2024-04&ytd=290&growth=21.26%25&target=920&lang=vi&picture=gauge&size=cell";
    const response = await worker.fetch(new Request(`https://onpace.example/v1/outlook.png?${query}`));
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 8)]).toEqual(SIGNATURE);
  },
  PATIENCE,
);
