import { expect, test } from "vitest";
import { drawMessage } from "../../../src/presentation/pictures/message.ts";
import { all, expectReadable, textOf } from "./checked-svg.ts";
import { expectGolden } from "./golden.ts";

const MESSAGE =
  "#ONPACE: through: 2024-13 is no month; write a month such as 2024-04, or a quarter such as 2024-Q2";
const linesOf = (svg: string): readonly string[] => all(expectReadable(svg), "text").map(textOf);

test("a message is broken into lines and told as a whole", () => {
  const svg = drawMessage(MESSAGE);
  expect(linesOf(svg).join(" ")).toBe(MESSAGE);
  expectGolden("message", svg);
});

test.each([
  [60, 60],
  [200, 100],
  [2000, 60],
  [720, 430],
])("a long one is cut at %i × %i, but not for screen readers", (width, height) => {
  const long = `#ONPACE: ${"mục tiêu “<b>” không đọc được & ".repeat(width)}`.trim();
  const svg = drawMessage(long, { width, height, theme: "dark", lang: "vi" });
  expect(linesOf(svg).at(-1)).toMatch(/…$/);
  expect(textOf(all(expectReadable(svg), "desc")[0] as never)).toBe(long);
});
