import type { Mention, PeriodMention } from "./mention.ts";
import { type Months, PERIOD_PHRASES, type PeriodPhrase } from "./period-phrases.ts";
import type { YearWords } from "./period-years.ts";
import { type FoundPhrase, phraseAt } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** A text that periods are looked for in. */
export interface Text {
  readonly tokens: readonly Token[];
  readonly folded: boolean;
}
/** A phrase of one role that stands in a text. */
export type Found<Role extends PeriodPhrase["role"]> = FoundPhrase<Extract<PeriodPhrase, { role: Role }>>;

/** The phrase about periods that begins at a token. */
export const found = (text: Text, at: number): FoundPhrase<PeriodPhrase> | undefined =>
  at < text.tokens.length ? phraseAt(PERIOD_PHRASES, text.tokens, at, text.folded) : undefined;
/** Whether a phrase was found and has a role. */
export const isRole = <Role extends PeriodPhrase["role"]>(
  phrase: FoundPhrase<PeriodPhrase> | undefined,
  role: Role,
): phrase is Found<Role> => phrase?.meaning.role === role;
/** A token's text as the tables have it. */
export const wordAt = ({ tokens, folded }: Text, at: number): string | undefined =>
  folded ? tokens[at]?.folded : tokens[at]?.text;

/** Months and their year words as a mention. */
export const mentionOf = (where: Mention, months: Months, year: YearWords | undefined): PeriodMention =>
  periodMention(where, months, year, false);

const WHOLE_YEAR: Months = { fromMonth: 1, throughMonth: 12, isCumulative: false, isRest: false };
/** A whole year as a mention. */
export const yearOf = (where: Mention, year: YearWords | undefined): PeriodMention =>
  periodMention(where, WHOLE_YEAR, year, true);

function periodMention(
  where: Mention,
  { fromMonth, throughMonth, isCumulative, isRest }: Months,
  year: YearWords | undefined,
  isYear: boolean,
): PeriodMention {
  const mention: { -readonly [Field in keyof PeriodMention]: PeriodMention[Field] } = {
    kind: "period",
    from: where.from,
    to: year?.to ?? where.to,
    fromMonth,
    throughMonth,
    isYear,
    isCumulative,
    isRest,
  };
  if (year?.year !== undefined) mention.year = year.year;
  if (year?.offset !== undefined) mention.yearOffset = year.offset;
  return mention;
}
