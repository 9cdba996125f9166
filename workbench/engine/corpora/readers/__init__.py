"""Readers of corpus files: each format is one module here that registers itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message, joined
from workbench.engine.core.types import DEFAULT_OPTIONS, Pair, ReadOptions
from workbench.engine.corpora.files.signatures import UNPACK, refuse_foreign
from workbench.engine.corpora.readers import base
from workbench.engine.corpora.readers.base import Reader, Wanted, check_file, no_warning, read_head, suffix_of
from workbench.engine.corpora.readers.parts import Part, archive_kind, parts_of, read_parts
from workbench.engine.corpora.readers.tables.table_reading import OnReading, no_reading

__all__ = ["READERS", "Part", "Reader", "Wanted", "detect", "parts_of", "read_pairs", "readers", "structured"]

READERS = base.READERS


@cache
def readers() -> dict[str, Reader]:
    """All readers by name; every module of this package and of those inside is imported once."""
    for module in pkgutil.walk_packages(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    return READERS


def structured(path: Path, head: bytes) -> Reader | None:
    """The reader for a file that is no plain text: by unmistakable content, else by suffix, else by what it looks like.

    Args:
        head: See ``read_head``.

    Raises:
        CorpusError: It is plainly no corpus, or an archive (see ``parts_of``).
    """
    known = [reader for name, reader in readers().items() if name != "text"]
    refuse_foreign(path, head)
    if kind := archive_kind(path, head):
        raise CorpusError(Message("is a {kind} archive", kind=kind), where=str(path), advice=UNPACK)
    for reader in known:
        if reader.strong and reader.sniff(path, head):
            return reader
    suffix = suffix_of(path)
    for reader in known:
        if suffix in reader.suffixes:
            return reader
    return next((reader for reader in known if not reader.strong and reader.sniff(path, head)), None)


def detect(path: Path) -> Reader:
    """The reader for a file: ``structured``, else plain text.

    Raises:
        CorpusError: Missing, a folder, empty, an archive (see ``parts_of``), or of no known format.
    """
    path = Path(path)
    check_file(path)
    head = read_head(path)
    found = structured(path, head)
    if found is not None:
        return found
    if READERS["text"].sniff(path, head):
        return READERS["text"]
    titles = joined(reader.title for reader in readers().values())
    raise CorpusError(
        Message("is in no known corpus format"), where=str(path), advice=Message("Known: {known}.", known=titles)
    )


def read_pairs(
    paths: Sequence[Path | str],
    *,
    source_lang: str = "",
    target_lang: str = "",
    options: ReadOptions = DEFAULT_OPTIONS,
    on_warning: Callable[[str], None] = no_warning,
    on_reading: OnReading = no_reading,
) -> Iterator[Pair]:
    """Stream the pairs of corpus files; two plain text files are the two sides of one corpus.

    Args:
        paths: Files of any known format, or archives of them; several are read one after the other.
        source_lang, target_lang: BCP-47 tags of the sides; empty takes what the files have first.
        options: How to read the files: columns, sheet, encoding.
        on_warning: Called with one sentence for each thing a person should know.
        on_reading: Takes what was chosen of each table, when it is opened and when it has been read.

    Raises:
        CorpusError: A file cannot be read as sentence pairs.
    """
    files = [Path(path) for path in paths]
    if not files:
        raise CorpusError(Message("no corpus file was named"))
    wanted = Wanted(source_lang, target_lang, options, on_warning, on_reading)
    yield from read_parts(parts_of(files, source_lang, target_lang, on_warning), wanted)
