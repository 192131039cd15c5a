import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

const PICTURES = join(import.meta.dirname, "../../src/web/pictures");
/** A page of the guide shows several of them. */
const LARGEST = 60_000;

/** Writes a picture of the guide when PICTURES_WRITE is set; otherwise sees to it that it was taken. */
export async function keepPicture(name: string, picture: Buffer): Promise<void> {
  const path = join(PICTURES, name);
  if (process.env.PICTURES_WRITE) {
    const { default: sharp } = await import("sharp");
    await sharp(picture).png({ palette: true, colours: 96, effort: 10 }).toFile(path);
  }
  expect(existsSync(path), `${name} is missing: take it with PICTURES_WRITE=1`).toBe(true);
  expect(readFileSync(path).length).toBeLessThan(LARGEST);
}
