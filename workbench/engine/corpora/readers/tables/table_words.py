"""Words that headers of translation tables use, in many languages: what a column is for."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

SOURCE, TARGET, TEXT, OTHER = "source", "target", "text", "other"

_FILE = Path(__file__).with_suffix(".toml")


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def known_words(section: str, name: str) -> frozenset[str]:
    """A list of ``table_words.toml``."""
    return frozenset(_file()[section][name])


#: Language codes that are also words or usual headings; such a column's cells must agree with the language.
AMBIGUOUS_CODES = known_words("codes", "ambiguous")
#: Of these, words of running text: a first row of two of them may well be a pair of a word list.
SMALL_WORDS = known_words("codes", "small_words")


_ROLES = {phrase: role for role in (TEXT, TARGET, SOURCE) for phrase in known_words("roles", role)}
_OTHERS = known_words("roles", OTHER)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z])")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
#: Translations of the translation, for those who cannot read it.
_BACK = re.compile(
    r"\b(back ?translat|rückübersetz|retroversi|rétro ?traduc|retro ?traduc|обратный перевод|回译|逆翻訳|역번역)"
)
#: Beginnings of words that hold a remark, whatever follows ("Übersetzungskommentar", "commentaires").
_REMARK = re.compile(
    r"kommentar|comment|bemerkung|anmerkung|hinweis|notiz|remarqu|observa|примечан|комментар|備考|备注"
)


def words_of(name: str) -> list[str]:
    """The words of a header, casefolded: ``translatorComments`` is ``translator``, ``comments``."""
    return [word for word in _NOT_LETTERS.split(_CAMEL.sub(" ", name).casefold()) if word]


@lru_cache(maxsize=4096)
def role_of(name: str) -> str:
    """What a header says its column is for: ``source``, ``target``, ``text``, ``other``, or "" when it does not say."""
    words = words_of(name)
    phrase = " ".join(words)
    if not words or len(words) > 6:
        return "other" if name.strip() in ("#", "№", "##") else ""
    if phrase in _ROLES:
        return _ROLES[phrase]
    if _BACK.search(phrase) or any(word in _OTHERS or _REMARK.search(word) for word in words):
        return OTHER
    found = [_ROLES[word] for word in words if word in _ROLES]
    for role in (TARGET, SOURCE):
        if role in found:
            return role
    return TEXT if found else ""
