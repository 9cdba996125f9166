"""Comma-separated values (and semicolons, as spreadsheets of many countries write them)."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from workbench.engine.data.readers.base import Wanted, head_text, numbered_lines, read_head, register
from workbench.engine.data.readers.csv_dialect import declared_delimiter, find_delimiter, mended
from workbench.engine.data.readers.tables import TABLES, Grid, grid_of, table_languages, table_pairs
from workbench.engine.data.readers.tsv import tsv_rows
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: A quoted field may span lines, but one that spans more is a quote that was never closed.
_MOST_LINES = 1000


def csv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with the number of the line on which each begins.

    Raises:
        CorpusError: Not readable, not UTF-8, empty, or a quote that is never closed.
    """
    delimiter = find_delimiter(head_text(read_head(path)))
    if delimiter == "\t":
        yield from tsv_rows(path)
        return
    csv.field_size_limit(sys.maxsize)
    start, number, quotes = 1, 0, 0

    def lines() -> Iterator[str]:
        nonlocal number, quotes
        for number, line in numbered_lines(path, keep_ends=True):
            if number - start > _MOST_LINES:
                raise _unclosed(path, start)
            if number == 1 and declared_delimiter(line):
                continue
            if quotes % 2 == 0:
                line = mended(line, delimiter)
            quotes += line.count('"')
            yield line

    for row in csv.reader(lines(), delimiter=delimiter):
        if number > start and quotes % 2:
            raise _unclosed(path, start)
        if any(cell.strip() for cell in row):
            yield start, row
        start, quotes = number + 1, 0


def _unclosed(path: Path, line: int) -> CorpusError:
    return CorpusError(
        "a double quote opened in this row is never closed",
        where=f"{path}:{line}",
        advice='Write a quote inside a field twice (""), or save the table as TSV.',
    )


def csv_grids(path: Path, wanted: Wanted) -> list[Grid]:
    """The file's one table."""
    return [grid_of(lambda: csv_rows(path))]


class CsvReader:
    """Comma- or semicolon-separated values with quoted fields."""

    name = "csv"
    title = "Comma-separated values (CSV)"
    suffixes: tuple[str, ...] = (".csv",)
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Never by content: any text has commas."""
        return False

    def languages(self, path: Path) -> list[str]:
        """Languages of the header, or guessed."""
        return table_languages(csv_grids(path, Wanted()), path)

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        return table_pairs(csv_grids(path, wanted), wanted, path)


register(CsvReader())
TABLES[CsvReader.name] = csv_grids
