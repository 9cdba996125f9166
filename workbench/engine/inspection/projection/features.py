"""What a translation tells about itself: how sure the model was, and which source words it looked at."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.types import Token, Translation
from workbench.engine.search.alignment import THRESHOLD, aligned_parts
from workbench.engine.text.words import words

#: A source word that got more than so many target words' attention was looked at twice.
TWICE = 1.5


@dataclass(frozen=True)
class Features:
    """Measures of one translation.

    Attributes:
        values: By name, as in ``NAMES``; those that are not known are missing.
        never: Source words that no target word looked at, in order.
        twice: Source words that were looked at twice, in order.
    """

    values: Mapping[str, float]
    never: tuple[Token, ...] = field(default=())
    twice: tuple[Token, ...] = field(default=())


#: Every measure: log-probabilities are natural, entropies in nats, coverage in shares of the source words, and the
#: length ratio is the logarithm of target to source words (one added to each).
NAMES = (
    "mean_logprob",
    "min_logprob",
    "mean_entropy",
    "max_entropy",
    "unknown",
    "length_ratio",
    "source_words",
    "attention_entropy",
    "never",
    "twice",
)
#: What is known of an attention alone.
OF_ATTENTION = ("attention_entropy", "never", "twice")


def features(translation: Translation, number: int = 0) -> Features:
    """Measure a translation that was made with its details.

    Args:
        number: Which of the n-best list.
    """
    chosen = Translation(translation.source, translation.source_pieces, (translation.nbest[number],))
    best, counts = chosen.best, (len(words(chosen.source)), len(words(chosen.best.text)))
    values = {
        "unknown": _share(sum(p.unknown for p in chosen.source_pieces), len(chosen.source_pieces)),
        "length_ratio": math.log((counts[1] + 1) / (counts[0] + 1)),
        "source_words": float(counts[0]),
    }
    sure = [piece.logprob for piece in best.pieces if piece.logprob is not None]
    if sure:
        values |= {"mean_logprob": sum(sure) / len(sure), "min_logprob": min(sure)}
    doubts = [entropy for piece in best.pieces if (entropy := piece_entropy(piece)) is not None]
    if doubts:
        values |= {"mean_entropy": sum(doubts) / len(doubts), "max_entropy": max(doubts)}
    blocks = best.blocks if best.attention is None else (best.attention,)
    rows = [entropy for block in blocks for entropy in row_entropies(block)]
    if not rows:
        return Features(values)
    never, twice = _coverage(chosen)
    values |= {
        "attention_entropy": sum(rows) / len(rows),
        "never": _share(len(never), counts[0]),
        "twice": _share(len(twice), counts[0]),
    }
    return Features(values, never, twice)


def piece_entropy(piece: Token) -> float | None:
    """Entropy of what the model would have written in a piece's place, in nats; ``None`` where that was not kept.

    Only the likeliest pieces are kept. All others count as one, so this is the least that it can be.
    """
    if not piece.alternatives:
        return None
    shares = [math.exp(other.logprob) for other in piece.alternatives]
    shares.append(max(0.0, 1.0 - sum(shares)))
    return -sum(p * math.log(p) for p in shares if p > 0)


def row_entropies(attention: NDArray[np.float32]) -> Iterator[float]:
    """Entropy of each target piece's attention, in nats."""
    for row in attention.astype(np.float64):
        seen = row[row > 0]
        if len(seen):
            yield float(-(seen * np.log(seen)).sum())


def _coverage(translation: Translation) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Source words that were never and that were looked at twice."""
    inside = words(translation.source)
    most, total = np.zeros(len(inside)), np.zeros(len(inside))
    for part in aligned_parts(translation):
        weights = part.matrix.weights
        if weights.size:
            place = slice(part.first[0], part.first[0] + weights.shape[1])
            most[place] = np.maximum(most[place], weights.max(0))
            total[place] += weights.sum(0)
    never = tuple(word for word, weight in zip(inside, most, strict=True) if weight < THRESHOLD)
    return never, tuple(word for word, weight in zip(inside, total, strict=True) if weight > TWICE)


def _share(count: int, of: int) -> float:
    return count / of if of else 0.0
