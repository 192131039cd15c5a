import { componentsOf } from "../../src/extract/components.ts";
import { decimalConventionOf } from "../../src/extract/decimal-convention.ts";
import { indicatorsOf } from "../../src/extract/indicators.ts";
import { type Item, itemsOf, withoutOverlaps } from "../../src/extract/items.ts";
import { languageOf } from "../../src/extract/language.ts";
import { periodsOf } from "../../src/extract/periods.ts";
import { placesOf } from "../../src/extract/places.ts";
import { quantitiesOf } from "../../src/extract/quantities.ts";
import { type Token, tokensOf } from "../../src/extract/token.ts";
import { knowledge } from "../../src/knowledge.ts";

/** The items of a text that is one sentence, in the language that it is written in. */
export function itemsOfText(text: string): { items: readonly Item[]; tokens: readonly Token[] } {
  const tokens = tokensOf(text.normalize("NFC"));
  const { language, isUnaccented } = languageOf(tokens);
  const { decimal } = decimalConventionOf(tokens, language);
  const mentionAt = withoutOverlaps(
    [
      periodsOf(tokens, isUnaccented, []),
      indicatorsOf(tokens, isUnaccented),
      quantitiesOf(tokens, decimal, isUnaccented),
      placesOf(tokens, knowledge.units, isUnaccented),
      componentsOf(tokens, isUnaccented),
    ],
    tokens.length,
  );
  return { items: itemsOf(tokens, { from: 0, to: tokens.length }, mentionAt, isUnaccented), tokens };
}
