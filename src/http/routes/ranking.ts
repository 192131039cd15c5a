import { ranking } from "../../engine/ranking.ts";
import { rankingPresenter } from "../../presentation/ranking.ts";
import { RankingQuestionInput } from "../../schema/ranking-fields.ts";
import { RANKING_FORM } from "../../schema/ranking-form.ts";
import { readRankingQuestion } from "../../schema/ranking-question.ts";
import type { Operation } from "../operation.ts";
import { representWith } from "./answer.ts";

export const rankingOperation: Operation = {
  name: "ranking",
  summary: "Places compared: who leads in level, who in growth",
  description:
    "Ranks of places in level and in growth, told apart, with the ranks that the digits allow; shares of the region and contributions to its growth; the region's growth as stated, weighted and as a simple average, and how many places beat it; whether a headline's claim holds for level or for growth; missing places by name; and whether the figures of places and region agree. Provinces of Viet Nam are those of the period: figures from before and after 1 July 2025 are compared only when restated.",
  question: RankingQuestionInput,
  form: RANKING_FORM,
  answer: async () => (await import("../../schema/ranking-answer.ts")).RankingAnswer,
  // As reported in May 2024 by thoibaotaichinhvietnam.vn, baomoi.com (Long An) and the department of Kien Giang.
  example: {
    indicator: "exports",
    region: "Southern region",
    unit: "million USD",
    through: "2024-04",
    places: [
      "Ho Chi Minh City: 14780 / 15.92%",
      "Binh Duong: 10700 / 12.92%",
      "Long An: 2380",
      "Kien Giang: over 290 / 21.26%",
    ],
    of: 20,
    headline: { claim: "level", leader: "Kien Giang" },
  },
  respond(raw, ask) {
    const { knowledge, isVietnamese } = ask.dependencies;
    const question = readRankingQuestion(raw, { units: knowledge.units, isVietnamese });
    return representWith(rankingPresenter, ranking(question), raw, ask);
  },
};
