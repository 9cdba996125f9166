"""Noun phrases in both languages at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from . import numbers
from .draw import CLASSIFYING, Draw, RejectError
from .lexicon import PEOPLE, Adjective, Noun
from .tables import load_table
from .tokens import Token, words

OWNABLE = (
    "relation",
    "family",
    "food",
    "foodmass",
    "drink",
    "clothes",
    "furniture",
    "device",
    "thing",
    "text",
    "home",
    "room",
    "part",
    "vehicle",
    "body",
    "instrument",
)
POSSESSIVES = ("my", "your", "his", "our", "your", "their")
_FRENCH_POSSESSIVES = (
    ("mon", "ma", "mes"),
    ("ton", "ta", "tes"),
    ("son", "sa", "ses"),
    ("notre", "notre", "nos"),
    ("votre", "votre", "vos"),
    ("leur", "leur", "leurs"),
)
_ENGLISH_SUBJECTS = ("I", "you", "he", "we", "you", "they")
_FRENCH_SUBJECTS = ("je", "tu", "il", "nous", "vous", "ils")
_QUANTIFIERS = {"many": "beaucoup", "too many": "trop", "few": "peu", "enough": "assez"}
_MASS_QUANTIFIERS = {"a lot of": "beaucoup", "too much": "trop", "a little": "un_peu", "enough": "assez"}
_ONE_OR_TWO = ("father", "mother", "wife", "husband", "father-in-law", "mother-in-law")
_PLURAL_WORDS = {"several": "plusieurs", "a few": "quelques"}


@dataclass
class Phrase:
    """A noun phrase with what verbs and adjectives need to agree with it.

    Attributes:
        en: English tokens.
        fr: French tokens.
        person: 0 to 5 for je, tu, il, nous, vous, ils.
        fem: Whether it is feminine.
        many: Whether French treats it as plural.
        pronoun: Whether it is a personal pronoun, which French inverts with the verb.
        human: Whether it is a person.
        noun: The head noun, if it has one.
        key: The key of the head.
        indefinite: Whether it stands with "a" or "some", which turns into "de" after a negation.
    """

    en: list[Token]
    fr: list[Token]
    person: int = 2
    fem: bool = False
    many: bool = False
    pronoun: bool = False
    human: bool = True
    noun: Noun | None = None
    key: int = 0
    indefinite: bool = False
    names: list[str] = field(default_factory=list)


def article(key: int, fem: bool, many: bool, *, noun_key: int = 0) -> Token:
    """The French definite article; with ``noun_key`` it is one that English leaves out."""
    keys, maybe = ((), (noun_key,)) if noun_key else ((key,), ())
    if many:
        return Token("les", keys, maybe, article=True)
    return Token("la" if fem else "le", keys, maybe, before_vowel="l'", article=True)


def of_token(*keys: int, maybe: tuple[int, ...] = ()) -> Token:
    """The preposition "de"."""
    return Token("de", keys, maybe, before_vowel="d'")


def possessive(owner: int, fem: bool, many: bool, key: int) -> Token:
    """mon, ma, mes and so on; "ma" gives way to "mon" before a vowel."""
    row = _FRENCH_POSSESSIVES[owner]
    if many:
        return Token(row[2], (key,))
    return Token(row[1], (key,), before_vowel=row[0]) if fem else Token(row[0], (key,))


def pronoun(draw: Draw, person: int, fem: bool = False) -> Phrase:
    """A subject pronoun; "he" and "she" are people."""
    key = draw.key()
    en, fr = _ENGLISH_SUBJECTS[person], _FRENCH_SUBJECTS[person]
    if fem and person in (2, 5):
        fr = "elle" if person == 2 else "elles"
        en = "she" if person == 2 else "they"
    token = Token(fr, (key,), before_vowel="j'" if person == 0 else "")
    many = person in (3, 5)
    return Phrase([Token(en, (key,))], [token], person, fem, many, True, key=key)


def it_pronoun(draw: Draw, fem: bool, many: bool) -> Phrase:
    """ "it" or "they" for a thing named before."""
    key = draw.key()
    fr = ("elle" if fem else "il") + ("s" if many else "")
    return Phrase(
        [Token("they" if many else "it", (key,))],
        [Token(fr, (key,))],
        5 if many else 2,
        fem,
        many,
        True,
        False,
        key=key,
    )


@cache
def first_names(fem: bool) -> list[str]:
    """The male or female first names."""
    return list(load_table("words")["names"]["female" if fem else "male"].split())


def name(draw: Draw, fem: bool | None = None) -> Phrase:
    """A first name, the same in both languages."""
    female = draw.chance(0.5) if fem is None else fem
    text, key = draw.any(first_names(female)), draw.key()
    return Phrase([Token(text, (key,))], [Token(text, (key,))], 2, female, False, key=key, names=[text])


def joined(draw: Draw, left: Phrase, right: Phrase) -> Phrase:
    """Two phrases with "and"."""
    key = draw.key()
    return Phrase(
        [*left.en, Token("and", (key,)), *right.en],
        [*left.fr, Token("et", (key,)), *right.fr],
        5,
        left.fem and right.fem,
        True,
        human=left.human,
        key=left.key,
    )


def _adjective_tokens(adjective: Adjective, fem: bool, many: bool, key: int) -> list[Token]:
    tokens = words(adjective.form(fem, many), key)
    if adjective.fr_before_vowel and not fem and not many:
        tokens[0] = tokens[0]._replace(before_vowel=adjective.fr_before_vowel)
    return tokens


def adjective_phrase(adjective: Adjective, subject: Phrase, key: int) -> tuple[list[Token], list[Token]]:
    """A predicative adjective that agrees with its subject."""
    return words(adjective.en, key), words(adjective.form(subject.fem, subject.many), key)


def noun_phrase(
    draw: Draw,
    noun: Noun,
    kind: str,
    many: bool = False,
    *,
    adjective: Adjective | None = None,
    second: Adjective | None = None,
    owner: int = 0,
    owner_fem: bool = False,
    of: Phrase | None = None,
    count: int = 2,
) -> Phrase:
    """A noun with its determiner and perhaps an adjective.

    Args:
        kind: "the", "a" (also "some" before mass and plural nouns), "none" (after a negation), "this", "that", "my"
            (with ``owner``), "of" (an owner's 's, with ``of``), "generic" (no English article, French "les"), "number"
            (with ``count``), "every", "all", "bare" (no determiner in either language) or a quantifier.
        second: An adjective behind the French noun beside one before it: "a new blue dress".
        owner: Person of the possessive.
        owner_fem: "her" instead of "his".
    """
    if noun.mass and not noun.plural_only:
        many = False
    if noun.en == noun.en_plural and kind in ("the", "my", "of"):
        many = False  # "the sheep" reads as one
    if noun.plural_only or (not noun.mass and kind in ("number", *_QUANTIFIERS, *_PLURAL_WORDS)):
        many = True
    if noun.plural_only and not noun.mass and kind not in ("the", "this", "my", "of"):
        raise RejectError  # nobody has three parents or several
    key, det = draw.key(), draw.key()
    en_noun = words(noun.en_plural if many else noun.en, key)
    fr_noun = words(noun.fr_plural if many else noun.fr, key, blocks=noun.blocks)
    before: list[Token] = []
    after: list[Token] = []
    en_adjective: list[Token] = []
    for described in (adjective, second):
        if described is not None:
            adjective_key = draw.key()
            en_adjective += words(described.en, adjective_key)
            target = before if described.position == "b" else after
            target.extend(_adjective_tokens(described, noun.fem, many, adjective_key))
    fem = noun.fem
    en_det: list[Token] = []
    fr_det: list[Token] = []
    tail_en: list[Token] = []
    tail_fr: list[Token] = []
    if kind == "the":
        en_det, fr_det = [Token("the", (det,))], [article(det, fem, many)]
    elif kind == "a" and (noun.mass or many):
        en_det = [Token("some", (det,))]
        if noun.mass and not many:
            fr_det = [of_token(det), article(det, fem, False)._replace(article=True)]
        elif before:
            fr_det = [of_token(det)]
        else:
            fr_det = [Token("des", (det,))]
    elif kind == "a":
        en_det = [Token("a", (det,), before_vowel="an")]
        fr_det = [Token("une" if fem else "un", (det,))]
    elif kind == "none":
        text = "any" if many or noun.mass else "a"
        en_det = [Token(text, (det,), before_vowel="an" if text == "a" else "")]
        fr_det = [of_token(det)]
    elif kind in ("this", "that"):
        en_text = {"this": "these", "that": "those"}[kind] if many else kind
        en_det = [Token(en_text, (det,))]
        fr_det = (
            [Token("ces", (det,))]
            if many
            else [Token("cette" if fem else "ce", (det,), before_vowel="" if fem else "cet")]
        )
        if kind == "that":
            tail_fr = [Token("-là", (det,), glue=True)]
    elif kind == "my":
        en_text = "her" if owner == 2 and owner_fem else POSSESSIVES[owner]
        en_det, fr_det = [Token(en_text, (det,))], [possessive(owner, fem, many, det)]
    elif kind == "of":
        assert of is not None
        en_det = [*of.en, Token("'s", (det,), glue=True)]
        fr_det = [article(det, fem, many, noun_key=det)]
        tail_fr = [of_token(det), *of.fr]
    elif kind == "generic":
        fr_det = [article(0, fem, many, noun_key=key)]
    elif kind == "number":
        # "huit" and "onze" do not elide: "de huit", "le onze".
        fr_det = words(numbers.french(count, fem), det, blocks=True)
        en_det = words(numbers.english(count), det)
    elif kind == "every":
        en_det, fr_det = [Token("every", (det,))], [Token("chaque", (det,))]
    elif kind == "all":
        the = draw.key()
        en_det = [Token("all", (det,)), Token("the", (the,))]
        fr_det = [
            Token(("toutes" if fem else "tous") if many else ("toute" if fem else "tout"), (det,)),
            article(the, fem, many),
        ]
    elif kind in _PLURAL_WORDS:
        en_det, fr_det = words(kind, det), [Token(_PLURAL_WORDS[kind], (det,))]
    elif kind in _QUANTIFIERS or kind in _MASS_QUANTIFIERS:
        table = _MASS_QUANTIFIERS if noun.mass else _QUANTIFIERS
        en_det, fr_det = words(kind, det), [*words(table[kind], det), of_token(det)]
    if kind == "that" and after:
        # "ce livre-là" leaves no good place for an adjective behind the noun.
        raise RejectError
    fr = (
        [*fr_det, *before, *fr_noun, *tail_fr[:1], *after]
        if kind == "that"
        else [*fr_det, *before, *fr_noun, *after, *tail_fr]
    )
    return Phrase(
        [*en_det, *en_adjective, *en_noun, *tail_en],
        fr,
        5 if many else 2,
        fem,
        many,
        human=noun.classes[0] in PEOPLE,
        noun=noun,
        key=key,
        indefinite=kind == "a",
    )


def plural_in_english(phrase: Phrase) -> bool:
    """Whether the English verb agrees as with "they"; school subjects are singular in English only."""
    return phrase.many and not (phrase.noun is not None and phrase.noun.plural_only and phrase.noun.mass)


def your(owner: Phrase | None) -> int:
    """The person of "your": ton in a sentence that says "tu", votre in every other."""
    return 1 if owner is not None and owner.person == 1 else 4


def relation(draw: Draw, noun: Noun, many: bool = False, avoid: Phrase | None = None) -> Phrase:
    """A relative or friend, who always belongs to somebody."""
    if draw.chance(0.3):
        spouse = {"wife": False, "husband": True}.get(noun.en)
        return noun_phrase(draw, noun, "of", many, of=name(draw, spouse))
    if noun.en in ("wife", "husband"):
        return noun_phrase(draw, noun, "my", owner=your(avoid) if draw.chance(0.3) else 0)
    owner = draw.weighted([(0, 4), (your(avoid), 2), (3, 2), (5, 1)])
    if avoid is not None and avoid.human and draw.chance(0.5):
        return noun_phrase(draw, noun, "my", many, owner=avoid.person, owner_fem=avoid.fem)
    return noun_phrase(draw, noun, "my", many, owner=owner)


def ownable(draw: Draw, noun: Noun) -> bool:
    """Whether it makes sense to say whose it is."""
    if noun.classes[0] in OWNABLE or "pet" in noun.classes:
        return True
    return noun in draw.lexicon.by_class["ownable_ideas"]


def thing(
    draw: Draw, noun: Noun, *, kinds: tuple[str, ...] = (), owner: Phrase | None = None, adjective: float = 0.3
) -> Phrase:
    """A noun in some natural setting: determiner, number and perhaps an adjective are drawn."""
    section = noun.classes[0]
    if section == "family":
        return relation(draw, noun, draw.chance(0.15) and noun.en not in _ONE_OR_TWO, owner)
    if section == "relation" and draw.chance(0.7):
        return relation(draw, noun, draw.chance(0.3), owner)
    described = None
    if adjective and draw.lexicon.describing[noun.en] and (draw.chance(adjective) or draw.focus.startswith("a:")):
        try:
            described = draw.adjective_for(noun, attributive=True)
        except RejectError:
            described = None  # only adjectives that follow "to be" fit this noun
    second = None
    if described is not None and described.position == "b" and draw.chance(0.6):
        second = draw.second_adjective(noun)
    elif described is not None and described.en in CLASSIFYING and draw.chance(0.35):
        first = draw.first_adjective(noun)
        if first is not None:
            described, second = first, described
    if kinds:
        kind = draw.any(kinds)
    elif noun.mass and section == "nature":
        kind = "the"
    elif noun.mass:
        kind = draw.weighted(
            [("a", 6), ("the", 4), ("this", 2), ("my", 2), ("a lot of", 1), ("a little", 1), ("too much", 0.5)]
        )
    elif section == "person":
        kind = draw.weighted(
            [
                ("the", 6),
                ("a", 4),
                ("this", 2),
                ("that", 0.5),
                ("number", 1),
                ("several", 0.5),
                ("every", 0.4),
                ("all", 0.5),
                ("many", 0.5),
            ]
        )
    else:
        kind = draw.weighted(
            [
                ("the", 5),
                ("a", 5),
                ("this", 1.6),
                ("that", 0.7),
                ("my", 2.5),
                ("number", 1.2),
                ("many", 0.4),
                ("several", 0.4),
                ("a few", 0.4),
                ("too many", 0.3),
                ("all", 0.4),
                ("of", 0.6),
            ]
        )
    if kind in ("my", "of") and not ownable(draw, noun):
        kind = "the"
    if kind == "that" and ((described is not None and described.position == "a") or second is not None):
        kind = "this"  # "ce livre-là" leaves no good place for an adjective behind the noun
    many = draw.chance(0.25) if kind in ("the", "a", "this", "that", "my", "of") else kind == "all"
    if kind == "of":
        return noun_phrase(draw, noun, "of", many, of=name(draw), adjective=described, second=second)
    person, fem = 0, False
    if kind == "my":
        person = draw.weighted([(0, 4), (your(owner), 2), (3, 2), (5, 1)])
        if owner is not None and owner.human and draw.chance(0.7):
            person, fem = owner.person, owner.fem
    count = draw.weighted([(2, 4), (3, 3), (4, 2), (5, 1), (6, 1), (10, 1), (7, 1), (8, 1), (9, 1), (12, 1), (20, 1)])
    return noun_phrase(
        draw, noun, kind, many, adjective=described, second=second, owner=person, owner_fem=fem, count=count
    )


def subject(draw: Draw, *, animals: bool = False, pronouns: float = 0.5) -> Phrase:
    """Somebody who does something."""
    if draw.chance(pronouns):
        person = draw.weighted([(0, 4), (2, 6), (3, 2), (4, 2), (5, 2)])
        return pronoun(draw, person, person == 2 and draw.chance(0.5))
    if animals and draw.chance(0.5):
        noun = draw.noun("animal")
        return thing(
            draw,
            noun,
            kinds=("the", "the", "this", "a", "my") if "pet" in noun.classes else ("the", "the", "this"),
            adjective=0.25,
        )
    way = draw.weighted([("name", 4), ("person", 4), ("family", 3), ("relation", 2), ("pair", 1)])
    if way == "name":
        return name(draw)
    if way == "pair":
        first = name(draw)
        if draw.chance(0.5):
            other = name(draw)
            if other.names == first.names:
                other = noun_phrase(draw, draw.noun("family"), "my", owner=0)
            return joined(draw, first, other)
        close = draw.noun("family", "relation")
        if close.en == ("wife" if first.fem else "husband"):
            raise RejectError
        return joined(draw, first, noun_phrase(draw, close, "my", owner=2, owner_fem=first.fem))
    if way == "person":
        return thing(draw, draw.noun("person"), kinds=("the", "the", "the", "this", "a"), adjective=0.3)
    return thing(draw, draw.noun(way), adjective=0.2)
