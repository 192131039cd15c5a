import type { Draft } from "../draft.ts";
import type { Suspicion } from "../extraction.ts";
import { amountInterval } from "./amount-interval.ts";
import { isReported, periodKey, type ReadText } from "./read-text.ts";

/** Parts, alone or as the sum of one list, that are more than the total told before them. */
export function partsAboveTotal(text: ReadText): readonly Suspicion[] {
  const totals = new Map<string, Draft>();
  const lists = new Map<Draft, List>();
  const found: Suspicion[] = [];
  for (const draft of text.drafts) {
    const { amount, component, sentence } = draft;
    if (!amount || draft.purpose !== "value" || draft.isOther) continue;
    const key = totalKey(draft, text);
    if (!component) {
      if (key !== undefined && isReported(draft)) totals.set(key, draft);
      continue;
    }
    const total = key === undefined || component.startsWith("excluding") ? undefined : totals.get(key);
    if (!total?.amount) continue;
    const known = lists.get(total);
    const list = draft.isPaired && known?.sentence === sentence ? known : { sentence, lower: 0, parts: [] };
    lists.set(total, list);
    list.lower += amountInterval(amount)?.lower ?? 0;
    list.parts.push(text.wordsOf(amount));
    if (list.lower <= (amountInterval(total.amount)?.upper ?? Number.POSITIVE_INFINITY)) continue;
    lists.delete(total);
    found.push({
      code: "partAboveTotal",
      span: text.spanOf(draft.from, draft.to),
      values: { part: list.parts.join(" + "), total: text.wordsOf(total.amount) },
    });
  }
  return found;
}

interface List {
  readonly sentence: number;
  lower: number;
  readonly parts: string[];
}

function totalKey(draft: Draft, { reference }: ReadText): string | undefined {
  const period = periodKey(draft, reference);
  return period && `${draft.place ?? ""}|${draft.indicator}|${draft.amount?.unit ?? ""}|${period}`;
}
