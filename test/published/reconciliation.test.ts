import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reconcile } from "../../src/engine/breakdown/reconciliation.ts";
import { minimumTrace, minimumTraceWeights } from "../engine/breakdown/minimum-trace.ts";

interface Table {
  readonly title: string;
  readonly series: readonly string[];
  readonly forecasts: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly shrinkage: number;
  readonly traces: {
    readonly bottomUp: number;
    readonly minimumTrace: number;
    readonly printedDecimals: number;
  };
  readonly reconciled: readonly {
    readonly method: string;
    readonly printedDecimals: number;
    readonly values: readonly number[];
  }[];
}

const table = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/reference/reconciliation.json"), "utf8"),
) as Table;
const { forecasts, covariance, shrinkage } = table;
const TOTAL = forecasts.length - 1;
const S: readonly (readonly number[])[] = forecasts.map((_, i) =>
  forecasts.slice(0, TOTAL).map((__, j) => (i === j || i === TOTAL ? 1 : 0)),
);
const diagonal = (values: readonly number[]) =>
  values.map((value, i) => values.map((_, j) => (i === j ? value : 0)));
const variances = covariance.map((row, i) => row[i] as number);
const structural: readonly number[] = S.map((row) => row.reduce((sum, weight) => sum + weight, 0));

const DIAGONALS: Readonly<Record<string, readonly number[]>> = {
  ols: variances.map(() => 1),
  wlsStructural: structural,
  wlsVariance: variances,
};
const COVARIANCES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  ...Object.fromEntries(Object.entries(DIAGONALS).map(([method, values]) => [method, diagonal(values)])),
  shrunkCovariance: covariance.map((row, i) =>
    row.map((value, j) => (i === j ? value : (1 - shrinkage) * value)),
  ),
  covariance,
};

/**
 * How far the answer may be from the printed one: half a printed digit, and what the printed digits of the forecasts
 * (0.01) and of the covariance (0.1, which full covariances enlarge) leave open.
 */
const tolerance = (method: string, printedDecimals: number): number =>
  0.5 * 10 ** -printedDecimals + 0.005 + (method === "covariance" ? 0.05 : 0);

describe(table.title, () => {
  test.each(table.reconciled)("$method in the general form", ({ method, printedDecimals, values }) => {
    const answer = minimumTrace(S, COVARIANCES[method] as number[][], forecasts);
    for (const [i, value] of answer.entries())
      expect(Math.abs(value - (values[i] as number)), table.series[i]).toBeLessThanOrEqual(
        tolerance(method, printedDecimals),
      );
  });

  test.each(table.reconciled.filter(({ method }) => DIAGONALS[method]))(
    "$method up and down the tree",
    ({ method, printedDecimals, values }) => {
      const nodes = forecasts.map((mean, i) => ({
        name: table.series[i] as string,
        value: { own: { mean, variance: (DIAGONALS[method] as number[])[i] as number } },
        children: [],
      }));
      const total = nodes[TOTAL] as (typeof nodes)[number];
      const answer = reconcile({ ...total, children: nodes.slice(0, TOTAL) }, 0);
      [...answer.children, answer].forEach(({ name, value }, i) => {
        expect(name).toBe(table.series[i]);
        expect(Math.abs(value.fullYear - (values[i] as number))).toBeLessThanOrEqual(
          tolerance(method, printedDecimals),
        );
      });
    },
  );

  test("the trace of the error covariance, against leaving the total's forecast away", () => {
    const trace = (G: readonly (readonly number[])[]): number => {
      const SG = S.map((row) =>
        forecasts.map((_, k) => row.reduce((sum, weight, j) => sum + weight * (G[j]?.[k] as number), 0)),
      );
      return SG.reduce(
        (sum, row) =>
          sum +
          row.reduce(
            (all, a, k) => all + a * row.reduce((each, b, l) => each + (covariance[k]?.[l] as number) * b, 0),
            0,
          ),
        0,
      );
    };
    const bottomUp = S.slice(0, TOTAL).map((row) => [...row, 0]);
    // Entries of the covariance are printed to 0.05; the trace sums several of them.
    expect(Math.abs(trace(bottomUp) - table.traces.bottomUp)).toBeLessThan(1);
    expect(Math.abs(trace(minimumTraceWeights(S, covariance)) - table.traces.minimumTrace)).toBeLessThan(1);
  });
});
