/**
 * A number to `digits` significant digits, thousands parted by commas, no trailing zeros.
 * @example plainNumber(48180.8345, 7) // => "48,180.83"
 */
export function plainNumber(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  if (Math.abs(rounded) >= 1e21 || (rounded !== 0 && Math.abs(rounded) < 1e-6)) return String(rounded);
  const written = String(rounded);
  if (Math.abs(rounded) < 1000) return written;
  const [whole = "", fraction] = written.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
