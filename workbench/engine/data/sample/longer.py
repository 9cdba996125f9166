"""Templates of several clauses, questions, commands and object pronouns."""

from __future__ import annotations

from dataclasses import replace

from .clauses import Clause, Clitic, Modal, Pair, command, inverted_subject, question, statement
from .draw import Draw, Reject
from .parts import (
    comma,
    country,
    direct_clitic,
    end,
    entry,
    fixed,
    in_city,
    indirect_clitic,
    object_for,
    plus,
    set_object,
    shape_object,
    template,
    time_for,
    to_building,
    where_person,
)
from .phrases import (
    Phrase,
    adjective_phrase,
    it_pronoun,
    name,
    noun_phrase,
    of_token,
    pronoun,
    relation,
    subject,
    thing,
)
from .simple import MODALS, POLITE_MODALS, STATIVE, intransitive, negated, short_subject, timed, transitive
from .states import be_pair, described
from .tables import load_table
from .tokens import Token, words


def small_clause(draw: Draw, tense: str = "", who: Phrase | None = None) -> Pair:
    """A short statement, perhaps in a given tense."""
    who = who or (short_subject(draw) if draw.chance(0.75) else subject(draw))
    way = draw.below(5)
    if way == 0 and tense in ("", "present", "past", "future"):
        if who.noun is None:
            adjective = draw.lemma(draw.lexicon.describing["man"])
        else:
            adjective = draw.adjective_for(who.noun, attributive=False)
        return plus(be_pair(draw, who, tense or draw.any(["present", "past"]), "not" if draw.chance(0.15) else ""),
                    adjective_phrase(adjective, who, draw.key()))  # fmt: skip
    clause = intransitive(draw, who) if way == 1 else transitive(draw, who)
    if tense:
        clause.tense = tense
        if clause.negation == "no longer" and tense == "past":
            clause.negation = "not"
        if clause.verb.key in STATIVE and tense == "past":
            raise Reject
    elif clause.tense == "progressive":
        clause.tense = "present"
    return statement(draw, clause)


def conjunction(draw: Draw, en: str, fr: str) -> Pair:
    """A conjunction; "que" at its end is elided before a vowel."""
    return fixed(draw, en, fr)


@template(4)
def because(draw: Draw) -> Pair:
    """She is not coming because she is ill."""
    tense = draw.any(["present", "past", "present", "future"])
    first = small_clause(draw, tense)
    second = small_clause(draw, "past" if tense == "past" else draw.any(["present", "past"]))
    return end(plus(first, conjunction(draw, "because", "parce que"), second))


@template(3)
def when_if(draw: Draw) -> Pair:
    """If it rains, we will stay at home."""
    way = draw.below(4)
    if way == 0:
        condition = fixed(draw, *draw.any([("if it rains", "s'il pleut | 0-0 1-0 2-1"),
                                           ("if it snows", "s'il neige | 0-0 1-0 2-1"),
                                           ("if it is cold", "s'il fait froid | 0-0 1-0 2-1 3-2"),
                                           ("if the weather is nice", "s'il fait beau | 0-0 3-1 4-2"),
                                           ("when it rains", "quand il pleut | 0-0 1-1 2-2"),
                                           ("when it is hot", "quand il fait chaud | 0-0 1-1 2-2 3-3")]))  # fmt: skip
        when = condition[0][0].text == "when"
    else:
        when = way == 1
        word: Pair
        if when:
            word = fixed(draw, "when", "quand")
        else:
            key = draw.key()
            word = [Token("if", (key,))], [Token("si", (key,))]
        who = short_subject(draw)
        inner = small_clause(draw, "present", who)
        if not when and inner[1][0].text in ("il", "ils"):
            word[1][0] = Token("s'", word[1][0].keys, before_vowel="s'")
        condition = plus(word, inner)
    main = small_clause(draw, "present" if when else "future")
    if draw.chance(0.5) and not when:
        return end(plus(comma(condition), main))
    return end(plus(main, condition)) if not when or draw.chance(0.5) else end(plus(comma(condition), main))


