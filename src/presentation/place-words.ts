import { foldText } from "../engine/indicator-class.ts";
import type { Lang } from "./language.ts";

/** The provinces before and after 1 July 2025, as Vietnamese writes them; Resolution 202/2025/QH15, article 1. */
const PROVINCES = [
  "An Giang",
  "Bà Rịa - Vũng Tàu",
  "Bắc Giang",
  "Bắc Kạn",
  "Bạc Liêu",
  "Bắc Ninh",
  "Bến Tre",
  "Bình Định",
  "Bình Dương",
  "Bình Phước",
  "Bình Thuận",
  "Cà Mau",
  "Cần Thơ",
  "Cao Bằng",
  "Đà Nẵng",
  "Đắk Lắk",
  "Đắk Nông",
  "Điện Biên",
  "Đồng Nai",
  "Đồng Tháp",
  "Gia Lai",
  "Hà Giang",
  "Hà Nam",
  "Hà Nội",
  "Hà Tĩnh",
  "Hải Dương",
  "Hải Phòng",
  "Hậu Giang",
  "Hòa Bình",
  "Huế",
  "Hưng Yên",
  "Khánh Hòa",
  "Kiên Giang",
  "Kon Tum",
  "Lai Châu",
  "Lâm Đồng",
  "Lạng Sơn",
  "Lào Cai",
  "Long An",
  "Nam Định",
  "Nghệ An",
  "Ninh Bình",
  "Ninh Thuận",
  "Phú Thọ",
  "Phú Yên",
  "Quảng Bình",
  "Quảng Nam",
  "Quảng Ngãi",
  "Quảng Ninh",
  "Quảng Trị",
  "Sóc Trăng",
  "Sơn La",
  "Tây Ninh",
  "Thái Bình",
  "Thái Nguyên",
  "Thanh Hóa",
  "Thừa Thiên Huế",
  "Tiền Giang",
  "Trà Vinh",
  "Tuyên Quang",
  "Vĩnh Long",
  "Vĩnh Phúc",
  "Yên Bái",
] as const;

const OTHERS: readonly { readonly written: readonly string[]; readonly en: string; readonly vi: string }[] = [
  { written: ["viet nam", "vietnam"], en: "Viet Nam", vi: "Việt Nam" },
  {
    written: [
      "ho chi minh city",
      "ho chi minh",
      "thanh pho ho chi minh",
      "tp ho chi minh",
      "tp. ho chi minh",
      "hcmc",
    ],
    en: "Ho Chi Minh City",
    vi: "Thành phố Hồ Chí Minh",
  },
];

const BY_FOLDED: ReadonlyMap<string, Readonly<Record<Lang, string>>> = new Map([
  ...PROVINCES.map((vi) => [foldText(vi), { vi, en: withoutAccents(vi) }] as const),
  ...OTHERS.flatMap(({ written, ...names }) => written.map((name) => [name, names] as const)),
]);

/**
 * The name of a place in a language: provinces get their accents in Vietnamese and lose them in English; any other
 * place stays as it was written.
 * @example placeName("Kien Giang", "vi") // => "Kiên Giang"
 */
export function placeName(place: string, lang: Lang): string {
  return BY_FOLDED.get(foldText(place))?.[lang] ?? place;
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}
