"""Cutting a line into sentences, and what is too long to decode into parts, with nothing lost.

The sentence ends come from ``sentencex`` (Wikimedia: rules and abbreviations for some 300 languages). What it leaves to
its callers is mended here: an end inside a word (``example.Com``), a list number alone, a quotation and who said it.
Spans are code points of the line as given.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from workbench.engine.text.languages import primary_language

Span = tuple[int, int]

_SURROGATES = regex.compile(r"[\ud800-\udfff]")
#: ``sentencex`` fails at such a blank between a capital and a full stop.
_WIDE_BLANK = regex.compile(r"[^\S\x00-\x7f](?=\.)")
#: Ends of sentences that are written without a blank after them.
_WIDE_END = regex.compile(r"[。！？｡．؟।॥၊။።፧។៕༎།…‥]")
_OPENING = "\"'“„‟‘‚«‹「『（(［[〔【《〈"
_CLOSERS = "\"'”’“‘»›」』）)]］〕】》〉"
#: A number or letter that counts an entry of a list, or an initial: what follows belongs to it.
_NUMBERING = regex.compile(r"(?:^|[\s(])\s*(?:\(?(?:\d{1,3}|[ivxIVX]{1,4}|[a-z])[.)]|[•*–-])\s*$")
_INITIAL = regex.compile(r"(?:^|[\s(\"“„«'’-])\p{Lu}\.\s*$")
#: An end that ``sentencex`` passes over: within brackets or quotation marks, or three points before a capital.
_PASSED_OVER = regex.compile(r"(?:[.!?][)\]”»’\"]|…)\s+(?=[\"“„«(\[¿¡]?\p{Lu})")
#: A sign with a blank before it ends a French sentence, but not a condition of a program: ``x ? y : z``.
_LOOSE_SIGN = regex.compile(r"\s[?!]+\s*$")
# Possessive, and never begun within a run of the same: a line of commas would take the square of its length.
_CLAUSE = regex.compile(r"(?<![,;:،؛、，；：·–—])[,;:،؛、，；：·–—]++[\"'”’»)\]]*+\s++|[、，；：](?![、，；：])")
_BLANK = regex.compile(r"\s+")
#: Characters that are looked at together; longer lines are rare, and lose an end now and then.
_MOST = 4000
#: Characters before an end that tell what kind of end it is.
_FAR = 40
_WORD = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\p{L}\p{M}\p{N}'’-]+")
#: Share of training sources with several sentences from which a line is translated as it stands.
PARAGRAPHS = 0.2


def split_sentences(line: str, language: str = "") -> list[Span]:
    """Where the sentences of a line stand.

    Args:
        line: Raw text.
        language: Its language tag, "" when not known: the rules that most languages share.

    Returns:
        Spans in code points, one after the other, that cover the whole line; blanks belong to the sentence before.
        A line without a word, an empty one too, is one span.
    """
    ends = [end for end in _ends(line, primary_language(language) or "en") if 0 < end < len(line)]
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(line)]:
        if end == len(line) or _is_end(line, start, end):
            spans.append((start, end))
            start = end
    return _without_empty(line, spans)


def _ends(line: str, language: str) -> list[int]:
    import sentencex

    clean = _WIDE_BLANK.sub(" ", _SURROGATES.sub("\ufffd", line))
    ends = {m.end() for m in _PASSED_OVER.finditer(line)}
    start = 0
    while start < len(clean):  # the library takes the square of what it is given, where that is full of quotation marks
        stop = len(clean) if len(clean) - start <= _MOST else clean.rfind(" ", start, start + _MOST) + 1
        stop = stop if stop > start else start + _MOST
        found = sentencex.get_sentence_boundaries(language, clean[start:stop])
        ends.update(start + end for f in found if (end := int(f["end_index"])) < stop - start)
        start = stop
    return sorted(ends)


def _is_end(line: str, start: int, end: int) -> bool:
    """Whether a sentence that began at ``start`` really ends here."""
    sentence, after = line[start:end], line[end]
    if not sentence[-1].isspace():
        body = sentence.rstrip(_CLOSERS)
        quoted = body != sentence
        if not body or not _WIDE_END.match(body[-1]):
            return False  # a point inside a word
        # A quotation at the beginning goes on with who said it; one in the middle ends the sentence.
        return not (quoted and sentence.lstrip()[:1] in _OPENING and after not in _OPENING)
    last = sentence.rstrip()[-_FAR:] + " "  # patterns that end in blanks would try each of them as a beginning
    if _NUMBERING.search(last) and len(sentence.split(None, 1)) == 1:
        return False
    if _INITIAL.search(last) and after.isalpha():
        return len(sentence.split(None, 1)) > 1 and not after.isupper()
    return not (_LOOSE_SIGN.search(last) and after.islower())


def _without_empty(line: str, spans: list[Span]) -> list[Span]:
    """Spans without a letter or figure (stray points, a dash, blanks) joined to their neighbour."""
    merged: list[Span] = []
    before = False  # whether the last of them says something
    for start, end in spans:
        here = _says_something(line[start:end])
        if merged and not (here and before):
            merged[-1] = (merged[-1][0], end)
            before |= here
        else:
            merged.append((start, end))
            before = here
    return merged


def _says_something(text: str) -> bool:
    return any(c.isalnum() for c in text)


@dataclass(frozen=True)
class SplitRule:
    """How the lines for one model are cut: as the lines that it learnt from.

    Attributes:
        several: Share of training sources with more than one sentence.
        fragments: For a sign at which training lines of two sentences were not cut, the words that usually stand
            before it: ``("?", 4)`` for lines such as "The lamp? I bought it."
    """

    several: float = 0.0
    fragments: tuple[tuple[str, int], ...] = ()

    def spans(self, line: str, language: str = "") -> list[Span]:
        """Where the parts of a line stand that are translated at once; they cover the line."""
        if self.several >= PARAGRAPHS:
            return [(0, len(line))]
        spans = split_sentences(line, language)
        longest = dict(self.fragments)
        kept: list[Span] = []
        waits = False
        for span in spans:
            sign, words = ending(line[slice(*span)])
            if waits:
                kept[-1] = (kept[-1][0], span[1])
                waits = False
            else:
                kept.append(span)
                waits = words <= longest.get(sign, 0)
        return kept


def ending(sentence: str) -> tuple[str, int]:
    """The sign that ends a sentence, and how many words it has."""
    body = sentence.rstrip().rstrip(_CLOSERS)
    return body[-1:], len(_WORD.findall(sentence))


def fit(
    line: str, span: Span, longest: int, measure: Callable[[str], int], language: str = "", *, part: int = 0
) -> list[Span]:
    """Cut what is longer than ``longest``: at ends of sentences, else of clauses, else at blanks, else anywhere.

    Args:
        line: Raw text.
        span: The part of it to cut.
        longest: Most that ``measure`` may say of a part.
        measure: Pieces of a text.
        language: Language tag of the line.
        part: Most that it may say of the parts of a sentence that has to be cut; ``longest`` by default.

    Returns:
        Spans that cover ``span``; as many neighbours as fit stay together.
    """
    cutters: Sequence[Callable[[str], list[int]]] = (
        lambda text: [end for _, end in split_sentences(text, language)],
        lambda text: [m.end() for m in _CLAUSE.finditer(text)],
        lambda text: [m.end() for m in _BLANK.finditer(text)],
        _halves,
    )
    size = lru_cache(maxsize=None)(lambda part: measure(line[slice(*part)]))
    whole = _fit(line, span, longest, size, cutters[:1])
    most = min(part or longest, longest)
    return [
        cut for one in whole for cut in ([one] if size(one) <= longest else _fit(line, one, most, size, cutters[1:]))
    ]


def _fit(
    line: str,
    span: Span,
    longest: int,
    size: Callable[[Span], int],
    cutters: Sequence[Callable[[str], list[int]]],
) -> list[Span]:
    start, end = span
    if size(span) <= longest or end - start < 2 or not cutters:
        return [span]
    places = [p for p in cutters[0](line[start:end]) if 0 < p < end - start]
    if not places:
        return _fit(line, span, longest, size, cutters[1:])
    rest = cutters if cutters[0] is _halves else cutters[1:]  # halves are halved again
    bounds = [start, *(start + p for p in places), end]
    parts = [part for atom in pairwise(bounds) for part in _fit(line, atom, longest, size, rest)]
    packed = [parts[0]]
    filled = size(parts[0])
    for part in parts[1:]:
        more = size(part)
        if filled + more <= longest:
            packed[-1], filled = (packed[-1][0], part[1]), filled + more
        else:
            packed.append(part)
            filled = more
    return packed


def _halves(text: str) -> list[int]:
    """The middle, moved so that no letter loses its accents, unless there are more than anybody writes."""
    middle = len(text) // 2
    for place in range(middle, min(middle + _FAR, len(text))):
        if not unicodedata.combining(text[place]) and text[place] not in "\u200d\ufe0f":
            return [place]
    return [middle]
