"""Lines of text files in any encoding and with any line end: the one place that decides both, for all formats of lines.

An encoding is found while reading: as long as lines are plain ASCII nothing needs to be known, and the first line that
is not is judged together with those after it. So nothing is read twice, memory is bounded, and a file whose
70,000th line is the first with an accent is read as rightly as any other.
"""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, cast

from workbench.engine.core.bounds import TEXT
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files import charsets
from workbench.engine.corpora.files.archives import open_binary
from workbench.engine.corpora.files.charsets import Charset
from workbench.engine.corpora.files.declared import MARKING, MARKS
from workbench.engine.corpora.files.opening import HEAD_BYTES, reading

#: Bytes of lines that are not plain by which an encoding is judged, and bytes held back for that.
_JUDGED = 1 << 17
_HELD = 1 << 21
_CHUNK = 1 << 20
#: Characters looked at for the first line beyond ASCII.
_LOOKED_AT = 64 << 20
#: Bytes, or characters, of a piece of a very long line.
_PIECE = 1 << 18
_BEYOND_ASCII = bytes(range(128, 256))
_BOM = "\ufeff"


def no_warning(message: str) -> None:
    """A warning callback that does nothing."""


def numbered_lines(
    path: Path,
    *,
    keep_ends: bool = False,
    encoding: str = "",
    languages: Sequence[str] = (),
    warn: Callable[[str], None] = no_warning,
    lenient: bool = False,
    returns: bool = False,
    pieces: bool = False,
) -> Iterator[tuple[int, str]]:
    """Lines of a text file with their 1-based numbers.

    A line feed ends a line, as ``wc -l`` counts them, and a carriage return before it is removed. In a file without
    any line feed, carriage returns end the lines (old Macintosh). Nothing else does. A byte order mark is removed.

    Args:
        path: The file, plain or compressed, or a member of an archive.
        keep_ends: Leave the line's end on, for parsers that need it.
        encoding: As the person named it; empty finds it.
        languages: Languages the text may be in, which helps to find the encoding.
        warn: Told which older encoding was taken, and other things a person should know.
        lenient: Replace what cannot be decoded, for a look at a file; never for its pairs.
        returns: Let each carriage return that no line feed follows end a line as well, for tables in which fields
            hold line feeds.
        pieces: Pass very long lines on piece by piece, for formats in which lines mean nothing.

    Raises:
        CorpusError: Not readable, empty, a NUL character, a line that is not in the encoding (names line and byte).
        InputError: The encoding's name is not known.
    """
    asked = charsets.named(encoding) if encoding else None
    number, ended = 0, True
    with reading(path), open_binary(path) as handle:
        source = _Source(path, cast(io.BufferedReader, handle), asked, lenient)
        decoder = _Decoder(source, languages, warn, pieces)
        for line in decoder.lines(returns):
            text = line if number else line.removeprefix(_BOM)
            number += ended
            ended = not pieces or text.endswith(("\n", "\r"))
            if "\x00" in text and not lenient:
                raise CorpusError(
                    Message(
                        "character {number} of the line is a NUL character, which no text has",
                        number=text.index(chr(0)) + 1,
                    ),
                    where=f"{path}:{number}",
                    advice=Message(
                        "The file is damaged, is no text, or is in another encoding{command_line}.",
                        command_line=": see --encoding",
                    ),
                )
            yield number, text if keep_ends else text.removesuffix("\n").rstrip("\r")
    if number == 0:
        raise CorpusError(Message("is empty"), where=str(path))


def find_charset(path: Path, languages: Sequence[str] = ()) -> Charset:
    """The encoding in which a text file would be read by its first line beyond ASCII, if that is not very far.

    Raises:
        CorpusError: Not readable.
    """
    with reading(path), open_binary(path) as handle:
        source = _Source(path, cast(io.BufferedReader, handle), None, True)
        decoder = _Decoder(source, languages, no_warning)
        seen = 0
        for line in decoder.lines(False):
            seen += len(line)
            if decoder.charset is not None or seen > _LOOKED_AT:
                break
    return decoder.charset or Charset(charsets.UTF8)


def head_text(head: bytes) -> str:
    """The first bytes as text for recognising a format; never fails."""
    found = charsets.marked(head)
    if found is not None and found.is_wide:
        return head.decode(found.codec, errors="replace").removeprefix(_BOM)
    text = head.decode("utf-8-sig", errors="replace")
    return text.replace("\r", "\n") if "\n" not in text else text


