"""What the sources of a training corpus held: pieces, words and literals, and how often a line was several sentences.

Kept in a small file beside the tokenizer, so that a translator can say which words of a text the model never saw.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import read_arrays, write_atomically
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Token
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.same_sentence import normalise, text_hash
from workbench.engine.text.sentences import SplitRule, ending, split_sentences
from workbench.engine.text.special_ids import EOS, byte_value
from workbench.engine.text.units import Unit, find_units

if TYPE_CHECKING:
    from workbench.engine.text.tokenizer import Tokenizer

#: The file in the tokenizer's folder.
SEEN = "source-seen.npz"
#: Different words beyond which none are kept; what a model of so much text never saw is told by its pieces alone.
_MOST_WORDS = 2_000_000
#: Blank-separated words already looked at that are remembered while counting.
_REMEMBERED = 500_000
#: Sources looked at to tell whether lines are single sentences.
_SPLIT_SAMPLE = 20_000
#: A word with fewer letters a piece is spelt rather than read, where the vocabulary has longer pieces.
_SPELT = 1.5
_SPELT_LETTERS = 3
#: Share of training lines that makes a way of joining two sentences a habit.
_HABIT = 0.005


@dataclass(frozen=True)
class SourceSeen:
    """What was seen in the training sources.

    Attributes:
        pieces: Whether each source piece occurred ``[vocabulary]``; byte pieces, which are fragments of characters too
            rare for a piece of their own, count as not seen.
        words: Sorted hashes of the words and literals that occurred; ``None`` where they are not known.
        rule: How lines are cut into sentences.
        spells: Whether the vocabulary has pieces of several letters, so that spelling a word out says something.
    """

    pieces: NDArray[np.bool_]
    words: NDArray[np.uint64] | None = None
    rule: SplitRule = field(default_factory=SplitRule)
    spells: bool = False

    @classmethod
    def of_vocabulary(cls, tokenizer: Tokenizer) -> SourceSeen:
        """What the vocabulary alone tells: it was learnt from the training text, all but its bytes."""
        return cls(~_not_text(tokenizer), spells=_spells(tokenizer))

    def save(self, folder: Path) -> None:
        """Write the file into the tokenizer's folder."""
        buffer = io.BytesIO()
        words: dict[str, Any] = {} if self.words is None else {"words": self.words}
        np.savez_compressed(
            buffer,
            pieces=np.packbits(self.pieces),
            several=np.float64(self.rule.several),
            signs=np.array([ord(sign) for sign, _ in self.rule.fragments], dtype=np.int64),
            longest=np.array([words for _, words in self.rule.fragments], dtype=np.int64),
            **words,
        )
        write_atomically(folder / SEEN, buffer.getvalue())

    @classmethod
    def load(cls, folder: Path, tokenizer: Tokenizer) -> SourceSeen:
        """Read what ``save`` wrote; a run without the file gets what its vocabulary tells.

        Raises:
            RunFolderError: The file is damaged or belongs to another vocabulary.
        """
        path = folder / SEEN
        try:
            found = read_arrays(path)
            pieces = np.unpackbits(found["pieces"])[: tokenizer.size].astype(bool)
            words = found["words"].astype(np.uint64) if "words" in found else None
            signs, longest = found["signs"].tolist(), found["longest"].tolist()
            rule = SplitRule(float(found["several"]), tuple(zip(map(chr, signs), longest, strict=True)))
        except FileNotFoundError:
            return cls.of_vocabulary(tokenizer)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError):
            raise RunFolderError(
                Message("is damaged"), where=str(path), advice=Message("Copy the whole run folder again.")
            ) from None
        if len(pieces) != tokenizer.size:
            raise RunFolderError(
                Message("belongs to another tokenizer"), where=str(path), advice=Message("Copy the whole run folder.")
            )
        return cls(pieces, words, rule, _spells(tokenizer))

    def knows_word(self, text: str) -> bool:
        """Whether a word or literal occurred in training; ``False`` also where words are not known."""
        return self._holds(_key(text))

    def knows_line(self, text: str) -> bool:
        """Whether a line of nothing but signs occurred in training."""
        return self._holds(_line_key(text))

    def _holds(self, key: str) -> bool:
        if self.words is None or not len(self.words):
            return False
        wanted = np.uint64(text_hash(key))
        place = int(np.searchsorted(self.words, wanted))
        return place < len(self.words) and self.words[place] == wanted

    def unknown_units(self, text: str, ids: Sequence[int], tokens: Sequence[Token]) -> list[Unit]:
        """The units of a source text that the model never saw.

        A word of which no piece was seen, or that is spelt out letter by letter and did not occur; a number that did
        not occur and needs a piece that was not seen; an address, placeholder or code that did not occur.

        Args:
            text: Raw text.
            ids: Its source pieces.
            tokens: Where they stand, as many or one more (end-of-sentence).
        """
        units = find_units(text)
        inside: list[list[int]] = [[] for _ in units]
        place = 0
        for piece, token in zip(ids, tokens, strict=False):
            if token.end > token.start:
                while place < len(units) and units[place].end <= token.start:
                    place += 1
                for covered in range(place, len(units)):
                    if units[covered].start >= token.end:
                        break
                    inside[covered].append(piece)
        return [unit for unit, pieces in zip(units, inside, strict=True) if self._is_unknown(unit, pieces)]

    def _is_unknown(self, unit: Unit, pieces: Sequence[int]) -> bool:
        if not pieces or self.knows_word(unit.text):
            return False
        seen = [bool(self.pieces[p]) for p in pieces]
        if unit.kind == "number":
            return not all(seen)
        if unit.kind == "literal" or not any(seen):
            return True
        letters = len(unit.text)
        return (
            unit.kind == "word"
            and self.spells
            and self.words is not None
            and letters >= _SPELT_LETTERS
            and letters < _SPELT * len(pieces)
        )


