"""Parts that many templates share: fixed expressions, times, places, objects, pronouns."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Clause, Clitic, Pair
from .draw import Draw, RejectError
from .lexicon import PEOPLE, Noun, Verb
from .phrases import Phrase, article, noun_phrase, ownable, thing
from .tables import load_table
from .tokens import Token

Template = Callable[[Draw], Pair]
TEMPLATES: list[tuple[Template, float]] = []


def template(weight: float) -> Callable[[Template], Template]:
    """Registers a sentence template."""

    def register(function: Template) -> Template:
        TEMPLATES.append((function, weight))
        return function

    return register


def end(pair: Pair, mark: str = ".") -> Pair:
    """Closes a sentence; the marks of both sides are partners."""
    return [*pair[0], Token(mark, (9999,), glue=True)], [*pair[1], Token(mark, (9999,), glue=True)]


def comma(pair: Pair) -> Pair:
    """Puts a comma behind both sides."""
    return [*pair[0], Token(",", glue=True)], [*pair[1], Token(",", glue=True)]


def plus(*pairs: Pair) -> Pair:
    """Strings pairs together."""
    return [token for pair in pairs for token in pair[0]], [token for pair in pairs for token in pair[1]]


def fixed(draw: Draw, en: str, fr: str) -> Pair:
    """A fixed expression; ``fr`` may end in "| 0-0 1-2" to say which words are partners."""
    text, _, links = fr.partition("|")
    en_words, fr_words = en.replace("_", " ").split(), text.replace("_", " ").split()
    if not links:
        key = draw.key()
        return [Token(word, (key,)) for word in en_words], [_french(word, (key,)) for word in fr_words]
    en_keys: list[list[int]] = [[] for _ in en_words]
    fr_keys: list[list[int]] = [[] for _ in fr_words]
    for link in links.split():
        left, right = link.split("-")
        key = draw.key()
        en_keys[int(left)].append(key)
        fr_keys[int(right)].append(key)
    # Words without a sure partner of their own go possibly with every word of the other side.
    spare = draw.key()
    sides: list[list[Token]] = []
    for texts, keys in ((en_words, en_keys), (fr_words, fr_keys)):
        lonely = [not own for own in keys]
        sides.append(
            [
                _french(text, tuple(own), (spare,) if alone else ())
                for text, own, alone in zip(texts, keys, lonely, strict=True)
            ]
        )
    for side in (0, 1):
        if any(spare in token.maybe for token in sides[1 - side]):
            sides[side] = [token._replace(maybe=(spare,)) for token in sides[side]]
    return sides[0], sides[1]


def _french(text: str, keys: tuple[int, ...], maybe: tuple[int, ...] = ()) -> Token:
    elided = {"de": "d'", "que": "qu'", "ne": "n'", "je": "j'"}.get(text, "")
    return Token(text, keys, maybe, before_vowel=elided)


def entry(draw: Draw, table: str) -> Pair:
    """A random entry of a word table."""
    return fixed(draw, *draw.any(list(load_table("words")[table].items())))


def time_for(draw: Draw, tense: str) -> Pair:
    """A time expression that shows the tense, or nothing."""
    if tense == "progressive":
        return fixed(draw, "at the moment", "en ce moment | 0-0 1-1 2-2")
    if tense in ("future", "near"):
        return entry(draw, "future")
    if tense == "past":
        if draw.chance(0.15):
            return ago(draw)
        return entry(draw, "past")
    if tense == "used":
        return [], []
    if draw.chance(0.2):
        return entry(draw, "seasons")
    if draw.chance(0.3):
        return on_day(draw, habit=True)
    return entry(draw, "habit")


def ago(draw: Draw) -> Pair:
    """ "two days ago" ↔ "il y a deux jours"."""
    key, count = draw.key(), 2 + draw.below(9)
    unit = draw.noun("unit_time")
    amount = noun_phrase(draw, unit, "number", True, count=count)
    there = [Token("il", (key,)), Token("y", (key,)), Token("a", (key,))]
    return [*amount.en, Token("ago", (key,))], [*there, *amount.fr]


def on_day(draw: Draw, habit: bool) -> Pair:
    """ "on Mondays" ↔ "le lundi", "on Monday" ↔ "lundi"."""
    en, fr = draw.any(list(load_table("words")["days"].items()))
    key, on = draw.key(), draw.key()
    if habit:
        return [Token("on", (on,)), Token(en + "s", (key,))], [Token("le", (on,)), Token(fr, (key,))]
    return [Token("on", (), (key,)), Token(en, (key,))], [Token(fr, (key,))]


def city(draw: Draw) -> Pair:
    """A city name."""
    return fixed(draw, *draw.any(list(load_table("words")["cities"].items())))


def in_city(draw: Draw, en_preposition: str) -> Pair:
    """ "in/to Paris" ↔ "à Paris"."""
    key, (en, fr) = draw.key(), city(draw)
    return [Token(en_preposition, (key,)), *en], [Token("à", (key,)), *fr]


def country(draw: Draw, en_preposition: str) -> Pair:
    """A country with "in" or "to": "en France", "au Canada", "aux États-Unis"."""
    en_name, text = draw.any(list(load_table("words")["countries"].items()))
    fr_name, gender = text.split()
    key, at = draw.key(), draw.key()
    *the, last = en_name.split()
    en = [
        Token(en_preposition, (at,)),
        *(Token(word, (at,) if word == "the" else (key,)) for word in the),
        Token(last, (key,)),
    ]
    vowel = fr_name[0] in "AEIOUÉ"
    preposition = "en" if gender == "f" or (vowel and gender == "m") else "au" if gender == "m" else "aux"
    return en, [Token(preposition, (at,)), Token(fr_name, (key,))]


def from_place(draw: Draw) -> Pair:
    """ "from Paris" ↔ "de Paris", "from Canada" ↔ "du Canada", "from France" ↔ "de France"."""
    key = draw.key()
    if draw.chance(0.4):
        en, fr = city(draw)
        return [Token("from", (key,)), *en], [Token("de", (key,), before_vowel="d'"), *fr]
    en, fr = country(draw, "from")
    at = fr[0].keys[0]
    preposition = {"en": "de", "au": "du", "aux": "des"}[fr[0].text]
    return en, [Token(preposition, (at,), before_vowel="d'" if preposition == "de" else ""), fr[1]]


def to_building(draw: Draw, en_preposition: str) -> Pair:
    """ "to/at the station" ↔ "à la gare"."""
    noun, key, det, at = draw.noun("building"), draw.key(), draw.key(), draw.key()
    en = [Token(en_preposition, (at,)), Token("the", (det,)), *(Token(word, (key,)) for word in noun.en.split())]
    fr_words = noun.fr.split()
    fr = [Token("à", (at,)), article(det, noun.fem, False), *(Token(word, (key,)) for word in fr_words)]
    return en, fr


def with_preposition(draw: Draw, en: str, fr: str, phrase: Phrase) -> Pair:
    """A preposition before a phrase."""
    key = draw.key()
    fr_tokens = [Token(word, (key,), before_vowel="d'" if word == "de" else "") for word in fr.split()]
    return [*(Token(word, (key,)) for word in en.split()), *phrase.en], [*fr_tokens, *phrase.fr]


SURFACES = ("table", "chair", "bed", "desk", "shelf", "sofa", "armchair", "stool")
CONTAINERS = ("box", "bag", "drawer", "suitcase", "cupboard", "basket", "wardrobe")


def where_thing(draw: Draw, noun: Noun) -> Pair:
    """Where a thing may stand or lie; only small ones are found on tables and in drawers."""
    lexicon = draw.lexicon
    small = noun in lexicon.by_class["small"] or noun.classes[0] in ("foodmass", "drink")
    way = draw.below(6) if small else 3 + draw.below(3)
    if way == 0:
        place = noun_phrase(draw, draw.lemma([lexicon.nouns[name] for name in SURFACES]), "the")
        return with_preposition(draw, *draw.any([("on", "sur"), ("under", "sous"), ("next to", "à côté de")]), place)
    if way in (1, 2):
        place = noun_phrase(draw, draw.lemma([lexicon.nouns[name] for name in CONTAINERS]), draw.any(["the", "this"]))
        return with_preposition(draw, "in", "dans", place)
    if way == 3:
        place = noun_phrase(draw, draw.noun("furniture", "part"), "the")
        return with_preposition(
            draw,
            *draw.any(
                [("behind", "derrière"), ("in front of", "devant"), ("near", "près de"), ("next to", "à côté de")]
            ),
            place,
        )
    place = noun_phrase(draw, draw.noun("room"), "the")
    return with_preposition(draw, "in", "dans", place)


def where_person(draw: Draw) -> Pair:
    """Where somebody may do something."""
    way = draw.below(7)
    if way == 0:
        return to_building(draw, "at")
    if way == 1:
        return in_city(draw, "in")
    if way == 2:
        return country(draw, "in")
    if way == 3:
        return with_preposition(draw, "in", "dans", noun_phrase(draw, draw.noun("room"), "the"))
    if way == 4:
        spot = noun_phrase(draw, draw.noun("place", "home"), "the")
        return with_preposition(
            draw, *draw.any([("near", "près de"), ("in front of", "devant"), ("behind", "derrière")]), spot
        )
    if way == 5:
        noun = draw.noun("relation", "family", "person")
        return with_preposition(draw, "with", "avec", thing(draw, noun, adjective=0.15))
    return entry(draw, "manner")


DENIABLE = (
    "manger",
    "boire",
    "acheter",
    "vendre",
    "porter",
    "préparer",
    "commander",
    "trouver",
    "lire",
    "écrire",
    "posséder",
    "utiliser",
    "louer",
    "construire",
    "cultiver",
    "dessiner",
    "planter",
    "cueillir",
    "apporter",
    "choisir",
    "servir",
    "étudier",
)
"""Verbs whose object may be denied altogether: "he does not eat any bread"."""


def object_for(draw: Draw, verb: Verb, subject: Phrase, negated: bool = False) -> Phrase:
    """A direct or prepositional object that suits the verb."""
    noun = draw.object_of(verb)
    return shape_object(draw, verb, noun, subject, negated)


def shape_object(draw: Draw, verb: Verb, noun: Noun, subject: Phrase, negated: bool) -> Phrase:
    """The drawn noun with determiner and adjective."""
    if verb.frame == "g":
        return noun_phrase(draw, noun, "generic", not noun.mass)
    section = noun.classes[0]
    if section in ("sport", "subject"):
        return noun_phrase(draw, noun, "generic")
    if negated and verb.frame == "t" and section not in PEOPLE:
        described = draw.adjective_for(noun, True) if draw.chance(0.2) and draw.lexicon.describing[noun.en] else None
        kind = draw.any(["the", "the", "this", "my", *(["none"] * 5 if verb.key in DENIABLE else [])])
        if kind == "my" and not ownable(draw, noun):
            kind = "this"
        same = subject.human and draw.chance(0.6)
        return noun_phrase(
            draw,
            noun,
            kind,
            draw.chance(0.2),
            adjective=described,
            owner=subject.person if same else 0,
            owner_fem=same and subject.fem,
        )
    phrase = thing(draw, noun, owner=subject)
    if negated and phrase.indefinite:
        raise RejectError
    return phrase


PERSON_CLITICS = {
    "me": ("me", "m'", 0),
    "you": ("vous", "", 0),
    "us": ("nous", "", 0),
    "him": ("le", "l'", 1),
    "her": ("la", "l'", 1),
    "them": ("les", "", 1),
}


def direct_clitic(draw: Draw, text: str, fem: bool = False) -> Clitic:
    """An object pronoun for a person ("thee" asks for "te"), or with "it"/"them" for a thing of known gender."""
    key = draw.key()
    if text == "thee":
        return Clitic("te", "t'", 0, (Token("you", (key,)),), key, (fem, False))
    if text == "it":
        fr, elided, slot = ("la" if fem else "le"), "l'", 1
    else:
        fr, elided, slot = PERSON_CLITICS[text]
    many = text in ("them", "us")
    feminine = fem or text == "her"
    strong = {"me": "moi"}.get(text, "")
    return Clitic(fr, elided, slot, (Token(text, (key,)),), key, (feminine, many), strong)


def indirect_clitic(draw: Draw, text: str, preposition: str) -> Clitic:
    """An object pronoun after "to" (or another preposition in English)."""
    key = draw.key()
    fr, elided, slot = {
        "me": ("me", "m'", 0),
        "you": ("vous", "", 0),
        "us": ("nous", "", 0),
        "him": ("lui", "", 2),
        "her": ("lui", "", 2),
        "them": ("leur", "", 2),
    }[text]
    en = (*(Token(word, (), (key,)) for word in preposition.split()), Token(text, (key,)))
    return Clitic(fr, elided, slot, en, key, None, {"me": "moi"}.get(text, ""))


def set_object(clause: Clause, phrase: Phrase, preposition: str = "") -> None:
    """Puts an object into a clause, after "à" or "de" where French wants it."""
    if preposition == "de" and phrase.fr[0].text in ("de", "des"):
        raise RejectError  # "de des" has no form of its own
    clause.en_object = list(phrase.en)
    head = [Token(preposition, (), (phrase.key,), before_vowel="d'" if preposition == "de" else "")]
    clause.fr_object = [*(head if preposition else []), *phrase.fr]