class _Source:
    """An opened file with what its first bytes tell."""

    def __init__(self, path: Path, handle: io.BufferedReader, asked: Charset | None, lenient: bool) -> None:
        self.path, self.lenient, self.asked = path, lenient, asked
        head = handle.read(HEAD_BYTES)
        self._whole = len(head) < HEAD_BYTES
        self.handle = io.BufferedReader(cast(io.RawIOBase, _Rejoined(head, handle)), _CHUNK)
        marked = charsets.marked(head)
        # A mark wins over what was asked for, since nothing else begins with one.
        self.charset = marked if marked is not None and (asked is None or _begins_with_mark(head)) else asked
        if asked is not None and asked.codec in ("utf-16", "utf-32") and not _begins_with_mark(head):
            self.charset = marked or Charset(asked.codec + "-le")
        self._head = head

    def only_returns(self) -> bool:
        """Whether the file has carriage returns and no line feed at all."""
        wide = self.charset is not None and self.charset.is_wide
        head = self._head.decode(self.charset.codec, "replace") if wide and self.charset else ""
        if "\n" in head if wide else b"\n" in self._head:
            return False
        if "\r" not in head if wide else b"\r" not in self._head:
            return False
        return self._whole or not self._later_line_feed(wide)

    def _later_line_feed(self, wide: bool) -> bool:
        with reading(self.path), open_binary(self.path) as handle:
            codec = self.charset.codec if self.charset is not None else charsets.UTF8
            decoder = codecs.getincrementaldecoder(codec)(errors="replace")
            for chunk in iter(partial(handle.read, _CHUNK), b""):
                if "\n" in decoder.decode(chunk) if wide else b"\n" in chunk:
                    return True
        return False


def _begins_with_mark(head: bytes) -> bool:
    return head.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE))


