"""How many threads calculate: as many as there are cores that nothing else uses.

Threads that share a product wait for each other, and wait by spinning. Beside another busy program one of them is not
running most of the time, and two threads on two cores become three times slower than one alone. So the number follows
what other programs leave, unless a person has said a number.
"""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Seconds between two looks at what other programs do, and looks in a row that must agree before a thread is added.
_EVERY, _SURE = 2.0, 2
#: Share of a core that other programs may use without costing a thread.
_SPARE = 0.45
#: Seconds below which a reading says nothing: the system counts in hundredths.
_SHORTEST = 0.2


def cpu_threads() -> int:
    """Cores this process may use: those it may run on, and no more than its container's share of time is worth."""
    return max(1, min(_cores_of(0), _container_cores()))


def rank_threads() -> int:
    """Cores for this process when all processes of a run on this machine (``torchrun``'s ranks) work at once.

    They divide the cores that their launcher may use; a rank that was bound to fewer takes those.
    """
    ranks = _number("LOCAL_WORLD_SIZE") or 1
    if ranks <= 1:
        return cpu_threads()
    together = min(_cores_of(os.getppid()), _container_cores())
    return max(1, min(cpu_threads(), together // ranks))


def _number(variable: str) -> int:
    """A positive number of the environment; 0 where there is none."""
    try:
        return max(0, int(os.environ.get(variable, "").partition(",")[0]))
    except ValueError:
        return 0


def _cores_of(process: int) -> int:
    """Cores a process may run on; 0 is this one."""
    if hasattr(os, "sched_getaffinity"):
        try:
            return len(os.sched_getaffinity(process))
        except OSError:  # it has ended, or another user's cannot be asked
            pass
    return os.cpu_count() or 1


def _container_cores(root: Path = Path("/sys/fs/cgroup")) -> int:
    """Cores' worth of time that a container grants (``docker --cpus``), rounded up; very many where nothing says so."""
    for quota, period in (("cpu.max", ""), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):  # version 2, version 1
        try:
            words = " ".join((root / name).read_text(encoding="ascii") for name in (quota, period) if name).split()
            granted, of = (int(word) for word in words)
        except (OSError, ValueError):  # "max" for no limit, or no control groups
            continue
        if granted > 0 < of:
            return math.ceil(granted / of)
    return sys.maxsize


@dataclass(frozen=True)
class CoreUse:
    """Seconds of processor time until a moment.

    Attributes:
        moment: Seconds of a clock.
        all: Of all programs, on the cores that this process may run on. Programs that give way to this one (``nice``)
            do not count.
        own: Of this process.
        cores: How many cores it may run on, whatever its container's share of their time.
    """

    moment: float
    all: float
    own: float
    cores: int


def core_use() -> CoreUse:
    """The processor time used until now."""
    import psutil

    cores = psutil.cpu_times(percpu=True)
    if hasattr(os, "sched_getaffinity"):
        cores = [cores[n] for n in os.sched_getaffinity(0) if n < len(cores)] or cores
    counted = ["user", "system", "irq", "softirq", "steal"]
    if hasattr(os, "nice") and os.nice(0) > 0:
        counted.append("nice")
    busy = sum(getattr(core, name, 0.0) for core in cores for name in counted)
    return CoreUse(time.monotonic(), busy, time.process_time(), len(cores))


class Threads:
    """The threads of one piece of work, a training or a translator.

    Args:
        wish: A number that stays, which bitwise repetition needs; 0 follows what is free, within the cores, the
            container's share and a rank's share. ``OMP_NUM_THREADS`` counts as a wish where there is no other; not for
            a rank, since ``torchrun`` sets it to 1 by itself.
        use: Reads the processor times.
        clock: Seconds; what tells whether it is time to read them.
    """

    def __init__(
        self, wish: int = 0, use: Callable[[], CoreUse] = core_use, clock: Callable[[], float] = time.monotonic
    ) -> None:
        ranks = _number("LOCAL_WORLD_SIZE")
        wish = wish or (_number("OMP_NUM_THREADS") if ranks <= 1 else 0)
        self.most = min(wish, cpu_threads()) if wish else rank_threads()
        #: Ranks are busy beside each other and would take each other for other programs.
        self.fixed = bool(wish) or self.most == 1 or ranks > 1
        self.count = self.most
        self._use, self._clock, self._agreed, self._wait = use, clock, 0, _SHORTEST
        self._last = None if self.fixed else use()

    def look(self) -> int:
        """The number for now; looks at the other programs when the last look was long enough ago."""
        if self._last is None or self._clock() - self._last.moment < self._wait:
            return self.count
        now = self._use()
        seconds = max(_SHORTEST, now.moment - self._last.moment)
        others = max(0.0, (now.all - self._last.all) - (now.own - self._last.own)) / seconds
        self._last, self._wait = now, _EVERY
        fitting = max(1, min(self.most, int(now.cores - others + _SPARE)))
        self._agreed = self._agreed + 1 if fitting > self.count else 0
        if fitting < self.count or self._agreed >= _SURE:
            self.count, self._agreed = fitting, 0
        return self.count

    def apply(self) -> int:
        """Let torch calculate with that number in the calling thread; asks the clock alone at most steps."""
        import torch

        count = self.look()
        if torch.get_num_threads() != count:
            torch.set_num_threads(count)
        return count
