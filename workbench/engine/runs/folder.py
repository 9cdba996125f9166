"""Run folders: where they lie, what is in them, and how they are listed and binned. No torch."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.engine.core import paths
from workbench.engine.core.bin import is_in_bin, move_to_bin, take_from_bin
from workbench.engine.core.config import RunConfig, build_config, load_toml, to_toml
from workbench.engine.core.errors import InputError, RunFolderError
from workbench.engine.core.events import Event, RunResumed, from_json
from workbench.engine.core.files import (
    name_hash,
    read_json,
    reporting_writes,
    unused_path,
    write_atomically,
)
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_new_folder, safe_name
from workbench.engine.core.plain_text import single_spaced
from workbench.engine.core.temporaries import remove_if_empty, sweep
from workbench.engine.runs import run_lock
from workbench.engine.runs.begun_here import note_begun
from workbench.engine.runs.run_lock import LOCK, RunLock
from workbench.engine.runs.score_values import whole

CONFIG, CORPUS, EVENTS = "run.toml", "corpus.json", "events.jsonl"
BEST, NOTES, SCORES = "best.json", "notes.json", "scores.json"
#: Written last into a checkpoint folder; a folder without it is ignored.
STATE = "state.json"
WEIGHTS = "model.safetensors"
TRAINING_STATE = "training_state.safetensors"
#: Sentences of evaluated test sets; stays at home when a run is exported.
TESTS = "tests"
#: The runs that come with the program; nothing is ever written into them.
SHIPPED_RUNS = ("sample-en-fr", "sample-fr-en")
#: Folder in the user's data folder with what is added to runs that must stay as they are.
ADDITIONS = "additions"
#: No run has more.
_LAST_STEP = 2**53
STEP = re.compile(r"^step-(\d{8,})\Z")


@dataclass(frozen=True)
class CheckpointInfo:
    """One complete checkpoint.

    Attributes:
        resumable: Whether it holds the training state.
    """

    path: Path
    step: int
    resumable: bool

    @property
    def weights(self) -> Path:
        """The weights file."""
        return self.path / WEIGHTS


class RunFolder:
    """A run on disk. Reading never changes it."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    @classmethod
    def open(cls, path: Path | str) -> RunFolder:
        """Open an existing run; a bare name is looked for among the runs.

        Raises:
            RunFolderError: It is no run folder.
        """
        candidate = Path(path)
        try:
            if candidate.name == str(path) and not candidate.exists():
                for root in (paths.runs_root(), paths.shipped_runs_root()):
                    if (root / candidate).is_dir():
                        candidate = root / candidate
                        break
            found = candidate.is_dir()
        except (OSError, ValueError):  # a name that no file can have
            found = False
        if not found:
            short = str(path) if len(str(path)) <= 300 else f"{str(path)[:300]}…"
            raise RunFolderError(
                Message("no such run folder"),
                where=short,
                advice=Message("Look at the list of runs{command_line}.", command_line=": workbench runs list"),
            )
        if not (candidate / CONFIG).is_file():
            raise RunFolderError(Message("is not a run folder: it has no {config}", config=CONFIG), where=str(path))
        return cls(candidate)

    @classmethod
    def begin(cls, path: Path | str, config: RunConfig) -> tuple[RunFolder, RunLock]:
        """Make a new run folder and mark it as being trained here; of several processes one succeeds.

        The configuration is written when the mark is ours, so that nobody overwrites another's.

        Raises:
            InputError: The folder exists, its name is impossible, or it cannot be made there.
            RunFailed: The disk is full.
        """
        run = cls(path)
        check_new_folder(run.path, "run")
        with reporting_writes(run.path):
            run.refuse_if_filled()
            try:
                lock = run._make_and_lock()
                try:
                    run.refuse_if_filled()  # by whoever had the lock until now
                    note_begun(run.path, config)
                    run.write_config(config)
                except BaseException:
                    lock.release()
                    raise
            except BaseException:
                remove_if_empty(run.path)
                raise
        return run, lock

    def refuse_if_filled(self) -> None:
        """Raise an ``InputError`` where more than a lock, or what a crash has left, is in the way of a new run."""
        sweep(self.path)
        if self.path.exists() and (not self.path.is_dir() or any(c.name != LOCK for c in self.path.iterdir())):
            advice = Message(
                "Choose another name, or go on with that run{command_line}.", command_line=": add --resume"
            )
            raise InputError(Message("the run folder exists"), where=str(self.path), advice=advice)

    def _make_and_lock(self) -> RunLock:
        for _ in range(20):
            self.path.mkdir(parents=True, exist_ok=True)
            try:
                return run_lock.acquire(self.path)
            except FileNotFoundError:  # another process has given the same folder up again just now
                continue
        raise run_lock.refusal(self.path)

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    def lock(self) -> RunLock:
        """Mark the run as being trained here.

        What earlier ones left when they were cut off is removed.

        Raises:
            InputError: Another process trains it, it came with the program, or it cannot be written to.
        """
        if self.is_shipped:
            advice = Message("Copy the folder under another name and work on the copy.")
            raise InputError(Message("came with the program and stays as it is"), where=str(self.path), advice=advice)
        with reporting_writes(self.path):
            lock = run_lock.acquire(self.path)
        sweep(self.path, deep=True)
        return lock

    @property
    def is_running(self) -> bool:
        """Whether a living process trains it, here or on another computer that shares the disk."""
        return run_lock.is_held(self.path)

    @property
    def is_shipped(self) -> bool:
        """Whether it came with the program."""
        return (
            self.name in SHIPPED_RUNS and self.path.absolute().parent.resolve() == paths.shipped_runs_root().resolve()
        )

    @property
    def additions(self) -> Path:
        """Where the person's notes and test results lie.

        In the run itself; for a run that came with the program or cannot be written to, in the user's data folder.
        """
        if self.is_shipped:
            return paths.home() / ADDITIONS / self.name
        if self.path.is_dir() and not os.access(self.path, os.W_OK):
            place = name_hash(str(self.path.resolve()), 8)
            return paths.home() / ADDITIONS / f"{self.name}-{place}"
        return self.path

    def config(self) -> RunConfig:
        """The resolved configuration."""
        return build_config(load_toml(self.path / CONFIG), where=str(self.path / CONFIG))

    def write_config(self, config: RunConfig) -> None:
        """Replace the resolved configuration."""
        with reporting_writes(self.path / CONFIG):
            write_atomically(self.path / CONFIG, to_toml(config))

    def corpus(self) -> dict[str, Any]:
        """What the run was trained on (files, counts, hashes); empty before preparation has ended."""
        path = self.path / CORPUS
        return read_json(path) if path.exists() else {}

    def best(self) -> dict[str, Any] | None:
        """``{"step", "metric", "value"}`` of the best checkpoint, or ``None``.

        Raises:
            RunFolderError: The file is damaged.
        """
        path = self.path / BEST
        if not path.exists():
            return None
        best = read_json(path)
        step = best.get("step", 0)
        if not isinstance(step, int) or isinstance(step, bool) or not 0 <= step <= _LAST_STEP:
            raise RunFolderError(Message("names no step"), where=str(path))
        return best

    def notes(self) -> dict[str, Any]:
        """The person's title and annotation: ``{"title", "text"}``."""
        added = self.additions / NOTES
        path = added if added.exists() else self.path / NOTES
        return read_json(path) if path.exists() else {}

    def write_notes(self, notes: dict[str, Any]) -> None:
        """Replace the person's title and annotation."""
        self._write_addition(NOTES, notes)

    def scores(self) -> dict[str, Any]:
        """Scores of test sets evaluated so far, by name; the newest last, and without what is no score."""
        return whole(self.kept_scores())

    def kept_scores(self) -> dict[str, Any]:
        """The same as they stand in the files."""
        found: dict[str, Any] = {}
        for path in dict.fromkeys((self.path / SCORES, self.additions / SCORES)):
            if path.exists():
                added = read_json(path)
                found = {name: value for name, value in found.items() if name not in added} | added
        # an empty entry crosses out a result that came with the run
        return {name: value for name, value in found.items() if value is not None}

    def write_scores(self, scores: dict[str, Any]) -> None:
        """Replace the scores."""
        path = self.path / SCORES
        if self.additions != self.path and path.exists():
            own = read_json(path)
            # what came with the run stays there, so a result that is to go is crossed out beside it
            gone = {name: None for name in own if name not in scores}
            scores = {name: value for name, value in scores.items() if own.get(name) != value} | gone
        self._write_addition(SCORES, scores)

    def _write_addition(self, name: str, values: dict[str, Any]) -> None:
        with reporting_writes(self.additions / name):
            self.additions.mkdir(parents=True, exist_ok=True)
            write_atomically(self.additions / name, json.dumps(values, ensure_ascii=False, indent=2))

    def step_folders(self) -> list[tuple[int, Path]]:
        """Step and folder of all checkpoints by ascending step, those without their completion mark too."""
        children = self.path.iterdir() if self.path.is_dir() else ()
        return sorted((int(match[1]), child) for child in children if (match := STEP.match(child.name)))

    def checkpoints(self) -> list[CheckpointInfo]:
        """All complete checkpoints by ascending step."""
        return [
            CheckpointInfo(path, step, (path / TRAINING_STATE).is_file())
            for step, path in self.step_folders()
            if (path / STATE).is_file() and (path / WEIGHTS).is_file()
        ]

    def checkpoint(self, which: str = "best") -> CheckpointInfo:
        """The checkpoint called "best", "last" or by its step number.

        Raises:
            RunFolderError: There is none.
        """
        found = self.checkpoints()
        if not found:
            raise RunFolderError(
                Message("has no checkpoint yet"), where=str(self.path), advice=Message("Train it further first.")
            )
        if which == "last":
            return found[-1]
        if which == "best":
            try:
                best = self.best()
            except RunFolderError:  # the weights are none the worse for it
                best = None
            chosen = [c for c in found if best and c.step == best.get("step")]
            return chosen[0] if chosen else found[-1]
        digits = which.removeprefix("step-")
        chosen = [c for c in found if digits.isdecimal() and c.step == int(digits)]
        if not chosen:
            known = ", ".join(str(c.step) for c in found)
            raise RunFolderError(
                Message("has no checkpoint '{which}'", which=which),
                where=str(self.path),
                advice=Message("There are: {known}.", known=known),
            )
        return chosen[0]

    def events(self) -> list[Event]:
        """The journal as one story: what a resumed run repeated is told once."""
        events: list[Event] = []
        for event in self.raw_events():
            if isinstance(event, RunResumed):
                events = [e for e in events if e.step <= event.step]
            events.append(event)
        return events

    def raw_events(self) -> Iterator[Event]:
        """Every journalled event in order of writing; torn lines are skipped."""
        path = self.path / EVENTS
        if path.exists():
            with open(path, encoding="utf-8", errors="replace") as handle:
                for line in handle:
                    event = from_json(line)
                    if event is not None:
                        yield event

    def size_bytes(self) -> int:
        """Bytes on disk; files that vanish meanwhile (a training run rotates its checkpoints) count nothing."""
        total = 0
        for folder, _, names in os.walk(self.path):
            for name in names:
                try:
                    total += os.lstat(os.path.join(folder, name)).st_size
                except OSError:
                    continue
        return total


