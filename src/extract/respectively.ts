import type { Item } from "./items.ts";
import { type PercentRole, toldLike } from "./percent-role.ts";

/** The items of a sentence with each amount beside its own subject, and the amounts that were paired so. */
export interface Paired {
  readonly items: readonly Item[];
  readonly paired: ReadonlySet<Item>;
}

/** Quantities of a list, with nothing but commas between them. */
export interface Run {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly members: readonly Item[];
}

const SUBJECTS = ["component", "indicator", "place", "period"] as const;

/**
 * Lists that "respectively" pairs, as if each had been told by itself: "rice, seafood and footwear contributed A, B
 * and C, respectively" becomes "rice A; seafood B; footwear C". The percentages of a list share what the first of
 * them tells.
 */
export function pairedLists(items: readonly Item[], roles: Map<Item, PercentRole>): Paired {
  const asIs = { items, paired: new Set<Item>() };
  if (!items.some((item) => item.kind === "cue" && item.cue === "respectively")) return asIs;
  const quantities = [...runsOf(items, "amount"), ...runsOf(items, "percent")];
  for (const run of quantities) shareRole(run, roles);
  const [first] = quantities;
  if (!first) return asIs;
  const size = first.members.length;
  const lists = quantities.filter(({ members }) => members.length === size);
  const start = Math.min(...lists.map(({ from }) => from));
  const subjects = subjectsBefore(items, start, size);
  if (!subjects) return asIs;
  const end = Math.max(...lists.map(({ to }) => to));
  const listed = new Set([subjects, ...lists].flatMap(({ from, to }) => items.slice(from, to)));
  const others = items.slice(0, end).filter((item) => !listed.has(item) && item.kind !== "sign");
  const pairs = subjects.members.flatMap((subject, k): Item[] => [
    subject,
    ...lists.map(({ members }) => members[k] as Item),
    { kind: "sign", sign: ";", from: subject.from, to: subject.from },
  ]);
  return {
    items: [...others, ...pairs, ...items.slice(end)],
    paired: new Set(lists.flatMap(({ members }) => members)),
  };
}

/** Lists of at least two quantities of a kind, with nothing but commas and "and" between them. */
export function runsOf(items: readonly Item[], kind: "amount" | "percent"): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  while (from < items.length) {
    if (items[from]?.kind !== kind) {
      from += 1;
      continue;
    }
    const run = runFrom(items, from, (item) => item.kind === kind);
    if (run.members.length > 1) runs.push(run);
    from = run.to;
  }
  return runs;
}

function runFrom(items: readonly Item[], from: number, isMember: (item: Item) => boolean): Run {
  const members: Item[] = [];
  let to = from;
  for (let at = from; at < items.length; at += 1) {
    const item = items[at] as Item;
    const isParted = at === from || isComma(items[at - 1] as Item);
    if (isMember(item) && isParted) {
      members.push(item);
      to = at + 1;
    } else if (!isComma(item)) break;
  }
  return { from, to, members };
}

const isComma = (item: Item): boolean => item.kind === "sign" && (item.sign === "," || item.sign === "and");

function subjectsBefore(items: readonly Item[], end: number, size: number): Run | undefined {
  for (const kind of SUBJECTS) {
    for (let from = end - 1; from >= 0; from -= 1) {
      if (items[from]?.kind !== kind) continue;
      const isMember = (item: Item): boolean =>
        item.kind === kind || (kind === "component" && item.kind === "word");
      let first = from;
      while (first > 1 && isComma(items[first - 1] as Item)) {
        let before = first - 1;
        while (before > 0 && isComma(items[before] as Item)) before -= 1;
        if (!isMember(items[before] as Item)) break;
        first = before;
      }
      const run = runFrom(items, first, isMember);
      if (run.members.length === size) return run;
      from = first;
    }
  }
  return undefined;
}

/** "up 10% and 5%": the second tells what the first does. */
export function shareRole({ members }: Run, roles: Map<Item, PercentRole>): void {
  const told = members
    .map((member) => roles.get(member))
    .find((role) => role?.role === "growth" || role?.role === "share");
  if (!told || !("ratio" in told)) return;
  for (const member of members) {
    const role = roles.get(member);
    if (member.kind !== "percent" || (role && role.role !== "none")) continue;
    roles.set(member, toldLike(told.role, member, told.ratio < 0));
  }
}
