import type { ComponentAnswer } from "../engine/breakdown/answer-types.ts";
import { type Lang, listed } from "./language.ts";
import { placeName } from "./place-words.ts";

/** A paragraph that names more parts than these is a table. */
const MOST_NAMED = 4;

/** What parts are called in prose, by their paths; the total is the empty path. */
export type PartNames = (path: string) => string;

/** Names in a language: provinces in its spelling, what was left over in its words. */
export function partNames(components: readonly ComponentAnswer[], lang: Lang): PartNames {
  const byPath = new Map(components.map((part) => [part.path, part]));
  return (path) => {
    const part = byPath.get(path);
    if (!part) return lang === "vi" ? "tổng số" : "the total";
    if (!isLeftOver(part)) return placeName(part.name, lang);
    const whole = part.parent === undefined ? undefined : byPath.get(part.parent);
    const rest = lang === "vi" ? "phần còn lại" : "the rest";
    if (!whole) return rest;
    return `${rest} ${lang === "vi" ? "của" : "of"} ${placeName(whole.name, lang)}`;
  };
}

/** Whether a part was not named but is what the named ones leave. */
export const isLeftOver = ({ origin, name }: Pick<ComponentAnswer, "origin" | "name">): boolean =>
  origin === "rest" && (name === "rest" || name === "remainder");

/** Several parts in prose: by name, or how many they are. */
export function partsListed(paths: readonly string[], names: PartNames, lang: Lang): string {
  if (paths.length <= MOST_NAMED) return listed(paths.map(names), lang);
  return lang === "vi" ? `${paths.length} thành phần` : `${paths.length} parts`;
}