@template(3)
def two_clauses(draw: Draw) -> Pair:
    """Paul is reading and Marie is sleeping; he is poor but he is happy."""
    tense = draw.any(["present", "past", "future"])
    en, fr = draw.any([("and", "et"), ("but", "mais"), ("but", "mais"), ("so", "donc")])
    first, second = small_clause(draw, tense), small_clause(draw, tense)
    if en != "and":
        first = comma(first)
    return end(plus(first, fixed(draw, en, fr), second))


@template(2.5)
def that_clause(draw: Draw) -> Pair:
    """I think that you are right."""
    lexicon = draw.lexicon
    en, fr = draw.any([("think", "penser"), ("believe", "croire"), ("hope", "espérer"), ("say", "dire"),
                       ("know", "savoir")])  # fmt: skip
    verb = replace(lexicon.verb(fr), en=(en,), en_past=({"say": "said"}.get(en, ""),), particle=())
    who = short_subject(draw)
    tense = "past" if en == "say" and draw.chance(0.5) else "present"
    clause = Clause(who, verb, tense)
    key = draw.key()
    inner = small_clause(draw, "future" if en == "hope" else draw.any(["present", "past", "future"]))
    pair = plus(statement(draw, clause), ([Token("that", (key,))], [Token("que", (key,), before_vowel="qu'")]), inner)
    return end(pair)


def antecedent(draw: Draw, noun_kind: str = "") -> tuple[Phrase, Clause]:
    """A verb with an object that can be named first and taken up by a pronoun."""
    verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if len(verb.objects) >= 4])
    noun = draw.object_of(verb)
    if noun.mass or noun.classes[0] in ("family", "subject", "sport"):
        raise Reject
    kinds = (noun_kind,) if noun_kind else ("the", "this", "the", "my")
    if noun.classes[0] in ("person", "relation") and not noun_kind:
        kinds = ("the", "this")
    phrase = noun_phrase(draw, noun, draw.any(kinds), draw.chance(0.3),
                         adjective=draw.adjective_for(noun, True) if draw.chance(0.3)
                         and draw.lexicon.describing[noun.en] else None)  # fmt: skip
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
    whole = replace(phrase, en=[*phrase.en, Token("that", (key,)), *en],
                    fr=[*phrase.fr, Token("que", (key,), before_vowel="qu'"), *fr])  # fmt: skip
    assert phrase.noun is not None
    way = draw.below(4)
    if way <= 2:
        adjective = draw.adjective_for(phrase.noun, attributive=False)
        return end(plus(be_pair(draw, whole, draw.any(["present", "past"]), "not" if draw.chance(0.15) else ""),
                        adjective_phrase(adjective, phrase, draw.key())))  # fmt: skip
    this, be = draw.key(), draw.key()
    if phrase.many:
        raise Reject
    return end(([Token("it", (this,)), Token("is", (be,)), *whole.en],
                [Token("ce", (this,), before_vowel="c'"), Token("est", (be,)), *whole.fr]))  # fmt: skip


@template(2.5)
def relative_subject(draw: Draw) -> Pair:
    """The woman who lives here is a friend; I know a man who sells cars."""
    noun = draw.noun("person")
    phrase = noun_phrase(draw, noun, draw.any(["the", "this", "the"]), draw.chance(0.25),
                         adjective=draw.adjective_for(noun, True) if draw.chance(0.25) else None)  # fmt: skip
    inside = replace(phrase, en=[], fr=[])
    key = draw.key()
    clause = transitive(draw, inside) if draw.chance(0.7) else intransitive(draw, inside)
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


