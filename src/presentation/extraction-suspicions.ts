import type { Suspicion } from "../extract/extraction.ts";
import { formatNumber } from "./format-number.ts";
import { HEDGES } from "./hedged-amount.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { dateName } from "./period-words.ts";
import { placeName } from "./place-words.ts";
import { formatAmount } from "./unit-words.ts";

type Values = Suspicion["values"];
type Words = (values: Values) => string;

/**
 * What looks wrong in a text, as a sentence. Values that a suspicion does not name are left out of it.
 * @example suspicionMessage({ code: "levelFromGrowth", span: [0, 9], values: { place: "Tay Ninh" } }, "en") // => "The text says that Tay Ninh leads in level, while it only gives its growth."
 */
export const suspicionMessage = ({ code, values }: Suspicion, lang: Lang): string =>
  sentenceCase(SENTENCES[code][lang](lang === "vi" ? inVietnamese(values) : values));

/** "over 86.3 billion VND": as the engine writes amounts, its point a decimal sign. */
const WRITTEN_AMOUNT =
  /^(?:(over|nearly|about) )?(\d+(?:\.\d+)?) ((?:thousand|million|billion|trillion) (?:VND|USD))$/;

/** Amounts that are told as the engine writes them would be misread in Vietnamese, where a point parts thousands. */
const inVietnamese = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const [, hedge = "none", digits, unit] = WRITTEN_AMOUNT.exec(String(value)) ?? [];
      if (digits === undefined) return [name, value];
      const amount = formatAmount(Number(digits), { lang: "vi", unit }, "all");
      return [name, HEDGES.vi[hedge as keyof typeof HEDGES.vi] + amount];
    }),
  );

/** A value as it is told, or other words where it is not. */
const told = (values: Values, name: string, otherwise: string): string => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined ? otherwise : String(value);
};
const place = (values: Values, lang: Lang): string =>
  placeName(told(values, "place", lang === "vi" ? "một địa phương" : "a place"), lang);
const factor = (values: Values, lang: Lang): string =>
  typeof values.factor === "number"
    ? formatNumber(values.factor, lang)
    : told(values, "factor", formatNumber(1000, lang));
const date = (values: Values, name: string, lang: Lang): string =>
  dateName(told(values, name, lang === "vi" ? "ngày khác" : "another day"), lang);
/** ", rather US$1.3 billion", where it is known what was meant. */
const instead = (values: Values, lang: Lang): string => {
  const suggested = told(values, "suggested", "");
  if (suggested === "") return "";
  return lang === "vi" ? `; có lẽ là ${suggested}` : `; it may mean ${suggested}`;
};

const SENTENCES: Readonly<Record<Suspicion["code"], Readonly<Record<Lang, Words>>>> = {
  levelFromGrowth: {
    en: (values) =>
      `the text says that ${place(values, "en")} leads in level, while it only gives its growth.`,
    vi: (values) =>
      `tiêu đề nêu ${place(values, "vi")} dẫn đầu về quy mô, trong khi nội dung chỉ nêu tốc độ tăng.`,
  },
  scaleSlip: {
    en: (values) =>
      `${told(values, "written", "an amount")} is out of scale by a factor of ${factor(values, "en")}, a slip such as billion for trillion or million for billion${instead(values, "en")}.`,
    vi: (values) =>
      `${told(values, "written", "một số liệu")} lệch ${factor(values, "vi")} lần, có thể nhầm đơn vị (tỷ với nghìn tỷ, triệu với tỷ)${instead(values, "vi")}.`,
  },
  currencySlip: {
    en: (values) =>
      `${told(values, "written", "an amount")} does not fit its currency: dollars seem to stand for dong, or dong for dollars${instead(values, "en")}.`,
    vi: (values) =>
      `${told(values, "written", "một số liệu")} không phù hợp với loại tiền, có thể nhầm giữa USD và đồng${instead(values, "vi")}.`,
  },
  ambiguousDate: {
    en: (values) =>
      `the date ${told(values, "written", "of the text")} can be read as ${date(values, "first", "en")} or as ${date(values, "second", "en")}.`,
    vi: (values) =>
      `ngày ${told(values, "written", "của văn bản")} có thể hiểu là ${date(values, "first", "vi")} hoặc ${date(values, "second", "vi")}.`,
  },
  twoValues: {
    en: (values) =>
      `two values are told for the same figure: ${told(values, "first", "one")} and ${told(values, "second", "another")}.`,
    vi: (values) =>
      `cùng một chỉ tiêu nhưng văn bản nêu hai giá trị: ${told(values, "first", "một giá trị")} và ${told(values, "second", "một giá trị khác")}.`,
  },
  partAboveTotal: {
    en: (values) =>
      `a part of ${told(values, "part", "some amount")} is more than its total of ${told(values, "total", "another amount")}.`,
    vi: (values) =>
      `bộ phận (${told(values, "part", "một giá trị")}) lớn hơn tổng số (${told(values, "total", "một giá trị khác")}).`,
  },
  percentOfForPercentUp: {
    en: (values) =>
      `${told(values, "written", "a percentage")} seems to mix up percent of a base and percent above it${instead(values, "en")}.`,
    vi: (values) =>
      `${told(values, "written", "một tỷ lệ")} dường như có sự nhầm lẫn giữa “bằng” và “tăng, vượt” bao nhiêu phần trăm${instead(values, "vi")}.`,
  },
};
