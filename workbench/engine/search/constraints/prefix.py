"""A translation that must begin with a given text, cut anywhere, also in the middle of a word.

Whole words are forced piece by piece as the tokenizer cuts them. The last word may be unfinished: there any piece is
allowed that agrees with the letters typed so far, so that ``The ho`` can go on as the one piece ``▁house``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.search.constraints.base import Constraint, allow_only
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.special_ids import EOS, byte_value
from workbench.engine.text.tokenizer import Tokenizer

#: Pieces of the longest beginning, and letters of the longest unfinished word: each costs a look at the vocabulary.
LONGEST, _LONGEST_WORD = 2000, 100


@dataclass
class Prefix:
    """Forced beginning of one translation; positions count forced pieces first, then letters of the open word.

    Attributes:
        forced: Pieces that must come first, in this order.
        tail: Letters that the further pieces must agree with.
        choices: For each letter position of ``tail``: allowed pieces and the position each leads to.
    """

    forced: list[int]
    tail: str = ""
    choices: list[dict[int, int]] = field(default_factory=list)
    _cache: dict[int, NDArray[np.int64]] = field(default_factory=dict)

    @property
    def end(self) -> int:
        """Position from which nothing is forced."""
        return len(self.forced) + len(self.choices)

    @property
    def longest(self) -> int:
        """Most pieces the prefix can take."""
        return len(self.forced) + len(self.tail)

    def allowed(self, position: int) -> NDArray[np.int64] | None:
        """Pieces allowed at a position; ``None`` when all are."""
        if position >= self.end:
            return None
        if position not in self._cache:
            index = position - len(self.forced)
            pieces = [self.forced[position]] if index < 0 else sorted(self.choices[index])
            self._cache[position] = np.array(pieces, dtype=np.int64)
        return self._cache[position]

    def advance(self, position: int, piece: int) -> int:
        """Position after a piece."""
        if position >= self.end:
            return position
        index = position - len(self.forced)
        if index < 0:
            return position + 1
        return len(self.forced) + self.choices[index].get(piece, len(self.choices))


class ForcedPrefixes(Constraint):
    """Each translation begins with its sentence's prefix; positions in it are kept on the CPU, row by row."""

    name = "prefix"

    def __init__(self, prefixes: Sequence[Prefix | None]) -> None:
        self._rows = [(prefix, 0) for prefix in prefixes]  # of each row its sentence's prefix, and the position in it

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        for row, (prefix, position) in enumerate(self._rows):
            allowed = None if prefix is None else prefix.allowed(position)
            if allowed is not None:
                allow_only(scores, row, torch.from_numpy(allowed).to(scores.device, non_blocking=True))
        return any(prefix for prefix, _ in self._rows)

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        """See ``Constraint.follow``."""
        if not any(prefix for prefix, _ in self._rows):
            return
        before = self._rows if rows is None else [self._rows[row] for row in rows.tolist()]
        self._rows = [
            (prefix, 0 if prefix is None else prefix.advance(position, piece))
            for (prefix, position), piece in zip(before, tokens.tolist(), strict=True)
        ]


def make_prefix(text: str, tokenizer: Tokenizer) -> Prefix | None:
    """Plan how a translation is made to begin with ``text``.

    Returns:
        ``None`` when there is nothing to force.

    Raises:
        InputError: It is longer than any translation.
    """
    if not text.strip():
        return None
    pieces = tokenizer.encode(text)
    if len(pieces) > LONGEST:
        raise InputError(
            Message(
                "the beginning of a translation may have {most} pieces; this one has {n}", most=LONGEST, n=len(pieces)
            ),
            advice=Message("Shorten it."),
        )
    normal = tokenizer.decode(pieces).strip()
    open_word = "" if text[-1].isspace() else normal.rpartition(" ")[2]
    closed = normal[: len(normal) - len(open_word)].strip()
    forced = tokenizer.encode(closed) if closed else []
    short = len(open_word) <= _LONGEST_WORD
    choices = _continuations(SPACE_MARK + open_word, tokenizer.vocabulary()) if short else None
    if choices is None:  # letters outside the vocabulary: force the tokenizer's own pieces (bytes)
        return Prefix(pieces)
    return Prefix(forced, SPACE_MARK + open_word, choices)


def _continuations(tail: str, vocabulary: Sequence[str]) -> list[dict[int, int]] | None:
    """For each position in ``tail``, the pieces that agree with the rest and where each leads.

    Returns:
        ``None`` when no sequence of pieces spells it.
    """
    choices: list[dict[int, int]] = [{} for _ in tail]
    for position in range(len(tail) - 1, -1, -1):
        rest = tail[position:]
        for piece, text in enumerate(vocabulary):
            if piece <= EOS or not text or text[0] != rest[0]:
                continue
            if text[0] == "<" and byte_value(text) >= 0:  # the name of a byte is no text
                continue
            if text.startswith(rest):
                choices[position][piece] = len(tail)
            elif rest.startswith(text) and choices[position + len(text)]:
                choices[position][piece] = position + len(text)
    return choices if choices[0] else None
