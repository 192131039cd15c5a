import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SymmetricBand } from "../../../src/engine/history/symmetric-band.ts";

/** A diagonally dominant matrix by rows, and its band. */
const bands = fc
  .record({ size: fc.integer({ min: 1, max: 12 }), halfWidth: fc.integer({ min: 0, max: 4 }) })
  .chain(({ size, halfWidth }) =>
    fc
      .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size * size, maxLength: size * size })
      .map((drawn) => {
        const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0));
        const band = new SymmetricBand(size, halfWidth);
        for (let row = 0; row < size; row++)
          for (let column = Math.max(0, row - halfWidth); column <= row; column++) {
            const entry = (drawn[row * size + column] as number) + (row === column ? 10 : 0);
            (rows[row] as number[])[column] = entry;
            (rows[column] as number[])[row] = entry;
            band.add(row, column, entry);
          }
        return { rows, band };
      }),
  );

const times = (rows: number[][], vector: ArrayLike<number>): number[] =>
  rows.map((row) => row.reduce((sum, entry, k) => sum + entry * (vector[k] as number), 0));

describe("symmetric band", () => {
  test("the solution times the matrix is the right-hand side", () => {
    fc.assert(
      fc.property(bands, ({ rows, band }) => {
        const right = rows.map((_, k) => k - 2.5);
        band.factorise();
        const back = times(rows, band.solve(Float64Array.from(right)));
        for (const [k, value] of back.entries()) expect(value).toBeCloseTo(right[k] as number, 10);
      }),
    );
  });

  test("the diagonal of the inverse is what solving for each unit vector gives", () => {
    fc.assert(
      fc.property(bands, ({ rows, band }) => {
        band.factorise();
        const diagonal = band.inverseDiagonal();
        for (const k of rows.keys()) {
          const unit = Float64Array.from(rows, (_, other) => (other === k ? 1 : 0));
          expect(diagonal[k]).toBeCloseTo(band.solve(unit)[k] as number, 12);
        }
      }),
    );
  });
});
