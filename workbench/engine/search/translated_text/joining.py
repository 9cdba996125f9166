"""Translations of a line's sentences put together to the translation of the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import regex
from numpy.typing import NDArray

from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.text.languages import primary_language
from workbench.engine.text.sentences import Span

#: Languages written without a blank between sentences.
_NO_BLANKS = frozenset({"zh", "yue", "wuu", "lzh", "ja"})
#: Numbers of one attention matrix, 16 MB.
MOST_WEIGHTS = 2**22
_WIDE = regex.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


def separator(before: str, after: str, language: str = "") -> str:
    """What stands between two sentences: a blank, or nothing where the target's script has none.

    Args:
        before: The text before.
        after: The text after.
        language: Language tag of both, "" when not known.
    """
    if not before or not after:
        return ""
    wide = bool(_WIDE.match(before[-1])), bool(_WIDE.match(after[0]))
    if primary_language(language) in _NO_BLANKS:
        return "" if any(wide) else " "
    return "" if wide[0] else " "


def join(
    line: str, spans: Sequence[Span], parts: Sequence[Translation], separators: Sequence[str] | str
) -> Translation:
    """One translation of a line from those of its sentences.

    The n-th hypothesis takes the n-th of each sentence (the last one where a sentence has fewer); its score is the
    mean of theirs. Attention is block-diagonal, and every sentence keeps its end-of-sentence pieces; that of a text
    longer than about 2,000 pieces stays in blocks, since the whole grows with the square.

    Args:
        line: Raw text of the line.
        spans: Where each sentence stands in it.
        parts: Their translations.
        separators: What stands before each target sentence but the first, or the target's language tag.
    """
    sources = [
        replace(token, start=token.start + start, end=token.end + start)
        for (start, _), part in zip(spans, parts, strict=True)
        for token in part.source_pieces
    ]
    width = max(len(part.nbest) for part in parts)
    columns = [len(part.source_pieces) for part in parts]
    nbest = tuple(
        _join_hypotheses([part.nbest[min(rank, len(part.nbest) - 1)] for part in parts], columns, separators)
        for rank in range(width)
    )
    return Translation(line, tuple(sources), nbest)


def _join_hypotheses(
    parts: Sequence[Hypothesis], columns: Sequence[int], separators: Sequence[str] | str
) -> Hypothesis:
    text = ""
    pieces: list[Token] = []
    for number, part in enumerate(parts):
        if isinstance(separators, str):
            text += separator(text, part.text, separators)
        elif number and text and part.text:
            text += separators[number - 1]
        pieces += [replace(t, start=t.start + len(text), end=t.end + len(text)) for t in part.pieces]
        text += part.text
    score = float(np.mean([part.score for part in parts]))
    blocks = [part.attention for part in parts if part.attention is not None]
    attention = _diagonal([part.attention for part in parts], columns)
    layers = _diagonal([part.layers for part in parts], columns)
    kept = tuple(blocks) if attention is None and len(blocks) == len(parts) else ()
    return Hypothesis(text, score, tuple(pieces), attention, layers, kept)


def _diagonal(blocks: Sequence[NDArray[np.float32] | None], columns: Sequence[int]) -> NDArray[np.float32] | None:
    """Blocks ``[..., target, source]`` along the diagonal; ``None`` where one is missing, or all would be too many."""
    present = [b for b in blocks if b is not None]
    if len(present) < len(blocks) or sum(b.shape[-2] for b in present) * sum(columns) > MOST_WEIGHTS:
        return None
    outer = max((b.shape[:-2] for b in present), key=len)
    whole = np.zeros((*outer, sum(b.shape[-2] for b in present), sum(columns)), dtype=np.float32)
    row = column = 0
    for block, width in zip(present, columns, strict=True):
        if block.size:
            whole[..., row : row + block.shape[-2], column : column + width] = block
        row, column = row + block.shape[-2], column + width
    return whole
