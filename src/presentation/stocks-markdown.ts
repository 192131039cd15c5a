import type { RatioAnswer } from "../engine/stocks/ratio.ts";
import type { StockAnswer, StocksAnswer } from "../engine/stocks.ts";
import { formatPercent } from "./format-number.ts";
import { hedgedAmount } from "./hedged-amount.ts";
import { type Lang, sentenceCase } from "./language.ts";
import { escaped, maybe, section, table } from "./markdown-blocks.ts";
import { HEADINGS } from "./markdown-headings.ts";
import { namedCoherenceSection } from "./named-coherence.ts";
import { dateName } from "./period-words.ts";
import { VERDICT_WORDS } from "./quantity-words.ts";
import type { PresentedStocks } from "./stocks.ts";
import { monthlyAmount, ratioAmount, ratioRange, statedAmount } from "./stocks-amounts.ts";
import { ratioWords, stockWords } from "./stocks-words.ts";
import { differenceWording, formatAmount } from "./unit-words.ts";

const WORDS = {
  en: {
    stocks: "Stocks",
    stock: "Stock",
    value: "Value",
    target: "Target",
    attainment: "Attained",
    additions: "Still needed",
    monthly: "Needed a month",
    pace: "Change a month so far",
    reached: "Reached if that goes on",
    ratios: "Ratios",
    ratio: "Ratio",
    range: "Within the digits",
    stated: "As stated",
    notAtThisPace: "not at this pace",
    notWithinCentury: "not within a century",
  },
  vi: {
    stocks: "Chỉ tiêu thời điểm",
    stock: "Chỉ tiêu",
    value: "Số liệu",
    target: "Mục tiêu",
    attainment: "Tỷ lệ thực hiện",
    additions: "Còn cần thêm",
    monthly: "Cần thêm mỗi tháng",
    pace: "Thay đổi mỗi tháng đến nay",
    reached: "Thời điểm đạt nếu giữ nhịp độ",
    ratios: "Các tỷ lệ",
    ratio: "Tỷ lệ",
    range: "Khoảng theo chữ số báo cáo",
    stated: "Báo cáo nêu",
    notAtThisPace: "không đạt với nhịp độ này",
    notWithinCentury: "chưa đạt trong 100 năm",
  },
} as const;

/** The paragraph, then the stocks, the ratios, the findings and the remarks. */
export function stocksMarkdown(answer: StocksAnswer, presented: PresentedStocks, lang: Lang): string {
  return [
    escaped(presented.sentence),
    stocksSection(answer.stocks, lang),
    ratiosSection(answer.ratios, lang),
    namedCoherenceSection(presented.coherence, lang),
    section(HEADINGS[lang].notes, presented.notes.map(({ message }) => `- ${escaped(message)}`).join("\n")),
  ]
    .filter((block) => block !== "")
    .join("\n\n")
    .concat("\n");
}

function stocksSection(stocks: readonly StockAnswer[], lang: Lang): string {
  if (stocks.length === 0) return "";
  const words = WORDS[lang];
  const rows = stocks.map((stock) => {
    const { unit, target } = stock;
    const wording = { lang, unit };
    const pace = stock.paces.at(-1);
    const amount = (x: number) => formatAmount(x, differenceWording(wording));
    return [
      sentenceCase(stockWords(stock.name, lang)),
      hedgedAmount(stock, wording),
      target ? formatAmount(target.value, wording, "all") : "",
      maybe(target?.attainment.value, (x) => formatPercent(x, lang, 1)),
      maybe(target?.additions.value, amount),
      maybe(target?.requiredPerMonth?.value, (x) => monthlyAmount(x, wording)),
      maybe(pace?.perMonth.value, (x) => monthlyAmount(x, wording)),
      pace?.reached !== undefined
        ? dateName(pace.reached, lang)
        : pace?.outcome === "notAtThisPace" || pace?.outcome === "notWithinCentury"
          ? words[pace.outcome]
          : "",
    ];
  });
  const head = [
    words.stock,
    words.value,
    words.target,
    words.attainment,
    words.additions,
    words.monthly,
    words.pace,
    words.reached,
  ];
  return section(words.stocks, table(head, rows));
}

function ratiosSection(ratios: readonly RatioAnswer[], lang: Lang): string {
  if (ratios.length === 0) return "";
  const words = WORDS[lang];
  const rows = ratios.map((ratio) => {
    const { stated, target } = ratio;
    const amount = (x: number) => ratioAmount(x, ratio, lang);
    return [
      sentenceCase(ratioWords(ratio, lang)),
      amount(ratio.value),
      digitsRange(ratio, lang),
      stated ? `${statedAmount(stated, ratio, lang)} (${VERDICT_WORDS[stated.verdict][lang]})` : "",
      maybe(target?.value, amount),
      maybe(target?.additions.value, (x) => formatAmount(x, { lang, unit: ratio.unit })),
      maybe(target?.requiredPerMonth?.value, (x) => monthlyAmount(x, { lang, unit: ratio.unit })),
    ];
  });
  const head = [
    words.ratio,
    words.value,
    words.range,
    words.stated,
    words.target,
    words.additions,
    words.monthly,
  ];
  return section(words.ratios, table(head, rows));
}

/** The range that the digits leave a ratio; nothing where it is no wider than the ratio is told. */
function digitsRange(ratio: RatioAnswer, lang: Lang): string {
  const { lower, upper } = ratio;
  if (lower === undefined || upper === undefined) return "";
  const isTold = ratioAmount(lower, ratio, lang) === ratioAmount(upper, ratio, lang);
  return isTold ? "" : ratioRange({ lower, upper }, ratio, lang);
}
