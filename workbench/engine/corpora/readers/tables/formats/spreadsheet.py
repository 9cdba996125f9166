"""Spreadsheets: XLSX, XLS, XLSB and ODS."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import one_line
from workbench.engine.corpora.readers.base import Wanted, register
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, Row, TableReader

#: Characters of the library's message that are passed on.
_LONGEST_REASON = 160


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _rows(sheet: Any) -> Iterator[Row]:
    """Numbered rows of a sheet from column A on; rows without text are skipped."""
    padding = [""] * (sheet.start or (0, 0))[1]
    # iter_rows begins at the first used column, but at row 1.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [*padding, *map(_text, row)]
        if any(cell.strip() for cell in cells):
            yield number, cells


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
            CorpusError: Not a spreadsheet, damaged, or no sheet has two columns.
        """
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        grids = []
        try:
            workbook = CalamineWorkbook.from_path(str(path))
            for index, about in enumerate(workbook.sheets_metadata):
                if about.typ == SheetTypeEnum.WorkSheet:
                    stream = partial(_rows, workbook.get_sheet_by_index(index))
                    sample = list(itertools.islice(stream(), SAMPLE_ROWS))
                    hidden = about.visible != SheetVisibleEnum.Visible
                    grids.append(Grid(sample, stream, sheet=about.name, hidden=hidden, gaps=True))
        except (CalamineError, OSError, ValueError) as error:
            reason = one_line(str(error))[:_LONGEST_REASON]
            raise CorpusError(
                Message("is not a spreadsheet that can be read: {reason}", reason=reason), where=str(path)
            ) from None
        if not any(grid.width >= 2 for grid in grids):
            raise CorpusError(
                Message("has one column; a table of sentence pairs needs two"),
                where=str(path),
                advice=Message("Put the source and its translation side by side on one sheet."),
            )
        return grids


register(SpreadsheetReader())
