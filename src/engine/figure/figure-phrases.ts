import { EngineError } from "../engine-error.ts";
import type { FigureRole } from "./figure.ts";
import { plainNumber } from "./plain-number.ts";
import { readUnit, type Unit } from "./unit.ts";
import { currencyAt } from "./unit-vocabulary.ts";
import {
  directionBefore,
  fillerBefore,
  levelBefore,
  percentAfter,
  percentagePointsAfter,
  type Qualifier,
  qualifierAfter,
  qualifierBefore,
  timesAfter,
  timesBefore,
} from "./vocabulary.ts";

/** The parts of a written figure: the number literal and what the words around it say. */
export interface FigurePhrases {
  readonly literal: string;
  readonly qualifier: Qualifier;
  readonly isNegative: boolean;
  readonly isFall: boolean;
  readonly isPercent: boolean;
  readonly isTimes: boolean;
  readonly unit?: Unit;
}

interface Before {
  qualifier: Qualifier;
  direction?: "up" | "down";
  isMinus: boolean;
  isTimes: boolean;
  isLevel: boolean;
  /** Currency written in front of the number. */
  currency: string;
}

// Groups of three may be parted by a space or an apostrophe.
const NUMBER = /[.,]?\d+(?:(?:[.,]|[ '](?=\d{3}(?!\d)))\d+)*(?:e[+-]?\d{1,3}(?![a-z\d]))?/;

/** The number literal of a text that went through `withoutAccents`; undefined where it has no number. */
export const literalIn = (text: string): string | undefined => NUMBER.exec(text)?.[0];

/** Words a cell may carry behind a share or a growth without changing it. */
const CONTEXT_AFTER =
  /^(?:of (?:the )?(?:annual |yearly |year's |full-year )?(?:target|plan)|(?:so (?:voi )?)?(?:ke hoach|kh)(?: nam)?|year[- ]on[- ]year|on[- ]year|y\/y|yoy|so (?:voi )?cung ky(?: nam (?:truoc|ngoai))?)$/;

/**
 * Takes a figure's text apart. Takes text that went through `withoutAccents`.
 * @throws EngineError invalidFigure when there is no number, more than one, or words that cannot be read
 */
export function readPhrases(text: string, role: FigureRole, path: string): FigurePhrases {
  const found = NUMBER.exec(text);
  if (found === null) {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} has no number in it`,
      'write 290 or "over 290 million USD"',
    );
  }
  const behind = text.slice(found.index + found[0].length);
  // A digit behind a letter belongs to a unit ("m2", "CO2").
  if (/(?<![a-z])\d/.test(behind)) throw severalNumbers(found[0], behind, path);
  const before = readBefore(text.slice(0, found.index), role, path);
  const { isPercent, isTimes, qualifier: after, unit } = readAfter(behind, before.currency, role, path);
  if (before.isLevel && role === "growth") throw levelForGrowth(path);
  if (isTimes && before.direction === "down") {
    throw new EngineError(
      "invalidFigure",
      path,
      `${path} is a fall given in times`,
      'write the fall in percent: "down 50%"',
    );
  }
  return {
    literal: found[0],
    qualifier: before.qualifier === "none" || after !== "none" ? after : before.qualifier,
    isNegative: before.isMinus || before.direction === "down",
    isFall: before.direction === "down",
    isPercent,
    isTimes: isTimes || before.isTimes,
    ...(unit === undefined ? {} : { unit }),
  };
}

function readBefore(text: string, role: FigureRole, path: string): Before {
  const before: Before = { qualifier: "none", isMinus: false, isTimes: false, isLevel: false, currency: "" };
  let rest = text.trim();
  while (rest !== "") {
    const minus = /^-\s*/.exec(rest)?.[0];
    if (minus !== undefined) {
      if (before.isMinus) throw doubleSign(path);
      before.isMinus = true;
      rest = rest.slice(minus.length);
      continue;
    }
    const level = levelBefore(rest);
    const times = timesBefore(rest);
    const qualifier = qualifierBefore(rest);
    const direction = directionBefore(rest);
    const currency = currencyAt(rest);
    if (qualifier !== undefined) {
      // Before directions, since "up to" is a hedge and "up" is not.
      before.qualifier = qualifier.meaning;
      rest = qualifier.rest;
    } else if (direction !== undefined) {
      const isPlusSign = rest.startsWith("+");
      if (!isPlusSign && role !== "growth" && role !== "targetGrowth") throw unreadable(rest, path);
      if (before.direction !== undefined) throw doubleSign(path);
      before.direction = direction.meaning;
      rest = direction.rest;
    } else if (level !== undefined) {
      before.isLevel = true;
      rest = level.rest;
    } else if (times !== undefined) {
      before.isTimes = true;
      rest = times.rest;
    } else if (currency !== undefined) {
      before.currency = rest.slice(0, rest.length - currency.rest.length).trim();
      rest = currency.rest;
    } else {
      const filler = fillerBefore(rest);
      if (filler === undefined) throw unreadable(rest, path);
      rest = filler.rest;
    }
  }
  if (before.direction !== undefined && before.isMinus) throw doubleSign(path);
  return before;
}

interface After {
  readonly isPercent: boolean;
  readonly isTimes: boolean;
  readonly qualifier: Qualifier;
  readonly unit?: Unit;
}

function readAfter(text: string, currency: string, role: FigureRole, path: string): After {
  const isAttached = /^[a-z]/.test(text);
  let rest = text.trim().replace(/[.,;:!]+$/, "");
  let qualifier: Qualifier = "none";
  for (const [index] of [...rest].entries()) {
    const hedge = qualifierAfter(rest.slice(index));
    if (hedge === undefined || hedge.rest !== "") continue;
    qualifier = hedge.meaning;
    rest = rest.slice(0, index).trim();
    break;
  }
  const isRatio = role === "ratio" || role === "growth" || role === "targetGrowth";
  const points = percentagePointsAfter(rest);
  if (points !== undefined && isRatio) {
    if (role !== "ratio") throw pointsForGrowth(path);
    return { isPercent: true, isTimes: false, qualifier, ...requireContext(points.rest, path) };
  }
  const percent = percentAfter(rest);
  // An amount in percent, such as an index, keeps its unit; only ratios turn into fractions.
  if (percent !== undefined && isRatio) {
    return { isPercent: true, isTimes: false, qualifier, ...requireContext(percent.rest, path) };
  }
  const times = isRatio ? timesAfter(rest) : undefined;
  if (times !== undefined)
    return { isPercent: false, isTimes: true, qualifier, ...requireContext(times.rest, path) };
  if (isRatio) return { isPercent: false, isTimes: false, qualifier, ...requireContext(rest, path) };
  const words = `${rest} ${currency}`.trim();
  if (words === "") return { isPercent: false, isTimes: false, qualifier };
  return { isPercent: false, isTimes: false, qualifier, unit: readUnit(words, path, isAttached) };
}

function requireContext(rest: string, path: string): Record<never, never> {
  if (rest === "" || CONTEXT_AFTER.test(rest)) return {};
  throw unreadable(rest, path);
}

const unreadable = (text: string, path: string): EngineError =>
  new EngineError(
    "invalidFigure",
    path,
    `${path} has words that cannot be read as part of a figure: "${text.slice(0, 20)}"`,
    'keep the number, a hedge, a unit: "over 290 million USD"',
  );

/** "48 of 111" is two figures, or the ratio that they make. */
function severalNumbers(literal: string, behind: string, path: string): EngineError {
  const [, total] = /^ ?(?:of|out of|tren|trong|\/) ?(\d[\d.,]*)\D*$/.exec(behind) ?? [];
  const share = total === undefined ? Number.NaN : Number(literal) / Number(total);
  return new EngineError(
    "invalidFigure",
    path,
    `${path} has more than one number in it`,
    share > 0 && Number.isFinite(share)
      ? `write ${literal}, or as a ratio ${plainNumber(share * 100, 4)}%`
      : "give one number; a range is two figures",
  );
}

const doubleSign = (path: string): EngineError =>
  new EngineError(
    "invalidFigure",
    path,
    `${path} turns its sign twice`,
    'write "down 5%" or "-5%", not both',
  );

const pointsForGrowth = (path: string): EngineError =>
  new EngineError(
    "invalidFigure",
    path,
    `${path} is in percentage points, which compare two growths`,
    'growth is a percent of last year: "11.11%"',
  );

const levelForGrowth = (path: string): EngineError =>
  new EngineError(
    "invalidFigure",
    path,
    `${path} says what this year is of last year, not how much it grew`,
    '"equals 123.7%" of last year is growth of "23.7%"',
  );
