"""Templates of one clause with an ordinary verb."""

from __future__ import annotations

from . import french
from .clauses import Clause, Pair, inverted_subject, question, statement
from .draw import Draw, RejectError
from .lexicon import Verb
from .parts import (
    comma,
    country,
    end,
    entry,
    fixed,
    from_place,
    in_city,
    object_for,
    on_day,
    plus,
    set_object,
    template,
    time_for,
    to_building,
    where_person,
    with_preposition,
)
from .phrases import (
    name,
    noun_phrase,
    of_token,
    subject,
    thing,
)
from .tables import load_table
from .tokens import Token
from .verbs import MODALS, STATIVE, indefinite, intransitive, negated, tense_for, timed, transitive


@template(13)
def subject_verb_object(draw: Draw) -> Pair:
    """Marie eats an apple every morning."""
    clause = transitive(draw)
    timed(draw, clause)
    return end(statement(draw, clause))


@template(3)
def opened(draw: Draw) -> Pair:
    """Yesterday, the baker sold some bread."""
    clause = transitive(draw) if draw.chance(0.6) else intransitive(draw)
    if clause.tense in ("past", "future", "near") and draw.chance(0.75):
        opener = entry(draw, "past" if clause.tense == "past" else "future")
    elif clause.tense == "progressive":
        raise RejectError
    else:
        opener = entry(draw, "openers")
    return end(plus(comma(opener), statement(draw, clause)))


NO_PLACE = (
    "rentrer",
    "sortir",
    "monter",
    "descendre",
    "revenir",
    "partir",
    "arriver",
    "déménager",
    "rougir",
    "grandir",
    "vieillir",
    "grossir",
    "maigrir",
    "guérir",
    "mentir",
    "exagérer",
)
"""Verbs that do not go with a place."""


@template(7)
def subject_verb(draw: Draw) -> Pair:
    """The cat sleeps in the kitchen."""
    clause = intransitive(draw)
    negated(draw, clause)
    placed = clause.subject.human and clause.verb.frame == "i" and clause.verb.key not in NO_PLACE
    if draw.chance(0.45) and placed:
        clause.en_extra, clause.fr_extra = where_person(draw)
    timed(draw, clause)
    return end(statement(draw, clause))


EVERYDAY = (
    "travailler",
    "travailler",
    "travailler",
    "dormir",
    "jouer2",
    "manger2",
    "lire2",
    "écrire2",
    "chanter2",
    "marcher",
    "courir",
    "pleurer",
    "rire",
    "danser",
    "nager",
    "voyager",
    "cuisiner",
)


@template(3.5)
def everyday(draw: Draw) -> Pair:
    """He works with the doctor. The little girl sleeps in the kitchen."""
    verb = draw.lexicon.verb(draw.any(EVERYDAY))
    draw.lemmas.append(verb.id)
    clause = Clause(subject(draw), verb, draw.weighted([("present", 6), ("progressive", 1), ("past", 2), ("near", 1)]))
    negated(draw, clause, 0.15)
    if draw.chance(0.6):
        clause.en_extra, clause.fr_extra = where_person(draw)
    timed(draw, clause, 0.5)
    return end(statement(draw, clause))


@template(2.5)
def reflexive(draw: Draw) -> Pair:
    """She washes her hands; we got up at seven o'clock."""
    who = subject(draw)
    if draw.chance(0.35):
        verb = draw.lexicon.verb("se_laver")
        part = draw.lemma([draw.lexicon.nouns[name] for name in ("hand", "foot", "face", "tooth", "ear", "neck")])
        draw.lemmas.append(verb.id)
        clause = Clause(
            who, verb, draw.weighted([("present", 2), ("past", 3), ("future", 1), ("near", 2)]), object_reflexive=False
        )
        many = part.en not in ("face", "neck")
        owned = noun_phrase(draw, part, "my", many, owner=who.person, owner_fem=who.fem)
        plain = noun_phrase(draw, part, "the", many)
        clause.en_object = owned.en
        clause.fr_object = [
            plain.fr[0]._replace(keys=owned.en[0].keys),
            *(token._replace(keys=(owned.key,)) for token in plain.fr[1:]),
        ]
    else:
        options = draw.lexicon.by_frame["r"] + draw.lexicon.by_frame["rd"]
        verb = draw.lemma(options)
        clause = Clause(who, verb, tense_for(draw, verb))
        if verb.frame == "rd":
            phrase = object_for(draw, verb, who)
            if phrase.indefinite:
                raise RejectError
            set_object(clause, phrase, "de")
    negated(draw, clause)
    timed(draw, clause, 0.5)
    return end(statement(draw, clause))


