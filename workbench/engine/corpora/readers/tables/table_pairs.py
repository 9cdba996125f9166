"""Tables of any format: from rows to pairs, with what was taken and what was left out."""

from __future__ import annotations

import itertools
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import Path

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import clean_text, shortened
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import Wanted, no_warning
from workbench.engine.corpora.readers.tables.table_choice import choose
from workbench.engine.corpora.readers.tables.table_columns import Grid, Row
from workbench.engine.corpora.readers.tables.table_states import StateColumn, state_columns

__all__ = ["SAMPLE_ROWS", "Grid", "Row", "TableReader", "grid_of", "quietly"]

#: Rows looked at before the first pair is passed on.
SAMPLE_ROWS = 2000
#: Values of cells that could not be computed, as spreadsheets show and export them.
_ERROR = re.compile(
    r"^#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA|NV|BEZUG!|WERT!|ZAHL!"
    r"|VALEUR!|NOM\?|NOMBRE!|ERROR!)$|^(?:Err:|#ERR)\d+$"
)
_FORMULA = re.compile(r"^=[A-Z][A-Z0-9.]{1,30}\(.*\)$", re.DOTALL)
_SUSPECT = frozenset("#=E")
ERRORS = Message("an error or a formula without value")
ONE_SIDED = Message("one side is empty")
#: In workbooks a blank cell may be an error.
ONE_SIDED_OR_ERROR = Message("one side is empty, an error or a formula without value")


def quietly(wanted: Wanted | None) -> Wanted | None:
    """The same wishes without warnings, for a look that is followed by a reading."""
    return None if wanted is None else replace(wanted, warn=no_warning)


def grid_of(rows: Callable[[Path, Wanted | None], Iterator[Row]], path: Path, wanted: Wanted | None) -> Grid:
    """The one table of a file that is read row by row."""
    sample = bounds.first(rows(path, quietly(wanted)), SAMPLE_ROWS, itemgetter(1))
    return Grid(sample, lambda: rows(path, wanted))


class TableReader(ABC):
    """What the readers of tables share: all but the recognising of a file and its rows. See ``base.Reader``."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    strong = False

    @abstractmethod
    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether the first bytes look like this format."""

    @abstractmethod
    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The sheets of a file, or its one table; without wishes a look at it that does not mind its encoding.

        Raises:
            CorpusError: The file is no table of this format.
        """

    def languages(self, path: Path) -> list[str]:
        """Languages that the header names, or that the two sides look like; empty when unclear."""
        grids = self.grids(path, None)
        try:
            return list(choose(grids, Wanted(), path)[0].languages)
        except CorpusError:
            return []

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        return _pairs(self.grids(path, wanted), wanted, path)


def _pairs(grids: Sequence[Grid], wanted: Wanted, path: Path) -> Iterator[Pair]:
    """Turn a table into pairs, and tell what was taken.

    A row that is too short gives an empty side, which cleaning drops and reports. Where a column says which
    translations are done, and in workbooks, in which a blank cell may be an error, rows with one side are left out and
    counted.

    Raises:
        CorpusError: See ``choose``; or all rows are left out.
    """
    reading, grid, start = choose(grids, wanted, path)
    wanted.on_reading(reading)
    for doubt in reading.doubts:
        wanted.warn(
            Message(
                "{file}: {doubt}{command_line}",
                file=path.name,
                doubt=doubt,
                command_line=f" (others: {reading.flags})",
            )
        )
    source, target = reading.source.place, reading.target.place
    names = grid.names or (tuple(grid.sample[start - 1][1]) if start else ())
    body = [row for _, row in grid.sample[start:]]
    rules = _Rules(source, target, state_columns(names, body, (source, target)), grid.gaps)
    rows = grid.only({source, target, *(state.column for state in rules.states)})
    found = False
    for number, row in itertools.islice(rows, start, None):
        pair = rules.pair(row)
        if pair is not None:
            found = True
            yield Pair(*pair, f"{path.name}:{number}")
    reading = replace(reading, left_out=dict(rules.left_out))
    wanted.on_reading(reading)
    if reading.left_out:
        if not found:
            raise CorpusError(
                Message("holds no sentence pair: {reasons}", reasons=reading.left_out_words),
                where=str(path),
            )
        wanted.warn(Message("{file}: {facts}", file=path.name, facts=reading.left_out_words))


class _Rules:
    """Takes the two sides (0-based columns) from rows, and counts rows that are no pairs."""

    def __init__(self, source: int, target: int, states: Sequence[StateColumn], gaps: bool) -> None:
        self._sides = (source, target)
        self._width = max(source, target, *(state.column for state in states)) + 1
        self.states = states
        self._gaps = gaps
        self.left_out: Counter[str] = Counter()

    def pair(self, row: Sequence[str]) -> tuple[str, str] | None:
        """The two sides; ``None`` when the row is blank there, or is left out."""
        if len(row) < self._width:
            row = [*row, *[""] * (self._width - len(row))]
        raw = [row[side] for side in self._sides]
        if not raw[0].strip() and not raw[1].strip():
            return None
        if (raw[0][:1] in _SUSPECT or raw[1][:1] in _SUSPECT) and any(map(_is_error, raw)):
            self.left_out[ERRORS] += 1
            return None
        if not (raw[0].strip() and raw[1].strip()) and (self._gaps or self.states):
            self.left_out[ONE_SIDED_OR_ERROR if self._gaps else ONE_SIDED] += 1
            return None
        for state in self.states:
            if state.refuses(row[state.column]):
                self.left_out[
                    Message("marked as not finished in the column '{column}'", column=shortened(state.name))
                ] += 1
                return None
        return clean_text(raw[0]), clean_text(raw[1])


def _is_error(cell: str) -> bool:
    text = cell.strip()
    return bool(_ERROR.match(text) or _FORMULA.match(text))
