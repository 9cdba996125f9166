"""Templates of one clause with an ordinary verb."""

from __future__ import annotations

from .clauses import Clause, Modal, Pair, question, statement
from .draw import Draw, Reject
from .lexicon import Verb
from .parts import (
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
from .phrases import Phrase, noun_phrase, of_token, pronoun, relation, subject, thing
from .tables import load_table
from .tokens import Token

TENSES = [("present", 5.0), ("past", 5.0), ("future", 2.0), ("near", 2.0), ("used", 0.6), ("progressive", 1.0)]
STATIVE = ("aimer", "adorer", "détester", "préférer", "connaître", "comprendre", "posséder", "ressembler", "voir",
           "entendre", "oublier")  # fmt: skip
ONCE = ("perdre", "casser", "trouver", "rencontrer", "détruire", "s'endormir", "se_perdre", "se_tromper", "se_marier",
        "disparaître", "rater", "manquer", "arriver", "tomber", "partir", "réussir", "résoudre", "gagner")  # fmt: skip

MODALS = [
    Modal(("can",), "pouvoir"), Modal(("must",), "devoir"), Modal(("want", "to"), "vouloir", inflects=True),
    Modal(("know", "how", "to"), "savoir", inflects=True), Modal(("should",), "devoir", "conditional"),
    Modal(("would", "like", "to"), "vouloir", "conditional"), Modal(("could",), "pouvoir", "imperfect"),
    Modal(("have", "to"), "devoir", "past", inflects=True, en_past="had"),
    Modal(("will", "be", "able", "to"), "pouvoir", "future"), Modal(("will", "have", "to"), "devoir", "future"),
    Modal(("like", "to"), "aimer", inflects=True), Modal(("hate", "to"), "détester", inflects=True),
    Modal(("prefer", "to"), "préférer", inflects=True), Modal(("hope", "to"), "espérer", inflects=True),
    Modal(("begin", "to"), "commencer", "present", "à", True),
    Modal(("begin", "to"), "commencer", "past", "à", True, "began"),
    Modal(("try", "to"), "essayer", "present", "de", True), Modal(("try", "to"), "essayer", "past", "de", True, "tried"),
    Modal(("forget", "to"), "oublier", "past", "de", True, "forgot"),
    Modal(("decide", "to"), "décider", "past", "de", True, "decided"),
    Modal(("refuse", "to"), "refuser", "past", "de", True, "refused"),
    Modal(("continue", "to"), "continuer", "present", "à", True),
    Modal(("learn", "to"), "apprendre", "present", "à", True),
    Modal(("promise", "to"), "promettre", "past", "de", True, "promised"),
]  # fmt: skip
POLITE_MODALS = [modal for modal in MODALS if modal.en[0] in ("can", "must", "want", "should", "would", "like")]


def tense_for(draw: Draw, verb: Verb) -> str:
    """A tense that suits the verb."""
    tense = draw.weighted(TENSES)
    if verb.key in STATIVE and tense in ("progressive", "past", "near"):
        return "present"
    if verb.key in ONCE and tense in ("present", "progressive", "used"):
        return "past"
    return tense


def with_adverb(draw: Draw, clause: Clause) -> bool:
    """Perhaps adds an adverb beside the verb; says whether it did."""
    if clause.tense == "present" and clause.modal is None and draw.chance(0.15):
        clause.adverb = draw.any(list(load_table("words")["frequency"].items()))
        return True
    if clause.tense == "past" and not clause.negation and draw.chance(0.08):
        clause.adverb = draw.any(list(load_table("words")["middle"].items()))
        return True
    return False


def timed(draw: Draw, clause: Clause, share: float = 0.4) -> None:
    """Perhaps adds a time expression; the progressive and the near past always show their time."""
    if clause.tense == "progressive" or (not with_adverb(draw, clause) and draw.chance(share)):
        time = time_for(draw, clause.tense)
        clause.en_extra, clause.fr_extra = [*clause.en_extra, *time[0]], [*clause.fr_extra, *time[1]]


def negated(draw: Draw, clause: Clause, share: float = 0.17) -> None:
    """Perhaps negates the clause."""
    if clause.tense in ("used", "progressive") or not draw.chance(share):
        return
    clause.negation = draw.weighted([("not", 6), ("never", 2), ("no longer", 1.2)])
    if clause.negation == "no longer" and (clause.tense == "past" or clause.modal is not None):
        clause.negation = "not"
    if clause.negation == "never" and clause.tense == "near":
        clause.negation = "not"


def transitive(draw: Draw, who: Phrase | None = None, frames: str = "tttttgad") -> Clause:
    """A clause with an object, still without word order."""
    frame = "t" if draw.focus.startswith("v:") is False and draw.chance(0.75) else draw.any(frames)
    if draw.focus.startswith("v:"):
        focused = draw.lexicon.verbs[draw.focus[2:]]
        frame = focused.frame if focused.frame in frames else frame
    verb = draw.lemma(draw.lexicon.by_frame[frame])
    who = who or subject(draw)
    clause = Clause(who, verb, tense_for(draw, verb))
    negated(draw, clause)
    phrase = object_for(draw, verb, who, bool(clause.negation))
    set_object(clause, phrase, {"a": "à", "d": "de"}.get(frame, ""))
    return clause


def intransitive(draw: Draw, who: Phrase | None = None) -> Clause:
    """A clause without an object, still without word order."""
    options = draw.lexicon.by_frame["i"] + draw.lexicon.by_frame["r"]
    if who is None and draw.chance(0.2):
        who = thing(draw, draw.noun("animal"), kinds=("the", "the", "this", "number", "a"), adjective=0.3)
    if who is not None and who.noun is not None and not who.human:
        options = tuple(verb for verb in options if verb.animals)
    verb = draw.lemma(options)
    clause = Clause(who or subject(draw, animals=verb.animals), verb, tense_for(draw, verb))
    return clause


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
        raise Reject
    else:
        opener = entry(draw, "openers")
    from .parts import comma

    return end(plus(comma(opener), statement(draw, clause)))


@template(7)
def subject_verb(draw: Draw) -> Pair:
    """The cat sleeps in the kitchen."""
    clause = intransitive(draw)
    negated(draw, clause)
    if draw.chance(0.45) and clause.subject.human and clause.verb.frame == "i" and clause.verb.key not in (
        "rentrer", "sortir", "monter", "descendre", "revenir", "partir", "arriver", "déménager", "rougir"
    ):  # fmt: skip
        clause.en_extra, clause.fr_extra = where_person(draw)
    timed(draw, clause)
    return end(statement(draw, clause))


@template(2.5)
def reflexive(draw: Draw) -> Pair:
    """She washes her hands; we got up at seven o'clock."""
    who = subject(draw)
    if draw.chance(0.35):
        verb = draw.lexicon.verb(draw.any(["se_laver", "se_casser"][:1]))
        part = draw.lemma([draw.lexicon.nouns[name] for name in ("hand", "foot", "face", "tooth", "ear", "neck")])
        draw.lemmas.append(verb.id)
        clause = Clause(who, verb, draw.weighted([("present", 2), ("past", 3), ("future", 1), ("near", 2)]),
                        object_reflexive=False)  # fmt: skip
        many = part.en not in ("face", "neck")
        owned = noun_phrase(draw, part, "my", many, owner=who.person, owner_fem=who.fem)
        plain = noun_phrase(draw, part, "the", many)
        clause.en_object = owned.en
        clause.fr_object = [plain.fr[0]._replace(keys=owned.en[0].keys),
                            *(token._replace(keys=(owned.key,)) for token in plain.fr[1:])]  # fmt: skip
    else:
        options = draw.lexicon.by_frame["r"] + draw.lexicon.by_frame["rd"]
        verb = draw.lemma(options)
        clause = Clause(who, verb, tense_for(draw, verb))
        if verb.frame == "rd":
            phrase = object_for(draw, verb, who)
            if phrase.indefinite:
                raise Reject
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
    clause = transitive(draw, frames="ttttta") if draw.chance(0.7) else intransitive(draw)
    if clause.subject.noun is not None and not clause.subject.human:
        raise Reject
    clause.tense, clause.modal = "present", draw.any(MODALS)
    if clause.verb.fr == clause.modal.fr or (clause.negation and clause.modal.en_past):
        raise Reject
    if clause.negation == "no longer":
        raise Reject
    if clause.verb.key in STATIVE and clause.verb.key not in ("voir", "comprendre", "entendre"):
        raise Reject
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
    receiver = thing(draw, draw.noun("person", "relation", "family"), kinds=("the", "this", "a"), adjective=0.1,
                     owner=who)  # fmt: skip
    if draw.chance(0.25):
        from .phrases import name

        receiver = name(draw)
    key = draw.key()
    clause.en_object = [*what.en, Token("to", (key,)), *receiver.en]
    clause.fr_object = [*what.fr, Token("à", (key,)), *receiver.fr]
    negated(draw, clause, 0.1)
    if clause.negation and what.indefinite:
        raise Reject
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
        clause = Clause(who, verb, tense_for(draw, verb), en_object=phrase.en, fr_object=[of_token(), *phrase.fr])
    elif way == 1:
        verb, noun = draw.lexicon.verb("jouer"), draw.noun("sport")
        phrase = noun_phrase(draw, noun, "generic")
        clause = Clause(who, verb, tense_for(draw, verb), en_object=phrase.en,
                        fr_object=[Token("à", (), (phrase.key,)), *phrase.fr])  # fmt: skip
    else:
        en, fr = fixed(draw, *draw.any(list(load_table("words")["languages"].items())))
        tongue = Verb("parler", "parler", False, ("speak",), ("spoke",), ("spoken",), (), False, "t", (), False)
        clause = Clause(who, tongue, draw.weighted([("present", 5), ("past", 1), ("future", 1)]), en_object=en,
                        fr_object=fr)  # fmt: skip
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
    keys = ["manger", "boire", "acheter", "trouver", "lire", "comprendre", "voir", "oublier", "casser", "choisir",
            "perdre", "écrire", "vendre", "entendre"]  # fmt: skip
    nobody = draw.chance(0.5)
    if nobody:
        keys = ["voir", "rencontrer", "inviter", "aider", "connaître", "attendre", "entendre", "appeler", "déranger"]
    verb = draw.lemma([draw.lexicon.verb(key) for key in keys])
    clause = Clause(subject(draw), verb, draw.any(["present", "past", "future"]))
    clause.negation = "nobody" if nobody else "nothing"
    timed(draw, clause, 0.4)
    clause.adverb = None
    return end(statement(draw, clause))


@template(1.5)
def since(draw: Draw) -> Pair:
    """He has lived here for two years."""
    who, key, have = subject(draw), draw.key(), draw.key()
    from .clauses import _verb_parts

    verb = draw.lemma([draw.lexicon.verb(name) for name in ("habiter", "travailler", "attendre", "dormir", "voyager",
                                                            "nager", "danser", "courir", "bavarder")])  # fmt: skip
    parts = _verb_parts(draw, Clause(who, verb), False)
    verb_key = parts.fr_finite.keys[0]
    has = "has" if who.person == 2 else "have"
    place = fixed(draw, "here", "ici") if verb.key in ("habiter", "travailler") else ([], [])
    count, unit = 2 + draw.below(20), draw.noun("unit_time")
    amount = noun_phrase(draw, unit, "number", True, count=count)
    del have
    particle = verb.particle if verb.key != "attendre" else ()
    en = [*who.en, Token(has, (), (verb_key,)), *(Token(word, (verb_key,)) for word in (*verb.en_participle, *particle)),
          *place[0], Token("for", (key,)), *amount.en]  # fmt: skip
    fr = [*who.fr, parts.fr_finite, *place[1], Token("depuis", (key,)), *amount.fr]
    return end((en, fr))


@template(1.2)
def quantity(draw: Draw) -> Pair:
    """I bought two kilos of apples."""
    measure, goods = draw.any([("kilo", "fruit"), ("kilo", "vegetable"), ("bottle", "drink"), ("glass", "drink"),
                               ("cup", "hotdrink"), ("slice", "sliced"), ("piece", "sliced"), ("litre", "drink"),
                               ("packet", "packed"), ("pot", "potted"), ("box", "boxed")])  # fmt: skip
    noun = draw.lexicon.nouns[measure]
    draw.lemmas.append(noun.id)
    stuff = draw.noun(goods)
    count, of_key = draw.any([1, 1, 1, 2, 3, 4]), draw.key()
    outer = noun_phrase(draw, noun, "number" if count > 1 else "a", count > 1, count=count)
    inner = noun_phrase(draw, stuff, "bare", not stuff.mass)
    who = subject(draw)
    keys = ["acheter", "apporter", "vendre", "commander"]
    verb = draw.lemma([draw.lexicon.verb(key) for key in keys])
    clause = Clause(who, verb, draw.any(["present", "past", "past", "future", "near"]))
    clause.en_object = [*outer.en, Token("of", (of_key,)), *inner.en]
    clause.fr_object = [*outer.fr, of_token(of_key), *inner.fr]
    timed(draw, clause, 0.3)
    return end(statement(draw, clause))


@template(1.2)
def weekday(draw: Draw) -> Pair:
    """I am going to see the doctor on Monday."""
    clause = transitive(draw)
    if clause.tense not in ("future", "near"):
        clause.tense = draw.any(["future", "near"])
    if clause.negation == "no longer" or clause.verb.key in STATIVE:
        raise Reject
    clause.en_extra, clause.fr_extra = on_day(draw, habit=False)
    return end(statement(draw, clause))


@template(1)
def need(draw: Draw) -> Pair:
    """She needs help; do you need this tool?"""
    who = subject(draw)
    verb = Verb("avoir", "avoir", False, ("need",), ("needed",), ("needed",), (), False, "t", (), False)
    noun = draw.noun("money", "thing", "device", "clothes", "furniture", "stuffbuy")
    phrase = noun_phrase(draw, noun, "bare") if noun.mass else thing(draw, noun, kinds=("a", "the", "this", "my"),
                                                                      owner=who)  # fmt: skip
    if phrase.indefinite and phrase.many:
        raise Reject
    key = draw.key()
    ask = draw.chance(0.25) and who.pronoun
    clause = Clause(who, verb, "present", en_object=phrase.en)
    clause.fr_object = [Token("besoin", (key,)), of_token(key), *phrase.fr]
    negated(draw, clause, 0.1)
    if clause.negation:
        clause.negation = "not"
        if phrase.indefinite:
            raise Reject
    pair = question(draw, clause) if ask and not clause.negation else statement(draw, clause)
    english = [t._replace(keys=(*t.keys, key)) if t.text in ("need", "needs") else t for t in pair[0]]
    return end((english, pair[1]), "?" if ask and not clause.negation else ".")


def short_subject(draw: Draw) -> Phrase:
    """A pronoun or a relative, for longer sentences."""
    if draw.chance(0.7):
        person = draw.weighted([(0, 4), (2, 5), (3, 2), (4, 2), (5, 2)])
        return pronoun(draw, person, person == 2 and draw.chance(0.5))
    return relation(draw, draw.noun("family"))
