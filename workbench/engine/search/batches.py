"""How sentences are grouped for decoding, and with how many threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch

from workbench.engine.device.threads import Threads

#: Source positions times hypotheses decoded at once; bounds the memory, and larger was not faster.
POSITIONS = 8000
#: Hypotheses decoded at once.
ROWS = 320
#: Hypotheses up to which one thread is as fast as several.
FEW_ROWS = 16


def batches(lengths: Sequence[int], width: int, positions: int = POSITIONS, rows: int = ROWS) -> Iterator[list[int]]:
    """Group sentences of like length, longest first; those of length 0 are left out.

    Args:
        lengths: Source pieces of each sentence.
        width: Hypotheses a sentence.
        positions: Most padded source positions times hypotheses in a batch.
        rows: Most hypotheses in a batch.
    """
    order = sorted((i for i, n in enumerate(lengths) if n), key=lambda i: -lengths[i])
    start = 0
    while start < len(order):
        longest = lengths[order[start]]
        size = max(1, min(positions // (longest * width), rows // width))
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