@template(4)
def taken_up(draw: Draw) -> Pair:
    """I bought a red apple and I ate it."""
    who = pronoun(draw, draw.any([0, 2, 3, 5]), draw.chance(0.4)) if draw.chance(0.6) else name(draw)
    again = who if who.pronoun else pronoun(draw, 2, who.fem)
    if who.pronoun and who.person == 5:
        who = again = pronoun(draw, 5)
    lexicon = draw.lexicon
    first = draw.lemma([lexicon.verb(key) for key in ("acheter", "trouver", "choisir", "voler", "chercher", "prendre",
                                                      "apporter", "louer", "vendre", "perdre", "emballer", "laver",
                                                      "réparer", "préparer", "écrire", "lire")])  # fmt: skip
    noun = draw.object_of(first)
    if noun.mass:
        raise Reject
    second = draw.lemma([verb for verb in lexicon.by_frame["t"] if noun in verb.objects and verb != first
                         and verb.key not in STATIVE])  # fmt: skip
    draw.note_object(second, noun)
    phrase = shape_object(draw, first, noun, who, False)
    tense = draw.any(["past", "past", "future"])
    one = Clause(who, first, tense, en_object=phrase.en, fr_object=phrase.fr)
    if first.separable or second.separable and phrase.many:
        pass
    clitic = direct_clitic(draw, "them" if phrase.many else "it", phrase.fem)
    clitic = replace(clitic, agree=(phrase.fem, phrase.many))
    two = Clause(again, second, tense, clitics=[clitic])
    word = fixed(draw, *draw.any([("and", "et"), ("and then", "et puis | 0-0 1-1")]))
    return end(plus(statement(draw, one), word, statement(draw, two)))


@template(3)
def topic_pronoun(draw: Draw) -> Pair:
    """Where is the key? I lost it. The letter? I have not read it."""
    phrase, clause = antecedent(draw)
    clause.tense = draw.any(["past", "past", "future", "near", "present"])
    if clause.verb.key in STATIVE:
        clause.tense = "present"
    if draw.chance(0.25):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS[:4])
    clitic = replace(direct_clitic(draw, "them" if phrase.many else "it", phrase.fem), agree=(phrase.fem, phrase.many))
    if phrase.human:
        fem = phrase.fem
        clitic = replace(direct_clitic(draw, "them" if phrase.many else "her" if fem else "him"),
                         agree=(fem, phrase.many))  # fmt: skip
    clause.clitics = [clitic]
    if draw.chance(0.2):
        clause.negation = "not"
    second = end(statement(draw, clause))
    if draw.chance(0.5):
        key, be = draw.key(), draw.key()
        head = end(([Token("where", (key,)), Token("are" if phrase.many else "is", (be,)), *phrase.en],
                    [Token("où", (key,)), Token("sont" if phrase.many else "est", (be,)), *phrase.fr]), "?")  # fmt: skip
    else:
        head = end((phrase.en, phrase.fr), "?")
    return _two_sentences(head, second)


def _capital(tokens: list[Token]) -> list[Token]:
    first = tokens[0]
    before = first.before_vowel[:1].upper() + first.before_vowel[1:]
    return [first._replace(text=first.text[:1].upper() + first.text[1:], before_vowel=before), *tokens[1:]]


def _two_sentences(first: Pair, second: Pair) -> Pair:
    """Joins two sentences; the marks of the second get a key of their own."""
    def fresh(tokens: list[Token]) -> list[Token]:
        return [token._replace(keys=(9998,)) if token.keys == (9999,) else token for token in _capital(tokens)]

    return [*first[0], *fresh(second[0])], [*first[1], *fresh(second[1])]


