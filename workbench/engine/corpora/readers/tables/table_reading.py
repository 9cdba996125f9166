"""How a table is read: one value that the command line, the import page and a run's log show alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened


def letter_of(column: int) -> str:
    """The letter by which spreadsheets call a 0-based column: ``A`` to ``Z``, ``AA`` ..."""
    higher, rest = divmod(column, 26)
    return (letter_of(higher - 1) if higher else "") + chr(ord("A") + rest)


def number_of(letters: str) -> int:
    """The 1-based number of a column by its letter; 0 for no letter."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def label_of(name: str, letter: str) -> str:
    """A column in words: ``'English' (B)``, or ``column B``."""
    if not name:
        return Message("column {letter}", letter=letter)
    shown = shortened(name)
    return f"'{shown}' ({letter})" if letter else f"'{shown}'"


def _place(column: TableColumn) -> int:
    return number_of(column.letter)


@dataclass(frozen=True)
class TableColumn:
    """A column of a table.

    Attributes:
        key: By which it is asked for: its name where that is unique, else its letter.
        name: Its header; "" where the table has none.
        letter: As spreadsheets call it; "" of a key of JSON or Parquet.
        place: 0-based, among all columns of the table.
        language: Tag of the language that its header names; "" when it names none.
        sample: A few of its cells.
    """

    key: str
    name: str
    letter: str
    place: int
    language: str = ""
    sample: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """For messages: ``'English' (B)``."""
        return label_of(self.name, self.letter if self.name else letter_of(self.place))


@dataclass(frozen=True)
class TableReading:
    """What was taken from a table.

    Attributes:
        file: Name of the file, without folders.
        sheet: Name of the sheet; "" where the format has none.
        sheets: Names of the sheets that can be chosen, visible ones first.
        header_row: Row (line) of the header, 1-based; 0 when there is none or the format names its columns itself.
        columns: The columns that hold something.
        source_lang, target_lang: Languages of the two columns by their headers, else by their cells; may be "".
        languages: Languages that the table has columns for, or the two above.
        doubts: Why another reading is possible, one sentence each.
        left_out: Rows that are no pairs, by reason.
    """

    file: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[TableColumn, ...]
    source: TableColumn
    target: TableColumn
    source_lang: str = ""
    target_lang: str = ""
    languages: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)

    @property
    def taken(self) -> str:
        """The sheet, header and columns in words."""
        parts = [Message("sheet '{sheet}'", sheet=self.sheet)] if self.sheet else []
        if self.header_row:
            parts.append(Message("header in row {row}", row=self.header_row))
        elif self.source.letter:
            parts.append(Message("no header row"))
        parts.append(Message("source {source}, target {target}", source=self.source.label, target=self.target.label))
        return joined(parts)

    @property
    def left_out_words(self) -> str:
        """Rows left out and why, in words; "" when there are none."""
        if not self.left_out:
            return ""
        rows = (
            Message("{count:,} rows: {reason}", count=count, reason=reason)
            if count > 1
            else Message("1 row: {reason}", reason=reason)
            for reason, count in self.left_out.items()
        )
        return Message("left out {rows}", rows=joined(rows, "; "))

    @property
    def sentence(self) -> str:
        """All of it in one sentence."""
        facts = [self.taken, self.left_out_words] if self.left_out else [self.taken]
        return Message("{file}: {facts}", file=self.file, facts=joined(facts, "; "))

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to tell: two columns, nothing left out, no doubt."""
        return len(self.columns) == 2 and not self.left_out and not self.doubts

    @property
    def flags(self) -> str:
        """The command line's options that choose another reading."""
        sheet = "--sheet NAME " if len(self.sheets) > 1 else ""
        if not self.source.name and _place(self.source) > _place(self.target):
            return f"{sheet}--columns {_place(self.target)},{_place(self.source)} for the order of the file"
        keys = (shortened(column.key) for column in (self.source, self.target))
        names = ",".join(key if "," not in key else f'"{key}"' for key in keys)
        return f"{sheet}--columns A,B; these are {names}"

    def to_json(self) -> dict[str, Any]:
        """For ``workbench corpus inspect --json`` and a run's ``corpus.json``."""
        return asdict(self) | {"taken": self.taken}


#: Takes the reading when a table is opened, and again with what was left out when it has been read.
OnReading = Callable[[TableReading], None]


def no_reading(reading: TableReading) -> None:
    """A callback that does nothing."""


def keep_newest(readings: Sequence[TableReading], reading: TableReading) -> list[TableReading]:
    """The readings with this one in the place of an older one of the same file, else at the end."""
    kept = list(readings)
    for index, old in enumerate(kept):
        if old.file == reading.file:
            kept[index] = reading
            return kept
    return [*kept, reading]
