import { describe, expect, test } from "vitest";
import reference from "../../data/reference/relations.json";
import { checkCoherence } from "../../src/engine/figure/coherence.ts";
import { convertToUnit, type Figure, type FigureRole } from "../../src/engine/figure/figure.ts";
import { parseFigure } from "../../src/engine/figure/parse-figure.ts";
import { parseRelation } from "../../src/engine/figure/relation.ts";
import { parseUnit } from "../../src/engine/figure/unit.ts";

interface Written {
  readonly written: string;
  readonly role: FigureRole;
  readonly unit?: string;
  readonly digits?: number;
}

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly scale?: number;
  readonly figures: Readonly<Record<string, Written>>;
  readonly relations: readonly { readonly text: string; readonly solveFor?: string }[];
  readonly quantity: string;
  readonly derived: readonly number[];
  readonly stated?: readonly number[];
  readonly verdict: string;
}

const rows = reference.rows as unknown as readonly Row[];
const half = 0.5 * 10 ** -reference.printedDecimals;

function figureOf({ written, role, unit, digits }: Written, path: string): Figure {
  const given = digits === undefined ? written : { value: written, digits };
  return convertToUnit(
    parseFigure(given, { role, path }),
    unit === undefined ? undefined : parseUnit(unit, path),
    path,
  );
}

function findingOf(row: Row) {
  const quantities = Object.fromEntries(
    Object.entries(row.figures).map(([name, written]) => [name, figureOf(written, name)]),
  );
  const relations = row.relations.map(({ text, ...options }) => parseRelation(text, options));
  const { findings } = checkCoherence({ quantities, relations });
  return findings.find(({ relation }) => relation === row.relations.at(-1)?.text);
}

describe(reference.title, () => {
  test("has all 45 relations", () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
  });

  test.each(rows)("$id: $verdict", (row) => {
    const finding = findingOf(row);
    const scaled = (bounds: { lower?: number; upper?: number } | undefined) =>
      [bounds?.lower ?? Number.NaN, bounds?.upper ?? Number.NaN].map((bound) => bound * (row.scale ?? 1));
    expect(finding?.quantity).toBe(row.quantity);
    expect(finding?.verdict).toBe(row.verdict);
    for (const [index, bound] of scaled(finding?.derived).entries()) {
      // Printed to six decimals, so agree to half of the last; the slack is the binary form of that half.
      expect(Math.abs(bound - (row.derived[index] ?? Number.NaN))).toBeLessThanOrEqual(half * (1 + 1e-4));
    }
    expect(finding?.stated === undefined).toBe(row.stated === undefined);
    for (const [index, bound] of (row.stated ?? []).entries()) {
      expect(Math.abs((scaled(finding?.stated)[index] ?? Number.NaN) - bound)).toBeLessThanOrEqual(
        half * (1 + 1e-4),
      );
    }
  });
});
