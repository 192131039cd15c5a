export const SCALE = 2;

/** Letters of both weights with every kind of accent, a curve and a colour that is seen through. */
export const VIETNAMESE_PICTURE =
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90" viewBox="0 0 300 90" font-family="'Be Vietnam Pro'">` +
  `<rect width="300" height="90" fill="#fff"/>` +
  `<text x="10" y="30" font-size="16">Giá trị sản xuất Đắk Lắk: 1.234,5 tỷ đồng</text>` +
  `<text x="10" y="60" font-size="18" font-weight="600">ước đạt dưới 20%, Thừa Thiên Huế</text>` +
  `<path d="M10,80C60,62 120,88 290,70" fill="none" stroke="#005f96" stroke-opacity="0.5" stroke-width="3"/></svg>`;
