/** The service takes 1,000 questions and 5 MB at once; half of that leaves time for each request. */
export const MAX_QUESTIONS = 500;
const MAX_CHARACTERS = 1_000_000;

/** Lines in as few requests as the limits of the service allow, in order; a line that is too long goes alone. */
export function batchesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const batches: string[][] = [];
  let characters = 0;
  for (const line of lines) {
    const last = batches[batches.length - 1];
    characters += line.length + 1;
    if (last && last.length < MAX_QUESTIONS && characters <= MAX_CHARACTERS) last.push(line);
    else {
      batches.push([line]);
      characters = line.length + 1;
    }
  }
  return batches;
}
