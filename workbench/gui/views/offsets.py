"""Code points (the engine's offsets) and UTF-16 units (Qt's positions), and the direction of a text."""

from __future__ import annotations

import unicodedata


def to_utf16(text: str, position: int) -> int:
    """UTF-16 units before code point ``position``."""
    if text.isascii():
        return position
    return sum(2 if ord(c) > 0xFFFF else 1 for c in text[:position])


def from_utf16(text: str, units: int) -> int:
    """Code points before UTF-16 unit ``units``; a position inside a surrogate pair counts as before it."""
    if text.isascii():
        return min(units, len(text))
    seen = 0
    for position, character in enumerate(text):
        seen += 2 if ord(character) > 0xFFFF else 1
        if seen > units:
            return position
    return len(text)


def is_rtl(text: str) -> bool:
    """Whether the first strong character is written right to left (Unicode UAX #9, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def direction_of(text: str) -> str:
    """The direction of a text as HTML says it."""
    return "rtl" if is_rtl(text) else "ltr"


def joins(character: str) -> bool:
    """Whether a letter belongs to a script whose letters join their neighbours (Arabic and its relatives)."""
    return "\u0600" <= character <= "\u08ff" and unicodedata.category(character) == "Lo"
