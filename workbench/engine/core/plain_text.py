"""Text made to fit one line, in one place for readers, files and tables. No torch."""

from __future__ import annotations

import re
from typing import Any

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_LINE_BREAKS = re.compile(f"[{_BREAKS}]+")
_FIELD_BREAKS = re.compile(f"[\t{_BREAKS}]+")
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


def shortened(value: Any, most: int = 80) -> Any:
    """A value for a message: as it is, or the beginning of its text where somebody made it long."""
    return value if len(repr(value)) <= most else f"{str(value)[:most]}…"