@template(3.5)
def motion(draw: Draw) -> Pair:
    """He went to Canada last year."""
    verb = draw.lemma(draw.lexicon.by_frame["l"])
    clause = Clause(subject(draw), verb, draw.weighted([("present", 3), ("past", 4), ("future", 2)]))
    negated(draw, clause)
    way = draw.below(5)
    place = in_city(draw, "to") if way == 0 else country(draw, "to") if way == 1 else to_building(draw, "to")
    clause.en_object, clause.fr_object = place
    timed(draw, clause, 0.5)
    return end(statement(draw, clause))


@template(1.5)
def origin_or_home(draw: Draw) -> Pair:
    """She comes from Spain. They live in London."""
    who = subject(draw)
    if draw.chance(0.4):
        clause = Clause(who, draw.lexicon.verb("venir"), "present", en_object=[], fr_object=[])
        clause.en_object, clause.fr_object = from_place(draw)
    else:
        clause = Clause(who, draw.lexicon.verb("habiter"), draw.weighted([("present", 4), ("used", 1), ("future", 1)]))
        place = in_city(draw, "in") if draw.chance(0.5) else country(draw, "in")
        if draw.chance(0.3):
            home = thing(draw, draw.noun("home"), kinds=("this", "a"), adjective=0.5)
            place = with_preposition(draw, "in", "dans", home)
        clause.en_object, clause.fr_object = place
    draw.lemmas.append(clause.verb.id)
    negated(draw, clause)
    return end(statement(draw, clause))


@template(1)
def going_in(draw: Draw) -> Pair:
    """The tourists go into the museum."""
    verb = draw.lexicon.verb("entrer")
    draw.lemmas.append(verb.id)
    clause = Clause(subject(draw), verb, draw.weighted([("present", 2), ("past", 3), ("future", 1)]))
    place = thing(draw, draw.noun("room", "building1", "home"), kinds=("the", "the", "this"), adjective=0.3)
    key = draw.key()
    clause.en_object, clause.fr_object = place.en, [Token("dans", (key,)), *place.fr]
    parts = statement(draw, clause)
    parts = [t._replace(keys=(*t.keys, key)) if t.text == "into" else t for t in parts[0]], parts[1]
    return end(parts)


@template(6)
def modal_object(draw: Draw) -> Pair:
    """I want to buy a red car."""
    clause = transitive(draw, frames="ttttta", plain=True) if draw.chance(0.7) else intransitive(draw)
    if clause.modal is None and draw.chance(0.15) and not indefinite(clause):
        clause.negation = draw.any(["not", "not", "never"])
    if clause.subject.noun is not None and not clause.subject.human:
        raise RejectError
    clause.tense, clause.modal = "present", draw.any(MODALS)
    if clause.verb.fr == clause.modal.fr or (clause.negation and clause.modal.en_past):
        raise RejectError
    if clause.verb.key in STATIVE and clause.verb.key not in ("voir", "comprendre", "entendre"):
        raise RejectError
    if draw.chance(0.25):
        tense = "past" if clause.modal.en_past else "future" if clause.modal.tense in ("future", "conditional") else ""
        if tense:
            clause.en_extra, clause.fr_extra = time_for(draw, tense)
    return end(statement(draw, clause))


@template(2.5)
def giving(draw: Draw) -> Pair:
    """The teacher gives a book to the pupil."""
    who = subject(draw)
    verb = draw.lemma(draw.lexicon.by_frame["b"])
    clause = Clause(who, verb, draw.weighted([("present", 3), ("past", 4), ("future", 2), ("near", 2)]))
    what = object_for(draw, verb, who)
    receiver = thing(
        draw, draw.noun("person", "relation", "family"), kinds=("the", "this", "a"), adjective=0.1, owner=who
    )
    if draw.chance(0.25):
        receiver = name(draw)
    key = draw.key()
    clause.en_object = [*what.en, Token("to", (key,)), *receiver.en]
    clause.fr_object = [*what.fr, Token("à", (key,)), *receiver.fr]
    negated(draw, clause, 0.1)
    if clause.negation and what.indefinite:
        raise RejectError
    timed(draw, clause, 0.2)
    return end(statement(draw, clause))


@template(2)
def playing_and_speaking(draw: Draw) -> Pair:
    """He plays the piano. She speaks Italian."""
    who = subject(draw)
    way = draw.below(3)
    if way == 0:
        verb, noun = draw.lexicon.verb("jouer"), draw.noun("instrument")
        phrase = noun_phrase(draw, noun, "the")
        clause = Clause(who, verb, tense_for(draw, verb), en_object=phrase.en, en_extra=[])
        clause.fr_object = [of_token(maybe=(phrase.key,)), *phrase.fr]
    elif way == 1:
        verb, noun = draw.lexicon.verb("jouer"), draw.noun("sport")
        phrase = noun_phrase(draw, noun, "generic")
        clause = Clause(
            who, verb, tense_for(draw, verb), en_object=phrase.en, fr_object=[Token("à", (), (phrase.key,)), *phrase.fr]
        )
    else:
        en, fr = fixed(draw, *draw.any(list(load_table("words")["languages"].items())))
        tongue = Verb("parler", "parler", False, ("speak",), ("spoke",), ("spoken",), (), False, "t", (), False)
        clause = Clause(
            who, tongue, draw.weighted([("present", 5), ("past", 1), ("future", 1)]), en_object=en, fr_object=fr
        )
        if draw.chance(0.3):
            en, fr = fixed(draw, "very well", "très bien | 0-0 1-1")
            clause.en_extra, clause.fr_extra = en, fr
    draw.lemmas.append(clause.verb.id)
    negated(draw, clause)
    if not clause.en_extra:
        timed(draw, clause, 0.3)
    return end(statement(draw, clause))