def _key(text: str) -> str:
    return normalise(text.replace("’", "'"))


def _line_key(text: str) -> str:
    """Told from a word's, which has no line feed."""
    return f"\n{normalise(text)}"


def _not_text(tokenizer: Tokenizer) -> NDArray[np.bool_]:
    """Special and byte pieces."""
    pieces = tokenizer.vocabulary()
    return np.array([i <= EOS or byte_value(p) >= 0 for i, p in enumerate(pieces)], dtype=bool)


def _spells(tokenizer: Tokenizer) -> bool:
    lengths = [len(p.strip(SPACE_MARK)) for p in tokenizer.vocabulary()[EOS + 1 :] if byte_value(p) < 0]
    return bool(lengths) and sum(lengths) / len(lengths) >= 2


class SeenCounter:
    """Collects what the training sources hold while they are encoded.

    Args:
        tokenizer: The source side's.
        total: How many sources will come.
        language: Their language tag.
    """

    def __init__(self, tokenizer: Tokenizer, total: int, language: str) -> None:
        self._tokenizer, self._language = tokenizer, language
        self._pieces = np.zeros(tokenizer.size, dtype=bool)
        self._words: NDArray[np.uint64] | None = np.zeros(0, dtype=np.uint64)
        self._new: set[int] = set()  # hashes not yet in ``_words``
        self._met: set[str] = set()
        self._every = max(1, total // _SPLIT_SAMPLE)
        self._number = self._looked_at = self._several = 0
        self._first: dict[str, list[int]] = {}  # by sign, words of the first of two sentences

    def add(self, texts: Sequence[str], ids: Iterable[NDArray[Any]]) -> None:
        """Count some sources and their pieces."""
        for row in ids:
            self._pieces[row] = True
        for text in texts:
            if self._number % self._every == 0:
                self._looked_at += 1
                spans = split_sentences(text, self._language)
                self._several += len(spans) > 1
                if len(spans) == 2:
                    sign, words = ending(text[slice(*spans[0])])
                    self._first.setdefault(sign, []).append(words)
            self._number += 1
        if self._words is not None:
            self._add_words(texts)

    def _add_words(self, texts: Sequence[str]) -> None:
        assert self._words is not None
        words = set(chain.from_iterable(text.split() for text in texts)) - self._met
        if len(self._met) > _REMEMBERED:
            self._met.clear()
        self._met |= words
        # A literal may hold blanks (mark-up, "{{ name }}"), and a line of signs alone counts as a whole.
        lines = [t for t in texts if "<" in t or "{{" in t]
        found = {_key(unit.text) for text in chain(words, lines) for unit in find_units(text)}
        found |= {_line_key(t) for t in texts if not any(c.isalnum() for c in t)}
        self._new.update(map(text_hash, found))
        if len(self._new) > _REMEMBERED:
            self._merge()

    def _merge(self) -> None:
        if self._words is not None:
            new = np.fromiter(self._new, dtype=np.uint64, count=len(self._new))
            self._words = np.union1d(self._words, new)
            self._new.clear()
            if len(self._words) > _MOST_WORDS:
                self._words = None

    def result(self) -> SourceSeen:
        """What was counted."""
        self._merge()
        seen = self._pieces & ~_not_text(self._tokenizer)
        looked_at = max(1, self._looked_at)
        fragments = {
            sign: int(np.percentile(words, 95))
            for sign, words in sorted(self._first.items())
            if sign and len(words) >= _HABIT * looked_at
        }
        rule = SplitRule(round(self._several / looked_at, 4), tuple(fragments.items()))
        return SourceSeen(seen, self._words, rule, _spells(self._tokenizer))
