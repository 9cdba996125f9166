"""The text of an XML file in pieces: its encoding, its lines, and no more of it in memory than is being looked at."""

from __future__ import annotations

import codecs
import io
import re
from pathlib import Path
from typing import BinaryIO

from workbench.engine.corpora.files.charsets import text_codec
from workbench.engine.corpora.files.declared import MARKING, declared_codec, told_codec
from workbench.engine.corpora.readers.base import open_binary, reading

_CHUNK = 1 << 17
#: The longest beginning of a tag that is looked at: ``<``, prefix and name.
_NAME = 300
_DECLARED = re.compile(rb"""^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")


def xml_codec(path: Path, head: bytes, chosen: str = "") -> str:
    """The codec of an XML file: byte order mark, the person's choice, the declaration, else UTF-8.

    Bytes that are valid UTF-8 throughout are UTF-8, whatever the declaration says.

    Raises:
        CorpusError: The encoding that was chosen, or is declared, is unknown or no encoding of text.
    """
    told = told_codec(path, head, chosen)
    if told:
        return told
    found = _DECLARED.match(head[:2000])
    named = found[1].decode("ascii") if found else "utf-8"
    codec = text_codec(named)
    # A declaration of UTF-16 that can be read byte by byte is wrong.
    if codec in ("utf-8", "ascii") or codec.startswith(("utf-16", "utf-32")) or _is_utf8(path):
        return "utf-8"
    return declared_codec(path, named)


def _is_utf8(path: Path) -> bool:
    """Whether a file has characters outside ASCII and all of it is valid UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    ascii_only = True
    with reading(path), open_binary(path) as handle:
        try:
            while chunk := handle.read(1 << 20):
                decoder.decode(chunk)
                ascii_only = ascii_only and chunk.isascii()
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return not ascii_only


class TextWindow:
    """A part of the text of a file that moves forward; positions count characters from the file's beginning.

    Line ends of any kind are line feeds in ``text``; bytes that do not fit the encoding are marked.

    Attributes:
        text: What is in memory.
        base: Position of its first character.
        keep: Position before which nothing is needed any more.
        codec: Python's name of the encoding.
    """

    def __init__(self, path: Path, handle: BinaryIO, encoding: str = "") -> None:
        self.text = ""
        self.base = self.keep = 0
        self._handle = handle
        head = handle.read(_CHUNK)
        self.codec = xml_codec(path, head, encoding)
        decoder = codecs.getincrementaldecoder(self.codec)(errors=MARKING)
        self._decoder = io.IncrementalNewlineDecoder(decoder, translate=True)
        self._done = False
        self._counted, self._line = 0, 1
        self._take(head)
        self.text = self.text.removeprefix("\ufeff")

    @property
    def end(self) -> int:
        """Position after the last character in memory."""
        return self.base + len(self.text)

    def more(self) -> bool:
        """Read on, dropping what is before ``keep``; whether there was anything more."""
        if self._done:
            return False
        cut = self.keep - self.base
        if cut > 0:
            self.line_at(self.keep)
            self.text = self.text[cut:]
            self.base = self.keep
        # More at once when much is kept, so that a long unit is not copied again for every piece.
        self._take(self._handle.read(max(_CHUNK, len(self.text))))
        return True

    def _take(self, piece: bytes) -> None:
        self._done = not piece
        self.text += self._decoder.decode(piece, final=self._done)

    def line_at(self, position: int) -> int:
        """1-based line of a position that is still in memory; cheap when asked in ascending order."""
        start, line = (self._counted, self._line) if position >= self._counted >= self.base else (self.base, 0)
        if line == 0:
            line = self._line - self.text.count("\n", 0, max(0, self._counted - self.base))
        line += self.text.count("\n", start - self.base, position - self.base)
        self._counted, self._line = position, line
        return line

    def unfinished(self) -> int:
        """Position of the last ``<`` that may begin a tag of which the name is not whole yet; else the end."""
        found = self.text.rfind("<", max(0, len(self.text) - _NAME))
        return self.end if found < 0 else self.base + found
