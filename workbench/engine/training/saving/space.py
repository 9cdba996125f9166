"""Whether the disk has room for a run, looked at before it costs anybody time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.engine.core.config import DataConfig, TrainingConfig
from workbench.engine.core.errors import CorpusError, RunFailed
from workbench.engine.core.files import disk_of, free_bytes, size_words
from workbench.engine.core.messages import Message
from workbench.engine.corpora.library import corpus_or_none
from workbench.engine.runs.folder import RunFolder

#: Numbers an optimizer remembers for each parameter.
_MEMORY = {"adamw": 2, "adam": 2, "sgd": 1}
#: Left free for the journal and for everything else on the disk.
_MARGIN = 2_000_000
#: What a corpus takes in a run folder, at most and at least, as a share of its files: text and pieces while it is being
#: prepared; pieces and held-out text afterwards.
_TEXT_MOST, _TEXT_LEAST = 2.0, 0.5


def checkpoint_bytes(parameters: int, training: TrainingConfig) -> int:
    """Bytes of a checkpoint to go on from, for a model of so many float32 numbers."""
    averages = {"ema": 1, "last": training.average_last}.get(training.averaging, 0)
    return 4 * parameters * (2 + _MEMORY[training.optimizer] + averages)


def check_room_for_corpus(data: DataConfig, folder: Path, warn: Callable[[str], None]) -> None:
    """Look whether the prepared corpus will fit, by the size of its files.

    Raises:
        RunFailed: It plainly will not.
    """
    size = sum(map(_size_of, (*data.corpora, data.src, data.tgt, data.valid_src, data.valid_tgt)))
    _compare(folder, int(size * _TEXT_LEAST), int(size * _TEXT_MOST), Message("the prepared corpus"), warn)


def check_room_for_checkpoints(
    run: RunFolder, parameters: int, training: TrainingConfig, warn: Callable[[str], None]
) -> None:
    """Look whether the checkpoints of a run will fit beside those there are.

    A checkpoint is written before an older one goes, so that two lie on the disk at once: the run cannot do without.
    Where the best one is another than the last there are three, and the snapshots come on top: less may be enough.

    Args:
        run: The run; its own checkpoints are taken into account.
        warn: Told in a sentence when it may not fit.

    Raises:
        RunFailed: It plainly will not.
    """
    there = run.checkpoints()
    full = checkpoint_bytes(parameters, training)
    resumable = sum(c.resumable for c in there)
    least = full * max(1, 2 - resumable)
    snapshots = max(0, training.snapshots - (len(there) - resumable)) * 2 * parameters
    most = full * max(1, 3 - resumable) + snapshots
    _compare(run.path, least, most, Message("the checkpoints"), warn)


def _size_of(name: str) -> int:
    """Bytes of a corpus by its name or file; 0 where that cannot be told."""
    if not name:
        return 0
    try:
        info = corpus_or_none(name)
        return info.size_bytes if info is not None else Path(name).stat().st_size
    except (CorpusError, OSError, ValueError):
        return 0


def _compare(folder: Path, least: int, most: int, what: str, warn: Callable[[str], None]) -> None:
    free = free_bytes(folder)
    if free is None:
        return
    if free < least + _MARGIN:
        raise RunFailed(
            Message(
                "{what} will not fit on the disk ({folder}, {free} free, at least {needed} needed)",
                what=what,
                folder=disk_of(folder),
                free=size_words(free),
                needed=size_words(least + _MARGIN),
            ),
            where=str(folder),
            advice=Message(
                "Free some space there, then start again{command_line}.",
                command_line=", with --resume where the run folder is there already",
            ),
        )
    if free < most + _MARGIN:
        warn(
            Message(
                "The disk is nearly full ({folder}): {what} may need {most}, {free} are free.",
                folder=disk_of(folder),
                what=what,
                most=size_words(most),
                free=size_words(free),
            )
        )
