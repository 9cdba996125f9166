"""Run folders: where they lie, what is in them, and how they are listed and binned. No torch."""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs

from workbench.engine.config import RunConfig, build_config, load_toml, to_toml
from workbench.engine.errors import InputError, RunFolderError
from workbench.engine.events import Event, RunResumed, from_json

CONFIG, CORPUS, EVENTS, BEST, NOTES, SCORES = (
    "run.toml",
    "corpus.json",
    "events.jsonl",
    "best.json",
    "notes.json",
    "scores.json",
)
#: Written last into a checkpoint folder; a folder without it is ignored.
STATE = "state.json"
LOCK = ".lock"
WEIGHTS = "model.safetensors"
TRAINING_STATE = "training_state.safetensors"
#: Deleted runs lie in this folder beside the runs until the person empties it.
BIN = ".bin"
#: Sentences of evaluated test sets; stays at home when a run is exported.
TESTS = "tests"
_STEP = re.compile(r"^step-(\d{8,})$")


def checkout_root() -> Path | None:
    """The root of the source checkout this package runs from, or ``None`` when it is installed."""
    root = Path(__file__).resolve().parents[2]
    return root if (root / "pyproject.toml").is_file() and (root / "resources").is_dir() else None


def resources() -> Path:
    """The folder of shipped resources, in a checkout or in an installed package."""
    root = checkout_root()
    return root / "resources" if root else Path(__file__).resolve().parents[1] / "_resources"


def home() -> Path:
    """The user's data folder; ``WORKBENCH_HOME`` overrides it."""
    override = os.environ.get("WORKBENCH_HOME")
    return Path(override) if override else Path(platformdirs.user_data_dir("translation-workbench", appauthor=False))


def runs_root() -> Path:
    """Where new runs go: ``checkpoints`` in a checkout (or under ``WORKBENCH_HOME``), else the user's data folder."""
    root = checkout_root()
    if root and "WORKBENCH_HOME" not in os.environ:
        return root / "checkpoints"
    return home() / "checkpoints"


def shipped_runs_root() -> Path:
    """Where the shipped sample models lie."""
    root = checkout_root()
    return root / "checkpoints" if root else Path(__file__).resolve().parents[1] / "_checkpoints"


def corpora_root() -> Path:
    """Where imported corpora live."""
    return home() / "corpora"


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write a file so that a power cut leaves the old one or the new one, never half of it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{threading.get_ident()}.tmp")
    try:
        with open(temporary, "wb") as handle:
            handle.write(data.encode("utf-8") if isinstance(data, str) else data)
            handle.flush()
            os.fsync(handle.fileno())
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        RunFolderError: Missing, truncated or not an object.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RunFolderError("the file is missing", where=str(path), advice="Copy the whole run folder.") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise RunFolderError(f"cannot be read as JSON: {error}", where=str(path)) from None
    if not isinstance(value, dict):
        raise RunFolderError("is not a JSON object", where=str(path))
    return value


@dataclass(frozen=True)
class CheckpointInfo:
    """One complete checkpoint.

    Attributes:
        path: Its folder.
        step: Optimizer steps done.
        resumable: Whether it holds the training state.
    """

    path: Path
    step: int
    resumable: bool

    @property
    def weights(self) -> Path:
        """The weights file."""
        return self.path / WEIGHTS


@dataclass(frozen=True)
class RunLock:
    """Marks a run as being trained by this process; a lock whose process is gone counts as none."""

    path: Path

    def release(self) -> None:
        """Take the mark away."""
        self.path.unlink(missing_ok=True)


