import type { Settings } from "./settings.ts";

/** Made-up monthly exports of a province in million USD, reported through May; the months to come are blank. */
const VALUES = [61.2, 52.4, 78.9, 97.5, 84.3];
const YEAR = 2026;
const TARGET = 1000;
const LAST_YEAR = 905;

type Words = Readonly<Record<"month" | "indicator" | "target" | "lastYear" | "unit", string>>;
const WORDS: Readonly<Record<Settings["language"], Words>> = {
  en: { month: "Month", indicator: "Exports", target: "Plan", lastYear: "Last year", unit: "million USD" },
  vi: {
    month: "Tháng",
    indicator: "Xuất khẩu",
    target: "Kế hoạch",
    lastYear: "Năm trước",
    unit: "triệu USD",
  },
};

/** A block of cells to write: at its address, values and formulas as Excel takes them. */
export interface Block {
  readonly address: string;
  readonly formulas: readonly (readonly (string | number)[])[];
}

/** How numbers of a range are shown, in the codes of English that Office takes everywhere. */
export interface NumberFormat {
  readonly address: string;
  readonly format: string;
}

/** Months as texts: Excel of every language reads them as the same months. */
const months = Array.from({ length: 12 }, (_, index) => `'${YEAR}-${String(index + 1).padStart(2, "0")}`);

/** Months, values, target, last year and options: the same arguments for every function. */
const ARGUMENTS = "A7:A18,B7:B18,B1,,,B2,A3:B4";
const FORMULAS = {
  D2: `=ONPACE_RUNRATE(${ARGUMENTS})`,
  D4: `=ONPACE_PROBABILITY(${ARGUMENTS})`,
  D6: `=ONPACE_FORECAST(${ARGUMENTS})`,
  D8: `=ONPACE_SCENARIOS(${ARGUMENTS})`,
  // By its @ it is one value: a formula that may spill is #SPILL! in merged cells.
  D14: `=IMAGE(@ONPACE_PICTURE(${ARGUMENTS}))`,
} as const;
/** Where the picture has room. */
export const EXAMPLE_MERGED = "D14:H30";

/** The cells of the example: a year's months, and formulas about them, each written out above its result. */
export function exampleSheet(language: Settings["language"]): readonly Block[] {
  const words = WORDS[language];
  return [
    {
      address: "A1:B4",
      formulas: [
        [words.target, TARGET],
        [words.lastYear, LAST_YEAR],
        ["indicator", words.indicator],
        ["unit", words.unit],
      ],
    },
    {
      address: "A6:B18",
      formulas: [
        [words.month, words.indicator],
        ...months.map((month, index) => [month, VALUES[index] ?? ""]),
      ],
    },
    ...Object.entries(FORMULAS).flatMap(([cell, formula]): readonly Block[] => [
      { address: above(cell), formulas: [[`'${formula}`]] },
      { address: cell, formulas: [[formula]] },
    ]),
  ];
}

const above = (cell: string): string => cell.replace(/\d+/, (row) => String(Number(row) - 1));

export const EXAMPLE_FORMATS: readonly NumberFormat[] = [
  { address: "B1:B2", format: "#,##0" },
  { address: "B7:B18", format: "#,##0.0" },
  { address: "D2", format: "#,##0.0" },
  { address: "D4", format: "0%" },
  { address: "D6:H6", format: "#,##0" },
  { address: "E9:E12", format: "#,##0" },
  { address: "F9:H12", format: "0.0%" },
];
