/** Functions that OpenFormula names after the program that brought them. */
const FOREIGN = new Set(["ENCODEURL", "FILTERXML", "WEBSERVICE"]);

/** A text in quotes, which stays; or a name that is called; or a cell or a range of the same sheet. */
const PARTS =
  /("(?:[^"]|"")*")|\b([A-Z]+)(?=\()|(?<![\w.$])(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(])/g;

/**
 * A formula as it is typed in Calc, as a file of the OpenDocument format writes it. Arguments are separated by
 * semicolons; cells are those of the same sheet, others are reached by their names.
 * @example openFormula("=SUM(A1:$B$2;rate)") // => "of:=SUM([.A1:.$B$2];rate)"
 * @example openFormula("=WEBSERVICE(server&\"/A1\")") // => "of:=COM.MICROSOFT.WEBSERVICE(server&\"/A1\")"
 */
export function openFormula(typed: string): string {
  const written = typed.replace(PARTS, (whole, _text, called?: string, first?: string, last?: string) => {
    if (called) return FOREIGN.has(called) ? `COM.MICROSOFT.${called}` : called;
    if (first) return last ? `[.${first}:.${last}]` : `[.${first}]`;
    return whole;
  });
  return `of:${written}`;
}
