import type { Mention } from "./mention.ts";
import { phraseAt, phraseTable } from "./phrase-table.ts";
import type { Token } from "./token.ts";

/** What words around figures say of them. */
export type Cue =
  | "rise"
  | "fall"
  /** More or less than something that is named next: "higher than", "vượt". */
  | "above"
  | "below"
  /** The whole, not a change: "equal to", "bằng". */
  | "equals"
  /** A plan, target or budget. */
  | "target"
  /** Somebody wants or expects to get there. */
  | "aim"
  /** It has not happened yet: "should", "will", "dự kiến". */
  | "modal"
  /** A measurement that is not final. */
  | "estimate"
  /** Last year's same months. */
  | "samePeriod"
  | "previousPeriod"
  /** A comparison whose other side is named next. */
  | "comparedTo"
  | "composition"
  | "ofWhich"
  | "respectively"
  /** The figure spoken of: "the total", "this", "con số này". */
  | "total"
  /** What is still missing or asked for. */
  | "need"
  /** An amount that is a difference: "an excess of". */
  | "difference"
  | "onPlan"
  | "unchanged"
  | "volume"
  | "perYear"
  | "ledBy"
  | "to"
  /** Which prices an amount is in. */
  | "prices"
  | "boundary";

export interface CueMention extends Mention {
  readonly kind: "cue";
  readonly cue: Cue;
}

