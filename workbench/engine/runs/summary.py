"""What a list of runs shows of each, read from the ends of its journal so that hundreds list at once. No torch."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.engine.core import paths
from workbench.engine.core.errors import RunFolderError, WorkbenchError
from workbench.engine.core.events import (
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
from workbench.engine.core.files import read_text, reason
from workbench.engine.core.json_text import parse_toml
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.schema import describe_model
from workbench.engine.core.types import Progress, no_progress
from workbench.engine.runs import score_values
from workbench.engine.runs.checkpoints import damaged_checkpoints
from workbench.engine.runs.folder import CONFIG, CORPUS, EVENTS, LOCK, NOTES, SCORES, RunFolder, list_runs
from workbench.engine.runs.history import RunHistory

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_HEAD_BYTES = 64 * 1024
_TAIL_BYTES = 256 * 1024
#: Only so many of the newest runs are looked at for interrupted ones.
_NEWEST = 30


@dataclass(frozen=True)
class RunSummary:
    """One row of the list of runs; counts are 0 and scores ``None`` where nobody knows.

    Attributes:
        title: The person's title; the name when there is none.
        status: "completed", "stopped", "failed", "running", "interrupted", "prepared" or "unreadable".
        reason: Why it ended, or why it cannot be read.
        corpus: What it was trained on, in words.
        architecture: In words: "LSTM 512, bahdanau".
        weights_bytes: Size of the weights of one checkpoint (0: none yet).
        changed: When it last changed, seconds since the epoch.
        checkpoints: Complete checkpoints.
        resumable: Whether one of them holds the training state, and the run may be changed.
        disk_bytes: Size of all its files together.
        damaged: What of it cannot be read (files, events of the journal, checkpoints), and why, a sentence each.
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
    disk_bytes: int = 0
    damaged: tuple[str, ...] = ()
    tests: dict[str, object] = field(default_factory=dict)

    @property
    def can_go_on(self) -> bool:
        """Whether it can be trained on now."""
        return self.resumable and self.status in ("completed", "stopped", "interrupted", "failed")


@dataclass(frozen=True)
class RunCurves:
    """The curves of one run, one array entry a point or, from ``valid_steps`` on, a validation.

    ``minutes`` count training time, resumes summed. ``loss`` is the plain cross-entropy of the training, or the
    objective in journals that have no other; ``best_step`` is 0 without validations.
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
    """Summarise a run; a broken one is described, never raised, however it is broken: no run hides the others."""
    try:
        return _summarise(run)
    except Exception as error:
        told = error if isinstance(error, WorkbenchError) else reason(error)
        return RunSummary(run.path, run.name, run.name, status="unreadable", reason=str(told))


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
    places = [run.path / name for name in ("", CONFIG, CORPUS, EVENTS, NOTES, SCORES, LOCK)]
    if run.additions != run.path:
        places += [run.additions / name for name in (NOTES, SCORES)]
    key = tuple(map(_stamp, places))
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
    config = _sections(run.path / CONFIG)
    data, model = config["data"], config["model"]
    broken: list[str] = []
    notes, best, kept = (_readable(read, broken) for read in (run.notes, run.best, run.kept_scores))
    if names := score_values.damaged(kept):
        broken.append(_damaged_scores(run, names))
    journal = _Journal(run.path / EVENTS)
    started = journal.newest(RunStarted)
    checkpoints = run.checkpoints()
    damaged = damaged_checkpoints(run)
    status, why = _status(run, journal)
    best_step = int(best.get("step", 0))
    validation = journal.best_validation(best_step)
    measured = journal.newest(StepLogged, Validated, CheckpointSaved)
    timed = journal.newest(RunFinished, StepLogged, Validated)
    return RunSummary(
        path=run.path,
        name=run.name,
        title=str(notes.get("title") or run.name),
        note=str(notes.get("text") or ""),
        status=status,
        reason=why,
        corpus=_corpus_words(data),
        source_lang=str(data.get("source_lang", "")),
        target_lang=str(data.get("target_lang", "")),
        architecture=describe_model(model),
        parameters=getattr(started, "parameters", 0),
        train_pairs=getattr(started, "train_pairs", 0),
        weights_bytes=max((c.weights.stat().st_size for c in checkpoints), default=0),
        step=measured.step if measured else 0,
        best_step=best_step,
        bleu=validation.bleu if validation else _metric(best, "bleu"),
        chrf=validation.chrf if validation else _metric(best, "chrf"),
        loss=validation.loss if validation else _metric(best, "loss"),
        seconds=getattr(timed, "elapsed", 0.0),
        changed=max(_mtime(run.path / EVENTS), _mtime(run.path / CONFIG)),
        checkpoints=len(checkpoints),
        resumable=not run.is_shipped
        and any(c.resumable for c in checkpoints if c.path not in {d.path for d in damaged}),
        disk_bytes=run.size_bytes(),
        damaged=(*broken, *journal.unreadable, *(checkpoint.message for checkpoint in damaged)),
        tests=score_values.whole(kept),
    )


def _readable(read: Callable[[], dict[str, Any] | None], broken: list[str]) -> dict[str, Any]:
    """What a file beside the configuration holds; one that is damaged costs its own values alone."""
    try:
        return read() or {}
    except WorkbenchError as error:
        broken.append(str(error))
        return {}


def _damaged_scores(run: RunFolder, names: list[str]) -> str:
    told = ", ".join(shortened(name, 40) for name in names[:3])
    message = Message("results hold what is no score, which is left out: {tests}", tests=told)
    return str(RunFolderError(message, where=str(run.path / SCORES)))


_SECTION = re.compile(r"^\[(\w+)\][^\n]*\n", re.MULTILINE)


def _sections(path: Path) -> dict[str, dict[str, Any]]:
    """The two sections of a configuration that a row shows; reading all of it takes four times as long.

    Raises:
        RunFolderError: They are missing or are not TOML.
    """
    try:
        parts = _SECTION.split(read_text(path))
        found = dict(zip(parts[1::2], parts[2::2], strict=True))
        return {name: parse_toml(found[name]) for name in ("data", "model")}
    except KeyError as error:
        raise RunFolderError(Message("has no section [{section}]", section=error.args[0]), where=str(path)) from None
    except ValueError as error:
        raise RunFolderError(
            Message("cannot be read as TOML: {reason}", reason=reason(error)), where=str(path)
        ) from None


def _mtime(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


class _Journal:
    """The ends of a journal, newest line first; a line is parsed only when it is asked for.

    Attributes:
        unreadable: A sentence for each kind of event of which a line was asked for and could not be read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lines = self._read()
        self.unreadable: list[str] = []
        self._lines.reverse()

    def _read(self) -> list[bytes]:
        """Lines of the first and the last part; one cut by a border is left out."""
        try:
            size = os.path.getsize(self._path)
            with open(self._path, "rb") as handle:
                if size <= _HEAD_BYTES + _TAIL_BYTES:
                    return handle.read().splitlines()
                head = handle.read(_HEAD_BYTES)
                handle.seek(size - _TAIL_BYTES)
                tail = handle.read()
        except OSError:
            return []
        return head.rpartition(b"\n")[0].splitlines() + tail.partition(b"\n")[2].splitlines()

    def newest(self, *kinds: type[Event]) -> Event | None:
        """The newest event of these kinds."""
        names = {kind.__name__.encode() for kind in kinds}
        for line in self._lines:
            if _kind(line) in names:
                event = from_json(line.decode("utf-8", "replace"))
                if event is not None:
                    return event
                self._pass_over(line)
        return None

    def _pass_over(self, line: bytes) -> None:
        if line is self._lines[0] and not line.endswith(b"}"):
            return  # what a killed run was writing
        problem = Message(
            "{file}: an event {kind} cannot be read and is left out", file=EVENTS, kind=_kind(line).decode()
        )
        if problem not in self.unreadable:
            self.unreadable.append(problem)

    def best_validation(self, step: int) -> Validated | None:
        """The validation at a step; for step 0, the newest that called itself best."""
        mark = b'"step": %d,' % step if step else b'"best": true'
        return _validation(self._lines, mark) or (self._search(mark) if step else None)

    def _search(self, mark: bytes) -> Validated | None:
        """Look in the middle of a long journal too."""
        try:
            with open(self._path, "rb") as handle:
                return _validation(list(filter(_is_validation, handle))[::-1], mark)
        except OSError:
            return None


