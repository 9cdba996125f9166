"""Finished hypotheses of a beam search, and reading them back through the steps' backpointers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.search.decoding import Decoded, details_of
from workbench.engine.text.special_ids import EOS


@dataclass
class Step:
    """What one step produced. Incoming rows went into the model; outgoing rows are the hypotheses that go on after it,
    and the incoming ones of the next step.

    Attributes:
        pieces: Piece of each outgoing row.
        totals: Summed log-probability of each outgoing row.
        parents: Incoming row of each outgoing row.
        details: By name, for each incoming row: attention, layers and alternatives, where wanted.
    """

    pieces: Tensor
    totals: Tensor
    parents: Tensor
    details: dict[str, Tensor]


class Finished:
    """The best finished hypotheses of each sentence, best first, ``[batch, size]`` each.

    Attributes:
        scores: Normalised scores; minus infinity where there is none yet.
        totals: Summed log-probabilities.
        rows: Incoming row of the step that ended it.
        steps: That step.
    """

    def __init__(self, batch: int, size: int, device: torch.device) -> None:
        self.scores = torch.full((batch, size), -torch.inf, device=device)
        self.totals = torch.zeros(batch, size, device=device)
        self.rows = torch.zeros(batch, size, dtype=torch.long, device=device)
        self.steps = torch.zeros(batch, size, dtype=torch.long, device=device)

    def add(self, scores: Tensor, totals: Tensor, rows: Tensor, step: int) -> None:
        """Merge candidates ``[batch, n]`` of one step; those of minus infinity do not count."""
        size = self.scores.shape[1]
        self.scores, order = torch.cat([self.scores, scores], 1).topk(size, dim=-1)
        self.totals = torch.cat([self.totals, totals], 1).gather(1, order)
        self.rows = torch.cat([self.rows, rows], 1).gather(1, order)
        self.steps = torch.cat([self.steps, torch.full_like(rows, step)], 1).gather(1, order)


def read_back(
    steps: Sequence[Step], finished: Finished, source_lengths: Sequence[int], nbest: int
) -> list[list[Decoded]]:
    """Follow the backpointers of the n-best finished hypotheses of each sentence.

    Args:
        steps: All steps of the search.
        finished: Finished hypotheses of all sentences.
        source_lengths: Source pieces of each sentence; attention is cut to them.
        nbest: Hypotheses a sentence at most.
    """
    scores = finished.scores[:, :nbest].cpu().numpy()
    sentence, rank = np.nonzero(scores > -np.inf)
    ends = finished.steps.cpu().numpy()[sentence, rank]
    rows = finished.rows.cpu().numpy()[sentence, rank]
    totals = finished.totals.cpu().numpy()[sentence, rank]
    ids, sums, laid = _walk(steps, ends, rows, totals)
    results: list[list[Decoded]] = [[] for _ in source_lengths]
    for number, (place, end) in enumerate(zip(sentence.tolist(), ends.tolist(), strict=True)):
        score, logprobs = float(scores[place, rank[number]]), np.diff(sums[number, : end + 2])
        details = details_of(laid, number, end + 1, source_lengths[place])
        results[place].append(Decoded(ids[number, : end + 1], score, logprobs, **details))
    return results


def _walk(
    steps: Sequence[Step], ends: NDArray, rows: NDArray, totals: NDArray
) -> tuple[NDArray, NDArray, dict[str, NDArray]]:
    """Go from the ends of hypotheses back to their beginnings.

    Args:
        steps: All steps of the search.
        ends: Step that ended each hypothesis.
        rows: Incoming row of that step.
        totals: Summed log-probability of each hypothesis.

    Returns:
        Pieces ``[hypotheses, steps]``, the summed log-probability before each piece, and the details by name.
    """
    longest = int(ends.max(initial=-1)) + 1
    pieces, parents = _arrays([s.pieces for s in steps]), _arrays([s.parents for s in steps])
    running = _arrays([s.totals for s in steps])
    extras = {name: _arrays([s.details[name] for s in steps]) for name in steps[0].details}
    laid = {n: np.zeros((len(rows), longest, *v[0].shape[1:]), dtype=v[0].dtype) for n, v in extras.items()}
    ids = np.full((len(rows), longest), EOS, dtype=np.int64)
    sums = np.zeros((len(rows), longest + 1), dtype=np.float32)
    sums[np.arange(len(rows)), ends + 1] = totals
    rows = rows.copy()
    for step in range(longest - 1, -1, -1):
        active = np.nonzero(ends >= step)[0]
        before = rows[active]
        for name, values in extras.items():
            laid[name][active, step] = values[step][before]
        if step:
            ids[active, step - 1] = pieces[step - 1][before]
            sums[active, step] = running[step - 1][before]
            rows[active] = parents[step - 1][before]
    return ids, sums, laid


def _arrays(tensors: Sequence[Tensor]) -> list[NDArray]:
    """Tensors as arrays, in one transfer when they are on a GPU."""
    if not tensors or tensors[0].device.type == "cpu":
        return [t.numpy() for t in tensors]
    return np.split(torch.cat(list(tensors)).cpu().numpy(), np.cumsum([len(t) for t in tensors])[:-1])
