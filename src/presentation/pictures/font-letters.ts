/**
 * The letters that a font can draw, read from the subtables of format 4 that every TrueType file of a text font has
 * (OpenType 1.9.1, "cmap"); without one, none are known.
 */
export function lettersOf(font: Uint8Array): ReadonlySet<number> {
  const bytes = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(bytes, "cmap");
  const letters = new Set<number>();
  if (cmap === undefined) return letters;
  for (let index = 0; index < bytes.getUint16(cmap + 2); index += 1) {
    const subtable = cmap + bytes.getUint32(cmap + 4 + 8 * index + 4);
    if (bytes.getUint16(subtable) === 4) for (const code of codesOf(bytes, subtable)) letters.add(code);
  }
  return letters;
}

function tableAt(bytes: DataView, name: string): number | undefined {
  for (let index = 0; index < bytes.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    const tag = [0, 1, 2, 3].map((letter) => String.fromCharCode(bytes.getUint8(at + letter))).join("");
    if (tag === name) return bytes.getUint32(at + 8);
  }
  return undefined;
}

function* codesOf(bytes: DataView, subtable: number): Generator<number> {
  const length = bytes.getUint16(subtable + 6);
  const [ends, starts] = [subtable + 14, subtable + 16 + length];
  const [deltas, offsets] = [starts + length, starts + 2 * length];
  for (let segment = 0; segment < length; segment += 2) {
    const [start, end] = [bytes.getUint16(starts + segment), bytes.getUint16(ends + segment)];
    const offset = bytes.getUint16(offsets + segment);
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const listed = offset === 0 ? code : bytes.getUint16(offsets + segment + offset + 2 * (code - start));
      const isDrawn =
        (offset === 0 || listed !== 0) && ((listed + bytes.getUint16(deltas + segment)) & 0xffff) !== 0;
      if (isDrawn) yield code;
    }
  }
}
