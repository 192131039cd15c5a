import type { DecimalSign } from "./decimal-convention.ts";
import { multipleEnd, multipleInWordsAt } from "./multiples.ts";
import {
  DATE_WORDS,
  isYearLike,
  type NumberDraft,
  numberAt,
  percentDraft,
  scaledDraft,
  type WrittenNumber,
} from "./number-draft.ts";
import { rangeFrom } from "./number-range.ts";
import { type NumberUnit, unitAt } from "./number-unit.ts";
import type { Token } from "./token.ts";

/** Every number of a text with its unit. Numbers in words count only with a magnitude, a percent sign or "times". */
export function numberDraftsOf(
  tokens: readonly Token[],
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] {
  const drafts: NumberDraft[] = [];
  let at = 0;
  let floor = 0;
  while (at < tokens.length) {
    const { kind, text } = tokens[at] as Token;
    if (kind !== "number" && kind !== "word") {
      at = (text === ":" ? addressEnd(tokens, at) : undefined) ?? at + 1;
      continue;
    }
    const found = draftsAt(tokens, at, floor, decimal, folded);
    at += 1;
    if (!found) continue;
    for (const draft of found) {
      drafts.push(draft);
      floor = draft.to;
    }
    at = Math.max(at, floor);
  }
  return drafts;
}

/** The end of the address that "://" stands in: up to white space, whatever numbers it has in it. */
function addressEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at + 1]?.text !== "/" || tokens[at + 2]?.text !== "/") return undefined;
  let end = at + 3;
  while (end < tokens.length && !tokens[end]?.isSpaced && tokens[end]?.kind !== "break") end += 1;
  return end;
}

function draftsAt(
  tokens: readonly Token[],
  at: number,
  floor: number,
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] | undefined {
  const number = numberAt(tokens, at, floor, decimal);
  const unit = number && ownUnit(tokens, number);
  if (number) {
    const found = rangeFrom(tokens, number, unit, decimal) ?? draftOf(tokens, number, unit, decimal, folded);
    if (found) return found;
  }
  const multiple = tokens[at]?.kind === "word" ? multipleInWordsAt(tokens, at, folded) : undefined;
  return multiple
    ? [{ kind: "multiple", from: at, to: multiple.to, literal: multiple.meaning, exponent: 0 }]
    : undefined;
}

/** The unit behind a number; "năm 2023 USD tăng" and the words of a slug ("xuat-khau-525-trieu-usd") have none. */
function ownUnit(tokens: readonly Token[], number: WrittenNumber): NumberUnit | undefined {
  const unit = unitAt(tokens, number.to, number.currency !== undefined);
  if (unit?.kind !== "scale") return unit;
  const before = tokens[number.from - 1];
  const isYear = !unit.hasMagnitude && isYearLike(number.literal) && DATE_WORDS.has(before?.text ?? "");
  const isSlug =
    before?.text === "-" &&
    !before.isSpaced &&
    tokens[number.to]?.text === "-" &&
    isWordTouching(tokens, number.from - 2);
  return isYear || isSlug ? undefined : unit;
}

const isWordTouching = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "word" && tokens[at + 1]?.isSpaced === false;

function draftOf(
  tokens: readonly Token[],
  number: WrittenNumber,
  unit: NumberUnit | undefined,
  decimal: DecimalSign,
  folded: boolean,
): readonly NumberDraft[] | undefined {
  const { literal, from, to } = number;
  if (unit?.kind === "percent") return [percentDraft(tokens, number, unit)];
  if (unit || number.currency !== undefined) {
    return number.isWord && !unit?.hasMagnitude
      ? undefined
      : [compound(tokens, scaledDraft(tokens, number, unit), decimal)];
  }
  const end = multipleEnd(tokens, number, folded);
  if (end !== undefined) return [{ kind: "multiple", from, to: end, literal, exponent: 0 }];
  return number.isWord ? undefined : [{ kind: "plain", from, to, literal, exponent: 0 }];
}

/** "17 tỷ 500 triệu đồng": the second number goes on where the first ends. */
function compound(tokens: readonly Token[], draft: NumberDraft, decimal: DecimalSign): NumberDraft {
  if (draft.currency !== undefined || draft.literal.includes(".") || draft.exponent === 0) return draft;
  const next = tokens[draft.to];
  if (next?.kind !== "number" || !next.isSpaced) return draft;
  const number = numberAt(tokens, draft.to, draft.to, decimal);
  const unit = number && unitAt(tokens, number.to, false);
  if (!number || unit?.kind !== "scale" || !unit.hasMagnitude || unit.currency === undefined) return draft;
  const digits = draft.exponent - unit.exponent;
  if (digits < 3 || number.literal.includes(".") || number.literal.length > digits) return draft;
  const fraction = number.literal.padStart(digits, "0").replace(/0+$/, "");
  return {
    ...draft,
    literal: fraction === "" ? draft.literal : `${draft.literal}.${fraction}`,
    currency: unit.currency,
    to: unit.to,
    ...(unit.per === undefined ? {} : { per: unit.per }),
  };
}
