"""Gives thousands of damaged files to a function, each with limits of memory and time, in forked children.

Whatever the function raises, an abort of a library and a limit passed are findings; their files are kept below
``build/fuzz``. Children take many files each, so that an abort costs one batch. POSIX only.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

KEPT = Path("build/fuzz")
SECONDS, _MEMORY, _LONGEST_MESSAGE = 10, 1 << 30, 1500
_BATCH = 50


class TooSlow(Exception):
    """A file took longer than the limit."""


@dataclass
class Findings:
    """What the mutations of one kind of file did."""

    kind: str
    tried: int = 0
    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def report(self) -> None:
        """Print a line, and one for each of the first findings."""
        print(
            f"{self.kind:28} {self.tried:6} files: {self.read} read, {self.refused} refused,"
            f" slowest {self.slowest:.1f} s, {len(self.faults)} findings ({self.seconds:.0f} s)",
            flush=True,
        )
        for fault in self.faults[:12]:
            print("   ", fault, flush=True)


def check_message(text: str) -> None:
    """Raise when a refusal is not what a person and a terminal can take."""
    assert len(text) <= _LONGEST_MESSAGE, f"a message of {len(text)} characters: {text[:100]!r}"
    assert "\n" not in text, f"a message of several lines: {text[:200]!r}"
    text.encode("utf-8")  # no lone surrogates
    assert all(c.isprintable() or c == "\xa0" or ord(c) > 0x9F for c in text), f"control characters: {text[:200]!r}"


def attack(
    kind: str, count: int, damaged: Callable[[int], bytes], use: Callable[[bytes, int], bool], *, seconds: int = SECONDS
) -> Findings:
    """Give ``count`` damaged files to a function.

    Args:
        kind: For the report and the files that are kept.
        damaged: The file of a number, always the same.
        use: Gets the file and its number; whether it was read.
        seconds: Most that one may take.
    """
    findings, began = Findings(kind), time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        report, start = Path(folder) / "report", 0
        while start < count:
            report.write_text("")
            child = os.fork()
            if child == 0:
                _child(range(start, min(start + _BATCH, count)), damaged, use, report, seconds)
            _, status = os.waitpid(child, 0)
            done = 0
            for line in report.read_text().splitlines():
                what, taken, rest = line.split("\t", 2)
                findings.slowest = max(findings.slowest, float(taken))
                findings.read += what == "read"
                findings.refused += what == "refused"
                if what == "fault":
                    _keep(findings, start + done, damaged, rest)
                done += 1
            code = os.waitstatus_to_exitcode(status)
            if code:
                _keep(findings, start + done, damaged, f"the process ended with {code}")
                done += 1
            findings.tried += done
            start += done or _BATCH
    findings.seconds = time.monotonic() - began
    return findings


def _keep(findings: Findings, number: int, damaged: Callable[[int], bytes], what: str) -> None:
    folder = KEPT / Path(sys.argv[0]).stem  # each script has its own
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{len(findings.faults):03}-{findings.kind.replace('/', '-')}"
    kept.write_bytes(damaged(number))
    findings.faults.append(f"{kept} (number {number}): {what}")


def _child(
    numbers: range, damaged: Callable[[int], bytes], use: Callable[[bytes, int], bool], report: Path, seconds: int
) -> None:
    """Never returns."""
    used = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (used + _MEMORY, used + _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds * _BATCH, seconds * _BATCH))  # for what no signal interrupts
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    for late in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(late, lambda *_: _give_up(seconds))
    with open(report, "a", encoding="utf-8", buffering=1) as out:
        for number in numbers:
            data = damaged(number)
            start = time.monotonic()
            # its own time, so that a busy machine is no finding
            signal.setitimer(signal.ITIMER_PROF, seconds)
            signal.alarm(20 * seconds)
            try:
                kind, rest = ("read" if use(data, number) else "refused"), ""
            except BaseException as error:
                frames = traceback.extract_tb(error.__traceback__)[-4:]
                where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
                kind, rest = "fault", ascii(f"{type(error).__name__}: {str(error)[:300]} ({where})")
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            out.write(f"{kind}\t{time.monotonic() - start:.2f}\t{rest}\n")
    os._exit(0)


def _give_up(seconds: int) -> None:
    raise TooSlow(f"longer than {seconds} seconds")
