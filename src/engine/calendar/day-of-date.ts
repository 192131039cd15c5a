import { EngineError } from "../engine-error.ts";
import { fiscalPosition, lastDayOf } from "./period.ts";

/**
 * The day that a date stands for, ISO: the last one of a year, a quarter or a month, which is when its figure is told.
 * @throws EngineError invalidPeriod, naming `path`, for a text that is no date
 * @example dayOfDate("2025") // => "2025-12-31"
 * @example dayOfDate("2025-Q2") // => "2025-06-30"
 * @example dayOfDate("2026-04") // => "2026-04-30"
 * @example dayOfDate("2026-04-15") // => "2026-04-15"
 */
export function dayOfDate(date: string, path = "date"): string {
  const text = date.trim();
  if (/^\d{4}$/.test(text)) return lastDay(`${text}-12`, path);
  const [, month, day] = /^(\d{4}-\d{2})-(\d{2})$/.exec(text) ?? [];
  if (month === undefined || day === undefined) return lastDay(text, path);
  if (day >= "01" && text <= lastDay(month, path)) return text;
  throw new EngineError("invalidPeriod", path, `"${text}" is not a date`, HINT);
}

const HINT = 'write "2026-04-30", "2026-04", "2026-Q2" or "2026"';

function lastDay(period: string, path: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2]|q[1-4])$/i.test(period))
    throw new EngineError("invalidPeriod", path, `"${period}" is not a date`, HINT);
  return lastDayOf(fiscalPosition({ through: period, fiscalYearStart: 1, path }));
}
