"""Templates with object pronouns."""

from __future__ import annotations

from dataclasses import replace

from . import numbers
from .clauses import Clause, Clitic, Pair, statement
from .draw import Draw, RejectError
from .lexicon import Verb
from .parts import (
    direct_clitic,
    end,
    fixed,
    indirect_clitic,
    object_for,
    plus,
    shape_object,
    template,
)
from .phrases import (
    name,
    noun_phrase,
    pronoun,
    subject,
)
from .relatives import antecedent
from .tables import load_table
from .tokens import Token
from .verbs import MODALS, POLITE_MODALS, STATIVE, negated, short_subject, timed

FIRST_ACTS = ("acheter", "trouver", "choisir", "voler", "louer", "apporter", "préparer", "emballer", "écrire")


NEVER_SECOND = (
    "chercher",
    "posséder",
    "perdre",
    "manquer",
    "prendre",
    "étudier",
    "imaginer",
    "connaître",
    "commander",
    "rencontrer",
    "construire",
    "planter",
    "inventer",
    "cultiver",
    "cueillir",
    "terminer",
    "commencer",
)


@template(4)
def taken_up(draw: Draw) -> Pair:
    """I bought a red apple and I ate it."""
    who = pronoun(draw, draw.any([0, 2, 3, 5]), draw.chance(0.4)) if draw.chance(0.6) else name(draw)
    if who.pronoun and who.person == 5:
        who = pronoun(draw, 5)
    lexicon = draw.lexicon
    first = draw.lemma([lexicon.verb(key) for key in FIRST_ACTS])
    noun = draw.object_of(first)
    if noun.mass:
        raise RejectError
    second = draw.lemma(
        [
            verb
            for verb in lexicon.by_frame["t"]
            if noun in verb.objects
            and verb.key not in STATIVE
            and verb.key not in FIRST_ACTS
            and verb.key not in NEVER_SECOND
        ]
    )
    draw.note_object(second, noun)
    phrase = shape_object(draw, first, noun, who, False)
    tense = draw.any(["past", "past", "future"])
    one = Clause(who, first, tense, en_object=phrase.en, fr_object=phrase.fr)
    clitic = direct_clitic(draw, "them" if phrase.many else "it", phrase.fem)
    clitic = replace(clitic, agree=(phrase.fem, phrase.many))
    two = Clause(who if who.pronoun else pronoun(draw, 2, who.fem), second, tense, clitics=[clitic])
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
        clitic = replace(
            direct_clitic(draw, "them" if phrase.many else "her" if fem else "him"), agree=(fem, phrase.many)
        )
    clause.clitics = [clitic]
    if draw.chance(0.2):
        clause.negation = "not"
    second = end(statement(draw, clause))
    if draw.chance(0.5):
        key, be = draw.key(), draw.key()
        head = end(
            (
                [Token("where", (key,)), Token("are" if phrase.many else "is", (be,)), *phrase.en],
                [Token("où", (key,)), Token("sont" if phrase.many else "est", (be,)), *phrase.fr],
            ),
            "?",
        )
    else:
        head = end((phrase.en, phrase.fr), "?")
    return two_sentences(head, second)


def _capital(tokens: list[Token]) -> list[Token]:
    first = tokens[0]
    before = first.before_vowel[:1].upper() + first.before_vowel[1:]
    return [first._replace(text=first.text[:1].upper() + first.text[1:], before_vowel=before), *tokens[1:]]


def two_sentences(first: Pair, second: Pair) -> Pair:
    """Joins two sentences; the marks of the second get a key of their own."""

    def fresh(tokens: list[Token]) -> list[Token]:
        return [token._replace(keys=(9998,)) if token.keys == (9999,) else token for token in _capital(tokens)]

    return [*first[0], *fresh(second[0])], [*first[1], *fresh(second[1])]


def people_verbs(draw: Draw) -> tuple[Verb, ...]:
    """Verbs whose object is a person like any other."""
    return tuple(draw.lexicon.verb(key) for key in PEOPLE_VERBS)


