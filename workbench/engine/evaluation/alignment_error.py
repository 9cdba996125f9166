"""Alignment error rate (Och & Ney 2003)."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.core.types import WordAlignment
from workbench.engine.search.alignment import Links


def aer(predicted: Sequence[Links], gold: Sequence[WordAlignment]) -> float:
    """``1 - (|A & S| + |A & P|) / (|A| + |S|)`` over a corpus; 0 is perfect, 1 is worst.

    Args:
        predicted: Links A of each sentence pair.
        gold: Sure links S and possible links of each; P holds both.
    """
    agreed = total = 0
    for links, answer in zip(predicted, gold, strict=True):
        agreed += len(links & answer.sure) + len(links & (answer.sure | answer.possible))
        total += len(links) + len(answer.sure)
    return 1.0 - agreed / total if total else 0.0
