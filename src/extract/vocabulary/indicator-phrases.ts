import type { AmountUnit } from "../mention.ts";

/** An indicator that figures are read for, with its names in documents and tables. */
export interface Indicator {
  readonly name: string;
  /** What its levels are normalised to; percent_yoy where it has none but its growth. */
  readonly unit: AmountUnit | "percent_yoy";
  readonly en: string;
  readonly vi: string;
}

/** The vocabulary of indicators, by the names that figures have in answers. */
export const INDICATORS: readonly Indicator[] = [
  { name: "exports", unit: "USD million", en: "Exports", vi: "Kim ngạch xuất khẩu" },
  { name: "imports", unit: "USD million", en: "Imports", vi: "Kim ngạch nhập khẩu" },
  {
    name: "trade_turnover",
    unit: "USD million",
    en: "Import-export turnover",
    vi: "Kim ngạch xuất nhập khẩu",
  },
  {
    name: "industrial_production_value",
    unit: "VND billion",
    en: "Industrial production value",
    vi: "Giá trị sản xuất công nghiệp",
  },
  {
    name: "iip",
    unit: "percent_yoy",
    en: "Index of industrial production",
    vi: "Chỉ số sản xuất công nghiệp",
  },
  {
    name: "retail_sales",
    unit: "VND billion",
    en: "Retail sales of goods and services",
    vi: "Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ",
  },
  { name: "state_budget", unit: "VND billion", en: "State budget revenue", vi: "Thu ngân sách nhà nước" },
  {
    name: "state_budget_expenditure",
    unit: "VND billion",
    en: "State budget expenditure",
    vi: "Chi ngân sách nhà nước",
  },
  {
    name: "grdp",
    unit: "VND billion",
    en: "Gross regional domestic product",
    vi: "Tổng sản phẩm trên địa bàn",
  },
  { name: "grdp_growth", unit: "percent_yoy", en: "Economic growth", vi: "Tăng trưởng kinh tế" },
  { name: "value_added", unit: "VND billion", en: "Value added", vi: "Giá trị tăng thêm" },
  { name: "investment", unit: "VND billion", en: "Total social investment", vi: "Vốn đầu tư toàn xã hội" },
  {
    name: "public_investment",
    unit: "VND billion",
    en: "Public investment disbursed",
    vi: "Giải ngân vốn đầu tư công",
  },
  {
    name: "fdi",
    unit: "USD million",
    en: "Foreign direct investment",
    vi: "Vốn đầu tư trực tiếp nước ngoài",
  },
  {
    name: "agricultural_production_value",
    unit: "VND billion",
    en: "Agricultural production value",
    vi: "Giá trị sản xuất nông nghiệp",
  },
  {
    name: "fishery_production_value",
    unit: "VND billion",
    en: "Fishery production value",
    vi: "Giá trị sản xuất thủy sản",
  },
  {
    name: "construction_value",
    unit: "VND billion",
    en: "Construction production value",
    vi: "Giá trị sản xuất xây dựng",
  },
  { name: "tourism_revenue", unit: "VND billion", en: "Tourism revenue", vi: "Doanh thu du lịch" },
];

const TRADE_NOUNS =
  "turnover|turnovers|revenue|revenues|value|values|earnings|receipts|sales|proceeds|income|volume";
const TRADE_VALUE = "value|turnover|revenue|revenues|earnings|receipts|sales";
const VI_TRADE_VALUE = "kim ngạch|giá trị|doanh thu|doanh số|trị giá|giá trị kim ngạch|kn";
const SERVICES =
  "[consumer|consumption] (services|service) [revenue|revenues|sales|turnover|earnings]|(revenue|revenues|turnover) (of|from) [consumer|consumption] services";
const VI_SERVICES = "[doanh thu|dt|tổng doanh thu] [các] dịch vụ [tiêu dùng|khác|xã hội|tiêu dùng xã hội]";
const PRODUCTION = "(production|output) value";
const VI_PRODUCTION =
  "(giá trị (sản xuất|sx)|gtsx|giá trị tổng sản lượng) [ngành|toàn ngành|của ngành|khu vực]";
