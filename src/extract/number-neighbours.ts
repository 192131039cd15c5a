import type { NumberDraft } from "./number-drafts.ts";
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

/** The sentence that each draft stands in, by the ends of sentences before it. */
export function sentencesOf(tokens: readonly Token[], drafts: readonly NumberDraft[]): readonly number[] {
  const sentences: number[] = [];
  let sentence = 0;
  let at = 0;
  for (const { from } of drafts) {
    for (; at < from; at += 1) if (endsSentence(tokens, at)) sentence += 1;
    sentences.push(sentence);
  }
  return sentences;
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

/** Numbers of a list with the unit of its last member: "100,43 và 64,53 triệu USD", "31.6, 21.2 and 18 percent". */
export function withListUnits(
  tokens: readonly Token[],
  drafts: readonly NumberDraft[],
): readonly NumberDraft[] {
  const respective = respectiveSentences(tokens, drafts);
  const shared = [...drafts];
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const draft = shared[index] as NumberDraft;
    const next = shared[index + 1] as NumberDraft;
    if (draft.kind !== "plain" || !isListed(tokens, draft.to, next.from)) continue;
    if (!draft.literal.includes(".") && (!respective.has(index) || isDate(tokens, draft))) continue;
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
  /^(?:19|20)\d\d$/.test(literal) || DATE_WORDS.has(tokens[from - 1]?.text ?? "");

function isListed(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > MOST_BETWEEN) return false;
  for (let at = from; at < to; at += 1) if (!LIST_SIGNS.has(tokens[at]?.text ?? "")) return false;
  return true;
}

/** Drafts of sentences that say "respectively" or "lần lượt". */
function respectiveSentences(tokens: readonly Token[], drafts: readonly NumberDraft[]): ReadonlySet<number> {
  const respective = new Set<number>();
  let index = 0;
  let isSaid = false;
  let pending: number[] = [];
  for (let at = 0; at <= tokens.length; at += 1) {
    if (drafts[index]?.from === at) pending.push(index++);
    if (RESPECTIVELY.has(tokens[at]?.text ?? "")) isSaid = true;
    if (at < tokens.length && !endsSentence(tokens, at)) continue;
    if (isSaid) for (const each of pending) respective.add(each);
    isSaid = false;
    pending = [];
  }
  return respective;
}

/**
 * Magnitudes without a currency as money, where nothing says that they count something else: "64.53 million" in a list
 * of dollars, "17,153 tỷ", "17.8 trillion".
 */
export function withCurrencies(
  tokens: readonly Token[],
  drafts: readonly NumberDraft[],
): readonly NumberDraft[] {
  const sentences = sentencesOf(tokens, drafts);
  const behind = nearestBehind(drafts, sentences);
  let before: Neighbour | undefined;
  return drafts.map((draft, index) => {
    const sentence = sentences[index] as number;
    const neighbours = [before, behind[index]].filter((each) => each?.sentence === sentence) as Neighbour[];
    const completed = completedBy(tokens, draft, neighbours);
    if (completed.kind === "scaled" && completed.currency !== undefined && completed.per === undefined) {
      before = { sentence, currency: completed.currency, exponent: completed.exponent };
    }
    return completed;
  });
}

interface Neighbour {
  readonly sentence: number;
  readonly currency: string;
  readonly exponent: number;
}

function nearestBehind(
  drafts: readonly NumberDraft[],
  sentences: readonly number[],
): readonly (Neighbour | undefined)[] {
  const behind: (Neighbour | undefined)[] = [];
  let nearest: Neighbour | undefined;
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    behind[index] = nearest;
    const { kind, currency, exponent, per } = drafts[index] as NumberDraft;
    if (kind === "scaled" && currency !== undefined && per === undefined) {
      nearest = { sentence: sentences[index] as number, currency, exponent };
    }
  }
  return behind;
}

function completedBy(
  tokens: readonly Token[],
  draft: NumberDraft,
  neighbours: readonly Neighbour[],
): NumberDraft {
  if (draft.kind !== "scaled" || draft.currency !== undefined || draft.per !== undefined) return draft;
  const next = tokens[draft.to];
  const word = next?.kind === "word" ? next.text : "";
  const isTy = /^t[ỷyi]$/.test(tokens[draft.to - 1]?.text ?? "");
  if (COUNTED.has(word) || (word !== "" && !isTy && !NO_NOUNS.has(word))) return draft;
  if (draft.exponent >= TRILLION) return { ...draft, currency: "VND" };
  const [nearest] = neighbours;
  if (isTy) {
    const isDollars =
      nearest?.currency === "USD" && nearest.exponent === BILLION && Number(draft.literal) < 100;
    return isDollars ? { ...draft, currency: "USD", isElliptic: true } : { ...draft, currency: "VND" };
  }
  if (!nearest || nearest.exponent === 0 || draft.exponent < 6) return draft;
  return { ...draft, currency: nearest.currency, isElliptic: true };
}
