"""The tensors of one training batch; the one type that data hands to models."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class Batch:
    """Padded sentence pairs, sorted by descending source length.

    Attributes:
        src: Source pieces with end-of-sentence, ``[batch, source]`` int64, padded with ``PAD``.
        src_lengths: Real source positions, ``[batch]`` int64, on the CPU (packing needs them there).
        tgt_in: Decoder inputs, begin-of-sentence first, ``[batch, target]`` int64.
        tgt_out: What each position must predict, end-of-sentence last, ``[batch, target]`` int64.
        tgt_lengths: Real target positions, ``[batch]`` int64, on the CPU.
        tokens: Real target positions in all.
    """

    src: torch.Tensor
    src_lengths: torch.Tensor
    tgt_in: torch.Tensor
    tgt_out: torch.Tensor
    tgt_lengths: torch.Tensor
    tokens: int

    def to(self, device: torch.device | str) -> Batch:
        """Move the tensors a model reads; lengths stay on the CPU."""
        return self._moved(lambda tensor: tensor.to(device, non_blocking=True))

    def pinned(self) -> Batch:
        """The same in page-locked memory, from which a GPU copies while the program goes on."""
        return self._moved(lambda tensor: tensor.pin_memory())

    def _moved(self, move: Callable[[torch.Tensor], torch.Tensor]) -> Batch:
        return replace(self, src=move(self.src), tgt_in=move(self.tgt_in), tgt_out=move(self.tgt_out))
