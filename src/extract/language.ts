import type { TextLanguage } from "./extraction.ts";
import type { Token } from "./token.ts";

/** The language that most of a text is in. */
export interface FoundLanguage {
  readonly language: TextLanguage;
  /** Vietnamese written without accents. */
  readonly isUnaccented: boolean;
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const ENGLISH = wordSet(
  "the of and for from with was were by is are has have had its this that which year years month months percent " +
    "million billion trillion exports export imports value reached up down target annual first same period province " +
    "over about more than compared retail sales industrial production growth turnover nearly it as at an be been " +
    "their they he she will would who but not also said plan rose fell increased revenue",
);
/** Words without a letter that only Vietnamese has. */
const VIETNAMESE = wordSet(
  "là và năm tháng trong cùng các có cả đó khi so qua ra cho theo cao xuất khẩu kim ngạch hàng hóa công nghiệp " +
    "giá thu ngân sách quý tính toàn tăng giảm kế tấn khá sau còn ty sáu ba hai tám chín",
);
/** Words that are Vietnamese without their accents and belong to none of the other languages. */
const UNACCENTED = wordSet(
  "cua va duoc thang nam dat ty trieu giam voi cung ky cac tinh xuat khau kim ngach cong nghiep nghin " +
    "gia tri ke hoach nuoc tong muc ban hang hoa doanh thu tieu dung dau nganh truoc huyen thi xa uoc hon khoang " +
    "nhap san luong chi tieu kinh te phat trien nguoi trong theo nay cho nhung khong la so tren nhat thuc hien viec",
);
/** French, German, Spanish, Italian, Portuguese, Dutch, Indonesian, Malay, Filipino, Polish, Swedish and others. */
const OTHER = wordSet(
  "le les des du et une dans pour par est sur au aux que qui avec cette ont été mois année sont ce ses ou la de un " +
    "der die das und ist von mit dem im auf für ein eine nicht zu sich bei auch nach werden wurde sind prozent " +
    "millionen el los las del por para su más como año y en millones una il di che della nel è gli sono dei " +
    "delle anno o os da do em com um uma não dos ao mais milhões het een van op voor zijn aan met yang dan dari " +
    "untuk pada dengan ini tahun persen juta ang ng mga sa na ay w z się jest nie i och att det som på av är til " +
    "og ikke af med ve bir bu için ile olarak si au pe cu din ca care de este ja ei oli",
);

/** Fewer of its frequent words than one in twelve: the text is in another language. */
const LEAST_SHARE = 1 / 12;

const isVietnameseLetter = (code: number): boolean =>
  (code >= 0x1ea0 && code <= 0x1ef9) ||
  code === 0x103 ||
  code === 0x102 ||
  code === 0x111 ||
  code === 0x110 ||
  code === 0x1a1 ||
  code === 0x1a0 ||
  code === 0x1b0 ||
  code === 0x1af;

const isOtherScript = (code: number): boolean => (code >= 0x370 && code < 0x2000) || code >= 0x2e80;
/** A character of Chinese or Thai is part of a word. */
const WORDS_PER_CHARACTER = 0.5;

function hasVietnameseLetter(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (isVietnameseLetter(word.charCodeAt(at))) return true;
  return false;
}

/** The language of a text by its frequent words and its letters; "other" where there is nothing to tell it by. */
export function languageOf(tokens: readonly Token[]): FoundLanguage {
  let words = 0;
  let english = 0;
  let accented = 0;
  let unaccented = 0;
  let other = 0;
  for (const { kind, text, folded } of tokens) {
    if (kind === "sign" && isOtherScript(text.charCodeAt(0))) {
      words += WORDS_PER_CHARACTER;
      other += WORDS_PER_CHARACTER;
    }
    if (kind !== "word") continue;
    words += 1;
    if (ENGLISH.has(text)) english += 1;
    if (text !== folded && (VIETNAMESE.has(text) || hasVietnameseLetter(text))) accented += 1;
    if (text === folded && UNACCENTED.has(text)) unaccented += 1;
    if (OTHER.has(text)) other += 1;
  }
  const vietnamese = accented + unaccented;
  const most = Math.max(english, vietnamese);
  if (most < LEAST_SHARE * words || most === 0 || other > most)
    return { language: "other", isUnaccented: false };
  if (english >= vietnamese) return { language: "en", isUnaccented: false };
  return { language: "vi", isUnaccented: unaccented > accented };
}
