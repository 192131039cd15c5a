import { MAGNITUDE_NAMES } from "./magnitudes.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** A currency by its code; the end is exclusive. */
export interface FoundCurrency {
  readonly currency: string;
  readonly from: number;
  readonly to: number;
}

const NAMES_OF: Readonly<Record<string, readonly string[]>> = {
  USD: [
    "usd",
    "us$",
    "$",
    "$us",
    "u.s.$",
    "usd dollars",
    "us dollar",
    "us dollars",
    "u.s. dollar",
    "u.s. dollars",
    "american dollars",
    "dollar",
    "dollars",
    "đô la mỹ",
    "đô la",
    "đô mỹ",
    "đôla mỹ",
    "đôla",
    "đola",
    "mỹ kim",
    "đồng usd",
    "do la my",
    "do la",
  ],
  VND: [
    "vnd",
    "vnđ",
    "đồng",
    "đồng việt nam",
    "đồng vn",
    "dong",
    "dongs",
    "đ",
    "₫",
    "vietnam dong",
    "viet nam dong",
    "vietnamese dong",
    "vietnamese dongs",
    "vn đồng",
    "vn dong",
  ],
  EUR: ["eur", "euro", "euros", "€", "ơ rô"],
  GBP: ["gbp", "£", "pounds", "bảng anh", "bảng"],
  JPY: ["jpy", "yen", "¥", "yên", "yên nhật"],
  CNY: ["cny", "rmb", "yuan", "renminbi", "ndt", "nhân dân tệ", "tệ", "nhan dan te"],
  KRW: ["krw", "won"],
  THB: ["thb", "baht", "bạt"],
  AUD: ["aud", "australian dollars", "đô la úc", "a$", "au$"],
  SGD: ["sgd", "singapore dollars", "đô la singapore", "s$", "sg$"],
  CAD: ["cad", "canadian dollars", "đô la canada", "c$", "ca$"],
  HKD: ["hkd", "hong kong dollars", "đô la hồng kông", "hk$"],
  TWD: ["twd", "taiwan dollars", "taiwanese dollars", "nt$"],
  NZD: ["nzd", "new zealand dollars", "nz$"],
  KHR: ["khr", "riel", "riels"],
  LAK: ["lak", "kip"],
  INR: ["inr", "rupees", "₹"],
  RUB: ["rub", "rubles", "roubles"],
};

const CURRENCIES = phraseTable(
  Object.entries(NAMES_OF).flatMap(([currency, names]) => names.map((name) => [name, currency] as const)),
);
/** Vietnamese names that need a magnitude before them: "850 triệu đô". */
const AFTER_MAGNITUDE: ReadonlyMap<string, string> = new Map([
  ["đô", "USD"],
  ["usđ", "USD"],
  ["vn", "VND"],
]);
/** Words that begin with the name of the currency and mean comrades, plains, provinces. */
const DONG_COMPOUNDS: ReadonlySet<string> = new Set(
  (
    "chí bộ bào loạt thời tháp nai bằng hới xoài văn phú ruộng cỏ hồ phục đội minh ý nghiệp hương tiền đều " +
    "chi bo bao loat thoi thap bang hoi xoai van phu"
  ).split(" "),
);
const DONG: ReadonlySet<string> = new Set(["đồng", "dong"]);

/** The currency that begins at a token behind a number or its magnitude. */
export function currencyAt(
  tokens: readonly Token[],
  at: number,
  hasMagnitude = false,
): FoundCurrency | undefined {
  const token = tokens[at];
  if (!token || token.kind === "number" || token.kind === "break") return undefined;
  const found = phraseAt(CURRENCIES, tokens, at);
  if (found) {
    const isCompound = DONG.has(token.text) && DONG_COMPOUNDS.has(tokens[at + 1]?.text ?? "");
    if (isCompound && !hasMagnitude) return undefined;
    return { currency: found.meaning, from: at, to: found.to };
  }
  const short = hasMagnitude ? AFTER_MAGNITUDE.get(token.text) : undefined;
  if (short === undefined || tokens[at + 1]?.text === "thị") return undefined;
  return { currency: short, from: at, to: at + 1 };
}

const LONGEST_BEFORE = 5;
/** Names of a currency that are written before the number. */
const BEFORE: ReadonlySet<string> = new Set(
  "usd vnd vnđ eur gbp jpy cny rmb krw thb aud sgd cad hkd euro đ ₫ $ € £ ¥ ₹".split(" "),
);

/** The currency that ends right before a token and begins at `floor` or later. */
export function currencyBefore(
  tokens: readonly Token[],
  at: number,
  floor: number,
): FoundCurrency | undefined {
  const last = tokens[at - 1];
  if (!last || at <= floor) return undefined;
  // "US41.3 billion" has lost its sign.
  if (last.text === "us" && last.isCapital && tokens[at]?.isSpaced === false) {
    return { currency: "USD", from: at - 1, to: at };
  }
  if (!BEFORE.has(last.text)) return undefined;
  for (let from = Math.max(floor, at - LONGEST_BEFORE); from < at; from += 1) {
    const found = phraseAt(CURRENCIES, tokens, from);
    // In "a $5 project" the article is no part of the currency.
    const isLoose = last.text === "$" && from < at - 1 && last.isSpaced && tokens[from]?.text !== "us";
    if (found?.to === at && !isLoose) return { currency: found.meaning, from, to: at };
  }
  return undefined;
}

/** A magnitude and a currency that were written as one word. */
export interface FusedUnit {
  readonly exponent: number;
  readonly currency?: string;
}

const FUSED: ReadonlyMap<string, FusedUnit> = new Map(fusedUnits());

function* fusedUnits(): Generator<readonly [string, FusedUnit]> {
  const names = [...MAGNITUDE_NAMES.filter(([, exponent]) => exponent > 2), ["tỉ", 9] as const];
  const compounds = names.flatMap(([thousand, exponent]) =>
    exponent === 3 || exponent === 6
      ? names.filter(([, of]) => of === 9).map(([name, of]) => [thousand + name, exponent + of] as const)
      : [],
  );
  const currencies = [
    ["usd", "USD"],
    ["đô", "USD"],
    ["đôla", "USD"],
    ["us", "USD"],
    ["dollars", "USD"],
    ["vnd", "VND"],
    ["vnđ", "VND"],
    ["đồng", "VND"],
    ["dong", "VND"],
    ["đ", "VND"],
  ] as const;
  for (const [name, exponent] of [
    ...names,
    ...compounds,
    ["tr", 6] as const,
    ["m", 6] as const,
    ["b", 9] as const,
  ]) {
    for (const [word, currency] of currencies) yield [name + word, { exponent, currency }];
  }
  for (const [name, exponent] of compounds) yield [name, { exponent }];
}

/** "tỷusd", "millionusd", "nghìntỷđồng". */
export const fusedUnitAt = (tokens: readonly Token[], at: number): FusedUnit | undefined =>
  FUSED.get(tokens[at]?.text ?? "");
