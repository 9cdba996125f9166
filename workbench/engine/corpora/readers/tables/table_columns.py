"""A table's columns: what their headers say, and what the cells below say to that."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from workbench.engine.core.bounds import COLUMNS
from workbench.engine.corpora.readers.tables.cells import Profile
from workbench.engine.corpora.readers.tables.language_names import language_named
from workbench.engine.corpora.readers.tables.table_words import AMBIGUOUS_CODES, OTHER, role_of
from workbench.engine.text.language_guess import looks_like
from workbench.engine.text.languages import normalise_tag
from workbench.engine.text.scripts import expected_scripts

#: Rows of which a column's profile is made.
_PROFILE_ROWS = 300
#: A row with its number in the file.
Row = tuple[int, Sequence[str]]


@dataclass
class Grid:
    """A sheet, or the whole of a file that has no sheets.

    Attributes:
        sample: Its first rows with their numbers, without columns far away; blank rows are left out.
        stream: Starts reading all rows.
        sheet: Its name; "" where the format has none.
        hidden: Whether the sheet is hidden, so that it is taken only when asked for.
        names: Names of the columns where the format itself has them, else empty.
        narrow: Starts reading all rows with these columns alone filled, where the format can leave out the others.
        gaps: Whether a blank cell may be an error or a formula without value, as in workbooks.
    """

    sample: list[Row]
    stream: Callable[[], Iterator[Row]]
    sheet: str = ""
    hidden: bool = False
    names: tuple[str, ...] = ()
    narrow: Callable[[set[int]], Iterator[Row]] | None = None
    gaps: bool = False
    _profiles: dict[tuple[int, int], Profile] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.sample = [(number, row if len(row) <= COLUMNS else row[:COLUMNS]) for number, row in self.sample]

    @cached_property
    def short_names(self) -> tuple[str, ...]:
        """Last parts of dotted names."""
        return tuple(name.rpartition(".")[2] for name in self.names)

    @property
    def width(self) -> int:
        """Columns of the widest row, or of the names."""
        return len(self.names) or max((len(row) for _, row in self.sample), default=0)

    def only(self, columns: set[int]) -> Iterator[Row]:
        """All rows; columns other than these may be left blank."""
        return self.stream() if self.narrow is None else self.narrow(columns)

    def body(self, start: int) -> list[Sequence[str]]:
        """Some hundred rows of the sample from an index on, evenly chosen."""
        rows = [row for _, row in self.sample[start:]]
        step = max(1, math.ceil(len(rows) / _PROFILE_ROWS))
        return rows[::step]

    def profile(self, column: int, start: int) -> Profile:
        """The cells of a column from a row of the sample on, in figures."""
        if (column, start) not in self._profiles:
            cells = [row[column] if column < len(row) else "" for row in self.body(start)]
            self._profiles[column, start] = Profile.of(cells)
        return self._profiles[column, start]


@dataclass(frozen=True)
class Column:
    """What is known about a column.

    Attributes:
        index: 0-based.
        role: What the header says it is for, see ``table_words``.
        language: Tag that the header names and the cells allow; "" otherwise.
    """

    index: int
    name: str
    role: str
    language: str
    profile: Profile

    @property
    def is_side(self) -> bool:
        """Whether it may be a side by its cells: text, and not the same few again and again."""
        return self.profile.text >= 0.5 and not self.is_repetitive and not self.profile.keys

    @property
    def is_repetitive(self) -> bool:
        """Whether it holds few different cells."""
        return len(self.profile.cells) >= 6 and self.profile.distinct < 0.2


def is_ambiguous(name: str) -> bool:
    """Whether a header is a language's code that is a usual heading or word as well (``ID``, ``No``, ``it``)."""
    return normalise_tag(name) in AMBIGUOUS_CODES or name.strip().casefold() in AMBIGUOUS_CODES


def agreed_language(name: str, profile: Profile, others_are_codes: bool) -> str:
    """The language that a header names, if the cells below allow it; an ambiguous code needs more than a plain one."""
    tag = language_named(name)
    if not tag or not is_ambiguous(name):
        return "" if tag and role_of(name) == OTHER else tag
    if looks_like(profile.language, tag):
        return tag
    scripts = expected_scripts(tag)
    denied = profile.language or profile.text < 0.5 or (scripts and profile.script and not scripts & profile.script)
    repeated = len(profile.cells) >= 4 and profile.distinct < 0.5
    if denied or repeated or not profile.cells or (role_of(name) == OTHER and not name.islower()):
        return ""
    return tag if others_are_codes else ""


def columns_of(grid: Grid, names: Sequence[str], start: int) -> list[Column]:
    """The columns that hold something, or have a header.

    The header ``names`` is empty when there is none; ``start`` is the row of the sample below it.
    """
    found = []
    codes = [bool(language_named(name)) and not is_ambiguous(name) for name in names]
    for index in range(max(grid.width, len(names))):
        name = names[index].strip() if index < len(names) else ""
        profile = grid.profile(index, start)
        if not profile.cells and not name:
            continue
        heading = grid.short_names[index] if index < len(grid.short_names) else name
        others = any(itertools.chain(codes[:index], codes[index + 1 :]))
        language = agreed_language(heading, profile, others) if heading else ""
        role = role_of(heading) if heading else ""
        found.append(Column(index, name, "" if language and role == OTHER else role, language, profile))
    return found
