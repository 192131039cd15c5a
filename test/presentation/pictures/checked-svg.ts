import fc from "fast-check";
import { expect } from "vitest";
import { textWidth } from "../../../src/presentation/pictures/text-width.ts";

/** Texts of any characters at all: control characters, halves of pairs, quotes and brackets more often than others. */
export const hostileText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(..."<>&\"'/ ]"),
        fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCodePoint(code)),
        fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
      ),
      { maxLength },
    )
    .map((letters) => letters.join(""));

/** An element of a parsed document. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Node | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const TOKEN = /<(\/?)([a-zA-Z][\w:-]*)((?:\s+[a-zA-Z][\w:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Text with its entities resolved; a bare ampersand or a character that XML forbids fails. */
function unescaped(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(text);
  if (forbidden) throw new Error(`character ${forbidden[0].charCodeAt(0)} in ${text}`);
  return text.replace(/&([^;]*)(;?)/g, (whole, name: string, end: string) => {
    if (end === "" || !Object.hasOwn(ENTITIES, name)) throw new Error(`${whole} is no entity`);
    return ENTITIES[name] as string;
  });
}

/** The root of a document; anything that is not well-formed fails. */
export function parsed(svg: string): Node {
  const open: { name: string; attributes: Record<string, string>; children: (Node | string)[] }[] = [
    { name: "", attributes: {}, children: [] },
  ];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < svg.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(svg);
    if (!match) throw new Error(`not well-formed at ${at}: ${svg.slice(at, at + 60)}`);
    const [, closes, name, attributes = "", isEmpty, text] = match;
    const parent = open.at(-1) as (typeof open)[number];
    if (text !== undefined) parent.children.push(unescaped(text));
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> at ${at} closes another`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
        ([, key, value]) => [key as string, unescaped(value as string)] as const,
      );
      expect(new Set(pairs.map(([key]) => key)).size, `attributes of ${name} are told once`).toBe(
        pairs.length,
      );
      const node = { name: name as string, attributes: Object.fromEntries(pairs), children: [] };
      parent.children.push(node);
      if (!isEmpty) open.push(node);
    }
  }
  expect(open).toHaveLength(1);
  const [root, ...others] = open[0]?.children ?? [];
  expect(others).toEqual([]);
  return root as Node;
}

/** All elements of a name below one. */
export function all(node: Node, name: string): readonly Node[] {
  return node.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

export const textOf = (node: Node): string =>
  node.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");

interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each text stands, from its baseline and the widths of its letters. */
export function textBoxes(root: Node): readonly TextBox[] {
  return all(root, "text").map((node) => {
    const { x, y, "font-size": size, "font-weight": weight, "text-anchor": anchor } = node.attributes;
    const text = textOf(node);
    const width = textWidth(text, Number(size), weight === "600" ? 600 : 400);
    const left = Number(x) - (anchor === "end" ? width : anchor === "middle" ? width / 2 : 0);
    return {
      text,
      left,
      right: left + width,
      top: Number(y) - Number(size) * 0.74,
      bottom: Number(y) + Number(size) * 0.2,
    };
  });
}

/** That a document is well-formed, named and described, has no broken number, and all its texts can be read. */
export function expectReadable(svg: string): Node {
  expect(svg).not.toMatch(/NaN|Infinity|undefined|\[object/);
  const root = parsed(svg);
  expect(root.name).toBe("svg");
  expect(root.attributes.role).toBe("img");
  const [, , width, height] = (root.attributes.viewBox ?? "").split(" ").map(Number) as number[];
  expect([String(width), String(height)]).toEqual([root.attributes.width, root.attributes.height]);
  const [title, desc] = root.children as readonly Node[];
  expect([title?.name, desc?.name]).toEqual(["title", "desc"]);
  expect(textOf(title as Node)).not.toBe("");
  expect(textOf(desc as Node)).not.toBe("");
  const boxes = textBoxes(root);
  const cut = boxes.filter(
    ({ left, right, top, bottom }) =>
      !(left >= 0 && right <= (width as number) && top >= 0 && bottom <= (height as number)),
  );
  expect(cut, `is cut off of ${width} × ${height}`).toEqual([]);
  const touching = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" lies on "${b.text}"`),
  );
  expect(touching, `of ${width} × ${height}`).toEqual([]);
  return root;
}
