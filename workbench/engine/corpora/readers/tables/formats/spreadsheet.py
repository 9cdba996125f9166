"""Spreadsheets: XLSX, XLS, XLSB and ODS."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.archives import check_workbook
from workbench.engine.corpora.readers.base import Wanted, register
from workbench.engine.corpora.readers.tables.formats.workbook_child import sheet_rows, sheets
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, TableReader


class SpreadsheetReader(TableReader):
    """The sheet of a workbook that looks most like sentence pairs."""

    name = "spreadsheet"
    title: str = Message("Spreadsheet (XLSX, ODS)")
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is a zip file with the parts of a workbook near its start."""
        return head[:4] == b"PK\x03\x04" and (b"[Content_Types].xml" in head or b"opendocument.spreadsheet" in head)

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The sheets of a workbook, charts and empty ones left out.

        Blank cells of the library that reads them may be errors or formulas that were never computed; hidden rows are
        not told from others and are read.

        Raises:
            CorpusError: Not a spreadsheet, damaged, beyond the bounds, or no sheet has two columns.
        """
        check_workbook(path)
        grids = [
            Grid(list(sheet.sample), partial(sheet_rows, path, sheet), sheet=sheet.name, hidden=sheet.hidden, gaps=True)
            for sheet in sheets(path, SAMPLE_ROWS)
        ]
        if not any(grid.width >= 2 for grid in grids):
            raise CorpusError(
                Message("has one column; a table of sentence pairs needs two"),
                where=str(path),
                advice=Message("Put the source and its translation side by side on one sheet."),
            )
        return grids


register(SpreadsheetReader())