@template(3.5)
def person_pronoun(draw: Draw) -> Pair:
    """He helps me; we saw her yesterday; I am going to invite them."""
    who = subject(draw, pronouns=0.7)
    verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if any(n.en == "father" for n in verb.objects)
                       or any(n.classes[0] == "person" and n.en not in ("patient", "thief") for n in verb.objects)
                       and verb.key not in ("chercher", "photographier", "suivre")])  # fmt: skip
    banned = {0: ("me", "us"), 3: ("us", "me"), 4: ("you",), 1: ("you",)}.get(who.person, ())
    text = draw.any([t for t in ("me", "you", "us", "him", "her", "them") if t not in banned])
    clause = Clause(who, verb, draw.weighted([("present", 3), ("past", 4), ("future", 1.5), ("near", 1.5)]),
                    clitics=[direct_clitic(draw, text)])  # fmt: skip
    if verb.key in STATIVE and clause.tense != "present":
        clause.tense = "future" if verb.key in ("voir", "entendre", "comprendre") else "present"
    if verb.key in ("voir", "entendre") and draw.chance(0.5):
        clause.tense = "past"
    if draw.chance(0.25):
        clause.tense, clause.modal = "present", draw.any(MODALS)
        if clause.modal.fr == verb.fr:
            raise Reject
    negated(draw, clause, 0.2)
    if clause.modal is not None:
        clause.negation = "not" if clause.negation and not clause.modal.en_past else ""
    elif not clause.negation:
        timed(draw, clause, 0.35)
    return end(statement(draw, clause))


@template(3)
def indirect_pronoun(draw: Draw) -> Pair:
    """She gives the book to me; I talk to them."""
    who = subject(draw, pronouns=0.7)
    banned = {0: ("me", "us"), 3: ("us", "me"), 4: ("you",), 1: ("you",)}.get(who.person, ())
    text = draw.any([t for t in ("me", "you", "us", "him", "them") if t not in banned])
    verb = draw.lemma(draw.lexicon.by_frame["b"]) if draw.chance(0.75) else draw.lemma(
        [draw.lexicon.verb(key) for key in ("parler", "répondre", "téléphoner", "obéir")])  # fmt: skip
    clause = Clause(who, verb, draw.weighted([("present", 3), ("past", 4), ("future", 2), ("near", 1)]))
    if verb.frame == "b":
        clause.clitics = [indirect_clitic(draw, text, "to")]
        phrase = object_for(draw, verb, who)
        clause.en_object, clause.fr_object = phrase.en, phrase.fr
    else:
        preposition = " ".join(verb.particle)
        clause.verb = replace(verb, particle=())
        clause.clitics = [indirect_clitic(draw, text, preposition)]
        negated(draw, clause, 0.2)
    if draw.chance(0.2):
        clause.tense, clause.modal, clause.negation = "present", draw.any(POLITE_MODALS), ""
    else:
        timed(draw, clause, 0.3)
    return end(statement(draw, clause))


@template(1.2)
def both_pronouns(draw: Draw) -> Pair:
    """The book? He gave it to me."""
    verb = draw.lemma(draw.lexicon.by_frame["b"])
    noun = draw.object_of(verb)
    if noun.mass:
        raise Reject
    phrase = noun_phrase(draw, noun, draw.any(["the", "this"]), draw.chance(0.25))
    who = short_subject(draw)
    banned = {0: ("me", "us"), 3: ("us", "me"), 4: ("you",)}.get(who.person, ())
    text = draw.any([t for t in ("me", "you", "us", "him", "them") if t not in banned])
    it = replace(direct_clitic(draw, "them" if phrase.many else "it", phrase.fem), agree=(phrase.fem, phrase.many))
    clause = Clause(who, verb, draw.any(["past", "past", "present", "future"]),
                    clitics=[it, indirect_clitic(draw, text, "to")])  # fmt: skip
    if draw.chance(0.2):
        clause.negation = "not"
    return _two_sentences(end((phrase.en, phrase.fr), "?"), end(statement(draw, clause)))


