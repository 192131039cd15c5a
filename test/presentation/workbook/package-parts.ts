import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const LENGTH_OF_END = 22;
const DEFLATED = 8;

/** The parts of an Office document by name, as text, in the order in which they are packed. */
export function packageParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const end = file.length - LENGTH_OF_END;
  if (file.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error("the file does not end as a zip does");
  const parts = new Map<string, string>();
  let entry = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const method = file.readUInt16LE(entry + 10);
    const size = file.readUInt32LE(entry + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((at) =>
      file.readUInt16LE(entry + at),
    ) as [number, number, number];
    const local = file.readUInt32LE(entry + 42);
    const name = file.toString("utf8", entry + 46, entry + 46 + nameLength);
    const data = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const packed = file.subarray(data, data + size);
    if (parts.has(name)) throw new Error(`two parts are called ${name}`);
    parts.set(name, (method === DEFLATED ? inflateRawSync(packed) : packed).toString("utf8"));
    entry += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
