"""Words with partners: the pieces a sentence is put together from.

A sentence pair is two lists of :class:`Token`. Tokens of the two sides that share a key are linked, so the word
alignment falls out of the way in which the pair was made. Elision (``le ami`` to ``l'ami``), contraction (``de le`` to
``du``) and the English ``a``/``an`` depend on the neighbouring word alone and are settled here, last of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

PUNCTUATION_APART = ("?", "!", ":", ";")
"""Marks that French typography sets apart from the word before them."""

_CONTRACTIONS = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_ENGLISH_VOWEL_BUT_CONSONANT_SOUND = ("uni", "use", "usu", "eur", "one", "once")
_FRENCH_VOWELS = frozenset("aàâeéèêëiîïoôuùûœhAÀÂEÉÈÊËIÎÏOÔUÙÛŒH")
_ENGLISH_SILENT_H = ("hour", "honest")


class Token(NamedTuple):
    """One word, or a part of one that is glued to its neighbour.

    Attributes:
        text: The word as it is written when nothing around it changes it.
        keys: Numbers shared with the tokens of the other side that this word surely translates.
        maybe: Numbers shared with tokens that this word only helps to translate.
        before_vowel: What is written instead before a vowel sound; a form ending in an apostrophe joins the next word.
        blocks: Whether an initial vowel or h does not count as a vowel sound (aspirated h, "onze", "yaourt").
        article: Whether "le" or "les" is an article, which "de" and "à" melt with, and not a pronoun.
        glue: Whether the text is attached to the word before it.
    """

    text: str
    keys: tuple[int, ...] = ()
    maybe: tuple[int, ...] = ()
    before_vowel: str = ""
    blocks: bool = False
    article: bool = False
    glue: bool = False


class Word(NamedTuple):
    """A whitespace-separated word of the finished text with all its keys."""

    text: str
    keys: frozenset[int]
    maybe: frozenset[int]


def words(text: str, key: int, *, maybe: bool = False, blocks: bool = False) -> list[Token]:
    """Splits a lexicon entry at spaces and underscores; every word bears the same key."""
    parts = text.replace("_", " ").split()
    keys, possible = ((), (key,)) if maybe else ((key,), ())
    return [Token(part, keys, possible, blocks=blocks and at == 0) for at, part in enumerate(parts)]


def french_vowel(token: Token) -> bool:
    """Whether a French word begins with a vowel sound, so that the word before it is elided."""
    if token.blocks or not token.text:
        return False
    return token.text[0] in _FRENCH_VOWELS or token.text in ("y", "Y")


def english_vowel(token: Token) -> bool:
    """Whether an English word takes "an"."""
    text = token.text.casefold()
    if text.startswith(_ENGLISH_SILENT_H):
        return True
    return text[:1] in "aeiou" and not text.startswith(_ENGLISH_VOWEL_BUT_CONSONANT_SOUND)


def _settle(tokens: list[Token], vowel: Callable[[Token], bool]) -> list[Token]:
    settled: list[Token] = []
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.before_vowel and following is not None and not following.glue and vowel(following):
            token = token._replace(text=token.before_vowel, article=False)
        if settled and settled[-1].text.endswith("'") and settled[-1].before_vowel:
            token = token._replace(glue=True)
        settled.append(token)
    return settled


def _contract(tokens: list[Token]) -> list[Token]:
    result: list[Token] = []
    for token in tokens:
        if result and token.article and (result[-1].text.casefold(), token.text) in _CONTRACTIONS:
            before = result.pop()
            text = _CONTRACTIONS[before.text.casefold(), token.text]
            text = text.capitalize() if before.text[0].isupper() else text
            maybe = before.maybe + token.maybe
            token = Token(text, before.keys + token.keys, maybe, glue=before.glue)
        result.append(token)
    return result


def _join(tokens: Iterable[Token], apart: bool) -> list[Word]:
    joined: list[Word] = []
    for token in tokens:
        if token.glue and joined and not (apart and token.text in PUNCTUATION_APART):
            last = joined.pop()
            joined.append(Word(last.text + token.text, last.keys | set(token.keys), last.maybe | set(token.maybe)))
        else:
            joined.append(Word(token.text, frozenset(token.keys), frozenset(token.maybe)))
    return joined


def _capitalised(tokens: list[Token]) -> list[Token]:
    first = tokens[0]
    text = first.text[:1].upper() + first.text[1:]
    before = first.before_vowel[:1].upper() + first.before_vowel[1:]
    return [first._replace(text=text, before_vowel=before), *tokens[1:]]


def finish_french(tokens: list[Token]) -> list[Word]:
    """Elides, contracts and joins a French sentence."""
    return _join(_contract(_settle(_capitalised(tokens), french_vowel)), apart=True)


def finish_english(tokens: list[Token]) -> list[Word]:
    """Chooses "a" or "an" and joins an English sentence."""
    return _join(_settle(_capitalised(tokens), english_vowel), apart=False)


def align(source: list[Word], target: list[Word]) -> str:
    """Writes the links of a finished pair: ``i-j`` for sure ones, ``i?j`` for possible ones."""
    links: list[str] = []
    for i, left in enumerate(source):
        for j, right in enumerate(target):
            if left.keys & right.keys:
                links.append(f"{i}-{j}")
            elif left.keys & right.maybe or left.maybe & (right.keys | right.maybe):
                links.append(f"{i}?{j}")
    return " ".join(links)
