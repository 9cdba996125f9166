"""What the source sentences of a training corpus look like: their characters, quotation marks, words and ends.

A model only knows spellings it was trained on. The profile is learnt once, while a run is prepared, and stays beside
the vocabulary, so that what a person types can be written as the corpus would have written it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import regex

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import read_text, write_atomically
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.text.folding import fold_source

#: File beside the vocabulary.
SOURCE_PROFILE = "source.json"
FORMAT = 1
#: Forms of words kept; the rarest go first.
MOST_WORDS = 150_000
#: A spelling counts as foreign to the corpus where another that means the same is so many times as frequent.
RATIO = 100.0
#: Marks that quote, at the single and at the double level, apostrophes among them.
SINGLE_QUOTES = "'’‘‚‛ʼ′ʹʻ`´＇‹›"
DOUBLE_QUOTES = '"“”„‟«»″˝〝〞〟＂'
#: Positions of a quotation mark.
OPEN, CLOSE, INNER = "open", "close", "inner"
ELLIPSIS_DOTS = "..."
_QUOTES = re.compile(f"[{re.escape(SINGLE_QUOTES + DOUBLE_QUOTES)}]")
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_ASCII_WORD = re.compile(r"[A-Za-z]+")
#: Characters before a mark that are looked at.
_FAR = 200
_CLOSING = "\"'”’“»)]」』"
_SENTENCE_END = re.compile(r"[.!?…:。！？][\"'”’»)]*\s+")
#: Ends of sentences; what comes first is what a line that lacks one gets, where the corpus has it most often.
TERMINALS = ".!?…。！？।॥؟۔։።။៖۔"
#: Those that a line without one can not be given, since they ask or exclaim.
NO_STOPS = "!?！？؟"


@dataclass
class SourceProfile:
    """Counts over the source side of the training pairs, folded as sources are.

    Attributes:
        lines: Sentences counted.
        characters: Character -> how often.
        dots: How often three full stops stand for an ellipsis.
        quotes: Position (``open``, ``close``, ``inner``) -> quotation mark -> how often.
        ends: Last character of a line, closing quotes and brackets aside -> how often.
        capitals: Lines whose first letter is a capital.
        small: Lines whose first letter is a small one.
        initial: Form of a cased word -> how often it begins a sentence.
        inner: Likewise inside of sentences.
        unlisted: Most often that a word may have occurred that is not listed; 0 when all words of all sentences are.
    """

    lines: int = 0
    characters: Counter[str] = field(default_factory=Counter)
    dots: int = 0
    quotes: dict[str, Counter[str]] = field(default_factory=lambda: {p: Counter() for p in (OPEN, CLOSE, INNER)})
    ends: Counter[str] = field(default_factory=Counter)
    capitals: int = 0
    small: int = 0
    initial: Counter[str] = field(default_factory=Counter)
    inner: Counter[str] = field(default_factory=Counter)
    unlisted: int = 0

    @classmethod
    def learn(cls, sources: Iterable[str]) -> SourceProfile:
        """Count over source sentences, raw or folded."""
        profile = cls()
        for text in sources:
            profile._add(fold_source(text))
        profile._thin()
        return profile

    def _add(self, text: str) -> None:
        if not text:
            return
        self.lines += 1
        self.characters.update(text)
        self.ends[text.rstrip(_CLOSING)[-1:] or text[-1]] += 1
        if ELLIPSIS_DOTS in text:
            self.dots += text.count(ELLIPSIS_DOTS)
        if _QUOTES.search(text):
            for match in _QUOTES.finditer(text):
                self.quotes[quote_position(text, match.start())][match[0]] += 1
        first = True
        find = _ASCII_WORD.findall if text.isascii() else _WORD.findall
        for sentence in _SENTENCE_END.split(text):
            words = find(sentence)
            if not words:
                continue
            if first:
                first = False
                self.capitals += words[0][0].isupper()
                self.small += words[0][0].islower()
            self.initial[words[0]] += 1
            self.inner.update(words[1:])

    def _thin(self) -> None:
        """Leave out words without case, and the rarest of very many."""
        self.initial = Counter({w: n for w, n in self.initial.items() if is_cased(w)})
        self.inner = Counter({w: n for w, n in self.inner.items() if is_cased(w)})
        if len(self.initial) + len(self.inner) > MOST_WORDS:
            counts = sorted([*self.initial.values(), *self.inner.values()], reverse=True)
            self.unlisted = counts[MOST_WORDS]
            self.initial = Counter({w: n for w, n in self.initial.items() if n > self.unlisted})
            self.inner = Counter({w: n for w, n in self.inner.items() if n > self.unlisted})

    @property
    def final_stop(self) -> str:
        """The mark with which a sentence ends here, or "" where many lines end without one."""
        marks = {mark: self.ends[mark] for mark in TERMINALS if self.ends[mark]}
        if not marks or sum(marks.values()) < 0.9 * self.lines:
            return ""
        best = max(marks, key=lambda mark: marks[mark])
        return "" if best in NO_STOPS else best

    @property
    def begins_with_capital(self) -> bool:
        """Whether nearly all lines begin with a capital letter."""
        return self.capitals > 0 and self.capitals >= 0.9 * (self.capitals + self.small)

    def to_json(self) -> dict[str, Any]:
        """What ``save`` writes; most frequent first."""
        return {"format": FORMAT} | {
            name: _sorted(value)
            if isinstance(value, Counter)
            else {position: _sorted(counts) for position, counts in value.items()}
            if isinstance(value, dict)
            else value
            for name, value in vars(self).items()
        }

    @classmethod
    def from_json(cls, values: Any) -> SourceProfile:
        """Read what ``to_json`` gave.

        Raises:
            ValueError: Something else stands there.
        """
        if not isinstance(values, dict) or values.get("format") != FORMAT:
            raise ValueError("unknown format")
        read: dict[type, Callable[[Any], Any]] = {
            int: _count,
            Counter: _counter,
            dict: lambda table: {position: _counter(table[position]) for position in (OPEN, CLOSE, INNER)},
        }
        return cls(**{name: read[type(empty)](values[name]) for name, empty in vars(cls()).items()})

    def save(self, folder: Path) -> None:
        """Write it beside the vocabulary."""
        write_atomically(folder / SOURCE_PROFILE, json.dumps(self.to_json(), ensure_ascii=False, indent=0))

    @classmethod
    def load(cls, folder: Path) -> SourceProfile | None:
        """Read what ``save`` wrote; ``None`` where there is none, as in runs of earlier versions.

        Raises:
            RunFolderError: The file is damaged or foreign.
        """
        path = folder / SOURCE_PROFILE
        if not path.is_file():
            return None
        try:
            return cls.from_json(parse_json(read_text(path)))
        except (OSError, ValueError, KeyError, TypeError):
            raise RunFolderError(
                Message("is not a profile of source sentences"),
                where=str(path),
                advice=Message("Copy the whole run folder again."),
            ) from None


def is_cased(word: str) -> bool:
    """Whether a word can be written in capitals and in small letters."""
    return word.lower() != word.upper()


def quote_position(text: str, at: int) -> str:
    """Whether the mark at ``at`` opens, closes, or stands inside of a word."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() != after.isalnum():
        return OPEN if after.isalnum() else CLOSE
    if before.isalnum() and text[at] in SINGLE_QUOTES and is_cased(before + after):
        return INNER
    if not before.strip() and after.strip():
        return OPEN
    if not after.strip():
        return CLOSE
    # Between signs, or between letters of a script without blanks: the marks take turns.
    level = SINGLE_QUOTES if text[at] in SINGLE_QUOTES else DOUBLE_QUOTES
    return CLOSE if sum(text.count(mark, max(0, at - _FAR), at) for mark in level) % 2 else OPEN


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(counts.most_common())


def _count(value: Any) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("not a count")
    return value


def _counter(values: Any) -> Counter[str]:
    if not isinstance(values, dict):
        raise ValueError("not a table of counts")
    return Counter({key: _count(value) for key, value in values.items()})
