"""Templates for commands and for sentences that call somebody by name."""

from __future__ import annotations

from .clauses import Clause, Pair, command, question, statement
from .draw import Draw, RejectError
from .parts import (
    comma,
    direct_clitic,
    end,
    fixed,
    indirect_clitic,
    plus,
    set_object,
    shape_object,
    template,
    to_building,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    name,
    noun_phrase,
    pronoun,
    thing,
)
from .pronouns import people_verbs
from .states import be_pair
from .verbs import POLITE_MODALS, STATIVE, intransitive, negated, transitive

BIDDEN = (
    "se_lever",
    "se_coucher",
    "se_réveiller",
    "se_laver",
    "s'habiller",
    "se_reposer",
    "s'amuser",
    "se_dépêcher",
    "s'arrêter",
    "se_taire",
    "s'asseoir",
    "se_détendre",
    "se_cacher",
    "dormir",
    "travailler",
    "sortir",
    "rentrer",
    "danser",
    "sourire",
    "respirer",
    "patienter",
    "réfléchir",
    "sauter",
)


FORBIDDEN = (
    "s'inquiéter",
    "se_tromper",
    "se_plaindre",
    "s'endormir",
    "se_perdre",
    "se_moquer",
    "se_cacher",
    "crier",
    "pleurer",
    "mentir",
    "rire",
    "hésiter",
    "exagérer",
    "fumer",
    "bavarder",
    "tomber",
    "plonger",
    "sauter",
)


def order(draw: Draw, you: Phrase) -> Clause:
    """What somebody is told to do or not to do."""
    forbid = draw.chance(0.3)
    if draw.chance(0.3):
        verb = draw.lemma([draw.lexicon.verb(key) for key in (FORBIDDEN if forbid else BIDDEN)])
        clause = Clause(you, verb, negation="not" if forbid else "")
        if verb.frame == "rd":
            set_object(clause, noun_phrase(draw, draw.object_of(verb), "my", owner=0), "de")
        return clause
    verb = draw.lemma(
        [
            verb
            for verb in draw.lexicon.by_frame["t"]
            if verb.key not in STATIVE
            and verb.key not in ("perdre", "rater", "manquer", "posséder", "rencontrer", "gagner")
        ]
    )
    clause = Clause(you, verb, negation="not" if forbid else "")
    noun = draw.object_of(verb)
    if noun.classes[0] in ("family", "relation", "sport", "subject"):
        phrase = shape_object(draw, verb, noun, you, False)
        if phrase.indefinite:
            raise RejectError
    else:
        phrase = thing(
            draw,
            noun,
            kinds=("the", "the", "this", "my", "that", "all") if not noun.mass else ("the", "this", "my"),
            owner=you,
        )
    clause.en_object, clause.fr_object = phrase.en, phrase.fr
    return clause


@template(3)
def imperative(draw: Draw) -> Pair:
    """Close the door! Do not eat this cake! Let us go to the market! Give the book to me!"""
    person = draw.weighted([(4, 6), (3, 1.5)])
    you = pronoun(draw, person)
    way = draw.below(6)
    if way == 0:
        clause = Clause(you, draw.lexicon.verb(draw.any(["aller", "retourner"])))
        clause.en_object, clause.fr_object = to_building(draw, "to")
        clause.negation = "not" if draw.chance(0.2) else ""
    elif way == 1 and person == 4:
        verb = draw.lemma(draw.lexicon.by_frame["b"])
        clause = Clause(you, verb)
        noun = draw.object_of(verb)
        phrase = thing(draw, noun, kinds=("the", "this", "my") if noun.mass else ("the", "this", "a", "my"), owner=you)
        clause.en_object, clause.fr_object = phrase.en, phrase.fr
        clause.clitics = [indirect_clitic(draw, draw.any(["me", "us", "him", "them"]), "to")]
    elif way == 2 and person == 4:
        verb = draw.lemma(people_verbs(draw))
        clause = Clause(you, verb, clitics=[direct_clitic(draw, draw.any(["me", "us", "him", "her", "them"]))])
        clause.negation = "not" if draw.chance(0.3) else ""
        if verb.key in STATIVE:
            raise RejectError
    else:
        clause = order(draw, you)
    pair = command(draw, clause)
    if draw.chance(0.2) and not clause.negation and person == 4:
        return end(plus(comma(pair), fixed(draw, "please", "s'il vous plaît")))
    return end(pair, "!")


@template(3)
def familiar(draw: Draw) -> Pair:
    """Paul, can you help me? Marie, you must eat your soup. A first name that opens the sentence means "tu"."""
    called = name(draw)
    you = pronoun(draw, 1)
    you.fem = called.fem
    address = comma((called.en, called.fr))
    way = draw.below(6)
    if way == 0:
        return end(plus(address, command(draw, order(draw, you))), "!")
    if way == 1:
        adjective = draw.lemma(draw.lexicon.describing["man"])
        pair = plus(
            be_pair(draw, you, draw.any(["present", "present", "past", "future"])),
            adjective_phrase(adjective, you, draw.key()),
        )
        return end(plus(address, pair))
    if way == 2:
        clause = Clause(
            pronoun(draw, draw.any([0, 0, 2, 3, 5])),
            draw.lemma(people_verbs(draw)),
            draw.any(["present", "past", "future", "near"]),
            clitics=[direct_clitic(draw, "thee", called.fem)],
        )
        if clause.verb.key in STATIVE:
            clause.tense = "present"
        if draw.chance(0.25):
            clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        negated(draw, clause, 0.2)
        if clause.modal is not None and clause.negation:
            clause.negation = "not"
        return end(plus(address, statement(draw, clause)))
    clause = transitive(draw, you, plain=True) if draw.chance(0.7) else intransitive(draw, you)
    if clause.tense in ("used", "progressive"):
        clause.tense = "present"
    if draw.chance(0.4):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr or clause.verb.key in STATIVE:
            raise RejectError
    if way == 3:
        return end(plus(address, statement(draw, clause)))
    return end(plus(address, question(draw, clause)), "?")
