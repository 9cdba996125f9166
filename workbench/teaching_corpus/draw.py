"""Drawing lemmas: the random source of the templates, with the books it keeps."""

from __future__ import annotations

import random
import zlib
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

from .lexicon import Adjective, Lexicon, Noun, Verb
from .tables import load_table


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T")
N = TypeVar("N", bound=_Named)

HELD_OUT_SHARE = 6
"""Of a hundred adjective-noun and verb-object pairs, how many are kept for the unseen-combination test."""


CORE_SHARE = {"n": 0.18, "v": 0.3, "a": 0.35}
"""How often, by kind, the words that people try first are preferred to all others."""

LITTLE_SHARE = 0.35

CLASSIFYING = frozenset(
    {
        "white",
        "black",
        "red",
        "blue",
        "green",
        "yellow",
        "grey",
        "brown",
        "pink",
        "purple",
        "French",
        "English",
        "Italian",
        "Spanish",
        "German",
        "American",
        "wooden",
        "leather",
        "woollen",
        "plastic",
        "electric",
    }
)
"""Adjectives that follow another one in English and stand behind the noun in French."""


class RejectError(Exception):
    """Raised by a template that cannot go on with what it has drawn; another is drawn instead."""


class Draw:
    """A seeded source of choices that keeps the use of lemmas even.

    Only ``random.Random.random`` is called, whose sequence is the same in every Python version; choices are made from
    it here.

    Attributes:
        uses: How often each lemma stands in the sentences kept so far.
        lemmas: The lemmas of the sentence being made.
        combos: Its adjective-noun and verb-object pairs.
        heard: Neighbouring words of the handwritten English, in lower case.
        focus: A lemma to prefer wherever it may stand, or "".
    """

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self.lexicon = lexicon
        self.seed = seed
        self.uses: dict[str, int] = {}
        self.lemmas: list[str] = []
        self.combos: list[str] = []
        self.focus = ""
        self.heard: frozenset[str] = frozenset()
        self._random = random.Random(seed)
        self._key = 0
        self._sums: list[float] = []
        self._core = frozenset(
            f"{kind}:{word}" for kind, text in load_table("words")["core"].items() for word in text.split()
        )

    def start(self) -> None:
        """Forgets the sentence before."""
        self.lemmas = []
        self.combos = []
        self._key = 0

    def keep(self) -> None:
        """Counts the lemmas of a sentence that goes into the corpus."""
        for lemma in self.lemmas:
            self.uses[lemma] = self.uses.get(lemma, 0) + 1

    def key(self) -> int:
        """A fresh number that partners share."""
        self._key += 1
        return self._key

    def below(self, limit: int) -> int:
        """A number from 0 up to but without the limit."""
        return int(self._random.random() * limit)

    def chance(self, share: float) -> bool:
        """True in this share of the calls."""
        return self._random.random() < share

    def any(self, options: Sequence[T]) -> T:
        """One of the options, all alike."""
        if not options:
            raise RejectError
        return options[self.below(len(options))]

    def template(self, options: Sequence[tuple[T, float]]) -> T:
        """One of many options by weight, with the running sums kept from the first call."""
        if not self._sums:
            self._sums = list(accumulate(weight for _, weight in options))
        return options[bisect_right(self._sums, self._random.random() * self._sums[-1])][0]

    def weighted(self, options: Sequence[tuple[T, float]]) -> T:
        """One of the options by weight."""
        point = self._random.random() * sum(weight for _, weight in options)
        for option, weight in options:
            point -= weight
            if point < 0:
                return option
        return options[-1][0]

    def lemma(self, options: Sequence[N]) -> N:
        """One of the lemmas: a core one, or the least used of three drawn, so that none falls behind."""
        if not options:
            raise RejectError
        if self.focus:
            for option in options:
                if option.id == self.focus:
                    self.lemmas.append(option.id)
                    return option
        if self.chance(CORE_SHARE.get(options[0].id[0], 0.0)):
            core = [option for option in options if option.id in self._core]
            if core:
                chosen = self.any(core)
                self.lemmas.append(chosen.id)
                return chosen
        best = self.any(options)
        for _ in range(2):
            other = self.any(options)
            if self.uses.get(other.id, 0) < self.uses.get(best.id, 0):
                best = other
        self.lemmas.append(best.id)
        return best

    def noun(self, *classes: str) -> Noun:
        """A noun of these classes, one that the focus describes if that is an adjective."""
        options = self.lexicon.all(*classes)
        if self.focus.startswith("a:"):
            fitting = [noun for noun in options if any(a.id == self.focus for a in self.lexicon.describing[noun.en])]
            options = tuple(fitting) or options
        return self.lemma(options)

    def object_of(self, verb: Verb) -> Noun:
        """An object that the verb may take; the pair is noted."""
        noun = self.lemma(verb.objects)
        self.note_object(verb, noun)
        return noun

    def note_object(self, verb: Verb, noun: Noun) -> None:
        """Notes a verb-object pair; a verb with few objects is never held back."""
        if len(verb.objects) >= 8:
            self.combos.append(f"{verb.id} {noun.id}")

    def adjective_for(self, noun: Noun, attributive: bool) -> Adjective:
        """An adjective that describes the noun; the pair is noted."""
        options = self.lexicon.describing[noun.en]
        if attributive:
            options = tuple(adjective for adjective in options if adjective.position != "p")
        if attributive and not self.focus and self.chance(LITTLE_SHARE):
            # "little" has to be heard often beside "a little", which is another thing.
            options = tuple(adjective for adjective in options if adjective.en == "little") or options
        adjective = self.lemma(options)
        if len(adjective.nouns) >= 8:
            self.combos.append(f"{adjective.id} {noun.id}")
        return adjective

    def second_adjective(self, noun: Noun) -> Adjective | None:
        """A colour, origin or material beside an adjective that stands before the French noun; the pair is noted."""
        return self._among(noun, [a for a in self.lexicon.describing[noun.en] if a.en in CLASSIFYING])

    def first_adjective(self, noun: Noun) -> Adjective | None:
        """An adjective that stands before the French noun, beside one behind it; the pair is noted."""
        return self._among(noun, [a for a in self.lexicon.describing[noun.en] if a.position == "b"])

    def _among(self, noun: Noun, options: list[Adjective]) -> Adjective | None:
        if not options:
            return None
        adjective = self.lemma(options)
        if len(adjective.nouns) >= 8:
            self.combos.append(f"{adjective.id} {noun.id}")
        return adjective

    def held(self) -> list[str]:
        """The pairs of this sentence that belong to the unseen-combination test."""
        return [combo for combo in self.combos if is_held(self.seed, combo) and not self._is_heard(combo)]

    def _is_heard(self, combo: str) -> bool:
        """Whether a handwritten sentence has this adjective before this noun."""
        if not combo.startswith("a:"):
            return False
        adjective, _, name = combo[2:].partition(" n:")
        noun = self.lexicon.nouns[name]
        return any(f"{adjective} {form.split()[0]}".casefold() in self.heard for form in (noun.en, noun.en_plural))


def is_held(seed: int, combo: str) -> bool:
    """Whether a pair of lemmas is kept out of training; a checksum decides, so nothing need be stored."""
    return zlib.crc32(f"{seed} {combo}".encode()) % 100 < HELD_OUT_SHARE
