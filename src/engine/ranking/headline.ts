import type { Leader } from "./leader.ts";
import { type HeadlineAsk, MEASURES, type Measure } from "./ranking-question.ts";

/** Whether a place leads in one measure; absent knowledge is `notKnown`. */
export type Leads = "yes" | "no" | "digitsCannotTell" | "notKnown";

/**
 * What a headline's claim comes to. `otherMeasure`: the place leads, but not in what is claimed or not as far as the
 * figures tell, so that level and growth were mixed up.
 */
export type HeadlineVerdict = "holds" | "contradicts" | "otherMeasure" | "digitsCannotTell" | "notChecked";

export interface HeadlineCheck {
  readonly claim: Measure;
  readonly leader: string;
  readonly leadsInLevel: Leads;
  readonly leadsInGrowth: Leads;
  readonly verdict: HeadlineVerdict;
}

/**
 * A headline's claim against who leads in level and who in growth.
 * @example checkHeadline({ claim: "level", name: "Tay Ninh", key: "tay ninh" }, { growth: { places: ["Tay Ninh"], value: 0.489, possibly: [] } }, "Tay Ninh").verdict // => "otherMeasure"
 */
export function checkHeadline(
  { claim, name }: HeadlineAsk,
  leaders: { readonly [Of in Measure]?: Leader | undefined },
  listedAs: string | undefined,
): HeadlineCheck {
  const leads: Readonly<Record<Measure, Leads>> = {
    level: leadsIn(leaders.level, listedAs),
    growth: leadsIn(leaders.growth, listedAs),
  };
  const other = MEASURES.find((measure) => measure !== claim) as Measure;
  return {
    claim,
    leader: listedAs ?? name,
    leadsInLevel: leads.level,
    leadsInGrowth: leads.growth,
    verdict: verdictOf(leads[claim], leads[other]),
  };
}

function leadsIn(leader: Leader | undefined, place: string | undefined): Leads {
  if (!leader || place === undefined) return "notKnown";
  if (leader.places.includes(place)) return leader.possibly.length > 0 ? "digitsCannotTell" : "yes";
  return leader.possibly.includes(place) ? "digitsCannotTell" : "no";
}

function verdictOf(claimed: Leads, other: Leads): HeadlineVerdict {
  if (claimed === "yes") return "holds";
  if (claimed === "digitsCannotTell") return "digitsCannotTell";
  if (other === "yes") return "otherMeasure";
  return claimed === "no" ? "contradicts" : "notChecked";
}
