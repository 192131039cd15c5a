/** Goods by the name that a component has. */
export const GOODS: Readonly<Record<string, readonly string[]>> = {
  rice: ["[fragrant|white|milled] rice [products]", "gạo [các loại]", "lúa gạo", "mặt hàng gạo"],
  aquatic_products: [
    "[frozen|processed] (seafood|seafoods|aquatic|fishery|fisheries|aquaculture|aqua|marine|sea) [products|product]|fish and shrimp|fish",
    "[hàng|mặt hàng] (thủy sản|hải sản|thủy hải sản|thủy, hải sản) [các loại|đông lạnh|chế biến]|tôm cá",
  ],
  shrimp: ["[frozen] (shrimp|shrimps|prawn|prawns)", "tôm [đông|đông lạnh|các loại]"],
  pangasius: ["pangasius|tra fish|catfish", "cá tra [phi lê]|cá da trơn"],
  squid_octopus: [
    "squid and octopus|squid|octopus|cuttlefish",
    "mực, bạch tuộc|mực và bạch tuộc|bạch tuộc|mực đông",
  ],
  tuna: ["tuna", "cá ngừ"],
  footwear: [
    "(footwear|leather footwear|shoes|shoe|leather shoes|leather and footwear|footwear and leather|sandals|leather and shoes) [products|product|items|of all kinds]",
    "(giày da|da giày|giày dép|giày, dép|giày thể thao|da, giày|túi xách, giày dép|giầy dép|giầy da|da giầy|giày) [các loại]",
  ],
  garments: [
    "(textile|textiles|garment|garments|apparel|clothing|textiles and garments|textile and garment|garments and textiles|garment and textile|textiles, garments|textiles garments|garments textiles|textile garment|textiles and apparel|clothes) [products|product|items]",
    "[hàng|sản phẩm] (dệt may|may mặc|dệt, may|quần áo)|may gia công",
  ],
  yarn: ["(fibre|fiber|yarn|fibres|yarns) [products]", "(xơ, sợi|sợi|xơ sợi) [dệt] [các loại]"],
  bags: ["handbags|(bags|handbags) and suitcases|bags|backpacks", "túi xách|ba lô|túi xách, ví, vali"],
  coffee: ["coffee [beans]|(green|instant|ground|roasted) coffee", "cà phê [nhân|hòa tan|hạt]|cafe|cà-phê"],
  vegetables_fruit: [
    "(fruit and vegetables|fruits and vegetables|vegetables and fruit|vegetables and fruits|vegetable and fruit|fruit and vegetable|vegetables|fruits|fruit|durian|dragon fruit) [products]",
    "(rau quả|rau, quả|trái cây|hàng rau quả|rau củ quả|rau, củ, quả|sầu riêng|thanh long|rau|hoa quả) [các loại]",
  ],
  flowers: ["(cut|fresh) flowers|flowers", "hoa (tươi|cắt cành|các loại)"],
  cashew: ["cashew [nuts|nut|kernels]|cashews", "(hạt điều|điều nhân|nhân điều|nhân hạt điều|hạt điều nhân)"],
  pepper: ["[black] pepper|peppercorn", "hồ tiêu|hạt tiêu|tiêu đen|tiêu hạt"],
  rubber: [
    "[natural|raw|processed] rubber [latex|products]|latex",
    "(cao su|mủ cao su|cao su thiên nhiên|sản phẩm từ cao su)",
  ],
  tea: ["tea [products]", "chè [các loại]|trà và chè"],
  cassava: [
    "cassava [and cassava products|starch|chips]|tapioca [starch]|cassava products",
    "[tinh bột] sắn|sắn lát|(sắn và các sản phẩm từ sắn|sắn và sản phẩm từ sắn)|tinh bột mì|bột mì|mì lát",
  ],
  sugar: ["[refined] sugar", "đường (kính|tinh luyện|mía|cát)|mía đường"],
  cocoa: ["cocoa", "ca cao"],
  coconut: [
    "coconut [products]|coconuts|coir|copra",
    "(sản phẩm từ|sản phẩm) dừa|cơm dừa|dừa [trái]|xơ dừa|chỉ xơ dừa",
  ],
  honey: ["honey", "mật ong"],
  tobacco: ["tobacco|cigarettes", "thuốc lá [điếu]|nguyên liệu thuốc lá"],
  wood_products: [
    "(wood|timber|wooden|furniture|woodwork) [products|product|furniture]|(wood and wood|wood and wooden|timber and timber|timber and wooden) products|wood and furniture|woodchips|wood chips|wooden tables and chairs",
    "(gỗ và sản phẩm gỗ|gỗ và các sản phẩm gỗ|gỗ và các sản phẩm từ gỗ|gỗ và sản phẩm từ gỗ|sản phẩm gỗ|sản phẩm từ gỗ|đồ gỗ|gỗ|gỗ các loại|dăm gỗ|gỗ tinh chế|gỗ chế biến|viên nén gỗ)",
  ],
  handicrafts: [
    "(handicraft|handicrafts|handicraft and fine art) [products]|fine arts|bamboo and rattan",
    "(thủ công mỹ nghệ|mỹ nghệ|mây tre đan|mây tre lá|hàng thủ công mỹ nghệ)",
  ],
  paper: ["paper [products]", "(giấy và sản phẩm từ giấy|giấy và các sản phẩm từ giấy|giấy các loại)"],
  plastics: [
    "plastic [products]|plastics",
    "(chất dẻo|sản phẩm từ chất dẻo|sản phẩm nhựa|sản phẩm từ nhựa|nhựa và sản phẩm từ nhựa|hạt nhựa)",
  ],
  chemicals: ["chemicals|chemical products", "hóa chất|sản phẩm hóa chất"],
  fertilizer: [
    "(fertilizer|fertilizers|fertiliser|fertilisers|urea|nitrogenous fertilizer)",
    "phân bón [các loại]|phân đạm|đạm ure|đạm",
  ],
  cement: [
    "cement|clinker|cement and clinker",
    "xi măng|clinker|clanhke|clinker và xi măng|xi măng và clinker",
  ],
  steel: [
    "(iron and steel|steel|steel and iron|iron, steel) [products]",
    "(sắt thép|sắt, thép|thép|gang thép|thép các loại|sắt thép các loại|sản phẩm sắt thép|sản phẩm từ sắt thép|thép xây dựng|phôi thép)",
  ],
  alumina: ["alumina|aluminium|aluminum", "alumin|alumina|nhôm|hydroxit nhôm"],
  copper_pipes: ["copper (pipes|pipe|tubes)", "ống đồng"],
  minerals: [
    "(minerals|mineral|ores) [products]|ore and minerals|tungsten",
    "quặng và khoáng sản|quặng|vonfram",
  ],
  coal: ["coal", "than đá|than các loại|than sạch"],
  crude_oil: ["crude oil|petroleum oil", "dầu thô"],
  petroleum_products: [
    "(petroleum products|petrol|fuel oil|petrol and oil|gasoline|petroleum|fo oil)",
    "xăng dầu [các loại]|dầu fo|sản phẩm lọc hóa dầu|sản phẩm hóa dầu|sản phẩm lọc dầu",
  ],
  electronics: [
    "(electronics|electronic products|electronic goods|electronic components|computers|computers and electronics|electronics and computers|computers, electronic products and components|computers, electronics and components|electrical and electronic products)",
    "(điện tử|linh kiện điện tử|sản phẩm điện tử|hàng điện tử|máy vi tính|máy tính|máy vi tính, sản phẩm điện tử và linh kiện|máy vi tính và linh kiện|điện, điện tử|điện - điện tử)",
  ],
  phones: [
    "(phones|phone|telephones|mobile phones|smartphones|cell phones|phones and components|phones and parts|phones and spare parts|telephones and components|mobile phones and components)",
    "(điện thoại|điện thoại và linh kiện|điện thoại các loại|điện thoại các loại và linh kiện|điện thoại di động|điện thoại thông minh)",
  ],
  machinery: [
    "machinery [and equipment]|machinery, equipment [and parts|and spare parts]|machines [and equipment]",
    "(máy móc|máy móc, thiết bị|máy móc thiết bị|máy móc, thiết bị, phụ tùng|máy móc, thiết bị, dụng cụ, phụ tùng) [khác]",
  ],
  vehicles: [
    "vehicles [and spare parts|and parts]|means of transport [and parts|and spare parts]|automobiles|cars|motorbikes",
    "phương tiện vận tải [và phụ tùng]|ô tô|xe máy",
  ],
  wires_cables: [
    "[electric|electrical] (wires and cables|wires and cable|cables)",
    "dây điện và [dây] cáp điện|dây và cáp điện|dây cáp điện",
  ],
  cameras: ["cameras [and components]", "máy ảnh, máy quay phim|máy ảnh"],
  agricultural_products: [
    "(agricultural|farm|agro|agro forestry|agro forestry fishery) (products|product|produce|goods)|farm produce|(agro forestry fishery|agriculture, forestry and fishery) products|agro forestry and fishery products|farm and (seafood|aquatic) products",
    "[hàng|mặt hàng] (nông sản|nông sản các loại|nông lâm thủy sản|nông, lâm, thủy sản|hàng nông sản|nông sản, thủy sản|nông thủy sản)",
  ],
  animal_feed: [
    "(animal|aqua|livestock) feed",
    "thức ăn (chăn nuôi|gia súc|thủy sản|gia súc và nguyên liệu)",
  ],
  food: [
    "(processed foods|foodstuff|foodstuffs|processed food|confectionery)",
    "bánh kẹo|thực phẩm [chế biến]|bánh kẹo và các sản phẩm từ ngũ cốc",
  ],
  packaging: ["packaging", "bao bì"],
  medicine: ["(pharmaceuticals|medicines|pharmaceutical products)", "dược phẩm|tân dược"],
  other_goods: [
    "other (goods|products|items|commodities)",
    "[các] (hàng hóa|mặt hàng|hàng|sản phẩm) khác|hàng khác",
  ],
  excluding_crude_oil: [
    "(excluding|not including|not counting|leaving out|without|except|apart from|exclusive of) [the] crude oil|crude oil (excluded|aside|apart)|excluding oil|non crude oil|non oil",
    "[nếu] (trừ|không kể|không tính|không bao gồm|loại trừ|chưa kể|ngoài|chưa tính) dầu thô|không (có|kể) dầu thô",
  ],
};

