import type { PictureProblem } from "./options.ts";

/** A picture that cannot be drawn of an answer: which parameter or field is at fault, and what to ask instead. */
export class PictureError extends Error implements PictureProblem {
  override readonly name = "PictureError";
  readonly path: string;
  readonly hint: string;

  constructor({ path, message, hint }: PictureProblem) {
    super(message);
    this.path = path;
    this.hint = hint;
  }
}
