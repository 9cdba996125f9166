"""Templates of two clauses: reasons, conditions, contrasts, reported thoughts."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Clause, Pair, statement
from .draw import Draw, RejectError
from .measures import STATE_REASONS, having
from .parts import (
    comma,
    country,
    end,
    entry,
    fixed,
    in_city,
    plus,
    template,
    with_preposition,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    it_pronoun,
    noun_phrase,
    pronoun,
    subject,
)
from .states import be_pair, described
from .tokens import Token
from .verbs import STATIVE, intransitive, short_subject, transitive


def small_clause(draw: Draw, tense: str, who: Phrase | None = None) -> Pair:
    """A short statement in a given tense."""
    who = who or (short_subject(draw) if draw.chance(0.75) else subject(draw))
    if not who.human:
        raise RejectError
    if draw.below(5) == 0:
        adjective = draw.lemma(draw.lexicon.describing["man"])
        return plus(
            be_pair(draw, who, tense, "not" if draw.chance(0.15) else ""), adjective_phrase(adjective, who, draw.key())
        )
    return action(draw, who, tense)


FEELINGS = (
    "happy",
    "unhappy",
    "sad",
    "angry",
    "tired",
    "ill",
    "worried",
    "calm",
    "nervous",
    "impatient",
    "proud",
    "jealous",
    "late",
    "alone",
    "busy",
    "surprised",
    "disappointed",
    "delighted",
    "satisfied",
    "injured",
    "exhausted",
    "excited",
    "furious",
    "serious",
    "lazy",
    "polite",
    "patient",
    "curious",
    "brave",
    "ready",
)


"""Adjectives that give a reason for doing something."""


def again(draw: Draw, who: Phrase) -> Phrase:
    """The pronoun that takes up a subject."""
    return pronoun(draw, who.person, who.fem) if who.human or who.pronoun else it_pronoun(draw, who.fem, who.many)


def feeling(draw: Draw, who: Phrase, tense: str) -> Pair:
    """ "he is tired", "she was hungry"."""
    if draw.chance(0.35):
        return having(draw, who, tense, draw.any(STATE_REASONS), negation="", degree=draw.chance(0.2))
    adjective = draw.lemma([adjective for adjective in draw.lexicon.describing["man"] if adjective.en in FEELINGS])
    degree = entry(draw, "degrees") if adjective.compares and draw.chance(0.3) else ([], [])
    return plus(be_pair(draw, who, tense), degree, adjective_phrase(adjective, who, draw.key()))


def action(draw: Draw, who: Phrase, tense: str) -> Pair:
    """Something that a person does, in a given tense."""
    clause = intransitive(draw, who) if draw.chance(0.5) else transitive(draw, who)
    if clause.verb.key in STATIVE:
        raise RejectError
    clause.tense = tense
    if tense == "past" and clause.negation == "no longer":
        clause.negation = "not"
    return statement(draw, clause)


def doer(draw: Draw) -> Phrase:
    """A person as the subject of the first of two clauses."""
    who = short_subject(draw) if draw.chance(0.5) else subject(draw)
    if not who.human:
        raise RejectError
    return who


@template(4)
def because(draw: Draw) -> Pair:
    """She goes home because she is ill."""
    who, tense = doer(draw), draw.any(["present", "past", "present", "future"])
    first = action(draw, who, tense)
    then = "past" if tense == "past" else "present"
    way = draw.below(5)
    if way == 0:
        second = weather_clause(draw, then)
    elif way == 1:
        second = action(draw, again(draw, who), "past") if tense != "future" else feeling(draw, again(draw, who), then)
    else:
        second = feeling(draw, again(draw, who), then)
    return end(plus(first, fixed(draw, "because", "parce que"), second))


WEATHER = [
    ("it is cold", "il fait froid", "it was cold", "il faisait froid"),
    ("it is hot", "il fait chaud", "it was hot", "il faisait chaud"),
    ("it is dark", "il fait nuit", "it was dark", "il faisait nuit"),
    ("it is raining", "il pleut", "it was raining", "il pleuvait"),
    ("it is snowing", "il neige", "it was snowing", "il neigeait"),
]


def weather_clause(draw: Draw, tense: str) -> Pair:
    """The weather as a reason."""
    now_en, now_fr, then_en, then_fr = draw.any(WEATHER)
    links = "0-0 1-1 2-1" if " fait" not in now_fr else "0-0 1-1 2-2"
    if tense == "present":
        return fixed(draw, now_en, f"{now_fr} | {links}")
    return fixed(draw, then_en, f"{then_fr} | {links}")


@template(3)
def when_if(draw: Draw) -> Pair:
    """If it rains, we will stay at home. She smiles when she is happy."""
    who = doer(draw)
    when = draw.chance(0.5)
    key = draw.key()
    if when:
        word: Pair = ([Token("when", (key,))], [Token("quand", (key,))])
    else:
        word = ([Token("if", (key,))], [Token("si", (key,))])
    way = draw.below(3)
    if way == 0:
        inner = weather_clause(draw, "present")
    elif way == 1:
        inner = feeling(draw, who, "present")
    else:
        inner = action(draw, who, "present")
    if not when and inner[1][0].text in ("il", "ils"):
        # "si" loses its vowel before il and ils alone.
        word[1][0] = Token("s'", word[1][0].keys, before_vowel="s'")
    main = action(draw, again(draw, who) if way else who, "present" if when else "future")
    if draw.chance(0.6):
        return end(plus(comma(plus(word, inner)), main))
    if way and not who.pronoun:
        raise RejectError  # "he sleeps when Paul is tired" would speak of two people
    return end(plus(main, word, inner))


@template(3)
def two_clauses(draw: Draw) -> Pair:
    """Paul works and Marie sleeps; he is poor but he is happy."""
    tense = draw.any(["present", "past", "future"])
    way = draw.below(3)
    who = doer(draw)
    if way == 0:
        first = action(draw, who, tense)
        other = doer(draw)
        if other.en[0].text == who.en[0].text:
            raise RejectError
        return end(plus(first, fixed(draw, "and", "et"), action(draw, other, tense)))
    first = feeling(draw, who, tense)
    word = fixed(draw, "but", "mais") if way == 1 else fixed(draw, "so", "donc")
    return end(plus(comma(first), word, action(draw, again(draw, who), tense)))


@template(2.5)
def that_clause(draw: Draw) -> Pair:
    """I think that you are right."""
    lexicon = draw.lexicon
    en, fr = draw.any(
        [("think", "penser"), ("believe", "croire"), ("hope", "espérer"), ("say", "dire"), ("know", "savoir")]
    )
    verb = replace(lexicon.verb(fr), en=(en,), en_past=({"say": "said"}.get(en, ""),), particle=())
    who = short_subject(draw)
    clause = Clause(who, verb, "present")
    key = draw.key()
    inner = small_clause(draw, "future" if en == "hope" else draw.any(["present", "past", "future"]))
    pair = plus(statement(draw, clause), ([Token("that", (key,))], [Token("que", (key,), before_vowel="qu'")]), inner)
    return end(pair)


@template(2)
def when_young(draw: Draw) -> Pair:
    """When she was young, she used to live in Rome."""
    fem = draw.chance(0.5)
    who = pronoun(draw, draw.any([0, 2, 2, 3, 5]), fem)
    if who.person == 5:
        who = pronoun(draw, 5)
    key = draw.key()
    young = draw.lexicon.adjectives[[a.en for a in draw.lexicon.adjectives].index("young")]
    head = plus(
        ([Token("when", (key,))], [Token("quand", (key,))]),
        be_pair(draw, who, "past"),
        adjective_phrase(young, who, draw.key()),
    )
    if draw.chance(0.2):
        clause = Clause(replace(who), draw.lexicon.verb("habiter"), "used")
        clause.en_object, clause.fr_object = in_city(draw, "in") if draw.chance(0.5) else country(draw, "in")
    else:
        clause = transitive(draw, replace(who), plain=True) if draw.chance(0.7) else intransitive(draw, replace(who))
    clause.tense = "used"
    if clause.verb.key in ("se_marier", "disparaître", "grandir"):
        raise RejectError
    return end(plus(comma(head), statement(draw, clause)))


@template(1)
def before_after(draw: Draw) -> Pair:
    """After dinner, we watch television; he left before the concert."""
    noun = draw.noun("mealtimes")
    phrase = noun_phrase(draw, noun, draw.any(["the", "this"]))
    when = with_preposition(draw, *draw.any([("after", "après"), ("before", "avant"), ("during", "pendant")]), phrase)
    clause = transitive(draw) if draw.chance(0.6) else intransitive(draw)
    if clause.tense in ("progressive", "used"):
        clause.tense = "past"
    if draw.chance(0.5):
        return end(plus(comma(when), statement(draw, clause)))
    clause.en_extra, clause.fr_extra = when
    return end(statement(draw, clause))


@template(1.2)
def echo(draw: Draw) -> Pair:
    """The soup is cold because it was on the balcony; this dress is pretty but it is expensive."""
    who, adjective = described(draw)
    if who.noun is None or who.human:
        raise RejectError
    again = it_pronoun(draw, who.fem, who.many)
    other = draw.adjective_for(who.noun, attributive=False)
    if other == adjective:
        raise RejectError
    tense = draw.any(["present", "past"])
    first = plus(be_pair(draw, who, tense), adjective_phrase(adjective, who, draw.key()))
    en, fr = draw.any([("but", "mais"), ("and", "et")])
    second = plus(
        be_pair(draw, again, tense, "not" if draw.chance(0.25) else ""), adjective_phrase(other, who, draw.key())
    )
    return end(plus(comma(first) if en == "but" else first, fixed(draw, en, fr), second))
