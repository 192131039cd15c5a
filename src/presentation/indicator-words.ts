import { foldText } from "../engine/indicator-class.ts";
import type { Lang } from "./language.ts";

/** Names that provincial reports use for the common indicators; `written` is without accents, whole names only. */
const INDICATORS: readonly { readonly written: RegExp; readonly en: string; readonly vi: string }[] = [
  {
    written:
      /^(?:exports?|export (?:turnover|value|revenue)|(?:tong )?(?:kim ngach|gia tri) xuat khau|xuat khau)$/,
    en: "exports",
    vi: "kim ngạch xuất khẩu",
  },
  {
    written: /^(?:imports?|import (?:turnover|value)|(?:tong )?(?:kim ngach|gia tri) nhap khau|nhap khau)$/,
    en: "imports",
    vi: "kim ngạch nhập khẩu",
  },
  {
    written:
      /^(?:industrial (?:output|production)(?: value)?|value of industrial (?:output|production)|gia tri san xuat cong nghiep)$/,
    en: "industrial output",
    vi: "giá trị sản xuất công nghiệp",
  },
  {
    written:
      /^(?:iip|ipi|(?:the )?index of industrial production|industrial production index|chi so san xuat(?: toan nganh)? cong nghiep)(?: \(iip\))?$/,
    en: "the index of industrial production",
    vi: "chỉ số sản xuất công nghiệp",
  },
  {
    written:
      /^(?:retail(?: sales)?|retail sales of goods and services|(?:total )?retail sales of goods and consumer services?(?: revenue)?|tong muc ban le hang hoa(?: va doanh thu dich vu tieu dung)?)$/,
    en: "retail sales of goods and consumer services",
    vi: "tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng",
  },
  {
    written:
      /^(?:(?:disbursement of )?public investment(?: disbursement)?|giai ngan (?:von )?dau tu cong|von dau tu cong)$/,
    en: "public investment disbursement",
    vi: "giải ngân vốn đầu tư công",
  },
  { written: /^(?:revenue|turnover|doanh thu)$/, en: "revenue", vi: "doanh thu" },
  { written: /^(?:sales|doanh so)$/, en: "sales", vi: "doanh số" },
  { written: /^(?:profit|loi nhuan)$/, en: "profit", vi: "lợi nhuận" },
  {
    written: /^(?:state )?budget revenue$|^thu ngan sach(?: nha nuoc)?$/,
    en: "budget revenue",
    vi: "thu ngân sách nhà nước",
  },
];

/**
 * The name of an indicator in a language, to begin a sentence in lower case; one that is not known stays as written.
 * @example indicatorName("exports", "vi") // => "kim ngạch xuất khẩu"
 * @example indicatorName("Giá trị sản xuất công nghiệp", "en") // => "industrial output"
 */
export function indicatorName(indicator: string, lang: Lang): string {
  const folded = foldText(indicator);
  return INDICATORS.find(({ written }) => written.test(folded))?.[lang] ?? indicator;
}
