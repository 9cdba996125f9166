"""Columns of a table that say whether a row's translation is done, and rows that say it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.engine.corpora.readers.tables.table_words import known_words, words_of

_YES_IS_BAD, _NO_IS_BAD, _STATE, _TRUE, _FALSE, _BAD, _BAD_IN_COMPANY, _GOOD = (
    known_words("states", name)
    for name in ("yes_is_bad", "no_is_bad", "state", "true", "false", "bad", "bad_in_company", "good")
)
_BLANKS = re.compile(r"[\s_\-]+")


def _folded(cell: str) -> str:
    return _BLANKS.sub(" ", cell.strip().strip(".!*[]()").casefold()).strip()


@dataclass(frozen=True)
class StateColumn:
    """A column that says whether the row's translation counts.

    Attributes:
        column: 0-based.
        kind: ``fuzzy`` (yes is bad), ``approved`` (no is bad) or ``state`` (a word).
        company: Whether it holds states of translations for sure.
    """

    column: int
    name: str
    kind: str
    company: bool = False

    def refuses(self, cell: str) -> bool:
        """Whether a cell says that the row is not a finished translation; an empty cell does not say so."""
        value = _folded(cell)
        if not value:
            return False
        if self.kind == "fuzzy":
            return value in _TRUE or value in _BAD
        if value in _BAD or (self.kind == "approved" and value in _FALSE):
            return True
        return self.company and value in _BAD_IN_COMPANY


def state_columns(
    names: Sequence[str], rows: Iterable[Sequence[str]], sides: tuple[int, int]
) -> tuple[StateColumn, ...]:
    """The columns that say whether a translation is done, the two sides left out.

    ``rows`` is a sample; ``sides`` are the 0-based source and target column.
    """
    sample = list(rows)
    found = []
    for column, name in enumerate(names):
        words = words_of(name)
        phrase = " ".join(words)
        if column in sides or not phrase:
            continue
        values = {_folded(row[column]) for row in sample if column < len(row)} - {""}
        if phrase in _YES_IS_BAD and values <= _TRUE | _FALSE | _BAD | _GOOD:
            found.append(StateColumn(column, name, "fuzzy"))
        elif _has(words, _NO_IS_BAD) and len(values & (_TRUE | _FALSE | _BAD | _GOOD)) * 2 >= len(values):
            found.append(StateColumn(column, name, "approved"))
        elif _has(words, _STATE) or _is_state_like(values):
            found.append(StateColumn(column, name, "state", bool(values & (_BAD | _GOOD))))
    return tuple(found)


def _has(words: list[str], known: frozenset[str]) -> bool:
    """Whether a header is one of these phrases, or has one of them among its words (``Status (DE)``)."""
    return " ".join(words) in known or any(word in known for word in words)


def _is_state_like(values: set[str]) -> bool:
    """Whether a column of another name holds nothing but states of translations, good ones and bad ones."""
    return bool(values & _GOOD) and bool(values & _BAD) and values <= _GOOD | _BAD
