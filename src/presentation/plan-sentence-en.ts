import type { PlanReading } from "../engine/plan/plan-question.ts";
import { indicatorName } from "./indicator-words.ts";
import { listed, sentenceCase } from "./language.ts";
import { countWord } from "./period-words.ts";
import type { Change } from "./phrase-book.ts";
import { placeName } from "./place-words.ts";
import type { Distance, LevelInYear, PlanPhrases } from "./plan-phrases.ts";

const READINGS: Readonly<Record<PlanReading, string>> = {
  geometric: "geometric reading",
  arithmetic: "arithmetic reading",
};

/** The paragraph about a plan in English. */
export const englishPlan: PlanPhrases = {
  opening({ indicator, geography, span, origin, average, base, final }) {
    const name = sentenceCase(indicator ? indicatorName(indicator, "en") : "the indicator");
    const subject = geography ? `${name} of ${placeName(geography, "en")}` : name;
    return origin === "averageGrowth"
      ? `${subject} is to ${moving(average)} a year on average in ${span}, from ${base.level} in ${base.year} to ${final.level} in ${final.year}.`
      : `${subject} is to reach ${final.level} in ${final.year}, from ${base.level} in ${base.year}: ${asNoun(average)} a year on average in ${span}.`;
  },

  behind: ({ reached, years, average, distance }) =>
    `By ${reached.year} it had come to ${reached.level}, ${asNoun(average)}${years === 1 ? "" : " a year on average"}, ${away(distance, "the even path")}.`,

  need({ target, remaining, growth, reading, path, other }) {
    const years =
      remaining === 1 ? "the remaining year" : `each of the ${countWord(remaining)} remaining years`;
    const levels = path.length > 0 ? `, to ${listed(path.map(inYear), "en")}` : "";
    const mean = remaining === 1 ? "it needs" : "the mean of their growths must be";
    const otherwise = other
      ? other.reading === "arithmetic"
        ? ` By the arithmetic reading ${mean} ${signed(other.growth)}, which comes to ${other.final.level} in ${other.final.year} at best.`
        : ` By the geometric reading ${remaining === 1 ? "it needs" : "each needs"} ${signed(other.growth)}, to ${other.final.level} in ${other.final.year}.`
      : "";
    const lead =
      growth.direction === "down"
        ? `${sentenceCase(target)} is met even if ${years} falls by ${growth.size}`
        : `For ${target}, ${years} must ${growth.direction === "same" ? "hold the level" : `grow by ${growth.size}`}`;
    return `${lead}${levels} (${READINGS[reading]}).${otherwise}`;
  },

  runningYear({ year, pathLevel, growth, yearsAfter, rate, median, interval, probability, targets }) {
    const range = interval ? ` (${interval.level} interval: ${interval.range})` : "";
    // What the path asks of the plan's last year is what the plan asks, which is told already.
    const need = rate ? needOf(rate) : "";
    return [
      ...(yearsAfter === 0
        ? need
          ? [`${sentenceCase(need)}.`]
          : []
        : [
            `In ${year} the path asks for ${pathLevel}, ${onBefore(growth)}${need && `, and ${need}`}.`,
            `${sentenceCase(year)} is likely to end near ${median}${range}; the probability of keeping to the path is ${probability}.`,
          ]),
      ...targets.map(({ target, distance, laterGrowth }) => {
        const later =
          laterGrowth && distance.direction !== "same"
            ? `; met exactly, it leaves ${signed(laterGrowth)} ${yearsAfter === 1 ? "to the year after" : "a year to the years after"}`
            : "";
        const aim = yearsAfter === 0 ? "the level that the plan asks" : "that path";
        return `This year's own ${target.replace(/^the /, "")} is ${away(distance, aim)}${later}.`;
      }),
    ].join(" ");
  },

  chance({ target, probability, final, interval, average }) {
    const range = interval ? ` (${interval.level} interval: ${interval.range})` : "";
    return `The probability of reaching ${target} is ${probability}; ${final.year} is likely to end near ${final.level}${range}, ${asNoun(average)} a year on average since the base.`;
  },

  settled: ({ target, isReached, isComplete, final, average, distance }) =>
    isComplete
      ? `${sentenceCase(target)} was ${isReached ? "reached" : "missed"}: ${final.year} came to ${final.level}, ${asNoun(average)} a year on average, ${away(distance, "the target")}.`
      : `${sentenceCase(target)} has already been reached; ${final.year} is likely to end near ${final.level}, ${asNoun(average)} a year on average, ${away(distance, "the target")}.`,

  goodYear({
    isEnough,
    isGood,
    isForecast,
    isEnoughRepeated,
    year,
    growth,
    average,
    lastYear,
    remaining,
    repeated,
    atAverage,
    alone,
  }) {
    const rest = remaining === 1 ? "the remaining year" : "every remaining year";
    const again = `${isForecast ? "the growth forecast for" : "the growth of"} ${year} (${signed(growth)})`;
    const onlyAverage = `with only the plan's average of ${signed(average)} in ${rest}, ${lastYear} ends at ${atAverage.level}, ${away(atAverage.distance, "the target")}`;
    if (isEnough) return `The plan's average is enough from here: ${onlyAverage}.`;
    const oneAlone =
      remaining === 1
        ? ""
        : `; one year alone would need ${signed(alone)} if the ${remaining === 2 ? "other makes" : "others make"} that average`;
    const end = `${lastYear} ends at ${repeated.level}, ${away(repeated.distance, "the target")}`;
    if (isEnoughRepeated)
      return `One good year alone is not enough: it takes ${again} again in ${rest}, with which ${end}; ${onlyAverage}${oneAlone}.`;
    const verdict = isGood
      ? "One good year is not enough: with"
      : isForecast
        ? `${year} is not forecast to reach the plan's average: with`
        : "No known year has reached the plan's average: even with";
    return `${sentenceCase(verdict)} ${again} again in ${rest}, ${end}; ${onlyAverage}${oneAlone}.`;
  },

  otherVersion({ target, average, final, need, probability, inForce }) {
    const lead = `${inForce ? "For" : "Under the earlier version,"} ${target} of ${signed(average)} a year on average (${final.level} in ${final.year})`;
    return `${lead}, ${need ? `each remaining year needs ${signed(need)}; ` : ""}the probability is ${probability}.`;
  },
};

