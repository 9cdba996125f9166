"""Text made to fit one line, in one place for readers, files and tables. No torch."""

from __future__ import annotations

import re

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_BREAKS = re.compile(f"[{_BREAKS}]+")
_FIELD_BREAKS = re.compile(f"[\t{_BREAKS}]+")
_CONTROL = re.compile("[\\x00-\\x1f\\x7f-\\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """Fold line breaks of any kind into one space, so that a side is always one line of text."""
    if _LINE_BREAKS.search(text):
        text = _LINE_BREAKS.sub(" ", text.strip(_BREAKS))
    return text


def clean_text(text: str) -> str:
    """``one_line``, with lone surrogates (from JSON escapes) replaced, since they cannot be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", one_line(text))


def one_field(text: str) -> str:
    """The text without anything that a reader could take for the end of a line or of a column."""
    return _FIELD_BREAKS.sub(" ", text)


def single_spaced(text: str) -> str:
    """The text without blanks at its ends, and every run of blanks and line breaks as one space."""
    return " ".join(text.split())


def without_controls(text: str) -> str:
    """The text with a mark in the place of every control character, such as what begins the escapes of terminals."""
    return _CONTROL.sub("\ufffd", text)


def shortened(text: str, longest: int = 60) -> str:
    """A text from a file or a library for a message: one printable line, and never long."""
    folded = single_spaced(text[: 4 * longest])
    printable = "".join(letter if letter.isprintable() else "\ufffd" for letter in folded)
    return printable if len(printable) <= longest else printable[: longest - 1] + "…"
