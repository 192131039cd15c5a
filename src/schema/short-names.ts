/**
 * The short name of every parameter of every function: an address in a sheet has at most 2,048 characters. The same
 * field has the same one everywhere, and nothing else is called so.
 */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  // The report.
  indicator: "i",
  geography: "g",
  unit: "u",
  priceBasis: "pb",
  measure: "m",
  aggregation: "a",
  through: "t",
  year: "yr",
  fiscalYearStart: "fy",
  ytd: "y",
  shareOfTarget: "s",
  growth: "gr",
  priorYtd: "py",
  priorFullYear: "pf",
  target: "tg",
  reports: "r",
  history: "hi",
  historyStart: "hs",
  cumulative: "cu",
  horizon: "h",
  backtest: "bt",
  scenarios: "sc",
  levels: "lv",
  indicatorClass: "ic",
  tet: "te",
  restated: "rs",
  asOf: "ao",
  decimal: "d",
  lang: "l",
  // Coherence, stocks.
  figures: "fg",
  relations: "rl",
  stocks: "st",
  ratios: "ra",
  // Plans over years, growth by quarter.
  years: "ys",
  base: "b",
  averageGrowth: "ag",
  finalLevel: "fl",
  targets: "ts",
  actuals: "ac",
  reading: "rd",
  lastYear: "ly",
  known: "k",
  componentPeriod: "cp",
  seasonallyAdjusted: "sa",
  carryOver: "cy",
  // Parts of a total.
  components: "co",
  exhaustive: "ex",
  correlation: "cr",
  // Places.
  region: "rg",
  places: "pl",
  regionValue: "rv",
  regionGrowth: "rw",
  expected: "xp",
  of: "o",
  beating: "be",
  headline: "hl",
  boundaries: "bo",
  name: "n",
  date: "dt",
  kind: "kd",
  partial: "pa",
  // Currencies.
  amounts: "am",
  priorAmounts: "pm",
  growths: "gs",
  rate: "rt",
  priorRate: "pr",
  // Texts and formulas.
  text: "x",
  published: "pu",
  outlook: "ol",
  parts: "pt",
  formula: "fm",
  arguments: "ar",
  // The form of an answer.
  field: "f",
  errors: "e",
  delimiter: "dl",
  picture: "p",
  size: "z",
  width: "w",
  height: "ht",
  theme: "th",
  scale: "sl",
  function: "fn",
};

const LONG_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(SHORT_NAMES).map(([long, short]) => [short, long]),
);

/**
 * The name that a short one stands for; any other name is itself.
 * @example longName("tg") // => "target"
 * @example longName("target") // => "target"
 */
export const longName = (name: string): string => LONG_NAMES.get(name) ?? name;
