"""Templates for time, dates, age, prices, weather, quantities and what people have or feel."""

from __future__ import annotations

from . import english, french, numbers
from .clauses import Clause, Pair, is_are, question, statement, verb_parts
from .draw import Draw, RejectError
from .parts import (
    country,
    end,
    entry,
    fixed,
    in_city,
    plus,
    template,
    time_for,
    with_preposition,
)
from .phrases import (
    Phrase,
    article,
    noun_phrase,
    of_token,
    pronoun,
    subject,
    thing,
)
from .states import be_pair
from .tables import load_table
from .tokens import Token, words
from .verbs import timed


@template(1.5)
def since(draw: Draw) -> Pair:
    """He has lived here for two years."""
    who, key = subject(draw), draw.key()
    verb = draw.lemma(
        [
            draw.lexicon.verb(name)
            for name in (
                "habiter",
                "travailler",
                "attendre",
                "dormir",
                "voyager",
                "nager",
                "danser",
                "courir",
                "bavarder",
            )
        ]
    )
    parts = verb_parts(draw, Clause(who, verb), False)
    verb_key = parts.fr_finite.keys[0]
    has = "has" if who.person == 2 else "have"
    place = fixed(draw, "here", "ici") if verb.key in ("habiter", "travailler") else ([], [])
    unit = draw.noun("unit_time")
    brief = verb.key not in ("habiter", "travailler", "voyager")
    if brief != (unit.en in ("second", "minute", "hour")):
        raise RejectError
    count = 2 + draw.below(20)
    amount = noun_phrase(draw, unit, "number", True, count=count)
    particle = verb.particle if verb.key != "attendre" else ()
    spoken = [Token(word, (verb_key,)) for word in (*verb.en_participle, *particle)]
    en = [*who.en, Token(has, (), (verb_key,)), *spoken, *place[0], Token("for", (key,)), *amount.en]
    fr = [*who.fr, parts.fr_finite, *place[1], Token("depuis", (key,)), *amount.fr]
    return end((en, fr))


@template(1.2)
def quantity(draw: Draw) -> Pair:
    """I bought two kilos of apples."""
    measures = [
        ("kilo", "fruit"),
        ("kilo", "vegetable"),
        ("bottle", "drink"),
        ("glass", "drink"),
        ("cup", "hotdrink"),
        ("slice", "sliced"),
        ("piece", "sliced"),
        ("litre", "drink"),
        ("packet", "packed"),
        ("pot", "potted"),
        ("box", "boxed"),
    ]
    measure, goods = draw.any([pair for pair in measures if f"n:{pair[0]}" == draw.focus] or measures)
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


COLD = [("cold", "froid"), ("hot", "chaud"), ("cool", "frais"), ("mild", "doux")]


def how_cold(draw: Draw) -> Pair:
    """ "it was very cold" ↔ "il faisait très froid"."""
    head = draw.any(
        [("it is", "il fait | 0-0 1-1"), ("it is", "il fait | 0-0 1-1"), ("it was", "il faisait | 0-0 1-1")]
    )
    degree = entry(draw, "degrees") if draw.chance(0.75) else ([], [])
    return plus(fixed(draw, *head), degree, fixed(draw, *draw.any(COLD)))


@template(2.5)
def weather(draw: Draw) -> Pair:
    """It is cold in winter."""
    pair = entry(draw, "weather") if draw.chance(0.55) else how_cold(draw)
    way = draw.below(6)
    if pair[0][1].text == "was":
        return end(plus(pair, entry(draw, "past")))
    if way == 0:
        pair = plus(pair, entry(draw, "seasons"))
    elif way in (1, 2):
        pair = plus(pair, in_city(draw, "in") if way == 1 else country(draw, "in"))
    elif way == 3:
        pair = plus(pair, fixed(draw, "today", "aujourd'hui"))
    elif way == 4:
        pair = plus(pair, time_for(draw, "present"))
    elif way == 5:
        place = noun_phrase(draw, draw.noun("weather_place"), "the")
        pair = plus(pair, with_preposition(draw, "in", "dans", place))
    return end(pair)


