"""What every reader of corpus files shares: the protocol, the registry, opening files and reading their lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_readable
from workbench.engine.core.types import DEFAULT_OPTIONS, Pair, ReadOptions
from workbench.engine.corpora.files.archives import member_head, split_member
from workbench.engine.corpora.files.archives import open_binary as open_binary
from workbench.engine.corpora.files.lines import head_text as head_text
from workbench.engine.corpora.files.lines import no_warning as no_warning
from workbench.engine.corpora.files.lines import numbered_lines as numbered_lines
from workbench.engine.corpora.files.opening import HEAD_BYTES, reading
from workbench.engine.corpora.files.signatures import is_markup, is_xml
from workbench.engine.corpora.readers.tables.table_reading import OnReading, no_reading
from workbench.engine.text.languages import looks_like_tag, normalise_tag, pick


@dataclass(frozen=True)
class Wanted:
    """What to take from a file.

    Attributes:
        source_lang, target_lang: BCP-47 tags of the sides; empty takes what the file has first.
        options: Columns, sheet and encoding that the person chose.
        warn: Called with one sentence for each thing a person should know.
        on_reading: Takes what was chosen of a table, when it is opened and when it has been read.
    """

    source_lang: str = ""
    target_lang: str = ""
    options: ReadOptions = DEFAULT_OPTIONS
    warn: Callable[[str], None] = no_warning
    on_reading: OnReading = no_reading

    def missing(self, known: Collection[str]) -> str:
        """The first language asked for that is not among those known; empty when none is missing."""
        asked = (lang for lang in (self.source_lang, self.target_lang) if lang)
        return next((lang for lang in asked if pick(sorted(known), lang) is None), "")


class Reader(Protocol):
    """One corpus format.

    Attributes:
        name: Short stable name.
        title: Name shown to a person.
        suffixes: Lower-case suffixes, ``.gz``, ``.xz`` and ``.bz2`` stripped.
        strong: Whether ``sniff`` is sure enough to win over the file's suffix.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    strong: bool

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether the first bytes look like this format."""

    def languages(self, path: Path) -> list[str]:
        """Language tags the file names, source first; may be empty."""

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs.

        Raises:
            CorpusError: The file cannot be read as this format.
        """


#: Readers by name in the order in which they are asked.
READERS: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Make a reader known; each module of this package calls it once."""
    READERS[reader.name] = reader


def is_xml_of(root: str, head: bytes) -> bool:
    """Whether the first bytes are those of XML with this root: near its start where it declares itself, else there."""
    text = head_text(head).lstrip()
    return f"<{root}" in text[:4096].lower() if is_xml(text) else is_markup(text, root)


def suffix_of(path: Path) -> str:
    """The lower-case suffix that tells the format: ``.tmx`` for ``memory.TMX.gz``."""
    suffixes = [s.lower() for s in path.suffixes]
    while suffixes and suffixes[-1] in (".gz", ".xz", ".bz2"):
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


def language_of(path: Path) -> str:
    """The language a file's name ends in, as ``train.de`` or ``train.de.gz``; empty when it names none."""
    suffix = suffix_of(path)[1:]
    if suffix in ("txt", "text"):
        suffix = suffix_of(path.with_suffix(""))[1:]
    return normalise_tag(suffix) if suffix and looks_like_tag(suffix) else ""


def check_file(path: Path) -> None:
    """Raise a ``CorpusError`` for a missing file, a folder or a file that may not be read."""
    with reading(path):
        if split_member(path) is not None:
            return
        check_readable(path, CorpusError)
        if path.stat().st_size == 0 and path.is_file():
            raise CorpusError(Message("is empty"), where=str(path))


def read_head(path: Path) -> bytes:
    """The first bytes of a file, decompressed.

    Raises:
        CorpusError: It cannot be read, or is empty.
    """
    head = member_head(path)
    if head is None:
        with reading(path), open_binary(path) as handle:
            head = handle.read(HEAD_BYTES)
    if not head:
        raise CorpusError(Message("is empty"), where=str(path))
    return head


def wanted_lines(path: Path, wanted: Wanted | None, **cutting: bool) -> Iterator[tuple[int, str]]:
    """``numbered_lines`` as a person wants a file read; without a wish a look at it that does not mind its encoding.

    Raises:
        CorpusError: See ``numbered_lines``.
    """
    about: dict[str, Any] = {"lenient": True, **cutting}
    if wanted is not None:
        languages = [tag for tag in (wanted.source_lang, wanted.target_lang) if tag]
        about = {"encoding": wanted.options.encoding, "languages": languages, "warn": wanted.warn, **cutting}
    return numbered_lines(path, **about)


#: An encoding in which every byte is a character to look for tags of languages: they are ASCII whatever the rest is.
ANY_BYTES = "latin-1"


def tag_of_bytes(tag: str) -> str:
    """A tag that was read as ``ANY_BYTES``, as reading in UTF-8 finds it."""
    try:
        return tag.encode(ANY_BYTES).decode("utf-8")
    except UnicodeError:
        return tag  # the file's marks told its encoding


def without_language(path: Path, language: str, known: str) -> CorpusError:
    """The refusal of a file that has no text in a language asked for."""
    return CorpusError(
        Message("has no text in '{language}'", language=language),
        where=str(path),
        advice=Message("It has: {known}.", known=known),
    )
