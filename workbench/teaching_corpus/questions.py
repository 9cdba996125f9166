"""Question templates."""

from __future__ import annotations

from . import english, french
from .clauses import Clause, Pair, inverted_subject, question, statement
from .draw import Draw, RejectError
from .parts import (
    end,
    entry,
    fixed,
    template,
    time_for,
)
from .phrases import (
    Phrase,
    noun_phrase,
    of_token,
    pronoun,
    subject,
    thing,
)
from .tokens import Token
from .verbs import POLITE_MODALS, STATIVE, indefinite, intransitive, timed, transitive


def asker(draw: Draw) -> Phrase:
    """A pronoun that questions are asked about."""
    person = draw.weighted([(4, 5), (2, 4), (5, 2), (3, 1)])
    return pronoun(draw, person, person == 2 and draw.chance(0.5))


@template(5)
def yes_no(draw: Draw) -> Pair:
    """Do you like cheese? Did they leave yesterday?"""
    who = asker(draw) if draw.chance(0.7) else subject(draw)
    clause = transitive(draw, who, plain=True) if draw.chance(0.7) else intransitive(draw, who)
    if clause.tense == "used":
        clause.tense = "present"
    if draw.chance(0.25):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr or clause.verb.key in STATIVE:
            raise RejectError
    elif clause.tense == "progressive" or draw.chance(0.25):
        time = time_for(draw, clause.tense)
        clause.en_extra, clause.fr_extra = time
    return end(question(draw, clause), "?")


WH = [
    ("where", "où"),
    ("when", "quand"),
    ("why", "pourquoi"),
    ("how", "comment"),
    ("when", "quand"),
    ("why", "pourquoi"),
]


@template(5)
def wh_adverb(draw: Draw) -> Pair:
    """Where did you buy this hat? Why is he crying?"""
    en, fr = draw.any(WH)
    who = asker(draw) if draw.chance(0.7) else subject(draw)
    clause = transitive(draw, who, plain=True) if draw.chance(0.7) else intransitive(draw, who)
    if en == "why" and draw.chance(0.3) and not indefinite(clause):
        clause.negation = "not"
    clause.tense = draw.weighted([("present", 3), ("past", 4), ("future", 2), ("near", 1)])
    if clause.verb.key in STATIVE:
        clause.tense = "present"
    if draw.chance(0.15):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr:
            raise RejectError
    return end(question(draw, clause, fixed(draw, en, fr)), "?")


@template(2)
def wh_place(draw: Draw) -> Pair:
    """Where do you live? Where are you going?"""
    who = asker(draw) if draw.chance(0.6) else subject(draw)
    verb = draw.lexicon.verb(draw.any(["habiter", "aller", "travailler", "dormir", "retourner"]))
    clause = Clause(who, verb, draw.any(["present", "past", "future", "near"]))
    if verb.key == "aller" and clause.tense == "near":
        raise RejectError
    draw.lemmas.append(verb.id)
    word = fixed(draw, "where", "où") if draw.chance(0.6) else fixed(draw, "with whom", "avec qui | 0-0 1-1")
    if draw.chance(0.35):
        time = entry(draw, "past" if clause.tense == "past" else "habit" if clause.tense == "present" else "future")
        clause.en_extra, clause.fr_extra = time
    return end(question(draw, clause, word), "?")


@template(3)
def wh_object(draw: Draw) -> Pair:
    """What are you eating? Whom did you meet? Which book did she read? How many apples did he buy?"""
    who = asker(draw) if draw.chance(0.75) else subject(draw)
    verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if verb.key not in STATIVE])
    clause = Clause(who, verb, draw.any(["present", "past", "past", "future", "near"]))
    way = draw.below(4)
    key = draw.key()
    invert = who.pronoun and who.person != 0  # "surveille-je" is no French of today
    if way == 0:
        if all(noun.classes[0] in ("person", "relation", "family") for noun in verb.objects[:3]):
            raise RejectError
        word: Pair = ([Token("what", (key,))], [Token("que", (key,), before_vowel="qu'")])
    else:
        noun = draw.object_of(verb)
        if noun.classes[0] == "family" or (noun.mass and way == 3):
            raise RejectError
        if way == 3:
            phrase = noun_phrase(draw, noun, "bare", True)
            word = (
                [Token("how", (key,)), Token("many", (key,)), *phrase.en],
                [Token("combien", (key,)), of_token(key), *phrase.fr],
            )
        else:
            many = draw.chance(0.3)
            phrase = noun_phrase(draw, noun, "bare", many)
            form = ("quelle" if noun.fem else "quel") + ("s" if phrase.many else "")
            word = ([Token("which", (key,)), *phrase.en], [Token(form, (key,)), *phrase.fr])
        if clause.tense == "past":
            clause.relative_agree = (noun.fem, phrase.many)
    return end(question(draw, clause, word, invert=invert), "?")


@template(1.5)
def who_does(draw: Draw) -> Pair:
    """Who ate the cake?"""
    key = draw.key()
    who = Phrase([Token("who", (key,))], [Token("qui", (key,))], 2, key=key)
    clause = transitive(draw, who, plain=True) if draw.chance(0.75) else intransitive(draw, who)
    if clause.tense in ("used", "progressive"):
        clause.tense = "present"
    timed(draw, clause, 0.25)
    clause.adverb = None
    return end(statement(draw, clause), "?")


@template(1.5)
def where_is(draw: Draw) -> Pair:
    """Where are my keys? What is the price of…"""
    phrase = thing(
        draw,
        draw.noun("thing", "clothes", "text", "building", "family", "relation", "device", "room", "pet", "vehicle"),
        kinds=("the", "my", "of", "this"),
    )
    key, be = draw.key(), draw.key()
    en, fr = draw.any([("where", "où"), ("where", "où"), ("how", "comment")])
    return end(
        (
            [Token(en, (key,)), Token("are" if phrase.many else "is", (be,)), *phrase.en],
            [Token(fr, (key,)), Token("sont" if phrase.many else "est", (be,)), *phrase.fr],
        ),
        "?",
    )


@template(0.6)
def how_old(draw: Draw) -> Pair:
    """How old is your sister?"""
    who = asker(draw) if draw.chance(0.3) else subject(draw, pronouns=0.0)
    key, be = draw.key(), draw.key()
    finite = Token(french.conjugate("avoir", "present", who.person), (be,))
    en = [Token("how", (key,)), Token("old", (key,)), Token(english.be("present", who.person), (be,)), *who.en]
    head = [Token("quel", (key,)), Token("âge", (key,))]
    if who.pronoun:
        return end((en, [*head, finite, *inverted_subject(who, finite.text)]), "?")
    return end((en, [*head, finite, *who.fr]), "?")


@template(2)
def either(draw: Draw) -> Pair:
    """Do you prefer tea or coffee? He likes apples and pears."""
    verb = draw.lemma(draw.lexicon.by_frame["g"])
    first = draw.object_of(verb)
    second = draw.lemma(draw.lexicon.all(*first.classes[:1]))
    if first == second or second not in verb.objects:
        raise RejectError
    draw.note_object(verb, second)
    ask = draw.chance(0.4)
    who = asker(draw) if ask else subject(draw)
    key = draw.key()
    left, right = (noun_phrase(draw, noun, "generic", not noun.mass) for noun in (first, second))
    en, fr = ("or", "ou") if ask else ("and", "et")
    clause = Clause(who, verb, "present")
    clause.en_object = [*left.en, Token(en, (key,)), *right.en]
    clause.fr_object = [*left.fr, Token(fr, (key,)), *right.fr]
    return end(question(draw, clause), "?") if ask else end(statement(draw, clause))