const FARMING =
  "agriculture|(agriculture|agricultural) forestry and fishery|(agriculture|agricultural), forestry and fishery|agriculture, forestry and fisheries|agro forestry fishery|agro forestry fisheries|agro forestry aquaculture";
const VI_FARMING =
  "nông nghiệp|nông lâm thủy sản|nông, lâm, thủy sản|nông, lâm nghiệp và thủy sản|nông lâm nghiệp và thủy sản|nông, lâm, ngư nghiệp|nông lâm ngư nghiệp|nông nghiệp, lâm nghiệp và thủy sản";

/** Words that may stand in front of any of the phrases. */
export const LEADS = new Set(["total", "overall", "gross", "tổng", "cumulative"]);

/** Phrases of an indicator by its name. */
export const INDICATOR_PHRASES: Readonly<Record<string, readonly string[]>> = {
  exports: [
    `(export|exports|goods export|merchandise export) (${TRADE_NOUNS})`,
    `(${TRADE_VALUE}) (of|from) [goods|merchandise|its|total] (exports|export|exported goods|export goods|exporting goods|export activities)`,
    "[goods|merchandise|overseas|outbound] exports|[overseas|outbound|export] shipments abroad",
    "export shipments|(overseas|outbound) (sales|shipments)|foreign sales|sales abroad|shipments overseas",
    "goods (sold|shipped|sent) (abroad|overseas)|sales to foreign markets|exported goods|goods exported|export goods",
    "selling goods (abroad|overseas)|goods sales abroad|sales of goods abroad|(from|by) exporting|from export activities",
    `(${VI_TRADE_VALUE}) [các] [hàng hóa|hàng|mặt hàng|sản phẩm] (xuất khẩu|xk)`,
    "xuất khẩu|[hàng hóa|hàng] xk|(hàng hóa|hàng) xuất khẩu|knxk|kn xk",
    "bán hàng ra nước ngoài|(doanh thu|nguồn thu|thu) từ [hoạt động] xuất khẩu",
  ],
  imports: [
    `(import|imports|goods import|merchandise import) (${TRADE_NOUNS}|spending|bill|bills|costs)`,
    `(${TRADE_VALUE}|spending) (of|from|on) [goods|its|total] (imports|import|imported goods|import goods|importing goods)`,
    "[goods|merchandise|inbound] imports|(import|inbound) shipments|imported goods|goods imported|import goods",
    "goods bought (abroad|overseas)|purchases (abroad|from abroad|overseas)",
    `(${VI_TRADE_VALUE}) [các] [hàng hóa|hàng|mặt hàng] (nhập khẩu|nk)`,
    "nhập khẩu|[hàng hóa|hàng] nk|(hàng hóa|hàng) nhập khẩu|knnk|kn nk",
  ],
  trade_turnover: [
    "(import export|export import|import and export|export and import|imports and exports|exports and imports) (turnover|revenue|value|trade|volume)",
    "total (exports and imports|imports and exports|import and export|export and import|import export|export import)",
    "(trade|foreign trade|external trade|two way trade|bilateral trade|international trade) (turnover|value|revenue|volume)|two way trade|total [foreign] trade",
    `(${VI_TRADE_VALUE}) (xuất nhập khẩu|xuất, nhập khẩu|xnk)`,
    "tổng kim ngạch (xuất khẩu và nhập khẩu|xuất khẩu, nhập khẩu)",
    "xuất nhập khẩu|xuất, nhập khẩu|xnk|kim ngạch thương mại",
  ],
  industrial_production_value: [
    `value of [the] industrial (production|output)|industrial ${PRODUCTION}|industrial manufacturing value`,
    `${PRODUCTION} (of|in|from) [the] [whole|entire|provincial] (industry|industries|industrial sector|industrial production|industry sector)`,
    `industrial (sector|sector's) ${PRODUCTION}|industry's ${PRODUCTION}|[gross] industrial value`,
    "gross industrial (output|production) [value]|gross output of industry",
    "manufacturing (output|production) [value]",
    `${VI_PRODUCTION} (công nghiệp|cn)|(giá trị|gt) (sxcn|công nghiệp)|gtsxcn`,
  ],
  iip: [
    "[the] (index of industrial production|industrial production index|index for industrial production|industrial output index|industrial index|[its] production index|iip index|iip)",
    "chỉ số [sản xuất|phát triển|sx] [toàn] [ngành] (công nghiệp|cn)|chỉ số (sxcn|iip)|chỉ số (sản xuất|phát triển) toàn ngành",
  ],
  retail_sales: [
    "(retail|retail sales|retail trade) (revenue|revenues|turnover|value|sales|sale)|(goods|merchandise) retail (sales|revenue)|retailing revenue|revenue (from|of) (retail|retailing|retail sales)",
    `(retail|retail trade|retailing|goods retail) (and|,) (${SERVICES})`,
    "(revenue|revenues|turnover|sales) (from|of) [the] (trade|commerce|goods|consumer goods) and [consumer] (services|service)|value of goods and services sold",
    "(trade|trading|commerce|commercial) and (service|services) (revenue|revenues|turnover|sales)",
    "total (goods circulation|circulation of goods)|(goods|consumer goods) and [consumer] (service|services) (revenue|sales|turnover)",
    "mức [hàng hóa] (bán lẻ|lưu chuyển|luân chuyển) [hàng hóa] [bán lẻ]|tmblhh|mức blhh|tmbl hàng hóa|lưu chuyển hàng hóa bán lẻ",
    "[doanh thu|doanh số] (bán lẻ|blhh)|doanh thu (thương mại và dịch vụ|thương mại, dịch vụ|thương mại dịch vụ|hàng hóa và dịch vụ|bán hàng và dịch vụ)",
  ],
  state_budget: [
    "[state|local|provincial|municipal] budget (revenue|revenues|collection|collections|receipts|income)",
    "(revenue|revenues|collection|collections|receipts|income|contribution|contributions) (of|for|to) the [local|state|provincial|city's|province's] budget",
    "(for|to|into) the state budget|[state] budget collected|[state] budget received|[state] budget took in|(for|to|into) the [local|provincial] budget|(for|to|into) the state coffers|state revenue|revenue for the budget|(local|state) revenue (collection|collections)|revenue collection",
    "[số] thu [cân đối] (nsnn|ngân sách|ns) [nhà nước|địa phương]|tổng thu cân đối",
  ],
  state_budget_expenditure: [
    "[state|local] budget (expenditure|expenditures|spending|expenses|outlay|outlays)|(expenditure|spending) (of|from) the [local|state] budget",
    "[số] chi [cân đối] (nsnn|ngân sách|ns) [nhà nước|địa phương]",
  ],
  grdp: [
    "gross regional domestic product|regional gross domestic product|gross domestic product|gross provincial product|gross regional product|grdp|gdp|gross domestic products",
    "tổng sản phẩm (trên địa bàn|trong tỉnh|nội địa|quốc nội|xã hội|trong nước|trong vùng|địa phương)|quy mô (kinh tế|nền kinh tế|grdp)|(economic (size|scale)|size of the economy)",
  ],
  grdp_growth: [
    "(grdp|gdp|economic) growth [rate]|growth (rate of|of) [the] (grdp|gdp|economy)|growth in (grdp|gdp)",
    "economy (grew|grows|expanded|rose|has grown|should grow|is expected to grow|advanced|increased)",
    "tốc độ tăng [trưởng] (grdp|gdp|kinh tế|tổng sản phẩm [trên địa bàn])|tăng trưởng (grdp|gdp|kinh tế)|tốc độ phát triển kinh tế|kinh tế [của tỉnh|tỉnh|thành phố] tăng trưởng",
  ],
  value_added: ["added value|value added", "giá trị (tăng thêm|gia tăng)"],
  investment: [
    "[realised|realized|implemented] (social (investment|development investment)|total development investment|development investment) [capital]|investment for development|[total] investment (of|from) the (whole|entire) society",
    "[realised|realized|implemented] investment [capital] (of|from) the (whole|entire) society|(realised|realized|implemented) investment [capital]",
    "vốn đầu tư [thực hiện] [phát triển] toàn xã hội|vốn đầu tư (phát triển|thực hiện)|(đầu tư|vđt) toàn xã hội",
  ],
  public_investment: [
    "public investment [capital|funds] [disbursement]|(disbursement|disbursements|disbursing) [of] [the] public investment [capital|funds|plan]|disbursed public (investment|capital)|state budget investment [capital]",
    "[giải ngân] [kế hoạch] [vốn|nguồn vốn] (đầu tư công|đtc)|giải ngân vốn [đầu tư] [xdcb|ngân sách]|vốn đầu tư (từ|thuộc) [nguồn] ngân sách [nhà nước]",
  ],
  fdi: [
    "[registered|newly registered|disbursed] (foreign direct investment|fdi|foreign investment) [capital|inflow|inflows|attraction|flows|funds|commitments|pledges]",
    "[thu hút] [vốn|vốn đầu tư] (đầu tư trực tiếp nước ngoài|fdi) [đăng ký]|[thu hút] (vốn đầu tư nước ngoài|đầu tư nước ngoài)",
  ],
  agricultural_production_value: [
    `agricultural ${PRODUCTION}|(${FARMING}) [sector's] ${PRODUCTION}|${PRODUCTION} of [the] (agricultural sector|${FARMING})|gross agricultural output`,
    `${VI_PRODUCTION} (${VI_FARMING})`,
  ],
  fishery_production_value: [
    `(fishery|fisheries|aquatic|seafood|aquaculture|fishing) ${PRODUCTION}|${PRODUCTION} of [the] (fishery|fisheries|aquaculture|seafood|aquatic products)`,
    `${VI_PRODUCTION} (thủy sản|ngư nghiệp|thủy hải sản)`,
  ],
  construction_value: [
    `construction (value|${PRODUCTION})|${PRODUCTION} of [the] construction`,
    `${VI_PRODUCTION} xây dựng`,
  ],
  tourism_revenue: [
    "(tourism|tourist) (revenue|revenues|receipts|turnover|earnings|income)|(revenue|revenues|receipts|income|earnings) from [the] (tourism|tourists|visitors|holidaymakers)",
    "(doanh thu|thu|thu nhập) [từ] [hoạt động|dịch vụ|ngành|khách] du lịch",
  ],
};

