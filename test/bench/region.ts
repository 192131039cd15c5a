const PLACES = 34;
const PRODUCTS = [
  "rice",
  "seafood",
  "footwear",
  "garments",
  "electronics",
  "furniture",
  "fruit",
  "machinery",
  "plastics",
  "other goods",
];

/** A whole country by provinces and products, every product with its own report: the largest question of planners. */
export const REGION = {
  indicator: "exports",
  geography: "Viet Nam",
  unit: "million USD",
  through: "2024-04",
  growth: "9.1%",
  target: 130_000,
  components: Array.from({ length: PLACES }, (_, place) => ({
    name: `province ${place + 1}`,
    components: PRODUCTS.map((name, product) => ({
      name,
      ytd: 100 + ((place * 37 + product * 53) % 97),
      growth: `${((place * 7 + product * 5) % 30) - 5}%`,
      priorFullYear: 300 + ((place * 31 + product * 17) % 91),
    })),
  })),
} as const;
