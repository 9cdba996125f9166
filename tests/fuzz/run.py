"""Thousands of damaged files of every kind, each read with limits of memory and time: ``python -m tests.fuzz.run``.

A damaged file must be read, or refused with one short line; anything else is a finding, and its file is kept below
``build/fuzz``. Children are forked in batches, so that an abort of a library costs one batch. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.fuzz.mutations import mutate
from tests.fuzz.seeds import seeds
from workbench.engine.core.errors import WorkbenchError

KEPT = Path("build/fuzz")
_SECONDS, _MEMORY, _LONGEST_MESSAGE = 10, 1 << 30, 1500
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
    faults: list[str] = field(default_factory=list)


def read_corpus(path: Path) -> bool:
    """Read a corpus file as the import page and ``corpus inspect`` do; whether anything was in it.

    Raises:
        AssertionError: A refusal is long, or is not one printable line.
    """
    from workbench.engine.corpora.inspect import inspect
    from workbench.engine.corpora.preview import preview

    found = False
    for look in (lambda: preview([path]).first, lambda: inspect([path]).pairs):
        try:
            found = bool(look())
        except WorkbenchError as error:
            check_message(str(error))
    return found


def check_message(text: str) -> None:
    """Raise when a refusal is not what a person and a terminal can take."""
    assert len(text) <= _LONGEST_MESSAGE, f"a message of {len(text)} characters: {text[:100]!r}"
    assert "\n" not in text, f"a message of several lines: {text[:200]!r}"
    text.encode("utf-8")  # no lone surrogates
    assert all(c.isprintable() or c == "\xa0" or ord(c) > 0x9F for c in text), f"control characters: {text[:200]!r}"


def damaged_files(name: str, count: int, seed: int) -> Iterator[bytes]:
    """The mutations of one seed, the same for the same numbers."""
    files = seeds()
    others = [data for other, data in files.items() if other != name]
    for number in range(count):
        rng = random.Random(f"{name} {seed} {number}")
        yield mutate(files[name], rng, rng.choice(others))


def attack(name: str, count: int, seed: int, use: Callable[[Path], bool] = read_corpus) -> Findings:
    """Give mutations of one kind of file to ``use``."""
    findings = Findings(name)
    began = 0
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
        report = Path(folder) / "report"
        path = Path(folder) / name
        files = list(damaged_files(name, count, seed))
        while began < count:
            report.write_text("")
            child = os.fork()
            if child == 0:
                _child(path, files, began, report, use)
            _, status = os.waitpid(child, 0)
            lines = report.read_text().splitlines()
            done = 0
            for line in lines:
                kind, seconds, rest = line.split("\t", 2)
                if kind == "begin":
                    continue
                done += 1
                findings.slowest = max(findings.slowest, float(seconds))
                if kind == "read":
                    findings.read += 1
                elif kind == "refused":
                    findings.refused += 1
                else:
                    _keep(findings, name, files[began + done - 1], rest)
            findings.tried += done
            code = os.waitstatus_to_exitcode(status)
            if code:
                _keep(findings, name, files[min(began + done, count - 1)], f"the process ended with {code}")
                done, findings.tried = done + 1, findings.tried + 1
            began += done or _BATCH
    return findings


def _keep(findings: Findings, name: str, data: bytes, what: str) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"{len(findings.faults):03}-{name}"
    kept.write_bytes(data)
    findings.faults.append(f"{kept}: {what}")


def _child(path: Path, files: list[bytes], began: int, report: Path, use: Callable[[Path], bool]) -> None:
    """Never returns."""
    used = psutil.Process().memory_info().vms
    resource.setrlimit(resource.RLIMIT_AS, (used + _MEMORY, used + _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    signal.signal(signal.SIGPROF, _too_slow)
    signal.signal(signal.SIGALRM, _too_slow)
    with open(report, "a", encoding="utf-8", buffering=1) as out:
        for data in files[began : began + _BATCH]:
            path.write_bytes(data)
            start = time.monotonic()
            # Its own time, so that a busy machine is no finding.
            signal.setitimer(signal.ITIMER_PROF, _SECONDS)
            signal.alarm(20 * _SECONDS)
            try:
                kind, rest = ("read" if use(path) else "refused"), ""
            except BaseException as error:
                frames = traceback.extract_tb(error.__traceback__)[-4:]
                where = "; ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames)
                kind, rest = "fault", ascii(f"{type(error).__name__}: {str(error)[:300]} ({where})")
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)
            out.write(f"{kind}\t{time.monotonic() - start:.2f}\t{rest}\n")
    os._exit(0)


def _too_slow(*_: object) -> None:
    raise TooSlow(f"longer than {_SECONDS} seconds")


def main() -> int:
    """Print a line a kind; exit code 1 when there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", action="append", choices=sorted(seeds()), help="default: all")
    parser.add_argument("--mutations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    shutil.rmtree(KEPT, ignore_errors=True)
    failed = False
    for name in given.file or seeds():
        # What is loaded once is loaded before the forks.
        with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:
            (Path(folder) / name).write_bytes(seeds()[name])
            read_corpus(Path(folder) / name)
        began = time.monotonic()
        found = attack(name, given.mutations, given.seed)
        failed |= bool(found.faults)
        print(
            f"{name:16} {found.tried:6} files: {found.read} read, {found.refused} refused,"
            f" slowest {found.slowest:.1f} s,"
            f" {len(found.faults)} findings ({time.monotonic() - began:.0f} s)",
            flush=True,
        )
        for fault in found.faults[:12]:
            print("   ", fault, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
