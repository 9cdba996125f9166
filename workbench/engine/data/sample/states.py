"""Templates with "to be" and "to have": descriptions, comparisons, age, weather, time."""

from __future__ import annotations

from . import english, french, numbers
from .clauses import Clause, Pair, is_are, question, statement
from .draw import Draw, Reject
from .lexicon import Adjective, Noun
from .parts import (
    comma,
    end,
    entry,
    fixed,
    on_day,
    plus,
    template,
    time_for,
    where_thing,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    article,
    name,
    noun_phrase,
    of_token,
    plural_in_english,
    pronoun,
    relation,
    subject,
    thing,
)
from .tables import load_table
from .tokens import Token, words

DESCRIBABLE = ("person", "relation", "family", "animal", "food", "foodmass", "drink", "clothes", "furniture", "device",
               "thing", "text", "building", "home", "room", "part", "place", "vehicle", "instrument", "event",
               "abstract")  # fmt: skip


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
    if noun.classes[0] in ("person", "animal") and kind in ("my", "of"):
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
        pair = plus(pair, fixed(draw, "today", "aujourd'hui") if tense == "present" else fixed(draw, "yesterday", "hier"))
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
    fr = [Token("est-ce", (ask,)), Token("que", (ask,), before_vowel="qu'"), *who.fr, Token(finite, (key,)),
          *fr_adjective]  # fmt: skip
    return end((en, fr), "?")


@template(1.6)
def profession(draw: Draw) -> Pair:
    """She is a nurse. Paul wants to become a baker is left to other templates."""
    noun = draw.noun("jobs")
    who = subject(draw, pronouns=0.5)
    if who.noun is not None and who.noun.classes[0] in ("person", "animal"):
        raise Reject
    if who.noun is not None and who.noun.id in draw.lemmas[:1]:
        raise Reject
    if who.fem != noun.fem or (who.pronoun and who.person in (0, 4) and noun.fem):
        raise Reject
    many = who.many
    key = draw.key()
    en_noun = words(noun.en_plural if many else noun.en, key)
    en = ([] if many else [Token("a", (), (key,), before_vowel="an")]) + en_noun
    fr = words(noun.fr_plural if many else noun.fr, key)
    return end(plus(be_pair(draw, who, draw.weighted([("present", 4), ("past", 1), ("future", 1)]),
                            draw.weighted([("", 4), ("not", 1)])), (en, fr)))  # fmt: skip


@template(2)
def it_is_noun(draw: Draw) -> Pair:
    """It is a beautiful house. These are my shoes is "Ce sont mes chaussures"."""
    noun = draw.noun(*DESCRIBABLE)
    if noun.mass:
        raise Reject
    adjective = draw.adjective_for(noun, True) if draw.chance(0.65) and noun.classes[0] != "family" else None
    many = draw.chance(0.25)
    kind = draw.weighted([("a", 5), ("my", 2), ("of", 2)])
    if noun.classes[0] == "family":
        kind = draw.any(["my", "of"])
    if noun.classes[0] in ("person", "animal"):
        kind = "a"
    owner = name(draw) if kind == "of" else None
    phrase = noun_phrase(draw, noun, kind, many, adjective=adjective, of=owner, owner=draw.any([0, 0, 3, 4, 5]))
    key, this = draw.key(), draw.key()
    ce = Token("ce", (this,), before_vowel="c'")
    if many:
        plural = [t for t in phrase.en if not (kind == "a" and t.text == "some")]
        if kind == "a":
            phrase.fr[0] = phrase.fr[0]._replace(keys=(), maybe=(phrase.key,))
        return end(([Token("these", (this,)), Token("are", (key,)), *plural],
                    [ce, Token("sont", (key,)), *phrase.fr]))  # fmt: skip
    return end(([Token("it", (this,)), Token("is", (key,)), *phrase.en], [ce, Token("est", (key,)), *phrase.fr]))


@template(0.8)
def what_a(draw: Draw) -> Pair:
    """What a beautiful house!"""
    noun = draw.noun("building", "home", "vehicle", "clothes", "text", "event", "abstract", "animal", "place", "food")
    adjective = draw.adjective_for(noun, True)
    if not adjective.compares:
        raise Reject
    phrase = noun_phrase(draw, noun, "a", adjective=adjective)
    key = phrase.en[0].keys[0]
    fr = [Token("quelle" if noun.fem else "quel", (key,)), *phrase.fr[1:]]
    return end(([Token("what", (key,)), *phrase.en], fr), "!")