/** Words that go on with a phrase of an indicator. */
export const TAILS: Readonly<Record<string, readonly string[]>> = {
  exports: ["of goods [and services]|hàng hóa|of the whole (province|city|country)"],
  imports: ["of goods [and services]|hàng hóa|of the whole (province|city|country)"],
  trade_turnover: ["of goods [and services]|hàng hóa"],
  industrial_production_value: ["toàn ngành|of the whole province"],
  iip: ["of the [whole|entire] (industry|industrial sector|province)|toàn ngành"],
  state_budget: ["trên địa bàn [tỉnh|thành phố]|in the (province|city|locality)"],
  state_budget_expenditure: ["trên địa bàn|địa phương"],
  grdp: ["[trên địa bàn] (tỉnh|thành phố)"],
  retail_sales: [`(and|,) (${SERVICES})`, `(và|,|&|cùng) (${VI_SERVICES})`],
};

/** Retail sales of goods alone are a part of retail sales, but not where they are called a total. */
export const GOODS_TAILS: readonly string[] = [
  "(of|from|in|for) [consumer|consumption] (goods|commodities|products)|hàng hóa",
];

/** Money that belongs to no indicator of the vocabulary, so that nobody takes it for one. */
export const OTHER_MONEY: readonly string[] = [
  "(registered|charter|investment|registered investment|additional|invested|authorised|authorized|mobilised|mobilized) capital|capital (of|worth)|investment worth|total investment|investment (of|totalling|totaling)|combined capital|capital",
  "(loans|lending|credit|credits|deposit|deposits|debt|debts|arrears|tax arrears|bad debt|bad debts)|outstanding (loan|loans|credit|debt)",
  "(wage|wages|salary|salaries|bonus|bonuses)|[average|per capita] income [per capita]|(grdp|gdp) per (capita|head)|per capita (grdp|gdp|income)|(income|earnings) per (person|worker|capita|head)",
  "[average|export|import|selling|buying|land|market|retail|rice|coffee|shrimp|pepper|gold|petrol] (price|prices)|price of|unit value",
  "market (capitalisation|capitalization|cap)|(contract|contracts) worth|contract value|(damage|damages|loss|losses)|[estimated|project|investment|production|construction|logistics] (cost|costs)",
  "(profit|profits|dividend|dividends|fine|fines|subsidy|subsidies)|(relief|support|stimulus|credit) package|remittance|remittances|(seized|smuggled) goods|bank lending",
  "vốn (đăng ký|điều lệ|huy động|vay|tín dụng|hóa) [đầu tư|đăng ký|mới|bổ sung]|vốn (đầu tư|đăng ký)|mức đầu tư|vốn đầu tư đăng ký|số vốn|với vốn|nguồn vốn|vốn|vay (mới|vốn|thêm)",
  "dư nợ [tín dụng|cho vay]|tín dụng|tiền gửi|nợ (xấu|thuế|đọng|công)|doanh số cho vay|cho vay|huy động vốn|nguồn vốn huy động",
  "tiền (lương|công|thưởng)|lương|thu nhập [bình quân] [đầu người]|bình quân đầu người|(grdp|gdp) bình quân [đầu người]",
  "giá (bán|mua|thành|xuất khẩu|nhập khẩu|gạo|cà phê|tôm|tiêu|vàng|xăng|đất|bình quân|trung bình|lúa|cá tra)|đơn giá|mức giá|(giá gạo|giá cà phê|giá tôm|giá) xuất khẩu [bình quân]",
  "lợi nhuận [trước thuế|sau thuế]|cổ tức|vốn hóa [thị trường]|thiệt hại|kinh phí|chi phí|(trị giá|giá trị) hợp đồng|gói (hỗ trợ|thầu|tín dụng)|kiều hối|tiền phạt|xử phạt|học bổng|tiền (thuê|sử dụng) đất|giá trị hàng vi phạm",
];