def list_runs(*roots: Path) -> list[RunFolder]:
    """All run folders under ``roots`` (default: the user's and the shipped ones), newest first."""
    seen: dict[Path, tuple[float, RunFolder]] = {}
    for root in roots or (paths.runs_root(), paths.shipped_runs_root()):
        try:
            children = [child for child in root.iterdir() if not child.name.startswith(".")]
        except OSError:
            continue
        for child in children:
            try:
                changed = (child / CONFIG).stat().st_mtime
            except OSError:  # no run, or one that is being deleted
                continue
            seen.setdefault(child.resolve(), (changed, RunFolder(child)))
    return [run for _, run in sorted(seen.values(), key=lambda item: (-item[0], item[1].name))]


def new_run_path(stem: str) -> Path:
    """An unused folder under the runs' root, ``stem`` or ``stem-2``, ``stem-3`` ..."""
    return unused_path(paths.runs_root() / safe_name(stem))


def rename_run(run: RunFolder, title: str) -> None:
    """Give a run a title of the person's own; the folder keeps its name, so that paths others noted stay valid.

    An empty title shows the folder's name again.
    """
    run.write_notes({**run.notes(), "title": single_spaced(title)})


def delete_run(run: RunFolder) -> Path:
    """Move a run to the bin folder beside the runs, from where ``restore_run`` takes it back.

    Returns:
        Where it lies now.

    Raises:
        InputError: It is being trained, came with the program, or cannot be moved.
    """
    lock = run.lock()  # nobody may begin to train it while it moves
    try:
        if sys.platform == "win32":
            lock.release()  # a folder with an open file cannot be moved there
        target = move_to_bin(run.path)
        lock.path = target / LOCK
    finally:
        lock.release()
    return target


def restore_run(binned: Path) -> RunFolder:
    """Take a deleted run back out of the bin.

    Raises:
        RunFolderError: It is not in a bin, or cannot be moved.
    """
    if not is_in_bin(binned) or not (binned / CONFIG).is_file():
        raise RunFolderError(Message("is not a deleted run"), where=str(binned))
    return RunFolder.open(take_from_bin(binned))
