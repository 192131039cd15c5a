import { createRequire } from "node:module";

/** An element with its children in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

interface Parser {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
  ontext: (text: string) => void;
  onclosetag: () => void;
  onerror: (error: Error) => void;
  write(text: string): Parser;
  close(): void;
}

/** The strict parser that the manifest's validator reads XML with. */
const validator = createRequire(createRequire(import.meta.url).resolve("office-addin-manifest"));
const { parser } = createRequire(validator.resolve("xml2js"))("sax") as {
  parser: (isStrict: boolean) => Parser;
};

/** What XML 1.0 has no character for; the parser lets it pass. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** The root element; throws where the text is not well-formed. */
export function parsedXml(text: string): Element {
  if (FORBIDDEN.test(text)) throw new Error("a character that XML forbids");
  const document: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const reader = parser(true);
  reader.onopentag = ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  reader.ontext = (part) => {
    (open.at(-1) as Element).text += part;
  };
  reader.onclosetag = () => {
    open.pop();
  };
  reader.onerror = (error) => {
    throw error;
  };
  reader.write(text).close();
  const [root, ...others] = document.children;
  if (!root || others.length > 0) throw new Error("not one root");
  return root;
}
