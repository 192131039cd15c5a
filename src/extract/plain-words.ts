/** Words that name no subject of their own: verbs of reaching, articles, offices that report, how a year is told. */
const PLAIN = `a an the of in on at to for by with from and or as is are was were be been being it its their his her this that these those there than
into out over under about around during after before since until till up down off per so also only just already even still now then
has have had having do does did not no nor both each all any some such same other own more most less least very much many few
reach reached reaches reaching hit hits hitting stand stood stands standing total totalled totaled totals totalling totaling come comes came coming
earn earned earning earns raked rake raking pocketed pocket fetched fetch brought bring bringing made make makes making took take taken posted post posts
record recorded records recording register registered see saw seen show shows showed shown amount amounted amounts amounting achieve achieved achieves
gross grossed generate generated generates collect collected collects attain attained attains contribute contributed contributes contributing bag bagged net netted yield yielded worth value valued values
estimated estimate forecast projected expected accumulated cumulative overall alone respectively meanwhile however moreover besides additionally furthermore
thanks thank according department departments industry trade provincial province provinces province's city city's municipal local locality localities authority authorities
committee people people's director deputy vice chairman head office statistics said says saying say told tell reported report reports announced according noted added revealed informed
ministry government official officials customs sub newspaper agency sources data statistic latest new period month months year years quarter quarters half annual yearly monthly quarterly day days date end
first second third fourth last next early late mid late-year figure figures result results number sum level levels goods product products sector sectors activity activities business businesses enterprise enterprises firm firms company companies
alone far percent per cent usd vnd us dong million billion trillion approximately nearly almost estimated more than less country country's nation nation's national whole entire area region region's
growth increase rise decrease decline fall strong steady positive good impressive despite amid although though while whereas because due compared comparison equal equivalent
mr mrs ms ii i iii iv s t year-on-year year-to-date turnover revenue sales earnings income value receipts performance who which where what when how if can could may might should would will shall must
central mekong delta highlands southern northern coastal located led including include included
của và là với cho từ đến tới tại trên trong ngoài theo về do bởi vì nên thì mà nhưng hay hoặc cũng đã đang sẽ vẫn còn được bị có không chưa chỉ mới cả các những một mỗi mọi này đó kia ấy nay
đạt đạt được ước tính thực hiện hiện vào ở ra lên xuống qua sau trước khi nếu để nhằm hơn kém gần khoảng trên dưới xấp xỉ tổng toàn tỉnh thành phố địa bàn ngành công thương sở cục thống kê ubnd ủy ban nhân dân báo cáo
tháng năm quý kỳ đầu cuối giữa ngày tuần nửa so cùng mức số con giá trị kim ngạch doanh thu hàng hóa sản phẩm tình hình hoạt động kết quả tiếp tục ghi nhận mang về thu về cho biết biết thông tin
tăng giảm trưởng phần trăm tỷ triệu nghìn ngàn đồng đô la usd vnd lũy kế tính chung cộng dồn bình quân đó như vậy vì thế bên cạnh ngoài ra đồng thời mặt khác tuy nhiên riêng trong khi
việt nam nước cả nước khu vực vùng doanh nghiệp đơn vị lĩnh vực chung riêng ông bà giám phó chủ tịch lãnh đạo nhờ theo đánh giá hết nay đây kể tức ứng trị giá đóng góp chiếm thu được đem lại cán mốc mốc ngưỡng con`;

const WORDS = new Set(PLAIN.split(/\s+/));

/** Whether a word, as a token spells it, can stand before a figure without being what the figure is of. */
export const isPlainWord = (word: string): boolean => word.length < 2 || WORDS.has(word);
