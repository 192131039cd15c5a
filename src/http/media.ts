import type { Presented } from "../presentation/json.ts";
import type { Lang } from "../presentation/language.ts";
import type { PICTURE_PARAMETERS } from "../presentation/pictures/options.ts";
import { InvalidQuestion } from "../schema/problems.ts";
import { REPORT_FORM } from "../schema/query.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Medium } from "./format.ts";
import type { Operation } from "./operation.ts";
import type { Bytes } from "./recent-media.ts";

interface MediumAsked {
  readonly operation: Operation;
  readonly medium: Medium;
  readonly question: Readonly<Record<string, unknown>>;
  /** How a picture is to be drawn, as the query tells it. */
  readonly drawing: Readonly<Partial<Record<(typeof PICTURE_PARAMETERS)[number], string>>>;
  readonly dependencies: Dependencies;
}

/**
 * A picture or a workbook of an answer. They are made from its JSON, as anybody could make them, by libraries that are
 * loaded when the first is asked for.
 * @throws PictureError where the function has no such picture; InvalidQuestion for parameters that cannot be read
 */
export async function mediumOf(asked: MediumAsked): Promise<Bytes> {
  const { operation, medium, question, dependencies } = asked;
  const lang = question.lang === "vi" ? "vi" : "en";
  if (medium === "xlsx") return workbook(asked, lang);
  const answer = answerTo(asked);
  const [{ drawPicture }, { readPictureOptions }] = await Promise.all([
    import("../presentation/pictures/index.ts"),
    import("../presentation/pictures/options.ts"),
  ]);
  const { options, problems } = readPictureOptions({ ...asked.drawing, lang });
  if (problems.length > 0) throw new InvalidQuestion(problems);
  const svg = drawPicture(operation.name, answer, options);
  return drawn(svg, medium, { scale: options.scale, dependencies });
}

function answerTo({ operation, question, dependencies }: MediumAsked): object {
  return JSON.parse(operation.respond(question, { dependencies, format: "json", field: undefined }));
}

/** A workbook to plan with where the answer is about one report, and the table of any other answer. */
async function workbook(asked: MediumAsked, lang: Lang): Promise<Bytes> {
  const { operation, question, dependencies } = asked;
  if (operation.form === undefined || operation.form === REPORT_FORM) {
    const { workbookOf } = await import("../presentation/workbook/workbook.ts");
    return (await workbookOf(answerTo(asked) as Presented, { lang })) as Bytes;
  }
  const { csvTable, tableWorkbook } = await import("../presentation/workbook/table-workbook.ts");
  const csv = operation.respond(question, {
    dependencies,
    format: "csv",
    field: undefined,
    decimal: "point",
    delimiter: "comma",
  });
  return (await tableWorkbook([{ name: operation.name, table: csvTable(csv) }], operation.name)) as Bytes;
}

/** A message is small, and drawn at twice its size as most screens have pixels for. */
const MESSAGE_SCALE = 2;

/** A message as a picture, for a cell that shows nothing else. */
export async function messagePicture(
  message: string,
  medium: "svg" | "png",
  dependencies: Dependencies,
): Promise<Bytes> {
  const { drawMessage } = await import("../presentation/pictures/message.ts");
  const svg = drawMessage(message);
  return drawn(svg, medium, { scale: MESSAGE_SCALE, dependencies });
}

async function drawn(
  svg: string,
  medium: "svg" | "png",
  { scale, dependencies }: { readonly scale: number; readonly dependencies: Dependencies },
): Promise<Bytes> {
  if (medium === "svg") return new TextEncoder().encode(svg) as Bytes;
  const { pngOf } = await import("../presentation/pictures/png.ts");
  return (await pngOf(svg, { scale, files: dependencies.rasteriserFiles })) as Bytes;
}
