"""The first pairs of files at once, before all of them have been read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import DEFAULT_OPTIONS, Pair, ReadOptions
from workbench.engine.corpora import library
from workbench.engine.corpora.files.lines import find_charset
from workbench.engine.corpora.readers import Part, Wanted, parts_of
from workbench.engine.corpora.readers.parts import first_languages
from workbench.engine.corpora.readers.tables.table_reading import TableReading
from workbench.engine.text.language_guess import guess_language

_PAIRS = 100
_MOST_LOOKED_AT = 8
#: Readers of plain text, whose encoding a person may have to choose.
_TEXTS = {"text", "csv", "tsv", "jsonl"}


@dataclass(frozen=True)
class Preview:
    """What is known about files after a glance.

    Attributes:
        format: In words.
        languages: Languages the files name.
        source_lang, target_lang: Taken, or guessed from the words, as the two sides; may be empty.
        problem: Why no pair could be read with these choices; "" when all is well.
        table: How the first table among the files is read, or would be without the columns asked for; ``None`` when
            there is none.
        encoding: Usual names of the encodings found when none is chosen; "" for files that are no text.
    """

    format: str
    languages: tuple[str, ...]
    source_lang: str
    target_lang: str
    first: tuple[Pair, ...]
    problem: str = ""
    table: TableReading | None = None
    encoding: str = ""


def preview(
    paths: Sequence[Path], *, source_lang: str = "", target_lang: str = "", options: ReadOptions = DEFAULT_OPTIONS
) -> Preview:
    """Look at the first hundred pairs of files.

    Args:
        paths: Corpus files; two plain text files are one corpus.
        source_lang: BCP-47 tag; empty takes what the files tell, or guesses, as for ``target_lang``.
        options: How to read the files: columns, sheet, encoding.

    Raises:
        CorpusError: The files are of no known format.
    """
    parts = parts_of(paths, source_lang, target_lang)
    wanted = Wanted(source_lang, target_lang, options)
    languages, source, target = first_languages(list(paths), parts, wanted)
    titles = ", ".join(dict.fromkeys(part.reader.title for part in parts))
    found: list[TableReading] = []
    first: list[Pair] = []
    problem = ""
    try:
        names = [str(path) for path in paths]
        pairs = library.open_corpus(names, "train", source, target, options, on_reading=found.append)
        first = bounds.first(pairs, _PAIRS, lambda pair: (pair.source, pair.target))
        problem = "" if first else Message("no sentence pair was found")
    except CorpusError as error:
        problem = _in_window(error)
    source = source or guess_language(pair.source for pair in first)
    target = target or guess_language(pair.target for pair in first)
    table = found[0] if found else _without_choice(parts, wanted)
    encoding = _encodings(parts, (source, target))
    return Preview(titles, tuple(languages), source, target, tuple(first[:20]), problem, table, encoding)


def _in_window(error: CorpusError) -> str:
    """An error in words, without advice on the command line's options."""
    advice = "" if "--" in error.advice else error.advice
    return str(CorpusError(error.message, where=error.where, advice=advice))


def _without_choice(parts: Sequence[Part], wanted: Wanted) -> TableReading | None:
    """What a table has when the columns asked for cannot be read, so that others can be chosen."""
    for options in (replace(wanted.options, columns=""), replace(wanted.options, columns="", sheet="")):
        for one in (replace(wanted, options=options), Wanted(options=options)):
            for part in parts:
                try:
                    reading = part.reading(one)
                except CorpusError:
                    continue
                if reading is not None:
                    return reading
    return None


def _encodings(parts: Sequence[Part], languages: Sequence[str]) -> str:
    """Usual names of the encodings that text files are in, each once."""
    paths = [path for part in parts if part.reader.name in _TEXTS for path in part.paths]
    hints = [tag for tag in languages if tag]
    return ", ".join(dict.fromkeys(find_charset(path, hints).name for path in paths[:_MOST_LOOKED_AT]))
