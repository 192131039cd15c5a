/** A run of tokens that means something, end exclusive. */
export interface Mention {
  readonly from: number;
  readonly to: number;
}

/** How a figure is hedged; `exact` where it is not. */
export type Hedge = "exact" | "more_than" | "nearly" | "about" | "estimated" | "at_least" | "at_most";

/** What amounts are told in, whatever the text wrote: "US$1.2 billion" is 1200 USD million. */
export type AmountUnit = "USD million" | "VND billion";

/** An amount of money: a number with a currency, its magnitude read in. */
export interface Amount extends Mention {
  readonly kind: "amount";
  /** In `unit`. */
  readonly value: number;
  readonly unit: AmountUnit;
  /** The digits as written with a decimal point, without group signs: "49496.26". */
  readonly literal: string;
  /** Magnitude and currency of the literal, as the engine reads them: "billion VND". */
  readonly scale: string;
  /** From the words that touch the number ("over", "gần", "or more"); the verb of the clause is not looked at. */
  readonly hedge: Hedge;
  /** The upper end of a range in `unit`: `value` is then the lower. */
  readonly upTo?: number;
  /** Neither the number nor its neighbours name a currency or a magnitude: it was taken from the amount before it in a list. */
  readonly isElliptic?: boolean;
}

/** A percentage, or percentage points. */
export interface Percent extends Mention {
  readonly kind: "percent";
  /** As a fraction: 31.6% is 0.316. Negative where a minus sign stands before it. */
  readonly value: number;
  /** The digits as written with a decimal point, with the minus sign where there is one: "31.6". */
  readonly literal: string;
  readonly hedge: Hedge;
  /** A sign was written: "+22.96%". */
  readonly isSigned: boolean;
  readonly isPoints: boolean;
  readonly upTo?: number;
}

/** A multiple: "2.2 times", "gấp 2,87 lần", "doubled" (2), "tripled" (3), "halved" (0.5). */
export interface Multiple extends Mention {
  readonly kind: "multiple";
  readonly value: number;
  readonly literal: string;
  readonly hedge: Hedge;
}

/** Any other number: a count, an area, tonnes, a price per tonne, a number without a unit. */
export interface OtherNumber extends Mention {
  readonly kind: "other";
  readonly value: number;
  readonly literal: string;
  readonly hedge: Hedge;
  /** What is counted, the words right after it: "tonnes", "doanh nghiệp". */
  readonly noun?: string;
}

export type Quantity = Amount | Percent | Multiple | OtherNumber;

/** Months of a year; the year where the words name or imply one. */
export interface PeriodMention extends Mention {
  readonly kind: "period";
  readonly fromMonth: number;
  readonly throughMonth: number;
  readonly year?: number;
  /** "this year", "last year", "next year" against the year the text speaks of: 0, -1, 1. */
  readonly yearOffset?: number;
  /** A whole year named alone: "2023", "in 2023", "this year", "cả năm". */
  readonly isYear: boolean;
  /** The words say that it begins with the year: "first four months", "cumulative", "so far this year". */
  readonly isCumulative: boolean;
  /** Months to come: "the remaining months", "the last three months", "6 tháng cuối năm". */
  readonly isRest: boolean;
  /** Years of a longer span: "2021-2025", "by 2030". */
  readonly throughYear?: number;
}
