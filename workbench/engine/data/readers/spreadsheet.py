"""Spreadsheets: XLSX, XLS, XLSB and ODS."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, register
from workbench.engine.data.readers.tables import SAMPLE_ROWS, table_languages, table_pairs
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def sheet_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of the first sheet that has two columns; rows without text are skipped.

    Raises:
        CorpusError: Not a spreadsheet, damaged, or no sheet has two columns.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        workbook = CalamineWorkbook.from_path(str(path))
        sheets = (workbook.get_sheet_by_index(index) for index in range(len(workbook.sheet_names)))
        sheet = next((s for s in sheets if s.width >= 2), None)
    except (CalamineError, OSError, ValueError) as error:
        raise CorpusError(f"is not a spreadsheet that can be read: {error}", where=str(path)) from None
    if sheet is None:
        raise CorpusError(
            "has one column; a table of sentence pairs needs two",
            where=str(path),
            advice="Put the source and its translation side by side on one sheet.",
        )
    first = (sheet.start or (0, 0))[0]
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [_text(cell) for cell in row]
        if any(cell.strip() for cell in cells):
            yield number + first, cells


class SpreadsheetReader:
    """The first sheet with two columns of a workbook."""

    name = "spreadsheet"
    title = "Spreadsheet (XLSX, ODS)"
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is a zip file with the parts of a workbook near its start."""
        return head[:4] == b"PK\x03\x04" and (b"[Content_Types].xml" in head or b"opendocument.spreadsheet" in head)

    def languages(self, path: Path) -> list[str]:
        """Languages of the header, or guessed."""
        return table_languages([row for _, row in itertools.islice(sheet_rows(path), SAMPLE_ROWS)], path)

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        return table_pairs(sheet_rows(path), wanted, path)


register(SpreadsheetReader())
