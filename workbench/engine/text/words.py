"""The words of a text, also of one whose writing system puts no blanks between words."""

from __future__ import annotations

import unicodedata

import regex

from workbench.engine.core.types import Token

_UNSPACED_NAMES = (
    "Han Hiragana Katakana Bopomofo Yi Tangut Nushu Khitan_Small_Script Thai Lao Khmer Myanmar Tibetan "
    "Tai_Le New_Tai_Lue Tai_Tham Tai_Viet Javanese Balinese"
)
#: Scripts (Unicode's names) whose words follow one another without blanks.
UNSPACED_SCRIPTS = tuple(_UNSPACED_NAMES.split())
_WORD = regex.compile(r"\S+")
# Without the digits (Thai, Khmer ... have their own): a number is one word. East Asian punctuation belongs to no
# script, so its blocks are listed; script extensions would take in marks of other scripts too, such as Catalan's dot.
_UNSPACED = (
    "[["
    + "".join(rf"\p{{Script={script}}}" for script in UNSPACED_SCRIPTS)
    + r"\u3001-\u303F\u30A0\u30FB\u30FC\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFF70]--[\p{Nd}\p{M}]]"
)
_ANY_UNSPACED = regex.compile(_UNSPACED, regex.VERSION1)
_INVISIBLE = r"\u200B\u2060\uFEFF"
# One cluster of an unspaced script with the marks on it, or a run of anything else.
_UNITS = regex.compile(rf"(?={_UNSPACED})\X\p{{M}}*|(?:(?!{_UNSPACED})[^{_INVISIBLE}])+", regex.VERSION1)


def whitespace_words(text: str) -> tuple[Token, ...]:
    """What blanks separate, with offsets."""
    return tuple(Token(m[0], m.start(), m.end()) for m in _WORD.finditer(text))


def words(text: str) -> tuple[Token, ...]:
    """The units that word links, alignment error rate and edit rate count, with offsets.

    These are what blanks separate. Inside such a word each character of a script that puts no blanks between words
    (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan and others) is a unit, together with the marks on it
    (a grapheme cluster, UAX #29), and so is each of their punctuation marks; what stands between, such as a Latin name
    or a number, is one unit: ``我有3个GPU。`` has six.
    """
    found: list[Token] = []
    for word in _WORD.finditer(text):
        if word[0].isascii() or not _ANY_UNSPACED.search(word[0]):
            found.append(Token(word[0], word.start(), word.end()))
        else:
            start = word.start()
            found += (Token(m[0], start + m.start(), start + m.end()) for m in _UNITS.finditer(word[0]))
    return tuple(found)


def has_unspaced(text: str) -> bool:
    """Whether a character of a script that puts no blanks between words stands in the text."""
    return not text.isascii() and _ANY_UNSPACED.search(text) is not None


def is_visible(text: str) -> bool:
    """Whether there is anything to read in a text: not only blanks, control and format characters."""
    return any(not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf") for c in text)
