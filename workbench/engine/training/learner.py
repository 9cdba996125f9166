"""A model that learns: its loss, its optimizer and the running average of its weights, one optimizer step at a time."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn

from workbench.engine.core.config import RunConfig
from workbench.engine.core.messages import Message
from workbench.engine.dataset.batch import Batch
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.models.embeddings import FixedRows, put_back
from workbench.engine.training.distributed import Ranks
from workbench.engine.training.emitter import EventEmitter
from workbench.engine.training.optimization.optim import Ema, clip_gradients, make_average, make_optimizer
from workbench.engine.training.optimization.step import TrainingStep, split_batch


class Learner:
    """Everything of a run that training changes.

    Args:
        fixed: Rows of the model's embeddings that are not trained.
        ranks: The processes that share the gradients.
        emitter: Told when batches must be split.

    Attributes:
        parameters: The weights that are trained.
        average: Running average of the weights; ``None`` when the run has none.
    """

    def __init__(
        self,
        model: EncoderDecoder,
        fixed: Sequence[FixedRows],
        config: RunConfig,
        precision: str,
        ranks: Ranks,
        emitter: EventEmitter,
    ) -> None:
        self._training, self._ranks, self._emitter = config.training, ranks, emitter
        self.model, self.fixed, self.precision = model, fixed, precision
        self._step = TrainingStep(model, config.training, precision, config.runtime.fast_path)
        self._shared_step = ranks.wrap(self._step)
        self.parameters: list[nn.Parameter] = [p for p in model.parameters() if p.requires_grad]
        self.optimizer = make_optimizer(model, config.training)
        self.average = make_average(self.parameters, config.training, fixed)
        self._parts = 1

    @property
    def size(self) -> int:
        """Numbers that are trained."""
        return sum(p.numel() for p in self.parameters)

    def autocast(self) -> torch.autocast:
        """The context in which the model computes in its precision."""
        return self._step.autocast()

    def learn(self, batches: list[Batch], step: int, rate: float, ratio: float) -> tuple[torch.Tensor, torch.Tensor]:
        """Take one optimizer step; out of memory halves the batches and repeats it.

        Args:
            batches: The batches whose gradients are accumulated.
            ratio: Share of reference pieces fed to the decoder.

        Returns:
            Objective and plain cross-entropy ``[2]`` per token, and the gradient's norm before it was clipped.
        """
        for settings in self.optimizer.param_groups:
            settings["lr"] = rate
        losses = self._gradients(batches, step, ratio)
        norm = clip_gradients(self.parameters, self._training.clip_norm)
        self.optimizer.step()
        put_back(self.fixed)
        self.optimizer.zero_grad(set_to_none=True)
        if isinstance(self.average, Ema):
            self.average.update(step + 1)
        return losses, norm

    def _gradients(self, batches: list[Batch], step: int, ratio: float) -> torch.Tensor:
        seed = self._training.seed
        tokens = self._ranks.sum(sum(b.tokens for b in batches))[0]
        while True:
            # the step's random numbers depend on seed and step alone: a resumed run draws the same
            torch.manual_seed((seed * 1_000_003 + step) * 64 + self._ranks.rank)
            generator = torch.Generator().manual_seed(seed * 7_368_787 + step)
            try:
                return self._accumulate(batches, tokens, ratio, generator)
            except torch.OutOfMemoryError:
                self.optimizer.zero_grad(set_to_none=True)
                if self._ranks.world > 1 or max(b.src.shape[0] for b in batches) <= self._parts:
                    raise
                torch.cuda.empty_cache()
                self._parts *= 2
                self._emitter.warn(
                    "out_of_memory",
                    Message("out of memory: batches are now taken in {splits} parts", splits=self._parts),
                )

    def _accumulate(
        self, batches: list[Batch], tokens: float, ratio: float, generator: torch.Generator
    ) -> torch.Tensor:
        """Gradients of all batches; their objective and their plain cross-entropy ``[2]``, per token."""
        total = torch.zeros(2, device=self._ranks.device)
        for batch in batches:
            for part in split_batch(batch, self._parts):
                loss, nll = self._shared_step(part, ratio, generator)
                # gradients are averaged over processes, hence the factor; the loss is weighted by tokens
                (loss * (self._ranks.world / tokens)).backward()
                total += torch.stack([loss.detach(), nll]) / tokens
        return total
