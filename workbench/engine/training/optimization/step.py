"""Forward pass and loss of one batch, as a module so that several devices can share it."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor, nn

from workbench.engine.core.config import TrainingConfig
from workbench.engine.dataset.batch import Batch
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.training.optimization.loss import cross_entropy


class TrainingStep(nn.Module):
    """The model with its loss."""

    def __init__(self, model: EncoderDecoder, config: TrainingConfig, precision: str, fast: bool) -> None:
        super().__init__()
        self.model = model
        self._smoothing, self._rdrop = config.label_smoothing, config.rdrop
        self._bf16 = precision == "bf16"
        self._fast = fast

    def autocast(self) -> torch.autocast:
        """The precision's autocast context on the model's device."""
        device = next(self.model.parameters()).device.type
        return torch.autocast(device, dtype=torch.bfloat16, enabled=self._bf16)

    def forward(self, batch: Batch, teacher_forcing: float, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """Summed objective and summed negative log-likelihood of a batch, in nats.

        Args:
            batch: The batch, on the CPU.
            teacher_forcing: Share of reference pieces fed; the others are the model's own.
            generator: Source of that choice, on the CPU.
        """
        weight, bias = self.model.output_weight()
        # real positions are picked on the CPU, where finding them waits for nothing
        real = torch.arange(batch.tgt_out.shape[1]) < batch.tgt_lengths[:, None]
        target = batch.tgt_out[real].to(weight.device, non_blocking=True)
        batch = batch.to(weight.device)
        with self.autocast():
            if teacher_forcing < 1.0:
                batch = replace(batch, tgt_in=self.model.scheduled_inputs(batch, teacher_forcing, generator))
            if self._rdrop:
                batch = _twice(batch)
            hidden = self.model(batch, fast=self._fast)
        if self._rdrop:
            # each sentence stands there twice, one after the other
            second = torch.arange(len(batch.tgt_lengths)).repeat_interleave(batch.tgt_lengths) % 2 == 1
            views = [mask.nonzero().squeeze(1).to(hidden.device, non_blocking=True) for mask in (~second, second)]
            hidden = torch.stack([hidden.index_select(0, view) for view in views])
        dtype = torch.bfloat16 if self._bf16 else hidden.dtype
        return cross_entropy(hidden, weight, bias, target, self._smoothing, dtype, self._rdrop)


def _twice(batch: Batch) -> Batch:
    """Each sentence twice, one after the other; dropout makes two views of them."""
    return Batch(
        batch.src.repeat_interleave(2, 0),
        batch.src_lengths.repeat_interleave(2),
        batch.tgt_in.repeat_interleave(2, 0),
        batch.tgt_out.repeat_interleave(2, 0),
        batch.tgt_lengths.repeat_interleave(2),
        batch.tokens,
    )


def split_batch(batch: Batch, parts: int) -> list[Batch]:
    """Cut a batch into parts of about as many rows."""
    if parts == 1:
        return [batch]
    rows = batch.src.shape[0]
    size = -(-rows // parts)
    found = []
    for start in range(0, rows, size):
        rows_here = slice(start, start + size)
        lengths = batch.tgt_lengths[rows_here]
        source, target = int(batch.src_lengths[rows_here].max()), int(lengths.max())
        found.append(
            Batch(
                batch.src[rows_here, :source],
                batch.src_lengths[rows_here],
                batch.tgt_in[rows_here, :target],
                batch.tgt_out[rows_here, :target],
                lengths,
                int(lengths.sum()),
            )
        )
    return found
