"""From a translation to what the views draw: pieces as they are, or merged to whole words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTextBoundaryFinder

from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.search.alignment import merge_pieces
from workbench.engine.text.words import has_unspaced, whitespace_words
from workbench.gui.views.offsets import from_utf16
from workbench.gui.views.pictures.picture import Picture

if TYPE_CHECKING:
    from workbench.engine.inspection.influence import Influence


def make_picture(
    translation: Translation,
    hypothesis: Hypothesis,
    *,
    words: bool,
    prefix: str = "",
    layer: Layer | None = None,
) -> Picture:
    """What to draw for one hypothesis.

    Args:
        translation: Source text and pieces.
        hypothesis: The translation shown.
        words: Whole words instead of pieces.
        prefix: What the person fixed.
        layer: What is shown instead of the attention.
    """
    weights = hypothesis.attention
    source: Sequence[Token] = translation.source_pieces
    target: Sequence[Token] = hypothesis.pieces
    pieces: tuple[int, ...] = ()
    if words:
        source, target, weights = _merged(translation, hypothesis, weights)
        pieces = tuple(max(1, len(_inside(word, hypothesis.pieces))) for word in target)
    fixed = len(prefix.strip())
    forced = 0
    while forced < len(target) and target[forced].start < fixed and target[forced].end > target[forced].start:
        forced += 1
    texts = translation.source, hypothesis.text
    picture = Picture(*texts, tuple(source), tuple(target), weights, forced, pieces, attentive=attentive(hypothesis))
    return picture if layer is None else layer.over(picture)


def attentive(hypothesis: Hypothesis) -> bool:
    """Whether the model that wrote it has attention."""
    return hypothesis.attention is not None or bool(hypothesis.blocks)


@dataclass(frozen=True)
class Layer:
    """What is drawn over a pair in place of its attention.

    Attributes:
        kind: One of ``KINDS``.
        found: What was measured; ``None`` while it is not known.
        note: Why there is nothing.
        remark: A sentence about the whole.
    """

    kind: str
    found: Influence | None = None
    note: str = ""
    remark: str = ""

    def over(self, picture: Picture) -> Picture:
        """The picture with these numbers; with their own tokens, where it is cut otherwise."""
        bare = replace(picture, weights=None, kind=self.kind, note=self.note, remark=self.remark)
        found = self.found
        if found is None:
            return bare
        weights, values = found.shares(self.kind), found.grid(self.kind)
        if (_spans(found.source), _spans(found.target)) != (_spans(picture.source), _spans(picture.target)):
            # What was copied or put into another case is read again in other pieces.
            if found.translation.best.text != picture.target_text:
                return bare
            bare = replace(bare, source=found.source, target=found.target, pieces=())
        return replace(bare, weights=weights, values=values)


def _spans(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    return [(t.start, t.end) for t in tokens]


def _merged(
    translation: Translation, hypothesis: Hypothesis, weights: NDArray[np.float32] | None
) -> tuple[Sequence[Token], Sequence[Token], NDArray[np.float32] | None]:
    words = split_words(translation.source, translation.source_pieces)
    source = [replace(word, unknown=any(p.unknown for p in _inside(word, translation.source_pieces))) for word in words]
    target = split_words(hypothesis.text, hypothesis.pieces)
    if weights is not None:
        weights = merge_pieces(
            weights,
            translation.source,
            translation.source_pieces,
            hypothesis.text,
            hypothesis.pieces,
            source_words=source,
            target_words=target,
        ).weights
    return source, [_with_pieces(word, hypothesis.pieces) for word in target], weights


def _with_pieces(word: Token, pieces: Sequence[Token]) -> Token:
    """A word with the probability of all its pieces and the alternatives of its first."""
    inside = _inside(word, pieces)
    known = [p.logprob for p in inside if p.logprob is not None]
    return replace(
        word,
        logprob=sum(known) if inside and len(known) == len(inside) else None,
        alternatives=inside[0].alternatives if inside else (),
        copied=any(p.copied for p in inside),
    )


def _inside(word: Token, pieces: Sequence[Token]) -> list[Token]:
    """The pieces that begin in a word."""
    return [p for p in pieces if p.end > p.start and word.start <= p.start < word.end]


def split_words(text: str, pieces: Sequence[Token]) -> tuple[Token, ...]:
    """Words of a text: between blanks, and in scripts without blanks where Unicode (UAX #29, by Qt) divides them.

    A word never divides a piece, because a piece has only one attention.
    """
    found: list[Token] = []
    for word in whitespace_words(text):
        if not has_unspaced(word.text):
            found.append(word)
            continue
        cuts = _boundaries(word.text)
        inside = {p for piece in pieces for p in range(piece.start + 1, piece.end)}
        kept = [0, *(c for c in cuts if word.start + c not in inside and 0 < c < len(word.text)), len(word.text)]
        found += [Token(word.text[a:b], word.start + a, word.start + b) for a, b in pairwise(kept)]
    return tuple(found)


def _boundaries(text: str) -> list[int]:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    cuts = []
    while (units := finder.toNextBoundary()) != -1:
        cuts.append(from_utf16(text, units))
    return cuts


def first_piece(hypothesis: Hypothesis, token: Token) -> int:
    """Index of the first target piece of a shown token."""
    for index, piece in enumerate(hypothesis.pieces):
        if piece.end > token.start or (token.start == token.end == piece.start and piece.text == token.text):
            return index
    return max(0, len(hypothesis.pieces) - 1)
