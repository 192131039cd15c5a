import type { PlaceName, PlaceNote, PlaceNoteValues } from "../engine/geography/place-note.ts";
import { type Lang, listed, sentenceCase } from "./language.ts";
import { type SentencesOf, sentenceOf } from "./notes.ts";
import { dateName } from "./period-words.ts";
import { formerName, formerNames, unitNameIn } from "./place-naming.ts";

const namesIn = (units: readonly PlaceName[], lang: Lang): string =>
  listed(
    units.map((unit) => unitNameIn(unit, lang)),
    lang,
  );

const ENGLISH: SentencesOf<PlaceNoteValues> = {
  sameNameOtherUnit: ({ unit, day }) =>
    `${unit.name} before ${dateName(day, "en")} and ${unit.name} since then are two units with different areas.`,
  unitEnded: ({ unit, validTo, instead }) =>
    `${sentenceCase(formerNames([unit], instead[0] ?? unit, "en"))} was there until ${dateName(validTo, "en")}; on the date asked about its area is that of ${namesIn(instead, "en")}, or a part of it.`,
  unitNotYet: ({ unit, validFrom, instead }) =>
    `${unit.name} as it is today is there since ${dateName(validFrom, "en")}; on the date asked about its area was that of ${formerNames(instead, unit, "en")}.`,
  withinUnit: ({ unit, written }) =>
    `"${written}" seems to be something in ${unit.name}; what is told is about the whole of ${unit.name}.`,
  areasNotKnown: ({ knownFrom }) =>
    `Areas are told since ${dateName(knownFrom, "en")}; whether they were the same before is not known here.`,
  sumIsApproximate: () =>
    "The result is approximate: what works in two of the merged units may be counted twice, and what is covered may differ between them.",
  predecessorsMissing: ({ missing, into }) =>
    `Without figures of ${formerNames(missing, into, "en")} the result is partial: it is that of the other units alone.`,
  figuresDisagree: ({ place, into }) =>
    `The figures of ${formerName(place, into, "en")} cannot all be true; /v1/coherence tells what would repair them.`,
};

const VIETNAMESE: SentencesOf<PlaceNoteValues> = {
  sameNameOtherUnit: ({ unit, day }) =>
    `${unit.nameVi} trước và từ ngày ${dateName(day, "vi")} là hai đơn vị hành chính có địa giới khác nhau.`,
  unitEnded: ({ unit, validTo, instead }) =>
    `${sentenceCase(formerNames([unit], instead[0] ?? unit, "vi"))} tồn tại đến hết ngày ${dateName(validTo, "vi")}; vào thời điểm được hỏi, địa bàn này thuộc ${namesIn(instead, "vi")}.`,
  unitNotYet: ({ unit, validFrom, instead }) =>
    `${unit.nameVi} theo địa giới hiện nay có từ ngày ${dateName(validFrom, "vi")}; vào thời điểm được hỏi, địa bàn này gồm ${formerNames(instead, unit, "vi")}.`,
  withinUnit: ({ unit, written }) =>
    `“${written}” có thể chỉ là một phần của ${unit.nameVi}; thông tin nêu ở đây là của toàn bộ ${unit.nameVi}.`,
  areasNotKnown: ({ knownFrom }) =>
    `Địa giới được ghi nhận từ ngày ${dateName(knownFrom, "vi")}; chưa rõ địa giới trước đó có thay đổi hay không.`,
  sumIsApproximate: () =>
    "Kết quả là gần đúng: đơn vị hoạt động trên địa bàn nhiều tỉnh cũ có thể bị tính trùng, phạm vi thống kê của các tỉnh có thể khác nhau.",
  predecessorsMissing: ({ missing, into }) =>
    `Chưa có số liệu của ${formerNames(missing, into, "vi")} nên kết quả chưa đầy đủ, chỉ là của các đơn vị còn lại.`,
  figuresDisagree: ({ place, into }) =>
    `Các số liệu của ${formerName(place, into, "vi")} không thể cùng đúng; /v1/coherence cho biết cách khắc phục.`,
};

/**
 * A remark on a place in words.
 * @example placeNoteMessage({ code: "sumIsApproximate", values: {} }, "vi") // => "Kết quả là gần đúng: đơn vị hoạt động trên địa bàn nhiều tỉnh cũ có thể bị tính trùng, phạm vi thống kê của các tỉnh có thể khác nhau."
 */
export const placeNoteMessage = (note: PlaceNote, lang: Lang): string =>
  sentenceOf(note, lang === "vi" ? VIETNAMESE : ENGLISH);
