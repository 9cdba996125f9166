"""Where two files that should be translations of each other, line by line, fall out of step."""

from __future__ import annotations

import re
import zlib
from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

#: Up to so many missing lines are looked for one by one; above that, as one block.
_MOST_SHIFTS = 32
#: In files of equal length, so many lines missing on one side are looked for.
_MOST_MISSING = 16
#: A stretch counts as shifted when it is better by so much in all, and by so many standard errors. Measured on aligned
#: corpora (at most 9 in all), on unrelated lines (3 standard errors) and on corpora with a line taken out (7,000; 139).
_LEAST_GAIN, _LEAST_CERTAINTY = 20.0, 5.0
#: Lines compared at a time, so that memory does not grow with the files.
_BLOCK = 500_000
_DIGITS = re.compile(r"\d")
_QUESTION_MARKS = ("?", "？", "؟", ";")


class LineFeatures:
    """What translation tends to keep of a line: its length, its digits, its final question mark."""

    def __init__(self) -> None:
        self._lengths, self._others = array("I"), array("f")

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, line: str) -> None:
        """Take one more line."""
        text = line.strip()
        digits = _DIGITS.findall(text) if len(text) < 10_000 else []
        self._lengths.append(len(text))
        # any checksum of the digits will do; 16 bits are exact in a float, and no digits are 0
        which = zlib.crc32("".join(sorted(digits)).encode()) & 0xFFFF if digits else 0
        self._others.extend((len(digits), text[-1:] in _QUESTION_MARKS, which))

    def matrix(self) -> NDArray[np.float32]:
        """``[lines, 4]``: log length, number of digits, question mark, checksum of the digits in order of value."""
        lengths = np.log1p(np.frombuffer(self._lengths, dtype=np.uint32).astype(np.float32))
        return np.column_stack([lengths, np.frombuffer(self._others, dtype=np.float32).reshape(-1, 3)])


def find_drift(one: NDArray[np.float32], two: NDArray[np.float32]) -> int | None:
    """The first line (1-based) from which one of two files of unequal length fits better shifted against the other.

    A shortest path over shifts 0, 1, ... up to the difference of the counts: each shift costs the sum over lines of
    how unlike the two lines are, so one pass of running minima a shift finds the best places to shift.

    The arguments are features, ``[lines, 4]``, of the source and of the target lines.

    Returns:
        The line, or ``None`` when they fit best unshifted until one ends.
    """
    longer, shorter = (one, two) if len(one) > len(two) else (two, one)
    missing, lines = len(longer) - len(shorter), len(shorter)
    shifts = range(missing + 1) if missing <= _MOST_SHIFTS else (0, missing)
    bias = _bias(longer, shorter)
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


@dataclass(frozen=True)
class Drift:
    """A stretch of two files of equal length that fits better shifted.

    Attributes:
        first: First source line of it, from 1.
        last: Its last source line.
        missing: Lines that the target lacks before it; negative: that the source lacks.
    """

    first: int
    last: int
    missing: int


def find_stretches(one: NDArray[np.float32], two: NDArray[np.float32]) -> list[Drift]:
    """The stretches in which one of two files of equal length fits better shifted against the other, in order.

    For each shift, the stretch that gains most by it (Kadane's largest sum); of stretches that overlap, the one that
    gains most.

    The arguments are features, ``[lines, 4]``, of as many source as target lines.
    """
    lines, bias = len(one), _bias(one, two)
    straight = _unlike(one, two, bias)
    found: list[tuple[float, Drift]] = []
    for size in range(1, min(_MOST_MISSING, lines - 1) + 1):
        for missing in (size, -size):
            start = max(0, missing)  # source line i is compared with target line i - missing
            end = lines + min(0, missing)
            shifted = _unlike(one[start:end], two[start - missing : end - missing], bias)
            gain, begin, past = _largest_sum(straight[start:end] - shifted)
            if gain:
                found.append((gain, Drift(start + begin + 1, start + past, missing)))
    chosen: list[Drift] = []
    for _, drift in sorted(found, key=lambda f: -f[0]):
        if all(drift.last < other.first or drift.first > other.last for other in chosen):
            chosen.append(drift)
    return sorted(chosen, key=lambda d: d.first)


def _largest_sum(gains: NDArray[np.float32]) -> tuple[float, int, int]:
    """The stretch with the largest sum: its sum, its begin and one past its end; a sum of 0 when it says nothing."""
    sums = np.concatenate(([0.0], np.cumsum(gains, dtype=np.float64)))
    lowest = np.minimum.accumulate(sums)
    past = int(np.argmax(sums - lowest))
    gain = float(sums[past] - lowest[past])
    if gain < _LEAST_GAIN:
        return 0.0, 0, 0
    begin = past - int(np.argmin(sums[past::-1]))  # the last of equally low places before it
    error = float(gains[begin:past].std()) * np.sqrt(past - begin)
    return (gain if gain >= _LEAST_CERTAINTY * error else 0.0), begin, past


class DriftWatch:
    """Looks for drift in two files of equal length while they are read."""

    def __init__(self) -> None:
        self._before = 0  # lines of the blocks already compared
        self._one, self._two = LineFeatures(), LineFeatures()
        self._found: list[Drift] = []

    def add(self, source: str, target: str) -> None:
        """Take a pair of lines."""
        self._one.add(source)
        self._two.add(target)
        if len(self._one) >= _BLOCK:
            self._compare()

    def finish(self) -> list[Drift]:
        """All that was found, in order."""
        if len(self._one) > 1:
            self._compare()
        return self._found

    def _compare(self) -> None:
        for drift in find_stretches(self._one.matrix(), self._two.matrix()):
            first, last = drift.first + self._before, drift.last + self._before
            before = self._found[-1] if self._found else None
            if before and before.missing == drift.missing and before.last + _MOST_MISSING >= first:
                self._found[-1] = Drift(before.first, last, drift.missing)  # goes on over the edge of a block
            else:
                self._found.append(Drift(first, last, drift.missing))
        self._before += len(self._one)
        self._one, self._two = LineFeatures(), LineFeatures()


def _bias(one: NDArray[np.float32], two: NDArray[np.float32]) -> float:
    """The usual difference of log lengths: what the two languages differ by, and no sign of drift."""
    return float(np.median(one[:, 0])) - float(np.median(two[:, 0]))


def _unlike(one: NDArray[np.float32], two: NDArray[np.float32], bias: float) -> NDArray[np.float32]:
    difference = np.abs(one - two)
    return (
        np.minimum(np.abs(one[:, 0] - two[:, 0] - bias), 3.0)
        + 0.5 * np.minimum(difference[:, 1], 4.0)
        + difference[:, 2]
        + 0.5 * ((difference[:, 1] == 0) & (difference[:, 3] != 0))
    )


def _running_argmin(values: NDArray[np.float64]) -> NDArray[np.int64]:
    lowest = np.minimum.accumulate(values)
    fresh = np.concatenate(([True], values[1:] < lowest[:-1]))
    return np.maximum.accumulate(np.where(fresh, np.arange(len(values)), 0))
