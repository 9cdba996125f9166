"""Who trains a run: one process at a time, also on a shared disk and after a crash. No torch.

The operating system's lock on ``.lock`` is held for as long as the run is trained and ends with the process, so a crash
leaves no run locked and two processes never both get in. What stands in the file (process, computer, start) is for
everyone else: to say who it is, to show the run as running, and for disks that are shared between computers, where the
systems' locks may not reach.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
import time
from contextlib import suppress
from pathlib import Path

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message
from workbench.engine.core.processes import Process, this_process

LOCK = ".lock"
#: Attempts to lock a file that is removed by another process just then.
_ATTEMPTS = 20
#: Where a disk knows no locks: seconds after which the mark must still be our own.
_SETTLE = 0.3
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
#: Windows locks a byte that nobody reads, so that the text stays readable.
_LOCKED_BYTE = 1 << 30


class RunLock:
    """The right to write into a run folder, until ``release`` or the end of the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path, self._handle = path, handle

    def release(self) -> None:
        """Give it back; a second call does nothing."""
        handle, self._handle = self._handle, -1
        if handle < 0:
            return
        if sys.platform == "win32":  # an open file cannot be removed there: empty it, it then marks nothing
            with suppress(OSError):
                os.ftruncate(handle, 0)
            os.close(handle)
            with suppress(OSError):
                self.path.unlink()
            return
        # removed while still locked: who opens it now gets a file of its own, who waits for this one sees it is gone
        with suppress(OSError):
            if _is_file_of(handle, self.path):
                self.path.unlink()
            else:  # the run was moved meanwhile: an empty file marks nothing
                os.ftruncate(handle, 0)
        os.close(handle)


def acquire(folder: Path) -> RunLock:
    """Mark a run as being trained by this process.

    Raises:
        RunFolderError: Another process trains it.
        OSError: The folder is not there or cannot be written to.
    """
    path = folder / LOCK
    for _ in range(_ATTEMPTS):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        kept = False
        try:
            locked = _lock(handle)
            if locked is False:
                raise refusal(folder)
            if not _is_file_of(handle, path):
                continue  # its holder has just removed it
            holder = read_holder(path)
            if holder is not None and holder.alive:
                raise refusal(folder)  # another computer, or a disk that knows no locks
            try:
                mark = _write_mark(handle)
            except OSError:
                with suppress(OSError):
                    path.unlink()
                raise
            if locked is None and not _still_ours(path, mark):
                raise refusal(folder)
            kept = True
            return RunLock(path, handle)
        finally:
            if not kept:
                os.close(handle)
    raise refusal(folder)


def read_holder(path: Path) -> Process | None:
    """Who has marked a run by what stands in its lock file; ``None`` when nobody has."""
    try:
        record = parse_json(path.read_text(encoding="utf-8"))
        since_boot = record.get("since_boot")
        return Process(
            int(record["pid"]),
            str(record.get("host") or platform.node()),
            float(record["started"]),
            None if since_boot is None else float(since_boot),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def is_held(folder: Path) -> bool:
    """Whether a living process, or one of another computer, has marked the run. Changes nothing."""
    holder = read_holder(folder / LOCK)
    return holder is not None and holder.alive


def refusal(folder: Path) -> RunFolderError:
    """What a person is told of a run that is being trained: by whom, and what to do."""
    holder = read_holder(folder / LOCK)
    if holder is None:
        return RunFolderError(
            Message("is being trained by another process"), where=str(folder), advice=Message("Stop that one first.")
        )
    if holder.elsewhere:
        since = time.strftime("%Y-%m-%d %H:%M", time.localtime(max(0.0, min(holder.started, 4e9))))
        return RunFolderError(
            Message(
                "is being trained by process {pid} on the computer '{host}' (started {since})",
                pid=holder.pid,
                host=holder.host[:100],
                since=since,
            ),
            where=str(folder),
            advice=Message(
                "Stop it there first. If it has ended without tidying up, delete {file}.", file=folder / LOCK
            ),
        )
    return RunFolderError(
        Message("is being trained by process {pid}", pid=holder.pid),
        where=str(folder),
        advice=Message("Stop that one first."),
    )


def _write_mark(handle: int) -> bytes:
    mark = json.dumps(vars(this_process())).encode()
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, mark)
    os.fsync(handle)
    return mark


def _still_ours(path: Path, mark: bytes) -> bool:
    """Where a disk knows no locks: whether of several that marked the run at once it was this process that stayed."""
    time.sleep(_SETTLE)
    try:
        return path.read_bytes() == mark
    except OSError:
        return False


def _is_file_of(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool | None:
        """Lock an open file: True, False when another process has it, ``None`` when the disk knows no locks."""
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return None if error.errno in _NO_LOCKS else False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool | None:
        """Lock an open file: True, False when another process has it, ``None`` when the disk knows no locks."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return None if error.errno in _NO_LOCKS else False
        return True
