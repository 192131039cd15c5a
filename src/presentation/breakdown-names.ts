import type { ComponentAnswer } from "../engine/breakdown/answer-types.ts";
import { type Lang, listed, type Wording } from "./language.ts";
import { placeName } from "./place-words.ts";

/** A paragraph that names more parts than these is a table. */
const MOST_NAMED = 4;

/** What parts are called in prose, by their paths; the total is the empty path. */
export type PartNames = (path: string) => string;

const TOTALS = {
  en: { sum: "the total", last: "the total", average: "the whole" },
  vi: { sum: "tổng số", last: "tổng số", average: "chỉ số chung" },
} as const;

/**
 * Names in a language: provinces in its spelling, what was left over in its words; a name that several parts have tells
 * what each is a part of.
 */
export function partNames(
  components: readonly ComponentAnswer[],
  { lang, aggregation = "sum" }: Wording,
): PartNames {
  const byPath = new Map(components.map((part) => [part.path, part]));
  const bearers = new Map<string, number>();
  for (const { name } of components) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  return (path) => {
    const part = byPath.get(path);
    if (!part) return TOTALS[lang][aggregation];
    const isRest = isLeftOver(part);
    const name = !isRest ? placeName(part.name, lang) : lang === "vi" ? "phần còn lại" : "the rest";
    const whole = part.parent === undefined ? undefined : byPath.get(part.parent);
    if (!whole || !(isRest || (bearers.get(part.name) ?? 0) > 1)) return name;
    return `${name} ${lang === "vi" ? "của" : "of"} ${placeName(whole.name, lang)}`;
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
