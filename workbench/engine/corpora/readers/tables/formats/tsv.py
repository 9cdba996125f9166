"""Tab-separated text: one pair a line, whatever quotes it contains."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

from workbench.engine.core import bounds
from workbench.engine.core.messages import Message
from workbench.engine.corpora.readers.base import Wanted, head_text, register, wanted_lines
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, TableReader, grid_of


def is_quoted(field: str) -> bool:
    """Whether a field is enclosed in quotes and every quote inside is doubled."""
    return len(field) >= 2 and field[0] == field[-1] == '"' and '"' not in field[1:-1].replace('""', "")


def unquote(field: str, all_quoted: bool) -> str:
    """Undo the quoting of a spreadsheet's export, and leave quotes that belong to the text.

    Programs quote either every field or only those that need it, and in a line without tabs inside fields only a quote
    needs it; so a quoted field without a doubled quote inside, in a file that does not quote everything, is text.
    """
    if is_quoted(field) and (all_quoted or '""' in field[1:-1]):
        return field[1:-1].replace('""', '"')
    return field


def tsv_rows(path: Path, wanted: Wanted | None = None) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows that are not blank.

    Without wishes it is a look at the rows that does not mind the encoding.

    Raises:
        CorpusError: Not readable, not in the encoding, or empty.
    """
    lines = ((number, line.split("\t")) for number, line in wanted_lines(path, wanted) if line.strip())
    sample = bounds.first(lines, SAMPLE_ROWS, itemgetter(1))
    fields = [field for _, row in sample for field in row if field]
    all_quoted = bool(fields) and all(map(is_quoted, fields))
    for number, row in itertools.chain(sample, lines):
        yield number, [unquote(field, all_quoted) if field[:1] == '"' else field for field in row]


class TsvReader(TableReader):
    """Tab-separated values; a line is a row, so that a stray quote never swallows the lines after it."""

    name = "tsv"
    title: str = Message("Tab-separated text (TSV)")
    suffixes: tuple[str, ...] = (".tsv", ".tab")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether nearly every line has a tab, and the same number of them."""
        lines = [line for line in head_text(head).split("\n")[:200] if line.strip()]
        counts = [line.count("\t") for line in (lines[:-1] if len(lines) > 1 else lines)]
        usual = max(set(counts), key=counts.count) if counts else 0
        return usual > 0 and counts.count(usual) >= 0.9 * len(counts)

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The file's one table."""
        return [grid_of(tsv_rows, path, wanted)]


register(TsvReader())
