"""From attention over pieces to links between words, and the Pharaoh format they are written in.

What counts as a word is ``data.words.words``: what blanks separate, and single characters where a script has no blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Token, Translation, WordAlignment
from workbench.engine.text.words import words

Links = frozenset[tuple[int, int]]

#: Least share of a target word's attention that makes a link; chosen on the sample corpus' validation pairs.
THRESHOLD = 0.1
_LINK = re.compile(r"(\d+)([-?])(\d+)")


@dataclass(frozen=True)
class WordMatrix:
    """Attention over words.

    Attributes:
        source: Source words with their code point offsets.
        target: Target words with theirs.
        weights: ``[target, source]``; a row sums to what its pieces gave to words (the rest went to the end), unless
            a source piece spans several words: each of them then has all that the piece was given.
    """

    source: tuple[Token, ...]
    target: tuple[Token, ...]
    weights: NDArray[np.float32]


def merge_pieces(
    attention: NDArray[np.float32],
    source: str,
    source_pieces: Sequence[Token],
    target: str,
    target_pieces: Sequence[Token],
    *,
    source_words: Sequence[Token] | None = None,
    target_words: Sequence[Token] | None = None,
) -> WordMatrix:
    """Merge pieces to words: summed over the source pieces of a word, averaged over the target pieces of a word.

    Args:
        attention: ``[target pieces, source pieces]``.
        source: Raw source text that the offsets of ``source_pieces`` point into.
        source_pieces: Source pieces, end-of-sentence included.
        target: Target text.
        target_pieces: Target pieces.
        source_words: The source's words; those of ``words`` by default.
        target_words: The target's words; likewise.
    """
    source_words = words(source) if source_words is None else tuple(source_words)
    target_words = words(target) if target_words is None else tuple(target_words)
    columns = membership(source_pieces, source_words)  # [source words, source pieces]
    rows = membership(target_pieces, target_words)  # [target words, target pieces]
    counts = np.maximum(rows.sum(1, keepdims=True), 1)
    return WordMatrix(source_words, target_words, (rows / counts) @ attention @ columns.T)


def membership(pieces: Sequence[Token], inside: Sequence[Token]) -> NDArray[np.float32]:
    """1 where a piece belongs to a word, ``[words, pieces]``.

    It belongs to the word its span begins in, or the next one, and to every further one that the span reaches: a piece
    of a text without blanks spans several of its characters.
    """
    matrix = np.zeros((len(inside), len(pieces)), dtype=np.float32)
    starts, ends = [w.start for w in inside], [w.end for w in inside]
    for column, piece in enumerate(pieces):
        if piece.end > piece.start:
            place = int(np.searchsorted(ends, piece.start, side="right"))
            beyond = int(np.searchsorted(starts, piece.end, side="left"))
            matrix[place : max(place + 1, beyond), column] = 1.0
    return matrix


def word_matrix(translation: Translation) -> WordMatrix | None:
    """The best hypothesis' attention over words; ``None`` for a model without attention."""
    best = translation.best
    if best.attention is None:
        return None
    return merge_pieces(best.attention, translation.source, translation.source_pieces, best.text, best.pieces)


def strongest(weights: NDArray[np.float32], threshold: float = THRESHOLD) -> Links:
    """Link each target word to the source word with the largest weight, if that reaches the threshold.

    Args:
        weights: ``[target, source]``.
        threshold: Least weight of a link.
    """
    if not weights.size:
        return frozenset()
    best = weights.argmax(1)
    return frozenset((int(s), t) for t, s in enumerate(best) if weights[t, s] >= threshold)


def linked(weights: NDArray[np.float32], threshold: float = THRESHOLD) -> Links:
    """Links ``(source, target)`` from both sides: the ``strongest`` of each row and of each column."""
    turned = strongest(np.ascontiguousarray(weights.T), threshold)
    return strongest(weights, threshold) | frozenset((s, t) for t, s in turned)


def word_alignment(translation: Translation, threshold: float = THRESHOLD) -> WordAlignment:
    """Links ``(source word, target word)``; none for a model without attention.

    Each target word is linked to the source word it looked at most, and each source word to the target word that
    looked at it most. The second half finds the words that share a translation ("used to sing" - "chantait"): a row's
    largest weight names only one of them.
    """
    return WordAlignment(line_links(aligned_parts(translation), threshold))


