/** A row of a bar table: one place, part or scenario. */
export interface BarRow {
  readonly name: string;
  /** Set in bold, and kept where others are left out. */
  readonly isMarked?: boolean;
  /** 1 for rows of their own, 2 and more for parts of the row above. */
  readonly depth?: number;
}

/** A row that is drawn, by its place in the table, or how many rows are left out there. */
export type ShownRow = { readonly index: number } | { readonly leftOut: number };

/** Of the rows that are kept, those from the top; the others are the last ones. */
const FROM_TOP = 0.65;

/**
 * The rows that are drawn where only some fit: parts of rows go first, then the rows in the middle, as readers look
 * for the first and the last. Marked rows stay. What is left out is told in a row of its own.
 *
 * @param capacity how many rows fit, at least 3
 * @example shownRows([{ name: "a" }, { name: "b" }, { name: "c" }, { name: "d" }], 3) // => [{"index":0},{"leftOut":2},{"index":3}]
 */
export function shownRows(rows: readonly BarRow[], capacity: number): readonly ShownRow[] {
  const all = rows.map((_, index) => index);
  if (all.length <= capacity) return all.map((index) => ({ index }));
  const own = all.filter((index) => (rows[index]?.depth ?? 1) === 1);
  if (own.length <= capacity) return own.map((index) => ({ index }));
  let shown: readonly ShownRow[] = [];
  let kept = new Set<number>();
  for (const next of inOrderOfInterest(rows, own)) {
    kept = new Set([...kept, next]);
    const longer = withGaps(own, kept);
    if (longer.length > capacity) break;
    shown = longer;
  }
  return shown;
}

function inOrderOfInterest(rows: readonly BarRow[], own: readonly number[]): readonly number[] {
  const order: number[] = [];
  let [top, bottom] = [0, own.length - 1];
  while (top <= bottom) {
    if (top <= FROM_TOP * order.length) order.push(own[top++] as number);
    else order.push(own[bottom--] as number);
  }
  return [
    ...order.filter((index) => rows[index]?.isMarked),
    ...order.filter((index) => !rows[index]?.isMarked),
  ];
}

function withGaps(own: readonly number[], kept: ReadonlySet<number>): readonly ShownRow[] {
  const shown: ShownRow[] = [];
  let leftOut = 0;
  const close = () => {
    if (leftOut > 0) shown.push({ leftOut });
    leftOut = 0;
  };
  for (const index of own) {
    if (!kept.has(index)) leftOut += 1;
    else {
      close();
      shown.push({ index });
    }
  }
  close();
  return shown;
}
