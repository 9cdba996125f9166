"""Comma-separated values (and semicolons, as spreadsheets of many countries write them)."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workbench.engine.data.readers.base import Wanted, head_text, read_head, register, wanted_lines
from workbench.engine.data.readers.tables import SAMPLE_ROWS, table_languages, table_pairs
from workbench.engine.data.readers.tsv import tsv_rows
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

_DELIMITERS = ",;\t|"
#: A quoted field may span lines, but one that spans more is a quote that was never closed.
_MOST_LINES = 1000
#: Characters of one field; a C long on Windows has 32 bits, so that the largest Python integer is refused there.
_MOST_FIELD = 16 << 20


def find_delimiter(text: str) -> str:
    """The delimiter that cuts the first rows most evenly into two or more columns; a comma when none does."""
    best, best_share = ",", 0.0
    # Only \r and \n end a line here; str.splitlines would cut at U+2028 too.
    lines = list(itertools.islice(io.StringIO(text, newline=""), SAMPLE_ROWS))
    for delimiter in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        counts = Counter(len(row) for row in rows)
        width, number = counts.most_common(1)[0] if counts else (1, 0)
        share = number / max(len(rows), 1)
        if width > 1 and share > best_share:
            best, best_share = delimiter, share
    return best


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
            f"a field of this row is longer than {_MOST_FIELD:,} characters",
            where=f"{path}:{line}",
            advice="Look for a double quote that is never closed.",
        )
    return CorpusError("this row is not valid CSV", where=f"{path}:{line}", advice="Save the table again, as TSV.")


def _unclosed(path: Path, line: int) -> CorpusError:
    return CorpusError(
        "a double quote opened in this row is never closed",
        where=f"{path}:{line}",
        advice='Write a quote inside a field twice (""), or save the table as TSV.',
    )


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
        return table_languages([row for _, row in itertools.islice(csv_rows(path), SAMPLE_ROWS)], path)

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        return table_pairs(csv_rows(path, wanted), wanted, path)


register(CsvReader())
