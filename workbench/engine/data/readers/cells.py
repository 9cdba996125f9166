"""What the cells of a table's column are: text, or identifiers, numbers, dates, file names, addresses, marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from workbench.engine.data.readers.guess import guess_language
from workbench.engine.data.readers.keys import looks_like_keys
from workbench.engine.data.scripts import majority_script

#: Cells looked at to tell the language of a column.
_LANGUAGE_CELLS = 120
TEXT, NUMBER, DATE, ID, URL, FILE, MARK = "text", "numbers", "dates", "identifiers", "addresses", "file names", "marks"
_NUMBER = re.compile(r"^[-+−~<>=≈]?\s*[\d.,:/\s%‰€$£¥°'’#()+-]*\d[\d.,:/\s%‰€$£¥°'’()-]*(?:k|MB|KB|GB|px|pt|ms|s|h|min|kg|g|cm|mm|km|m)?$")
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = re.compile(
    rf"^(?:\d{{1,4}}[-/.]\d{{1,2}}[-/.]\d{{1,4}}(?:[T ,]+[\d:.]+.*)?|\d{{1,2}}\.? (?:de )?{_MONTH},? (?:de )?\d{{2,4}}(?: [\d:.]+)?"
    rf"|{_MONTH} \d{{1,2}},? \d{{2,4}}|\d{{4}}年\d+月\d+日|\d{{1,2}}-[A-Za-z]{{3}}-\d{{2,4}}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?: ?[AaPp][Mm])?)$"
)
_URL = re.compile(r"^(?:\w{2,10}://\S+|www\.\S+|mailto:\S+|[\w.+-]+@[\w-]+\.[\w.]+)$")
_FILE_TOKEN = r"(?:[\w.~-]*[/\\])+[\w.*-]*(?::\d+)?|[\w.()-]+\.(?:[a-z]{1,5}[34]?)(?::\d+)|[\w()-]+\.(?:png|jpe?g|gif|svg|webp|bmp|mp3|wav|ogg|mp4|pdf|docx?|xlsx?|pptx?|txt|csv|tsv|xml|html?|json|ya?ml|po|pot|xliff?|resx|strings|properties|ini|py|js|tsx?|jsx|cs?|cpp|h|java|kt|swift|php|rb|go|qml|ui|vue|md|css)"
_FILE = re.compile(rf"^(?:{_FILE_TOKEN})(?:[\s,;]+(?:{_FILE_TOKEN}))*$", re.IGNORECASE)
_UUID = re.compile(r"^\{?[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\}?$|^(?=.*\d)[0-9a-f]{10,}$")
#: One token of Latin letters and a digit or an underscore, a dotted name, or words run together with capitals.
_ID = re.compile(
    r"^(?:(?=[^\s]*\d)(?=[^\s]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9_.:/#-]*|[A-Za-z0-9]+(?:[_:][A-Za-z0-9]+)+"
    r"|[A-Za-z][\w-]*(?:\.[A-Za-z0-9_-]+)+|[a-z]+(?:[A-Z][a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}"
    r"|[A-Z]{1,4}|[\[#(][\w.-]+[\])]?)$"
)
_MARKS = frozenset(
    ["yes", "no", "true", "false", "x", "✓", "✔", "✗", "ok", "n/a", "na", "-", "–", "—", "ja", "nein", "oui", "non", "sí", "si", "да", "нет", "是", "否", "はい", "いいえ", "예", "아니요", "?", "!", "*", "none", "null", "todo", "tbd", "done", "wip", "fuzzy", "draft", "final", "approved", "checked", "reviewed", "new", "translated", "pending", "open", "closed"]
)


@lru_cache(maxsize=65536)
def kind_of(cell: str) -> str:
    """The kind of one cell that is not blank."""
    text = cell.strip()[:300]
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
        """From all cells of a column, blank ones included."""
        return cls(len(cells), tuple(cell.strip() for cell in cells if cell.strip()))

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
        return sum(c[-1] in ".!?…。！？؟।\"»”" for c in self.cells) / len(self.cells) if self.cells else 0.0

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
