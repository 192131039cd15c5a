import { isYearLike, type NumberDraft } from "./number-draft.ts";
import type { Token } from "./token.ts";

const LIST_SIGNS: ReadonlySet<string> = new Set([",", ";", "and", "và", "va", "/"]);
const RESPECTIVELY: ReadonlySet<string> = new Set(["respectively", "lượt", "luot"]);
const DATE_WORDS: ReadonlySet<string> = new Set(
  (
    "tháng thang quý quy năm nam ngày ngay in january february march april may june july august september october " +
    "november december of the first last"
  ).split(" "),
);
const MOST_BETWEEN = 3;

const BILLION = 9;
const TRILLION = 12;
/** Words that count nothing: behind one of them a magnitude without a currency is money, where its neighbours are. */
const NO_NOUNS: ReadonlySet<string> = new Set(
  (
    "and or in from to for by up down as at on with while compared respectively last this during over against which " +
    "representing accounting equal a an the of was were is are after before but per so it that than under through " +
    "above below making meeting fulfilling marking rising falling rose fell increasing decreasing an annually more " +
    "và trong tăng giảm so bằng đạt ở từ cho với của chiếm là hoặc vào theo cao thấp hoàn vượt tương do để còn ước đã " +
    "thì nhưng hơn gồm cùng trên tại nếu được này năm tháng quý " +
    "va tang giam bang dat o tu cho voi cua chiem la vao theo vuot tuong"
  ).split(" "),
);
/** What is counted in "tỷ" without being money. */
const COUNTED: ReadonlySet<string> = new Set(
  "kwh kw m m3 m2 tấn con cây lượt người cổ cá sản viên tan luot nguoi tons tonnes people shares dân chiếc đơn units".split(
    " ",
  ),
);

interface Sentences {
  /** The sentence that each draft stands in. */
  readonly of: Uint32Array;
  /** Those that say "respectively" or "lần lượt". */
  readonly respective: ReadonlySet<number>;
}

function sentencesOf(tokens: readonly Token[], drafts: readonly NumberDraft[]): Sentences {
  const of = new Uint32Array(drafts.length);
  const respective = new Set<number>();
  let sentence = 0;
  let draft = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    while (drafts[draft]?.from === at) {
      of[draft] = sentence;
      draft += 1;
    }
    const { kind, text } = tokens[at] as Token;
    if (kind === "number") continue;
    if (kind === "word") {
      if (RESPECTIVELY.has(text)) respective.add(sentence);
    } else if (endsSentence(tokens, at)) sentence += 1;
  }
  return { of, respective };
}

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "break") return true;
  if (token?.text !== "." && token?.text !== "!" && token?.text !== "?") return false;
  const next = tokens[at + 1];
  return (
    next === undefined || next.kind === "break" || (next.isSpaced && next.kind !== "number" && !isLower(next))
  );
}

const isLower = (token: Token): boolean => token.kind === "word" && !token.isCapital;

/**
 * The drafts with the units that their neighbours have: numbers of a list with the unit of its last member ("100,43 và
 * 64,53 triệu USD"), magnitudes without a currency with that of the sentence ("64.53 million" in a list of dollars) or
 * the usual one ("17,153 tỷ").
 */
export function withSharedUnits(
  tokens: readonly Token[],
  drafts: readonly NumberDraft[],
): readonly NumberDraft[] {
  if (drafts.length === 0) return drafts;
  const sentences = sentencesOf(tokens, drafts);
  return withCurrencies(tokens, withListUnits(tokens, drafts, sentences), sentences);
}

function withListUnits(
  tokens: readonly Token[],
  drafts: readonly NumberDraft[],
  sentences: Sentences,
): readonly NumberDraft[] {
  const shared = [...drafts];
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const draft = shared[index] as NumberDraft;
    const next = shared[index + 1] as NumberDraft;
    if (draft.kind !== "plain" || next.kind === "plain" || !isListed(tokens, draft.to, next.from)) continue;
    const isRespective = sentences.respective.has(sentences.of[index] as number);
    if (!draft.literal.includes(".") && (!isRespective || isDate(tokens, draft))) continue;
    if (next.kind === "percent") {
      const { isPoints = false } = next;
      shared[index] = { ...draft, kind: "percent", isPoints, isElliptic: true };
    } else if (
      next.kind === "scaled" &&
      next.currency !== undefined &&
      next.per === undefined &&
      next.exponent > 0
    ) {
      const { exponent, currency } = next;
      shared[index] = { ...draft, kind: "scaled", exponent, currency, isElliptic: true };
    }
  }
  return shared;
}

const isDate = (tokens: readonly Token[], { from, literal }: NumberDraft): boolean =>
  isYearLike(literal) || DATE_WORDS.has(tokens[from - 1]?.text ?? "");

function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > MOST_BETWEEN) return false;
  for (let at = from; at < to; at += 1) if (!LIST_SIGNS.has(tokens[at]?.text ?? "")) return false;
  return true;
}

interface Neighbour {
  readonly sentence: number;
  readonly currency: string;
  readonly exponent: number;
}

const isMoney = ({ kind, currency, per }: NumberDraft): boolean =>
  kind === "scaled" && currency !== undefined && per === undefined;

function withCurrencies(
  tokens: readonly Token[],
  drafts: readonly NumberDraft[],
  sentences: Sentences,
): readonly NumberDraft[] {
  const behind = nearestBehind(drafts, sentences);
  const completed: NumberDraft[] = [];
  let before: Neighbour | undefined;
  for (let index = 0; index < drafts.length; index += 1) {
    const sentence = sentences.of[index] as number;
    const neighbour = before?.sentence === sentence ? before : behind[index];
    const draft = completedBy(tokens, drafts[index] as NumberDraft, neighbour);
    completed.push(draft);
    if (isMoney(draft)) before = { sentence, currency: draft.currency as string, exponent: draft.exponent };
  }
  return completed;
}

/** For each draft the first money behind it in its sentence. */
function nearestBehind(
  drafts: readonly NumberDraft[],
  { of }: Sentences,
): readonly (Neighbour | undefined)[] {
  const behind: (Neighbour | undefined)[] = new Array(drafts.length).fill(undefined);
  let nearest: Neighbour | undefined;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index] as NumberDraft;
    const sentence = of[index] as number;
    if (nearest?.sentence === sentence) behind[index] = nearest;
    if (isMoney(draft)) nearest = { sentence, currency: draft.currency as string, exponent: draft.exponent };
  }
  return behind;
}

function completedBy(
  tokens: readonly Token[],
  draft: NumberDraft,
  nearest: Neighbour | undefined,
): NumberDraft {
  if (draft.kind !== "scaled" || draft.currency !== undefined || draft.per !== undefined) return draft;
  const next = tokens[draft.to];
  const word = next?.kind === "word" ? next.text : "";
  const isTy = /^t[ỷyi]$/.test(tokens[draft.to - 1]?.text ?? "");
  if (COUNTED.has(word) || (word !== "" && !isTy && !NO_NOUNS.has(word))) return draft;
  if (draft.exponent >= TRILLION) return { ...draft, currency: "VND" };
  if (isTy) {
    const isDollars =
      nearest?.currency === "USD" && nearest.exponent === BILLION && Number(draft.literal) < 100;
    return isDollars ? { ...draft, currency: "USD", isElliptic: true } : { ...draft, currency: "VND" };
  }
  if (!nearest || nearest.exponent === 0 || draft.exponent < 6) return draft;
  return { ...draft, currency: nearest.currency, isElliptic: true };
}
