import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coordinate,
  element,
  group,
  lineThrough,
  oneLine,
  svgDocument,
} from "../../../src/presentation/pictures/svg.ts";
import { themeOf } from "../../../src/presentation/pictures/theme.ts";
import { all, hostileText, parsed, textOf } from "./checked-svg.ts";

describe("SVG elements", () => {
  test("no number that is none reaches a picture", () => {
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => coordinate(x)).toThrow(RangeError);
      expect(() => element("circle", { cx: x })).toThrow(RangeError);
      expect(() =>
        lineThrough([
          [0, 0],
          [1, x],
        ]),
      ).toThrow(RangeError);
    }
    expect(coordinate(-0.001)).toBe("0");
  });

  test("a group of nothing is nothing", () => {
    expect(group({ fill: "red" }, [undefined])).toBeUndefined();
    expect(group({ fill: "red" }, [undefined, element("g")])?.markup).toBe('<g fill="red"><g/></g>');
  });

  test("any text comes back as it was, in content and attribute, less what XML forbids", () => {
    fc.assert(
      fc.property(hostileText(40), (text) => {
        const { markup } = element("text", { "data-name": oneLine(text) }, [oneLine(text)]);
        const node = parsed(markup);
        expect(textOf(node)).toBe(oneLine(text));
        expect(node.attributes["data-name"]).toBe(oneLine(text));
      }),
    );
  });

  test("a title and a description lead the document", () => {
    const svg = svgDocument(
      { width: 10, height: 20, lang: "vi", theme: themeOf("dark"), title: "a <b>\n", description: "c & d" },
      [undefined, element("g")],
    );
    const root = parsed(svg);
    expect(root.attributes).toMatchObject({ role: "img", viewBox: "0 0 10 20", "xml:lang": "vi" });
    expect(root.attributes["font-family"]).toMatch(/^'Be Vietnam Pro'/);
    expect(textOf(all(root, "title")[0] as never)).toBe("a <b>");
    expect(textOf(all(root, "desc")[0] as never)).toBe("c & d");
  });
});
