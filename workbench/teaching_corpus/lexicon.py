"""The lexicon: lemmas of both languages with their grammar and their meaning classes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from . import english, french
from .tables import load_table

_ADJECTIVE_CLASSES = {
    "P": "person relation family",
    "M": "animal",
    "T": "thing device furniture",
    "C": "clothes",
    "F": "food foodmass",
    "R": "fruit vegetable",
    "D": "drink",
    "X": "text",
    "B": "building home room",
    "N": "place",
    "E": "event",
    "S": "abstract",
    "V": "vehicle",
    "K": "jumper scarf glove sock cap blanket coat",
    "L": "shoe boot bag wallet belt jacket armchair sofa suitcase",
    "G": "table chair box desk spoon bowl door gate fence bridge toy bed wardrobe shelf stool ladder ruler",
    "U": "box bag glass bottle bucket suitcase basket drawer wardrobe",
    "O": "door window gate drawer box cupboard shutter umbrella",
    "H": "wall building tower tree mountain hill ladder shelf fence",
    "W": "river lake harbour drawer cupboard",
    "J": "knife axe hammer",
    "Y": "story answer message",
    "Q": "garden park beach library square road",
    "Z": "train bus plane boat taxi tram",
}
_EXTRA_OF_CLASS = {"V": "vehicle", "T": "instrument", "N": "nature"}
_STILL = {"sun", "moon", "sky", "sea"}
PEOPLE = ("person", "relation", "family")


@dataclass(frozen=True, eq=False)
class Noun:
    """A noun with its number forms; ``classes`` holds the section it stands in first."""

    en: str
    en_plural: str
    fr: str
    fr_plural: str
    fem: bool
    mass: bool
    blocks: bool
    plural_only: bool
    classes: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of the lemma in counts and pairs."""
        return f"n:{self.en}"


@dataclass(frozen=True, eq=False)
class Adjective:
    """An adjective with its French forms and the nouns that it may describe."""

    en: str
    fr: str
    fr_feminine: str
    fr_masculine_plural: str
    fr_before_vowel: str
    position: str
    long: bool
    compares: bool
    nouns: frozenset[str]

    @property
    def id(self) -> str:
        """The name of the lemma in counts and pairs."""
        return f"a:{self.en}"

    def form(self, fem: bool, many: bool) -> str:
        """The French form that agrees."""
        if self.fr.startswith(("en_", "à_")):
            return self.fr
        if fem:
            return self.fr_feminine + ("s" if many else "")
        return self.fr_masculine_plural if many else self.fr


