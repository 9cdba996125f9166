"""What greedy search, sampling and beam search share: the sentences to decode, their limits, the raw results."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.batch import BOS, EOS, PAD
from workbench.engine.config import SearchConfig
from workbench.engine.search.prefix import Prefix
from workbench.engine.search.utf8 import LONGEST, Utf8

#: Called at every decoding step; raises ``Cancelled`` to stop.
Check = Callable[[], None]


def no_check() -> None:
    """A check that never stops the decoding."""


@dataclass(frozen=True)
class Sentence:
    """One source sentence to decode.

    Attributes:
        ids: Source pieces, end-of-sentence last.
        prefix: What the translation must begin with.
        key: Seeds the draws of this sentence, whatever batch it is in.
    """

    ids: Sequence[int]
    prefix: Prefix | None = None
    key: int = 0


@dataclass(frozen=True)
class Decoded:
    """One finished hypothesis in piece ids.

    Attributes:
        ids: Target pieces ``[target]``, end-of-sentence last.
        score: Length-normalised log-probability with the coverage penalty.
        logprobs: Log-probability of each piece ``[target]``.
        attention: ``[target, source]`` over the real source positions; ``None`` unless asked for.
        layers: ``[layer, head, target, source]`` for models that have several, else ``None``.
        alternatives: Best pieces at each position, ids and log-probabilities ``[target, k]``.
    """

    ids: NDArray[np.int64]
    score: float
    logprobs: NDArray[np.float32]
    attention: NDArray[np.float32] | None = None
    layers: NDArray[np.float32] | None = None
    alternatives: tuple[NDArray[np.int64], NDArray[np.float32]] | None = None


def pad_sources(sentences: Sequence[Sentence], device: torch.device) -> tuple[Tensor, Tensor]:
    """The batch a model reads.

    Returns:
        Pieces ``[batch, source]`` on the device, padded with ``PAD``, and lengths ``[batch]`` on the CPU.
    """
    lengths = np.fromiter((len(s.ids) for s in sentences), dtype=np.int64, count=len(sentences))
    pieces = np.full((len(sentences), int(lengths.max())), PAD, dtype=np.int64)
    for row, sentence in enumerate(sentences):
        pieces[row, : len(sentence.ids)] = sentence.ids
    return torch.from_numpy(pieces).to(device), torch.from_numpy(lengths)


def length_norm(length: int, alpha: float) -> float:
    """Length penalty ``((5 + length) / 6) ** alpha`` of Wu et al. (2016), equation 14; length includes the end."""
    return float(((5.0 + length) / 6.0) ** alpha)


def repeated_ngrams(history: Tensor, size: int) -> tuple[Tensor, Tensor]:
    """Which next pieces would repeat an n-gram.

    Args:
        history: Pieces so far ``[rows, steps]``.
        size: Length n of the n-grams.

    Returns:
        Row and piece of every forbidden continuation, two vectors.
    """
    steps = history.shape[1]
    if steps < size:
        none = history.new_zeros(0)
        return none, none
    if size == 1:
        rows = torch.arange(history.shape[0], device=history.device).repeat_interleave(steps)
        return rows, history.reshape(-1)
    seen = history.unfold(1, size, 1)  # [rows, steps - size + 1, size]
    last = history[:, None, steps - size + 1 :]  # [rows, 1, size - 1]
    rows, places = torch.nonzero((seen[:, :, :-1] == last).all(-1), as_tuple=True)
    return rows, seen[rows, places, size - 1]


class Constraints:
    """What the pieces of each sentence must obey: lengths, forced prefix, no repeated n-grams, whole characters.

    Sentences are in dimension 0; ``keep`` follows the sentences that stay in the batch. Pieces that are never
    produced (padding, unknown, begin-of-sentence) are masked by the search itself, before its top-k.
    """

    def __init__(
        self, sentences: Sequence[Sentence], search: SearchConfig, device: torch.device, utf8: Utf8 | None = None
    ) -> None:
        self.utf8 = utf8
        self.no_repeat = search.no_repeat_ngram
        self.prefixes = [s.prefix for s in sentences]
        shortest, longest = [], []
        for sentence in sentences:
            pieces = len(sentence.ids) - 1  # without end-of-sentence
            prefix = sentence.prefix.longest if sentence.prefix else 0
            longest.append(max(int(pieces * search.max_ratio), prefix) + search.max_extra)
            shortest.append(min(int(np.ceil(pieces * search.min_ratio)), longest[-1]))
        # on the CPU: what is known there need not be asked of a GPU, which would be waited for
        self._min, self._max, self._device = shortest, longest, device
        self._refresh()

    def _refresh(self) -> None:
        self.shortest = max(self._min, default=0)
        self.first_limit = min(self._max, default=0)
        self.last_limit = max(self._max, default=0)
        self._has_prefix = any(self.prefixes)
        # So many steps before the limit no character may begin that would not be finished.
        self._late = self.first_limit - (LONGEST if self.utf8 else 0)

    def keep(self, rows: Tensor) -> None:
        """Keep only the sentences ``rows`` of the batch."""
        kept = rows.tolist()
        self._min, self._max = [self._min[row] for row in kept], [self._max[row] for row in kept]
        self.prefixes = [self.prefixes[row] for row in kept]
        self._refresh()

    def limits(self) -> Tensor:
        """Most pieces of each sentence, end-of-sentence not counted, ``[batch]``."""
        return self._on_device(self._max)

    def _on_device(self, values: list[int]) -> Tensor:
        return torch.tensor(values, dtype=torch.long).to(self._device, non_blocking=True)

    def active(self, step: int) -> bool:
        """Whether anything is to be masked at this step."""
        return step < self.shortest or step >= self._late or self.no_repeat > 0 or self._has_prefix

    def apply(
        self,
        scores: Tensor,
        step: int,
        history: Tensor | None,
        offsets: Tensor | None,
        characters: Tensor | None = None,
    ) -> None:
        """Mask in place what is not allowed.

        Args:
            scores: Log-probabilities ``[batch, width, vocab]``.
            step: Pieces produced so far.
            history: Those pieces ``[batch * width, step]``; needed for repeated n-grams.
            offsets: How far each hypothesis has come in its prefix ``[batch, width]``; needed with prefixes.
            characters: State of the byte pieces ``[batch * width]`` (see ``Utf8``), where there are any.
        """
        if self.no_repeat and history is not None:
            rows, pieces = repeated_ngrams(history, self.no_repeat)
            if characters is not None:  # a character that has begun is finished
                between = characters[rows] == 0
                rows, pieces = rows[between], pieces[between]
            scores.view(-1, scores.shape[-1])[rows, pieces] = -torch.inf
        if step < self.shortest:
            early = self._on_device([shortest > step for shortest in self._min]) > 0
            scores[:, :, EOS].masked_fill_(early[:, None], -torch.inf)
        if self.utf8 is not None and step >= self._late:
            room = self._on_device([longest - step - 1 for longest in self._max])
            self.utf8.mask_late(scores.view(-1, scores.shape[-1]), room.repeat_interleave(scores.shape[1]))
        if self._has_prefix and offsets is not None:
            self._apply_prefixes(scores, offsets)
        if step >= self.first_limit:
            full = self._on_device([row for row, longest in enumerate(self._max) if longest <= step])
            ends = scores[full, :, EOS]
            # A forbidden end may not stay forbidden here, or nothing would be left.
            scores[full] = -torch.inf
            scores[full, :, EOS] = torch.nan_to_num(ends, neginf=-1e4)

    def _apply_prefixes(self, scores: Tensor, offsets: Tensor) -> None:
        for row, (prefix, at) in enumerate(zip(self.prefixes, offsets.tolist(), strict=True)):
            if prefix is None:
                continue
            for column, offset in enumerate(at):
                allowed = prefix.allowed(offset)
                if allowed is not None:
                    pieces = torch.from_numpy(allowed).to(scores.device, non_blocking=True)
                    kept = scores[row, column, pieces].clamp_min(-1e4)
                    scores[row, column] = -torch.inf
                    scores[row, column, pieces] = kept

    def advance(self, offsets: Tensor, pieces: Tensor) -> Tensor:
        """How far each hypothesis has come in its prefix after ``pieces`` ``[batch, width]``."""
        moved = [
            [prefix.advance(o, p) if prefix else 0 for o, p in zip(row, chosen, strict=True)]
            for prefix, row, chosen in zip(self.prefixes, offsets.tolist(), pieces.tolist(), strict=True)
        ]
        return torch.tensor(moved, dtype=torch.long).to(offsets.device, non_blocking=True).view(offsets.shape)

    @property
    def has_prefix(self) -> bool:
        """Whether a sentence of the batch has a forced prefix."""
        return self._has_prefix


def begin_tokens(rows: int, device: torch.device) -> Tensor:
    """The first decoder input of every row."""
    return torch.full((rows,), BOS, dtype=torch.long, device=device)