@template(1.5)
def there_and_of_them(draw: Draw) -> Pair:
    """Do you know Paris? We go there every week. Apples? I bought five of them."""
    key = draw.key()
    who = short_subject(draw)
    if draw.chance(0.5):
        place = in_city(draw, "to")[0][1:], [] if draw.below(1) else []
        en, fr = fixed(draw, *draw.any(list(load_table("words")["cities"].items())))
        del place
        clause = Clause(who, draw.lexicon.verb(draw.any(["aller", "aller", "retourner"])), draw.any(
            ["present", "past", "future", "near"]), clitics=[Clitic("y", "", 3, (Token("there", (key,)),), key)])  # fmt: skip
        if clause.verb.key == "aller" and clause.tense == "future":
            clause.tense = "near"
        timed(draw, clause, 0.6)
        return _two_sentences(end((en, fr), "?"), end(statement(draw, clause)))
    noun = draw.noun("fruit", "vegetable", "pastry", "clothes", "text")
    phrase = noun_phrase(draw, noun, "generic", True)
    phrase.fr[0] = Token("des", phrase.fr[0].keys, phrase.fr[0].maybe)
    count, number = 2 + draw.below(9), draw.key()
    from .numbers import english as number_english
    from .numbers import french as number_french

    verb = draw.lexicon.verb(draw.any(["acheter", "vendre", "choisir"]))
    clause = Clause(who, verb, draw.any(["past", "future", "near"]))
    clause.clitics = [Clitic("en", "", 4, (), key)]
    clause.en_object = [Token(number_english(count), (number,)), Token("of", (), (key,)), Token("them", (key,))]
    clause.fr_object = [Token(number_french(count, noun.fem), (number,))]
    return _two_sentences(end((phrase.en, phrase.fr), "?"), end(statement(draw, clause)))


def _asker(draw: Draw) -> Phrase:
    person = draw.weighted([(4, 5), (2, 4), (5, 2), (3, 1)])
    return pronoun(draw, person, person == 2 and draw.chance(0.5))


@template(5)
def yes_no(draw: Draw) -> Pair:
    """Do you like cheese? Did they leave yesterday?"""
    who = _asker(draw) if draw.chance(0.7) else subject(draw)
    clause = transitive(draw, who) if draw.chance(0.7) else intransitive(draw, who)
    clause.negation = ""
    if clause.tense == "used":
        clause.tense = "present"
    if draw.chance(0.25):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr or clause.verb.key in STATIVE:
            raise Reject
    elif clause.tense == "progressive" or draw.chance(0.25):
        time = time_for(draw, clause.tense)
        clause.en_extra, clause.fr_extra = time
    return end(question(draw, clause), "?")


WH = [("where", "où"), ("when", "quand"), ("why", "pourquoi"), ("how", "comment"), ("when", "quand"),
      ("why", "pourquoi")]  # fmt: skip


@template(5)
def wh_adverb(draw: Draw) -> Pair:
    """Where did you buy this hat? Why is he crying?"""
    en, fr = draw.any(WH)
    who = _asker(draw) if draw.chance(0.7) else subject(draw)
    clause = transitive(draw, who) if draw.chance(0.7) else intransitive(draw, who)
    clause.negation = "not" if en == "why" and draw.chance(0.25) else ""
    clause.tense = draw.weighted([("present", 3), ("past", 4), ("future", 2), ("near", 1)])
    if clause.verb.key in STATIVE:
        clause.tense = "present"
    if draw.chance(0.15):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr:
            raise Reject
    return end(question(draw, clause, fixed(draw, en, fr)), "?")


@template(2)
def wh_place(draw: Draw) -> Pair:
    """Where do you live? Where are you going?"""
    who = _asker(draw) if draw.chance(0.6) else subject(draw)
    verb = draw.lexicon.verb(draw.any(["habiter", "aller", "travailler", "dormir", "retourner"]))
    clause = Clause(who, verb, draw.any(["present", "past", "future", "near"]))
    if verb.key == "aller" and clause.tense == "near":
        raise Reject
    draw.lemmas.append(verb.id)
    word = fixed(draw, "where", "où") if draw.chance(0.6) else fixed(draw, "with whom", "avec qui | 0-0 1-1")
    if draw.chance(0.35):
        time = entry(draw, "past" if clause.tense == "past" else "habit" if clause.tense == "present" else "future")
        clause.en_extra, clause.fr_extra = time
    return end(question(draw, clause, word), "?")