def comparable(draw: Draw, noun: Noun) -> Adjective:
    """An adjective with degrees that describes the noun."""
    adjective = draw.adjective_for(noun, attributive=False)
    if not adjective.compares or adjective.fr.startswith("en_"):
        raise Reject
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
            raise Reject
        right = name(draw) if draw.chance(0.5) else relation(draw, draw.noun("family"))
        if left.names and left.names == right.names:
            raise Reject
    else:
        noun = draw.noun(*DESCRIBABLE[3:])
        adjective = comparable(draw, noun)
        left = noun_phrase(draw, noun, draw.any(["this", "the", "my"]))
        others = draw.lexicon.all(*noun.classes[:1])
        right = noun_phrase(draw, draw.lemma(others), draw.any(["the", "that", "my"]), owner=4)
        if right.noun == noun or adjective.en not in {a.en for a in draw.lexicon.describing[right.noun.en]}:  # type: ignore[union-attr]
            raise Reject
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
        raise Reject
    adjective = draw.adjective_for(noun, True)
    if not adjective.compares:
        raise Reject
    key, noun_key, det, this, be = (draw.key() for _ in range(5))
    en = [Token("the", (det,)), *(Token(word, (key,)) for word in english.compare(adjective.en, adjective.long, True)),
          *words(noun.en, noun_key)]  # fmt: skip
    the = article(det, noun.fem, False)
    fr_noun = words(noun.fr, noun_key, blocks=noun.blocks)
    if adjective.en in ("good", "bad"):
        form = {"good": "meilleure" if noun.fem else "meilleur", "bad": "pire"}[adjective.en]
        fr = [the, Token(form, (key,)), *fr_noun]
    elif adjective.position == "b":
        fr = [the, Token("plus", (key,)), *_before_noun(adjective, noun, key), *fr_noun]
    else:
        again = article(0, noun.fem, False, noun_key=key)
        fr = [the, *fr_noun, again._replace(before_vowel=""), Token("plus", (key,)),
              *words(adjective.form(noun.fem, False), key)]  # fmt: skip
    where = draw.any([("in the world", "du monde | 0-0 1-0 2-1"), ("in the region", "de la région | 0-0 1-1 2-2"),
                      ("in the town", "de la ville | 0-0 1-1 2-2"), ("in the country", "du pays | 0-0 1-0 2-1"),
                      ("of the year", "de l'année | 0-0 1-1 2-1"), ("", "")])  # fmt: skip
    tail = fixed(draw, *where) if where[0] else ([], [])
    return end(([Token("it", (this,)), Token("is", (be,)), *en, *tail[0]],
                [Token("ce", (this,), before_vowel="c'"), Token("est", (be,)), *fr, *tail[1]]))  # fmt: skip


def _before_noun(adjective: Adjective, noun: Noun, key: int) -> list[Token]:
    tokens = words(adjective.form(noun.fem, False), key)
    if adjective.fr_before_vowel and not noun.fem:
        tokens[0] = tokens[0]._replace(before_vowel=adjective.fr_before_vowel)
    return tokens


@template(3.5)
def there_is(draw: Draw) -> Pair:
    """There are three apples on the table."""
    noun = draw.noun("food", "foodmass", "drink", "clothes", "thing", "text", "device", "animal", "person", "stuff",
                     "money", "furniture", "nature", "vehicle")  # fmt: skip
    if noun.en in ("sky", "sun", "moon", "sea", "time", "luck", "money", "work"):
        raise Reject
    negative = draw.chance(0.2)
    if negative:
        phrase = noun_phrase(draw, noun, "none", draw.chance(0.6))
    else:
        phrase = thing(draw, noun, kinds=("a",) if noun.mass else ("a", "a", "number", "number", "many", "several",
                                                                    "a few", "too many"), adjective=0.35)  # fmt: skip
    be, there, key = draw.key(), draw.key(), draw.key()
    tense = draw.weighted([("present", 4), ("past", 1.3), ("future", 0.5)])
    en_be = {"present": ["are" if phrase.many else "is"], "past": ["were" if phrase.many else "was"],
             "future": ["will", "be"]}[tense]  # fmt: skip
    fr_have = french.conjugate("avoir", {"past": "imperfect"}.get(tense, tense), 2)
    no_en = [Token("not", (key,))] if negative else []
    en = [Token("there", (there,)), Token(en_be[0], (be,)), *no_en, *(Token(w, (be,)) for w in en_be[1:]), *phrase.en]
    ne = [Token("ne", (key,), before_vowel="n'")] if negative else []
    pas = [Token("pas", (key,))] if negative else []
    fr = [Token("il", (there,)), *ne, Token("y", (there,)), Token(fr_have, (be,)), *pas, *phrase.fr]
    return end(plus((en, fr), _where_for(draw, noun)))


