import { foldText } from "./indicator-class.ts";

/**
 * A test of whether a place is in Viet Nam: the country itself, or a text that holds the name of one of its
 * provinces, with or without accents.
 * @param provinces names, e.g. from `data/geography/provinces.json`
 * @example vietnamesePlaces(["Kien Giang"])("Tỉnh Kiên Giang") // => true
 * @example vietnamesePlaces(["Kien Giang"])("Queensland") // => false
 */
export function vietnamesePlaces(provinces: readonly string[]): (geography: string) => boolean {
  const names = ["viet nam", "vietnam", "mekong", ...provinces.map(foldText)];
  return (geography) => {
    const folded = ` ${foldText(geography)} `;
    return names.some((name) => folded.includes(` ${name} `));
  };
}
