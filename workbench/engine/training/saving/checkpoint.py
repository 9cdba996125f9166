"""Checkpoints: complete or not there, best and last resumable, a thinning series of light snapshots beside them."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import (
    complete_folder,
    complete_path,
    read_json,
    remove_folder,
    reporting_writes,
    write_atomically,
)
from workbench.engine.core.messages import Message
from workbench.engine.models.weights import read_tensors
from workbench.engine.runs.checkpoints import FILES, FORMAT, check_format, problem_of, record_files
from workbench.engine.runs.folder import BEST, STATE, TRAINING_STATE, WEIGHTS, CheckpointInfo, RunFolder
from workbench.engine.training.state import TrainState

#: No count of steps, seconds or scores comes near it.
_LARGEST = 10**12


def save_checkpoint(
    run: RunFolder,
    state: TrainState,
    model: dict[str, torch.Tensor],
    rest: dict[str, torch.Tensor],
    facts: dict[str, Any],
) -> Path:
    """Write a resumable checkpoint: a temporary folder, flushed, then renamed.

    Args:
        model: Weights to translate with.
        rest: Every other tensor that a resume needs.
        facts: What a loader needs to build the model (vocabulary sizes), and scores.

    Raises:
        RunFailed: The disk is full or failing; older checkpoints stay as they were.
        InputError: The run folder cannot be written to.
    """
    name = f"step-{state.step:08d}"
    kept = [c.step for c in run.checkpoints()]
    command = f": workbench train --resume --run-dir {run.path}"
    advice = Message("Free some space, then go on with the run{command_line}.", command_line=command)
    if kept:
        advice = Message(
            "The checkpoint of step {step} is whole: free some space, then go on with the run{command_line}.",
            step=kept[-1],
            command_line=command,
        )
    needed = sum(t.nbytes for tensors in (model, rest) for t in tensors.values())
    with (
        reporting_writes(run.path / name, what=Message("the checkpoint"), needed=needed, advice=advice),
        complete_folder(run.path / name) as temporary,
    ):
        save_file(model, temporary / WEIGHTS)
        save_file(rest, temporary / TRAINING_STATE)
        files = record_files(temporary, WEIGHTS, TRAINING_STATE)
        record = {"format": FORMAT, **facts, **dataclasses.asdict(state), FILES: files}
        write_atomically(temporary / STATE, json.dumps(record, indent=2))
    return run.path / name


def load_state(info: CheckpointInfo) -> TrainState:
    """Where the run stood at a checkpoint.

    Raises:
        RunFolderError: The file is missing, truncated or of a newer format.
    """
    record = check_format(info)
    known = {f.name: f.default for f in dataclasses.fields(TrainState)}
    values = {name: value for name, value in record.items() if name in known}
    for name, value in values.items():
        if not _fits(value, known[name]):
            raise RunFolderError(
                Message("says '{name}' is {value}", name=name, value=repr(value)[:40]),
                where=str(info.path / STATE),
                advice=Message("Copy the run from a backup."),
            )
    state = TrainState(**values)
    return _filled_in(state, info) if state.best_step and not state.tokenizer else state


def _fits(value: Any, default: Any) -> bool:
    """Whether a value of ``state.json`` can be one of a field with this default, "" for texts, ``None`` for scores."""
    if default is None or type(default) is float:
        return value is default or (type(value) in (int, float) and abs(value) < _LARGEST)
    return type(value) is type(default) and (type(default) is not int or 0 <= value < _LARGEST)


def _filled_in(state: TrainState, info: CheckpointInfo) -> TrainState:
    """With what a checkpoint of an earlier version does not say: the best one's other scores, in its own folder."""
    state = dataclasses.replace(state, tokenizer="13a")  # whatever the language was
    best = info.path.parent / f"step-{state.best_step:08d}"
    try:
        scores = read_json(best / STATE).get("scores", {})
        return dataclasses.replace(state, best_chrf=float(scores["chrf"]), best_loss=float(scores["loss"]))
    except (RunFolderError, KeyError, TypeError, ValueError, AttributeError):
        return state


def write_best(run: RunFolder, step: int, metric: str, value: float) -> None:
    """Point ``best.json`` at a checkpoint."""
    write_atomically(run.path / BEST, json.dumps({"step": step, "metric": metric, "value": value}))


def tidy(run: RunFolder, best_step: int, snapshots: int, last_step: int) -> None:
    """Keep best and last as they are; turn the others into float16 snapshots and thin these to ``snapshots``.

    Args:
        last_step: Step of the newest checkpoint; later ones are of a course that was given up for damage or divergence
            and are left to be overwritten.
    """
    others = [c for c in run.checkpoints() if c.step != best_step and c.step < last_step]
    keep = set(thin([c.step for c in others], snapshots))
    for checkpoint in others:
        if checkpoint.step not in keep:
            remove_folder(checkpoint.path)
        elif not _is_light(checkpoint) and not problem_of(checkpoint.path, quick=True):
            _lighten(checkpoint.path)


def _is_light(checkpoint: CheckpointInfo) -> bool:
    """Whether it is a snapshot already, a whole one: ``_lighten`` was not interrupted."""
    return not checkpoint.resumable and FILES in read_json(checkpoint.path / STATE)


def _lighten(path: Path) -> None:
    """Turn a checkpoint into a float16 snapshot without its training state.

    Its record of the files goes first and comes back last, so that a power cut in between leaves no record that does
    not fit.

    Raises:
        RunFailed: The disk is full; the weights are as they were.
        RunFolderError: A file of it is missing or damaged.
    """
    tensors = read_tensors(path / WEIGHTS)
    light = {n: t.half() if t.is_floating_point() else t for n, t in tensors.items()}
    record = read_json(path / STATE)
    record.pop(FILES, None)
    with reporting_writes(path, what=Message("the snapshot"), needed=sum(t.nbytes for t in light.values())):
        write_atomically(path / STATE, json.dumps(record, indent=2))
        (path / TRAINING_STATE).unlink(missing_ok=True)
        with complete_path(path / WEIGHTS) as temporary:
            save_file(light, temporary)
        record[FILES] = record_files(path, WEIGHTS)
        write_atomically(path / STATE, json.dumps(record, indent=2))


def slim_run(run: RunFolder) -> list[str]:
    """Keep what translating needs: float16 weights of every checkpoint, no training state, no stored corpus.

    Returns:
        One sentence for each checkpoint that is damaged and was left as it is.

    Raises:
        RunFolderError: None of its checkpoints is whole, so nothing was removed.
    """
    problems = {c.step: problem_of(c.path) for c in run.checkpoints()}
    if problems and all(problems.values()):
        raise RunFolderError(
            Message("none of its checkpoints can be read"),
            where=str(run.path),
            advice=Message("Copy the run from a backup."),
        )
    for checkpoint in run.checkpoints():
        if not problems[checkpoint.step]:
            _lighten(checkpoint.path)
    remove_folder(run.path / "data")
    return [
        Message("step {step} is damaged ({problem}) and was left as it is", step=step, problem=problem)
        for step, problem in problems.items()
        if problem
    ]


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
