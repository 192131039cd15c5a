import { describe, expect, test } from "vitest";
import { readPictureOptions } from "../../../src/presentation/pictures/options.ts";

describe("readPictureOptions", () => {
  test("nothing told is a light page in English", () => {
    expect(readPictureOptions({})).toEqual({
      options: { width: 720, height: 430, theme: "light", lang: "en", scale: 2 },
      problems: [],
    });
  });

  test.each([
    [{ size: "cell" }, { width: 200, height: 100 }],
    [
      { size: "cell", picture: "sparkline" },
      { width: 240, height: 60 },
    ],
    [{ size: "slide" }, { width: 960, height: 540 }],
    [
      { size: "slide", width: "480" },
      { width: 480, height: 270 },
    ],
    [{ height: "860" }, { width: 1440, height: 860 }],
    [
      { width: 300, height: " 90 " },
      { width: 300, height: 90 },
    ],
    [
      { width: "2000", size: "cell" },
      { width: 2000, height: 1000 },
    ],
    [
      { width: "60", size: "slide" },
      { width: 60, height: 60 },
    ],
    [
      { picture: "", size: "", width: "", theme: "", scale: "" },
      { width: 720, height: 430 },
    ],
  ])("%j is %j", (parameters, size) => {
    const { options, problems } = readPictureOptions(parameters);
    expect(problems).toEqual([]);
    expect(options).toMatchObject(size);
  });

  test("names in any case, language and scale", () => {
    const { options } = readPictureOptions({ picture: "FAN", theme: "Dark", lang: "vi", scale: "3" });
    expect(options).toMatchObject({ picture: "fan", theme: "dark", lang: "vi", scale: 3 });
  });

  test.each([
    [{ width: "1000", height: "1000" }, 2],
    [{ width: "1001", height: "1000" }, 1],
    [{ width: "1200", height: "900" }, 1],
    [{ width: "2000", height: "2000" }, 1],
    [{ width: "1200", height: "900", scale: "2" }, 2],
  ])("%j is drawn at scale %i: what nobody asked for is not refused", (parameters, scale) => {
    expect(readPictureOptions(parameters)).toMatchObject({ options: { scale }, problems: [] });
  });

  test("everything wrong is told at once, and stands for its default", () => {
    const { options, problems } = readPictureOptions({
      picture: "pie",
      size: "poster",
      width: "59",
      height: "1e3",
      theme: "<script>",
      scale: "4",
    });
    expect(problems.map(({ path }) => path)).toEqual([
      "picture",
      "size",
      "width",
      "height",
      "theme",
      "scale",
    ]);
    expect(problems[0]?.hint).toBe(
      "write one of fan, months, gauge, scenarios, sparkline, ranking, breakdown",
    );
    expect(problems[2]?.message).toBe("width is not a whole number from 60 to 2000");
    expect(JSON.stringify(problems)).not.toContain("<script>");
    expect(options).toEqual({ width: 720, height: 430, theme: "light", lang: "en", scale: 2 });
  });

  test.each(["constructor", "__proto__", "toString"])("%s is no size", (size) => {
    expect(readPictureOptions({ size }).problems).toHaveLength(1);
  });
});
