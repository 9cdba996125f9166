"""The encoding that a file names for itself, where it can be trusted."""

from __future__ import annotations

import codecs
import re

#: Codecs of Python that are not character encodings of files, or that give lone surrogates.
_REFUSED = frozenset(
    {"unicode_escape", "unicode-escape", "raw_unicode_escape", "raw-unicode-escape", "utf-7", "idna", "punycode"}
    | {"undefined", "mbcs", "oem", "charmap"}
)
_MARK = "workbench-mark"
#: What stands in the text for bytes that do not fit the encoding; no decoder gives it otherwise.
MARKS = re.compile("[\udc00-\udcff]")
_LONGEST_NAME = 40


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(0xDC00 + error.object[error.start]), max(error.end, error.start + 1)


codecs.register_error(_MARK, _mark)


def text_codec(name: str) -> str:
    """Python's name of a character encoding; empty when it is unknown or no encoding of text (``unicode_escape``)."""
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isascii() or not name.isprintable():
        return ""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    usable = getattr(found, "_is_text_encoding", True) and found.name not in _REFUSED and name.lower() not in _REFUSED
    return found.name if usable else ""


def decode_marked(content: bytes, codec: str) -> str:
    """Decode; bytes that do not fit are marked (``MARKS``), never guessed."""
    return content.decode(codec, errors=_MARK)


def marking_decoder(codec: str) -> codecs.IncrementalDecoder:
    """A decoder for content that comes in pieces, which marks what does not fit."""
    return codecs.getincrementaldecoder(codec)(errors=_MARK)


def marked_byte(text: str) -> str:
    """The first byte that did not fit, as ``0xE9``; empty when all did."""
    found = MARKS.search(text)
    return f"0x{ord(found[0]) - 0xDC00:02X}" if found else ""


def marked_unicode(start: bytes) -> str:
    """The codec of a byte order mark, or of UTF-16 without one that begins with an ASCII character; else empty."""
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if len(start) >= 4 and start[0] and start[1] == 0 and start[3] == 0:
        return "utf-16-le"
    if len(start) >= 4 and start[1] and start[0] == 0 and start[2] == 0:
        return "utf-16-be"
    return ""