def _where_for(draw: Draw, noun: Noun) -> Pair:
    from .parts import with_preposition

    if noun.classes[0] in ("animal", "person", "vehicle", "nature", "stuff"):
        place = noun_phrase(draw, draw.noun("place", "building", "home"), "the")
        spots = [("near", "près de"), ("in front of", "devant"), ("behind", "derrière"), ("next to", "à côté de")]
        return with_preposition(draw, *draw.any(spots), place)
    return where_thing(draw)


@template(2.5)
def is_where(draw: Draw) -> Pair:
    """The keys are in the drawer."""
    noun = draw.noun("thing", "clothes", "text", "food", "animal", "device", "furniture", "instrument")
    phrase = thing(draw, noun, kinds=("the", "the", "my", "of", "this", "all")[: 3 if noun.mass else 6])
    be = be_pair(draw, phrase, draw.weighted([("present", 4), ("past", 1.5)]), draw.weighted([("", 5), ("not", 1)]))
    place = where_thing(draw) if noun.classes[0] != "animal" else _where_for(draw, noun)
    return end(plus(be, place))


@template(2)
def weather(draw: Draw) -> Pair:
    """It is cold in winter."""
    pair = entry(draw, "weather")
    way = draw.below(6)
    if way == 0:
        pair = plus(pair, entry(draw, "seasons"))
    elif way in (1, 2):
        from .parts import country, in_city

        pair = plus(pair, in_city(draw, "in") if way == 1 else country(draw, "in"))
    elif way == 3:
        pair = plus(pair, fixed(draw, "today", "aujourd'hui"))
    elif way == 4:
        pair = plus(pair, time_for(draw, "present"))
    elif way == 5:
        place = noun_phrase(draw, draw.noun("place", "room"), "the")
        from .parts import with_preposition

        pair = plus(pair, with_preposition(draw, "in", "dans", place))
    if draw.chance(0.15):
        pair = plus(comma(fixed(draw, "today", "aujourd'hui")), pair) if way == 5 else pair
    return end(pair)


@template(1.4)
def age(draw: Draw) -> Pair:
    """My brother is ten years old."""
    who = subject(draw, pronouns=0.35)
    number = 2 + draw.below(99)
    be, count, old, year = (draw.key() for _ in range(4))
    en_be, fr_tense = draw.weighted([(("present", "present"), 5.0), (("past", "imperfect"), 1.0)])
    form = english.be(en_be, who.person)
    amount = words(numbers.english(number), count)
    en = [*who.en, Token(form, (be,)), *amount, Token("years", (year,)), Token("old", (), (year,))]
    fr = [*who.fr, Token(french.conjugate("avoir", fr_tense, who.person), (be,)), *words(numbers.french(number), count),
          Token("ans", (year,))]  # fmt: skip
    del old
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
    fr_hour = [Token(numbers.french(hour, True), (number,), blocks=True),
               Token("heure" if hour == 1 else "heures", (o_clock,))]  # fmt: skip
    way = draw.below(6)
    if way <= 1:
        return [en_hour, Token("o'clock", (o_clock,))], fr_hour
    fr_hour[1] = fr_hour[1]._replace(keys=(), maybe=(number,))
    if way == 2:
        return [Token("half", (part,)), Token("past", (part,)), en_hour], [*fr_hour, Token("et", (part,)),
                                                                             Token("demie", (part,))]  # fmt: skip
    if way == 3:
        past = draw.key()
        return [Token("a", (), (part,)), Token("quarter", (part,)), Token("past", (past,)), en_hour], [
            *fr_hour, Token("et", (past,)), Token("quart", (part,))]  # fmt: skip
    if way == 4:
        to = draw.key()
        return [Token("a", (), (part,)), Token("quarter", (part,)), Token("to", (to,)), en_hour], [
            *fr_hour, Token("moins", (to,)), Token("le", (), (part,)), Token("quart", (part,))]  # fmt: skip
    minutes = draw.any([5, 10, 20, 25])
    joint = draw.key()
    amount = Token(numbers.english(minutes), (part,))
    if draw.chance(0.5):
        return [amount, Token("past", (joint,)), en_hour], [*fr_hour, Token(numbers.french(minutes), (part,), (joint,))]
    return [amount, Token("to", (joint,)), en_hour], [*fr_hour, Token("moins", (joint,)),
                                                      Token(numbers.french(minutes), (part,))]  # fmt: skip