/** Trade surplus and deficit: a difference of two figures. */
export const TRADE_BALANCE: readonly string[] = [
  "[trade] (surplus|deficit)|trade (balance|gap)|balance of trade|(surplus|deficit) (of|in) trade",
  "xuất siêu|nhập siêu|cán cân thương mại|thặng dư [thương mại]|thâm hụt [thương mại]",
];

/** What a phrase of an indicator stands beside where it is a part of another name. */
interface Neighbours {
  readonly after: ReadonlySet<string>;
  /** One to three words: "doanh nghiệp xuất khẩu". */
  readonly before: ReadonlySet<string>;
  /** Words of the longest phrase that those in front count for: "thúc đẩy kim ngạch xuất khẩu" is one still. */
  readonly longest: number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split("|"));

const TRADE_NEIGHBOURS: Neighbours = {
  longest: 3,
  after: words(
    "enterprise|enterprises|business|businesses|company|companies|firm|firms|market|markets|activity|activities|" +
      "licence|licences|license|licenses|quota|quotas|potential|product|products|item|items|staple|staples|" +
      "commodity|commodities|order|orders|contract|contracts|tax|taxes|duty|duties|tariff|tariffs|ban|bans|" +
      "restriction|restrictions|credit|promotion|procedure|procedures|standard|standards|industry|industries|" +
      "sector|sectors|destination|destinations|partner|partners|hub|capacity|strategy|opportunity|opportunities|" +
      "channel|channels|route|routes|oriented|led|driven|demand|support|barrier|barriers|need|needs|department|" +
      "situation|statistics|data|earner|earners|centre|center|gateway|processing|processor|processors|service|" +
      "information|portal|purpose|purposes|corporation|joint|jsc|dependent|dependence|regulation|regulations|" +
      "requirement|requirements|trader|traders|team|forum|fair|conference|advantage|advantages|facility|" +
      "facilities|warehouse|bank|material|materials|raw|machinery|labour|labor|lao",
  ),
  before: words(
    "doanh nghiệp|công ty|thị trường|mặt hàng|mặt|sản phẩm|nhóm hàng|ngành hàng|đơn hàng|hợp đồng|giấy phép|thủ tục|" +
      "lĩnh vực|nhà|đơn vị|cơ sở|tiềm năng|năng lực|đẩy mạnh|thúc đẩy|hỗ trợ|khuyến khích|tiêu chuẩn|tín dụng|" +
      "thuế|cửa khẩu|chế biến|phục vụ|định hướng|chiến lược|khu chế|mở rộng|lô hàng|nước|sản lượng|khối lượng|" +
      "lượng|số lượng|nguyên liệu|quy định|kho|xúc tiến|phục hồi|cục|cổ phần|tnhh|thu từ hoạt động|từ hoạt động|" +
      "thu từ|thuế từ|thu ngân sách từ|nhu cầu|cơ hội|giá|labour|labor",
  ),
};
const FDI_NEIGHBOURS: Neighbours = {
  longest: 5,
  after: words(
    "enterprise|enterprises|firm|firms|company|companies|sector|business|businesses|area|bloc|project|projects|" +
      "agency|economic|block|investor|investors|partner|partners",
  ),
  before: words(
    "doanh nghiệp|khối|khu vực|dự án|công ty|nhà đầu tư|thành phần|có|có vốn|dn|kinh tế|các dự án",
  ),
};

