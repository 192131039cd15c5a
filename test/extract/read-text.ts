import { extract } from "../../src/extract/extract.ts";
import type { Extraction } from "../../src/extract/extraction.ts";
import { knowledge } from "../../src/knowledge.ts";

/** What the reader finds in a text, with the places of `data`. */
export function readText(text: string, published?: string): Extraction {
  return extract(text, {
    units: knowledge.units,
    articleNumbers: knowledge.articleNumbers,
    ...(published === undefined ? {} : { published }),
  });
}