def _lock_holder(path: Path) -> int | None:
    """The living process that holds a lock file, or ``None``."""
    import psutil

    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        process = psutil.Process(int(record["pid"]))
        # the same number may belong to another program by now
        return process.pid if abs(process.create_time() - float(record["started"])) < 2.0 else None
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return None


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
        if not candidate.exists() and candidate.name == str(path):
            for root in (runs_root(), shipped_runs_root()):
                if (root / candidate).is_dir():
                    candidate = root / candidate
                    break
        if not candidate.is_dir():
            raise RunFolderError("no such run folder", where=str(path), advice="See: workbench runs list.")
        if not (candidate / CONFIG).is_file():
            raise RunFolderError(f"is not a run folder: it has no {CONFIG}", where=str(path))
        return cls(candidate)

    @classmethod
    def create(cls, path: Path | str, config: RunConfig) -> RunFolder:
        """Make a new run folder with its configuration.

        Raises:
            InputError: The folder exists.
        """
        run = cls(path)
        if run.path.exists() and any(run.path.iterdir()):
            raise InputError("the run folder exists", where=str(path), advice="Add --resume, or choose another name.")
        run.path.mkdir(parents=True, exist_ok=True)
        run.write_config(config)
        return run

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.path.name

    def lock(self) -> RunLock:
        """Mark the run as being trained here.

        Raises:
            InputError: Another living process trains it.
        """
        import psutil

        path = self.path / LOCK
        holder = _lock_holder(path)
        if holder is not None:
            message = f"is being trained by process {holder}"
            raise InputError(message, where=str(self.path), advice="Stop that one first.")
        record = {"pid": os.getpid(), "started": psutil.Process().create_time()}
        write_atomically(path, json.dumps(record))
        return RunLock(path)

    @property
    def is_running(self) -> bool:
        """Whether a living process trains it."""
        return _lock_holder(self.path / LOCK) is not None

    def config(self) -> RunConfig:
        """The resolved configuration."""
        return build_config(load_toml(self.path / CONFIG), where=str(self.path / CONFIG))

    def write_config(self, config: RunConfig) -> None:
        """Replace the resolved configuration."""
        write_atomically(self.path / CONFIG, to_toml(config))

    def corpus(self) -> dict[str, Any]:
        """What the run was trained on (files, counts, hashes); empty before preparation has ended."""
        path = self.path / CORPUS
        return read_json(path) if path.exists() else {}

    def best(self) -> dict[str, Any] | None:
        """``{"step", "metric", "value"}`` of the best checkpoint, or ``None``."""
        path = self.path / BEST
        return read_json(path) if path.exists() else None

    def notes(self) -> dict[str, Any]:
        """The person's title and annotation: ``{"title", "text"}``."""
        path = self.path / NOTES
        return read_json(path) if path.exists() else {}

    def write_notes(self, notes: dict[str, Any]) -> None:
        """Replace the person's title and annotation."""
        write_atomically(self.path / NOTES, json.dumps(notes, ensure_ascii=False, indent=2))

    def scores(self) -> dict[str, Any]:
        """Scores of test sets evaluated so far, by name."""
        path = self.path / SCORES
        return read_json(path) if path.exists() else {}

    def write_scores(self, scores: dict[str, Any]) -> None:
        """Replace the scores."""
        write_atomically(self.path / SCORES, json.dumps(scores, ensure_ascii=False, indent=2))

    def checkpoints(self) -> list[CheckpointInfo]:
        """All complete checkpoints by ascending step."""
        found = []
        if self.path.is_dir():
            for child in self.path.iterdir():
                match = _STEP.match(child.name)
                if match and (child / STATE).is_file() and (child / WEIGHTS).is_file():
                    found.append(CheckpointInfo(child, int(match[1]), (child / TRAINING_STATE).is_file()))
        return sorted(found, key=lambda c: c.step)

    def checkpoint(self, which: str = "best") -> CheckpointInfo:
        """The checkpoint called "best", "last" or by its step number.

        Raises:
            RunFolderError: There is none.
        """
        found = self.checkpoints()
        if not found:
            raise RunFolderError("has no checkpoint yet", where=str(self.path), advice="Train it further first.")
        if which == "last":
            return found[-1]
        if which == "best":
            best = self.best()
            chosen = [c for c in found if best and c.step == best.get("step")]
            return chosen[0] if chosen else found[-1]
        digits = which.removeprefix("step-")
        chosen = [c for c in found if digits.isdecimal() and c.step == int(digits)]
        if not chosen:
            known = ", ".join(str(c.step) for c in found)
            raise RunFolderError(f"has no checkpoint '{which}'", where=str(self.path), advice=f"There are: {known}.")
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
    for root in roots or (runs_root(), shipped_runs_root()):
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


def safe_stem(text: str) -> str:
    """``text`` as a file name without spaces or separators; "run" when nothing is left of it."""
    return re.sub(r"[^\w.-]+", "-", text).strip("-.") or "run"


def unused_path(path: Path) -> Path:
    """``path``, or ``path-2``, ``path-3`` ... when it exists."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate


def new_run_path(stem: str) -> Path:
    """An unused folder under the runs' root, ``stem`` or ``stem-2``, ``stem-3`` ..."""
    return unused_path(runs_root() / safe_stem(stem))


def rename_run(run: RunFolder, title: str) -> None:
    """Give a run a title of the person's own; the folder keeps its name, so that paths others noted stay valid.

    An empty title shows the folder's name again.
    """
    run.write_notes({**run.notes(), "title": " ".join(title.split())})


def delete_run(run: RunFolder) -> Path:
    """Move a run to the bin folder beside the runs, from where ``restore_run`` takes it back.

    Returns:
        Where it lies now.

    Raises:
        RunFolderError: It is being trained, or the folder cannot be moved.
    """
    if run.is_running:
        raise RunFolderError("is being trained", where=str(run.path), advice="Stop it first.")
    bin_folder = run.path.parent / BIN
    try:
        bin_folder.mkdir(exist_ok=True)
        target = unused_path(bin_folder / run.name)
        os.replace(run.path, target)
    except OSError as error:
        raise RunFolderError(f"cannot be moved to the bin: {error.strerror or error}", where=str(run.path)) from None
    return target


def restore_run(binned: Path) -> RunFolder:
    """Take a deleted run back out of the bin.

    Raises:
        RunFolderError: It is not in a bin, or cannot be moved.
    """
    if binned.parent.name != BIN or not (binned / CONFIG).is_file():
        raise RunFolderError("is not a deleted run", where=str(binned))
    target = unused_path(binned.parent.parent / binned.name)
    try:
        os.replace(binned, target)
    except OSError as error:
        raise RunFolderError(f"cannot be taken back: {error.strerror or error}", where=str(binned)) from None
    return RunFolder.open(target)
