import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A figure that a careful reader finds in a text, as `labels.jsonl` has it: percentages, not fractions. */
export interface Claim {
  readonly geography: string;
  readonly indicator: string;
  /** Null where only growth is told. */
  readonly value: number | null;
  readonly unit: "USD million" | "VND billion" | "percent_yoy";
  readonly period: {
    readonly year?: number | null;
    readonly from_month: number;
    readonly through_month: number;
  };
  readonly pct_of_target?: number | null;
  readonly yoy_pct?: number | null;
  readonly target?: {
    readonly value: number;
    readonly unit: string;
    readonly year?: number | null;
  } | null;
  /** Empty where the label does not judge it. */
  readonly qualifier?: string | null;
}

export interface LabelledText {
  readonly file: string;
  readonly lang: string;
  readonly published?: string;
  readonly text: string;
  readonly claims: readonly Claim[];
}

/** The labelled texts of a folder, and the files of labels whose text is not there. */
export function readLabelledTexts(folder: string): { texts: LabelledText[]; missing: string[] } {
  const texts: LabelledText[] = [];
  const missing: string[] = [];
  const lines = readFileSync(join(folder, "labels.jsonl"), "utf8").split("\n");
  for (const line of lines.filter((each) => each.trim() !== "")) {
    const label = JSON.parse(line) as Omit<LabelledText, "text">;
    const path = join(folder, label.file);
    if (existsSync(path)) texts.push({ ...label, text: readFileSync(path, "utf8") });
    else missing.push(label.file);
  }
  return { texts, missing };
}

const ADDRESS = /https?:\/\/\S+/g;
const DATE =
  /(?<!\d)\d{1,2}[/.-](?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d[/-]\d{1,2}(?!\d)|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}, )?(?:19|20)\d\d/;

/** Whether a reader of the text can know the year: its digits stand there, or a date from which "this year" follows. */
export function tellsYear(text: string, year: number): boolean {
  const prose = text.replace(ADDRESS, "");
  return new RegExp(`(?<!\\d)${year}(?!\\d)`).test(prose) || DATE.test(prose);
}