@template(1.4)
def age(draw: Draw) -> Pair:
    """My brother is ten years old."""
    who = subject(draw, pronouns=0.35)
    number = 2 + draw.below(99)
    be, count, year = (draw.key() for _ in range(3))
    en_be, fr_tense = draw.weighted([(("present", "present"), 5.0), (("past", "imperfect"), 1.0)])
    form = english.be(en_be, who.person)
    amount = words(numbers.english(number), count)
    en = [*who.en, Token(form, (be,)), *amount, Token("years", (year,)), Token("old", (), (year,))]
    fr = [
        *who.fr,
        Token(french.conjugate("avoir", fr_tense, who.person), (be,)),
        *words(numbers.french(number), count),
        Token("ans", (year,)),
    ]
    draw.lemmas.append("n:year")
    return end((en, fr))


def clock(draw: Draw) -> Pair:
    """ "half past three" ↔ "trois heures et demie"."""
    hour = 1 + draw.below(12)
    number, o_clock, part = draw.key(), draw.key(), draw.key()
    if hour == 12 and draw.chance(0.5):
        en, fr = draw.any([("noon", "midi"), ("midnight", "minuit")])
        return [Token(en, (number,))], [Token(fr, (number,))]
    en_hour = Token(numbers.english(hour), (number,))
    fr_hour = [
        Token(numbers.french(hour, True), (number,), blocks=True),
        Token("heure" if hour == 1 else "heures", (o_clock,)),
    ]
    way = draw.below(6)
    if way <= 1:
        return [en_hour, Token("o'clock", (o_clock,))], fr_hour
    fr_hour[1] = fr_hour[1]._replace(keys=(), maybe=(number,))
    if way == 2:
        return [Token("half", (part,)), Token("past", (part,)), en_hour], [
            *fr_hour,
            Token("et", (part,)),
            Token("demie", (part,)),
        ]
    if way == 3:
        past = draw.key()
        return [Token("a", (), (part,)), Token("quarter", (part,)), Token("past", (past,)), en_hour], [
            *fr_hour,
            Token("et", (past,)),
            Token("quart", (part,)),
        ]
    if way == 4:
        to = draw.key()
        return [Token("a", (), (part,)), Token("quarter", (part,)), Token("to", (to,)), en_hour], [
            *fr_hour,
            Token("moins", (to,)),
            Token("le", (), (part,)),
            Token("quart", (part,)),
        ]
    minutes = draw.any([5, 10, 20, 25])
    joint = draw.key()
    amount = Token(numbers.english(minutes), (part,))
    if draw.chance(0.5):
        return [amount, Token("past", (joint,)), en_hour], [*fr_hour, Token(numbers.french(minutes), (part,), (joint,))]
    return [amount, Token("to", (joint,)), en_hour], [
        *fr_hour,
        Token("moins", (joint,)),
        Token(numbers.french(minutes), (part,)),
    ]


@template(1)
def time_of_day(draw: Draw) -> Pair:
    """It is half past three."""
    it, be = draw.key(), draw.key()
    en, fr = clock(draw)
    head = ([Token("it", (it,)), Token("is", (be,))], [Token("il", (it,)), Token("est", (be,))])
    pair = plus(head, (en, fr))
    if draw.chance(0.4):
        pair = plus(
            pair,
            fixed(
                draw,
                *draw.any(
                    [("in Paris", "à Paris | 0-0 1-1"), ("now", "maintenant"), ("in London", "à Londres | 0-0 1-1")]
                ),
            ),
        )
    return end(pair)


@template(2.5)
def at_time(draw: Draw) -> Pair:
    """The train leaves at a quarter past six."""
    at = draw.key()
    en, fr = clock(draw)
    time = [Token("at", (at,)), *en], [Token("à", (at,)), *fr]
    lexicon = draw.lexicon
    if draw.chance(0.5):
        who = thing(draw, draw.noun("transport"), kinds=("the", "this", "my"), adjective=0.1)
        verb = lexicon.verb(draw.any(["arriver", "partir"]))
    else:
        who = subject(draw)
        verb = lexicon.verb(
            draw.any(
                [
                    "se_lever",
                    "se_coucher",
                    "déjeuner",
                    "dîner",
                    "rentrer",
                    "sortir",
                    "partir",
                    "arriver",
                    "se_réveiller",
                ]
            )
        )
    draw.lemmas.append(verb.id)
    clause = Clause(who, verb, draw.weighted([("present", 4), ("past", 3), ("future", 2), ("near", 1)]))
    clause.en_extra, clause.fr_extra = time
    if draw.chance(0.35):
        more = time_for(draw, clause.tense)
        clause.en_extra, clause.fr_extra = plus(time, more)
        if more[0] and more[0][-1].text in ("ago", "soon", "later", "morning", "evening", "night", "afternoon"):
            raise RejectError
    return end(statement(draw, clause))


