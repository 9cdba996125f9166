"""All that an exact resume needs of a run in training, into a checkpoint and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

from workbench.engine.config import TrainingConfig
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.models.embeddings import FixedRows
from workbench.engine.models.loading import read_tensors, weights
from workbench.engine.runs import TRAINING_STATE, CheckpointInfo, RunFolder
from workbench.engine.training import checkpoint as ckpt
from workbench.engine.training.checkpoint import Progress
from workbench.engine.training.optim import Ema, LastK, load_optimizer, optimizer_tensors

#: Before the names of tensors that say which rows of which weight stay as they are.
_FIXED = "fixed."


class Keeper:
    """The live weights of one run, what its optimizer remembers and the running average of its weights.

    Attributes:
        average: The running average; None when the run has none.
    """

    def __init__(
        self,
        folder: RunFolder,
        training: TrainingConfig,
        model: EncoderDecoder,
        optimizer: torch.optim.Optimizer,
        fixed: Sequence[FixedRows] = (),
    ) -> None:
        self._folder, self._training, self._model, self._optimizer = folder, training, model, optimizer
        self._fixed = fixed
        parameters: list[nn.Parameter] = [p for p in model.parameters() if p.requires_grad]
        self.average: Ema | LastK | None = None
        if training.averaging == "ema":
            self.average = Ema(parameters, training.ema_decay, fixed)
        elif training.averaging == "last":
            self.average = LastK(parameters, training.average_last, fixed)

    def save(self, progress: Progress, facts: dict[str, Any]) -> str:
        """Write a resumable checkpoint, point at the best one and thin out the others.

        Args:
            progress: Where the run stands.
            facts: What a loader needs to build the model, and scores.

        Returns:
            The name of the checkpoint's folder.

        Raises:
            RunFailed: The disk is full or cannot be written.
        """
        live = weights(self._model)
        tensors = {f"live.{n}": t for n, t in live.items()}
        tensors |= optimizer_tensors(self._optimizer)
        names = {id(p): name for name, p in self._model.named_parameters()}
        tensors |= {f"{_FIXED}{names[id(rows.weight)]}": rows.rows for rows in self._fixed}
        chosen = live
        if self.average:
            tensors |= self.average.tensors()
            if progress.averaged:
                self.average.swap()
                chosen = {n: t.clone() for n, t in weights(self._model).items()}
                self.average.swap()
        name = ckpt.save_checkpoint(self._folder, progress, chosen, tensors, facts).name
        self.point_at_best(progress)
        ckpt.tidy(self._folder, progress.best_step, self._training.snapshots, progress.step)
        return name

    def restore(self, found: CheckpointInfo) -> Progress:
        """Load a resumable checkpoint.

        Raises:
            RunFolderError: A file of it is missing, truncated or of a newer format.
        """
        progress, _, tensors = ckpt.load_checkpoint(found)
        with torch.no_grad():
            for name, parameter in self._model.named_parameters():
                parameter.copy_(tensors[f"live.{name}"])
        for rows in self._fixed:
            rows.keep()
        load_optimizer(self._optimizer, tensors)
        if self.average:
            self.average.load(tensors)
        return progress

    def point_at_best(self, progress: Progress) -> None:
        """Let ``best.json`` name the best checkpoint as the run knows it; one may have been written after it."""
        if progress.best_step:
            metric, value = progress.metric or self._training.metric, progress.best_value
            ckpt.write_best(self._folder, progress.best_step, metric, -value if metric == "loss" else value)


def fixed_in(checkpoint: CheckpointInfo, model: EncoderDecoder) -> list[FixedRows]:
    """Rows of embeddings that were kept fixed in a run until this checkpoint, and stay so in its model.

    Raises:
        RunFolderError: A file of the checkpoint is missing or truncated.
    """
    tensors, parameters = read_tensors(checkpoint.path / TRAINING_STATE), dict(model.named_parameters())
    names = [name.removeprefix(_FIXED) for name in tensors if name.startswith(_FIXED)]
    return [FixedRows(parameters[name], tensors[_FIXED + name]) for name in names if name in parameters]