class _Rejoined(io.RawIOBase):
    """The head that was read already, and the rest."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            part = self._head[: len(buffer)]
            self._head = self._head[len(part) :]
            buffer[: len(part)] = part
            return len(part)
        return int(self._rest.readinto(buffer) or 0)  # type: ignore[attr-defined]


class _Decoder:
    """Cuts a source into lines and decodes them; ``charset`` is known once a line needed it."""

    def __init__(
        self, source: _Source, languages: Sequence[str], warn: Callable[[str], None], pieces: bool = False
    ) -> None:
        self._source, self._languages, self._warn = source, languages, warn
        self._pieces = pieces
        self.charset = source.charset
        self._old_mac = False

    def lines(self, returns: bool) -> Iterator[str]:
        """The lines with their ends."""
        self._old_mac = self._source.only_returns()
        if self.charset is not None and self.charset.is_wide:
            return self._wide(self.charset, returns)
        if self._pieces:
            return self._narrow(iter(partial(self._source.handle.readline, _PIECE), b""))
        return self._narrow(_cut(self._source.handle, self._source.path, self._old_mac or returns))

    def _wide(self, charset: Charset, returns: bool) -> Iterator[str]:
        # A newline of "" ends lines at \r too, and leaves the ends as they are.
        newline = "\r" if self._old_mac else "" if returns else "\n"
        text = io.TextIOWrapper(
            self._source.handle, charset.codec, "replace" if self._source.lenient else MARKING, newline
        )
        most = _PIECE if self._pieces else TEXT
        for number, line in enumerate(iter(partial(text.readline, most), ""), start=1):
            if len(line) >= TEXT:
                raise _too_long(self._source.path, number)
            if mark := MARKS.search(line):
                place = Message("character {number} of the line", number=mark.start() + 1)
                raise self._undecodable(charset, number, place)
            yield line

    def _narrow(self, raw: Iterator[bytes]) -> Iterator[str]:
        number, ended = 0, True
        if self.charset is None:
            for line in raw:
                if not charsets.is_plain(line):
                    ahead = [line, *_ahead(raw, len(line))]
                    self._decide(ahead)
                    raw = chain(ahead, raw)
                    break
                number, ended = number + ended, self._is_whole(line)
                yield line.decode("ascii")
            else:
                return
        charset = self.charset
        assert charset is not None
        if self._source.asked == charset and charset.codec != charsets.UTF8:
            raw = self._doubted(raw, charset)
        if self._pieces:
            raw = self._whole_characters(raw, charset)
        errors = "replace" if self._source.lenient else "strict"
        for line in raw:
            number, ended = number + ended, self._is_whole(line)
            try:
                yield line.decode(charset.codec, errors)
            except UnicodeDecodeError as error:
                place = Message(
                    "byte {number} of the line (0x{byte:02X})", number=error.start + 1, byte=line[error.start]
                )
                raise self._undecodable(charset, number, place) from None

    def _is_whole(self, line: bytes) -> bool:
        return not self._pieces or line.endswith((b"\n", b"\r"))

    def _whole_characters(self, pieces: Iterator[bytes], charset: Charset) -> Iterator[bytes]:
        """Pieces that end between characters."""
        rest = b""
        for part in pieces:
            piece, rest = rest + part, b""
            if not piece.endswith((b"\n", b"\r")):
                # What an incremental decoder holds back belongs to the next piece.
                decoder = codecs.getincrementaldecoder(charset.codec)("replace")
                decoder.decode(piece)
                held = decoder.getstate()[0]
                piece, rest = piece[: len(piece) - len(held)], held
            yield piece
        if rest:
            yield rest

    def _decide(self, lines: Sequence[bytes]) -> None:
        beyond = [line for line in lines if not charsets.is_plain(line)]
        if self._pieces:
            beyond = [line.rstrip(_BEYOND_ASCII) if len(line) >= _PIECE else line for line in beyond]
        self.charset = charsets.decide(beyond, self._languages, old_mac=self._old_mac)
        if not self.charset.told:
            self._warn(
                Message(
                    "{file} is not UTF-8; it is read as {encoding}, the likeliest encoding. "
                    "If letters look wrong, choose another encoding{command_line}",
                    file=self._source.path.name,
                    encoding=self.charset.name,
                    command_line=" (--encoding NAME)",
                )
            )

    def _doubted(self, raw: Iterator[bytes], asked: Charset) -> Iterator[bytes]:
        """The lines; says so when they are UTF-8 in spite of what was asked for."""
        ahead = list(_ahead(raw, 0))
        beyond = [line for line in ahead if not charsets.is_plain(line)]
        found = charsets.decide(beyond, self._languages) if beyond else asked
        if found.told and found.codec == charsets.UTF8:
            self._warn(
                Message(
                    "{file} seems to be UTF-8, but is read as {encoding} as you wished",
                    file=self._source.path.name,
                    encoding=asked.name,
                )
            )
        return chain(ahead, raw)

    def _undecodable(self, charset: Charset, number: int, place: str) -> CorpusError:
        if self._source.asked is not None:
            advice = Message(
                "Choose another encoding{command_line}, or let it be found.", command_line=" with --encoding"
            )
        else:
            example = (
                ", for instance: --encoding windows-1252" if charset.codec == charsets.UTF8 else ": --encoding NAME"
            )
            advice = Message(
                "Mend that line, or name the encoding of the whole file{command_line}.", command_line=example
            )
        return CorpusError(
            Message("{place} is not valid {encoding}", place=place, encoding=charset.name),
            where=f"{self._source.path}:{number}",
            advice=advice,
        )


def _ahead(lines: Iterator[bytes], begun: int) -> Iterator[bytes]:
    """Lines after the first that is not plain, as many as are needed to judge."""
    judged = held = begun
    while judged < _JUDGED and held < _HELD:
        line = next(lines, None)
        if line is None:
            return
        held += len(line)
        judged += 0 if charsets.is_plain(line) else len(line)
        yield line


def _cut(handle: Any, path: Path, returns: bool) -> Iterator[bytes]:
    """Lines with their ends; with ``returns``, carriage returns end lines as well."""
    pieces = iter(partial(handle.readline, TEXT), b"") if not returns else _at_returns(handle, path)
    for number, line in enumerate(pieces, start=1):
        if len(line) >= TEXT:
            raise _too_long(path, number)
        yield line


def _at_returns(handle: Any, path: Path) -> Iterator[bytes]:
    rest, number = b"", 1
    for chunk in iter(partial(handle.read, _CHUNK), b""):
        data = rest + chunk
        # The last one may be cut, also between \r and \n.
        *lines, rest = data.splitlines(keepends=True) if data else [b""]
        number += len(lines)
        if len(rest) >= TEXT:
            raise _too_long(path, number)
        yield from lines
    if rest:
        yield from rest.splitlines(keepends=True)


def _too_long(path: Path, number: int) -> CorpusError:
    return CorpusError(
        Message("the line is longer than {number} MB", number=TEXT >> 20),
        where=f"{path}:{number}",
        advice=Message("A corpus has one sentence a line; perhaps this is another kind of file."),
    )