STATE_REASONS = ("hungry", "thirsty", "sleepy", "cold", "hot", "afraid")


def having(draw: Draw, who: Phrase, tense: str, state: str, negation: str = "", degree: bool = False) -> Pair:
    """ "to be hungry" ↔ "avoir faim"."""
    fr_text, key = load_table("words")["states"][state], draw.key()
    if fr_text.startswith("de_"):
        fr_words = [Token("de", (), (key,)), Token("chance", (key,))]
        if not negation:
            fr_words.insert(1, Token("la", (), (key,)))
    else:
        fr_words = [Token(fr_text, (key,))]
    en_be, fr_be, _ = is_are(draw, who, tense, negation)
    at = 1 if negation else 0
    fr_tense = {"past": "imperfect"}.get(tense, tense)
    fr_be[at] = fr_be[at]._replace(text=french.conjugate("avoir", fr_tense, who.person))
    degree = degree and state not in ("right", "wrong", "lucky")
    more = fixed(draw, "very", "très") if degree and len(fr_words) == 1 and not negation else ([], [])
    return [*who.en, *en_be, *more[0], Token(state, (key,))], [*who.fr, *fr_be, *more[1], *fr_words]


@template(2)
def having_state(draw: Draw) -> Pair:
    """I am hungry. He was not afraid."""
    state = draw.any(list(load_table("words")["states"]))
    tense = draw.weighted([("present", 5), ("past", 2), ("future", 0.5)])
    negation = draw.weighted([("", 5), ("not", 2), ("never", 0.5), ("no longer", 0.7)])
    return end(having(draw, subject(draw), tense, state, negation, draw.chance(0.35)))


@template(2.4)
def aches(draw: Draw) -> Pair:
    """My head hurts. ↔ J'ai mal à la tête."""
    noun = draw.noun("body")
    many = noun.en in ("tooth", "eye", "ear", "foot", "leg", "arm", "hand", "knee", "shoulder", "elbow", "finger")
    many = many and draw.chance(0.6)
    person = draw.any([0, 3, 4, 5]) if many else draw.any([0, 0, 4])
    who = pronoun(draw, person)
    owned = noun_phrase(draw, noun, "my", many, owner=person)
    hurt = draw.key()
    plain = article(0, noun.fem, many, noun_key=owned.key)
    negative, key = draw.chance(0.2), draw.key()
    en = [owned.en[0]._replace(keys=who.fr[0].keys), *owned.en[1:]]
    no = [Token("do" if many else "does", (), (hurt,)), Token("not", (key,))] if negative else []
    en += [*no, Token("hurt" if many or negative else "hurts", (hurt,))]
    have = Token(french.conjugate("avoir", "present", person), (hurt,))
    core = [Token("ne", (key,), before_vowel="n'"), have, Token("pas", (key,))] if negative else [have]
    fr = [
        *who.fr,
        *core,
        Token("mal", (hurt,)),
        Token("à", (), (owned.key,)),
        plain,
        *words(noun.fr_plural if many else noun.fr, owned.key),
    ]
    pair = (en, fr)
    if draw.chance(0.5):
        times = [
            ("today", "aujourd'hui"),
            ("a lot", "beaucoup"),
            ("this morning", "ce matin | 0-0 1-1"),
            ("this evening", "ce soir | 0-0 1-1"),
            ("every day", "tous les jours | 0-0 0-1 1-2"),
        ]
        pair = plus(pair, fixed(draw, *(times[0] if negative else draw.any(times))))
    return end(pair)


