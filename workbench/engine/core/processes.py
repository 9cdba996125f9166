"""Which process of which computer holds a lock or has left a temporary, and whether it still runs. No torch."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: Seconds by which two readings of a process's start may differ: by the clock, and since the computer started.
_SAME_START, _SAME_SINCE_BOOT = 2.0, 0.5


@dataclass(frozen=True)
class Process:
    """A process of some computer.

    Attributes:
        started: When it started, seconds since the epoch, by the clock as it stood then.
        since_boot: The same in seconds since its computer started, which no setting of the clock changes; ``None``
            where the system does not tell.
    """

    pid: int
    host: str
    started: float
    since_boot: float | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether it is on another computer, where nobody here can see whether it lives."""
        return self.host != platform.node()

    @property
    def alive(self) -> bool:
        """Whether it still runs; a process of another computer is taken at its word."""
        return self.elsewhere or is_alive(self.pid, self.started, self.since_boot)


def this_process() -> Process:
    """The process that asks."""
    return _process(os.getpid())


@lru_cache(maxsize=1)
def _process(pid: int) -> Process:
    started, since_boot = _start_of(pid)
    return Process(pid, platform.node(), started, since_boot)


def _start_of(pid: int) -> tuple[float, float | None]:
    """When a process started: since the epoch, and since the computer started.

    Raises:
        psutil.Error: There is none, or it cannot be asked.
    """
    import psutil

    boot = psutil.boot_time()
    started = psutil.Process(pid).create_time()
    # elsewhere the start is kept as it was, and the time of the computer's start is what moves with the clock
    return started, started - boot if sys.platform == "linux" else None


def is_alive(pid: int, started: float, since_boot: float | None = None) -> bool:
    """Whether a process of this computer still runs; the same number may belong to another program by now."""
    import psutil

    try:
        # in a container nobody may ever wait for what was killed
        if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return False
        now, now_since_boot = _start_of(pid)
    except psutil.AccessDenied:
        return True
    except psutil.NoSuchProcess:
        return _is_hidden(pid)
    except (psutil.Error, ValueError, OverflowError):
        return False
    if since_boot is not None and now_since_boot is not None:
        return abs(now_since_boot - since_boot) < _SAME_SINCE_BOOT
    return abs(now - started) < _SAME_START


def _is_hidden(pid: int) -> bool:
    """Whether the system denies a process to us that is another person's (``/proc`` mounted with ``hidepid``)."""
    if sys.platform == "win32":
        return False
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        pass
    return False


def mark() -> str:
    """What the name of a temporary says of this process: computer, number and start."""
    process = this_process()
    return f"{_computer()}-{process.pid}-{round(_either(process) * 100):x}"


def has_gone(computer: str, pid: int, start: str) -> bool:
    """Whether what ``mark`` wrote is of a process of this computer that no longer runs."""
    if computer != _computer():
        return False
    seconds = int(start, 16) / 100
    return not is_alive(pid, seconds, seconds if this_process().since_boot is not None else None)


def _either(process: Process) -> float:
    return process.started if process.since_boot is None else process.since_boot


@lru_cache(maxsize=1)
def _computer() -> str:
    """Six hexadecimal digits of this computer, or of the container in which process numbers are its own."""
    about = [platform.node()]  # a name that many computers have: "localhost"
    with suppress(OSError):
        about.append(os.readlink("/proc/self/ns/pid"))
    with suppress(OSError):
        about.append(Path("/etc/machine-id").read_text(encoding="ascii", errors="replace"))
    return hashlib.sha256(" ".join(about).encode("utf-8", "replace")).hexdigest()[:6]