/** Sectors and sub-sectors; names that stand for much else in common words too are in {@link COMMON_SECTORS}. */
export const SECTORS: Readonly<Record<string, readonly string[]>> = {
  manufacturing: [
    "(processing and manufacturing|manufacturing and processing|processing manufacturing|manufacturing processing|manufacturing, processing|processing, manufacturing) [industry|industries|sector|sectors|activities]|manufacturing (industry|industries|sector|sectors)|processing industry",
    "[công nghiệp|ngành|ngành công nghiệp|nhóm ngành|khu vực] (chế biến, chế tạo|chế biến chế tạo|chế biến và chế tạo|cbct)|công nghiệp chế biến",
  ],
  mining: [
    "(mining|mining and quarrying|mineral exploitation|exploitation of minerals|mineral mining|extractive|extraction) [industry|industries|sector|sectors]",
    "[ngành|ngành công nghiệp|công nghiệp] (khai khoáng|khai thác khoáng sản|khai thác mỏ|khai mỏ|khai thác [than|đá])",
  ],
  electricity: [
    "[electricity|power] (electricity production|power production|electricity production and distribution|power production and distribution|production and distribution of (electricity|power)|electricity generation|power generation and distribution|electricity generation and distribution|electricity and gas|electricity production and supply) [industry|sector|, gas and hot water|, gas, hot water]|electricity (industry|sector)",
    "[ngành|ngành công nghiệp|công nghiệp] (sản xuất và phân phối điện|sản xuất, phân phối điện|sản xuất phân phối điện|sản xuất điện|điện năng|phân phối điện) [, khí đốt|, nước nóng|khí đốt] [, nước nóng]",
  ],
  utilities: [
    "(electricity and water|electricity, water|power and water|utilities|electricity, gas and water) [supply|production|industry|sector|production and distribution]|production and distribution of (electricity and water|electricity, water|electricity, gas and water)",
    "[sản xuất] [và] [sản xuất phân phối|phân phối] (điện nước|điện, nước|điện và nước|điện, khí đốt, nước)",
  ],
  water_waste: [
    "(water supply|water supply and waste treatment|water supply, waste|water and waste|waste treatment|waste management) [industry|sector|and waste treatment|and wastewater treatment|, waste treatment|, waste management and treatment|and waste management]",
    "[ngành] (cung cấp nước|cung cấp nước và xử lý rác thải|cung cấp nước, xử lý rác thải|cung cấp nước, hoạt động quản lý|cung cấp nước và xử lý rác thải, nước thải|cung cấp nước; hoạt động quản lý và xử lý rác thải, nước thải|xử lý rác thải|quản lý và xử lý rác thải)",
  ],
  industry_construction: [
    "[the] [whole] (industry construction|industry and construction|industrial and construction|industrial construction|industries and construction|manufacturing and construction) [sector|sectors]",
    "[khu vực|ngành] (công nghiệp - xây dựng|công nghiệp và xây dựng|công nghiệp, xây dựng|cn - xd|cnxd)",
  ],
  agriculture: [
    "farming, forestry and (fisheries|fishery|fishing)|agriculture, forestry and fishing",
    "(agriculture, forestry and fishery|agriculture, forestry and fisheries|agro forestry fishery|agro forestry fisheries|agriculture forestry fishery|agriculture forestry and fishery|agriculture, forestry, fishery|agro forestry and fishery|agro forestry aquaculture) [sector|sectors]|(agricultural|agriculture) sector",
    "[khu vực|ngành] (nông, lâm nghiệp và thủy sản|nông lâm nghiệp và thủy sản|nông nghiệp, lâm nghiệp và thủy sản|nông lâm thủy sản|nông, lâm, thủy sản|nông - lâm - thủy sản|nông, lâm, ngư nghiệp|nông lâm ngư nghiệp)|(khu vực|ngành) nông nghiệp",
  ],
  services: [
    "(service|services|trade and service|trade and services|service and trade) (sector|sectors|industry)",
    "(khu vực|ngành|lĩnh vực) (dịch vụ|thương mại - dịch vụ|thương mại, dịch vụ|dịch vụ - thương mại|thương mại và dịch vụ)|thương mại - dịch vụ",
  ],
  industry: ["(industry|industrial) sector", "(khu vực|ngành|lĩnh vực) công nghiệp"],
  construction: ["construction (sector|industry)", "(khu vực|ngành|lĩnh vực) xây dựng"],
  product_tax: [
    "product (tax|taxes) [less (subsidies|product subsidies)]|(tax|taxes) on products",
    "thuế sản phẩm [trừ trợ cấp [sản phẩm]]",
  ],
};

