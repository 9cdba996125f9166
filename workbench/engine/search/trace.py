"""Finished hypotheses of a beam search, and reading them back through the steps' backpointers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.search.decoding import Decoded
from workbench.engine.text.special_ids import EOS


@dataclass
class Step:
    """What one step produced. Incoming rows went into the model; outgoing rows are the hypotheses chosen after it.

    Attributes:
        kept: Outgoing row of the step before for each incoming row; ``None`` when they are the same.
        pieces: Piece of each outgoing row.
        totals: Summed log-probability of each outgoing row.
        parents: Incoming row of each outgoing row.
        attention: Attention of each incoming row ``[rows, source]``, where wanted.
        layers: ``[rows, layer, head, source]``, where wanted.
        top_ids: Best pieces of each incoming row, where wanted.
        top_logprobs: Their log-probabilities.
    """

    kept: Tensor | None = None
    pieces: Tensor | None = None
    totals: Tensor | None = None
    parents: Tensor | None = None
    attention: Tensor | None = None
    layers: Tensor | None = None
    top_ids: Tensor | None = None
    top_logprobs: Tensor | None = None


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

    def store(self, places: Tensor, other: Finished) -> None:
        """Copy another's sentences to ``places``."""
        for name in ("scores", "totals", "rows", "steps"):
            getattr(self, name)[places] = getattr(other, name)

    def keep(self, places: Tensor) -> None:
        """Keep only the sentences ``places``."""
        for name in ("scores", "totals", "rows", "steps"):
            setattr(self, name, getattr(self, name)[places])


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
    longest = int(ends.max()) + 1
    kept = _arrays([s.kept for s in steps])
    pieces, parents = _arrays([s.pieces for s in steps]), _arrays([s.parents for s in steps])
    running = _arrays([s.totals for s in steps])
    extras = {n: _arrays([getattr(s, n) for s in steps]) for n in ("attention", "layers", "top_ids", "top_logprobs")}

    ids = np.full((len(rows), longest), EOS, dtype=np.int64)
    sums = np.zeros((len(rows), longest + 1), dtype=np.float32)  # summed log-probability before each piece
    sums[np.arange(len(rows)), ends + 1] = totals
    laid: dict[str, NDArray] = {}
    rows = rows.copy()
    for step in range(longest - 1, -1, -1):
        active = np.nonzero(ends >= step)[0]
        for name, arrays in extras.items():
            values = arrays[step]
            if values is not None:
                out = laid.setdefault(name, np.zeros((len(rows), longest, *values.shape[1:]), dtype=values.dtype))
                out[active, step] = values[rows[active]]
        if step:
            before = rows[active]
            mapping, piece, total, parent = kept[step], pieces[step - 1], running[step - 1], parents[step - 1]
            assert piece is not None
            assert total is not None
            assert parent is not None
            if mapping is not None:
                before = mapping[before]
            ids[active, step - 1] = piece[before]
            sums[active, step] = total[before]
            rows[active] = parent[before]

    results: list[list[Decoded]] = [[] for _ in source_lengths]
    for number, (place, end) in enumerate(zip(sentence.tolist(), ends.tolist(), strict=True)):
        length, source = end + 1, source_lengths[place]
        cut = {name: values[number, :length] for name, values in laid.items()}
        layers = cut.get("layers")
        results[place].append(
            Decoded(
                ids=ids[number, :length],
                score=float(scores[place, rank[number]]),
                logprobs=np.diff(sums[number, : length + 1]),
                attention=cut["attention"][:, :source] if "attention" in cut else None,
                layers=None if layers is None else layers[..., :source].transpose(1, 2, 0, 3),
                alternatives=(cut["top_ids"], cut["top_logprobs"]) if "top_ids" in cut else None,
            )
        )
    return results


def _arrays(tensors: Sequence[Tensor | None]) -> list[NDArray | None]:
    """Tensors as arrays, in one transfer when they are on a GPU."""
    present = [t for t in tensors if t is not None]
    if not present:
        return [None] * len(tensors)
    if present[0].device.type == "cpu":
        return [None if t is None else t.numpy() for t in tensors]
    flat = torch.cat(present).cpu().numpy()
    parts = iter(np.split(flat, np.cumsum([len(t) for t in present])[:-1]))
    return [None if t is None else next(parts) for t in tensors]
