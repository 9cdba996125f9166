"""Readers of corpus files: each format is one module here that registers itself."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from workbench.engine.data.readers import base
from workbench.engine.data.readers.base import Reader, Wanted, check_file, no_warning, read_head, suffix_of
from workbench.engine.data.readers.languages import same
from workbench.engine.errors import CorpusError
from workbench.engine.types import DEFAULT_OPTIONS, Pair, ReadOptions

__all__ = ["READERS", "Reader", "Wanted", "detect", "parallel_order", "read_pairs", "readers"]

READERS = base.READERS


def readers() -> dict[str, Reader]:
    """All readers by name; every module of this package is imported once."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return READERS


def detect(path: Path) -> Reader:
    """The reader for a file: by unmistakable content, else by suffix, else by what the content looks like.

    Raises:
        CorpusError: Missing, a folder, empty, or of no known format.
    """
    path = Path(path)
    check_file(path)
    head = read_head(path)
    known = [reader for name, reader in readers().items() if name != "text"]
    for reader in known:
        if reader.strong and reader.sniff(path, head):
            return reader
    suffix = suffix_of(path)
    for reader in known:
        if suffix in reader.suffixes:
            return reader
    for reader in [*known, READERS["text"]]:
        if not reader.strong and reader.sniff(path, head):
            return reader
    titles = ", ".join(reader.title for reader in readers().values())
    raise CorpusError("is in no known corpus format", where=str(path), advice=f"Known: {titles}.")


def read_pairs(
    paths: Sequence[Path | str],
    *,
    source_lang: str = "",
    target_lang: str = "",
    options: ReadOptions = DEFAULT_OPTIONS,
    on_warning: Callable[[str], None] = no_warning,
) -> Iterator[Pair]:
    """Stream the pairs of corpus files; two plain text files are the two sides of one corpus.

    Args:
        paths: Files of any known format; several are read one after the other.
        source_lang: BCP-47 tag of the source side; empty takes what the files have first.
        target_lang: Likewise for the target side.
        options: How to read the files: columns, sheet, encoding.
        on_warning: Called with one sentence for each thing a person should know.

    Raises:
        CorpusError: A file cannot be read as sentence pairs.
    """
    files = [Path(path) for path in paths]
    if not files:
        raise CorpusError("no corpus file was named")
    wanted = Wanted(source_lang, target_lang, options, on_warning)
    chosen = [detect(file) for file in files]
    plain = [file for file, reader in zip(files, chosen, strict=True) if reader.name == "text"]
    if len(plain) == 2 and len(files) == 2:
        from workbench.engine.data.readers.text import read_parallel

        yield from read_parallel(*parallel_order(files[0], files[1], wanted), on_warning=on_warning)
        return
    if plain and len(files) > 1:
        raise CorpusError(
            "is plain text among other files",
            where=str(plain[0]),
            advice="Import the two sides of a plain corpus alone.",
        )
    for file, reader in zip(files, chosen, strict=True):
        empty = True
        for pair in reader.read(file, wanted):
            empty = False
            yield pair
        if empty:
            raise CorpusError("holds no sentence pair", where=str(file))


def parallel_order(first: Path, second: Path, wanted: Wanted) -> tuple[Path, Path]:
    """Two plain files as source and target, swapped when their names say so (``train.en train.de`` for de to en)."""
    from workbench.engine.data.readers.text import language_of

    one, two = language_of(first), language_of(second)
    source, target = wanted.source_lang, wanted.target_lang
    says_swap = (one and target and same(one, target)) or (two and source and same(two, source))
    says_straight = (one and source and same(one, source)) or (two and target and same(two, target))
    return (second, first) if says_swap and not says_straight else (first, second)
