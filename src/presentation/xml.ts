import Builder from "fast-xml-builder";
import type { Form } from "./form.ts";
import { plainNumber } from "./format-number.ts";

/**
 * An answer as XML, for FILTERXML and IMPORTXML. The root is `onpace`; fields are elements of their name, and so is
 * each entry of a list: what JSON calls `targets.0.value` is `//targets[1]/value`, or `//targets[name="plan"]/value`. A
 * field whose name is none in XML, and an entry of a list within a list, is an `entry`, with the name as attribute:
 * `//figures/entry[@name="rice & tea"]/value`. Numbers are plain digits, with a point unless a comma is asked for: that
 * is what number() of a path reads, in a sheet of any locale. What XML cannot carry is left out of texts.
 *
 * @example xmlOf({ targets: [{ name: "A & B", value: 1e-7 }, { name: "C" }] }) // => "<onpace><targets><name>A &amp; B</name><value>0.0000001</value></targets><targets><name>C</name></targets></onpace>"
 * @example xmlOf({ "rice & tea": 1.5 }, "comma") // => "<onpace><entry name=\"rice &amp; tea\">1,5</entry></onpace>"
 */
export function xmlOf(answer: object, decimal: Form["decimal"] = "point"): string {
  const builder = new Builder({ ignoreAttributes: false, suppressBooleanAttributes: false });
  return builder.build({ onpace: node(answer, decimal) });
}

/** Names that a path can write without quotes or namespaces; those that begin with "xml" are reserved. */
const NAME = /^(?!xml)[a-z_][\w.-]*$/i;
const ENTRY = "entry";
/** What XML 1.0 (section 2.2) has no character for, halves of a surrogate pair among it. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A value as the builder takes it: a text, or an object of elements whose attributes begin with "@_". */
type Node = string | Record<string, unknown>;

function node(value: unknown, decimal: Form["decimal"]): Node {
  if (typeof value === "number") return plainNumber(value, decimal);
  if (typeof value !== "object" || value === null) return legal(String(value ?? ""));
  if (Array.isArray(value)) return { [ENTRY]: value.map((each) => node(each, decimal)) };
  const elements: Record<string, Node[]> = Object.create(null);
  for (const [name, part] of Object.entries(value)) {
    if (part === undefined) continue;
    const nodes = (Array.isArray(part) ? part : [part]).map((each) => node(each, decimal));
    const isName = NAME.test(name);
    const key = isName ? name : ENTRY;
    elements[key] ??= [];
    elements[key].push(...(isName ? nodes : nodes.map((each) => labelled(each, name))));
  }
  return elements;
}

const labelled = (each: Node, name: string): Node => ({
  ...(typeof each === "string" ? { "#text": each } : each),
  // Readers take each of these for a space in an attribute.
  "@_name": legal(name).replace(/[\t\r\n]/g, " "),
});

const legal = (text: string): string => text.replace(FORBIDDEN, "");