@template(1)
def time_of_day(draw: Draw) -> Pair:
    """It is half past three."""
    it, be = draw.key(), draw.key()
    en, fr = clock(draw)
    head = ([Token("it", (it,)), Token("is", (be,))], [Token("il", (it,)), Token("est", (be,))])
    pair = plus(head, (en, fr))
    if draw.chance(0.4):
        pair = plus(pair, fixed(draw, *draw.any([("in Paris", "à Paris | 0-0 1-1"), ("now", "maintenant"),
                                                 ("in London", "à Londres | 0-0 1-1")])))  # fmt: skip
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
        verb = lexicon.verb(draw.any(["se_lever", "se_coucher", "déjeuner", "dîner", "rentrer", "sortir", "partir",
                                      "arriver", "se_réveiller", "commencer_"][:9]))  # fmt: skip
    draw.lemmas.append(verb.id)
    clause = Clause(who, verb, draw.weighted([("present", 4), ("past", 3), ("future", 2), ("near", 1)]))
    clause.en_extra, clause.fr_extra = time
    if draw.chance(0.35):
        more = time_for(draw, clause.tense)
        clause.en_extra, clause.fr_extra = plus(time, more)
        if clause.tense == "past" and more[0] and more[0][-1].text == "ago":
            raise Reject
    return end(statement(draw, clause))


@template(2)
def having_state(draw: Draw) -> Pair:
    """I am hungry. He was not afraid."""
    who = subject(draw)
    en_text, fr_text = draw.any(list(load_table("words")["states"].items()))
    key, be = draw.key(), draw.key()
    tense = draw.weighted([("present", 5), ("past", 2), ("future", 0.5)])
    negation = draw.weighted([("", 5), ("not", 2), ("never", 0.5), ("no longer", 0.7)])
    if fr_text.startswith("de_") and negation:
        fr_words = [Token("de", (), (key,)), Token("chance", (key,))]
    elif fr_text.startswith("de_"):
        fr_words = [Token("de", (), (key,)), Token("la", (), (key,)), Token("chance", (key,))]
    else:
        fr_words = [Token(fr_text, (key,))]
    en_be, fr_be, _ = is_are(draw, who, tense, negation)
    fr_tense = {"past": "imperfect"}.get(tense, tense)
    at = 1 if negation else 0
    fr_be[at] = fr_be[at]._replace(text=french.conjugate("avoir", fr_tense, who.person))
    degree: Pair = ([], [])
    if not fr_text.startswith("de_") and not negation and draw.chance(0.35):
        degree = fixed(draw, "very", "très")
    del be
    return end(([*who.en, *en_be, *degree[0], Token(en_text, (key,))], [*who.fr, *fr_be, *degree[1], *fr_words]))


@template(0.9)
def aches(draw: Draw) -> Pair:
    """My head hurts. ↔ J'ai mal à la tête."""
    noun = draw.noun("body")
    many = noun.en in ("tooth", "eye", "ear", "foot", "leg", "arm", "hand", "knee", "shoulder", "elbow", "finger")
    many = many and draw.chance(0.6)
    person = draw.any([0, 3, 4, 5]) if many else draw.any([0, 0, 4])
    who = pronoun(draw, person)
    owned = noun_phrase(draw, noun, "my", many, owner=person)
    hurt, at = draw.key(), draw.key()
    plain = article(0, noun.fem, many, noun_key=owned.key)
    negative, key = draw.chance(0.2), draw.key()
    en = [owned.en[0]._replace(keys=who.fr[0].keys), *owned.en[1:]]
    no = [Token("do" if many else "does", (), (hurt,)), Token("not", (key,))] if negative else []
    en += [*no, Token("hurt" if many or negative else "hurts", (hurt,))]
    have = Token(french.conjugate("avoir", "present", person), (hurt,))
    core = [Token("ne", (key,), before_vowel="n'"), have, Token("pas", (key,))] if negative else [have]
    del at
    fr = [*who.fr, *core, Token("mal", (hurt,)), Token("à", (), (owned.key,)), plain,
          *words(noun.fr_plural if many else noun.fr, owned.key)]  # fmt: skip
    pair = (en, fr)
    if draw.chance(0.5):
        pair = plus(pair, fixed(draw, *draw.any([("today", "aujourd'hui"), ("a lot", "beaucoup"),
                                                 ("this morning", "ce matin | 0-0 1-1"),
                                                 ("this evening", "ce soir | 0-0 1-1"),
                                                 ("every day", "tous les jours | 0-0 0-1 1-2")][:1 if negative else 5])))  # fmt: skip
    return end(pair)