@dataclass(frozen=True, eq=False)
class Verb:
    """A verb pair with its frame and the nouns that may be its objects."""

    key: str
    fr: str
    reflexive: bool
    en: tuple[str, ...]
    en_past: tuple[str, ...]
    en_participle: tuple[str, ...]
    particle: tuple[str, ...]
    separable: bool
    frame: str
    objects: tuple[Noun, ...]
    animals: bool

    @property
    def id(self) -> str:
        """The name of the lemma in counts and pairs."""
        return f"v:{self.key}"

    def third(self) -> tuple[str, ...]:
        """The English words after he, she and it."""
        return (english.third_person(self.en[0]), *self.en[1:])

    def ing(self) -> tuple[str, ...]:
        """The English present participle."""
        return (english.ing(self.en[0]), *self.en[1:])


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything the templates draw from, in the fixed order of the data files."""

    nouns: dict[str, Noun]
    by_class: dict[str, tuple[Noun, ...]]
    adjectives: tuple[Adjective, ...]
    describing: dict[str, tuple[Adjective, ...]]
    verbs: dict[str, Verb]
    by_frame: dict[str, tuple[Verb, ...]]

    @cache  # noqa: B019 - there is one lexicon, which lives as long as the program
    def all(self, *classes: str) -> tuple[Noun, ...]:
        """The nouns of several classes, each once."""
        found: dict[str, Noun] = {}
        for name in classes:
            for noun in self.by_class[name]:
                found.setdefault(noun.en, noun)
        return tuple(found.values())

    def verb(self, key: str) -> Verb:
        """A verb by its French infinitive."""
        return self.verbs[key]

    def lemmas(self) -> list[str]:
        """Every open-class lemma that sentences have to use."""
        names = [noun.id for noun in self.nouns.values()] + [adjective.id for adjective in self.adjectives]
        return names + [verb.id for verb in self.verbs.values() if verb.frame != "n"]


def _options(parts: list[str]) -> dict[str, str]:
    return dict(part.split("=", 1) for part in parts if "=" in part)


def _noun(en: str, text: str, section: str) -> Noun:
    fr, gender, *rest = text.split()
    options = _options(rest)
    extra = tuple(part[1:] for part in rest if part.startswith("+"))
    plural_only = "plonly" in rest
    fr_plural = fr if plural_only else options.get("pl", french.plural(fr)).replace("_", " ")
    return Noun(
        en,
        en if plural_only else options.get("enpl", english.plural(en)),
        fr.replace("_", " "),
        fr_plural.replace("_", " "),
        gender == "f",
        "mass" in rest,
        "h" in rest,
        plural_only,
        (section, *extra),
    )


def _adjective(en: str, text: str, resolve: dict[str, tuple[Noun, ...]]) -> Adjective:
    fr, position, classes, *rest = text.split()
    options = _options(rest)
    codes, *names = classes.split("+")
    for code in codes.strip("-"):
        names += f"{_ADJECTIVE_CLASSES[code]} {_EXTRA_OF_CLASS.get(code, '')}".split()
    nouns = [noun.en for name in names for noun in resolve[name]]
    return Adjective(
        en,
        fr,
        options.get("f", french.feminine(fr)),
        options.get("mp", french.plural(fr)),
        options.get("pre", ""),
        position,
        "long" in rest,
        "nocomp" not in rest,
        frozenset(nouns) - _STILL,
    )


def _inflected(base: list[str], given: str, regular: str) -> tuple[str, ...]:
    words = given.split("_") if given else [regular]
    return tuple(words + base[len(words) :]) if len(words) < len(base) else tuple(words)


def _verb(key: str, text: str, resolve: dict[str, tuple[Noun, ...]]) -> Verb:
    english_part, frame_part = (part.strip() for part in text.split("|"))
    forms = english_part.split("/")
    mark = "~" if "~" in forms[0] else "+"
    base_text, _, particle = forms[0].partition(mark)
    base = base_text.split("_")
    regular = english.past(base[0])
    past = _inflected(base, forms[1] if len(forms) > 1 else "", regular)
    participle = _inflected(base, forms[2] if len(forms) > 2 else "", regular)
    frame, _, rest = frame_part.partition(":")
    frame, _, subject = frame.partition(" @")
    groups = rest.split()[0].split(",") if rest else []
    found: dict[str, Noun] = {}
    for group in groups:
        for noun in resolve[group]:
            found.setdefault(noun.en, noun)
    reflexive = key.startswith(("se_", "s'"))  # a number only keeps two uses of a French verb apart
    fr = key.removeprefix("se_").removeprefix("s'").rstrip("0123456789")
    return Verb(
        key,
        fr,
        reflexive,
        tuple(base),
        past,
        participle,
        tuple(particle.split("_")) if particle else (),
        mark == "~",
        frame,
        tuple(found.values()),
        bool(subject),
    )


@cache
def load_lexicon() -> Lexicon:
    """Reads the data files and resolves every class, group and form."""
    nouns: dict[str, Noun] = {}
    classes: dict[str, list[Noun]] = {}
    for section, entries in load_table("nouns").items():
        for en, text in entries.items():
            noun = _noun(en, text, section)
            nouns[en] = noun
            for name in noun.classes:
                classes.setdefault(name, []).append(noun)
    by_class = {name: tuple(members) for name, members in classes.items()}
    # A frame may name a single noun as well as a class or a group; classes win over nouns of the same name.
    resolve = {en: (noun,) for en, noun in nouns.items()} | by_class
    for name, members_text in load_table("groups")["groups"].items():
        resolve[name] = tuple(nouns[part.replace("_", " ")] for part in members_text.split())
    adjectives = tuple(_adjective(en, text, resolve) for en, text in load_table("adjectives")["adjectives"].items())
    describing = {
        noun.en: tuple(
            # "hot hot chocolate" and "petit petit pois" say the same thing twice.
            adjective
            for adjective in adjectives
            if noun.en in adjective.nouns
            and adjective.en not in noun.en.split()
            and adjective.fr not in noun.fr.split()
        )
        for noun in nouns.values()
    }
    verbs = {key: _verb(key, text, resolve) for key, text in load_table("verbs")["verbs"].items()}
    by_frame: dict[str, list[Verb]] = {}
    for verb in verbs.values():
        by_frame.setdefault(verb.frame, []).append(verb)
    return Lexicon(
        nouns, resolve, adjectives, describing, verbs, {name: tuple(members) for name, members in by_frame.items()}
    )
