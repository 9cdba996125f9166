"""Characters that a corpus lacks, written with those that it has and that mean the same.

Only what is foreign to the corpus is rewritten: a character that the training sources have stays as it is, unless an
equivalent is ``RATIO`` times as frequent.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import regex

from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.source.source_profile import (
    CLOSE,
    DOUBLE_QUOTES,
    ELLIPSIS_DOTS,
    INNER,
    OPEN,
    RATIO,
    SINGLE_QUOTES,
    SourceProfile,
    quote_position,
)
from workbench.engine.text.special_ids import byte_value

#: ``(start, end, replacement)`` in code points.
Edit = tuple[int, int, str]

#: Marks and letters that stand for each other; where several are as good, the first.
_GROUPS = (
    "-‐‑–—‒―−﹘﹣－⁃",
    ".。．｡",
    ",，、､﹐﹑",
    "·・･‧•∙",
    "*∗＊⁎",
    ":：﹕︰ː꞉",
    "/⁄∕／",
    "~～∼〜˜",
    "%％﹪٪",
    "?？﹖؟",
    ";；﹔؛",
    "×✕",
    "يی",
    "كک",
    "ىی",
    "ەه",
    "ۀہ",  # Arabic and Persian keyboards
    "şș",
    "ţț",
    "ŞȘ",
    "ŢȚ",  # Romanian with cedilla and with comma
    "ßẞ",
    "İI",
)
#: Letters that are written with others where a keyboard or a country lacks them.
_SPELLED = {
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ł": "l",
    "Ł": "L",
    "ı": "i",
    "ð": "d",
    "Ð": "D",
    "þ": "th",
    "Þ": "Th",
    "…": "...",
    "‥": "..",
    **dict.fromkeys("«»「」『』《》〈〉", '"'),
    "―": "-",
    "₤": "£",
    "‼": "!!",
    "⁇": "??",
    "⁈": "?!",
    "⁉": "!?",
    "¿": "",
    "¡": "",
}
#: Vowel signs that may be left out, and the stroke that only stretches a word.
_OPTIONAL_MARK = regex.compile(r"[\u0640\u064b-\u065f\u0670\u0591-\u05bd\u05bf-\u05c7]")
_HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]+")
_CLAUSE_MARKS = frozenset("。．｡，、､：；！？")


@dataclass(frozen=True)
class CharacterCounts:
    """How often the training sources have a character; 1 and 0 where only the vocabulary is known.

    Attributes:
        characters: Character -> count.
        quotes: Position -> mark -> count; a position without any knows nothing.
        dots: Count of three full stops.
    """

    characters: Mapping[str, float]
    quotes: Mapping[str, Mapping[str, float]]
    dots: float

    @classmethod
    def of_profile(cls, profile: SourceProfile) -> CharacterCounts:
        """From the counts of the training sources."""
        return cls(profile.characters, profile.quotes, profile.dots)

    @classmethod
    def of_vocabulary(cls, pieces: Iterable[str]) -> CharacterCounts:
        """From the pieces of a vocabulary: what has none of its own is written in bytes and was hardly ever seen."""
        text = [p for p in pieces if byte_value(p) < 0]
        characters = dict.fromkeys("".join(text), 1.0)
        first = {p[1] for p in text if len(p) > 1 and p[0] == SPACE_MARK}
        inside = {c for p in text for c in p.lstrip(SPACE_MARK)[1:-1]}
        found = [c for c in SINGLE_QUOTES + DOUBLE_QUOTES if c in characters]
        quotes = {
            OPEN: {c: 2.0 if c in first else 1.0 for c in found},
            CLOSE: {c: 1.0 if c in first and c in "„“«‘‚‹" else 2.0 for c in found},
            INNER: {c: 2.0 if c in inside else 1.0 for c in found},
        }
        return cls(characters, quotes, float(any(".." in p for p in text)))


class CharacterMapper:
    """Writes foreign characters with those of the corpus.

    Args:
        counts: What the corpus has.
    """

    def __init__(self, counts: CharacterCounts) -> None:
        self._counts = counts
        self._plans: dict[str, str] = {}
        self._marks: dict[tuple[str, str], str] = {}
        self._digits = self._find_digits()
        self._joins_dots = counts.characters.get("…", 0) > RATIO * counts.dots

    def edits(self, text: str) -> list[Edit]:
        """What to rewrite in a folded text, from left to right, without overlaps."""
        foreign = {char for char in set(text) if self._plan(char) != char}
        dots = self._joins_dots and ELLIPSIS_DOTS in text
        if not foreign and not dots:
            return []
        found = list(self._kana_edits(text)) if any("\uff61" <= c <= "\uff9f" for c in foreign) else []
        if dots:
            found += [(m.start(), m.end(), "…") for m in re.finditer(r"\.{3}", text)]
        taken = {i for start, end, _ in found for i in range(start, end)}
        for at, char in enumerate(text):
            if char in foreign and at not in taken:
                new = self._in_place(text, at, char)
                if new != char:
                    found.append((at, at + 1, new))
        return sorted(found)

    def _kana_edits(self, text: str) -> Iterator[Edit]:
        """Half-width kana, whose voicing marks are characters of their own, by runs."""
        for match in _HALF_WIDTH_KANA.finditer(text):
            wide = unicodedata.normalize("NFKC", match[0])
            if self._has(wide):
                yield match.start(), match.end(), wide

    def _weight(self, char: str) -> float:
        return self._counts.characters.get(char, 0.0)

    def _has(self, text: str) -> bool:
        return bool(text) and all(self._weight(char) > 0 for char in text)

    def _plan(self, char: str) -> str:
        """What a character becomes wherever it stands; a quotation mark or "" is decided in place."""
        plan = self._plans.get(char)
        if plan is None:
            plan = self._plans[char] = self._make_plan(char)
        return plan

    def _make_plan(self, char: str) -> str:
        if char == " " or (char.isascii() and char.isalpha()):
            return char if self._weight(char) or char == " " else self._only_wide(char)
        if char in SINGLE_QUOTES or char in DOUBLE_QUOTES:
            return ""
        own = self._weight(char)
        for group in _GROUPS:
            if char in group:
                best = max(group, key=self._weight)
                if self._weight(best) > RATIO * own:
                    return best
        if own:
            return char
        return next((new for new in self._candidates(char) if self._has(new)), self._last_resort(char))

    def _only_wide(self, char: str) -> str:
        wide = chr(ord(char) + 0xFEE0)
        return wide if self._weight(wide) else char

    def _candidates(self, char: str) -> Iterator[str]:
        compatible = unicodedata.normalize("NFKC", char)
        if not any(c.isspace() or unicodedata.combining(c) for c in compatible):
            yield compatible
            yield "".join(self._plan(c) or c for c in compatible if c != char)
        digit = unicodedata.decimal(char, None)
        if digit is not None and self._digits:
            yield self._digits[digit]
        if "!" <= char <= "~":
            yield chr(ord(char) + 0xFEE0)
        if char in _SPELLED:
            yield _SPELLED[char]
            yield "".join(self._plan(c) or c for c in _SPELLED[char] if c != char)
        if char.isalpha() and unicodedata.name(char, "").startswith(("LATIN", "GREEK")):
            # A letter whose accent nobody in the corpus writes: the bare letter is nearer than bytes.
            yield "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))

    def _last_resort(self, char: str) -> str:
        if (char in "¿¡" and self._weight("?")) or _OPTIONAL_MARK.match(char):
            return ""
        return char

    def _find_digits(self) -> str:
        """The ten digits that the corpus writes, or nothing."""
        totals: dict[int, float] = {}
        for char, count in self._counts.characters.items():
            digit = unicodedata.decimal(char, None)
            if digit is not None:
                zero = ord(char) - digit
                totals[zero] = totals.get(zero, 0.0) + count
        if not totals:
            return ""
        zero = max(totals, key=lambda z: (totals[z], z == ord("0")))
        return "".join(chr(zero + i) for i in range(10))

    def _in_place(self, text: str, at: int, char: str) -> str:
        if char in SINGLE_QUOTES or char in DOUBLE_QUOTES:
            position = quote_position(text, at)
            if (position, char) not in self._marks:
                self._marks[position, char] = self._quote(position, char)
            return self._marks[position, char]
        new = self._plan(char)
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if char in ".,:" and new in _CLAUSE_MARKS and before.isascii() and before.isalnum() and after.isalnum():
            return char  # the point of a number, an address or a file
        if char in _CLAUSE_MARKS and new.isascii() and after.isalnum() and not before.isdigit():
            return new + " "  # full-width marks bring their own blank
        if char in "—―" and new in "-–" and before.isalpha() and after.isalpha():
            return f" {new} "  # a dash, which a hyphen without blanks is not
        return new

    def _quote(self, position: str, char: str) -> str:
        """The mark that the corpus uses where this one stands."""
        own, other = (SINGLE_QUOTES, DOUBLE_QUOTES) if char in SINGLE_QUOTES else (DOUBLE_QUOTES, SINGLE_QUOTES)
        level = [own] if position == INNER else [own, other]
        counts = self._counts.quotes[position]
        for marks in level:
            best = max(marks, key=lambda mark: counts.get(mark, 0.0))
            if counts.get(best, 0.0) > RATIO * counts.get(char, 0.0):
                return best
            if counts.get(best, 0.0):
                return char
        if self._weight(char):
            return char
        # Never at such a place: whatever mark of its kind there is.
        for marks in level:
            best = max(marks, key=self._weight)
            if self._weight(best):
                return best
        return char