PEOPLE_VERBS = (
    "comprendre",
    "connaître",
    "entendre",
    "écouter",
    "regarder",
    "voir",
    "aider",
    "attendre",
    "inviter",
    "rencontrer",
    "remercier",
    "appeler",
    "saluer",
    "embrasser",
    "soigner",
    "accompagner",
    "suivre",
    "protéger",
    "surveiller",
    "réveiller",
    "féliciter",
    "déranger",
    "consoler",
    "chatouiller",
    "encourager",
    "chercher",
    "photographier",
)


@template(3.5)
def person_pronoun(draw: Draw) -> Pair:
    """He helps me; we saw her yesterday; I am going to invite them."""
    who = subject(draw, pronouns=0.7)
    verb = draw.lemma(people_verbs(draw))
    banned = {0: ("me", "us"), 3: ("us", "me"), 4: ("you",), 1: ("you",)}.get(who.person, ())
    text = draw.any([t for t in ("me", "you", "us", "him", "her", "them") if t not in banned])
    clause = Clause(
        who,
        verb,
        draw.weighted([("present", 3), ("past", 4), ("future", 1.5), ("near", 1.5)]),
        clitics=[direct_clitic(draw, text)],
    )
    if verb.key in STATIVE and clause.tense != "present":
        clause.tense = "future" if verb.key in ("voir", "entendre", "comprendre") else "present"
    if verb.key in ("voir", "entendre") and draw.chance(0.5):
        clause.tense = "past"
    if draw.chance(0.25):
        clause.tense, clause.modal = "present", draw.any(MODALS)
        if clause.modal.fr == verb.fr:
            raise RejectError
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
    verb = (
        draw.lemma(draw.lexicon.by_frame["b"])
        if draw.chance(0.75)
        else draw.lemma([draw.lexicon.verb(key) for key in ("parler", "répondre", "téléphoner", "obéir")])
    )
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
        raise RejectError
    phrase = noun_phrase(draw, noun, draw.any(["the", "this"]), draw.chance(0.25))
    who = short_subject(draw)
    banned = {0: ("me", "us"), 3: ("us", "me"), 4: ("you",)}.get(who.person, ())
    text = draw.any([t for t in ("me", "you", "us", "him", "them") if t not in banned])
    it = replace(direct_clitic(draw, "them" if phrase.many else "it", phrase.fem), agree=(phrase.fem, phrase.many))
    clause = Clause(
        who, verb, draw.any(["past", "past", "present", "future"]), clitics=[it, indirect_clitic(draw, text, "to")]
    )
    if draw.chance(0.2):
        clause.negation = "not"
    return two_sentences(end((phrase.en, phrase.fr), "?"), end(statement(draw, clause)))


@template(1.5)
def there_and_of_them(draw: Draw) -> Pair:
    """Do you know Paris? We go there every week. Apples? I bought five of them."""
    key = draw.key()
    who = short_subject(draw)
    if draw.chance(0.5):
        en, fr = fixed(draw, *draw.any(list(load_table("words")["cities"].items())))
        clause = Clause(
            who,
            draw.lexicon.verb(draw.any(["aller", "aller", "retourner"])),
            draw.any(["present", "past", "future", "near"]),
            clitics=[Clitic("y", "", 3, (Token("there", (key,)),), key)],
        )
        if clause.verb.key == "aller" and clause.tense == "future":
            clause.tense = "near"
        timed(draw, clause, 0.6)
        return two_sentences(end((en, fr), "?"), end(statement(draw, clause)))
    noun = draw.noun("fruit", "vegetable", "pastry", "clothes", "text")
    phrase = noun_phrase(draw, noun, "generic", True)
    phrase.fr[0] = Token("des", phrase.fr[0].keys, phrase.fr[0].maybe)
    count, number = 2 + draw.below(9), draw.key()
    verb = draw.lexicon.verb(draw.any(["acheter", "vendre", "choisir"]))
    clause = Clause(who, verb, draw.any(["past", "future", "near"]))
    clause.clitics = [Clitic("en", "", 4, (), key)]
    clause.en_object = [Token(numbers.english(count), (number,)), Token("of", (), (key,)), Token("them", (key,))]
    clause.fr_object = [Token(numbers.french(count, noun.fem), (number,))]
    return two_sentences(end((phrase.en, phrase.fr), "?"), end(statement(draw, clause)))
