"""Lines that commands read from standard input, in whatever lumps they arrive, and files that they write."""

from __future__ import annotations

import codecs
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.cli.terminal import warn
from workbench.engine.core.errors import InputError
from workbench.engine.core.files import complete_file, reporting_writes
from workbench.engine.core.names import check_writable

_CHUNK = 1 << 16
#: Lines handed over at once at most.
_MOST = 2000


def warn_once(told: list[str]) -> Callable[[str], None]:
    """Prints each warning of a reader on standard error, once; ``told`` collects them."""

    def tell(message: str) -> None:
        if message not in told:
            told.append(message)
            warn(f"warning: {message}")

    return tell


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file that appears when it is complete, and not at all when something fails.

    Raises:
        InputError: It cannot be made there.
        RunFailed: It could not be written to the end.
    """
    check_writable(path)
    with reporting_writes(path), complete_file(path) as handle:
        yield handle


def arriving_lines(read: Callable[[], bytes] | None = None) -> Iterator[tuple[int, list[str]]]:
    """Hand over what has arrived as soon as there is a whole line, without waiting for more.

    A thread reads, because that works alike for terminals, pipes and files on every system.

    Args:
        read: Returns the next bytes that are there, waiting for at least one; nothing at the end. Default: standard
            input.

    Yields:
        Number of the first line (from 1), and the lines.

    Text is UTF-8, or UTF-16 with a mark, as some programs of Windows write into a pipe. Nothing else is guessed: a line
    is answered before there is enough to tell from.

    Raises:
        InputError: A line is not UTF-8, or holds a NUL character; the lines before it have been handed over.
    """
    chunks: queue.Queue[bytes | OSError] = queue.Queue(maxsize=64)
    threading.Thread(target=_pump, args=(read or _read_standard_input, chunks), daemon=True).start()
    rest, number, ended = b"", 1, False
    unify = _Utf16()
    while not ended:
        data = [_take(chunks.get())]
        while data[-1] and not chunks.empty():
            data.append(_take(chunks.get()))
        ended = not data[-1]
        lines = (rest + unify.utf8(b"".join(data), ended)).split(b"\n")
        rest = lines.pop()
        if ended and rest:
            lines.append(rest)
        for start in range(0, len(lines), _MOST):
            group, wrong = _decode(lines[start : start + _MOST], number)
            if group:
                yield number, group
            if wrong:
                raise wrong
            number += len(group)


def _read_standard_input() -> bytes:
    return os.read(sys.stdin.fileno(), _CHUNK)


def _pump(read: Callable[[], bytes], chunks: queue.Queue[bytes | OSError]) -> None:
    while True:
        try:
            data: bytes | OSError = read()
        except OSError as error:
            data = error
        chunks.put(data)
        if not data or isinstance(data, OSError):
            return


def _take(data: bytes | OSError) -> bytes:
    if isinstance(data, OSError):
        raise InputError(f"cannot be read: {data.strerror}", where="standard input")
    return data


class _Utf16:
    """Turns UTF-16 with a mark into UTF-8 as it comes, and leaves everything else as it is."""

    def __init__(self) -> None:
        self._decoder: codecs.IncrementalDecoder | None = None
        self._start: bytes | None = b""

    def utf8(self, data: bytes, ended: bool) -> bytes:
        """The next bytes as UTF-8.

        Raises:
            InputError: They are not valid UTF-16.
        """
        if self._start is not None:
            data = self._start + data
            if data in (b"\xff", b"\xfe") and not ended:
                self._start = data
                return b""
            self._start = None
            if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                self._decoder = codecs.getincrementaldecoder("utf-16")()
        if self._decoder is None:
            return data
        try:
            return self._decoder.decode(data, ended).encode("utf-8")
        except UnicodeError:
            raise InputError(
                "is not valid UTF-16", where="standard input", advice="Convert it to UTF-8 first."
            ) from None


def _decode(lines: list[bytes], number: int) -> tuple[list[str], InputError | None]:
    """Decode lines up to the first that is not UTF-8."""
    decoded: list[str] = []
    for place, line in enumerate(lines, number):
        if place == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        wrong = text = ""
        try:
            text = line.decode("utf-8").removesuffix("\r")
        except UnicodeDecodeError as error:
            wrong = f"byte {error.start + 1} of the line (0x{line[error.start]:02X}) is not valid UTF-8"
        if "\x00" in text:
            wrong = f"character {text.index(chr(0)) + 1} of the line is a NUL character, which no text has"
        if wrong:
            return decoded, InputError(wrong, where=f"standard input:{place}", advice="Convert it to UTF-8 first.")
        decoded.append(text)
    return decoded, None
