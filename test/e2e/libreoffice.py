"""Opens the document that the service handed out, changes cells as a user does, and prints what the cells then show."""

import json
import sys

from soffice import desktop, load, properties

# com.sun.star.document.MacroExecMode; by the settings means from trusted folders only.
NEVER = 0
ALWAYS = 4
BY_SETTINGS = 3


def shown(cell):
    """What a cell shows, as JSON: its number, or its text; and its error where it has one."""
    if cell.getError():
        return {"error": cell.getError(), "text": cell.String}
    is_text = cell.Type.value == "TEXT" or (cell.Type.value == "FORMULA" and cell.FormulaResultType2 != 1)
    return cell.String if is_text or cell.Type.value == "EMPTY" else cell.Value


def cells_of(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    table = {}
    for row in range(end.EndRow + 1):
        for column in range(end.EndColumn + 1):
            cell = sheet.getCellByPosition(column, row)
            if cell.Type.value != "EMPTY":
                table["%s%d" % (chr(65 + column), row + 1)] = shown(cell)
    return table


def change(document, sheet, address, content):
    """Types into a cell: a number, or a formula or text in its English form."""
    cell = document.Sheets.getByName(sheet).getCellRangeByName(address)
    if isinstance(content, (int, float)):
        cell.Value = content
    else:
        cell.Formula = content


def main(path, steps, module):
    office = desktop()
    document = load(office, path, MacroExecutionMode=BY_SETTINGS)
    states = [{sheet.Name: cells_of(sheet) for sheet in document.Sheets}]
    for changes in steps:
        for sheet, address, content in changes:
            change(document, sheet, address, content)
        states.append({sheet.Name: cells_of(sheet) for sheet in document.Sheets})
    document.close(True)
    document = load(office, path, MacroExecutionMode=NEVER)
    states.append({sheet.Name: cells_of(sheet) for sheet in document.Sheets})
    document.close(True)
    with open(module, encoding="utf-8") as source:
        states.append(in_own_macros(office, source.read()))
    print(json.dumps(states))


INSTALL = """Sub Install(source As String)
  GlobalScope.BasicLibraries.getByName("Standard").insertByName("Onpace", source)
End Sub"""


def in_own_macros(office, module):
    """What a document of other make shows when the functions are in the user's own macros."""
    document = office.loadComponentFromURL(
        "private:factory/scalc", "_blank", 0, properties(Hidden=True, MacroExecutionMode=ALWAYS)
    )
    if not document.BasicLibraries.hasByName("Standard"):
        document.BasicLibraries.createLibrary("Standard")
    document.BasicLibraries.getByName("Standard").insertByName("Installer", INSTALL)
    address = "vnd.sun.star.script:Standard.Installer.Install?language=Basic&location=document"
    document.getScriptProvider().getScript(address).invoke((module,), (), ())
    sheet = document.Sheets.getByIndex(0)
    sheet.getCellRangeByName("A1").Formula = '=ONPACE_RUNRATE("2024-04";290;920)'
    cells = cells_of(sheet)
    document.close(True)
    return {"own": cells}


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3])
