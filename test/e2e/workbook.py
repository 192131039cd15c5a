"""
Opens a workbook in LibreOffice and prints as JSON what its cells hold: as they were saved, after everything was
calculated anew, and after the changes that were told.

usage: workbook.py FILE [CHANGES], CHANGES a JSON list of {"sheet": name, "row": 0, "column": 0, "value": number}
"""

import json
import sys

# First, since it is what makes the names of UNO importable.
from soffice import desktop, load
from com.sun.star.sheet.FormulaResult import ERROR, STRING, VALUE


def used(sheet):
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    address = cursor.RangeAddress
    return sheet.getCellRangeByPosition(0, 0, address.EndColumn, address.EndRow)


def series(sheet):
    """How many lines each chart of a sheet draws."""
    charts = [sheet.Charts.getByIndex(index).EmbeddedObject for index in range(sheet.Charts.Count)]
    return [
        sum(
            len(kind.DataSeries)
            for system in chart.FirstDiagram.CoordinateSystems
            for kind in system.ChartTypes
        )
        for chart in charts
    ]


def formulas(sheet):
    """The cells that are formulas, by row and column."""
    ranges = used(sheet).queryFormulaCells(VALUE | STRING | ERROR).RangeAddresses
    return {
        "%d,%d" % (row, column): sheet.getCellByPosition(column, row).Formula
        for area in ranges
        for row in range(area.StartRow, area.EndRow + 1)
        for column in range(area.StartColumn, area.EndColumn + 1)
    }


def main(path, changes):
    document = load(desktop(), path)
    try:
        sheets = [document.Sheets.getByIndex(index) for index in range(document.Sheets.Count)]

        def of_all(read):
            return {sheet.Name: read(sheet) for sheet in sheets}

        def values():
            return of_all(lambda sheet: used(sheet).DataArray)

        report = {
            "title": document.DocumentProperties.Title,
            "series": of_all(series),
            "formulas": of_all(formulas),
            "saved": values(),
        }
        document.calculateAll()
        report["recalculated"] = values()
        report["errors"] = of_all(lambda sheet: used(sheet).queryFormulaCells(ERROR).RangeAddressesAsString)
        for change in changes:
            cell = document.Sheets.getByName(change["sheet"]).getCellByPosition(change["column"], change["row"])
            cell.Value = change["value"]
        report["changed"] = values()
        print(json.dumps(report))
    finally:
        document.close(True)


main(sys.argv[1], json.loads(sys.argv[2]) if len(sys.argv) > 2 else [])
