"""Byte-pair merges some of which are left out (Provilkov et al. 2020), the same in every process.

SentencePiece draws them too, by a generator that each process begins elsewhere, whatever seed it is given.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping

import numpy as np


def merged(text: str, scores: Mapping[str, float], share: float, random: np.random.Generator) -> list[str]:
    """The pieces of a text whose characters are pieces themselves.

    Args:
        text: As the vocabulary spells it.
        scores: Score of each piece; of two merges the one with the higher score comes first, then the left one.
        share: Share of the merges that are left out.
        random: Draws which.
    """
    parts, after = list(text), list(range(1, len(text) + 1))
    before = list(range(-1, len(text) - 1))
    waiting: list[tuple[float, int, str]] = []

    def look(place: int) -> None:
        if place >= 0 and after[place] < len(parts):
            piece = parts[place] + parts[after[place]]
            if piece in scores:
                heapq.heappush(waiting, (-scores[piece], place, piece))

    for place in range(len(parts)):
        look(place)
    while waiting:
        _, place, piece = heapq.heappop(waiting)
        other = after[place]
        if not parts[place] or other >= len(parts) or parts[place] + parts[other] != piece:
            continue  # one of them has been merged with another since
        if random.random() < share:
            continue
        parts[place], parts[other], after[place] = piece, "", after[other]
        if after[other] < len(parts):
            before[after[other]] = place
        look(before[place])
        look(place)
    return [part for part in parts if part]
