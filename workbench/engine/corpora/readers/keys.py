"""Recognises message keys (``user.login.title``) that stand where a sentence is expected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair

#: Texts looked at, and how many different ones must be there before anything is said.
_SAMPLE = 1000
_FEWEST = 4
#: Share of the texts that must look like keys.
_SHARE = 0.7
_SEPARATED = re.compile(r"[A-Za-z_$@%][\w$]*(?:\[[\w-]*\])?(?:(?:\.|::?|/|-|->)[\w$@%]+(?:\[[\w-]*\])?)+")
_CAMEL = re.compile(r"[a-z]+[a-z0-9]*(?:[A-Z][a-z0-9]*)+|(?:[A-Z][a-z0-9]+){3,}")
_WORDS = re.compile(r"[A-Za-z]+(?:[-/'][A-Za-z]+)?")
_ADDRESS = re.compile(r"(?:https?|ftp|mailto):|www\.|[\w.+-]+@[\w-]+\.", re.IGNORECASE)


def _is_key(text: str) -> bool:
    text = text.strip()
    if not text or not text.isascii() or any(map(str.isspace, text)) or _ADDRESS.match(text):
        return False
    if not any(map(str.isalpha, text)) or _WORDS.fullmatch(text):
        # One word, or a compound such as "check-in" or "and/or"; camelCase alone is left of those.
        return bool(_CAMEL.fullmatch(text))
    if "_" in text:
        return all(letter.isalnum() or letter in "_.-:/[]$@%" for letter in text)
    return bool(_SEPARATED.fullmatch(text))


def looks_like_keys(texts: Iterable[str]) -> bool:
    """Whether most of the texts are identifiers of messages rather than words or sentences.

    ``user.login.title``, ``btn_save``, ``ERROR_404``, ``menu/file/open`` and ``loginTitle`` are keys; ``Save``,
    ``check-in`` and ``www.example.org`` are not.

    The first thousand texts that are not blank are looked at.
    """
    seen = list(islice((text for text in texts if text.strip()), _SAMPLE))
    if len(set(seen)) < _FEWEST:
        return False
    return sum(map(_is_key, seen)) >= _SHARE * len(seen)


#: What is said of the source and of the target side.
_KEYS: tuple[Callable[..., Message], ...] = (
    lambda **values: Message(
        "{file}: the source side holds keys such as '{example}', not sentences; nothing can "
        "be learnt from keys: use a file in which the messages themselves stand",
        **values,
    ),
    lambda **values: Message(
        "{file}: the target side holds keys such as '{example}', not sentences; nothing can "
        "be learnt from keys: use a file in which the messages themselves stand",
        **values,
    ),
)


class KeyWatch:
    """Collects the first texts of both sides of a file and says at its end when one of them holds keys."""

    def __init__(self) -> None:
        self._sides: tuple[list[str], list[str]] = ([], [])

    def add(self, pair: Pair) -> None:
        """Look at a pair; cheap after the first thousand."""
        if len(self._sides[0]) < _SAMPLE:
            self._sides[0].append(pair.source)
            self._sides[1].append(pair.target)

    def tell(self, name: str, warn: Callable[[str], None]) -> None:
        """Warn when one side of the file called ``name`` holds keys."""
        for texts, warning in zip(self._sides, _KEYS, strict=True):
            if looks_like_keys(texts):
                example = next(text for text in texts if _is_key(text)).strip()[:60]
                warn(warning(file=name, example=example))
