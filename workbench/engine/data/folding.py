"""Folding raw text to what the tokenizer sees, keeping where every character came from.

SentencePiece itself is trained with the ``identity`` rule: its ``nmt_nfkc`` rule turns ``…`` into ``...``, full-width
Chinese punctuation into ASCII and no-break spaces into plain ones, so a model could never write them again. Only what
means nothing to a reader is folded here: runs of blanks, tabs and line breaks (and SentencePiece's own space mark
``▁``) become one space, and canonically equivalent spellings (NFC) become one, so that ``e`` + combining accent, as
some keyboards type it, is the ``é`` of the training text.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import regex

#: SentencePiece's space mark.
SPACE_MARK = "▁"
_BLANKS = regex.compile(rf"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029{SPACE_MARK}]+")
_SURROGATES = regex.compile(r"[\ud800-\udfff]")
_GRAPHEME = regex.compile(r"\X")


def fold(text: str) -> str:
    """The text the tokenizer sees: NFC, blanks folded, lone surrogates replaced."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    return _BLANKS.sub(" ", text).strip(" ")


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


def fold_with_origin(raw: str) -> Folded:
    """Fold ``raw`` and keep, for each character, the span of raw code points it came from.

    A grapheme that NFC rewrites gives its whole span to each of its new characters.
    """
    clean = _SURROGATES.sub("\ufffd", raw)
    if unicodedata.is_normalized("NFC", clean):
        chars, starts, ends = list(clean), list(range(len(clean))), list(range(1, len(clean) + 1))
    else:
        chars, starts, ends = _compose(clean)
    return _fold_blanks(chars, starts, ends)


def _compose(clean: str) -> tuple[list[str], list[int], list[int]]:
    pieces = [(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in _GRAPHEME.finditer(clean)]
    if "".join(p for _, _, p in pieces) != unicodedata.normalize("NFC", clean):
        # No known text composes across graphemes; should one do so, its characters share one span.
        pieces = [(0, len(clean), unicodedata.normalize("NFC", clean))]
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for begin, end, piece in pieces:
        same = len(piece) == end - begin
        for offset, char in enumerate(piece):
            chars.append(char)
            starts.append(begin + offset if same else begin)
            ends.append(begin + offset + 1 if same else end)
    return chars, starts, ends


def _fold_blanks(chars: list[str], starts: list[int], ends: list[int]) -> Folded:
    out: list[str] = []
    out_starts: list[int] = []
    out_ends: list[int] = []
    for char, start, end in zip(chars, starts, ends, strict=True):
        if _BLANKS.match(char):
            if not out or out[-1] == " ":
                if out:
                    out_ends[-1] = end
                continue
            char = " "
        out.append(char)
        out_starts.append(start)
        out_ends.append(end)
    if out and out[-1] == " ":
        out.pop()
        out_starts.pop()
        out_ends.pop()
    return Folded("".join(out), out_starts, out_ends)
