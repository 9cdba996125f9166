"""All that an exact resume needs of a run in training, into a checkpoint and back."""

from __future__ import annotations

from typing import Any

import torch

from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.models.embeddings import FixedRows
from workbench.engine.models.weights import read_tensors, weights
from workbench.engine.runs.folder import TRAINING_STATE, CheckpointInfo, RunFolder
from workbench.engine.training.learner import Learner
from workbench.engine.training.optimization.optim import exact, load_optimizer, optimizer_tensors
from workbench.engine.training.saving import checkpoint
from workbench.engine.training.state import TrainState
from workbench.engine.training.validation import Scores

#: Before the names of tensors that say which rows of which weight stay as they are.
_FIXED = "fixed."


class CheckpointManager:
    """Saves and restores one run.

    Args:
        learner: Model, optimizer and running average.
        shared: Whether source and target share their vocabulary.
    """

    def __init__(self, folder: RunFolder, training: TrainingConfig, learner: Learner, *, shared: bool) -> None:
        self._folder, self._training, self._learner, self._shared = folder, training, learner, shared

    def save(self, state: TrainState, scores: Scores | None) -> str:
        """Write a resumable checkpoint, point at the best one and thin out the others.

        Args:
            scores: What the validation before it found, if there was one.

        Returns:
            The name of the checkpoint's folder.

        Raises:
            RunFailed: The disk is full or cannot be written.
        """
        model = self._learner.model
        facts: dict[str, Any] = {
            "source_vocab": model.source_vocab,
            "target_vocab": model.target_vocab,
            "shared": self._shared,
        }
        if scores:
            facts["scores"] = {"loss": scores.loss, "bleu": scores.bleu, "chrf": scores.chrf}
        live = weights(model)
        chosen, rest = self._chosen_weights(live, averaged=state.averaged), self._tensors(live)
        name = checkpoint.save_checkpoint(self._folder, state, chosen, rest, facts).name
        self.settle(state)
        return name

    def _tensors(self, live: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
        """Live weights, the optimizer's memory, fixed rows and the running average."""
        learner = self._learner
        names = {id(p): name for name, p in learner.model.named_parameters()}
        tensors = {f"live.{n}": t for n, t in live.items()}
        tensors |= optimizer_tensors(learner.optimizer)
        tensors |= {f"{_FIXED}{names[id(rows.weight)]}": rows.rows for rows in learner.fixed}
        if learner.average:
            tensors |= learner.average.tensors()
        return tensors

    def _chosen_weights(self, live: dict[str, torch.Tensor], *, averaged: bool) -> dict[str, torch.Tensor]:
        """The weights to translate with: the live ones or their average."""
        average = self._learner.average
        if not average or not averaged:
            return live
        average.swap()
        chosen = {n: t.clone() for n, t in weights(self._learner.model).items()}
        average.swap()
        return chosen

    def restore(self, found: CheckpointInfo) -> TrainState:
        """Load a resumable checkpoint.

        Raises:
            RunFolderError: A file of it is missing, truncated, of a newer format or of another run.
        """
        learner = self._learner
        path = found.path / TRAINING_STATE
        state, tensors = checkpoint.load_state(found), read_tensors(path)
        try:
            with torch.no_grad():
                for name, parameter in learner.model.named_parameters():
                    parameter.copy_(exact(tensors[f"live.{name}"], parameter))
                for rows in learner.fixed:
                    rows.keep()
                load_optimizer(learner.optimizer, tensors)
                if learner.average:
                    learner.average.load(tensors)
        except (KeyError, ValueError, RuntimeError) as error:
            raise RunFolderError(
                Message("does not fit the run ({reason})", reason=reason(error)),
                where=str(path),
                advice=Message("Copy the run from a backup."),
            ) from None
        return state

    def settle(self, state: TrainState) -> None:
        """Let ``best.json`` name the best checkpoint as the run knows it, and thin out the others.

        After a checkpoint, and after going back to one: what came after it may have been cut off, or be void.
        """
        if state.best_step:
            metric, value = state.metric or self._training.metric, state.best_value
            checkpoint.write_best(self._folder, state.best_step, metric, -value if metric == "loss" else value)
        checkpoint.tidy(self._folder, state.best_step, self._training.snapshots, state.step)


def fixed_in(checkpoint: CheckpointInfo, model: EncoderDecoder) -> list[FixedRows]:
    """Rows of embeddings that were kept fixed in a run until this checkpoint, and stay so in its model.

    Raises:
        RunFolderError: A file of the checkpoint is missing or truncated.
    """
    path, parameters = checkpoint.path / TRAINING_STATE, dict(model.named_parameters())
    found = {n.removeprefix(_FIXED): t for n, t in read_tensors(path).items() if n.startswith(_FIXED)}
    for name, rows in found.items():
        if name not in parameters or rows.dtype != torch.bool or rows.shape != parameters[name].shape[:1]:
            raise RunFolderError(Message("does not fit the run ({reason})", reason=name[:100]), where=str(path))
    return [FixedRows(parameters[name], rows) for name, rows in found.items()]
