/**
 * The phrases that a template stands for: alternatives in round brackets, optional ones in square brackets, each
 * divided by bars.
 * @example phrasesOf("[total] (export|import) value") // => ["export value","import value","total export value","total import value"]
 */
export function phrasesOf(template: string): readonly string[] {
  return alternatives(template, 0).phrases.map((phrase) => phrase.trim().replaceAll(/ +/g, " "));
}

function alternatives(template: string, from: number): { readonly phrases: string[]; readonly to: number } {
  const phrases: string[] = [];
  let open = [""];
  let at = from;
  while (at < template.length) {
    const sign = template.charAt(at);
    if (sign === "]" || sign === ")") break;
    if (sign === "[" || sign === "(") {
      const inner = alternatives(template, at + 1);
      const choices = sign === "[" ? ["", ...inner.phrases] : inner.phrases;
      open = open.flatMap((head) => choices.map((choice) => head + choice));
      at = inner.to;
    } else if (sign === "|") {
      phrases.push(...open);
      open = [""];
    } else {
      const end = literalEnd(template, at);
      const literal = template.slice(at, end);
      open = open.map((head) => head + literal);
      at = end - 1;
    }
    at += 1;
  }
  return { phrases: [...phrases, ...open], to: at };
}

const SIGNS = "[]()|";

function literalEnd(template: string, from: number): number {
  let end = from;
  while (end < template.length && !SIGNS.includes(template.charAt(end))) end += 1;
  return end;
}

/** The phrases of several templates, each with one meaning. */
export function meaning<Meaning>(
  of: Meaning,
  templates: readonly string[],
): readonly (readonly [phrase: string, meaning: Meaning])[] {
  return templates.flatMap(phrasesOf).map((phrase) => [phrase, of] as const);
}
