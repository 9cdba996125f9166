"""Templates with relative clauses, opinions and topics."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Clause, Pair, statement
from .draw import Draw, RejectError
from .parts import (
    end,
    entry,
    plus,
    set_object,
    template,
    where_person,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    noun_phrase,
    subject,
    thing,
)
from .states import be_pair
from .tokens import Token
from .verbs import STATIVE, intransitive, negated, short_subject, timed, transitive


def antecedent(draw: Draw, noun_kind: str = "") -> tuple[Phrase, Clause]:
    """A verb with an object that can be named first and taken up by a pronoun."""
    verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if len(verb.objects) >= 4])
    noun = draw.object_of(verb)
    if noun.mass or noun.classes[0] in ("family", "subject", "sport"):
        raise RejectError
    kinds: tuple[str, ...] = (noun_kind,) if noun_kind else ("the", "this", "the", "my")
    if noun.classes[0] in ("person", "relation") and not noun_kind:
        kinds = ("the", "this")
    phrase = noun_phrase(
        draw,
        noun,
        draw.any(kinds),
        draw.chance(0.3),
        adjective=draw.adjective_for(noun, True) if draw.chance(0.3) and draw.lexicon.describing[noun.en] else None,
    )
    return phrase, Clause(short_subject(draw), verb)


@template(4.5)
def relative_object(draw: Draw) -> Pair:
    """The apple that I bought is red. I know the boy that you met."""
    phrase, clause = antecedent(draw, draw.any(["the", "this", "the"]))
    clause.tense = draw.any(["past", "past", "present", "future"])
    if clause.verb.key in STATIVE:
        clause.tense = "present"
    clause.relative_agree = (phrase.fem, phrase.many) if clause.tense == "past" else None
    key = draw.key()
    en, fr = statement(draw, clause)
    whole = replace(
        phrase,
        en=[*phrase.en, Token("that", (key,)), *en],
        fr=[*phrase.fr, Token("que", (key,), before_vowel="qu'"), *fr],
    )
    assert phrase.noun is not None
    way = draw.below(4)
    if way <= 2:
        adjective = draw.adjective_for(phrase.noun, attributive=False)
        return end(
            plus(
                be_pair(draw, whole, draw.any(["present", "past"]), "not" if draw.chance(0.15) else ""),
                adjective_phrase(adjective, phrase, draw.key()),
            )
        )
    this, be = draw.key(), draw.key()
    if phrase.many:
        raise RejectError
    return end(
        (
            [Token("it", (this,)), Token("is", (be,)), *whole.en],
            [Token("ce", (this,), before_vowel="c'"), Token("est", (be,)), *whole.fr],
        )
    )


@template(2.5)
def relative_subject(draw: Draw) -> Pair:
    """The woman who lives here is a friend; I know a man who sells cars."""
    noun = draw.noun("person")
    phrase = noun_phrase(
        draw,
        noun,
        draw.any(["the", "this", "the"]),
        draw.chance(0.25),
        adjective=draw.adjective_for(noun, True) if draw.chance(0.25) else None,
    )
    inside = replace(phrase, en=[], fr=[])
    key = draw.key()
    clause = transitive(draw, inside, plain=draw.chance(0.8)) if draw.chance(0.7) else intransitive(draw, inside)
    if clause.tense == "progressive":
        clause.tense = "present"
    en, fr = statement(draw, clause)
    whole = replace(phrase, en=[*phrase.en, Token("who", (key,)), *en], fr=[*phrase.fr, Token("qui", (key,)), *fr])
    if draw.chance(0.5):
        adjective = draw.adjective_for(noun, attributive=False)
        return end(plus(be_pair(draw, whole, "present"), adjective_phrase(adjective, phrase, draw.key())))
    verb = draw.lexicon.verb(draw.any(["connaître", "voir", "aider", "remercier"]))
    outer = Clause(short_subject(draw), verb, "present" if verb.key == "connaître" else draw.any(["past", "future"]))
    outer.en_object, outer.fr_object = whole.en, whole.fr
    return end(statement(draw, outer))


@template(1.5)
def opinion(draw: Draw) -> Pair:
    """I find this book interesting."""
    noun = draw.noun("text", "show", "event", "abstract", "person", "clothes", "building", "food")
    adjective = draw.adjective_for(noun, attributive=False)
    if not adjective.compares:
        raise RejectError
    phrase = noun_phrase(draw, noun, draw.any(["this", "this", "the"]), draw.chance(0.25))
    verb = draw.lexicon.verb("trouver")
    clause = Clause(short_subject(draw), verb, draw.weighted([("present", 4), ("past", 1)]))
    described_as = adjective_phrase(adjective, phrase, draw.key())
    degree = entry(draw, "degrees") if draw.chance(0.4) else ([], [])
    clause.en_object = [*phrase.en, *degree[0], *described_as[0]]
    clause.fr_object = [*phrase.fr, *degree[1], *described_as[1]]
    return end(statement(draw, clause))


@template(1.5)
def talking_about(draw: Draw) -> Pair:
    """They are talking about the war."""
    verb = replace(draw.lexicon.verb("parler"), particle=("about",))
    noun = draw.noun("abstract", "event", "money", "nature", "subject", "family", "place", "stuff")
    who = subject(draw)
    phrase = (
        noun_phrase(draw, noun, "generic")
        if noun.classes[0] == "subject"
        else thing(draw, noun, kinds=("the", "this", "my"), owner=who, adjective=0.3)
    )
    if noun.en in ("time", "luck", "energy"):
        raise RejectError
    clause = Clause(who, verb, draw.any(["present", "past", "future", "near"]))
    set_object(clause, phrase, "de")
    negated(draw, clause, 0.1)
    timed(draw, clause, 0.3)
    return end(statement(draw, clause))


@template(1.5)
def partitive_more(draw: Draw) -> Pair:
    """I do not have much patience; there is too much noise; we need courage."""
    noun = draw.noun("money", "stuff")
    who = subject(draw)
    verb = draw.lexicon.verb("avoir")
    if noun.classes[0] == "stuff":
        verb = draw.lexicon.verb(draw.any(["voir", "acheter", "vendre", "utiliser"]))
        if verb.key != "voir" and noun not in draw.lexicon.by_class["stuffbuy"]:
            verb = draw.lexicon.verb("voir")
    clause = Clause(who, verb, draw.any(["present", "future", "present"]))
    negative = draw.chance(0.3)
    phrase = noun_phrase(
        draw, noun, "none" if negative else draw.any(["a", "a", "a lot of", "too much", "enough", "a little"])
    )
    clause.negation = (
        draw.any(["not", "never", "no longer"])
        if negative and clause.tense == "present"
        else ("not" if negative else "")
    )
    clause.en_object, clause.fr_object = phrase.en, phrase.fr
    return end(statement(draw, clause))


@template(1)
def no_more_words(draw: Draw) -> Pair:
    """I am in the kitchen; Paul is at the station."""
    who = subject(draw)
    place = where_person(draw)
    if place[0][0].text not in ("at", "in", "near", "with", "behind"):
        raise RejectError
    return end(
        plus(
            be_pair(
                draw, who, draw.any(["present", "past", "future"]), draw.weighted([("", 4), ("not", 1), ("never", 0.4)])
            ),
            place,
        )
    )
