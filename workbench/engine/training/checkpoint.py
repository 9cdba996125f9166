"""Checkpoints: complete or not there, best and last resumable, a thinning series of light snapshots beside them."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from safetensors.torch import save_file

from workbench.engine.errors import RunFailed, RunFolderError
from workbench.engine.models.loading import read_tensors
from workbench.engine.runs import (
    BEST,
    STATE,
    TRAINING_STATE,
    WEIGHTS,
    CheckpointInfo,
    RunFolder,
    read_json,
    write_atomically,
)
from workbench.engine.training.selection import Standing

if TYPE_CHECKING:
    from workbench.engine.evaluation.units import Units

FORMAT = 1


@dataclass
class Progress:
    """Where a run stands; with the tensors of a checkpoint, all that an exact resume needs.

    Attributes:
        step: Optimizer steps done.
        epoch: Epoch under way, from 0.
        batch: Batches of it done.
        elapsed: Seconds of training, summed over resumes.
        rate_scale: What plateau and divergence have taken off the learning rate.
        halvings: Divergences survived.
        best_step: Step of the best checkpoint, 0 when there is none.
        best_value: Its score, higher is better (a loss is negated).
        best_chrf: Its chrF, by which equal scores are told apart; ``None`` when unknown.
        best_loss: Its validation loss, which decides where chrF is equal too.
        metric: The score that chooses the best, "" before the model is built.
        tokenizer: sacreBLEU's tokenizer of the run's BLEU; the same over all resumes.
        bad: Validations since the best.
        plateau_bad: Validations since the plateau schedule last saw a gain.
        averaged: Whether averaged weights were the better ones at the last validation.
        validation_seconds: How long a validation with its checkpoint takes.
        precision: "fp32" or "bf16", "" before the first step.
    """

    step: int = 0
    epoch: int = 0
    batch: int = 0
    elapsed: float = 0.0
    rate_scale: float = 1.0
    halvings: int = 0
    best_step: int = 0
    best_value: float = 0.0
    best_chrf: float | None = None
    best_loss: float | None = None
    metric: str = ""
    tokenizer: str = ""

    def choose_metric(self, wish: str, units: Units) -> None:
        """Settle what chooses the best checkpoint and how BLEU is counted, the same over all resumes.

        Args:
            wish: The metric of the configuration.
            units: What the validator's BLEU counts.
        """
        if not self.metric:
            begun_before = bool(self.tokenizer)  # by an earlier version, which followed the configuration
            self.metric = "chrf" if wish == "bleu" and units.short and not begun_before else wish
        self.tokenizer = units.tokenizer

    @property
    def best_standing(self) -> Standing | None:
        """What is known of the best checkpoint; ``None`` when there is none."""
        if not self.best_step:
            return None
        known = Standing(chrf=self.best_chrf, loss=self.best_loss)
        value = -self.best_value if self.metric == "loss" else self.best_value
        return dataclasses.replace(known, **{self.metric: value})

    def keep_best(self, standing: Standing) -> None:
        """Let the validation just made be the best."""
        value = getattr(standing, self.metric)
        self.best_step, self.best_value = self.step, -value if self.metric == "loss" else value
        self.best_chrf, self.best_loss = standing.chrf, standing.loss
    bad: int = 0
    plateau_bad: int = 0
    averaged: bool = False
    validation_seconds: float = 0.0
    precision: str = ""


def _sync_folder(path: Path) -> None:
    if os.name == "posix":
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sync_file(path: Path) -> None:
    with open(path, "rb+") as handle:
        os.fsync(handle.fileno())


def save_checkpoint(
    run: RunFolder,
    progress: Progress,
    model: dict[str, torch.Tensor],
    state: dict[str, torch.Tensor],
    facts: dict[str, Any],
) -> Path:
    """Write a resumable checkpoint: a temporary folder, flushed, then renamed.

    Args:
        run: The run.
        progress: Where it stands.
        model: Weights to translate with.
        state: Everything else a resume needs.
        facts: What a loader needs to build the model (vocabulary sizes), and scores.

    Raises:
        RunFailed: The disk is full or cannot be written; older checkpoints stay as they were.
    """
    name = f"step-{progress.step:08d}"
    temporary, final = run.path / f".{name}.tmp", run.path / name
    shutil.rmtree(temporary, ignore_errors=True)
    try:
        temporary.mkdir()
        save_file(model, temporary / WEIGHTS)
        save_file(state, temporary / TRAINING_STATE)
        record = {"format": FORMAT, **facts, **dataclasses.asdict(progress)}
        write_atomically(temporary / STATE, json.dumps(record, indent=2))
        for file in (WEIGHTS, TRAINING_STATE):
            _sync_file(temporary / file)
        _sync_folder(temporary)
        shutil.rmtree(final, ignore_errors=True)
        os.replace(temporary, final)
        _sync_folder(run.path)
    except (OSError, RuntimeError) as error:
        # safetensors reports a full disk as its own error, a RuntimeError
        shutil.rmtree(temporary, ignore_errors=True)
        raise RunFailed(
            f"the checkpoint could not be written: {error}",
            where=str(final),
            advice="Free some disk space, then go on with --resume.",
        ) from None
    return final


def load_checkpoint(info: CheckpointInfo) -> tuple[Progress, dict[str, torch.Tensor], dict[str, torch.Tensor]]:
    """Read a resumable checkpoint: where the run stood, weights, the rest.

    Raises:
        RunFolderError: A file is missing, truncated or of a newer format.
    """
    return load_progress(info), read_tensors(info.weights), read_tensors(info.path / TRAINING_STATE)


def load_progress(info: CheckpointInfo) -> Progress:
    """Where the run stood at a checkpoint.

    Raises:
        RunFolderError: The file is missing, truncated or of a newer format.
    """
    record = read_json(info.path / STATE)
    if record.get("format") != FORMAT:
        raise RunFolderError(
            f"was written in format {record.get('format')}, this program reads {FORMAT}", where=str(info.path)
        )
    known = {f.name for f in dataclasses.fields(Progress)}
    progress = Progress(**{k: v for k, v in record.items() if k in known})
    if progress.best_step and not progress.tokenizer:
        _fill_in(progress, info)
    return progress


def _fill_in(progress: Progress, info: CheckpointInfo) -> None:
    """What a checkpoint of an earlier version does not say: the best one's other scores, in its own folder."""
    progress.tokenizer = "13a"  # whatever the language was
    best = info.path.parent / f"step-{progress.best_step:08d}"
    try:
        scores = read_json(best / STATE).get("scores", {})
        progress.best_chrf, progress.best_loss = float(scores["chrf"]), float(scores["loss"])
    except (RunFolderError, KeyError, TypeError, ValueError, AttributeError):
        return


