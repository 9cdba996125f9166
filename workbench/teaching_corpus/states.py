"""Templates with "to be": descriptions, comparisons, places."""

from __future__ import annotations

from . import english, french
from .clauses import Pair, is_are
from .draw import Draw, RejectError
from .lexicon import Adjective, Noun
from .parts import (
    end,
    entry,
    fixed,
    plus,
    template,
    where_thing,
    with_preposition,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    article,
    name,
    noun_phrase,
    ownable,
    plural_in_english,
    relation,
    subject,
    thing,
)
from .tokens import Token, words

DESCRIBABLE = (
    "person",
    "relation",
    "family",
    "animal",
    "food",
    "foodmass",
    "drink",
    "clothes",
    "furniture",
    "device",
    "thing",
    "text",
    "building",
    "home",
    "room",
    "part",
    "place",
    "vehicle",
    "instrument",
    "event",
    "abstract",
)


def _people_adjective(draw: Draw) -> Adjective:
    return draw.lemma(draw.lexicon.describing["man"])


def described(draw: Draw) -> tuple[Phrase, Adjective]:
    """Somebody or something, and an adjective for it."""
    if draw.chance(0.3):
        who = subject(draw, pronouns=0.7)
        if who.noun is None:
            return who, _people_adjective(draw)
        return who, draw.adjective_for(who.noun, attributive=False)
    noun = draw.noun(*DESCRIBABLE)
    adjective = draw.adjective_for(noun, attributive=False)
    many = draw.chance(0.25) and not noun.mass
    if noun.classes[0] == "family":
        return relation(draw, noun), adjective
    kind = draw.weighted([("the", 6), ("this", 3), ("my", 3), ("of", 1), ("that", 0.5)])
    if kind in ("my", "of") and (noun.classes[0] == "person" or not ownable(draw, noun)):
        kind = "the"
    if kind == "of":
        return noun_phrase(draw, noun, "of", many, of=name(draw)), adjective
    return noun_phrase(draw, noun, kind, many, owner=draw.any([0, 0, 4, 3, 5])), adjective


def be_pair(draw: Draw, who: Phrase, tense: str, negation: str = "") -> Pair:
    """Subject with "to be"."""
    en, fr, _ = is_are(draw, who, tense, negation)
    return [*who.en, *en], [*who.fr, *fr]


@template(8)
def is_adjective(draw: Draw) -> Pair:
    """The houses are very beautiful."""
    who, adjective = described(draw)
    tense = draw.weighted([("present", 5), ("past", 2), ("future", 0.7)])
    negation = draw.weighted([("", 8), ("not", 2), ("never", 0.3), ("no longer", 0.5)])
    pair = be_pair(draw, who, tense, negation)
    if adjective.compares and draw.chance(0.45):
        pair = plus(pair, entry(draw, "degrees"))
    pair = plus(pair, adjective_phrase(adjective, who, draw.key()))
    if draw.chance(0.12) and tense != "future" and who.human and not negation:
        pair = plus(
            pair, fixed(draw, "today", "aujourd'hui") if tense == "present" else fixed(draw, "yesterday", "hier")
        )
    return end(pair)


@template(2)
def is_it_adjective(draw: Draw) -> Pair:
    """Is the soup hot? Are you ready?"""
    who, adjective = described(draw)
    key, ask = draw.key(), draw.key()
    tense = draw.any(["present", "present", "past"])
    third = who.person == 2 or (who.many and not plural_in_english(who))
    form = english.be("present" if tense == "present" else "past", 2 if third else who.person)
    en_adjective, fr_adjective = adjective_phrase(adjective, who, draw.key())
    finite = french.conjugate("être", "present" if tense == "present" else "imperfect", who.person)
    en = [Token(form, (key,), (ask,)), *who.en, *en_adjective]
    fr = [
        Token("est-ce", (ask,)),
        Token("que", (ask,), before_vowel="qu'"),
        *who.fr,
        Token(finite, (key,)),
        *fr_adjective,
    ]
    return end((en, fr), "?")


@template(1.6)
def profession(draw: Draw) -> Pair:
    """She is a nurse. Paul wants to become a baker is left to other templates."""
    noun = draw.noun("jobs")
    who = subject(draw, pronouns=0.5)
    if who.noun is not None and who.noun.classes[0] in ("person", "animal"):
        raise RejectError
    if who.noun is not None and who.noun.id in draw.lemmas[:1]:
        raise RejectError
    if who.fem != noun.fem or (who.pronoun and who.person in (0, 4) and noun.fem):
        raise RejectError
    many = who.many
    key = draw.key()
    en_noun = words(noun.en_plural if many else noun.en, key)
    en = ([] if many else [Token("a", (), (key,), before_vowel="an")]) + en_noun
    fr = words(noun.fr_plural if many else noun.fr, key)
    return end(
        plus(
            be_pair(
                draw,
                who,
                draw.weighted([("present", 4), ("past", 1), ("future", 1)]),
                draw.weighted([("", 4), ("not", 1)]),
            ),
            (en, fr),
        )
    )