/** Names of sectors in one common word, which count where a figure follows and no office's name goes on. */
export const COMMON_SECTORS: Readonly<Record<string, readonly string[]>> = {
  manufacturing: ["manufacturing", "chế biến"],
  industry: ["industry", "công nghiệp"],
  agriculture: ["agriculture", "nông nghiệp"],
  construction: ["construction", "xây dựng"],
  services: ["services", "dịch vụ"],
  electricity: ["electricity", "điện"],
};

/** Adjectives that are a component in front of "exports" only. */
export const EXPORT_ADJECTIVES: Readonly<Record<string, readonly string[]>> = {
  agricultural_products: ["farm|agricultural|agro forestry fishery|agro forestry"],
  industrial_goods: ["industrial|industrial goods"],
};

/** Goods whose one word means much else, so that it counts only as an item with money: "; điều 30 triệu USD". */
export const LISTED_GOODS: Readonly<Record<string, readonly string[]>> = {
  cashew: ["điều"],
  pepper: ["tiêu"],
  sugar: ["đường"],
};

/** Who reports: by ownership. */
export const OWNERSHIPS: Readonly<Record<string, readonly string[]>> = {
  state_sector: [
    "[the] (state|state owned|state run) (sector|economic sector|enterprises|firms|companies|businesses|owned sector|owned enterprises)",
    "(khu vực|kinh tế|khu vực kinh tế|thành phần kinh tế|doanh nghiệp|khối doanh nghiệp) nhà nước",
  ],
  private_sector: [
    "[the] (private|non state|non state owned|private economic) (sector|firms|enterprises|companies|businesses|economic sector)",
    "(khu vực|kinh tế|khu vực kinh tế|thành phần kinh tế|doanh nghiệp|khối doanh nghiệp) (ngoài nhà nước|tư nhân|ngoài quốc doanh|dân doanh)",
  ],
  domestic_enterprises: [
    "[the] (domestic|domestically invested|local) (firms|enterprises|companies|businesses|sector|economic sector)|domestic (economic|invested) sector",
    "[các|khối] doanh nghiệp trong nước|khu vực [kinh tế] trong nước|khối [doanh nghiệp] (trong nước|nội địa)|[thành phần|khối] kinh tế trong nước",
  ],
  fdi_sector: [
    "[the] (foreign invested|foreign direct invested|foreign owned|fdi|foreign direct investment|foreign) (firms|enterprises|companies|businesses|sector|economic sector|bloc|area|enterprise)|[the] foreign [direct] investment (sector|enterprises|businesses)|foreign direct investment fdi (sector|enterprises|firms)",
    "(doanh nghiệp|khối doanh nghiệp|khu vực|khối|khu vực kinh tế|kinh tế|công ty) [có vốn|vốn] (fdi|nước ngoài|đầu tư nước ngoài|đầu tư trực tiếp nước ngoài)",
  ],
};

