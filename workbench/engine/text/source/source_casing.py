"""Capital and small letters as the corpus writes them: lines in capitals, headlines, a missing capital or stop.

Truecasing after Lita et al. (2003, "tRuEcasIng"), in its plain form: the form of a word that is most frequent at its
place, at the beginning of a sentence or inside. A form that the corpus has stays, except in a line whose letters say
nothing because all of them are capitals or all words begin with one.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.languages import primary_language
from workbench.engine.text.source.source_characters import Edit
from workbench.engine.text.source.source_profile import NO_STOPS, RATIO, TERMINALS, SourceProfile, is_cased
from workbench.engine.text.special_ids import byte_value

if TYPE_CHECKING:
    from workbench.engine.text.tokenizer import Tokenizer

#: How a whole line is written.
UPPER, TITLE = "upper", "title"
_WORD = regex.compile(r"[\p{L}\p{M}]+")
_CHUNK = regex.compile(r"\S+")
#: What a word of a language does not have: parts of code, addresses, placeholders, numbers.
_CODE = regex.compile(r"[\p{N}_\\=@#$&<>{}%|~^*+]|://|^/|\w[.:(\[]\w")
_ENDS = frozenset(".!?…:。！？")
_FULL_WIDTH_ENDS = frozenset("。！？")
#: What may stand between the end of a sentence and the first word of the next.
_BETWEEN = frozenset("\"'“”„«»‘’‚‹›([)]¿¡–—-")
#: A word in an ordinary line that is capitalised for no known reason may be a name: so often the small form must occur.
_SURE = 3
#: Scores of a byte, and of a piece in vocabularies without probabilities.
_BYTE_SCORE, _PIECE_SCORE = -20.0, -8.0


def to_lower(text: str, lang: str = "") -> str:
    """Small letters; Turkish and Azeri keep their dotless ``ı`` apart."""
    if _is_turkic(lang):
        text = text.replace("I", "ı").replace("İ", "i")
    return text.replace("İ", "i").lower()


def to_upper(char: str, lang: str = "") -> str:
    """Capitals of one character, which may be several; Greek ones lose their accent."""
    if char == "i" and _is_turkic(lang):
        return "İ"
    if "\u0370" <= char <= "\u03ff" or "\u1f00" <= char <= "\u1fff":
        bare = "".join(c for c in unicodedata.normalize("NFD", char) if c not in "\u0301\u0300\u0342\u0313\u0314")
        return unicodedata.normalize("NFC", bare).upper()
    return char.upper()


def capitalised(word: str, lang: str = "") -> str:
    """The word with a capital at its beginning."""
    return to_upper(word[:1], lang) + word[1:] if word[:1].islower() else word


def _is_turkic(lang: str) -> bool:
    return primary_language(lang) in ("tr", "az", "crh", "tt", "kk") and "cyr" not in lang.lower()


def word_key(word: str) -> str:
    """The same for all forms of a word that differ in case only."""
    return word.replace("İ", "i").replace("ı", "i").casefold()


Counts = Mapping[str, float]


class ProfileForms:
    """Forms of words that were counted in the training sources.

    Attributes:
        certain: Whether a form that is not listed was never seen.
        begins_with_capital: Whether lines do.
        final_stop: With what lines end, "" where many end without.
    """

    def __init__(self, profile: SourceProfile) -> None:
        self.certain = profile.unlisted == 0
        self.begins_with_capital, self.final_stop = profile.begins_with_capital, profile.final_stop
        self._inner, self._initial = _by_key(profile.inner), _by_key(profile.initial)

    def inner(self, word: str) -> Counts:
        """Forms of a word inside of sentences."""
        return self._inner.get(word_key(word), {})

    def initial(self, word: str) -> Counts:
        """Forms of a word at the beginning of sentences."""
        return self._initial.get(word_key(word), {})

    def without_accents(self, word: str) -> str:
        """The form of a word that is the same but for its accents, or "": capitals often lack them."""
        return self._bare.get(_bare(word_key(word)), "")

    @cached_property
    def _bare(self) -> dict[str, str]:
        best: dict[str, tuple[float, str]] = {}
        for key, forms in self._inner.items():
            if not key.isascii():
                form = _most(forms)
                best[_bare(key)] = max(best.get(_bare(key), (0.0, "")), (forms[form], form))
        return {key: form for key, (_, form) in best.items()}


class VocabularyForms:
    """Forms that have a piece of their own, for runs that keep no profile of their sources."""

    certain = False

    def __init__(self, pieces: PieceWeights, lang: str = "") -> None:
        self._pieces, self._lang = pieces, lang
        stops = {mark: pieces.weight(mark) + pieces.weight(f"{SPACE_MARK}{mark}") for mark in TERMINALS}
        capitals = sum(n for piece, n in pieces.weights.items() if piece[:1] == SPACE_MARK and piece[1:2].isupper())
        best = max(stops, key=lambda mark: stops[mark])
        # At least one mark in sixteen pieces: sentences, not labels.
        frequent = pieces.probabilities and sum(stops.values()) >= 0.06
        self.final_stop = best if frequent and best not in NO_STOPS else ""
        self.begins_with_capital = capitals > 0.5 * sum(stops.values()) if pieces.probabilities else capitals > 0

    def inner(self, word: str) -> Counts:
        """See ``ProfileForms``."""
        # A capitalised piece mostly comes from beginnings, unless it is the only one.
        return {form: n * (0.05 if form[:1].isupper() else 1.0) for form, n in self._weights(word).items()}

    def initial(self, word: str) -> Counts:
        """See ``ProfileForms``."""
        weights = self._weights(word)
        if not self.begins_with_capital:
            return weights
        # A word known from inside of sentences begins one with a capital, be it a piece or not.
        counts: dict[str, float] = {}
        for form, n in weights.items():
            big = capitalised(form, self._lang)
            counts[big] = max(counts.get(big, 0.0), n if form == big else 0.001 * n)
        return counts

    def _weights(self, word: str) -> dict[str, float]:
        lower = to_lower(word, self._lang)
        counts = {
            form: self._pieces.weight(SPACE_MARK + form) for form in (lower, capitalised(lower, self._lang), word)
        }
        return {form: n for form, n in counts.items() if n > 0}

    def without_accents(self, word: str) -> str:
        """See ``ProfileForms``."""
        return ""


class PieceWeights:
    """How frequent the pieces of a vocabulary are, as far as it tells.

    Attributes:
        weights: Piece -> probability (unigram), else 1.
        probabilities: Whether they are probabilities.
    """

    def __init__(self, pieces: Tokenizer) -> None:
        self._pieces = pieces
        self._scores = pieces.piece_scores()
        self._is_byte = [byte_value(p) >= 0 for p in pieces.vocabulary()]
        known = [
            (piece, score)
            for piece, score, byte in zip(pieces.vocabulary(), self._scores, self._is_byte, strict=True)
            if score < 0 and not byte
        ]
        # Merges (bpe) and words are numbered instead.
        self.probabilities = bool(known) and min(score for _, score in known) > -40
        self.weights = {piece: math.exp(score) if self.probabilities else 1.0 for piece, score in known}

    def weight(self, piece: str) -> float:
        """0 for what is no piece."""
        return self.weights.get(piece, 0.0)

    def count(self, word: str) -> int:
        """Pieces of a word."""
        return len(self._pieces.encode(word))

    def score(self, word: str) -> float:
        """How likely a word is by its pieces; fewer and more frequent ones are better."""
        total = 0.0
        for i in self._pieces.encode(word):
            total += _BYTE_SCORE if self._is_byte[i] else self._scores[i] if self.probabilities else _PIECE_SCORE
        return total


WordForms = ProfileForms | VocabularyForms


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str
    initial: bool


@dataclass(frozen=True)
class CasePlan:
    """How the letters of a line are rewritten.

    Attributes:
        edits: Replacements.
        case: ``UPPER`` or ``TITLE`` when the whole line was written so and is not any more, else "".
        capital_added: Whether the line got the capital at its beginning that it lacked.
        proper: Whether it would have that capital inside of a sentence too, as names have.
    """

    edits: tuple[Edit, ...] = ()
    case: str = ""
    capital_added: bool = False
    proper: bool = False


class Caser:
    """Rewrites the letters of a line as the corpus would have written them.

    Args:
        forms: What the corpus has.
        pieces: To guess the form of a word that it does not have.
        lang: Language, for upper and lower case.
    """

    def __init__(self, forms: WordForms, pieces: PieceWeights, lang: str = "") -> None:
        self._forms, self._pieces, self._lang = forms, pieces, lang

    def plan(self, text: str) -> CasePlan:
        """What to do with a line."""
        words = list(_words(text))
        if not words:
            return CasePlan()
        if all(w.text.isupper() for w in words) and sum(len(w.text) for w in words) > 1:
            return self._plan_whole(words, UPPER)
        if self._is_headline(words):
            return self._plan_whole(words, TITLE)
        edits, added = [], False
        for word in words:
            new = self._ordinary(word)
            if new != word.text:
                edits.append((word.start, word.end, new))
                added |= word is words[0] and word.initial and word.text[0].islower() and not new[0].islower()
        added &= self._forms.begins_with_capital
        inner = self._forms.inner(words[0].text)
        return CasePlan(tuple(edits), "", added, added and bool(inner) and not _most(inner)[0].islower())

    def is_language(self, text: str) -> bool:
        """Whether any word of a line is one that the corpus has, or of a script without case, and its end no code."""
        chunks = text.split()
        if not chunks or (_CODE.search(chunks[-1]) and not chunks[-1].isalnum()):
            return False
        if any(c.isalpha() and not is_cased(c) for chunk in chunks if not _CODE.search(chunk) for c in chunk):
            return True
        return any(self._has_forms(word.text) for word in _words(text))

    def _plan_whole(self, words: list[_Word], case: str) -> CasePlan:
        """A line whose case says nothing: every word in its most frequent form, unless the corpus knows this too."""
        telling = [w for w in words if len(w.text) > 1] or words
        if case == UPPER:
            if sum(self._is_known(w) for w in telling) >= 0.8 * len(telling):
                return CasePlan()
            if 3 * sum(self._has_forms(w.text) for w in telling) < len(telling):
                return CasePlan()  # codes and abbreviations, perhaps
        edits = [(w.start, w.end, new) for w in words if (new := self._usual(w, case)) != w.text]
        return CasePlan(tuple(edits), case if edits else "")

    def _is_headline(self, words: list[_Word]) -> bool:
        """Whether nearly all words begin with a capital, and words that the corpus never writes so among them."""
        inside = [w for w in words if not w.initial]
        if not inside or not words[0].text[0].isupper():
            return False
        big = [w for w in inside if w.text[0].isupper()]
        long_words = [w for w in inside if len(w.text) > 3]
        if 2 * len(big) < len(inside) or sum(w.text[0].isupper() for w in long_words) < 0.8 * len(long_words):
            return False
        odd = [w for w in big if len(w.text) > 1 and not self._is_known(w) and self._small_form(w.text)]
        return len(odd) >= max(1.0, 0.3 * len(inside))

    def _small_form(self, word: str) -> bool:
        return any(form.islower() for form in self._forms.inner(word))

    def _has_forms(self, word: str) -> bool:
        return bool(self._forms.inner(word) or self._forms.initial(word) or self._forms.without_accents(word))

    def _is_known(self, word: _Word) -> bool:
        """Whether the corpus has this form at such a place often enough."""
        counts = self._forms.initial(word.text) if word.initial else self._forms.inner(word.text)
        own = counts.get(word.text, 0.0)
        return own > 0 and own * RATIO >= max(counts.values())

    def _usual(self, word: _Word, case: str) -> str:
        """The most frequent form of a word at its place."""
        inner, initial = self._forms.inner(word.text), self._forms.initial(word.text)
        if word.initial and initial:
            return _most(initial)
        if inner:
            return _most(inner)
        return self._capital_if_first(word, self._forms.without_accents(word.text)) or self._guess(word)

    def _guess(self, word: _Word) -> str:
        """A form for a word that was never seen, by how well it divides into pieces."""
        small = to_lower(word.text, self._lang)
        big = capitalised(small, self._lang)
        if word.initial and self._forms.begins_with_capital:
            return big
        return small if self._pieces.score(small) + 1.0 >= self._pieces.score(big) else big

    def _capital_if_first(self, word: _Word, form: str) -> str:
        return capitalised(form, self._lang) if word.initial and self._forms.begins_with_capital else form

    def _ordinary(self, word: _Word) -> str:
        """A word of a line whose case says something."""
        text = word.text
        if self._is_known(word):
            return text
        inner, initial = self._forms.inner(text), self._forms.initial(text)
        if word.initial:
            return self._beginning(text, inner, initial)
        if text in inner and text[0].islower():
            return text
        if len(text) > 2 and text.isupper():
            return _most(inner) if inner else to_lower(text, self._lang) if initial else self._unshouted(text)
        if not self._forms.certain or not inner or text in initial:
            return text
        best = _most(inner)
        # A small letter where the corpus has a capital is a slip; a capital may be a name.
        return best if text.islower() or inner[best] >= _SURE else text

    def _unshouted(self, text: str) -> str:
        """A word in capitals of which the vocabulary alone must tell whether it has another form."""
        small = to_lower(text, self._lang)
        if self._forms.certain or len(text) < 4:
            return text
        # Long pieces are parts of words; an abbreviation falls into letters either way.
        return small if 2 * self._pieces.count(small) <= len(text) else text

    def _beginning(self, text: str, inner: Counts, initial: Counts) -> str:
        """The first word of a sentence."""
        shouted = len(text) > 2 and text.isupper()
        if not self._forms.certain and not (shouted and initial):
            return capitalised(text, self._lang) if self._forms.begins_with_capital and text.islower() else text
        if initial:
            return _most(initial) if text.islower() or shouted or text not in inner else text
        if inner:
            # Never seen at a beginning: the form inside is better known than a capital added to it.
            return text if text in inner else _most(inner)
        return capitalised(text, self._lang) if self._forms.begins_with_capital and text.islower() else text


def _words(text: str) -> list[_Word]:
    """Words with case, code and numbers left out."""
    found = []
    for chunk in _CHUNK.finditer(text):
        if _CODE.search(chunk[0]):
            continue
        for match in _WORD.finditer(chunk[0]):
            if is_cased(match[0]):
                start = chunk.start() + match.start()
                found.append(_Word(start, start + len(match[0]), match[0], _begins_sentence(text, start)))
    return found


def _begins_sentence(text: str, start: int) -> bool:
    at, blank = start, False
    while at > 0 and (text[at - 1].isspace() or text[at - 1] in _BETWEEN):
        blank |= text[at - 1].isspace()
        at -= 1
    return at == 0 or (text[at - 1] in _ENDS and (blank or text[at - 1] in _FULL_WIDTH_ENDS))


def _most(counts: Counts) -> str:
    """The most frequent form; of equals the one in small letters."""
    return max(counts, key=lambda form: (counts[form], form.islower(), form))


def _by_key(counts: Mapping[str, int]) -> dict[str, dict[str, float]]:
    groups: dict[str, dict[str, float]] = {}
    for form, count in counts.items():
        groups.setdefault(word_key(form), {})[form] = float(count)
    return groups


def _bare(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
