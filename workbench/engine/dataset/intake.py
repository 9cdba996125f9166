"""From a configuration's corpora to cleaned pairs in one text file a side, without ever holding them all."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import ConfigError, CorpusError
from workbench.engine.core.files import file_hash
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, ReadOptions
from workbench.engine.corpora import library
from workbench.engine.corpora.cleaning import Cleaner, DroppedPairs, place
from workbench.engine.corpora.overlay import EditSummary
from workbench.engine.corpora.readers.base import Wanted, language_of
from workbench.engine.corpora.readers.plain_lines import read_sides
from workbench.engine.corpora.readers.tables.table_reading import TableReading, keep_newest
from workbench.engine.corpora.splits import sentence_hash
from workbench.engine.corpora.stats import StatsCounter

_EVERY = 2000
Warning_ = Callable[[str], None]


@dataclass
class Stream:
    """One place pairs come from.

    Attributes:
        name: File or corpus name, without folders.
        files: The files behind it; empty for a corpus of the library.
        tables: What was taken from the tables among the files.
        edits: What a person has changed in a corpus of the library since it was imported.
    """

    name: str
    open: Callable[[], Iterator[Pair]]
    files: list[Path] = field(default_factory=list)
    pairs: int = 0
    digest: Any = field(default_factory=hashlib.sha256)
    tables: list[TableReading] = field(default_factory=list)
    edits: EditSummary = field(default_factory=EditSummary)

    def read(self) -> Iterator[Pair]:
        """The pairs, counted and hashed on the way."""
        for pair in self.open():
            self.pairs += 1
            self.digest.update(f"{pair.source}\t{pair.target}\n".encode("utf-8", "replace"))
            yield pair

    def to_json(self) -> dict[str, Any]:
        """For ``corpus.json``: names without folders, hashes and counts."""
        files = [{"name": f.name, "sha256": file_hash(f), "bytes": f.stat().st_size} for f in self.files]
        tables = [{"file": t.file, "taken": t.taken, "left_out": t.left_out} for t in self.tables]
        told = {"name": self.name, "pairs": self.pairs, "sha256": self.digest.hexdigest(), "files": files}
        told |= {"tables": tables} if tables else {}
        return told | ({"edits": self.edits.to_json()} if self.edits.sha256 else {})


@dataclass
class Sources:
    """Where training, validation and test pairs come from.

    Attributes:
        train: Read one after the other.
        valid: The user's own validation files, or the corpora's own validation splits; empty: hold out.
        test: The corpora's own test splits; empty: hold out or none.
        own_valid: Whether ``valid`` are files that the user named.
        source_lang: Language of the source side, as told by the configuration, the corpus or the file's name.
        target_lang: Likewise for the target side.
    """

    train: list[Stream] = field(default_factory=list)
    valid: list[Stream] = field(default_factory=list)
    test: list[Stream] = field(default_factory=list)
    own_valid: bool = False
    source_lang: str = ""
    target_lang: str = ""


def find_sources(data: DataConfig, on_warning: Warning_) -> Sources:
    """Look up what the configuration names; nothing is read yet.

    Raises:
        ConfigError: Nothing is named, or only one of two files is.
        CorpusError: A corpus does not exist.
    """
    _check_given(data)
    sources = Sources(source_lang=data.source_lang, target_lang=data.target_lang)
    if data.src:
        sources.train.append(_files(data.src, data.tgt, data, on_warning))
        _learn_languages(sources, language_of(Path(data.src)), language_of(Path(data.tgt)))
    for entry in data.corpora:
        _add_corpus(sources, entry, data, on_warning)
    if data.valid_src:
        # The user's own validation files win over what a corpus brings.
        sources.valid, sources.own_valid = [_files(data.valid_src, data.valid_tgt, data, on_warning)], True
    return sources


def _check_given(data: DataConfig) -> None:
    for one, other in (("src", "tgt"), ("valid_src", "valid_tgt")):
        if bool(getattr(data, one)) != bool(getattr(data, other)):
            missing = other if getattr(data, one) else one
            raise ConfigError(
                Message("data.{field} is missing", field=missing),
                advice=Message("Source and target files come in pairs."),
            )
    if not data.src and not data.corpora:
        raise ConfigError(
            Message("there is nothing to learn from"),
            where="data",
            advice=Message(
                "Name a corpus, or two files{command_line}.", command_line=": --corpus FILE_OR_NAME, or --src and --tgt"
            ),
        )


def _files(src: str, tgt: str, data: DataConfig, on_warning: Warning_) -> Stream:
    one, two = Path(src), Path(tgt)
    wanted = Wanted(data.source_lang, data.target_lang, ReadOptions(encoding=data.encoding), on_warning)
    return Stream(f"{one.name} + {two.name}", lambda: read_sides(one, two, wanted), [one, two])


def _learn_languages(sources: Sources, source_lang: str, target_lang: str) -> None:
    sources.source_lang = sources.source_lang or source_lang
    sources.target_lang = sources.target_lang or target_lang


def _add_corpus(sources: Sources, entry: str, data: DataConfig, on_warning: Warning_) -> None:
    info = library.corpus_or_none(entry)
    files = [] if info else [Path(entry)]
    options = ReadOptions(data.columns, data.sheet, data.encoding)
    _learn_languages(sources, *library.languages_of([entry], data.source_lang, data.target_lang, options))

    def stream(split: str) -> Stream:
        def note(reading: TableReading) -> None:
            if not found.tables and not reading.is_plain:
                on_warning(f"{reading.file}: {reading.taken}")
            found.tables = keep_newest(found.tables, reading)

        def start() -> Iterator[Pair]:
            if info is not None:
                found.edits = library.find_corpus(info.name).edits
            return library.open_corpus(entry, split, data.source_lang, data.target_lang, options, on_warning, note)

        name = Path(entry).name if split == "train" else f"{Path(entry).name} ({split})"
        found = Stream(name, start, files)
        return found

    sources.train.append(stream("train"))
    if info:
        sources.valid += [stream("valid")] if "valid" in info.splits else []
        sources.test += [stream("test")] if "test" in info.splits else []


class CleanText:
    """Cleaned pairs on disk, one line each in ``pairs.src`` and ``pairs.tgt``, with their sentence hashes in memory.

    Attributes:
        source_hashes: ``[pairs]`` uint64, see ``splits.sentence_hash``.
        target_hashes: Likewise for the target side.
    """

    def __init__(self, folder: Path, source_hashes: NDArray[np.uint64], target_hashes: NDArray[np.uint64]) -> None:
        self._folder = folder
        self.source_hashes, self.target_hashes = source_hashes, target_hashes

    def __len__(self) -> int:
        return len(self.source_hashes)

    def pairs(self) -> Iterator[Pair]:
        """All pairs in order, read from disk."""
        paths = [self._folder / f"pairs.{kind}" for kind in ("src", "tgt", "where")]
        with open_lines(paths[0]) as one, open_lines(paths[1]) as other, open_lines(paths[2]) as places:
            for source, target, where in zip(one, other, places, strict=True):
                yield Pair(source[:-1], target[:-1], where[:-1])

    def chosen(self, wanted: NDArray[np.bool_]) -> Iterator[Pair]:
        """The pairs at which ``wanted`` is true."""
        for take, pair in zip(wanted.tolist(), self.pairs(), strict=True):
            if take:
                yield pair


def open_lines(path: Path, mode: str = "r") -> Any:
    """Open one of our text files: UTF-8, and only a line feed ends a line."""
    return path.open(mode, encoding="utf-8", newline="\n", errors="strict" if mode == "r" else "replace")


def as_line(text: str) -> str:
    """A text as one line of such a file."""
    return text.replace("\r\n", " ").replace("\n", " ") if "\n" in text else text


def read_clean(
    sources: Sources, data: DataConfig, folder: Path, dropped: DroppedPairs, stats: StatsCounter, progress: Progress
) -> tuple[CleanText, Cleaner]:
    """Read the training corpora, clean them and put what is kept on disk.

    Args:
        data: Rules, thresholds, ``max_pairs``.

    Raises:
        CorpusError: A corpus cannot be read, or no pair is left.
    """
    cleaner = Cleaner(data, sources.source_lang, sources.target_lang, dropped)
    hashes = array("Q"), array("Q")
    raw = (pair for stream in sources.train for pair in stream.read())
    limited = islice(raw, data.max_pairs) if data.max_pairs else raw
    source_file, target_file, where_file = (folder / f"pairs.{kind}" for kind in ("src", "tgt", "where"))
    with open_lines(source_file, "w") as one, open_lines(target_file, "w") as other, open_lines(where_file, "w") as at:
        for pair in cleaner.clean(_counted(limited, data.max_pairs, progress)):
            one.write(as_line(pair.source) + "\n")
            other.write(as_line(pair.target) + "\n")
            at.write(as_line(place(pair.where)) + "\n")
            hashes[0].append(sentence_hash(pair.source))
            hashes[1].append(sentence_hash(pair.target))
            stats.add(pair.source, pair.target)
    if not cleaner.report.kept:
        raise _nothing_left(cleaner, sources)
    found = [np.frombuffer(h, dtype=np.uint64) for h in hashes]
    return CleanText(folder, found[0], found[1]), cleaner


def _counted(pairs: Iterator[Pair], total: int, progress: Progress) -> Iterator[Pair]:
    progress(0, total, Message("Reading pairs"))
    for done, pair in enumerate(pairs, start=1):
        if done % _EVERY == 0:
            progress(done, total, Message("Reading pairs"))
        yield pair


def _nothing_left(cleaner: Cleaner, sources: Sources) -> CorpusError:
    names = ", ".join(stream.name for stream in sources.train)
    if not cleaner.report.read:
        return CorpusError(Message("holds no sentence pairs"), where=names)
    reasons = ", ".join(f"{name} {count:,}" for name, count in cleaner.report.dropped.items() if count)
    return CorpusError(
        Message("no pair is left of {read:,} after cleaning ({reasons})", read=cleaner.report.read, reasons=reasons),
        where=names,
        advice=Message(
            "Look at the pairs{command_line}, or set data.cleaning to fewer rules, or none.",
            command_line=" with: workbench corpus inspect",
        ),
    )
