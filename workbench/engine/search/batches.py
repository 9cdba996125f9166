"""How sentences are grouped for decoding, and with how many threads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import torch

from workbench.engine.core.config import SearchConfig
from workbench.engine.device.threads import Threads

#: Source positions times hypotheses decoded at once; bounds the memory, and larger was not faster.
POSITIONS = 8000
#: Hypotheses decoded at once.
ROWS = 320
#: Numbers that the steps of one decode keep for its end, 4 bytes each: 128 MB, and once more while they are read back.
KEPT = 2**25
#: Hypotheses up to which one thread is as fast as several.
FEW_ROWS = 16


def most_pieces(pieces: int, search: SearchConfig) -> int:
    """Longest translation of a source of so many pieces, the ends not counted: where a model that never ends stops."""
    return int(pieces * search.max_ratio) + search.max_extra


def kept(pieces: int, search: SearchConfig) -> int:
    """Numbers that a hypothesis for a source of so many pieces keeps: each step's attention and alternatives."""
    return (most_pieces(pieces, search) + 1) * (pieces + 1 + 3 * search.alternatives)  # an alternative is 12 bytes


def longest_source(most: int, width: int, search: SearchConfig) -> int:
    """Source pieces, ``most`` at most, of which all hypotheses together keep no more than ``KEPT`` numbers.

    With the settings as they are that is more than any line is cut to; with a beam of 64 it is 501 pieces, and never
    fewer than 60, whatever is set.
    """
    return bisect_right(range(1, most + 1), KEPT, key=lambda pieces: width * kept(pieces, search))


def batches(
    lengths: Sequence[int],
    width: int,
    positions: int = POSITIONS,
    rows: int = ROWS,
    keeping: Callable[[int], int] | None = None,
) -> Iterator[list[int]]:
    """Group sentences of like length, longest first; those of length 0 are left out.

    So the memory of a decode has a bound, whatever the lines and the settings: ``POSITIONS`` encoder outputs, ``ROWS``
    decoder states with their scores, and ``KEPT`` numbers kept for the end.

    Args:
        lengths: Source pieces of each sentence.
        width: Hypotheses a sentence.
        positions: Most padded source positions times hypotheses in a batch.
        rows: Most hypotheses in a batch.
        keeping: Numbers that a hypothesis keeps whose source has so many pieces.
    """
    order = sorted((i for i, n in enumerate(lengths) if n), key=lambda i: -lengths[i])
    start = 0
    while start < len(order):
        longest = lengths[order[start]]
        most = KEPT // keeping(longest) if keeping else rows
        size = max(1, min(positions // longest, rows, most) // width)
        yield order[start : start + size]
        start += size


@contextmanager
def threads_for(rows: int, device: torch.device, threads: Threads) -> Iterator[None]:
    """As many threads as are free, and one for a few rows.

    Sharing such small products gains nothing, and waiting for a thread that another program (or a training run
    beside it) keeps from running has cost twenty times the work itself. The number of threads is a setting of the
    calling thread; the caller's is put back.
    """
    if device.type != "cpu":
        yield
        return
    before = torch.get_num_threads()
    count = 1 if rows <= FEW_ROWS else threads.look()
    if count == before:
        yield
        return
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)