def _kind(line: bytes) -> bytes:
    """The name of a line's event, by the way ``events.to_json`` writes it."""
    return line[11 : line.find(b'"', 11)] if line.startswith(b'{"event": "') else b""


def _is_validation(line: bytes) -> bool:
    return _kind(line) == b"Validated"


def _validation(lines: list[bytes], mark: bytes) -> Validated | None:
    for line in lines:
        if mark in line and _is_validation(line):
            event = from_json(line.decode("utf-8", "replace"))
            if isinstance(event, Validated):
                return event
    return None


def _status(run: RunFolder, journal: _Journal) -> tuple[str, str]:
    if run.is_running:
        return "running", ""
    last = journal.newest(RunFinished, RunStarted, RunResumed, StepLogged, Validated, StateChanged)
    if isinstance(last, RunFinished):
        return last.status, last.reason
    return ("interrupted", "") if last is not None else ("prepared", "")


def _metric(best: dict[str, object], name: str) -> float | None:
    value = best.get("value")
    return float(value) if best.get("metric") == name and isinstance(value, int | float) and abs(value) < 1e9 else None


def _corpus_words(data: dict[str, Any]) -> str:
    corpora, src = data.get("corpora") or [], str(data.get("src", ""))
    return ", ".join(Path(str(c)).name for c in corpora) or (Path(src).name if src else "")


def read_curves(run: RunFolder) -> RunCurves:
    """The curves of a run from its whole journal, what a resume repeated told once."""
    import numpy as np

    history = RunHistory()
    for event in run.raw_events():
        history.apply(event)
    # journals from before it was measured have the objective alone
    loss = history.column("cross_entropy" if history.comparable else "loss")
    scores = [(v.step, v.elapsed / 60, v.loss, v.bleu, v.chrf) for v in history.validations]
    valid_steps, valid_minutes, valid_loss, bleu, chrf = np.array(scores, dtype=np.float64).reshape(-1, 5).T.copy()
    steps, minutes, best = history.column("step").copy(), history.column("elapsed") / 60, history.best
    return RunCurves(
        steps, minutes, loss.copy(), valid_steps, valid_minutes, valid_loss, bleu, chrf, best.step if best else 0
    )


@dataclass(frozen=True)
class InterruptedRun:
    """A run that ended without saying so and that no living process trains.

    Attributes:
        step: Step of the last checkpoint it can go on from; 0 when there is none.
        changed: When it last wrote, in seconds since the epoch.
    """

    path: Path
    step: int
    changed: float


def find_interrupted() -> list[InterruptedRun]:
    """The interrupted ones of the person's newest runs, newest first."""
    found = []
    for run in list_runs(paths.runs_root())[:_NEWEST]:
        summary = summarise(run)
        if summary.status == "interrupted":
            steps = [c.step for c in run.checkpoints() if c.resumable]
            found.append(InterruptedRun(run.path, steps[-1] if steps else 0, summary.changed))
    return found
