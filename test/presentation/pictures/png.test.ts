import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { lettersOf } from "../../../src/presentation/pictures/font-letters.ts";
import { MAX_PIXELS } from "../../../src/presentation/pictures/options.ts";
import { PictureError } from "../../../src/presentation/pictures/picture-error.ts";
import { pngOf } from "../../../src/presentation/pictures/png.ts";
import { FONT_FAMILY } from "../../../src/presentation/pictures/svg.ts";
import { rasteriserFiles } from "./rasteriser-files.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const sheet = (width: number, height: number, content = ""): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${FONT_FAMILY}">${content}</svg>`;
const png = (svg: string, scale = 1) => pngOf(svg, { scale, files: rasteriserFiles });
const letterAs = async (text: string, weight = 400): Promise<string> =>
  Buffer.from(
    await png(sheet(30, 40, `<text x="4" y="28" font-size="20" font-weight="${weight}">${text}</text>`)),
  ).toString("base64");

/** All letters of Vietnamese that carry an accent, in lower and upper case, and the sign of its currency. */
const ACCENTED = [
  ..."àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
  ..."ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ",
  "₫",
];

test("files that could not be reached are asked for again", async () => {
  const files = () => Promise.reject(new Error("gone"));
  await expect(pngOf(sheet(10, 10), { scale: 1, files })).rejects.toThrow("gone");
  await expect(png(sheet(10, 10))).resolves.toBeInstanceOf(Uint8Array);
});

describe("a PNG", () => {
  test.each([
    [60, 40, 1],
    [60, 40, 2],
    [200, 100, 3],
  ])("of %i × %i at scale %i has its pixels", async (width, height, scale) => {
    const bytes = await png(sheet(width, height), scale);
    expect([...bytes.subarray(0, 8)]).toEqual(SIGNATURE);
    const header = new DataView(bytes.buffer, bytes.byteOffset);
    expect([header.getUint32(16), header.getUint32(20)]).toEqual([width * scale, height * scale]);
  });

  test("is the same each time", async () => {
    const svg = sheet(200, 40, `<text x="4" y="28" font-size="20">Kế hoạch năm: 1.234,5 tỷ đồng</text>`);
    expect(await png(svg)).toEqual(await png(svg));
  });

  test.each([
    [2000, 2000, 2, "write scale=1, the largest for 2000 × 2000, or a smaller width or height"],
    [900, 700, 3, "write scale=2, the largest for 900 × 700, or a smaller width or height"],
    [30_000, 30_000, 1, "ask for a smaller width or height"],
  ])("of %i × %i at scale %i would be too large", async (width, height, scale, hint) => {
    const refusal = png(sheet(width, height), scale);
    await expect(refusal).rejects.toBeInstanceOf(PictureError);
    await expect(refusal).rejects.toMatchObject({
      path: "scale",
      message: `the picture would have more than ${MAX_PIXELS / 1e6} million pixels`,
      hint,
    });
  });

  test("of what is no picture is refused, and the next is drawn", async () => {
    await expect(png("<svg")).rejects.toBeDefined();
    await expect(png(sheet(10, 10))).resolves.toBeInstanceOf(Uint8Array);
  });
});

test("a pair of surrogates is one letter, marks on it are none, and what is no text stays", async () => {
  expect(await letterAs("𠮷")).toBe(await letterAs("?"));
  expect(await letterAs("ก\u0e31")).toBe(await letterAs("?"));
  expect(await letterAs("a\u2009b")).toBe(await letterAs("a b"));
  expect(await letterAs("&amp;")).not.toBe(await letterAs("?"));
  const inAttribute = `<g id="日"><rect width="9" height="9"/></g>`;
  expect(await png(sheet(10, 10, inAttribute))).toEqual(
    await png(sheet(10, 10, `<rect width="9" height="9"/>`)),
  );
});

test("the fonts have every letter that pictures write of their own", async () => {
  const { fonts } = await rasteriserFiles();
  const letters = fonts.map(lettersOf);
  const folder = join(import.meta.dirname, "golden");
  const pictures = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const written = pictures.flatMap((svg) =>
    [...svg.matchAll(/<text[^>]*>([^<]*)/g)].flatMap(([, text = ""]) => [...text]),
  );
  const missing = written.filter((letter) => !letters.every((some) => some.has(letter.codePointAt(0) ?? 0)));
  expect(missing).toEqual([]);
});

describe.each([400, 600])("the letters of weight %i", (weight) => {
  const drawn = new Map<string, string>();
  beforeAll(async () => {
    for (const letter of [
      "",
      "?",
      "中",
      "\u00a0",
      "\u2009",
      "\u200b",
      "\ufe0f",
      "a",
      "d",
      "o",
      "u",
      ...ACCENTED,
    ])
      drawn.set(letter, await letterAs(letter, weight));
  });

  test("a letter that the font lacks is drawn as a question mark, and no space is", () => {
    expect(drawn.get("中")).toBe(drawn.get("?"));
    expect(drawn.get("?")).not.toBe(drawn.get(""));
    for (const unseen of ["\u00a0", "\u2009", "\u200b", "\ufe0f"])
      expect(drawn.get(unseen)).toBe(drawn.get(""));
  });

  test("each accented letter is drawn, and looks like no other", () => {
    const blanks = [drawn.get(""), drawn.get("?")];
    const missing = ACCENTED.filter((letter) => blanks.includes(drawn.get(letter)));
    expect(missing).toEqual([]);
    expect(new Set(ACCENTED.map((letter) => drawn.get(letter))).size).toBe(ACCENTED.length);
    expect(drawn.get("ạ")).not.toBe(drawn.get("a"));
    expect(drawn.get("đ")).not.toBe(drawn.get("d"));
  });
});

test("the two weights differ, and letters with loose accents are those with accents", async () => {
  expect(await letterAs("đ", 600)).not.toBe(await letterAs("đ", 400));
  expect(await letterAs("e\u0302\u0301".normalize("NFC"))).toBe(await letterAs("ế"));
});
