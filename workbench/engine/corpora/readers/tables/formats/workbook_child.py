"""Workbooks read by a child process with bounds of memory and time, since the library that reads them aborts."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import psutil

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.files.opening import reading
from workbench.engine.corpora.readers.tables.formats import workbook_script

#: More than any sheet has.
_ALL = 1 << 60
#: Seconds between two looks at the child.
_LOOK = 0.1


#: Exit codes of a child that the system or a person has ended.
_ENDED = tuple(-number for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT") if (number := getattr(signal, name, 0)))


class _Ended(CorpusError):
    """The child did not come to its end, and that was not the file's doing."""


@dataclass(frozen=True)
class Sheet:
    """A worksheet.

    Attributes:
        index: Its place among all sheets.
        sample: The first rows that are not blank: number and cells.
        whole: Whether these are all.
    """

    index: int
    name: str
    hidden: bool
    sample: tuple[tuple[int, list[str]], ...]
    whole: bool


def sheets(path: Path, rows: int) -> tuple[Sheet, ...]:
    """The worksheets of a workbook with so many first rows of each; what was seen last is remembered.

    Raises:
        CorpusError: It cannot be read, or not within the bounds.
    """
    with reading(path):
        state = path.stat()
        found = _sheets(path, rows, state.st_mtime_ns, state.st_size)
    if isinstance(found, CorpusError):
        raise CorpusError(found.message, where=found.where, advice=found.advice)
    return found


@lru_cache(maxsize=2)
def _sheets(path: Path, rows: int, _changed: int, _size: int) -> tuple[Sheet, ...] | CorpusError:
    found: list[Sheet] = []
    about: dict[str, Any] = {}
    sample: list[tuple[int, list[str]]] = []
    try:
        for what in _told(path, -1, rows, bounds.SAMPLE):
            if isinstance(what, list):
                sample += what
            elif "sheet" in what:
                about, sample = what, []
            else:
                found.append(Sheet(about["sheet"], about["name"], about["hidden"], tuple(sample), what["whole"]))
    except _Ended:
        raise  # says nothing of the file, so that it is not remembered
    except CorpusError as error:
        return error
    return tuple(found)


def sheet_rows(path: Path, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """All rows of a sheet that are not blank, with their numbers.

    Raises:
        CorpusError: As for ``sheets``.
    """
    if sheet.whole:
        yield from sheet.sample
        return
    rows, size = 0, path.stat().st_size
    for what in _told(path, sheet.index, _ALL, _ALL):
        if isinstance(what, list):
            rows += len(what)
            bounds.check_lines(rows, size, path)
            yield from what


class _Watch(threading.Thread):
    """Ends a child that takes too much memory, or works too long while somebody waits for it.

    Attributes:
        waiting: Whether somebody waits.
        reason: Why it was ended: ``memory`` or ``time``; else empty.
    """

    def __init__(self, child: subprocess.Popen[bytes], memory: int, seconds: float) -> None:
        super().__init__(daemon=True, name="workbook watch")
        self._child, self._memory, self._seconds = child, memory, seconds
        self.done = threading.Event()
        self.waiting = False
        self.reason = ""

    def run(self) -> None:
        with suppress(psutil.Error):
            process = psutil.Process(self._child.pid)
            worked: float | None = None
            while not self.done.wait(_LOOK):
                # Its own time, so that a busy machine is no reason. What Windows starts may be a launcher of Python.
                family = [process, *(process.children() if sys.platform == "win32" else ())]
                now = sum(sum(one.cpu_times()[:2]) for one in family)
                worked = (now if worked is None else worked) if self.waiting else None
                if sum(one.memory_info().rss for one in family) > self._memory:
                    self.reason = "memory"
                elif worked is not None and now - worked > self._seconds:
                    self.reason = "time"
                if self.reason:
                    self._child.kill()
                    return


def _told(path: Path, index: int, rows: int, characters: int) -> Iterator[Any]:
    """What the child says, to its end; it does not outlive the generator.

    Raises:
        CorpusError: It cannot read the file, or not within the bounds.
    """
    size = path.stat().st_size
    memory = bounds.MEMORY + bounds.MEMORY_A_BYTE * size
    seconds = bounds.SECONDS + bounds.SECONDS_A_BYTE * size
    numbers = map(str, (index, memory, rows, characters, bounds.TEXT))
    child = subprocess.Popen(
        [sys.executable, "-P", workbook_script.__file__, str(path), *numbers],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    watch = _Watch(child, memory, seconds)
    watch.start()
    assert child.stdout is not None
    try:
        while True:
            watch.waiting = True
            line = child.stdout.readline()
            watch.waiting = False
            if not line.endswith(b"\n"):
                code = child.wait()
                if not watch.reason and code in _ENDED:
                    raise _Ended(
                        Message("the program that reads it was ended from outside ({code})", code=code),
                        where=str(path),
                        advice=Message("Close other programs if memory is short, and try again."),
                    )
                raise _beyond(path, watch.reason, memory, seconds)
            what = json.loads(line)
            if isinstance(what, dict):
                if "end" in what:
                    return
                if "long" in what:
                    raise _long_cell(path, what["long"])
                if "error" in what:
                    reason = shortened(what["error"], 160)
                    raise CorpusError(
                        Message("is not a spreadsheet that can be read: {reason}", reason=reason), where=str(path)
                    )
            yield what
    finally:
        watch.done.set()
        child.kill()
        child.wait()
        child.stdout.close()
        watch.join()


def _long_cell(path: Path, row: int) -> CorpusError:
    return bounds.too_large(
        Message("a field of this row is longer than {most_field:,} characters", most_field=bounds.TEXT), f"{path}:{row}"
    )


def _beyond(path: Path, reason: str, memory: int, seconds: float) -> CorpusError:
    if reason == "time":
        what = Message("cannot be read within {seconds} seconds", seconds=round(seconds))
    else:
        what = Message(
            "cannot be read in {megabytes:,} MB of memory; it is damaged, or has cells far away from the others",
            megabytes=memory >> 20,
        )
    return CorpusError(
        what,
        where=str(path),
        advice=Message(
            "Delete what lies behind the table, or save the sheet as CSV; {variable}=10 widens the bounds.",
            variable=bounds.VARIABLE,
        ),
    )
