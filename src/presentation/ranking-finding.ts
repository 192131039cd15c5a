import type { Bounds } from "../engine/figure/interval.ts";
import type { RankingFinding, RankingRelation } from "../engine/ranking/ranking-finding.ts";
import { VERDICT_ENDS } from "./finding.ts";
import { formatNumber, formatPercent } from "./format-number.ts";
import type { Lang, Wording } from "./language.ts";
import { placeName } from "./place-words.ts";
import { formatRange } from "./unit-words.ts";

/** What the two sides of a relation are measured in. */
const KINDS: Readonly<Record<RankingRelation, "amount" | "ratio" | "count">> = {
  placeGrowth: "ratio",
  placeShare: "ratio",
  sumOfPlaces: "amount",
  sumOfGivenPlaces: "amount",
  sumOfShares: "ratio",
  sumOfGivenShares: "ratio",
  regionGrowth: "ratio",
  regionGrowthWithin: "ratio",
  beating: "count",
};

type Clause = (told: { readonly place: string; readonly derived: string; readonly stated: string }) => string;

const CLAUSES: Readonly<Record<Lang, Readonly<Record<RankingRelation, Clause>>>> = {
  en: {
    placeGrowth: ({ place, derived, stated }) =>
      `this year's and last year's level of ${place} give a growth of ${derived}, stated as ${stated}`,
    placeShare: ({ place, derived, stated }) =>
      `the level of ${place} is ${derived} of the region's, stated as ${stated}`,
    sumOfPlaces: ({ derived, stated }) =>
      `all places together have ${derived}, the region is stated at ${stated}`,
    sumOfGivenPlaces: ({ derived, stated }) =>
      `the places given have ${derived} together, the whole region is stated at ${stated}`,
    sumOfShares: ({ derived }) => `the shares of all places sum to ${derived}`,
    sumOfGivenShares: ({ derived }) => `the shares of the places given sum to ${derived}`,
    regionGrowth: ({ derived, stated }) =>
      `the growths of all places, weighted, give the region ${derived}, stated as ${stated}`,
    regionGrowthWithin: ({ derived, stated }) =>
      `the growths of all places run ${derived}, that of the region is stated as ${stated}`,
    beating: ({ derived, stated }) =>
      `by the figures ${derived} places grew faster than the region, ${stated} are said to have`,
  },
  vi: {
    placeGrowth: ({ place, derived, stated }) =>
      `số năm nay và cùng kỳ năm trước của ${place} cho tốc độ tăng ${derived}, công bố là ${stated}`,
    placeShare: ({ place, derived, stated }) => `${place} chiếm ${derived} của vùng, công bố là ${stated}`,
    sumOfPlaces: ({ derived, stated }) => `tổng các địa phương là ${derived}, toàn vùng công bố là ${stated}`,
    sumOfGivenPlaces: ({ derived, stated }) =>
      `tổng các địa phương có số liệu là ${derived}, toàn vùng công bố là ${stated}`,
    sumOfShares: ({ derived }) => `tổng tỷ trọng của các địa phương là ${derived}`,
    sumOfGivenShares: ({ derived }) => `tổng tỷ trọng của các địa phương có số liệu là ${derived}`,
    regionGrowth: ({ derived, stated }) =>
      `bình quân gia quyền tốc độ tăng của các địa phương là ${derived}, toàn vùng công bố là ${stated}`,
    regionGrowthWithin: ({ derived, stated }) =>
      `tốc độ tăng của các địa phương nằm trong khoảng ${derived}, toàn vùng công bố là ${stated}`,
    beating: ({ derived, stated }) =>
      `theo số liệu có ${derived} địa phương tăng cao hơn vùng, công bố là ${stated}`,
  },
};

/** A finding as a sentence without its full stop, in lower case. */
export function rankingFindingClause(finding: RankingFinding, wording: Wording): string {
  const { kind, place = "", derived, stated } = finding;
  const { lang } = wording;
  const write = (bounds: Bounds) => boundsText(bounds, KINDS[kind], wording);
  return CLAUSES[lang][kind]({
    place: placeName(place, lang),
    derived: write(derived),
    stated: write(stated),
  });
}

/** What a finding comes to, to stand behind its clause. */
export const verdictEnd = ({ verdict }: RankingFinding, lang: Lang): string => VERDICT_ENDS[verdict][lang];

function boundsText(bounds: Bounds, kind: "amount" | "ratio" | "count", wording: Wording): string {
  const { lang } = wording;
  if (kind === "amount") return formatRange(bounds, wording);
  const write = (x: number) => (kind === "ratio" ? formatPercent(x, lang, 2) : formatNumber(x, lang));
  const { lower, upper } = bounds;
  if (lower === undefined || upper === undefined) {
    if (lower !== undefined) return `${lang === "vi" ? "ít nhất" : "at least"} ${write(lower)}`;
    return upper === undefined ? "" : `${lang === "vi" ? "tối đa" : "at most"} ${write(upper)}`;
  }
  const [low, high] = [write(lower), write(upper)];
  if (low === high) return low;
  return lang === "vi" ? `từ ${low} đến ${high}` : `${low} to ${high}`;
}
