"""Copying what a model cannot translate: numbers, addresses, placeholders and codes that training never showed.

After Luong et al. (2015), "Addressing the rare word problem": where attention points at such a source word, the target
word is replaced by it. A line of nothing else is copied whole, whatever the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import regex
from numpy.typing import NDArray

from workbench.engine.core.types import Hypothesis, Token
from workbench.engine.search.alignment import merge_pieces
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.units import Unit, find_units

#: Least share of a target word's attention that makes it a copy.
THRESHOLD = 0.2
_UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")


def mark_unknown(tokens: Sequence[Token], unknown: Sequence[Unit]) -> list[Token]:
    """Source pieces with those marked that stand in a word the model never saw."""
    return [
        replace(token, unknown=True)
        if token.start < token.end and any(u.start < token.end and token.start < u.end for u in unknown)
        else token
        for token in tokens
    ]


def is_copied_whole(text: str, unknown: Sequence[Unit]) -> bool:
    """Whether a text is nothing but literals that were never seen, or nothing but punctuation marks.

    Args:
        text: Raw source text.
        unknown: Its units that the model never saw.
    """
    words = [unit for unit in find_units(text) if unit.kind != "mark"]
    known = {(unit.start, unit.end) for unit in unknown}
    return all(unit.is_literal and (unit.start, unit.end) in known for unit in words)


def copied_line(text: str, source: Sequence[Token], has_attention: bool) -> Hypothesis:
    """The translation of a text that is copied: one target piece a source piece, looking at it.

    Args:
        text: Raw source text.
        source: Its pieces, end-of-sentence last; empty where no details are wanted.
        has_attention: Whether the model's translations have attention.
    """
    inner = text.strip()
    offset = len(text) - len(text.lstrip())
    pieces = tuple(
        Token(
            token.text,
            min(max(0, token.start - offset), len(inner)),
            min(max(0, token.end - offset), len(inner)),
            0.0,
            copied=True,
        )
        for token in source
    )
    attention = np.eye(len(pieces), dtype=np.float32) if has_attention and pieces else None
    return Hypothesis(inner, 0.0, pieces, attention)


def copy_unknown(
    hypothesis: Hypothesis, text: str, source: Sequence[Token], unknown: Sequence[Unit], protected: int = 0
) -> Hypothesis:
    """Put never-seen literals of the source where the translation looks at them.

    A literal that the translation has already written is left alone, and each is written once for each time it stands
    in the source.

    Args:
        hypothesis: With pieces and attention.
        text: Raw source text.
        source: Its pieces.
        unknown: Its units that the model never saw.
        protected: So many characters of the translation, its forced beginning, stay as they are.
    """
    wanted = [unit for unit in unknown if unit.is_literal]
    if not wanted or hypothesis.attention is None or not hypothesis.pieces:
        return hypothesis
    units, targets = find_units(text), find_units(hypothesis.text)
    matrix = merge_pieces(
        hypothesis.attention,
        text,
        source,
        hypothesis.text,
        hypothesis.pieces,
        source_words=[Token(u.text, u.start, u.end) for u in units],
        target_words=[Token(u.text, u.start, u.end) for u in targets],
    ).weights
    if not matrix.size:
        return hypothesis
    written = [unit.text for unit in targets]
    replacements: list[tuple[int, int, str]] = []
    taken: set[int] = set()
    for literal in wanted:
        if literal.text in written:
            written.remove(literal.text)
            continue
        column = next(i for i, unit in enumerate(units) if unit.start == literal.start)
        run = _best_run(matrix, column, targets, hypothesis.text, taken, protected)
        if run:
            taken.update(run)
            start, end = _touching(text, literal, hypothesis.text, targets[run[0]].start, targets[run[-1]].end)
            replacements.append((start, end, literal.text))
    for start, end, new in sorted(replacements, reverse=True):
        hypothesis = _replace(hypothesis, start, end, new)
    return hypothesis


def _touching(source: str, literal: Unit, target: str, start: int, end: int) -> tuple[int, int]:
    """The stretch to write over, with the blank at either end that the source has not: ``<b>`` touches its word."""
    if literal.kind == "literal":
        if source[literal.end : literal.end + 1].isalnum() and not _UNSPACED.match(source[literal.end]):
            end += target[end : end + 1] == " "
        before = source[: literal.start][-1:]
        if before.isalnum() and not _UNSPACED.match(before):
            start -= target[:start][-1:] == " "
    return start, end


def _best_run(
    weights: NDArray[np.float32], column: int, targets: Sequence[Unit], text: str, taken: set[int], protected: int
) -> list[int]:
    """The neighbouring target words that look at a source word most, as indices; empty when none does."""
    runs: list[list[int]] = []
    for index, unit in enumerate(targets):
        points = (
            unit.kind != "mark"
            and index not in taken
            and unit.start >= protected
            and weights[index, column] >= THRESHOLD
            and int(weights[index].argmax()) == column
        )
        if not points:
            continue
        joined = runs and runs[-1][-1] == index - 1 and not text[targets[index - 1].end : unit.start].strip()
        if joined:
            runs[-1].append(index)
        else:
            runs.append([index])
    return max(runs, key=lambda run: float(weights[run, column].sum()), default=[])


def _replace(hypothesis: Hypothesis, start: int, end: int, new: str) -> Hypothesis:
    """Write ``new`` over ``text[start:end]``; the pieces that wrote it become one."""
    inside = [i for i, p in enumerate(hypothesis.pieces) if p.start < end and p.end > start]
    if not inside:
        return hypothesis
    first, last = inside[0], inside[-1]
    shift = len(new) - (end - start)
    text = hypothesis.text[:start] + new + hypothesis.text[end:]
    old = hypothesis.pieces[first : last + 1]
    begin, finish = min(start, old[0].start), max(end, *(p.end for p in old)) + shift
    mark = SPACE_MARK if begin == 0 or text[begin - 1].isspace() else ""
    logprobs = [p.logprob for p in old if p.logprob is not None]
    merged = Token(mark + text[begin:finish], begin, finish, sum(logprobs) if logprobs else None, copied=True)
    pieces = tuple(
        replace(p, start=p.start + shift, end=p.end + shift) if p.start >= end else p for p in hypothesis.pieces
    )
    return replace(
        hypothesis,
        text=text,
        pieces=(*pieces[:first], merged, *pieces[last + 1 :]),
        attention=_merge_rows(hypothesis.attention, first, last),
        layers=_merge_rows(hypothesis.layers, first, last),
    )


def _merge_rows(weights: NDArray[np.float32] | None, first: int, last: int) -> NDArray[np.float32] | None:
    """``[..., target, source]`` with some rows averaged to one."""
    if weights is None:
        return None
    mean = weights[..., first : last + 1, :].mean(-2, keepdims=True)
    return np.concatenate([weights[..., :first, :], mean, weights[..., last + 1 :, :]], axis=-2)
