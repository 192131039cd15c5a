/** What the guide for spreadsheets says, in one language. */
export interface GuideWords {
  readonly title: string;
  readonly lead: string;
  readonly otherLanguage: string;
  readonly functions: string;
  readonly functionsLead: string;
  readonly argumentsAre: string;
  readonly result: string;
  readonly optional: string;
  /** What stands between the arguments of a formula. */
  readonly separator: string;
  /** What the picture of a function shows, to those who cannot see it. */
  readonly functionShown: (name: string) => string;
  readonly byUrl: string;
  readonly byUrlLead: string;
  readonly byUrlCaption: string;
  readonly byUrlRules: readonly string[];
  readonly pictures: string;
  readonly picturesLead: string;
  /** What each kind of picture shows, to those who cannot see it. */
  readonly pictureShown: Readonly<Record<ShownPicture, string>>;
  readonly pictureParameters: string;
  readonly workbook: string;
  readonly workbookLead: string;
  readonly workbookLink: string;
  readonly limits: string;
  readonly limitRules: readonly string[];
  readonly spreadsheets: readonly Spreadsheet[];
}

/** The kinds of picture that the guide shows. */
export type ShownPicture = "fan" | "months" | "gauge" | "scenarios" | "sparkline";

/** How one spreadsheet is set up, in a minute. */
export interface Spreadsheet {
  readonly id: "sheets" | "excel" | "libreoffice";
  readonly name: string;
  /** Steps as HTML: they hold links and words to type. */
  readonly steps: readonly string[];
  /** What is typed into a cell. */
  readonly formula: string;
  /** The same without set-up. */
  readonly byUrl: string;
  /** Below its picture. */
  readonly caption: string;
  /** What its picture shows, to those who cannot see it. */
  readonly shown: string;
}

const SERVER = "__ONPACE_SERVER__";
const QUESTION = "t=2024-04&y=290&tg=920&pf=860";