@template(2.5)
def has(draw: Draw) -> Pair:
    """She has two brothers. He does not have a car. Do you have any bread?"""
    who = subject(draw)
    verb = draw.lexicon.verb("avoir")
    noun = draw.noun(
        "family_many",
        "pet",
        "vehicle",
        "thing",
        "clothes",
        "text",
        "owned_ideas",
        "instrument",
        "home",
        "device",
        "money",
        "food",
        "exams",
        "relation",
    )
    ask = draw.chance(0.25) and who.pronoun
    negative = not ask and draw.chance(0.3)
    tense = "present" if ask else draw.weighted([("present", 5), ("future", 1)])
    clause = Clause(who, verb, tense)
    if negative:
        clause.negation = draw.any(["not", "not", "never", "no longer"]) if tense == "present" else "not"
        phrase = noun_phrase(draw, noun, "none", draw.chance(0.4))
    else:
        kinds = (
            ("a", "a", "a lot of", "too much", "a little", "enough")
            if noun.mass
            else ("a", "a", "number", "many", "several", "a few")
        )
        described_as = draw.adjective_for(noun, True) if draw.chance(0.3) and draw.lexicon.describing[noun.en] else None
        kind = draw.any(kinds)
        phrase = noun_phrase(draw, noun, kind, draw.chance(0.2), adjective=described_as, count=2 + draw.below(5))
    clause.en_object, clause.fr_object = phrase.en, phrase.fr
    if ask:
        return end(question(draw, clause), "?")
    return end(statement(draw, clause))


@template(0.8)
def price(draw: Draw) -> Pair:
    """This book costs ten euros."""
    noun = draw.noun("thing", "clothes", "text", "furniture", "device", "food", "instrument", "vehicle")
    phrase = thing(draw, noun, kinds=("this", "the"), adjective=0.3)
    count = draw.any(
        [2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 70, 75, 80, 90, 100, 120, 150, 200, 300, 500, 1000, 2000]
    ) + draw.any([0, 0, 1, 3])
    amount = noun_phrase(draw, draw.lexicon.nouns["euro"], "number", True, count=count)
    draw.lemmas.append("n:euro")
    clause = Clause(phrase, draw.lexicon.verb("coûter"), "present", en_object=amount.en, fr_object=amount.fr)
    return end(statement(draw, clause))


@template(0.7)
def dates(draw: Draw) -> Pair:
    """My birthday is on the third of May."""
    month_en, month_fr = draw.any(list(load_table("words")["months"].items()))
    day = 1 + draw.below(28)
    number, month, the = (draw.key() for _ in range(3))
    who = thing(draw, draw.noun("dated"), kinds=("the", "my", "of"), adjective=0.05)
    if who.many:
        raise RejectError
    be = be_pair(draw, who, draw.any(["present", "past", "future"]))
    fr_day = "premier" if day == 1 else numbers.french(day)
    ordinal = words(numbers.ordinal(day), number)
    en = [Token("on", (), (the,)), Token("the", (the,)), *ordinal, Token("of", (), (month,)), Token(month_en, (month,))]
    fr = [Token("le", (the,)), *words(fr_day, number), Token(month_fr, (month,))]
    return end(plus(be, (en, fr)))


@template(0.4)
def today_is(draw: Draw) -> Pair:
    """It is Monday."""
    en, fr = draw.any(list(load_table("words")["days"].items()))
    month_en, month_fr = draw.any(list(load_table("words")["months"].items()))
    day, number, key, month, the = 1 + draw.below(28), draw.key(), draw.key(), draw.key(), draw.key()
    fr_day = "premier" if day == 1 else numbers.french(day)
    head = fixed(draw, "today is", "nous sommes | 0-0 0-1 1-0 1-1")
    return end(
        plus(
            head,
            (
                [
                    Token(en, (key,)),
                    Token("the", (the,)),
                    *words(numbers.ordinal(day), number),
                    Token("of", (), (month,)),
                    Token(month_en, (month,)),
                ],
                [Token("le", (the,)), Token(fr, (key,)), *words(fr_day, number), Token(month_fr, (month,))],
            ),
        )
    )


@template(0.6)
def distance(draw: Draw) -> Pair:
    """The station is two kilometres from here."""
    place = noun_phrase(draw, draw.noun("building", "place", "home"), draw.any(["the", "this"]))
    unit = draw.lemma([draw.lexicon.nouns["kilometre"], draw.lexicon.nouns["metre"]])
    count = 2 + draw.below(19) if unit.en == "kilometre" else draw.any([20, 30, 50, 100, 200, 300, 500])
    amount = noun_phrase(draw, unit, "number", True, count=count)
    be = be_pair(draw, place, "present", "not" if draw.chance(0.15) else "")
    at = Token("à", (), (amount.key,))
    here = fixed(draw, "from here", "d'ici | 0-0 1-0")
    return end(plus(be, (amount.en, [at, *amount.fr]), here))