@template(3)
def wh_object(draw: Draw) -> Pair:
    """What are you eating? Whom did you meet? Which book did she read? How many apples did he buy?"""
    who = _asker(draw) if draw.chance(0.75) else subject(draw)
    verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if verb.key not in STATIVE])
    clause = Clause(who, verb, draw.any(["present", "past", "past", "future", "near"]))
    way = draw.below(4)
    key = draw.key()
    invert = who.pronoun
    if way == 0:
        if all(noun.classes[0] in ("person", "relation", "family") for noun in verb.objects[:3]):
            raise Reject
        word: Pair = ([Token("what", (key,))], [Token("que", (key,), before_vowel="qu'")])
    else:
        noun = draw.object_of(verb)
        if noun.classes[0] == "family" or (noun.mass and way == 3):
            raise Reject
        if way == 3:
            phrase = noun_phrase(draw, noun, "bare", True)
            word = ([Token("how", (key,)), Token("many", (key,)), *phrase.en],
                    [Token("combien", (key,)), of_token(key), *phrase.fr])  # fmt: skip
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
    clause = transitive(draw, who) if draw.chance(0.75) else intransitive(draw, who)
    clause.negation = ""
    if clause.tense in ("used", "progressive"):
        clause.tense = "present"
    timed(draw, clause, 0.25)
    clause.adverb = None
    return end(statement(draw, clause), "?")


@template(1.5)
def where_is(draw: Draw) -> Pair:
    """Where are my keys? What is the price of…"""
    phrase = thing(draw, draw.noun("thing", "clothes", "text", "building", "family", "relation", "device", "room",
                                   "pet", "vehicle"), kinds=("the", "my", "of", "this"))  # fmt: skip
    key, be = draw.key(), draw.key()
    en, fr = draw.any([("where", "où"), ("where", "où"), ("how", "comment")])
    return end(([Token(en, (key,)), Token("are" if phrase.many else "is", (be,)), *phrase.en],
                [Token(fr, (key,)), Token("sont" if phrase.many else "est", (be,)), *phrase.fr]), "?")  # fmt: skip


@template(0.6)
def how_old(draw: Draw) -> Pair:
    """How old is your sister?"""
    who = _asker(draw) if draw.chance(0.3) else subject(draw, pronouns=0.0)
    from . import english, french

    key, be = draw.key(), draw.key()
    finite = Token(french.conjugate("avoir", "present", who.person), (be,))
    en = [Token("how", (key,)), Token("old", (key,)), Token(english.be("present", who.person), (be,)), *who.en]
    head = [Token("quel", (key,)), Token("âge", (key,))]
    if who.pronoun:
        return end((en, [*head, finite, *inverted_subject(who, finite.text)]), "?")
    ask = draw.key()
    return end((en, [*head, Token("est-ce", (), (ask,)), Token("que", (), (ask,), before_vowel="qu'"), *who.fr,
                     finite]), "?")  # fmt: skip


@template(3)
def imperative(draw: Draw) -> Pair:
    """Close the door! Do not eat this cake! Let us go to the market! Give it to me!"""
    person = draw.weighted([(4, 6), (3, 1.5)])
    you = pronoun(draw, person)
    way = draw.below(6)
    if way == 0:
        verb = draw.lemma(draw.lexicon.by_frame["r"])
        clause = Clause(you, verb)
    elif way == 1:
        clause = Clause(you, draw.lexicon.verb(draw.any(["aller", "retourner"])))
        clause.en_object, clause.fr_object = to_building(draw, "to")
    elif way == 2 and person == 4:
        verb = draw.lemma(draw.lexicon.by_frame["b"])
        clause = Clause(you, verb)
        phrase = object_for(draw, verb, you)
        clause.en_object, clause.fr_object = phrase.en, phrase.fr
        clause.clitics = [indirect_clitic(draw, draw.any(["me", "us", "him", "them"]), "to")]
    else:
        verb = draw.lemma([verb for verb in draw.lexicon.by_frame["t"] if verb.key not in STATIVE])
        clause = Clause(you, verb)
        phrase = object_for(draw, verb, you)
        clause.en_object, clause.fr_object = phrase.en, phrase.fr
        if phrase.indefinite and draw.chance(0.5):
            raise Reject
    phrase_indefinite = any(t.text in ("some", "a", "an", "any") for t in clause.en_object[:1])
    if draw.chance(0.25) and not phrase_indefinite:
        clause.negation = "not"
    pair = command(draw, clause)
    if draw.chance(0.2) and not clause.negation and person == 4:
        pair = plus(comma(pair), fixed(draw, "please", "s'il vous plaît"))
        return end(pair)
    return end(pair, draw.any(["!", ".", "!"][:1]))


