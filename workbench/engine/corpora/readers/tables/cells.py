"""What the cells of a table's column are: text, or identifiers, numbers, dates, file names, addresses, marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.engine.core.messages import Message
from workbench.engine.corpora.readers.keys import looks_like_keys
from workbench.engine.corpora.readers.tables.table_words import known_words
from workbench.engine.text.language_guess import guess_language
from workbench.engine.text.scripts import majority_script

#: Cells looked at to tell the language of a column.
_LANGUAGE_CELLS = 120
#: Characters of a cell that its kind, and a column's profile, depend on.
_MOST_LETTERS, _MOST_CHARACTERS = 300, 2000
TEXT, NUMBER, DATE, ID = Message("text"), Message("numbers"), Message("dates"), Message("identifiers")
URL, FILE, MARK = Message("addresses"), Message("file names"), Message("marks")
_UNIT = r"(?:k|[MKG]?B|px|pt|ms|s|h|min|k?g|[ckm]?m)?"
_NUMBER = re.compile(rf"^[-+−~<>=≈]?\s*[\d.,:/\s%‰€$£¥°'’#()+-]*\d[\d.,:/\s%‰€$£¥°'’()-]*{_UNIT}$")
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATES = (
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,]+[\d:.]+.*)?",
    rf"\d{{1,2}}\.? (?:de )?{_MONTH},? (?:de )?\d{{2,4}}(?: [\d:.]+)?",
    rf"{_MONTH} \d{{1,2}},? \d{{2,4}}",
    r"\d{4}年\d+月\d+日",
    r"\d{1,2}-[A-Za-z]{3}-\d{2,4}",
    r"\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?",
)
_DATE = re.compile(rf"^(?:{'|'.join(_DATES)})$")
_URL = re.compile(r"^(?:\w{2,10}://\S+|www\.\S+|mailto:\S+|[\w.+-]+@[\w-]+\.[\w.]+)$")
_FILES = (
    r"(?:[\w.~-]*[/\\])+[\w.*-]*(?::\d+)?",  # a path
    r"[\w.()-]+\.[a-z]{1,5}[34]?:\d+",  # a file and a line
    rf"[\w()-]+\.(?:{'|'.join(map(re.escape, sorted(known_words('cells', 'suffixes'))))})",
)
_FILE_NAME = f"(?:{'|'.join(_FILES)})"
_FILE = re.compile(rf"^{_FILE_NAME}(?:[\s,;]+{_FILE_NAME})*$", re.IGNORECASE)
_UUID = re.compile(r"^\{?[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\}?$|^(?=.*\d)[0-9a-f]{10,}$")
#: One token of Latin letters and a digit or an underscore, a dotted name, or words run together with capitals.
_ID = re.compile(
    r"^(?:(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.:/#-]*|[A-Za-z0-9]+(?:[_:][A-Za-z0-9]+)+"
    r"|[A-Za-z][\w-]*(?:\.[A-Za-z0-9_-]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}"
    r"|[A-Z]{1,4}|[\[#(][\w.-]+[\])]?)$"
)
_MARKS = known_words("cells", "marks")


def kind_of(cell: str) -> str:
    """The kind of one cell that is not blank."""
    return _kind(cell[:_MOST_LETTERS].strip())


@lru_cache(maxsize=16384)
def _kind(text: str) -> str:
    if text.casefold() in _MARKS or not any(c.isalnum() for c in text):
        return MARK
    if _NUMBER.match(text):
        return DATE if _DATE.match(text) else NUMBER
    if _DATE.match(text):
        return DATE
    if _URL.match(text):
        return URL
    if " " not in text:
        if _UUID.match(text):
            return ID
        if _FILE.match(text):
            return FILE
        if _ID.match(text) and not (text.isupper() and text.isalpha() and len(text) > 2):
            return ID
    elif _FILE.match(text):
        return FILE
    return TEXT


def word_count(text: str) -> float:
    """Words of a cell; in scripts without spaces two characters are taken for a word."""
    wide = sum(1 for c in text if c >= "\u0e00" and not c.isspace())
    return len(text.split()) if wide * 2 < len(text) else max(1.0, wide / 2, len(text.split()))


@dataclass(frozen=True)
class Profile:
    """A column's cells in figures.

    Attributes:
        rows: Rows looked at.
        cells: The cells that are not blank, trimmed.
    """

    rows: int
    cells: tuple[str, ...]

    @classmethod
    def of(cls, cells: Sequence[str]) -> Profile:
        """From all cells of a column, blank ones included; of a very long cell the beginning will do."""
        stripped = (cell[:_MOST_CHARACTERS].strip() for cell in cells)
        return cls(len(cells), tuple(cell for cell in stripped if cell))

    @property
    def filled(self) -> float:
        """Share of the rows that have something here."""
        return len(self.cells) / self.rows if self.rows else 0.0

    @cached_property
    def kinds(self) -> Counter[str]:
        """Cells by kind."""
        return Counter(map(kind_of, self.cells))

    @property
    def kind(self) -> str:
        """The commonest kind; "" of an empty column."""
        return self.kinds.most_common(1)[0][0] if self.cells else ""

    @property
    def text(self) -> float:
        """Share of the filled cells that are text."""
        return self.kinds[TEXT] / len(self.cells) if self.cells else 0.0

    @cached_property
    def distinct(self) -> float:
        """Different cells among the filled ones, as a share."""
        return len(set(self.cells)) / len(self.cells) if self.cells else 0.0

    @cached_property
    def words(self) -> float:
        """Mean words of the filled cells."""
        return sum(map(word_count, self.cells)) / len(self.cells) if self.cells else 0.0

    @cached_property
    def sentences(self) -> float:
        """Share of the filled cells that end like a sentence."""
        return sum(c[-1] in '.!?…。！？؟।"»”' for c in self.cells) / len(self.cells) if self.cells else 0.0

    @cached_property
    def keys(self) -> bool:
        """Whether the cells are names that a program looks up."""
        return looks_like_keys(self.cells[:200])

    @cached_property
    def language(self) -> str:
        """The language that the cells look like; "" when unclear."""
        return guess_language(self.cells[:_LANGUAGE_CELLS])

    @cached_property
    def script(self) -> frozenset[str]:
        """The script most letters are in."""
        return majority_script(self.cells[:_LANGUAGE_CELLS])