const moving = ({ direction, size }: Change): string =>
  direction === "same" ? "hold its level" : `${direction === "up" ? "grow" : "fall"} by ${size}`;

const asNoun = ({ direction, size }: Change): string =>
  direction === "same" ? "no growth" : `${direction === "up" ? "growth" : "a fall"} of ${size}`;

const signed = ({ direction, size }: Change): string =>
  direction === "same" ? "0%" : `${direction === "up" ? "" : "-"}${size}`;

const compared = ({ direction, size }: Change): string =>
  direction === "same" ? "as much as" : `${size} ${direction === "up" ? "more" : "less"} than`;

const onBefore = ({ direction, size }: Change): string =>
  direction === "same" ? "as in the year before" : `${direction} ${size} on the year before`;

const away = ({ direction, size }: Distance, what: string): string =>
  direction === "same" ? `on ${what}` : `${size} ${direction} ${what}`;

const inYear = ({ year, level }: LevelInYear): string => `${level} in ${year}`;

function needOf({
  amount,
  remaining,
  period,
  aggregation,
  growthOnLastYear,
}: NonNullable<Parameters<PlanPhrases["runningYear"]>[0]["rate"]>): string {
  const verb = { sum: "bring", average: "average", last: "add" }[aggregation];
  const periods =
    remaining === 1 ? `the remaining ${period}` : `each of the remaining ${countWord(remaining)} ${period}s`;
  const mean = remaining === 1 || aggregation === "average" ? "" : " on average";
  const change = growthOnLastYear
    ? `, ${compared(growthOnLastYear)} in last year's same ${period}${remaining === 1 ? "" : "s"}`
    : "";
  return `${periods} must ${verb} ${amount}${mean}${change}`;
}