const PHRASES: Readonly<Record<Cue, string>> = {
  rise: `up|plus|rise|rises|rose|risen|rising|increase|increases|increased|increasing|growth|growth rate|grow|grows|grew|grown|growing|surge|surged|surging|jump|jumped|jumping|gain|gained|gaining|climb|climbed|climbing|soar|soared|soaring|leap|leapt|leaped|expand|expanded|expanding|expansion|picked up|improved|advance|advanced|edged up|inched up|higher|more|upturn|rebound|rebounded|accelerated|uptick|swelled|swelling|ascended|
    tăng|tăng trưởng|tăng trưởng dương|tăng nhẹ|tăng mạnh|tăng cao|tăng khá|tăng thêm|tăng lên|tốc độ tăng|tốc độ tăng trưởng|mức tăng|mức tăng trưởng|nhích|cao hơn`,
  fall: `down|minus|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|decrease|decreases|decreased|decreasing|reduction|reduced|shrink|shrank|shrunk|shrinking|plunge|plunged|plunging|slump|slumped|slumping|contract|contracted|contraction|dip|dipped|slid|slide|sliding|slipped|slipping|lost|plummeted|plummeting|tumbled|edged down|lower|less|downturn|sank|
    giảm|tăng trưởng âm|giảm nhẹ|giảm mạnh|giảm sâu|sụt giảm|sụt|suy giảm|thấp hơn|tụt`,
  above: `higher than|greater than|larger than|bigger than|above|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|surpasses|surpass|in excess of|more than|beyond|beating|beat|beats|ahead of|topping|topped|eclipsing|eclipsed|eclipses|overshooting|overshot|outperforming|
    vượt|vượt mức|vượt so với|cao hơn so với|cao hơn`,
  below: `lower than|below|short of|less than|under|falling short of|fell short of|missing|missed|behind|shy of|
    thấp hơn so với|thấp hơn|hụt|hụt so với|chưa đạt`,
  equals: `equal to|equals|equalling|equaling|equaled|equalled|equivalent to|equivalent|representing|represents|represented|that is|which is|or|i.e|amounting to|corresponding to|
    bằng|tương đương|tương ứng|tức|tức là|tương đương với|ứng với`,
  target: `target|targets|estimate|planned for the year|had been planned|what was planned|was planned|were planned|planned|asked for|plan|plans|goal|goals|quota|projection for the year|estimate for the year|budget estimate|annual estimate|yearly estimate|resolution target|norm|assignment|objective|
    kế hoạch|kế hoạch năm|kh|kh năm|chỉ tiêu|mục tiêu|dự toán|dự toán năm|nghị quyết|kịch bản|dt|dự toán giao|kế hoạch đề ra|chỉ tiêu kế hoạch`,
  aim: `aims|aim|aiming|aimed|targeted|targeting|strives|strive|striving|wants|want|wanted|seeks|seek|seeking|plans to|plan to|planned|planning to|sets|set|setting|eyes|eyeing|intends|looks to|looking to|determined to|working towards|works towards|working toward|heading for|to achieve|to meet|to reach|to earn|in order to|strives for|goal of|ambition|pursues|
    phấn đấu|đặt mục tiêu|đề ra|đặt ra|quyết tâm|hướng tới|đặt chỉ tiêu|đề ra mục tiêu|để|nhằm|để đạt|nhằm đạt|cố gắng`,
  modal: `should|will|would|expected|expects|expect|is likely to|are likely to|predicted|if it succeeds|anticipates|anticipated|hopes|hope|hoping|foresee|foresees|foresaw|envisage|envisages|envisaged|could|may|might|
    dự kiến|dự báo|kỳ vọng|sẽ|có thể|để cả năm|ước cả năm|ước thực hiện cả năm|ước năm|ước tính cả năm`,
  estimate: `estimated|estimates|estimated at|forecast|forecasted|projected|put at|provisional|preliminary|provisionally|roughly estimated|
    ước|ước đạt|ước tính|ước thực hiện|ước khoảng|ước được|ước tính đạt|sơ bộ`,
  samePeriod: `at this time last year|this time last year|last year at this time|the same month|same month|same quarter|same period|the same period|same period last year|same time|same time of|same months|corresponding period|year on year|annually|on year|yoy|y/y|y o y|a year earlier|a year ago|a year before|one year earlier|one year ago|year over year|a year previously|the year before|previous year|preceding year|prior year|annual rise|annual increase|annual drop|annual decline|annual growth|compared with a year ago|last year's corresponding|12 months earlier|
    cùng kỳ|so với cùng thời điểm|so cùng thời điểm|so với cùng thời gian|so cùng thời gian|cùng quý|cùng tháng|ck|cùng kỳ năm trước|cùng kỳ năm ngoái|svck|năm trước|so với năm trước|so năm trước`,
  previousPeriod: `month on month|previous month|the previous month|preceding month|prior month|last month|a month earlier|a month ago|a month before|the month before|previous quarter|preceding quarter|quarter on quarter|mom|m/m|on month|last quarter|
    tháng trước|tháng trước đó|quý trước|tháng liền trước|tháng liền kề|quý liền trước`,
  comparedTo: `compared to|compared with|compared against|in comparison with|in comparison to|against|versus|vs|from|than|than in|relative to|on|over|
    so với|so|so sánh với|từ mức|so mức`,
  composition: `accounted for|account for|accounts for|accounting for|made up|making up|makes up|make up|constitutes|constituting|comprised|comprising|share of|proportion|a proportion of|
    chiếm|chiếm tỷ trọng|chiếm tỷ lệ|tỷ trọng|tỷ lệ|đóng góp`,
  ofWhich: `of which|of this|of these|of that|among them|among which|in which|including|included|includes|inclusive of|comprising|notably|
    trong đó|bao gồm|gồm|gồm có|trong số đó|trong tổng số`,
  respectively: "respectively|in that order|lần lượt|theo thứ tự|lần lượt là",
  total: `the total|total|this|that|it|these|those|the figure|figure|figures|sales|shipments|the value|value|the amount|amount|the sum|the result|result|these sales|they|accumulated|cumulative total|cumulative|the number|both|the revenue|revenue|the turnover|turnover|earnings|receipts|overall|in all|altogether|performance|
    con số này|con số|mức này|kết quả|kết quả này|tổng|tổng số|tổng kim ngạch|tổng giá trị|giá trị này|lũy kế|tính chung|cộng dồn|chung|kim ngạch|giá trị|tổng cộng|đây|toàn tỉnh|toàn thành phố|doanh thu`,
  need: `needs|need|needed|must|has to|have to|required|requires|remaining|still has to|additional|extra|a further|another|still needs|to be earned|
    cần|phải|còn phải|còn lại|thêm|cần thêm|phải đạt|bình quân mỗi tháng|mỗi tháng|a month|per month|each month|monthly average`,
  difference: `excess|excess value|surplus of|gap|difference|shortfall|the gap|short by|
    chênh lệch|phần vượt|hụt thu|mức vượt`,
  onPlan: `met the plan in full|met its plan in full|met the target in full|met its target in full|fulfilled the plan in full|exactly what it had planned|exactly what was planned|exactly as planned|equal to the plan|equal to the target|equal to the yearly plan|equal to the yearly target|equal to the annual plan|equal to the annual target|equal to its plan|equal to its target|equal to the year plan|equal to the year's plan|equal to the year's target|equal to the full-year target|equal to the full-year plan|matching the plan|matching the target|matching the annual target|matching the yearly target|matching the yearly plan|matching the annual plan|exactly on plan|in line with the plan|in line with the target|as planned|exactly the plan|exactly the target|on target|hitting the annual target|meeting the plan exactly|
    bằng kế hoạch|bằng kế hoạch năm|bằng chỉ tiêu kế hoạch|bằng với kế hoạch|đúng kế hoạch|đúng bằng kế hoạch|vừa đạt kế hoạch|bằng chỉ tiêu|bằng mục tiêu`,
  unchanged: `unchanged|the same as|the same level as|on a par with|on par with|flat on|flat compared|flat year on year|flat against|flat|level with|the same amount as|equivalent to the figure of|equal to the figure of|equivalent to the same period|equal to the same period|equivalent to that of the same period|equal to that of the same period|equivalent to that of|equal to that of|similar to the same period|similar to that of|in line with the same period|comparable to the same period|the level of the same period|
    tương đương cùng kỳ|tương đương so với cùng kỳ|tương đương với cùng kỳ|bằng cùng kỳ|bằng với cùng kỳ|bằng mức cùng kỳ|tương đương mức cùng kỳ|bằng so với cùng kỳ|không đổi|đi ngang|ngang bằng cùng kỳ|xấp xỉ cùng kỳ|xấp xỉ bằng cùng kỳ|tương đương cùng kỳ năm trước`,
  volume: "in volume|by volume|in quantity|về lượng|về sản lượng|về khối lượng|về số lượng",
  perYear: `per year|a year|per annum|annually on average|annual average|on average|average annual|each year|every year|
    mỗi năm|bình quân năm|hằng năm|hàng năm|bình quân|/năm|bình quân mỗi năm|bình quân hàng năm`,
  ledBy:
    "led by|headed by|topped by|followed by|dẫn đầu là|đứng đầu là|dẫn đầu|cao nhất là|tiếp theo là|tiếp đến là|kế đến là",
  to: "to|reach|reached|reaches|reaching|hit|hits|hitting|stood at|standing at|totalled|totaled|came to|lên|đạt|được|còn|xuống|xuống còn|ở mức|đạt mức|là|at|was|were|is|worth",
  prices:
    "giá so sánh|theo giá so sánh|giá hiện hành|theo giá hiện hành|giá cố định|constant prices|current prices|comparative prices",
  boundary: "while|whereas|meanwhile|but|còn|trong khi|trong khi đó|riêng|nhưng|though|although",
};

const TABLE = phraseTable(
  (Object.entries(PHRASES) as [Cue, string][]).flatMap(([cue, phrases]) =>
    phrases
      .split("|")
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== "")
      .map((phrase) => [phrase, cue] as const),
  ),
);

/**
 * The cue that begins at a token and ends before `end`, the longest where several do.
 * "up 5%" begins with rise, "so với cùng kỳ" with comparedTo.
 */
export function cueAt(
  tokens: readonly Token[],
  at: number,
  folded = false,
  end = tokens.length,
): CueMention | undefined {
  const found = phraseAt(TABLE, tokens, at, folded, end);
  return found && { kind: "cue", cue: found.meaning, from: found.from, to: found.to };
}
