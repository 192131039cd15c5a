import type { Method } from "./method.ts";
import { recentMean } from "./recent-shares.ts";

/** The level of past remainders, recent years counting more: what a year returns to after an odd one. */
export const remainderLevel: Method = {
  name: "remainderLevel",
  says: "the recent level of past remainders",
  logRemainder: ({ past }) =>
    past.length < 2 ? undefined : recentMean(past.map((year) => Math.log(year.fullYear - year.ytd))),
};
