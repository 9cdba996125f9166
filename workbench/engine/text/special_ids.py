"""Pieces that every vocabulary begins with: padding, unknown, begin and end of a sentence; and those that are bytes."""

import re

PAD, UNK, BOS, EOS = 0, 1, 2, 3
_BYTE = re.compile(r"<0x([0-9A-Fa-f]{2})>")


def byte_value(piece: str) -> int:
    """The value of a byte piece such as ``<0xE2>``, -1 for any other."""
    found = _BYTE.fullmatch(piece)
    return int(found[1], 16) if found else -1