@template(2.5)
def has(draw: Draw) -> Pair:
    """She has two brothers. He does not have a car. Do you have any bread?"""
    who = subject(draw)
    verb = draw.lexicon.verb("avoir")
    noun = draw.noun("family_many", "pet", "vehicle", "thing", "clothes", "text", "abstract", "instrument", "home",
                     "device", "money", "food", "exams", "relation")  # fmt: skip
    ask = draw.chance(0.25) and who.pronoun
    negative = not ask and draw.chance(0.3)
    tense = "present" if ask else draw.weighted([("present", 5), ("future", 1)])
    clause = Clause(who, verb, tense)
    if negative:
        clause.negation = draw.any(["not", "not", "never", "no longer"]) if tense == "present" else "not"
        phrase = noun_phrase(draw, noun, "none", draw.chance(0.4))
    else:
        kinds = ("a", "a", "a lot of", "too much", "little", "enough") if noun.mass else ("a", "a", "number", "many",
                                                                                        "several", "a few")  # fmt: skip
        described_as = draw.adjective_for(noun, True) if draw.chance(0.3) and draw.lexicon.describing[noun.en] else None
        kind = draw.any(kinds)
        if noun.classes[0] == "family" and kind == "a" and noun.en == "wife":
            kind = "a"
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
    count = draw.any([2, 3, 5, 8, 10, 12, 15, 20, 25, 30, 35, 40, 50, 60, 70, 75, 80, 90, 100, 120, 150, 200, 300, 500,
                      1000, 2000]) + draw.any([0, 0, 1, 3])  # fmt: skip
    amount = noun_phrase(draw, draw.lexicon.nouns["euro"], "number", True, count=count)
    draw.lemmas.append("n:euro")
    clause = Clause(phrase, draw.lexicon.verb("coûter"), "present", en_object=amount.en, fr_object=amount.fr)
    return end(statement(draw, clause))


@template(0.7)
def dates(draw: Draw) -> Pair:
    """My birthday is on the third of May."""
    month_en, month_fr = draw.any(list(load_table("words")["months"].items()))
    day = 1 + draw.below(31)
    number, month, the, of, on = (draw.key() for _ in range(5))
    who = thing(draw, draw.noun("event"), kinds=("the", "my", "of"), adjective=0.05)
    if who.many:
        raise Reject
    be = be_pair(draw, who, draw.any(["present", "past", "future"]))
    fr_day = "premier" if day == 1 else numbers.french(day)
    en = [Token("on", (), (the,)), Token("the", (the,)), *words(numbers.ordinal(day), number), Token("of", (), (month,)),
          Token(month_en, (month,))]  # fmt: skip
    fr = [Token("le", (the,)), *words(fr_day, number), Token(month_fr, (month,))]
    del of, on
    return end(plus(be, (en, fr)))


@template(0.4)
def today_is(draw: Draw) -> Pair:
    """It is Monday."""
    en, fr = draw.any(list(load_table("words")["days"].items()))
    month_en, month_fr = draw.any(list(load_table("words")["months"].items()))
    day, number, key, month, the = 1 + draw.below(31), draw.key(), draw.key(), draw.key(), draw.key()
    fr_day = "premier" if day == 1 else numbers.french(day)
    head = fixed(draw, "today is", "nous sommes | 0-0 0-1 1-0 1-1")
    return end(plus(head, ([Token(en, (key,)), Token("the", (the,)), *words(numbers.ordinal(day), number),
                            Token("of", (), (month,)), Token(month_en, (month,))],
                           [Token("le", (the,)), Token(fr, (key,)), *words(fr_day, number),
                            Token(month_fr, (month,))])))  # fmt: skip


__all__ = ["clock", "described", "on_day", "of_token"]
