/// <reference types="custom-functions-runtime" />
import { FormulaError } from "./batch-request.ts";
import { EmptyCells } from "./empty-cells.ts";
import { argumentsOf, type ExcelRange, spilled } from "./excel-cells.ts";
import { FormulaClient } from "./formula-client.ts";
import type { ExcelHost } from "./host.ts";
import { settings } from "./settings.ts";

const client = new FormulaClient(batchAddress(), {
  fetch: (address, request) => fetch(address, request),
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    }),
});
const emptyCells = new EmptyCells(() => (globalThis as { Excel?: ExcelHost }).Excel);

/** Questions that say no language are answered in that of the pane; the service's own is English. */
function batchAddress(): string {
  const { server, language } = settings();
  return `${server}/v1/batch${language === "en" ? "" : `?lang=${language}`}`;
}

/** Drops all answers, and takes over what the pane has set. */
export function startAnew(): void {
  client.address = batchAddress();
  client.forget();
}

/**
 * The cells of a custom function, asked of the service together with those of the other cells.
 *
 * @throws CustomFunctions.Error #VALUE! when the arguments are at fault, #N/A when the service cannot be reached
 */
export async function calculated(
  formula: string,
  ranges: readonly ExcelRange[],
  invocation?: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  const cancellation = new AbortController();
  if (invocation) invocation.onCanceled = () => cancellation.abort();
  try {
    const named = await emptyCells.named(ranges, invocation?.parameterAddresses);
    const cells = await client.cells({ formula, arguments: argumentsOf(named) }, cancellation.signal);
    return spilled(cells, settings().server);
  } catch (error) {
    const isQuestionsFault = error instanceof FormulaError && error.isQuestionsFault;
    const { invalidValue, notAvailable } = CustomFunctions.ErrorCode;
    const message = error instanceof FormulaError ? error.message : "the formula could not be calculated";
    throw new CustomFunctions.Error(isQuestionsFault ? invalidValue : notAvailable, message);
  }
}