def write_best(run: RunFolder, step: int, metric: str, value: float) -> None:
    """Point ``best.json`` at a checkpoint."""
    write_atomically(run.path / BEST, json.dumps({"step": step, "metric": metric, "value": value}))


def tidy(run: RunFolder, best_step: int, snapshots: int) -> None:
    """Keep best and last as they are; turn the others into float16 snapshots and thin these to ``snapshots``."""
    for leftover in run.path.glob(".step-*.tmp"):
        shutil.rmtree(leftover, ignore_errors=True)
    found = run.checkpoints()
    if not found:
        return
    last = found[-1].step
    others = [c for c in found if c.step not in (best_step, last)]
    keep = set(thin([c.step for c in others], snapshots))
    for checkpoint in others:
        if checkpoint.step not in keep:
            _remove(checkpoint.path)
        elif checkpoint.resumable:
            _lighten(checkpoint.path)


def _remove(path: Path) -> None:
    # without its mark a half-removed folder is ignored
    (path / STATE).unlink(missing_ok=True)
    shutil.rmtree(path, ignore_errors=True)


def _lighten(path: Path) -> None:
    (path / TRAINING_STATE).unlink(missing_ok=True)
    light = {n: t.half() if t.is_floating_point() else t for n, t in read_tensors(path / WEIGHTS).items()}
    temporary = path / f".{WEIGHTS}.tmp"
    save_file(light, temporary)
    os.replace(temporary, path / WEIGHTS)


def slim_run(run: RunFolder) -> None:
    """Keep what translating needs: float16 weights of every checkpoint, no training state, no stored corpus."""
    for checkpoint in run.checkpoints():
        _lighten(checkpoint.path)
    for leftover in (*run.path.glob(".step-*.tmp"), run.path / "data"):
        shutil.rmtree(leftover, ignore_errors=True)


def thin(steps: list[int], limit: int) -> list[int]:
    """Choose at most ``limit`` of ascending ``steps``, denser at the beginning, where a model changes most.

    The one whose removal leaves the smallest gap on a square-root scale goes first; the earliest stays.
    """
    kept = list(steps)
    if limit == 0:
        return []
    while len(kept) > limit:
        if len(kept) <= 2:
            return kept[:limit]
        gaps = [kept[i + 1] ** 0.5 - kept[i - 1] ** 0.5 for i in range(1, len(kept) - 1)]
        del kept[1 + gaps.index(min(gaps))]
    return kept