@template(3)
def familiar(draw: Draw) -> Pair:
    """Paul, can you help me? Marie, you must eat your soup. A first name that opens the sentence means "tu"."""
    called = name(draw)
    you = pronoun(draw, 1)
    you.fem = called.fem
    way = draw.below(5)
    if way == 0:
        clause = transitive(draw, you) if draw.chance(0.7) else intransitive(draw, you)
        clause.negation = "not" if draw.chance(0.2) and not _opens_indefinite(clause) else ""
        pair = command(draw, clause)
        return end(plus(comma((called.en, called.fr)), pair), "!")
    if way == 1:
        adjective = draw.lemma(draw.lexicon.describing["man"])
        pair = plus(be_pair(draw, you, "present"), adjective_phrase(adjective, you, draw.key()))
        return end(plus(comma((called.en, called.fr)), pair))
    clause = transitive(draw, you) if draw.chance(0.7) else intransitive(draw, you)
    clause.negation = ""
    if clause.tense in ("used", "progressive"):
        clause.tense = "present"
    if draw.chance(0.4):
        clause.tense, clause.modal = "present", draw.any(POLITE_MODALS)
        if clause.modal.fr == clause.verb.fr or clause.verb.key in STATIVE:
            raise Reject
    if way == 2:
        return end(plus(comma((called.en, called.fr)), statement(draw, clause)))
    return end(plus(comma((called.en, called.fr)), question(draw, clause)), "?")


def _opens_indefinite(clause: Clause) -> bool:
    return any(token.text in ("some", "a") for token in clause.en_object[:1])


@template(1.5)
def opinion(draw: Draw) -> Pair:
    """I find this book interesting."""
    noun = draw.noun("text", "show", "event", "abstract", "person", "clothes", "building", "food")
    adjective = draw.adjective_for(noun, attributive=False)
    if not adjective.compares:
        raise Reject
    phrase = noun_phrase(draw, noun, draw.any(["this", "this", "the"]), draw.chance(0.25))
    verb = draw.lexicon.verb("trouver")
    clause = Clause(short_subject(draw), verb, draw.weighted([("present", 4), ("past", 1)]))
    described_as = adjective_phrase(adjective, phrase, draw.key())
    degree = entry(draw, "degrees") if draw.chance(0.4) else ([], [])
    clause.en_object = [*phrase.en, *degree[0], *described_as[0]]
    clause.fr_object = [*phrase.fr, *degree[1], *described_as[1]]
    return end(statement(draw, clause))


@template(2)
def when_young(draw: Draw) -> Pair:
    """When she was young, she used to live in Rome."""
    fem = draw.chance(0.5)
    who = pronoun(draw, draw.any([0, 2, 2, 3, 5]), fem)
    if who.person == 5:
        who = pronoun(draw, 5)
    again = replace(who)
    key = draw.key()
    young = draw.lexicon.adjectives[[a.en for a in draw.lexicon.adjectives].index("young")]
    head = plus(([Token("when", (key,))], [Token("quand", (key,))]), be_pair(draw, who, "past"),
                adjective_phrase(young, who, draw.key()))  # fmt: skip
    if draw.chance(0.2):
        clause = Clause(again, draw.lexicon.verb("habiter"), "used")
        clause.en_object, clause.fr_object = in_city(draw, "in") if draw.chance(0.5) else country(draw, "in")
    else:
        clause = transitive(draw, again) if draw.chance(0.7) else intransitive(draw, again)
    clause.tense, clause.negation = "used", ""
    if clause.verb.key in ("se_marier", "disparaître", "grandir"):
        raise Reject
    return end(plus(comma(head), statement(draw, clause)))


