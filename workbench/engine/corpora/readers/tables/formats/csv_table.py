"""Comma-separated values (and semicolons, as spreadsheets of many countries write them)."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import Wanted, head_text, read_head, register, wanted_lines
from workbench.engine.corpora.readers.tables.formats.csv_dialect import declared_delimiter, find_delimiter, mended
from workbench.engine.corpora.readers.tables.formats.tsv import tsv_rows
from workbench.engine.corpora.readers.tables.table_pairs import TABLES, Grid, grid_of, table_languages, table_pairs

#: A quoted field may span lines, but one that spans more is a quote that was never closed.
_MOST_LINES = 1000
#: Characters of one field; a C long on Windows has 32 bits, so that the largest Python integer is refused there.
_MOST_FIELD = 16 << 20


def _ends_with_returns(head: str) -> bool:
    """Whether the first row ends with a carriage return alone, whatever stands in quoted fields."""
    quoted = False
    for c, following in itertools.pairwise(head):
        if c == '"':
            quoted = not quoted
        elif not quoted and c in "\r\n":
            return c == "\r" and following != "\n"
    return False


def csv_rows(path: Path, wanted: Wanted | None = None) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not blank, with the number of the line on which each begins.

    Args:
        path: The table.
        wanted: Encoding and languages; without it a look at the rows that does not mind the encoding.

    Raises:
        CorpusError: Not readable, not in the encoding, empty, a quote that is never closed, or a field too long.
    """
    head = head_text(read_head(path))
    delimiter = find_delimiter(head)
    if delimiter == "\t":
        yield from tsv_rows(path, wanted)
        return
    csv.field_size_limit(_MOST_FIELD)
    start, number, quotes = 1, 0, 0
    returns = _ends_with_returns(head)

    def lines() -> Iterator[str]:
        nonlocal number, quotes
        for number, line in wanted_lines(path, wanted, keep_ends=True, returns=returns):
            if number - start > _MOST_LINES:
                raise _unclosed(path, start)
            if number == 1 and declared_delimiter(line):
                continue
            if quotes % 2 == 0:
                line = mended(line, delimiter)
            quotes += line.count('"')
            # One inside a line is no end of a row, but the csv module would take it for a broken one.
            yield line if returns or "\r" not in line else line.rstrip("\r\n").replace("\r", " ") + "\n"

    reader = csv.reader(lines(), delimiter=delimiter)
    while True:
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise _bad_row(path, start, error) from None
        if row is None:
            return
        if number > start and quotes % 2:
            raise _unclosed(path, start)
        if any(cell.strip() for cell in row):
            yield start, row
        start, quotes = number + 1, 0


def _bad_row(path: Path, line: int, error: csv.Error) -> CorpusError:
    if "field limit" in str(error):
        return CorpusError(
            Message("a field of this row is longer than {most_field:,} characters", most_field=_MOST_FIELD),
            where=f"{path}:{line}",
            advice=Message("Look for a double quote that is never closed."),
        )
    return CorpusError(
        Message("this row is not valid CSV"), where=f"{path}:{line}", advice=Message("Save the table again, as TSV.")
    )


def _unclosed(path: Path, line: int) -> CorpusError:
    return CorpusError(
        Message("a double quote opened in this row is never closed"),
        where=f"{path}:{line}",
        advice=Message('Write a quote inside a field twice (""), or save the table as TSV.'),
    )


def csv_grids(path: Path, wanted: Wanted | None) -> list[Grid]:
    """The file's one table."""
    return [grid_of(csv_rows, path, wanted)]


class CsvReader:
    """Comma- or semicolon-separated values with quoted fields."""

    name = "csv"
    title: str = Message("Comma-separated values (CSV)")
    suffixes: tuple[str, ...] = (".csv",)
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Never by content: any text has commas."""
        return False

    def languages(self, path: Path) -> list[str]:
        """Languages of the header, or guessed."""
        return table_languages(csv_grids(path, None), path)

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        return table_pairs(csv_grids(path, wanted), wanted, path)


register(CsvReader())
TABLES[CsvReader.name] = csv_grids
