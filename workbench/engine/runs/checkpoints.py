"""Whether a checkpoint is whole, and which one to take instead of a damaged one. No torch.

``state.json`` holds size and SHA-256 of the tensor files beside it, so that a file that was cut, emptied or changed by
a failing disk is found before it is used. Checkpoints of older versions lack them; of those the structure is checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import file_hash, read_json, refuse_format, unused_path
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message, joined
from workbench.engine.runs.folder import BEST, STATE, TRAINING_STATE, WEIGHTS, CheckpointInfo, RunFolder
from workbench.engine.runs.tensor_files import tensor_header

#: Format of the checkpoints that this program writes and reads.
FORMAT = 1
#: Key of ``state.json`` with the record of the files beside it.
FILES = "files"


@dataclass(frozen=True)
class Damaged:
    """A checkpoint that cannot be used."""

    path: Path
    problem: str

    @property
    def message(self) -> Message:
        """In words."""
        return Message("{checkpoint} is damaged ({problem})", checkpoint=self.path.name, problem=self.problem)

    def __str__(self) -> str:
        return self.message


def record_files(folder: Path, *names: str) -> dict[str, dict[str, Any]]:
    """What ``state.json`` says of the tensor files in a checkpoint's folder."""
    return {n: {"bytes": (folder / n).stat().st_size, "sha256": file_hash(folder / n)} for n in names}


def problem_of(folder: Path, *, resumable: bool = False, quick: bool = False) -> str:
    """Why a checkpoint cannot be used; empty when it is whole.

    Args:
        resumable: Look at the training state too.
        quick: Compare sizes only, for lists.
    """
    problem = ""
    for _ in range(3):
        before = _read_state(folder)
        problem = _problem(folder, before, resumable, quick)
        if not problem or _read_state(folder) == before:
            return problem
        # another process was just making a snapshot of it
    return problem


def _read_state(folder: Path) -> bytes | None:
    try:
        return (folder / STATE).read_bytes()
    except OSError:
        return None


def _problem(folder: Path, state: bytes | None, resumable: bool, quick: bool) -> str:
    if state is None:
        return Message("{file} is missing", file=STATE)
    try:
        record = parse_json(state)
        known = record.get(FILES, {})
        sizes = {name: (int(entry["bytes"]), str(entry["sha256"])) for name, entry in known.items()}
    except (ValueError, AttributeError, KeyError, TypeError, OverflowError):
        if not state.strip():
            return Message("{file} is empty or cut", file=STATE)
        return Message("{file} cannot be read", file=STATE)
    for name in (WEIGHTS, TRAINING_STATE) if resumable else (WEIGHTS,):
        try:
            size = (folder / name).stat().st_size
        except OSError:
            return Message("{file} is missing", file=name)
        if name in sizes:
            if size != sizes[name][0]:
                return Message(
                    "{file} has {size:,} bytes instead of {right:,}", file=name, size=size, right=sizes[name][0]
                )
            if not quick and file_hash(folder / name) != sizes[name][1]:
                return Message("{file} has changed since it was written", file=name)
        elif not quick and not _has_structure(folder / name):
            return Message("{file} is cut or no safetensors file", file=name)
    return ""


def _keeps_state(folder: Path) -> bool:
    """Whether a checkpoint has, or by its record had, the training state."""
    if (folder / TRAINING_STATE).exists():
        return True
    try:
        return TRAINING_STATE in parse_json(_read_state(folder) or b"{}").get(FILES, {})
    except (ValueError, AttributeError, TypeError):
        return False


def _has_structure(path: Path) -> bool:
    """Whether a safetensors file is as long as its header says."""
    try:
        tensor_header(path)
    except RunFolderError:
        return False
    return True


