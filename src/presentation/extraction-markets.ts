import { FOREIGN_PLACES } from "../extract/vocabulary/place-names.ts";
import type { Lang } from "./language.ts";

const PREFIX = "to_";

/** Markets that Vietnamese calls otherwise than English. */
const IN_VIETNAMESE: Readonly<Record<string, string>> = {
  China: "Trung Quốc",
  "United States": "Hoa Kỳ",
  "European Union": "Liên minh châu Âu",
  Europe: "châu Âu",
  Asia: "châu Á",
  "Asia-Pacific": "châu Á - Thái Bình Dương",
  "Pacific Ocean": "Thái Bình Dương",
  Africa: "châu Phi",
  Oceania: "châu Đại Dương",
  "Latin America": "Mỹ La-tinh",
  "Middle East": "Trung Đông",
  Japan: "Nhật Bản",
  Korea: "Hàn Quốc",
  Taiwan: "Đài Loan",
  "Hong Kong": "Hồng Kông",
  Thailand: "Thái Lan",
  Cambodia: "Campuchia",
  Laos: "Lào",
  India: "Ấn Độ",
  Russia: "Nga",
  Germany: "Đức",
  France: "Pháp",
  "United Kingdom": "Vương quốc Anh",
  Italy: "Ý",
  Spain: "Tây Ban Nha",
  Netherlands: "Hà Lan",
  Belgium: "Bỉ",
  Switzerland: "Thụy Sĩ",
  Sweden: "Thụy Điển",
  Poland: "Ba Lan",
  Turkey: "Thổ Nhĩ Kỳ",
  "Saudi Arabia": "Ả Rập Xê Út",
  Egypt: "Ai Cập",
  "Ivory Coast": "Bờ Biển Ngà",
};

/** Markets that English speaks of with an article. */
const WITH_ARTICLE: ReadonlySet<string> = new Set([
  "United States",
  "European Union",
  "United Kingdom",
  "Netherlands",
  "Philippines",
  "Middle East",
  "Pacific Ocean",
  "Ivory Coast",
  "UAE",
]);

const BY_ID: ReadonlyMap<string, string> = new Map(
  Object.keys(FOREIGN_PLACES).map((name) => [PREFIX + name.toLowerCase().replaceAll(" ", "_"), name]),
);

/**
 * A component that is a market in words; undefined of any other.
 * @example marketWords("to_united_states", "en") // => "to the United States"
 * @example marketWords("to_united_states", "vi") // => "sang Hoa Kỳ"
 */
export function marketWords(component: string, lang: Lang): string | undefined {
  const name = BY_ID.get(component);
  if (name === undefined) return undefined;
  if (lang === "vi") return `sang ${Object.hasOwn(IN_VIETNAMESE, name) ? IN_VIETNAMESE[name] : name}`;
  return `to ${WITH_ARTICLE.has(name) ? "the " : ""}${name}`;
}
