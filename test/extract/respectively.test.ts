import { describe, expect, test } from "vitest";
import type { Item } from "../../src/extract/items.ts";
import type { PercentRole } from "../../src/extract/percent-role.ts";
import { pairedLists, runsOf, shareRole } from "../../src/extract/respectively.ts";
import { itemsOfText } from "./items-of-text.ts";

/** An item as a test writes it: the name of a subject, the value of a quantity, a sign. */
const shown = (item: Item): string => {
  if (item.kind === "sign") return item.sign;
  if (item.kind === "amount" || item.kind === "percent") return String(item.value);
  return "name" in item ? item.name : item.kind;
};

const paired = (text: string): string => {
  const { items } = itemsOfText(text);
  return pairedLists(items, new Map())
    .items.filter(({ kind }) => kind !== "cue" && kind !== "word" && kind !== "period")
    .map(shown)
    .join(" ");
};

describe("pairedLists", () => {
  test.each([
    [
      "Rice, coffee and footwear earned 10 million USD, 20 million USD and 30 million USD, respectively",
      "rice 10 ; coffee 20 ; footwear 30 ; ,",
    ],
    [
      "Exports and imports were 90 million USD and 70 million USD, up 4% and 6%, respectively",
      "exports 90 0.04 ; imports 70 0.06 ; ,",
    ],
    ["Gạo và cà phê lần lượt đạt 10 triệu USD và 20 triệu USD", "rice 10 ; coffee 20 ;"],
  ])("pairs %s", (text, wanted) => {
    expect(paired(text)).toBe(wanted);
  });

  test.each([
    "Rice and coffee earned 10 million USD and 20 million USD",
    "Rice and coffee earned 10 million USD, 20 million USD and 30 million USD, respectively",
  ])("leaves %s as it is", (text) => {
    const { items } = itemsOfText(text);
    const result = pairedLists(items, new Map());
    expect(result.items).toEqual(items);
    expect(result.paired.size).toBe(0);
  });

  test("tells which quantities it paired", () => {
    const { items } = itemsOfText("Rice and coffee earned 10 million USD and 20 million USD, respectively");
    expect([...pairedLists(items, new Map()).paired].map(shown)).toEqual(["10", "20"]);
  });
});

describe("runsOf", () => {
  test("finds lists with only commas and 'and' between, and none of one", () => {
    const { items } = itemsOfText("up 1%, 2% and 3% while 4% and then exports rose 5% and 6%");
    expect(runsOf(items, "percent").map(({ members }) => members.map(shown))).toEqual([
      ["0.01", "0.02", "0.03"],
      ["0.05", "0.06"],
    ]);
  });
});

describe("shareRole", () => {
  test("gives what the first percentage tells to those that tell nothing", () => {
    const { items } = itemsOfText("down 10% and 5%");
    const [run] = runsOf(items, "percent");
    const [first, second] = run?.members ?? [];
    const roles = new Map<Item, PercentRole>([
      [first as Item, { role: "growth", ratio: -0.1, written: "-10%" }],
      [second as Item, { role: "none" }],
    ]);
    shareRole(run as NonNullable<typeof run>, roles);
    expect(roles.get(second as Item)).toEqual({ role: "growth", ratio: -0.05, written: "-5%" });
  });
});