@template(2)
def it_is_noun(draw: Draw) -> Pair:
    """It is a beautiful house. These are my shoes is "Ce sont mes chaussures"."""
    noun = draw.noun(*DESCRIBABLE)
    if noun.mass:
        raise RejectError
    adjective = draw.adjective_for(noun, True) if draw.chance(0.65) and noun.classes[0] != "family" else None
    many = draw.chance(0.25)
    kind = draw.weighted([("a", 5), ("my", 2), ("of", 2)])
    if noun.classes[0] == "family":
        kind = draw.any(["my", "of"])
    if noun.classes[0] in ("person", "animal") or not ownable(draw, noun):
        kind = "a"
    if noun.plural_only:
        raise RejectError
    if kind == "a" and adjective is None and noun.classes[0] in ("abstract", "event"):
        raise RejectError
    owner = name(draw) if kind == "of" else None
    second = draw.second_adjective(noun) if adjective is not None and adjective.position == "b" else None
    phrase = noun_phrase(
        draw, noun, kind, many, adjective=adjective, second=second, of=owner, owner=draw.any([0, 0, 3, 4, 5])
    )
    key, this = draw.key(), draw.key()
    ce = Token("ce", (this,), before_vowel="c'")
    if many:
        plural = [t for t in phrase.en if not (kind == "a" and t.text == "some")]
        if kind == "a":
            phrase.fr[0] = phrase.fr[0]._replace(keys=(), maybe=(phrase.key,))
        return end(([Token("these", (this,)), Token("are", (key,)), *plural], [ce, Token("sont", (key,)), *phrase.fr]))
    return end(([Token("it", (this,)), Token("is", (key,)), *phrase.en], [ce, Token("est", (key,)), *phrase.fr]))


@template(0.8)
def what_a(draw: Draw) -> Pair:
    """What a beautiful house!"""
    noun = draw.noun("building", "home", "vehicle", "clothes", "text", "event", "abstract", "animal", "place", "food")
    adjective = draw.adjective_for(noun, True)
    if not adjective.compares:
        raise RejectError
    phrase = noun_phrase(draw, noun, "a", adjective=adjective)
    key = phrase.en[0].keys[0]
    fr = [Token("quelle" if noun.fem else "quel", (key,)), *phrase.fr[1:]]
    return end(([Token("what", (key,)), *phrase.en], fr), "!")


def comparable(draw: Draw, noun: Noun) -> Adjective:
    """An adjective with degrees that describes the noun."""
    adjective = draw.adjective_for(noun, attributive=False)
    if not adjective.compares or adjective.fr.startswith("en_"):
        raise RejectError
    return adjective


@template(3.5)
def comparative(draw: Draw) -> Pair:
    """Paul is taller than his brother."""
    key, link = draw.key(), draw.key()
    way = draw.weighted([("more", 6), ("less", 2), ("as", 2)])
    if draw.chance(0.5):
        left = subject(draw, pronouns=0.4)
        adjective = comparable(draw, left.noun or draw.lexicon.nouns["man"])
        if left.noun is not None and not left.human:
            raise RejectError
        right = name(draw) if draw.chance(0.5) else relation(draw, draw.noun("family"))
        if left.names and left.names == right.names:
            raise RejectError
    else:
        noun = draw.noun(*DESCRIBABLE[3:])
        adjective = comparable(draw, noun)
        left = noun_phrase(draw, noun, draw.any(["this", "the", "my"] if ownable(draw, noun) else ["this", "the"]))
        others = draw.lexicon.all(*noun.classes[:1])
        kinds = ["the", "that", "my"] if ownable(draw, noun) else ["the", "that"]
        right = noun_phrase(draw, draw.lemma(others), draw.any(kinds), owner=4)
        if right.noun == noun or adjective.en not in {a.en for a in draw.lexicon.describing[right.noun.en]}:  # type: ignore[union-attr]
            raise RejectError
    fr_form = words(adjective.form(left.fem, left.many), key)
    if way == "more":
        en = [Token(word, (key,)) for word in english.compare(adjective.en, adjective.long, False)]
        en.append(Token("than", (link,)))
        if adjective.en in ("good", "bad"):
            best = {"good": "meilleur", "bad": "pire"}[adjective.en]
            form = best if best == "pire" or not left.fem else "meilleure"
            fr_form = [Token(form + ("s" if left.many else ""), (key,))]
        else:
            fr_form = [Token("plus", (key,)), *fr_form]
    else:
        degree = draw.key()
        fr_form = [Token("moins" if way == "less" else "aussi", (degree,)), *fr_form]
        en = [Token(way, (degree,)), *words(adjective.en, key), Token("than" if way == "less" else "as", (link,))]
    que = Token("que", (link,), before_vowel="qu'")
    be = be_pair(draw, left, draw.weighted([("present", 5), ("past", 1)]))
    return end(([*be[0], *en, *right.en], [*be[1], *fr_form, que, *right.fr]))