def line_links(parts: Iterable[AlignedPart], threshold: float = THRESHOLD) -> Links:
    """Links between the words of a line, by its ``aligned_parts``; see ``word_alignment``."""
    return frozenset().union(*(part.placed(linked(part.matrix.weights, threshold)) for part in parts))


@dataclass(frozen=True)
class AlignedPart:
    """What of a line has an attention matrix of its own: the line, or each part of a very long one.

    Attributes:
        source: Its raw text.
        target: Its translation.
        first: Source and target word of the line that it begins in.
    """

    source: str
    target: str
    matrix: WordMatrix
    first: tuple[int, int] = (0, 0)

    def placed(self, links: Iterable[tuple[int, int]]) -> Links:
        """Links between words of the line, of those between its own."""
        return frozenset((s + self.first[0], t + self.first[1]) for s, t in links)


def aligned_parts(translation: Translation) -> list[AlignedPart]:
    """The parts of a translation's best hypothesis; none for a model without attention."""
    best, matrix = translation.best, word_matrix(translation)
    if matrix is not None:
        return [AlignedPart(translation.source, best.text, matrix)]
    texts = translation.source, best.text
    inside = tuple(words(text) for text in texts)
    parts, row, column = [], 0, 0
    for block in best.blocks:
        pieces = translation.source_pieces[column : column + block.shape[1]], best.pieces[row : row + block.shape[0]]
        row, column = row + block.shape[0], column + block.shape[1]
        if not block.size:
            continue
        (one, other), (first, start), (cut, begin) = zip(*map(_within, texts, inside, pieces), strict=True)
        matrix = merge_pieces(block, "", pieces[0], "", pieces[1], source_words=cut, target_words=begin)
        parts.append(AlignedPart(one, other, matrix, (first, start)))
    return parts


def _within(text: str, inside: Sequence[Token], pieces: Sequence[Token]) -> tuple[str, int, Sequence[Token]]:
    """The text that pieces cover, the first of the words that they touch, and these words."""
    start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    first = bisect_right(inside, start, key=lambda word: word.end)
    return text[start:end], first, inside[first : bisect_left(inside, end, key=lambda word: word.start)]


def pharaoh(links: Iterable[tuple[int, int]]) -> str:
    """Pharaoh line ``0-0 1-2`` of links ``(source, target)``, in order."""
    return " ".join(f"{s}-{t}" for s, t in sorted(links))


def parse_pharaoh(line: str, where: str = "") -> WordAlignment:
    """Read a Pharaoh line: ``i-j`` is a sure link, ``i?j`` a possible one.

    Raises:
        InputError: Something else stands there.
    """
    sure: set[tuple[int, int]] = set()
    possible: set[tuple[int, int]] = set()
    for item in line.split():
        match = _LINK.fullmatch(item)
        if match is None:
            raise InputError(
                Message("'{item}' is not a link", item=item[:40]),
                where=where,
                advice=Message("Write i-j (sure) or i?j (possible)."),
            )
        (sure if match[2] == "-" else possible).add((int(match[1]), int(match[3])))
    return WordAlignment(frozenset(sure), frozenset(possible - sure))


def grow_diag(forward: Links, backward: Links) -> Links:
    """Symmetrise two directions: their intersection, grown by neighbours from their union (Koehn et al. 2003).

    Args:
        forward: Links ``(source, target)`` of the model from source to target.
        backward: Links of the reverse model, turned round to ``(source, target)`` as well.
    """
    union = forward | backward
    grown = set(forward & backward)
    sources, targets = {s for s, _ in grown}, {t for _, t in grown}
    added = True
    while added:
        added = False
        for s, t in sorted(grown):
            for ds, dt in ((-1, 0), (0, -1), (1, 0), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)):
                link = (s + ds, t + dt)
                if link in union and link not in grown and (link[0] not in sources or link[1] not in targets):
                    grown.add(link)
                    sources.add(link[0])
                    targets.add(link[1])
                    added = True
    return frozenset(grown)
