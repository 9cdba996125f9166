"""Parallel plain text: two files, one sentence a line."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import (
    Wanted,
    check_file,
    head_text,
    language_of,
    no_warning,
    numbered_lines,
    register,
    suffix_of,
    wanted_lines,
)
from workbench.engine.corpora.readers.drift import Drift, DriftWatch, LineFeatures, find_drift

#: A stretch that ends within so many lines of the files' end is said to last until the end.
_NEAR_THE_END = 20
#: Nothing in particular is wanted.
_ANY = Wanted()


def read_parallel(src: Path, tgt: Path, wanted: Wanted = _ANY) -> Iterator[Pair]:
    """Stream two line-aligned files, plain or compressed; blank lines are pairs too.

    Args:
        src: The source side.
        tgt: The target side.
        wanted: Encoding and languages; each file's encoding is found by itself where none is named. Its ``warn`` is
            called after the last pair where files with equally many lines seem to drift apart; without it nobody looks.

    Raises:
        CorpusError: Not readable, a line that is not in the encoding (file, line, byte), empty, or unequal line counts.
    """
    src, tgt = Path(src), Path(tgt)
    for path in (src, tgt):
        check_file(path)
    sources = wanted_lines(src, replace(wanted, source_lang=wanted.source_lang or language_of(src), target_lang=""))
    targets = wanted_lines(tgt, replace(wanted, source_lang="", target_lang=wanted.target_lang or language_of(tgt)))
    watch = None if wanted.warn is no_warning else DriftWatch()
    lines = 0
    for one, two in itertools.zip_longest(sources, targets):
        if one is None or two is None:
            raise _unequal(src, tgt)
        lines = one[0]
        if watch is not None:
            watch.add(one[1], two[1])
        yield Pair(one[1], two[1], f"{src.name}:{lines}")
    if watch is not None and (drifts := watch.finish()):
        wanted.warn(_about(drifts, src, tgt, lines))


def _unequal(src: Path, tgt: Path) -> CorpusError:
    one, two = _features(src), _features(tgt)
    line = find_drift(one, two)
    if line is None:
        shorter, last = (src, len(one)) if len(one) < len(two) else (tgt, len(two))
        seen = Message("they seem to fit until {file} ends at line {line:,}", file=shorter.name, line=last)
    else:
        seen = Message("they seem to drift apart at about line {line:,}", line=line)
    return CorpusError(
        Message(
            "{source} has {source_lines:,} lines and {target} has {target_lines:,}; {guess}",
            source=src.name,
            source_lines=len(one),
            target=tgt.name,
            target_lines=len(two),
            guess=seen,
        ),
        where=str(src if line is None else f"{src}:{line}"),
        advice=Message("Line n of one file must be the translation of line n of the other."),
    )


def _features(path: Path) -> NDArray[np.float32]:
    features = LineFeatures()
    for _, line in numbered_lines(path, lenient=True):
        features.add(line)
    return features.matrix()


def _about(drifts: Sequence[Drift], src: Path, tgt: Path, lines: int) -> str:
    """What a person should know about files of equal length that fall out of step."""
    first = drifts[0]
    count = abs(first.missing)
    lacking = tgt if first.missing > 0 else src
    to_the_end = first.last > lines - _NEAR_THE_END
    found = Message(
        "{source} and {target} have {lines:,} lines each but seem to drift apart at about line {line:,}: "
        "{lacking} seems to lack {missing} there, and up to {until} the lines fit better shifted by {count}",
        source=src.name,
        target=tgt.name,
        lines=lines,
        line=first.first,
        lacking=lacking.name,
        missing=Message("a line") if count == 1 else Message("{count} lines", count=count),
        until=Message("the end") if to_the_end else Message("line {line:,}", line=first.last),
        count=count,
    )
    if len(drifts) == 1:
        return found
    return Message("{drift} (and {count} more such stretches)", drift=found, count=len(drifts) - 1)


class TextReader:
    """One side of parallel plain text; it takes two files to make pairs (see ``read_parallel``)."""

    name = "text"
    title: str = Message("Parallel plain text")
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
            Message("is plain text, which holds one side only"),
            where=str(path),
            advice=Message("Name the source file and the target file together, or use a table with two columns."),
        )


register(TextReader())
