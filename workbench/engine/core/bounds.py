"""How much one file may take, in one place: bounds against files that are made to fill memory, disk or time.

They lie far above what corpora have, and a variable of the environment widens all of them together.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from itertools import islice
from typing import TypeVar

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message

T = TypeVar("T")
#: Widens all bounds, by a whole number of times.
VARIABLE = "WORKBENCH_FILE_LIMITS"


def _times() -> int:
    told = os.environ.get(VARIABLE, "")
    return max(1, int(told)) if told.isascii() and told.isdigit() and len(told) < 6 else 1


TIMES = _times()
#: A stream that unpacks to more bytes than this, and to more than ``RATIO`` times its packed size, is a trap.
UNPACKED = (1 << 19) * TIMES
RATIO = 100 * TIMES
#: So is one of more lines (rows) than this, and of more than it has packed bytes.
LINES = 50_000 * TIMES
#: Characters (bytes, before decoding) of a line, a cell, a value or a text: more is no sentence.
TEXT = (4 << 20) * TIMES
#: Characters of a unit of a translation memory, with all its languages and notes.
UNIT = (16 << 20) * TIMES
#: Bytes, unpacked, of what is read as a whole.
WHOLE = (100 << 20) * TIMES
#: Values of one JSON document, which take many times their characters.
VALUES = 3_000_000 * TIMES
#: Files in an archive. A tar archive is unpacked from its beginning for each: unpacked bytes, times files; a few are
#: always read.
MEMBERS, _AGAIN, _FEW = 10_000 * TIMES, (64 << 30) * TIMES, 50
#: Columns of a table, or keys of its records: those behind them are not looked at.
COLUMNS = 1000 * TIMES
#: Bytes of a file of settings, notes or counts that is read at once; none of the program's comes near it.
SETTINGS = 64_000_000
#: Bytes to which an exported run may always unpack; it grows to a few times its size. And its files.
RUN, RUN_MEMBERS = 100_000_000 * TIMES, 20_000 * TIMES
#: Characters that are kept of a file to look at, before its first pair is passed on.
SAMPLE = 8 << 20
#: What a text takes beside its characters.
_A_TEXT = 50
#: Bytes of memory, and seconds of a processor without a result, for a library that reads a workbook; and how many more
#: of them for each byte of the workbook, so that honest large ones can be read.
MEMORY, MEMORY_A_BYTE = (640 << 20) * TIMES, 16
SECONDS, SECONDS_A_BYTE = 6 * TIMES, 0.5e-6


def too_large(message: str, where: object) -> CorpusError:
    """The refusal of what is beyond a bound, with the way around it."""
    return CorpusError(
        message,
        where=str(where),
        advice=Message("If it is what you want, set {variable}=10, which widens all such bounds.", variable=VARIABLE),
    )


def grows_too_far(unpacked: int, packed: int, free: int = UNPACKED) -> bool:
    """Whether so many bytes are out of all proportion to what they were unpacked from.

    Args:
        free: So many are always allowed.
    """
    return unpacked > free and unpacked > RATIO * max(packed, 1)


def check_unpacked(unpacked: int, packed: int, where: object) -> None:
    """Refuse what grows out of all proportion.

    Args:
        unpacked, packed: Bytes.
        where: The file.

    Raises:
        CorpusError: It is a trap.
    """
    if grows_too_far(unpacked, packed):
        raise too_large(
            Message(
                "unpacks to more than {most_ratio} times its size, as no text does; it is refused for safety",
                most_ratio=RATIO,
            ),
            where,
        )


def check_lines(lines: int, packed: int, where: object) -> None:
    """Refuse lines, or rows, that are hardly anything but a number.

    Raises:
        CorpusError: There are more lines than packed bytes.
    """
    if lines > LINES and lines > packed * TIMES:
        raise too_large(
            Message("unpacks to more lines than it has bytes, as no text does; it is refused for safety"), where
        )


def members(unpacked: int) -> int:
    """How many files an archive may have that must be unpacked up to each of them; 0 bytes where it need not."""
    return min(MEMBERS, max(_FEW, _AGAIN // max(unpacked, 1)))


def first(values: Iterable[T], most: int, texts: Callable[[T], Iterable[str]]) -> list[T]:
    """The first values: so many, but fewer when their texts are long; see ``SAMPLE``."""
    found, room = [], SAMPLE
    for value in islice(values, most):
        found.append(value)
        room -= sum(len(text) + _A_TEXT for text in texts(value))
        if room <= 0:
            break
    return found
