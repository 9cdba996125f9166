"""Comma-separated values (and semicolons, as spreadsheets of many countries write them)."""

from __future__ import annotations

import csv
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.readers.base import Wanted, head_text, read_head, register, wanted_lines
from workbench.engine.corpora.readers.tables.formats.tsv import tsv_rows
from workbench.engine.corpora.readers.tables.table_pairs import Grid, TableReader, grid_of

#: A quoted field may span lines, but one that spans more is a quote that was never closed.
_MOST_LINES = 1000
_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 2000
_DECLARED = re.compile(r'^\ufeff?"?sep=(.)"?[,;\t]*\s*$', re.IGNORECASE)


def declared_delimiter(line: str) -> str:
    """The delimiter of a first line ``sep=;``, by which Excel is told it; "" when the line is none."""
    found = _DECLARED.match(line.rstrip("\r\n"))
    return found[1] if found else ""


def find_delimiter(text: str) -> str:
    """The delimiter of a table: the declared one, else the one that cuts the first rows most evenly.

    A comma or semicolon with a space behind it is probably punctuation, and one that does not cut the first row, which
    is the header more often than not, is probably in the text.
    """
    lines = text.splitlines(keepends=True)[:_SAMPLE_LINES]
    if lines and (declared := declared_delimiter(lines[0])):
        return declared
    return max(_DELIMITERS, key=lambda delimiter: max(0.0, round(_evenness(lines, delimiter, len(text) >= 60000), 9)))


def _evenness(lines: list[str], delimiter: str, cut: bool) -> float:
    """Share of rows with the commonest number of columns, less what speaks for punctuation; 0 for one column."""
    try:
        mend = (mended(line, delimiter) for line in lines)
        rows = [row for row in csv.reader(mend, delimiter=delimiter) if row]
    except csv.Error:
        return 0.0
    if cut and len(rows) > 1:
        rows.pop()
    width, number = Counter(len(row) for row in rows).most_common(1)[0] if rows else (1, 0)
    if width < 2:
        return 0.0
    joints = [cell[:1].isspace() for row in rows for cell in row[1:]]
    spaced = sum(joints) / max(1, len(joints))
    first = next((row for row in rows if any(cell.strip() for cell in row)), rows[0])
    return number / len(rows) - 0.3 * (spaced > 0.5) - 0.2 * (len(first) != width) + 0.001 * min(width, 20)


@lru_cache(maxsize=8)
def _loose_quotes(delimiter: str) -> re.Pattern[str]:
    d = re.escape(delimiter)
    return re.compile(rf'(^|{d})("[^"{d}\r\n]+"(?=[^"{d}\r\n])[^{d}\r\n]*)')


def mended(line: str, delimiter: str) -> str:
    """A line in which a field that only begins with a quoted word (``"Ready" is shown``) is quoted as a whole.

    Programs that quote no more than they must leave such fields as they are; read by the rules, their quotes would be
    lost.
    """
    if '"' not in line:
        return line
    return _loose_quotes(delimiter).sub(lambda m: m[1] + '"' + m[2].replace('"', '""') + '"', line)


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

    Without wishes it is a look at the rows that does not mind the encoding.

    Raises:
        CorpusError: Not readable, not in the encoding, empty, a quote that is never closed, or a field too long.
    """
    head = head_text(read_head(path))
    delimiter = find_delimiter(head)
    if delimiter == "\t":
        yield from tsv_rows(path, wanted)
        return
    # A C long on Windows has 32 bits.
    csv.field_size_limit(min(bounds.TEXT, 2**31 - 1))
    start, number, quotes, size = 1, 0, 0, 0
    returns = _ends_with_returns(head)

    def lines() -> Iterator[str]:
        nonlocal number, quotes, size
        for number, line in wanted_lines(path, wanted, keep_ends=True, returns=returns):
            size += len(line)
            if number > start and (number - start > _MOST_LINES or size > bounds.UNIT):
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
        start, quotes, size = number + 1, 0, 0


def _bad_row(path: Path, line: int, error: csv.Error) -> CorpusError:
    if "field limit" in str(error):
        return CorpusError(
            Message("a field of this row is longer than {most_field:,} characters", most_field=bounds.TEXT),
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


class CsvReader(TableReader):
    """Comma- or semicolon-separated values with quoted fields."""

    name = "csv"
    title: str = Message("Comma-separated values (CSV)")
    suffixes: tuple[str, ...] = (".csv",)

    def sniff(self, path: Path, head: bytes) -> bool:
        """Never by content: any text has commas."""
        return False

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The file's one table."""
        return [grid_of(csv_rows, path, wanted)]


register(CsvReader())