@template(1.5)
def superlative(draw: Draw) -> Pair:
    """This is the most beautiful castle in the region."""
    noun = draw.noun(*DESCRIBABLE)
    if noun.mass or noun.classes[0] == "family":
        raise RejectError
    adjective = draw.adjective_for(noun, True)
    if not adjective.compares:
        raise RejectError
    key, noun_key, det, this, be = (draw.key() for _ in range(5))
    en = [
        Token("the", (det,)),
        *(Token(word, (key,)) for word in english.compare(adjective.en, adjective.long, True)),
        *words(noun.en, noun_key),
    ]
    the = article(det, noun.fem, False)
    fr_noun = words(noun.fr, noun_key, blocks=noun.blocks)
    if adjective.en in ("good", "bad"):
        form = {"good": "meilleure" if noun.fem else "meilleur", "bad": "pire"}[adjective.en]
        fr = [the, Token(form, (key,)), *fr_noun]
    elif adjective.position == "b":
        fr = [the, Token("plus", (key,)), *_before_noun(adjective, noun, key), *fr_noun]
    else:
        again = article(0, noun.fem, False, noun_key=key)
        fr = [
            the,
            *fr_noun,
            again._replace(before_vowel=""),
            Token("plus", (key,)),
            *words(adjective.form(noun.fem, False), key),
        ]
    where = draw.any(
        [
            ("in the world", "du monde | 0-0 1-0 2-1"),
            ("in the region", "de la région | 0-0 1-1 2-2"),
            ("in the town", "de la ville | 0-0 1-1 2-2"),
            ("in the country", "du pays | 0-0 1-0 2-1"),
            ("of the year", "de l'année | 0-0 1-1 2-1"),
            ("", ""),
        ]
    )
    tail = fixed(draw, *where) if where[0] else ([], [])
    return end(
        (
            [Token("it", (this,)), Token("is", (be,)), *en, *tail[0]],
            [Token("ce", (this,), before_vowel="c'"), Token("est", (be,)), *fr, *tail[1]],
        )
    )


def _before_noun(adjective: Adjective, noun: Noun, key: int) -> list[Token]:
    tokens = words(adjective.form(noun.fem, False), key)
    if adjective.fr_before_vowel and not noun.fem:
        tokens[0] = tokens[0]._replace(before_vowel=adjective.fr_before_vowel)
    return tokens


@template(3.5)
def there_is(draw: Draw) -> Pair:
    """There are three apples on the table."""
    noun = draw.noun(
        "food",
        "foodmass",
        "drink",
        "clothes",
        "thing",
        "text",
        "device",
        "animal",
        "person",
        "stuff",
        "furniture",
        "nature",
        "vehicle",
    )
    if noun.en in ("sky", "sun", "moon", "sea", "countryside"):
        raise RejectError
    negative = draw.chance(0.2)
    if negative:
        phrase = noun_phrase(draw, noun, "none", draw.chance(0.6))
    else:
        phrase = thing(
            draw,
            noun,
            kinds=("a",) if noun.mass else ("a", "a", "number", "number", "many", "several", "a few", "too many"),
            adjective=0.35,
        )
    be, there, key = draw.key(), draw.key(), draw.key()
    tense = draw.weighted([("present", 4), ("past", 1.3), ("future", 0.5)])
    en_be = {
        "present": ["are" if phrase.many else "is"],
        "past": ["were" if phrase.many else "was"],
        "future": ["will", "be"],
    }[tense]
    fr_have = french.conjugate("avoir", {"past": "imperfect"}.get(tense, tense), 2)
    no_en = [Token("not", (key,))] if negative else []
    en = [Token("there", (there,)), Token(en_be[0], (be,)), *no_en, *(Token(w, (be,)) for w in en_be[1:]), *phrase.en]
    ne = [Token("ne", (key,), before_vowel="n'")] if negative else []
    pas = [Token("pas", (key,))] if negative else []
    fr = [Token("il", (there,)), *ne, Token("y", (there,)), Token(fr_have, (be,)), *pas, *phrase.fr]
    return end(plus((en, fr), _where_for(draw, noun)))


def _where_for(draw: Draw, noun: Noun) -> Pair:
    if noun.classes[0] in ("animal", "person", "vehicle", "nature", "stuff"):
        place = noun_phrase(draw, draw.noun("place", "building", "home"), "the")
        spots = [("near", "près de"), ("in front of", "devant"), ("behind", "derrière"), ("next to", "à côté de")]
        return with_preposition(draw, *draw.any(spots), place)
    return where_thing(draw, noun)


@template(2.5)
def is_where(draw: Draw) -> Pair:
    """The keys are in the drawer."""
    noun = draw.noun("thing", "clothes", "text", "food", "animal", "device", "furniture", "instrument")
    phrase = thing(draw, noun, kinds=("the", "the", "my", "of", "this", "all")[: 3 if noun.mass else 6])
    be = be_pair(
        draw,
        phrase,
        draw.weighted([("present", 4), ("past", 1.5)]),
        "not" if draw.chance(0.17) and phrase.en[0].text != "all" else "",
    )
    place = where_thing(draw, noun) if noun.classes[0] != "animal" else _where_for(draw, noun)
    return end(plus(be, place))
