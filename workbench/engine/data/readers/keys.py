"""Keys such as ``user.login.title`` that stand where a source text is expected."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEY = re.compile(r"^[A-Za-z_][\w-]*(?:[./:][\w-]+)+$|^[A-Za-z]+(?:_[A-Za-z0-9]+)+$|^[a-z]+(?:[A-Z][a-z0-9]+)+$")


def looks_like_keys(texts: Iterable[str]) -> bool:
    """Whether most of the texts are names that a program looks up, not words that a person reads."""
    found = [bool(_KEY.match(text.strip())) for text in texts if text.strip()]
    return len(found) >= 2 and sum(found) > 0.6 * len(found)
