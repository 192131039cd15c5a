import type { Leads } from "../engine/ranking/headline.ts";
import type { Measure } from "../engine/ranking/ranking-question.ts";
import type { ComparedWith } from "../engine/ranking/region-growth.ts";
import type { Lang } from "./language.ts";

/** Who is first in one measure, in words. */
export interface FirstPlace {
  readonly places: string;
  readonly isShared: boolean;
  /** The growth with its sign, or the level with its unit. */
  readonly number: string;
  readonly possibly: string;
}

/** How many places grew faster than the growth they are compared with. */
interface FasterClause {
  readonly kind: ComparedWith;
  readonly growth: string;
  readonly count: number;
  readonly outOf: number;
  readonly share: string;
  readonly uncertain: number;
}

/** A headline's claim and what the figures say of it. */
interface HeadlineClause {
  readonly claim: Measure;
  readonly leader: string;
  readonly level: Leads;
  readonly growth: Leads;
}

/** The sentences about a ranking in one language; level and growth are never told with one word. */
export interface RankingPhrases {
  readonly subject: string;
  among(given: number, of: number): string;
  /** Clauses that stand behind the subject; the first of them begins it. */
  first(measure: Measure, told: FirstPlace): string;
  firstInBoth(places: string, level: string, growth: string): string;
  notTold(measure: Measure): string;
  contribution(told: {
    readonly places: string;
    readonly points: string;
    readonly isOfRegion: boolean;
  }): string;
  faster(told: FasterClause): string;
  fasterStated(told: { readonly count: number; readonly of?: number; readonly share?: string }): string;
  headline(told: HeadlineClause): string;
  missing(names: string): string;
}

const COMPARED_EN: Readonly<Record<ComparedWith, string>> = {
  stated: "the region's growth",
  weighted: "the region's growth, weighted from its places",
  weightedOfGiven: "the weighted growth of the places given",
  simpleAverage: "the simple average of the growths",
};

const COMPARED_VI: Readonly<Record<ComparedWith, string>> = {
  stated: "tốc độ tăng chung của vùng",
  weighted: "tốc độ tăng bình quân gia quyền của vùng",
  weightedOfGiven: "tốc độ tăng bình quân gia quyền của các địa phương có số liệu",
  simpleAverage: "bình quân giản đơn của các tốc độ tăng",
};

const LEADS_EN: Readonly<Record<Leads, (measure: Measure) => string>> = {
  yes: (measure) => `it is first in ${measure}`,
  no: (measure) => `it is not first in ${measure}`,
  digitsCannotTell: (measure) => `the digits cannot tell whether it is first in ${measure}`,
  notKnown: (measure) =>
    measure === "level"
      ? "who is first in level is not known, as no levels were given"
      : "who is first in growth is not known, as no growths were given",
};

const MEASURE_VI: Readonly<Record<Measure, string>> = { level: "quy mô", growth: "tốc độ tăng" };

const LEADS_VI: Readonly<Record<Leads, (measure: Measure) => string>> = {
  yes: (measure) => `địa phương này dẫn đầu về ${MEASURE_VI[measure]}`,
  no: (measure) => `địa phương này không dẫn đầu về ${MEASURE_VI[measure]}`,
  digitsCannotTell: (measure) =>
    `số liệu làm tròn chưa cho biết địa phương này có dẫn đầu về ${MEASURE_VI[measure]} hay không`,
  notKnown: (measure) =>
    `chưa xác định được địa phương dẫn đầu về ${MEASURE_VI[measure]} vì không có số liệu`,
};

/** Both measures of a headline, the one it claims first. */
const both = (
  leads: Readonly<Record<Leads, (measure: Measure) => string>>,
  { claim, level, growth }: HeadlineClause,
): readonly [string, string] => {
  const texts = { level: leads[level]("level"), growth: leads[growth]("growth") };
  return claim === "level" ? [texts.level, texts.growth] : [texts.growth, texts.level];
};

export const RANKING_PHRASES: Readonly<Record<Lang, RankingPhrases>> = {
  en: {
    subject: "Places compared",
    among: (given, of) =>
      given === 1 ? `of ${of} places one is given` : `among the ${given} places given of ${of}`,
    first: (measure, { places, isShared, number, possibly }) =>
      `${places} ${isShared ? "share the first place" : "is first"} in ${measure} (${number})` +
      (possibly ? `, though for all that the digits tell ${possibly} may be` : ""),
    firstInBoth: (places, level, growth) =>
      `${places} is first both in level (${level}) and in growth (${growth})`,
    notTold: (measure) =>
      measure === "level"
        ? "which is first in level cannot be told: no levels were given"
        : "which is first in growth cannot be told: no growths were given",
    contribution: ({ places, points, isOfRegion }) =>
      `The largest contribution to the growth of ${isOfRegion ? "the region" : "the places given"} is that of ${places}: ${points}.`,
    faster: ({ kind, growth, count, outOf, share, uncertain }) =>
      `${count} of ${outOf} places (${share}) grew faster than ${COMPARED_EN[kind]} (${growth})` +
      (uncertain > 0 ? `; of ${uncertain}${count > 0 ? " more" : ""} the digits cannot tell.` : "."),
    fasterStated: ({ count, of, share }) =>
      `${count}${of === undefined ? " places" : ` of ${of} places (${share})`} are said to have grown faster than the region.`,
    headline: (told) => {
      const [claimed, other] = both(LEADS_EN, told);
      return `The headline says that ${told.leader} leads in ${told.claim}: ${claimed}; ${other}.`;
    },
    missing: (names) => `Missing: ${names}.`,
  },
  vi: {
    subject: "So sánh các địa phương",
    among: (given, of) => `trong ${given}/${of} địa phương có số liệu`,
    first: (measure, { places, isShared, number, possibly }) =>
      `${places} ${isShared ? "cùng dẫn đầu" : "dẫn đầu"} về ${MEASURE_VI[measure]} (${number})` +
      (possibly ? `, song do số liệu làm tròn cũng có thể là ${possibly}` : ""),
    firstInBoth: (places, level, growth) =>
      `${places} dẫn đầu cả về quy mô (${level}) và tốc độ tăng (${growth})`,
    notTold: (measure) =>
      `chưa xác định được địa phương dẫn đầu về ${MEASURE_VI[measure]} vì không có số liệu`,
    contribution: ({ places, points, isOfRegion }) =>
      `Đóng góp nhiều nhất vào tốc độ tăng của ${isOfRegion ? "vùng" : "các địa phương có số liệu"} là ${places}: ${points}.`,
    faster: ({ kind, growth, count, outOf, share, uncertain }) =>
      `${count}/${outOf} địa phương (${share}) có tốc độ tăng cao hơn ${COMPARED_VI[kind]} (${growth})` +
      (uncertain > 0
        ? `; ${uncertain} địa phương${count > 0 ? " khác" : ""} chưa xác định được do số liệu làm tròn.`
        : "."),
    fasterStated: ({ count, of, share }) =>
      `Theo công bố, ${count}${of === undefined ? " địa phương" : `/${of} địa phương (${share})`} có tốc độ tăng cao hơn tốc độ tăng chung của vùng.`,
    headline: (told) => {
      const [claimed, other] = both(LEADS_VI, told);
      return `Tiêu đề nêu ${told.leader} dẫn đầu về ${MEASURE_VI[told.claim]}: ${claimed}; ${other}.`;
    },
    missing: (names) => `Chưa có số liệu của ${names}.`,
  },
};
