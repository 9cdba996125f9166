"""What every reader of corpus files shares: the protocol, the registry, opening files and reading their lines."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from workbench.engine.data.readers.table_reading import OnReading, no_reading
from workbench.engine.errors import CorpusError
from workbench.engine.types import DEFAULT_OPTIONS, Pair, ReadOptions

#: Bytes (after decompression) by which a format is recognised.
HEAD_BYTES = 65536
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_COMPRESSED: tuple[tuple[bytes, Callable[..., object]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"\xfd7zXZ\x00", lzma.open),
    (b"BZh", bz2.open),
)


def no_warning(message: str) -> None:
    """A warning callback that does nothing."""


@dataclass(frozen=True)
class Wanted:
    """What to take from a file.

    Attributes:
        source_lang: BCP-47 tag of the source side; empty takes what the file has first.
        target_lang: Likewise for the target side.
        options: Columns, sheet and encoding that the person chose.
        warn: Called with one sentence for each thing a person should know.
        on_reading: Takes what was chosen of a table, when it is opened and when it has been read.
    """

    source_lang: str = ""
    target_lang: str = ""
    options: ReadOptions = DEFAULT_OPTIONS
    warn: Callable[[str], None] = no_warning
    on_reading: OnReading = no_reading


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


def suffix_of(path: Path) -> str:
    """The lower-case suffix that tells the format: ``.tmx`` for ``memory.TMX.gz``."""
    suffixes = [s.lower() for s in path.suffixes]
    while suffixes and suffixes[-1] in (".gz", ".xz", ".bz2"):
        suffixes.pop()
    return suffixes[-1] if suffixes else ""


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what can go wrong while a file is read into a ``CorpusError`` that names it."""
    try:
        yield
    except (EOFError, lzma.LZMAError, gzip.BadGzipFile, zlib.error) as error:
        raise CorpusError(f"the compressed file is damaged or cut off: {error}", where=str(path)) from None
    except FileNotFoundError:
        raise CorpusError("no such file", where=str(path)) from None
    except IsADirectoryError:
        raise _a_folder(path) from None
    except PermissionError:
        raise CorpusError("may not be read by you", where=str(path), advice="Check its permissions.") from None
    except OSError as error:
        raise CorpusError(f"cannot be read: {error.strerror or error}", where=str(path)) from None


def _a_folder(path: Path) -> CorpusError:
    return CorpusError("is a folder, not a corpus file", where=str(path), advice="Name the files inside it.")


def check_file(path: Path) -> None:
    """Raise a ``CorpusError`` for a missing file, a folder or a file that may not be read."""
    with reading(path):
        if path.is_dir():
            raise _a_folder(path)
        if path.stat().st_size == 0 and path.is_file():
            raise CorpusError("is empty", where=str(path))
        with open(path, "rb"):
            pass


def open_binary(path: Path) -> BinaryIO:
    """Open a file for reading, decompressed by its content (gzip, xz, bzip2).

    Raises:
        CorpusError: Missing, a folder, or not readable.
    """
    with reading(path):
        if path.is_dir():
            raise _a_folder(path)
        raw = open(path, "rb")  # noqa: SIM115 - handed to the caller
        start = raw.peek(8)[:8]
        for magic, opener in _COMPRESSED:
            if start.startswith(magic):
                return cast(BinaryIO, opener(raw, "rb"))
        return raw


def read_head(path: Path) -> bytes:
    """The first bytes of a file, decompressed.

    Raises:
        CorpusError: It cannot be read, or is empty.
    """
    with reading(path), open_binary(path) as handle:
        head = handle.read(HEAD_BYTES)
    if not head:
        raise CorpusError("is empty", where=str(path))
    return head


def head_text(head: bytes) -> str:
    """The first bytes as text for recognising a format; never fails."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="replace")
    return head.decode("utf-8-sig", errors="replace")


def numbered_lines(path: Path, *, keep_ends: bool = False) -> Iterator[tuple[int, str]]:
    """Lines of a UTF-8 file (or UTF-16 with a mark) with their 1-based numbers.

    Only a line feed ends a line, as ``wc -l`` counts them; a carriage return before it is removed. A byte order mark
    is removed.

    Args:
        path: The file, plain or compressed.
        keep_ends: Leave the line's end on, for parsers that need it.

    Raises:
        CorpusError: Not readable, or not UTF-8 (names line and byte).
    """
    with reading(path), open_binary(path) as handle:
        number = 0
        for number, raw in enumerate(_raw_lines(handle), start=1):
            if number == 1 and raw.startswith(codecs.BOM_UTF8):
                raw = raw[len(codecs.BOM_UTF8) :]
            try:
                line = raw.decode("utf-8")
            except UnicodeDecodeError as error:
                raise CorpusError(
                    f"byte {error.start + 1} of the line (0x{raw[error.start]:02X}) is not valid UTF-8",
                    where=f"{path}:{number}",
                    advice="Convert the file to UTF-8, for instance with: iconv -f WINDOWS-1252 -t UTF-8.",
                ) from None
            yield number, line if keep_ends else line.removesuffix("\n").removesuffix("\r")
    if number == 0:
        raise CorpusError("is empty", where=str(path))


def _raw_lines(handle: BinaryIO) -> Iterator[bytes]:
    buffered = (
        handle if isinstance(handle, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, handle), 1 << 20)
    )
    start = buffered.peek(2)[:2]
    if start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = io.TextIOWrapper(buffered, encoding="utf-16", errors="replace", newline="\n")
        return (line.encode("utf-8") for line in text)
    return iter(buffered)


def one_line(text: str) -> str:
    """Fold line breaks of any kind into one space, so that a side is always one line of text."""
    if _BREAKS.search(text):
        text = _BREAKS.sub(" ", text.strip("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
    return text


def clean_text(text: str) -> str:
    """``one_line``, with lone surrogates (from JSON escapes) replaced, since they cannot be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", one_line(text))
