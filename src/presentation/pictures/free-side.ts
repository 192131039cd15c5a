/** Where a text stands, in pixels. */
export interface TextBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points of a line from left to right. */
export type Line = readonly (readonly [x: number, y: number])[];

/**
 * Whether a line runs through a box.
 * @example isCrossed({ left: 0, right: 10, top: 0, bottom: 10 }, [[-5, 5], [20, 5]]) // => true
 * @example isCrossed({ left: 0, right: 10, top: 0, bottom: 10 }, [[-5, 5], [20, 80]]) // => false
 */
export function isCrossed(box: TextBox, line: Line): boolean {
  return line.slice(1).some(([x2, y2], index) => {
    const [x1, y1] = line[index] as Line[number];
    const [from, to] = [Math.max(x1, box.left), Math.min(x2, box.right)];
    if (from > to) return false;
    const heightAt = (x: number): number => (x2 === x1 ? y1 : y1 + ((y2 - y1) * (x - x1)) / (x2 - x1));
    const ends = x2 === x1 ? [y1, y2] : [heightAt(from), heightAt(to)];
    return Math.max(...ends) >= box.top && Math.min(...ends) <= box.bottom;
  });
}

interface Lines {
  /** The line that the text belongs to: it must not run through the text if there is any other place. */
  readonly own: Line;
  readonly others: readonly Line[];
}

/** The first place that the fewest lines run through; undefined where there is none to choose from. */
export function freest<Place extends { readonly box: TextBox }>(
  places: readonly Place[],
  { own, others }: Lines,
): Place | undefined {
  const crossings = ({ box }: Place): number =>
    (isCrossed(box, own) ? others.length + 1 : 0) + others.filter((line) => isCrossed(box, line)).length;
  return places.toSorted((a, b) => crossings(a) - crossings(b))[0];
}
