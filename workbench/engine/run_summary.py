"""What a list of runs shows of each, read from the ends of its journal so that hundreds list at once. No torch."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.engine.errors import WorkbenchError
from workbench.engine.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    RunResumed,
    RunStarted,
    StateChanged,
    StepLogged,
    Validated,
    from_json,
)
from workbench.engine.runs import CONFIG, CORPUS, EVENTS, LOCK, NOTES, SCORES, RunFolder, read_json
from workbench.engine.types import Progress, no_progress

_HEAD_BYTES = 64 * 1024
_TAIL_BYTES = 256 * 1024


@dataclass(frozen=True)
class RunSummary:
    """One row of the list of runs.

    Attributes:
        path: The run folder.
        name: Its name.
        title: The person's title; the name when there is none.
        note: The person's annotation.
        status: "completed", "stopped", "failed", "running", "interrupted", "prepared" or "unreadable".
        reason: Why it ended, or why it cannot be read.
        corpus: What it was trained on, in words.
        source_lang: Language tag, may be empty.
        target_lang: Language tag, may be empty.
        architecture: In words: "LSTM 512, bahdanau".
        parameters: Trainable parameters (0: unknown).
        train_pairs: Pairs trained on (0: unknown).
        weights_bytes: Size of the weights of one checkpoint (0: none yet).
        step: Optimizer steps done.
        best_step: Step of the best checkpoint (0: none).
        bleu: BLEU of the best validation, or ``None``.
        chrf: chrF of the best validation, or ``None``.
        loss: Loss of the best validation, or ``None``.
        seconds: Seconds of training.
        changed: When it last changed, seconds since the epoch.
        checkpoints: Complete checkpoints.
        resumable: Whether one of them holds the training state.
        tests: Scores of evaluated test sets by name, as in ``scores.json``.
    """

    path: Path
    name: str
    title: str
    note: str = ""
    status: str = "prepared"
    reason: str = ""
    corpus: str = ""
    source_lang: str = ""
    target_lang: str = ""
    architecture: str = ""
    parameters: int = 0
    train_pairs: int = 0
    weights_bytes: int = 0
    step: int = 0
    best_step: int = 0
    bleu: float | None = None
    chrf: float | None = None
    loss: float | None = None
    seconds: float = 0.0
    changed: float = 0.0
    checkpoints: int = 0
    resumable: bool = False
    tests: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class RunCurves:
    """The curves of one run, one array entry a point; ``minutes`` count training time, resumes summed.

    Attributes:
        steps: Steps of the training points ``[points]``.
        minutes: Minutes of the training points.
        loss: Training loss.
        valid_steps: Steps of the validations ``[validations]``.
        valid_minutes: Minutes of the validations.
        valid_loss: Validation loss.
        bleu: Validation BLEU.
        chrf: Validation chrF.
        best_step: Step of the best validation (0: none).
    """

    steps: NDArray[np.float64]
    minutes: NDArray[np.float64]
    loss: NDArray[np.float64]
    valid_steps: NDArray[np.float64]
    valid_minutes: NDArray[np.float64]
    valid_loss: NDArray[np.float64]
    bleu: NDArray[np.float64]
    chrf: NDArray[np.float64]
    best_step: int = 0


def summarise(run: RunFolder) -> RunSummary:
    """Summarise a run; a broken one is described, never raised."""
    try:
        return _summarise(run)
    except (WorkbenchError, OSError, ValueError, KeyError, TypeError) as error:
        return RunSummary(run.path, run.name, run.name, status="unreadable", reason=str(error))


def summarise_all(runs: list[RunFolder], *, progress: Progress = no_progress) -> list[RunSummary]:
    """Summarise many runs; ``progress`` is told after each."""
    found = []
    for done, run in enumerate(runs):
        progress(done, len(runs), run.name)
        found.append(cached_summary(run))
    return found


_cache: dict[Path, tuple[tuple[object, ...], RunSummary]] = {}


def cached_summary(run: RunFolder) -> RunSummary:
    """``summarise``, reading again only what has changed on disk since the last call."""
    key = tuple(_stamp(run.path / name) for name in ("", CONFIG, CORPUS, EVENTS, NOTES, SCORES, LOCK))
    old = _cache.get(run.path)
    if old is not None and old[0] == key and old[1].status != "running":
        return old[1]
    summary = summarise(run)
    _cache[run.path] = (key, summary)
    return summary


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size)


def _summarise(run: RunFolder) -> RunSummary:
    config, notes, best = run.config(), run.notes(), run.best() or {}
    scores = read_json(run.path / SCORES) if (run.path / SCORES).exists() else {}
    head, tail = _ends(run.path / EVENTS)
    everything = head + tail
    started = next((e for e in reversed(everything) if isinstance(e, RunStarted)), None)
    checkpoints = run.checkpoints()
    changed = max(_mtime(run.path / EVENTS), _mtime(run.path / CONFIG))
    status, reason = _status(run, everything)
    validation = _best_validation(run, everything, int(best.get("step", 0)))
    model = config.model
    return RunSummary(
        path=run.path,
        name=run.name,
        title=str(notes.get("title") or run.name),
        note=str(notes.get("text") or ""),
        status=status,
        reason=reason,
        corpus=_corpus_words(config.data.corpora, config.data.src),
        source_lang=config.data.source_lang,
        target_lang=config.data.target_lang,
        architecture=_architecture_words(model),
        parameters=started.parameters if started else 0,
        train_pairs=started.train_pairs if started else 0,
        weights_bytes=max((c.weights.stat().st_size for c in checkpoints), default=0),
        step=max((e.step for e in everything if isinstance(e, StepLogged | Validated | CheckpointSaved)), default=0),
        best_step=int(best.get("step", 0)),
        bleu=validation.bleu if validation else _metric(best, "bleu"),
        chrf=validation.chrf if validation else _metric(best, "chrf"),
        loss=validation.loss if validation else _metric(best, "loss"),
        seconds=_seconds(everything),
        changed=changed,
        checkpoints=len(checkpoints),
        resumable=any(c.resumable for c in checkpoints),
        tests=scores,
    )


def _mtime(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _ends(path: Path) -> tuple[list[Event], list[Event]]:
    """Events of the first and the last part of the journal; a line cut by a border is skipped."""
    try:
        size = os.path.getsize(path)
        with open(path, "rb") as handle:
            if size <= _HEAD_BYTES + _TAIL_BYTES:
                return _parse(handle.read()), []
            first = handle.read(_HEAD_BYTES)
            handle.seek(size - _TAIL_BYTES)
            last = handle.read()
    except OSError:
        return [], []
    return _parse(first.rpartition(b"\n")[0]), _parse(last.partition(b"\n")[2])


#: Lines of these kinds are not needed for a row and are the most numerous; they are not even parsed.
_SKIPPED = (b'"event": "SampleTranslated"', b'"event":"SampleTranslated"')


def _parse(data: bytes) -> list[Event]:
    lines = data.splitlines()
    last_steps = max((i for i, line in enumerate(lines) if b"StepLogged" in line[:40]), default=-1)
    found = []
    for number, line in enumerate(lines):
        if line.startswith(_SKIPPED, 1) or (b"StepLogged" in line[:40] and number != last_steps):
            continue
        event = from_json(line.decode("utf-8", "replace"))
        if event is not None:
            found.append(event)
    return found


def _status(run: RunFolder, events: list[Event]) -> tuple[str, str]:
    if run.is_running:
        return "running", ""
    for event in reversed(events):
        if isinstance(event, RunFinished):
            return event.status, event.reason
        if isinstance(event, RunStarted | RunResumed | StepLogged | Validated | StateChanged):
            return "interrupted", ""
    return "prepared", ""


def _best_validation(run: RunFolder, events: list[Event], step: int) -> Validated | None:
    """The validation of the best checkpoint; without a checkpoint, the newest that called itself best."""
    validations = [e for e in events if isinstance(e, Validated)]
    if not step:
        return next((e for e in reversed(validations) if e.best), None)
    exact = [e for e in validations if e.step == step]
    return exact[-1] if exact else _find_validation(run.path / EVENTS, step)


def _find_validation(path: Path, step: int) -> Validated | None:
    """Search the middle of a long journal, parsing nothing but validations."""
    found = None
    try:
        with open(path, "rb") as handle:
            for line in handle:
                if b'"Validated"' in line[:40]:
                    event = from_json(line.decode("utf-8", "replace"))
                    if isinstance(event, Validated) and event.step == step:
                        found = event
    except OSError:
        return None
    return found


def _metric(best: dict[str, object], name: str) -> float | None:
    value = best.get("value")
    return float(value) if best.get("metric") == name and isinstance(value, int | float) else None


def _seconds(events: list[Event]) -> float:
    for event in reversed(events):
        if isinstance(event, RunFinished | StepLogged | Validated) and event.elapsed:
            return event.elapsed
    return 0.0


def _corpus_words(corpora: list[str], src: str) -> str:
    if corpora:
        return ", ".join(Path(c).name for c in corpora)
    return Path(src).name if src else ""


def _architecture_words(model: object) -> str:
    cell, hidden = str(getattr(model, "rnn", "")).upper(), getattr(model, "hidden", "")
    attention = str(getattr(model, "attention", ""))
    name = cell or str(getattr(model, "architecture", ""))
    return f"{name} {hidden}".strip() + (f", {attention}" if attention else "")


def read_curves(run: RunFolder) -> RunCurves:
    """The curves of a run from its whole journal, what a resume repeated told once."""
    points: list[tuple[float, float, float]] = []
    valid: list[tuple[float, float, float, float, float]] = []
    best = 0
    for event in run.events():
        if isinstance(event, StepLogged):
            points.append((event.step, event.elapsed / 60, event.loss))
        elif isinstance(event, Validated):
            valid.append((event.step, event.elapsed / 60, event.loss, event.bleu, event.chrf))
            best = event.step if event.best else best
    training = np.array(points, dtype=np.float64).reshape(-1, 3)
    scores = np.array(valid, dtype=np.float64).reshape(-1, 5)
    steps, minutes, loss = training.T.copy()
    valid_steps, valid_minutes, valid_loss, bleu, chrf = scores.T.copy()
    return RunCurves(steps, minutes, loss, valid_steps, valid_minutes, valid_loss, bleu, chrf, best)
