"""Prints every sheet of a document on one page of its own size, with its column and row heads, into a PDF."""

import sys

import uno
from com.sun.star.lang import Locale
from com.sun.star.table import CellRangeAddress
from soffice import desktop, load, properties

# In hundredths of a millimetre.
NARROWEST = 24000
MARGIN = 300
ROW_HEADS = 1000
COLUMN_HEADS = 700
ALWAYS = 4
SHOWN_SERVER = "https://onpace.example"


def page_of(document, sheet):
    """A page style for a sheet, as large as what the sheet uses."""
    sheet.Rows.OptimalHeight = True
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    last_row = cursor.RangeAddress.EndRow
    last_column = cursor.RangeAddress.EndColumn
    width = sum(sheet.Columns.getByIndex(column).Width for column in range(last_column + 1))
    while width < NARROWEST:
        last_column += 1
        width += sheet.Columns.getByIndex(last_column).Width
    height = sum(sheet.Rows.getByIndex(row).Height for row in range(last_row + 1))
    area = CellRangeAddress(sheet.RangeAddress.Sheet, 0, 0, last_column, last_row)
    sheet.setPrintAreas((area,))
    style = document.createInstance("com.sun.star.style.PageStyle")
    name = "page of " + sheet.Name
    document.StyleFamilies.getByName("PageStyles").insertByName(name, style)
    style.IsLandscape = width > height
    style.Width = width + ROW_HEADS + 2 * MARGIN
    style.Height = height + COLUMN_HEADS + 2 * MARGIN
    for side in ("LeftMargin", "RightMargin", "TopMargin", "BottomMargin"):
        setattr(style, side, MARGIN)
    style.HeaderIsOn = False
    style.FooterIsOn = False
    style.PrintHeaders = True
    style.PrintGrid = True
    style.ScaleToPagesX = 1
    style.ScaleToPagesY = 1
    sheet.PageStyle = name


def name_no_machine(document):
    """Shows a neutral address where the server is named: its text stays, so that nothing is calculated anew."""
    cell = document.NamedRanges.getByName("server").getReferredCells().getCellByPosition(0, 0)
    cell.NumberFormat = document.NumberFormats.addNew('0;0;0;"%s"' % SHOWN_SERVER, Locale())


def main(path, pdf):
    office = desktop()
    document = load(office, path, MacroExecutionMode=ALWAYS)
    name_no_machine(document)
    for sheet in document.Sheets:
        page_of(document, sheet)
    document.storeToURL(uno.systemPathToFileUrl(pdf), properties(FilterName="calc_pdf_Export"))
    print("\n".join(sheet.Name for sheet in document.Sheets))
    document.close(True)


main(*sys.argv[1:])
