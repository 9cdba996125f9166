"""Translate a text file line by line, keeping what is done when it is stopped."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.files import is_full, publish, reason, reporting_writes, write_error
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_writable
from workbench.engine.core.types import Progress
from workbench.engine.corpora.files.lines import find_charset
from workbench.engine.corpora.readers.base import numbered_lines
from workbench.engine.corpora.readers.plain_lines import check_plain_lines
from workbench.engine.search.model_cache import LoadFunction, ModelChoice, load_model

#: Lines decoded together; also how much a power cut can lose.
_CHUNK = 64


@dataclass(frozen=True)
class FileJob:
    """What to translate.

    Attributes:
        source: Plain text, one sentence a line.
        target: Where the translation goes.
        choice: The model.
        search: How to search.
        skip: Lines that an earlier try has left in the partial file.
    """

    source: Path
    target: Path
    choice: ModelChoice
    search: SearchConfig
    skip: int = 0


@dataclass(frozen=True)
class FileReport:
    """How far it went.

    Attributes:
        path: Where the translation is: the target, or the partial file.
        done: Lines translated.
        total: Lines in the source.
        seconds: How long it took, pauses not counted.
        encoding: The older encoding in which the source was read; "" for UTF-8 and UTF-16.
    """

    path: Path
    done: int
    total: int
    seconds: float
    encoding: str = ""

    @property
    def complete(self) -> bool:
        """Whether every line was translated."""
        return self.done == self.total


class Pause:
    """Holds the work after the lines under way."""

    def __init__(self) -> None:
        self._go = threading.Event()
        self._go.set()

    @property
    def paused(self) -> bool:
        """Whether it holds."""
        return not self._go.is_set()

    def set(self, paused: bool) -> None:
        """Hold, or go on."""
        if paused:
            self._go.clear()
        else:
            self._go.set()

    def wait(self, check: Callable[[], None]) -> float:
        """Wait while paused; ``check`` may end it by raising.

        Returns:
            Seconds waited.
        """
        began = time.perf_counter()
        while not self._go.wait(0.05):
            check()
        return time.perf_counter() - began


def partial_path(target: Path) -> Path:
    """Where an unfinished translation is kept: ``letter.partial.txt`` beside ``letter.txt``."""
    return target.parent / f"{target.stem}.partial{target.suffix}"


def lines_kept(target: Path) -> int:
    """Whole lines in the partial file of an earlier try; 0 when there is none."""
    path = partial_path(target)
    try:
        with open(path, "rb") as handle:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: handle.read(1 << 20), b""))
    except (OSError, ValueError):  # ValueError: a name that no file can have
        return 0


def translate_file(
    job: FileJob, pause: Pause, progress: Progress, check: Callable[[], None], load: LoadFunction = load_model
) -> FileReport:
    """Translate a file; what was done stays in the partial file, also when it is cancelled or the power fails.

    Raises:
        InputError: The source cannot be read as text, or has a structure of its own; the target cannot be written.
    """
    check_writable(job.target)
    check_plain_lines(job.source)
    try:
        total = _count(job.source)
        partial = partial_path(job.target)
        done = _cut_after(partial, min(job.skip, total)) if job.skip else 0
        progress(done, total, "")
        began, waited = time.perf_counter(), 0.0
        with open(partial, "a" if done else "w", encoding="utf-8", newline="\n") as out, suppress(Cancelled):
            translator = load(job.choice.run, job.choice.checkpoint, job.choice.device) if done < total else None
            for lines in _chunks(job.source, done):
                waited += pause.wait(check)
                check()
                assert translator is not None
                search = job.search.model_copy(update={"nbest": 1})
                found = translator.translate(lines, search, check=check, details=False)
                out.writelines(" ".join(t.text.splitlines()) + "\n" for t in found)
                out.flush()
                done += len(lines)
                progress(done, total, "")
    except OSError as error:
        if is_full(error):
            raise write_error(error, partial_path(job.target), what=Message("the translation")) from None
        raise InputError(reason(error), where=str(error.filename or job.source)) from None
    if done == total:
        with reporting_writes(job.target):
            publish(partial, job.target)
    seconds = time.perf_counter() - began - waited
    return FileReport(job.target if done == total else partial, done, total, seconds, _older_encoding(job.source))


def _count(path: Path) -> int:
    """Lines of a file; a last line without its end counts."""
    return sum(1 for _ in _lines(path))


def _older_encoding(path: Path) -> str:
    found = find_charset(path)
    return "" if found.told else found.name


def _lines(path: Path) -> Iterator[str]:
    if path.is_file() and path.stat().st_size == 0:
        return iter(())
    return (line for _, line in numbered_lines(path))


def _cut_after(partial: Path, lines: int) -> int:
    """Drop what follows so many whole lines; how many there are."""
    with open(partial, "r+b") as handle:
        for number in range(lines):
            if not handle.readline().endswith(b"\n"):
                lines = number
                break
        position = handle.tell()
        if lines == 0:
            position = 0
        handle.truncate(position)
    return lines


def _chunks(path: Path, skip: int) -> Iterator[list[str]]:
    lines = islice(_lines(path), skip, None)
    while chunk := list(islice(lines, _CHUNK)):
        yield chunk