/** Parts of one indicator only, by its name. */
export const PARTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  retail_sales: {
    accommodation_catering: [
      "(accommodation and catering|catering and accommodation|accommodation, catering|hotel and restaurant|hotels and restaurants|accommodation and food|lodging and catering|accommodation and restaurant|accommodation and dining|food and accommodation|restaurants and hotels) [services|service|sector] [revenue]|catering services|accommodation services|(food and beverage|catering) services",
      "[doanh thu] [dịch vụ] (lưu trú, ăn uống|lưu trú ăn uống|lưu trú và ăn uống|ăn uống, lưu trú|khách sạn, nhà hàng|nhà hàng, khách sạn|khách sạn nhà hàng|ăn uống và lưu trú|lưu trú|ăn uống)",
    ],
    travel: [
      "(travel|travel and tourism|tourism and travel|tour|travel agency|tourism) (services|service|revenue)|travel (and tourism)|travel",
      "[doanh thu] [dịch vụ] (du lịch lữ hành|lữ hành|du lịch, lữ hành|lữ hành và hoạt động hỗ trợ du lịch|du lịch và lữ hành)|dịch vụ du lịch",
    ],
    services_other: [
      "other [consumer] services [revenue]|other consumer services|[consumer] service revenue|revenue from services",
      "[doanh thu] [các] dịch vụ (khác|tiêu dùng khác|tiêu dùng)|doanh thu dịch vụ",
    ],
  },
  state_budget: {
    domestic_revenue: [
      "[the] (domestic|inland|internal) (revenue|revenues|collection|collections|tax|budget revenue|tax collection)|domestic sources",
      "thu nội địa|thu ngân sách nội địa|nguồn thu nội địa",
    ],
    customs_revenue: [
      "from (import export|export import|import and export|export and import|customs) activities|(customs|import export|import and export|export import) (revenue|revenues|collection|collections|tax|taxes|duties|duty)|(revenue|revenues|taxes|collection|duties) from [the] (import export|import and export|export import|export and import|customs|imports and exports) [activities|duties]",
      "[thu] thuế (xuất nhập khẩu|xnk|xuất khẩu, nhập khẩu)|thu [ngân sách|nsnn] từ [hoạt động] [kinh doanh] (xuất nhập khẩu|xnk|xuất, nhập khẩu|xuất khẩu, nhập khẩu)|thu xuất nhập khẩu|thu hải quan|thuế hải quan",
    ],
    land_revenue: [
      "land use (fees|fee|levies|right fees|tax|revenue|charges|rights)|(revenue|revenues) from land|land revenue",
      "[thu] tiền (sử dụng đất|thuê đất)|thu từ đất|[tiền] đấu giá đất",
    ],
    lottery_revenue: ["lottery [revenue]|revenue from lottery", "[thu] xổ số [kiến thiết]"],
    crude_oil: ["revenue from crude oil", "thu [từ] dầu thô"],
  },
};