/** Neighbours by indicator, and by names of indicators that share them. */
export const NEIGHBOURS: Readonly<Record<string, Neighbours>> = {
  exports: TRADE_NEIGHBOURS,
  imports: TRADE_NEIGHBOURS,
  trade_turnover: TRADE_NEIGHBOURS,
  fdi: FDI_NEIGHBOURS,
  retail_sales: {
    longest: 2,
    after: words(
      "outlet|outlets|store|stores|chain|chains|network|networks|market|markets|system|systems|space|group|" +
        "groups|brand|brands|industry|sector|shops|distribution|electricity|price|prices|xăng|điện",
    ),
    before: words(
      "cửa hàng|hệ thống|điểm|mạng lưới|thị trường|doanh nghiệp|chuỗi|nhà|ngành|giá|kênh|cơ sở|khâu",
    ),
  },
  value_added: {
    longest: 4,
    after: words("tax|product|products|services|chain|taxes|cao|agricultural"),
    before: words("high|higher|more|thuế|có|sản phẩm|nâng cao|gia tăng|chuỗi"),
  },
  public_investment: {
    longest: 4,
    after: words("project|projects|law|works"),
    before: words("luật|dự án|các dự án|công trình"),
  },
};

/** Names with the words of an indicator that are none. */
export const NO_INDICATOR: readonly string[] = [
  "import export|export import|import and export|export and import",
  "(export|import) of (labour|labor|workers)",
];

