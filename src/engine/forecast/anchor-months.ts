/**
 * Value at `month` of numbers stated at anchor months (ascending), linear in between, constant outside.
 * @example atMonth({ anchors: [1, 3, 11], values: [0, 2, 10], month: 7 }) // => 6
 */
export function atMonth({
  anchors,
  values,
  month,
}: {
  anchors: readonly number[];
  values: readonly number[];
  month: number;
}): number {
  let i = 0;
  while (i < anchors.length - 2 && month > (anchors[i + 1] as number)) i++;
  const from = anchors[i] as number;
  const to = anchors[i + 1] as number;
  const weight = Math.min(1, Math.max(0, (month - from) / (to - from)));
  return (values[i] as number) * (1 - weight) + (values[i + 1] as number) * weight;
}
