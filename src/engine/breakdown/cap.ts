import type { ReconciledPart } from "./reconciled-parts.ts";

/** The most that a part can reach over the year, in its own unit; undefined without a cap, or without last year. */
export function capOf({ ask, reading }: ReconciledPart): number | undefined {
  const { level, growth } = ask?.cap ?? {};
  const { priorFullYear } = reading.year;
  const grown = growth && priorFullYear !== undefined ? priorFullYear * (1 + growth.value) : undefined;
  const caps = [level?.value, grown].filter((cap) => cap !== undefined);
  return caps.length > 0 ? Math.min(...caps) : undefined;
}