def find_resumable(run: RunFolder) -> tuple[CheckpointInfo | None, list[Damaged]]:
    """The newest whole checkpoint that training can go on from, and the damaged ones after it.

    Returns:
        ``None`` and nothing for a run that has not yet written a checkpoint.

    Raises:
        RunFolderError: There are checkpoints, and none that training can go on from.
    """
    damaged: list[Damaged] = []
    whole: CheckpointInfo | None = None
    for step, folder in reversed(run.step_folders()):
        resumable = _keeps_state(folder)
        info = CheckpointInfo(folder, step, resumable)
        problem = problem_of(folder, resumable=resumable)
        if problem:
            damaged.append(Damaged(folder, problem))
        elif resumable:
            return info, damaged
        elif whole is None:
            whole = info
    if whole is not None:
        message = Message("no checkpoint with its training state is left")
        if damaged:
            message = Message("no checkpoint with its training state is left: {problem}", problem=damaged[0].message)
        raise RunFolderError(
            message,
            where=str(run.path),
            advice=Message(
                "Step {step} still translates; to train, copy the run from a backup or start anew from its run.toml.",
                step=whole.step,
            ),
        )
    if damaged:
        raise RunFolderError(
            Message("none of its checkpoints can be read: {problem}", problem=damaged[0].message),
            where=str(run.path),
            advice=Message("Copy the run from a backup, or start anew from its run.toml."),
        )
    return None, []


def choose(run: RunFolder, which: str) -> tuple[CheckpointInfo, str]:
    """The checkpoint to translate with; for a damaged "best" or "last", the newest whole one.

    Args:
        which: "best", "last" or a step number; one that is named by its step is not replaced.

    Returns:
        The checkpoint, and one sentence when it is not the one asked for, else "".

    Raises:
        RunFolderError: There is none, or none is whole.
    """
    notice: str = ""
    wanted = run.checkpoint(which)
    if which == "best":
        try:
            run.best()
        except RunFolderError as error:
            notice = Message("{file} {problem}", file=BEST, problem=error.message)
    damaged: list[Damaged] = []
    others = [c for c in reversed(run.checkpoints()) if c.step != wanted.step]
    for found in (wanted, *others):
        problem = problem_of(found.path)
        if not problem:
            break
        if which not in ("best", "last"):
            whole = ", ".join(str(c.step) for c in run.checkpoints() if not problem_of(c.path, quick=True))
            raise RunFolderError(
                Message("is damaged ({problem})", problem=problem),
                where=str(found.path),
                advice=Message("Whole ones: {others}.", others=whole) if whole else Message("No other one is whole."),
            )
        damaged.append(Damaged(found.path, problem))
    else:
        raise RunFolderError(
            Message("none of its checkpoints can be read: {problem}", problem=damaged[0].message),
            where=str(run.path),
            advice=Message("Copy the run from a backup, or train it anew from its run.toml."),
        )
    if damaged:
        notice = joined([checkpoint.message for checkpoint in damaged[:3]], "; ")
    if not notice:
        return found, ""
    return found, Message("{problem}. Step {step} is used instead.", problem=notice, step=found.step)


def damaged_checkpoints(run: RunFolder) -> list[Damaged]:
    """Checkpoints whose files have another size than they were written with; quick, for lists."""
    found = [(c.path, problem_of(c.path, resumable=_keeps_state(c.path), quick=True)) for c in run.checkpoints()]
    return [Damaged(path, problem) for path, problem in found if problem]


def set_aside(damaged: Damaged) -> Path:
    """Rename a damaged checkpoint, so that it is no longer taken for one; nothing is deleted."""
    return damaged.path.rename(unused_path(damaged.path.with_name(f"damaged-{damaged.path.name}")))


def check_format(info: CheckpointInfo) -> dict[str, Any]:
    """What ``state.json`` of a checkpoint says.

    Raises:
        RunFolderError: It is missing, truncated or of a newer format.
    """
    record = read_json(info.path / STATE)
    refuse_format(record.get("format"), FORMAT, info.path / STATE)
    return record