@template(2)
def either(draw: Draw) -> Pair:
    """Do you prefer tea or coffee? He likes apples and pears."""
    verb = draw.lemma(draw.lexicon.by_frame["g"])
    first = draw.object_of(verb)
    second = draw.lemma(draw.lexicon.all(*first.classes[:1]))
    if first == second or second not in verb.objects:
        raise Reject
    draw.note_object(verb, second)
    ask = draw.chance(0.4)
    who = _asker(draw) if ask else subject(draw)
    key = draw.key()
    left, right = (noun_phrase(draw, noun, "generic", not noun.mass) for noun in (first, second))
    en, fr = ("or", "ou") if ask else ("and", "et")
    clause = Clause(who, verb, "present")
    clause.en_object = [*left.en, Token(en, (key,)), *right.en]
    clause.fr_object = [*left.fr, Token(fr, (key,)), *right.fr]
    return end(question(draw, clause), "?") if ask else end(statement(draw, clause))


@template(1.5)
def talking_about(draw: Draw) -> Pair:
    """They are talking about the war."""
    verb = replace(draw.lexicon.verb("parler"), particle=("about",))
    noun = draw.noun("abstract", "event", "money", "nature", "subject", "family", "place", "stuff")
    who = subject(draw)
    phrase = noun_phrase(draw, noun, "generic") if noun.classes[0] == "subject" else thing(
        draw, noun, kinds=("the", "this", "my"), owner=who, adjective=0.3)  # fmt: skip
    if noun.en in ("time", "luck", "energy"):
        raise Reject
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
    phrase = noun_phrase(draw, noun, "none" if negative else draw.any(["a", "a", "a lot of", "too much", "enough",
                                                                        "little"]))  # fmt: skip
    clause.negation = draw.any(["not", "never", "no longer"]) if negative and clause.tense == "present" else (
        "not" if negative else "")  # fmt: skip
    clause.en_object, clause.fr_object = phrase.en, phrase.fr
    return end(statement(draw, clause))


@template(1)
def before_after(draw: Draw) -> Pair:
    """After dinner, we watch television; he left before the concert."""
    noun = draw.noun("event")
    phrase = noun_phrase(draw, noun, draw.any(["the", "this"]))
    from .parts import with_preposition

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
        raise Reject
    again = it_pronoun(draw, who.fem, who.many)
    other = draw.adjective_for(who.noun, attributive=False)
    if other == adjective:
        raise Reject
    tense = draw.any(["present", "past"])
    first = plus(be_pair(draw, who, tense), adjective_phrase(adjective, who, draw.key()))
    en, fr = draw.any([("but", "mais"), ("and", "et")])
    second = plus(be_pair(draw, again, tense, "not" if draw.chance(0.25) else ""),
                  adjective_phrase(other, who, draw.key()))  # fmt: skip
    return end(plus(comma(first) if en == "but" else first, fixed(draw, en, fr), second))


@template(1)
def no_more_words(draw: Draw) -> Pair:
    """I am in the kitchen; Paul is at the station."""
    who = subject(draw)
    place = where_person(draw)
    if place[0][0].text not in ("at", "in", "near", "with", "behind"):
        raise Reject
    return end(plus(be_pair(draw, who, draw.any(["present", "past", "future"]),
                            draw.weighted([("", 4), ("not", 1), ("never", 0.4)])), place))  # fmt: skip


__all__ = ["Modal", "relation", "words"]
