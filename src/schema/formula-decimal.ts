import type { DecimalSign } from "../engine/figure/decimal.ts";
import {
  DECIMAL_HINT,
  decimalClash,
  decimalEvidence,
  isOpen,
  signOfLanguage,
  soleSign,
} from "./decimal-evidence.ts";
import type { FormulaOptions } from "./formula-options.ts";
import type { GivenRanges } from "./formula-ranges.ts";
import { InvalidQuestion } from "./problems.ts";

/**
 * The decimal sign that the cells of one formula share, where one of them needs it: "1.234,5" in one row tells how to
 * read "1.012" in the next.
 * @throws InvalidQuestion when cells show both signs
 */
export function decimalOf(
  { months: _months, options: _options, ...ranges }: GivenRanges,
  { fields }: FormulaOptions,
): { readonly decimal?: DecimalSign } {
  const evidence = decimalEvidence({ ...ranges, ...fields });
  if (fields.decimal !== undefined || evidence.open === undefined) return {};
  const clash = decimalClash(evidence, signOfLanguage(fields.lang));
  if (clash && isOpen(evidence.open, clash))
    throw new InvalidQuestion([
      {
        path: "values",
        message: `"${evidence.open}" may be read in two ways: ${clash.reason}`,
        hint: DECIMAL_HINT,
      },
    ]);
  const sign = soleSign(evidence);
  return sign ? { decimal: sign } : {};
}