export const ENGLISH: GuideWords = {
  title: "Onpace in your spreadsheet",
  lead: "Every number, table and picture is one formula away: in Google Sheets, Excel and LibreOffice, with the same functions and the same arguments.",
  otherLanguage: '<a href="/spreadsheets/vi" hreflang="vi" lang="vi">Tiếng Việt</a>',
  functions: "The functions",
  functionsLead:
    "Give a column of months and a column of values, blanks for the months to come; or one month and the year to date. A column of targets beside a column of year-to-date figures answers every row.",
  argumentsAre: "Arguments",
  result: "Result",
  optional: "may be left out",
  separator: ", ",
  functionShown: (name) =>
    `A sheet of LibreOffice: figures in yellow cells, the formula of ${name}, and what it answers in green cells.`,
  byUrl: "Without any set-up",
  byUrlLead: "A cell can ask by an address alone; every parameter has a short name.",
  byUrlCaption: "A sheet of reports, each asked by its address alone, with the formulas below it.",
  byUrlRules: [
    "<code>.txt</code> answers one value, <code>.csv</code> a table, <code>.xml</code> is for <code>FILTERXML</code>, <code>.png</code> for <code>=IMAGE()</code>.",
    "<code>field=targets.0.attainmentProbability</code> (short <code>f=</code>) asks for another value of the answer.",
    "<code>errors=cell</code> answers a refusal as text that can be read in the cell.",
    "<code>NUMBERVALUE</code> reads the number whatever the decimal sign of your sheet is. <code>decimal=comma</code> writes 1234,5; CSV then parts cells with semicolons. With <code>IMPORTDATA</code>, <code>CHAR(9)</code> keeps a text with commas in one cell.",
    "A parameter that begins with an underscore, such as <code>_=3</code>, is ignored: change it to ask again.",
    "Excel and Google Sheets take addresses of up to 2,048 characters; put texts from cells into <code>ENCODEURL()</code>.",
  ],
  pictures: "Pictures",
  picturesLead: "Each is an address: in a cell, on a slide, on a page.",
  pictureShown: {
    fan: "The year to date month by month, the forecast with its 80% interval fanning out to December, the line of the target and last year.",
    months:
      "Bars of the months: the average so far, the forecast of each month to come with its interval, what the target needs, and last year.",
    gauge:
      "The probability of reaching the target as a large number and on a scale from out of reach to on course.",
    scenarios:
      "Bars of the full year under each assumption beside the target, with the probability of at least as much.",
    sparkline: "The year to date, the forecast and the target as one small line, for a cell.",
  },
  pictureParameters:
    "<code>picture</code> = fan, months, gauge, scenarios or sparkline; <code>size</code> = cell, slide or page, or <code>width</code> and <code>height</code>; <code>theme</code> = light or dark; <code>lang</code> = en or vi.",
  workbook: "A workbook",
  workbookLead:
    "The outlook as .xlsx: figures, the monthly path with a chart, targets and scenarios, with live formulas to play with offline.",
  workbookLink: "Download an example",
  limits: "Good to know",
  limitRules: [
    "Google asks at most 20,000 addresses a day for a personal account: answer a whole column by one formula, and answers are kept for six hours.",
    "Google must be able to reach this server: one on your own machine is out of its reach.",
    "<code>IMPORTDATA</code> asks again every hour, and <code>WEBSERVICE</code> works in Excel on Windows only; the add-in works in Excel on the web and on a Mac too.",
    "A batch has at most 1,000 questions.",
    "What a cell asks is sent to this server and kept nowhere but in caches of answers.",
  ],
  spreadsheets: [
    {
      id: "sheets",
      name: "Google Sheets",
      steps: [
        `Open <a href="/sheets/onpace.gs">onpace.gs</a> and copy all of it.`,
        "In your sheet choose <b>Extensions › Apps Script</b>, replace what is there by it, and save.",
        "Load the sheet again: the functions work, and the menu <b>Onpace</b> has a side panel. Google asks for permission when the menu is first used; if it calls the app unverified, that is your own copy: <b>Advanced</b>, then continue.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13, B2:B13, 920)",
      byUrl: `=IMPORTDATA("${SERVER}/v1/attainment.txt?${QUESTION}&errors=cell", CHAR(9))`,
      caption: "What the functions of the script answered in their test.",
      shown:
        "A sheet with months and exports, formulas of ONPACE_RUNRATE, PROBABILITY, FORECAST, CHECK, SCENARIOS and PICTURE beside them, and their results.",
    },
    {
      id: "excel",
      name: "Excel",
      steps: [
        `Microsoft 365, and this server under https. Save <a href="/excel/manifest.xml" download>manifest.xml</a>.`,
        "On the web: <b>Home › Add-ins › More Add-ins › My Add-ins › Upload My Add-in</b>, and choose it. On Windows: put it into a shared folder, add that folder under <b>File › Options › Trust Center › Trusted Add-in Catalogs</b>, restart, then <b>Home › Add-ins › More Add-ins › Shared Folder</b>. On a Mac: copy it into <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code> and restart. For everybody of an organisation: the administrator gives the file's address under <b>Integrated apps</b>.",
        "Type <code>=ONPACE_</code> in a cell, or open <b>Onpace</b> on the Home tab and press <b>Insert the example</b>.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13, B2:B13, 920)",
      byUrl: `=NUMBERVALUE(WEBSERVICE("${SERVER}/v1/attainment.txt?${QUESTION}"), ".", ",")`,
      caption: "What the functions of the add-in answered in their test, in a browser.",
      shown:
        "A sheet with months and exports, formulas of ONPACE_RUNRATE, PROBABILITY, FORECAST and SCENARIOS above their results, and the picture of ONPACE_PICTURE below.",
    },
    {
      id: "libreoffice",
      name: "LibreOffice",
      steps: [
        `Save <a href="/libreoffice/onpace.fods" download>onpace.fods</a> in a folder of your own.`,
        "For the functions, allow macros in that folder once: <b>Tools › Options › LibreOffice › Security › Macro Security › Trusted Sources › Trusted File Locations › Add</b>. The sheet of formulas by address needs no macros.",
        "Open it in Calc and choose <b>Allow updating</b> in the bar above the sheet. The sheet <b>Start</b> says whether it works.",
        "A function that answers several cells is entered with <b>Ctrl+Shift+Enter</b>.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13; B2:B13; 920)",
      byUrl: `=NUMBERVALUE(WEBSERVICE("${SERVER}/v1/attainment.txt?${QUESTION}"); "."; ",")`,
      caption: "The first sheet of the document, recalculated by LibreOffice against a running service.",
      shown:
        "The sheet Start: cells for the server and the language, two cells that say whether it works, both with 78.75, and the steps of the set-up.",
    },
  ],
};

export const VIETNAMESE: GuideWords = {
  title: "Onpace trong bảng tính của bạn",
  lead: "Mọi con số, bảng và hình vẽ đều lấy được bằng một công thức: trong Google Sheets, Excel và LibreOffice, cùng một bộ hàm, cùng thứ tự tham số.",
  otherLanguage: '<a href="/spreadsheets" hreflang="en" lang="en">English</a>',
  functions: "Các hàm",
  functionsLead:
    "Chọn một cột tháng và một cột giá trị, để trống các tháng chưa có; hoặc một tháng và số lũy kế. Nếu có cột kế hoạch bên cạnh cột lũy kế thì mỗi dòng được trả lời riêng.",
  argumentsAre: "Tham số",
  result: "Kết quả",
  optional: "có thể bỏ trống",
  separator: "; ",
  functionShown: (name) =>
    `Trang tính LibreOffice: số liệu trong các ô màu vàng, công thức của hàm ${name} và kết quả trong các ô màu xanh.`,
  byUrl: "Không cần cài đặt",
  byUrlLead: "Chỉ cần một địa chỉ là ô tính lấy được kết quả; tham số nào cũng có tên viết tắt.",
  byUrlCaption: "Một bảng báo cáo, mỗi dòng lấy kết quả chỉ bằng địa chỉ; bên dưới là các công thức.",
  byUrlRules: [
    "<code>.txt</code> trả về một giá trị, <code>.csv</code> một bảng, <code>.xml</code> dùng với <code>FILTERXML</code>, <code>.png</code> dùng với <code>=IMAGE()</code>.",
    "<code>field=targets.0.attainmentProbability</code> (viết tắt <code>f=</code>) lấy một giá trị khác của câu trả lời.",
    "<code>errors=cell</code> trả về lý do từ chối bằng chữ, đọc được ngay trong ô.",
    "<code>NUMBERVALUE</code> đọc đúng con số dù bảng tính dùng dấu thập phân nào; với <code>IMPORTDATA</code>, <code>en_US</code> cũng có tác dụng như vậy, còn <code>CHAR(9)</code> giữ một câu có dấu phẩy trong một ô. <code>decimal=comma</code> viết 1234,5; khi đó CSV ngăn cách bằng dấu chấm phẩy.",
    "Tham số bắt đầu bằng dấu gạch dưới, như <code>_=3</code>, sẽ được bỏ qua: đổi số để hỏi lại.",
    "Excel và Google Sheets nhận địa chỉ tối đa 2.048 ký tự; chữ lấy từ ô cần đặt trong <code>ENCODEURL()</code>.",
  ],
  pictures: "Hình vẽ",
  picturesLead: "Mỗi hình là một địa chỉ: trong ô, trên trang trình chiếu, trong báo cáo.",
  pictureShown: {
    fan: "Số lũy kế theo tháng, dự báo cùng khoảng dự báo 80% mở rộng dần đến tháng 12, đường mục tiêu và năm trước.",
    months:
      "Các cột theo tháng: bình quân từ đầu năm, dự báo từng tháng còn lại cùng khoảng dự báo, mức cần đạt theo mục tiêu và năm trước.",
    gauge: "Xác suất đạt mục tiêu: một con số lớn và vị trí trên thang từ khó đạt đến đúng tiến độ.",
    scenarios: "Các thanh ngang: cả năm theo từng kịch bản so với mục tiêu, kèm xác suất đạt ít nhất mức đó.",
    sparkline: "Lũy kế, dự báo và mục tiêu trong một đường nhỏ vừa một ô.",
  },
  pictureParameters:
    "<code>picture</code> = fan, months, gauge, scenarios hoặc sparkline; <code>size</code> = cell, slide hoặc page, hoặc <code>width</code> và <code>height</code>; <code>theme</code> = light hoặc dark; <code>lang</code> = en hoặc vi.",
  workbook: "Tệp Excel",
  workbookLead:
    "Toàn bộ dự báo dưới dạng .xlsx: số liệu, diễn biến theo tháng kèm biểu đồ, kế hoạch và kịch bản, với các công thức tự tính lại để thử các phương án khi không có mạng.",
  workbookLink: "Tải một ví dụ",
  limits: "Nên biết",
  limitRules: [
    "Google cho tài khoản cá nhân tối đa 20.000 lượt hỏi mỗi ngày: hãy dùng một công thức cho cả cột; câu trả lời được giữ sáu giờ.",
    "Máy chủ này phải truy cập được từ Google: máy chủ trên máy cá nhân thì Google không gọi tới được.",
    "<code>IMPORTDATA</code> hỏi lại mỗi giờ; <code>WEBSERVICE</code> chỉ chạy trong Excel trên Windows; phần bổ trợ chạy cả trong Excel trên web và trên máy Mac.",
    "Mỗi lần gửi theo lô có tối đa 1.000 câu hỏi.",
    "Nội dung mà ô gửi đi chỉ đến máy chủ này và không được lưu ở đâu ngoài bộ nhớ đệm câu trả lời.",
  ],
  spreadsheets: [
    {
      id: "sheets",
      name: "Google Sheets",
      steps: [
        `Mở <a href="/sheets/onpace.gs">onpace.gs</a> và sao chép toàn bộ.`,
        "Trong bảng tính chọn <b>Tiện ích mở rộng › Apps Script</b>, dán đè lên nội dung có sẵn rồi lưu.",
        "Tải lại bảng tính: các hàm dùng được ngay, trong trình đơn <b>Onpace</b> có bảng điều khiển bên cạnh. Google sẽ xin cấp quyền khi dùng trình đơn lần đầu; nếu Google báo ứng dụng chưa được xác minh, đó chính là bản sao của bạn: chọn <b>Nâng cao</b> rồi tiếp tục.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13; B2:B13; 920)",
      byUrl: `=IMPORTDATA("${SERVER}/v1/attainment.txt?${QUESTION}&lang=vi&decimal=point&errors=cell"; CHAR(9); "en_US")`,
      caption: "Kết quả các hàm của tập lệnh trong phép thử.",
      shown:
        "Bảng tính có cột tháng và cột xuất khẩu, bên cạnh là công thức của các hàm ONPACE_RUNRATE, PROBABILITY, FORECAST, CHECK, SCENARIOS, PICTURE và kết quả.",
    },
    {
      id: "excel",
      name: "Excel",
      steps: [
        `Cần Excel của Microsoft 365 và máy chủ này dùng https. Lưu <a href="/excel/manifest.xml" download>manifest.xml</a>.`,
        "Trên web: <b>Trang đầu › Phần bổ trợ › Phần bổ trợ khác › Phần bổ trợ của tôi › Tải lên phần bổ trợ của tôi</b>, chọn tệp. Trên Windows: đặt tệp vào một thư mục chia sẻ, thêm thư mục ấy vào danh mục phần bổ trợ tin cậy trong <b>Tệp › Tùy chọn › Trung tâm tin cậy</b>, mở lại Excel rồi chọn phần bổ trợ ở thư mục dùng chung. Trên máy Mac: chép tệp vào <code>~/Library/Containers/com.microsoft.Excel/Data/Documents/wef</code> rồi mở lại. Cho cả cơ quan: quản trị viên Microsoft 365 thêm địa chỉ tệp này vào mục ứng dụng tích hợp.",
        "Gõ <code>=ONPACE_</code> vào một ô, hoặc mở <b>Onpace</b> trên thẻ Trang đầu và bấm <b>Chèn ví dụ</b>.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13; B2:B13; 920)",
      byUrl: `=NUMBERVALUE(WEBSERVICE("${SERVER}/v1/attainment.txt?${QUESTION}"); "."; ",")`,
      caption: "Kết quả các hàm của phần bổ trợ trong phép thử, chạy trong trình duyệt.",
      shown:
        "Bảng tính có cột tháng và cột xuất khẩu, công thức của các hàm ONPACE_RUNRATE, PROBABILITY, FORECAST, SCENARIOS phía trên kết quả, bên dưới là hình vẽ của ONPACE_PICTURE.",
    },
    {
      id: "libreoffice",
      name: "LibreOffice",
      steps: [
        `Lưu <a href="/libreoffice/onpace-vi.fods" download>onpace-vi.fods</a> vào một thư mục riêng.`,
        "Để dùng các hàm, cho phép macro trong thư mục đó một lần: <b>Tools › Options › LibreOffice › Security › Macro Security › Trusted Sources › Trusted File Locations › Add</b>. Trang công thức theo địa chỉ không cần macro.",
        "Mở tệp bằng Calc và chọn <b>Allow updating</b> ở thanh phía trên bảng. Trang <b>Bắt đầu</b> cho biết đã chạy hay chưa.",
        "Hàm trả về nhiều ô thì nhập bằng <b>Ctrl+Shift+Enter</b>.",
      ],
      formula: "=ONPACE_PROBABILITY(A2:A13; B2:B13; 920)",
      byUrl: `=NUMBERVALUE(WEBSERVICE("${SERVER}/v1/attainment.txt?${QUESTION}"); "."; ",")`,
      caption: "Trang đầu của tệp, được LibreOffice tính lại với dịch vụ đang chạy.",
      shown:
        "Trang Bắt đầu: ô máy chủ và ô ngôn ngữ, hai ô cho biết đã chạy, cả hai đều là 78,75, và các bước cài đặt.",
    },
  ],
};
