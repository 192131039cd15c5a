import type { Item } from "./items.ts";
import type { Amount } from "./mention.ts";
import { lastOf, type Sentence } from "./sentence.ts";

/** Whether an amount repeats the one before it in another currency: "5 billion USD (120 trillion VND)". */
export function isConversion({ items, positions }: Sentence, at: number): boolean {
  const amount = items[at] as Amount;
  let before = at - 1;
  if (isSign(items[before], "(")) {
    const near = lastOf({ positions }, "amount", Math.max(0, before - 3), before);
    if (near >= 0 && (items[near] as Amount).unit !== amount.unit) return true;
  }
  while (isConversionLink(items[before])) before -= 1;
  const other = items[before];
  return other?.kind === "amount" && other.unit !== amount.unit;
}

const isConversionLink = (item: Item | undefined): boolean =>
  isSign(item, "(") ||
  isSign(item, ",") ||
  (item?.kind === "cue" && (item.cue === "equals" || item.cue === "estimate"));

export const isSign = (item: Item | undefined, sign: string): boolean =>
  item?.kind === "sign" && item.sign === sign;