/** Words of selling that tell of exports where the sentence goes on to say that it is abroad. */
export const SELLING_VERBS: readonly string[] = [
  "(earned|earning|earns|raked in|raking in|pocketed|pocketing|fetched|fetching|brought home|bringing home|brought in|grossed|netted|collected|took in|sold|sell|sells|selling|shipped|shipping|ship|sent)",
  "goods worth|products worth|goods valued at",
  "thu về",
];
export const ABROAD: readonly string[] = [
  "abroad|overseas|(foreign|international|world|global|outside) (market|markets|buyers|customers|countries|currency)",
  "worth of (goods|products|merchandise)|goods worth|products worth|goods and products worth|ra nước ngoài|thị trường (nước ngoài|quốc tế|thế giới)|ngoại tệ",
];

/** Words that sell or buy abroad themselves. */
export const TRADE_VERBS: Readonly<Record<string, readonly string[]>> = {
  exports: ["exported|shipped abroad|sold abroad|exporting [goods]"],
  imports: ["imported|importing [goods]"],
};

/** Prices that a value is told at. */
export const PRICE_BASES: Readonly<Record<"constant2010" | "current", readonly string[]>> = {
  constant2010: [
    "[tính] [theo] (giá so sánh|giá ss|gss) [năm] [2010]|[theo] giá cố định [năm] [2010]|giá [năm] 2010",
    "[at|in] [2010] (constant|comparative|comparable|fixed) [2010] (price|prices)|(constant|comparative|comparable) (price|prices) of 2010|2010 prices|prices of 2010",
  ],
  current: ["[theo] giá (hiện hành|thực tế|hh)", "[at|in] (current|actual|market|prevailing) (price|prices)"],
};
