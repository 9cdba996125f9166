"""Parallel plain text: two files, one sentence a line."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.engine.data.readers.base import (
    Wanted,
    check_file,
    head_text,
    numbered_lines,
    register,
    suffix_of,
    wanted_lines,
)
from workbench.engine.data.readers.languages import looks_like_tag, normalise_tag
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: Up to so many missing lines are looked for one by one; above that, as one block.
_MOST_SHIFTS = 32
#: Nothing in particular is wanted.
_ANY = Wanted()


def read_parallel(src: Path, tgt: Path, wanted: Wanted = _ANY) -> Iterator[Pair]:
    """Stream two line-aligned files, plain or compressed; blank lines are pairs too.

    Args:
        src: The source side.
        tgt: The target side.
        wanted: Encoding and languages; each file's encoding is found by itself where none is named.

    Raises:
        CorpusError: Not readable, a line that is not in the encoding (file, line, byte), empty, or unequal line counts.
    """
    src, tgt = Path(src), Path(tgt)
    for path in (src, tgt):
        check_file(path)
    sources = wanted_lines(src, replace(wanted, source_lang=wanted.source_lang or language_of(src), target_lang=""))
    targets = wanted_lines(tgt, replace(wanted, source_lang="", target_lang=wanted.target_lang or language_of(tgt)))
    for one, two in itertools.zip_longest(sources, targets):
        if one is None or two is None:
            raise _unequal(src, tgt)
        yield Pair(one[1], two[1], f"{src.name}:{one[0]}")


def _unequal(src: Path, tgt: Path) -> CorpusError:
    one, two = _features(src), _features(tgt)
    line = find_drift(one, two)
    if line is None:
        shorter, last = (src, len(one)) if len(one) < len(two) else (tgt, len(two))
        seen = f"they seem to fit until {shorter.name} ends at line {last:,}"
    else:
        seen = f"they seem to drift apart at about line {line:,}"
    return CorpusError(
        f"{src.name} has {len(one):,} lines and {tgt.name} has {len(two):,}; {seen}",
        where=str(src if line is None else f"{src}:{line}"),
        advice="Line n of one file must be the translation of line n of the other.",
    )


def _features(path: Path) -> NDArray[np.float32]:
    """Length, digits and final question mark of each line, ``[lines, 3]``: what translation tends to keep."""
    values = array("f")
    for _, line in numbered_lines(path, lenient=True):
        text = line.strip()
        digits = sum(c.isdigit() for c in text) if len(text) < 10_000 else 0
        values.extend((np.log(len(text) + 1.0), digits, text[-1:] in ("?", "？", "؟", ";")))
    return np.frombuffer(values, dtype=np.float32).reshape(-1, 3)


def find_drift(one: NDArray[np.float32], two: NDArray[np.float32]) -> int | None:
    """The first line (1-based) from which one file fits better shifted against the other.

    A shortest path over shifts 0, 1, ... up to the difference of the counts: each shift costs the sum over lines of
    how unlike the two lines are, so one pass of running minima a shift finds the best places to shift.

    Args:
        one: Features of the source lines, ``[lines, 3]``.
        two: Features of the target lines.

    Returns:
        The line, or ``None`` when they fit best unshifted until one ends.
    """
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    missing, lines = len(longer) - len(shorter), len(shorter)
    shifts = range(missing + 1) if missing <= _MOST_SHIFTS else (0, missing)
    # The mean difference is what the two languages' lengths differ by, and no sign of drift.
    bias = float(np.median(longer[:, 0])) - float(np.median(shorter[:, 0]))
    total = np.cumsum(_unlike(longer[:lines], shorter, bias), dtype=np.float64)
    straight = total[-1]
    best, first = total, np.full(lines, lines)
    for shift in shifts[1:]:
        # Cost of arriving at each line with this shift, entered at any line before.
        running = np.cumsum(_unlike(longer[shift : shift + lines], shorter, bias), dtype=np.float64)
        before = np.concatenate(([0.0], best[:-1])) - np.concatenate(([0.0], running[:-1]))
        entered = _running_argmin(before)
        best = running + before[entered]
        # Where the very first shift was made: here if it came from shift 0, else inherited.
        first = entered if shift == shifts[1] else np.where(entered > 0, first[np.maximum(entered - 1, 0)], 0)
    line = int(first[-1])
    # A real drift makes every later line fit worse; a few chance lines at the end do not count.
    if lines - line < 3 or straight - best[-1] < max(1.5, 0.1 * (lines - line)):
        return None
    return line + 1


def _unlike(one: NDArray[np.float32], two: NDArray[np.float32], bias: float) -> NDArray[np.float32]:
    difference = np.abs(one - two)
    return (
        np.minimum(np.abs(one[:, 0] - two[:, 0] - bias), 3.0)
        + 0.5 * np.minimum(difference[:, 1], 4.0)
        + difference[:, 2]
    )


def _running_argmin(values: NDArray[np.float64]) -> NDArray[np.int64]:
    lowest = np.minimum.accumulate(values)
    fresh = np.concatenate(([True], values[1:] < lowest[:-1]))
    return np.maximum.accumulate(np.where(fresh, np.arange(len(values)), 0))


def language_of(path: Path) -> str:
    """The language a file's name ends in, as ``train.de`` or ``train.de.gz``; empty when it names none."""
    suffix = suffix_of(path)[1:]
    if suffix in ("txt", "text"):
        suffix = suffix_of(path.with_suffix(""))[1:]
    return normalise_tag(suffix) if suffix and looks_like_tag(suffix) else ""


class TextReader:
    """One side of parallel plain text; it takes two files to make pairs (see ``read_parallel``)."""

    name = "text"
    title = "Parallel plain text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".src", ".tgt", ".ref")
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is text at all."""
        return suffix_of(path) in self.suffixes or "\x00" not in head_text(head[:4096])

    def languages(self, path: Path) -> list[str]:
        """The language in the file's name."""
        language = language_of(path)
        return [language] if language else []

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Always refused: one file of plain text has one side only.

        Raises:
            CorpusError: Always.
        """
        raise CorpusError(
            "is plain text, which holds one side only",
            where=str(path),
            advice="Name the source file and the target file together, or use a table with two columns.",
        )


register(TextReader())
