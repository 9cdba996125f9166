"""Folding raw text to what the tokenizer sees, keeping where every character came from.

SentencePiece itself is trained with the ``identity`` rule: its ``nmt_nfkc`` rule turns ``…`` into ``...``, full-width
Chinese punctuation into ASCII and no-break spaces into plain ones, so a model could never write them again. Only what
means nothing to a reader is folded here: runs of blanks, tabs and line breaks (and SentencePiece's own space mark
``▁``) become one space, and canonically equivalent spellings (NFC) become one, so that ``e`` + combining accent, as
some keyboards type it, is the ``é`` of the training text.

Sources are folded further, in training and as typed (``fold_source``): nobody asks for them back, so characters that
show nothing go, and every kind of blank is a space. Targets keep theirs, since the model has to write them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import regex

#: SentencePiece's space mark.
SPACE_MARK = "▁"
_BLANKS = regex.compile(rf"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029{SPACE_MARK}]+")
_SURROGATES = regex.compile(r"[\ud800-\udfff]")
_GRAPHEME = regex.compile(r"\X")
#: Blanks that ``fold`` keeps because they are typography.
_TYPOGRAPHIC_BLANKS = regex.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Controls and format characters that never show: soft hyphen, zero-width space, byte order mark, marks of direction,
#: variation selectors. Joiners, Mongolian selectors and tags are judged by what stands around them.
_HIDDEN = (
    r"[[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]"
    r"--[\t\n\r\v\f\x1c-\x1f\x85\u200c\u200d\u180b-\u180f\U000e0020-\U000e007f]]"
)
#: Letters and signs of the scripts in which a joiner changes the word: Persian, Hindi, Malayalam, Sinhala ...
_JOINING = (
    r"[[\p{Arab}\p{Syrc}\p{Mong}\p{Nkoo}\p{Mand}\p{Deva}\p{Beng}\p{Guru}\p{Gujr}\p{Orya}\p{Taml}\p{Telu}\p{Knda}"
    r"\p{Mlym}\p{Sinh}\p{Khmr}\p{Mymr}\p{Tibt}\p{Java}\p{Bali}\p{Sund}\p{Newa}\p{Tirh}\p{Cakm}]&&[\p{L}\p{M}]]"
)
_JOINERS = r"[\u200c\u200d]"
_KEPT_JOINER = (
    rf"(?<={_JOINING}){_JOINERS}(?=(?:{_HIDDEN}|{_JOINERS}){{0,20}}{_JOINING})"  # between letters
    rf"|(?<=\p{{Canonical_Combining_Class=9}}){_JOINERS}"  # half form after a virama
    rf"|(?<=\p{{Extended_Pictographic}}(?:{_HIDDEN}|\p{{Emoji_Modifier}}){{0,20}})\u200d(?=\p{{Extended_Pictographic}})"
)
_INVISIBLE = regex.compile(
    rf"{_HIDDEN}+|(?!{_KEPT_JOINER}){_JOINERS}|(?<!\p{{Mong}})[\u180b-\u180f]"
    r"|(?<!\U0001f3f4[\U000e0020-\U000e007f]{0,20})[\U000e0020-\U000e007f]",
    regex.V1,
)
#: All characters that the patterns above can touch, as plain ranges: most texts have none, and this finds out fastest.
_SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f"
    "\u202a-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
#: Every character that shows nothing, wherever it stands.
_UNSEEN = regex.compile(
    r"[[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]--[\t\n\r\v\f\x1c-\x1f\x85]]+", regex.V1
)

#: A character, the first raw code point it stands for, and one past the last.
Origin = tuple[str, int, int]


def fold(text: str) -> str:
    """The text the tokenizer sees: NFC, blanks folded, lone surrogates replaced."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    return _BLANKS.sub(" ", text).strip(" ")


def visible(text: str) -> str:
    """The text without characters that show nothing, every blank a plain one.

    A joiner stays where it changes the word (between letters of Persian or Hindi) or the picture (in an emoji).
    """
    if not _SUSPECT.search(text):
        return text
    return _TYPOGRAPHIC_BLANKS.sub(" ", _INVISIBLE.sub("", text))


def fold_source(text: str) -> str:
    """What the tokenizer sees of a source sentence: ``visible`` and ``fold``."""
    return fold(visible(text))


def is_blank(text: str) -> bool:
    """Whether a text shows nothing."""
    return not fold_source(text) if _SUSPECT.search(text) else not text.strip()


def without_unseen(text: str) -> str:
    """The text without any character that shows nothing, joiners too: for keys by which texts are compared."""
    return _UNSEEN.sub("", text) if _SUSPECT.search(text) else text


@dataclass(frozen=True)
class Folded:
    """A folded text and its origin.

    Attributes:
        text: What ``fold`` returns.
        starts: For each of its characters the first raw code point it stands for.
        ends: One past the last.
    """

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, chars: Sequence[Origin]) -> Folded:
        """From characters with their origin."""
        text, starts, ends = map(list, zip(*chars, strict=True)) if chars else ([], [], [])
        return cls("".join(text), starts, ends)

    def characters(self) -> list[Origin]:
        """What ``of`` takes."""
        return list(zip(self.text, self.starts, self.ends, strict=True))


def fold_with_origin(raw: str) -> Folded:
    """Fold ``raw`` and keep, for each character, the span of raw code points it came from.

    A grapheme that NFC rewrites gives its whole span to each of its new characters.
    """
    clean = _SURROGATES.sub("\ufffd", raw)
    composed = unicodedata.is_normalized("NFC", clean)
    found: list[Origin] = []
    for char, start, end in [(c, i, i + 1) for i, c in enumerate(clean)] if composed else _compose(clean):
        if not _BLANKS.match(char):
            found.append((char, start, end))
        elif found and found[-1][0] == " ":
            found[-1] = (" ", found[-1][1], end)
        elif found:
            found.append((" ", start, end))
    return Folded.of(found[:-1] if found and found[-1][0] == " " else found)


def fold_source_with_origin(raw: str, drop: Callable[[str], bool] = lambda char: True) -> Folded:
    """``fold_source`` with the origin of each character.

    Args:
        raw: Text as typed.
        drop: Asked about each character that shows nothing or is a typographic blank; only where true it is taken out
            or made a plain blank.
    """
    if not _SUSPECT.search(raw):
        return fold_with_origin(raw)
    hidden = {i for m in _INVISIBLE.finditer(raw) for i in range(*m.span()) if drop(raw[i])}
    places = [i for i in range(len(raw)) if i not in hidden]
    kept = "".join(" " if _TYPOGRAPHIC_BLANKS.match(raw[i]) and drop(raw[i]) else raw[i] for i in places)
    folded = fold_with_origin(kept)
    return Folded(folded.text, [places[i] for i in folded.starts], [places[i - 1] + 1 for i in folded.ends])


def _compose(clean: str) -> Iterator[Origin]:
    pieces = [(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in _GRAPHEME.finditer(clean)]
    if "".join(p for _, _, p in pieces) != unicodedata.normalize("NFC", clean):
        # No known text composes across graphemes; should one do so, its characters share one span.
        pieces = [(0, len(clean), unicodedata.normalize("NFC", clean))]
    for begin, end, piece in pieces:
        for at, char in enumerate(piece, begin):
            yield (char, at, at + 1) if len(piece) == end - begin else (char, begin, end)
