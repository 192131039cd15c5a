/** Kien Giang's exports after four months of 2024, as its department reported them; the plan was 920 (VNA, 22 February 2024). */
export const EXAMPLE = {
  indicator: "exports",
  geography: "Kien Giang",
  unit: "million USD",
  through: "2024-04",
  ytd: "over 290",
  shareOfTarget: "31.6%",
  growth: "21.26%",
  target: "plan: 920",
  priorFullYear: 860,
} as const;
