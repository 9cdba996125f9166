"""The encoding of a file that is read as a whole or in pieces, and marks for what does not fit it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.charsets import marked, text_codec

#: The error handler of decoders that puts a mark in the place of bytes that do not fit.
MARKING = "workbench-mark"
#: What stands in the text for bytes that do not fit the encoding; no decoder gives it otherwise.
MARKS = re.compile("[\udc00-\udcff]")
_LONGEST_NAME = 40


def _mark(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return chr(0xDC00 + error.object[error.start]), max(error.end, error.start + 1)


codecs.register_error(MARKING, _mark)


def marked_byte(text: str) -> str:
    """The first byte that did not fit, as ``0xE9``; empty when all did."""
    found = MARKS.search(text)
    return f"0x{ord(found[0]) - 0xDC00:02X}" if found else ""


def told_codec(path: Path, head: bytes, chosen: str) -> str:
    """The codec that a byte order mark (or the zero bytes of UTF-16) tells, else a person; empty when neither does.

    Raises:
        CorpusError: What the person chose is unknown or no encoding of text.
    """
    codec = text_codec(chosen)
    if chosen and not codec:
        raise CorpusError(
            Message("'{name}' is no known character encoding", name=chosen[:_LONGEST_NAME]), where=str(path)
        )
    found = marked(head[:4])
    return codec if found is None else found.codec


def declared_codec(path: Path, name: str) -> str:
    """The codec of the encoding that a file names for itself.

    Raises:
        CorpusError: It is unknown or no encoding of text.
    """
    codec = text_codec(name)
    if not codec:
        named = name[:_LONGEST_NAME]
        raise CorpusError(
            Message("names the encoding '{named}', which is unknown or no encoding of text", named=named),
            where=str(path),
            advice=Message(
                "Name the right one{command_line}, or convert it to UTF-8.", command_line=" with --encoding"
            ),
        )
    return codec
