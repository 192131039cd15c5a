import type { StandardStock } from "./standard-stocks.ts";

/** Parts and the whole that they cannot exceed together. */
export interface PartsOfWhole {
  readonly parts: readonly StandardStock[];
  readonly whole: StandardStock;
}

const PARTS: readonly PartsOfWhole[] = [
  { parts: ["operating", "underConstruction"], whole: "registered" },
  { parts: ["operating", "underConstruction"], whole: "projects" },
  { parts: ["operating"], whole: "registered" },
  { parts: ["operating"], whole: "projects" },
  { parts: ["underConstruction"], whole: "registered" },
  { parts: ["underConstruction"], whole: "projects" },
  { parts: ["leased"], whole: "leasable" },
  { parts: ["leasable"], whole: "area" },
  { parts: ["leased"], whole: "area" },
  { parts: ["plants"], whole: "clusters" },
  { parts: ["plants"], whole: "parks" },
  { parts: ["implementedCapital"], whole: "capital" },
];

/** The parts and wholes among the stocks that are known; of two that say the same the one with more parts. */
export function partsOf(known: ReadonlySet<StandardStock>): readonly PartsOfWhole[] {
  const told = PARTS.filter(({ parts, whole }) => known.has(whole) && parts.every((part) => known.has(part)));
  // Where operating and building are both told, each alone says less; a leased hectare is leasable before it is area.
  return told.filter(
    ({ parts, whole }) =>
      !told.some((other) => other.whole === whole && other.parts.length > parts.length) &&
      !(parts[0] === "leased" && whole === "area" && known.has("leasable")) &&
      !(whole === "projects" && known.has("registered")) &&
      !(whole === "parks" && known.has("clusters")),
  );
}
