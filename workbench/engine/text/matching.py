"""The words that two sentences have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.engine.core.types import Token
from workbench.engine.text.words import words

Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Matched:
    """The words of two sentences and which of them are the same, in order.

    Attributes:
        one: Words of the one.
        other: Words of the other.
        pairs: Indices of words that are the same.
    """

    one: tuple[Token, ...]
    other: tuple[Token, ...]
    pairs: tuple[tuple[int, int], ...]

    @property
    def share(self) -> float:
        """Of all words of both those that are the same; 1 for the same sentence, also an empty one."""
        count = len(self.one) + len(self.other)
        return 2 * len(self.pairs) / count if count else 1.0

    def spans(self, side: int, *, same: bool) -> Spans:
        """Where the words of the one (0) or the other (1) are that are the same, or are not."""
        tokens = (self.one, self.other)[side]
        there = {pair[side] for pair in self.pairs}
        return [(t.start, t.end) for place, t in enumerate(tokens) if (place in there) == same]


def match_words(text: str, other: str, *, fold: bool = False) -> Matched:
    """Which words of two sentences are the same, in order.

    Args:
        fold: Whatever their case.
    """
    one, two = words(text), words(other)
    keys = [[t.text.casefold() if fold else t.text for t in side] for side in (one, two)]
    blocks = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks()
    return Matched(one, two, tuple((a + i, b + i) for a, b, size in blocks for i in range(size)))


def matching(text: str, other: str) -> tuple[float, Spans]:
    """The share of words that are the same whatever their case, and where the other has them."""
    found = match_words(text, other, fold=True)
    return found.share, found.spans(1, same=True)


def joined(text: str, spans: Iterable[tuple[int, int]]) -> Spans:
    """Spans with nothing but a blank between them, as one."""
    found: Spans = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip():
            start = found.pop()[0]
        found.append((start, end))
    return found
