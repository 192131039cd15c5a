import { isGap } from "./history-text.ts";
import { entries, type FlatForm } from "./query.ts";
import { type PlaceInput, RANKING_FIELDS } from "./ranking-fields.ts";

/** How the question is written flat. */
export const RANKING_FORM: FlatForm = {
  names: RANKING_FIELDS,
  aliases: { geography: "region", regionYtd: "regionValue" },
  entryAliases: { places: { name: "place", ytd: "value" } },
  labels: ["indicator", "region", "unit"],
  texts: {
    places: placesIn,
    expected: (text) =>
      text
        .split(/[;,]/)
        .map((each) => each.trim())
        .filter(Boolean),
    headline: (text) => {
      const [only] = entries(text);
      return only?.name === undefined ? text : { claim: only.name.toLowerCase(), leader: only.value };
    },
  },
  several: { places: 'all places go into one parameter: "Tay Ninh: 48.90%; Kien Giang: 22.96%"' },
};

/** Places between semicolons, each with its figures. */
export function placesIn(text: string): readonly PlaceInput[] {
  return text
    .split(";")
    .map((each) => each.trim())
    .filter(Boolean)
    .map(placeIn);
}

/** Words of a growth that is not written in percent. */
const GROWTH_WORDS = /%|\bpercent\b|\bper cent\b|phần trăm|\btimes\b|\blần\b|\bdoubled\b|\btripled\b|gấp/i;
/** A slash between figures; one within a unit, as in "USD/ha", has no number after it and no spaces around. */
const BETWEEN_FIGURES = /\s+\/\s+|\/(?=[\d+-])/;

/** "Tay Ninh: 7250 / 48.90%" as the object that JSON would carry; a text with more figures stays whole, to be refused. */
export function placeIn(text: string): PlaceInput {
  const colon = text.lastIndexOf(":");
  if (colon < 0) return { place: text };
  const place = text.slice(0, colon).trim();
  const rest = text.slice(colon + 1).trim();
  const figures = rest.split(BETWEEN_FIGURES).map((each) => each.trim());
  const growths = figures.filter((each) => GROWTH_WORDS.test(each));
  const amounts = figures.filter((each) => !GROWTH_WORDS.test(each));
  if (growths.length > 1 || amounts.length > 2) return { place, value: rest };
  const [value, prior] = amounts;
  const [growth] = growths;
  const told = (figure: string | undefined) => figure !== undefined && figure !== "" && !isGap(figure);
  return {
    place,
    ...(told(value) && { value }),
    ...(told(prior) && { prior }),
    ...(told(growth) && { growth }),
  };
}
