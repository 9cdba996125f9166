"""Opening corpus files and members of archives as streams of bytes, unpacked on the way and bounded."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from workbench.engine.core.bounds import check_lines, check_unpacked
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened

#: Bytes (after decompression) by which a format is recognised.
HEAD_BYTES = 65536
_BUFFER = 1 << 18
_COMPRESSED: tuple[tuple[re.Pattern[bytes], Callable[..., Any]], ...] = (
    (re.compile(rb"\x1f\x8b"), gzip.open),
    (re.compile(rb"\xfd7zXZ\x00"), lzma.open),
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), bz2.open),  # more than letters with which a word may begin
)
_DAMAGED = (
    EOFError,
    lzma.LZMAError,
    gzip.BadGzipFile,
    zlib.error,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    tarfile.TarError,
)


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn what can go wrong while a file is read into a ``CorpusError`` that names it."""
    try:
        yield
    except _DAMAGED as error:
        raise CorpusError(
            Message("the compressed file is damaged or cut off: {reason}", reason=reason(error)), where=str(path)
        ) from None
    except FileNotFoundError:
        raise CorpusError(Message("no such file"), where=str(path)) from None
    except IsADirectoryError:
        raise a_folder(path) from None
    except PermissionError:
        raise CorpusError(
            Message("may not be read by you"), where=str(path), advice=Message("Check its permissions.")
        ) from None
    except OSError as error:
        raise CorpusError(Message("cannot be read: {reason}", reason=reason(error)), where=str(path)) from None
    except ValueError as error:
        if "embedded null" not in str(error):  # what the system says of a path with a NUL character
            raise
        where = shortened(str(path), 200)
        raise CorpusError(Message("has a character that no name of a file may have"), where=where) from None


def a_folder(path: Path) -> CorpusError:
    """The refusal of a folder."""
    return CorpusError(
        Message("is a folder, not a corpus file"), where=str(path), advice=Message("Name the files inside it.")
    )


class Unpacked(io.RawIOBase):
    """A stream that is unpacked while it is read, and refused when it grows out of all proportion.

    Args:
        stream: Gives unpacked bytes.
        packed: How many packed bytes have been read for them so far.
        path: For messages.
        behind: What is closed with it.

    Attributes:
        packed: As given.
    """

    def __init__(self, stream: Any, packed: Callable[[], int], path: Path, *behind: Any) -> None:
        super().__init__()
        self.packed = packed
        self._stream, self._path, self._behind = stream, path, behind
        self._bytes = self._lines = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer.

        Raises:
            CorpusError: It unpacks to far more than text does.
        """
        read = self._stream.readinto(buffer) or 0
        self._bytes += read
        self._lines += bytes(buffer[:read]).count(b"\n")
        packed = self.packed()
        check_unpacked(self._bytes, packed, self._path)
        check_lines(self._lines, packed, self._path)
        return int(read)

    def tell(self) -> int:
        """Unpacked bytes read so far."""
        return self._bytes

    def close(self) -> None:
        """Close it and what it reads from."""
        if not self.closed:
            self._stream.close()
            for stream in self._behind:
                stream.close()
        super().close()


def buffered(stream: Unpacked) -> BinaryIO:
    """Buffered reading from an unpacked stream."""
    return cast(BinaryIO, io.BufferedReader(stream, _BUFFER))


def packed_bytes(stream: Any) -> Callable[[], int]:
    """How many bytes, as they are stored, have been read for a stream, whatever it was unpacked from."""
    inner = getattr(stream, "raw", None)
    return inner.packed if isinstance(inner, Unpacked) else cast(Callable[[], int], stream.tell)


def open_unpacked(raw: io.BufferedReader, path: Path) -> BinaryIO:
    """A stream decompressed by its first bytes (gzip, xz, bzip2), or as it is.

    The bytes as they are stored are closed with what is returned.
    """
    start = raw.peek(10)[:10]
    for magic, opener in _COMPRESSED:
        if magic.match(start):
            return buffered(Unpacked(opener(raw, "rb"), packed_bytes(raw), path, raw))
    return cast(BinaryIO, raw)


def open_file(path: Path) -> BinaryIO:
    """Open a file of the file system, decompressed by its content.

    Raises:
        CorpusError: A folder; other troubles as ``OSError`` (see ``reading``).
    """
    if path.is_dir():
        raise a_folder(path)
    raw = open(path, "rb")  # noqa: SIM115 - handed to the caller
    try:
        return open_unpacked(raw, path)
    except BaseException:
        raw.close()
        raise