/** Names with the words of a component that are none. */
export const NO_COMPONENT: readonly string[] = [
  "(industry and trade|trade and industry|agriculture and rural|agriculture and environment|natural resources|industry 4|fourth industrial)",
  "rice (farmers|farmer|fields|field|paddies|growers|varieties|variety|mill|mills|cultivation|farming|area|land|price|prices|seeds|husk)",
  "(seafood|rice|coffee|fishery|garment|footwear|rubber|aquatic|pangasius|shrimp|fruit|wood|timber|steel) (processing|farming|firms|companies|company|enterprises|exporters|farms|farmers|association|plant|plants|factory|factories|industry association|corporation|group|jsc|joint stock company|price|prices|raw materials|production area)",
  "(nông nghiệp và phát triển nông thôn|nông nghiệp và môi trường|nông nghiệp và ptnt|công nghiệp và thương mại|công nghiệp hóa|nông nghiệp công nghệ cao|khu công nghiệp|cụm công nghiệp|tiểu thủ công nghiệp|khuyến công)",
  "under construction|construction (of|work|works|materials|site|procedures|projects|project|investment|material|machinery|cost|costs)|vật liệu xây dựng|đầu tư xây dựng|xây dựng (nông thôn|cơ bản|cơ sở|hạ tầng|kế hoạch|và)",
  "(ministry|department|departments|office|sector|general department) of (construction|industry|agriculture|fisheries|services|finance)|(sở|bộ|cục|chi cục|ngành|viện) (xây dựng|thủy sản|nông nghiệp|công thương)",
  "travel (restrictions|agencies|agents|companies|ban|bans|demand)",
  "(cánh đồng|vùng|giống|diện tích|nhà máy|chế biến|nuôi|nuôi trồng|khai thác|vụ|giá|nuôi|hội) (lúa|gạo|tôm|cá tra|thủy sản|hải sản|cà phê|hồ tiêu|cao su)",
  "hiệp hội (thủy sản|cà phê|hồ tiêu|cao su|gỗ|dệt may|thép|chế biến)",
];

/** Phrases that are other words without their accents: "sắn" and "sản", "giày" and "giấy". */
export const ACCENTS_NEEDED: ReadonlySet<string> = new Set([
  "sắn",
  "giày",
  "dừa",
  "chè",
  "gỗ",
  "tôm cá",
  "rau",
  "điện",
  "than",
  "đạm",
  "giầy",
]);
