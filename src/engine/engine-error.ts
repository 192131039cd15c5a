/** What the engine refuses, by name. The HTTP layer maps every code to a status; the codes are API. */
export type EngineErrorCode =
  | "invalidFigure"
  | "invalidPeriod"
  | "invalidRelation"
  | "invalidQuestion"
  | "notEnoughKnown";

/**
 * The one error the engine throws on purpose: a question that has no answer, never an internal fault.
 * `path` names the field of the question ("ytd", "targets.0.value"); `hint` says what to write instead.
 */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly path: string;
  readonly hint: string | undefined;

  constructor(code: EngineErrorCode, path: string, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.path = path;
    this.hint = hint;
  }
}
