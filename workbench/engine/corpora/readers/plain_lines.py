"""Files that are read line by line although they hold no corpus: plain text passes, any other structure is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.corpora.files.archives import split_member
from workbench.engine.corpora.files.opening import reading
from workbench.engine.corpora.files.signatures import is_xml
from workbench.engine.corpora.readers.base import READERS, Wanted, head_text, read_head, suffix_of
from workbench.engine.corpora.readers.text import read_parallel

#: Nothing in particular is wanted.
_ANY = Wanted()
_SUBTITLES = re.compile(
    r"\A\ufeff?WEBVTT(?=\s)(?s:.*?)\d\d:\d\d\.\d{3} --> |^\d+\s*\n\d\d:\d\d:\d\d[,.]\d{3} --> ", re.MULTILINE
)
_XML_NAMES = (".xml", ".html", ".htm", ".xhtml", ".resx", ".dita", ".ditamap", ".svg")
#: Names of texts with marks or keys among the sentences, which a model would translate as well.
_NAMES: tuple[tuple[tuple[str, ...], Message], ...] = (
    ((".srt", ".vtt", ".sub", ".ass", ".ssa", ".sbv"), Message("is a file of subtitles")),
    ((".md", ".markdown", ".rst", ".adoc", ".asciidoc"), Message("is text with markup (Markdown or the like)")),
    ((".tex", ".bib", ".latex"), Message("is a LaTeX document")),
    (
        (".yaml", ".yml", ".properties", ".strings", ".ini", ".toml", ".arb"),
        Message("is a file of keys and values"),
    ),
)


def check_plain_lines(path: Path) -> None:
    """Refuse a file whose lines are not its sentences.

    Passed on are plain text of any name, packed or not, what is empty, and what is no file that stays (a pipe).

    Raises:
        InputError: It has a structure, such as a translation memory, a table or a document.
        CorpusError: It cannot be read.
    """
    path = Path(path)
    with reading(path):
        if split_member(path) is None and (not path.is_file() or path.stat().st_size == 0):
            return
    what = _structure(path, read_head(path))
    if what:
        raise InputError(
            Message("{what}; only plain text can be read line by line", what=what),
            where=str(path),
            advice=Message(
                "Save its sentences as plain text, one a line, and choose that file{command_line}.",
                command_line="; what comes from standard input is taken as it is",
            ),
        )


def read_sides(src: Path, tgt: Path, wanted: Wanted = _ANY) -> Iterator[Pair]:
    """``read_parallel`` of two files that a person named one by one, so that nobody has looked what they are.

    Raises:
        InputError: One of them is no plain text.
        CorpusError: See ``read_parallel``.
    """
    for path in (src, tgt):
        check_plain_lines(path)
    return read_parallel(src, tgt, wanted)


def _structure(path: Path, head: bytes) -> str:
    """What a file is, as "is a ...", unless it is plain text."""
    from workbench.engine.corpora.readers import structured

    text, suffix = head_text(head), suffix_of(path)
    try:
        reader = structured(path, head)
    except CorpusError as error:
        return error.message
    if reader is not None and not (reader.name == "tsv" and suffix in READERS["text"].suffixes):
        return Message('is of the kind "{kind}"', kind=reader.title)
    if is_xml(text) or suffix in _XML_NAMES:
        return Message("is a web page or another XML file")
    if _SUBTITLES.search(text[:2000]):
        return _NAMES[0][1]
    return next((what for names, what in _NAMES if suffix in names), "")
