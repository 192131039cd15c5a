/** "Six localities belong to the club of the biggest exporters": what is told of those who trade is their trade. */
const TRADERS: ReadonlyMap<string, string> = new Map([
  ["exporters", "exports"],
  ["importers", "imports"],
]);

/**
 * The indicator of those who trade; undefined for other words.
 * @example tradedBy("exporters") // => "exports"
 */
export const tradedBy = (word: string): string | undefined => TRADERS.get(word);