@template(1.5)
def nothing_nobody(draw: Draw) -> Pair:
    """He ate nothing. We saw nobody."""
    keys = [
        "manger",
        "boire",
        "acheter",
        "trouver",
        "lire",
        "comprendre",
        "voir",
        "oublier",
        "casser",
        "choisir",
        "perdre",
        "écrire",
        "vendre",
        "entendre",
    ]
    nobody = draw.chance(0.5)
    if nobody:
        keys = ["voir", "rencontrer", "inviter", "aider", "connaître", "attendre", "entendre", "appeler", "déranger"]
    verb = draw.lemma([draw.lexicon.verb(key) for key in keys])
    clause = Clause(subject(draw), verb, draw.any(["present", "past", "future"]))
    clause.negation = "nobody" if nobody else "nothing"
    if clause.tense != "present" and draw.chance(0.5):
        clause.en_extra, clause.fr_extra = time_for(draw, clause.tense)
    return end(statement(draw, clause))


@template(1.2)
def weekday(draw: Draw) -> Pair:
    """I am going to see the doctor on Monday."""
    clause = transitive(draw)
    if clause.tense not in ("future", "near"):
        clause.tense = draw.any(["future", "near"])
    if clause.negation == "no longer" or clause.verb.key in STATIVE:
        raise RejectError
    clause.en_extra, clause.fr_extra = on_day(draw, habit=False)
    return end(statement(draw, clause))


@template(1)
def need(draw: Draw) -> Pair:
    """She needs help; do you need this tool?"""
    who = subject(draw)
    verb = Verb("avoir", "avoir", False, ("need",), ("needed",), ("needed",), (), False, "t", (), False)
    noun = draw.noun("money", "thing", "device", "clothes", "furniture", "stuffbuy")
    phrase = (
        noun_phrase(draw, noun, "bare") if noun.mass else thing(draw, noun, kinds=("a", "the", "this", "my"), owner=who)
    )
    if phrase.indefinite and phrase.many:
        raise RejectError
    key = draw.key()
    ask = draw.chance(0.25) and who.pronoun
    clause = Clause(who, verb, "present", en_object=phrase.en)
    clause.fr_object = [Token("besoin", (key,)), of_token(key), *phrase.fr]
    negated(draw, clause, 0.1)
    if clause.negation:
        clause.negation = "not"
        if phrase.indefinite:
            raise RejectError
    pair = question(draw, clause) if ask and not clause.negation else statement(draw, clause)
    english = [t._replace(keys=(*t.keys, key)) if t.text in ("need", "needs") else t for t in pair[0]]
    return end((english, pair[1]), "?" if ask and not clause.negation else ".")


@template(0.9)
def born(draw: Draw) -> Pair:
    """She was born in France. Where were you born?"""
    key, who = draw.key(), subject(draw)
    finite = Token(french.conjugate("être", "present", who.person), (), (key,))
    participle = Token(french.agree("né", who.fem, who.many), (key,))
    be = Token("was" if who.person in (0, 2) else "were", (), (key,))
    if draw.chance(0.3) and who.pronoun and who.person:
        ask = fixed(draw, *draw.any([("where", "où"), ("when", "quand")]))
        turned = [finite, *inverted_subject(who, finite.text)]
        return end(([*ask[0], be, *who.en, Token("born", (key,))], [*ask[1], *turned, participle]), "?")
    month = fixed(draw, *draw.any(list(load_table("words")["months"].items())))
    place = draw.any([in_city, country, country])(draw, "in")
    year, number = str(1950 + draw.below(70)), draw.key()
    dated = draw.any([month, ([Token(year, (number,))], [Token(year, (number,))])])
    at = draw.key()
    when = ([Token("in", (at,)), *dated[0]], [Token("en", (at,)), *dated[1]])
    where = place if draw.chance(0.65) else when
    negative, no = draw.chance(0.12), draw.key()
    not_en = [Token("not", (no,))] if negative else []
    ne = [Token("ne", (no,), before_vowel="n'")] if negative else []
    pas = [Token("pas", (no,))] if negative else []
    pair = ([*who.en, be, *not_en, Token("born", (key,))], [*who.fr, *ne, finite, *pas, participle])
    return end(plus(pair, where))
