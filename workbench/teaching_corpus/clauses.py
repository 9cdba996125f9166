"""Clauses: verb groups, negation, object pronouns, questions and commands in both languages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from . import english, french
from .draw import Draw
from .lexicon import Verb
from .phrases import Phrase, plural_in_english
from .tokens import Token, words

_REFLEXIVE = (("me", "m'"), ("te", "t'"), ("se", "s'"), ("nous", ""), ("vous", ""), ("se", "s'"))
_NEGATIONS = {"not": "pas", "never": "jamais", "no longer": "plus", "nothing": "rien", "nobody": "personne"}


@dataclass(frozen=True)
class Modal:
    """A verb before an infinitive.

    Attributes:
        en: English words before the base form; the first is inflected if ``inflects``.
        fr: French infinitive.
        tense: Its French tense.
        link: "de" or "à" before the infinitive, or "".
        inflects: Whether the English is an ordinary verb (with do-support) and not an auxiliary.
        en_past: The English past, when ``tense`` is a past one.
    """

    en: tuple[str, ...]
    fr: str
    tense: str = "present"
    link: str = ""
    inflects: bool = False
    en_past: str = ""


@dataclass(frozen=True)
class Clitic:
    """An object pronoun: before the verb in French, after it in English.

    Attributes:
        fr: The French pronoun.
        elided: Its form before a vowel.
        slot: Its place among several.
        en: English tokens.
        agree: Gender and number that a participle takes from a direct object, or None.
        strong: The form after a command (moi).
    """

    fr: str
    elided: str
    slot: int
    en: tuple[Token, ...]
    key: int
    agree: tuple[bool, bool] | None = None
    strong: str = ""


@dataclass
class Clause:
    """What a clause says, before word order."""

    subject: Phrase
    verb: Verb
    tense: str = "present"
    modal: Modal | None = None
    negation: str = ""
    clitics: list[Clitic] = field(default_factory=list)
    en_object: list[Token] = field(default_factory=list)
    fr_object: list[Token] = field(default_factory=list)
    en_extra: list[Token] = field(default_factory=list)
    fr_extra: list[Token] = field(default_factory=list)
    adverb: tuple[str, str] | None = None
    object_reflexive: bool = True
    relative_agree: tuple[bool, bool] | None = None
    adverb_key: int = 0


Pair = tuple[list[Token], list[Token]]


@dataclass
class Parts:
    """The verb group taken apart: English auxiliary and main words, French finite form and the rest."""

    en_aux: list[Token]
    en_main: list[Token]
    fr_finite: Token
    fr_rest: list[Token]
    clitics_on_finite: bool


def verb_parts(draw: Draw, clause: Clause, support: bool) -> Parts:
    """Builds the verb forms.

    Args:
        support: Whether English needs an auxiliary (question, "not").
    """
    verb, person, key = clause.verb, clause.subject.person, draw.key()
    third = person == 2 or (clause.subject.many and not plural_in_english(clause.subject))
    base = [Token(text, (key,)) for text in verb.en]
    infinitive = Token(verb.fr, (key,))
    aux: list[Token] = []
    main = base
    rest: list[Token] = []
    if clause.modal is not None:
        return _modal_parts(draw, clause, support, third, base, infinitive)
    if clause.tense == "present":
        finite = Token(french.conjugate(verb.fr, "present", person), (key,))
        if support:
            aux = [Token("does" if third else "do", (), (key,))]
        elif third:
            main = [Token(text, (key,)) for text in verb.third()]
    elif clause.tense == "progressive":
        finite = Token(french.conjugate(verb.fr, "present", person), (key,))
        aux = [Token(english.be("present", person), (), (key,))]
        main = [Token(text, (key,)) for text in verb.ing()]
    elif clause.tense == "past":
        helper = draw.key()
        auxiliary = "être" if verb.reflexive else french.auxiliary(verb.fr)
        form = french.participle(verb.fr)
        agreement = _participle_agreement(clause, auxiliary)
        if agreement is not None:
            form = french.agree(form, *agreement)
        finite = Token(french.conjugate(auxiliary, "present", person), (helper,), () if support else (key,))
        rest = [Token(form, (key,))]
        if support:
            aux = [Token("did", (helper,))]
        else:
            main = [Token(text, (key,)) for text in verb.en_past]
    elif clause.tense == "used":
        finite = Token(french.conjugate(verb.fr, "imperfect", person), (key,))
        main = [Token("used", (), (key,)), Token("to", (), (key,)), *base]
    elif clause.tense == "future":
        finite = Token(french.conjugate(verb.fr, "future", person), (key,))
        aux = [Token("will", (), (key,))]
    elif clause.tense == "near":
        helper = draw.key()
        finite = Token(french.conjugate("aller", "present", person), (helper,))
        aux = [Token(english.be("present", 2 if third else person), (helper,))]
        main = [Token("going", (helper,)), Token("to", (), (key,)), *base]
        rest = [infinitive]
    else:
        raise ValueError(clause.tense)
    return Parts(aux, main, finite, rest, clause.tense != "near")


def _modal_parts(draw: Draw, clause: Clause, support: bool, third: bool, base: list[Token], infinitive: Token) -> Parts:
    modal = clause.modal
    assert modal is not None
    helper, key = draw.key(), infinitive.keys[0]
    if modal.tense == "past":
        finite = Token(french.conjugate(french.auxiliary(modal.fr), "present", clause.subject.person), (helper,))
        rest = [Token(french.participle(modal.fr), (helper,))]
    else:
        finite = Token(french.conjugate(modal.fr, modal.tense, clause.subject.person), (helper,))
        rest = []
    if modal.link == "de":
        rest.append(Token("de", (), (key,), before_vowel="d'"))
    elif modal.link:
        rest.append(Token(modal.link, (), (key,)))
    rest.append(infinitive)
    aux: list[Token] = []
    head, *tail = modal.en
    spoken = [Token(text, (), (key,)) if text == "to" else Token(text, (helper,)) for text in tail]
    if not modal.inflects:
        return Parts([Token(head, (helper,))], [*spoken, *base], finite, rest, False)
    if support:
        aux = [Token("did" if modal.en_past else "does" if third else "do", (), (helper,))]
        first = head
    else:
        first = modal.en_past or (english.third_person(head) if third else head)
    return Parts(aux, [Token(first, (helper,)), *spoken, *base], finite, rest, False)


def _participle_agreement(clause: Clause, auxiliary: str) -> tuple[bool, bool] | None:
    """What a participle agrees with: a direct object before it, or the subject with "être"."""
    if clause.relative_agree is not None:
        return clause.relative_agree
    if auxiliary == "avoir":
        for clitic in clause.clitics:
            if clitic.agree is not None:
                return clitic.agree
        return None
    if clause.verb.reflexive and not clause.object_reflexive:
        return None
    return clause.subject.fem, clause.subject.many


def _clitic_tokens(clause: Clause, verb_key: int) -> list[Token]:
    tokens: list[tuple[int, Token]] = []
    if clause.verb.reflexive:
        text, elided = _REFLEXIVE[clause.subject.person]
        tokens.append((0, Token(text, (), (verb_key,), before_vowel=elided)))
    for clitic in clause.clitics:
        tokens.append((clitic.slot, Token(clitic.fr, (clitic.key,), before_vowel=clitic.elided)))
    return [token for _, token in sorted(tokens, key=lambda pair: pair[0])]


def _english_tail(clause: Clause, main: list[Token]) -> list[Token]:
    """Main verb, particle and objects; a separable particle follows a pronoun."""
    key = main[-1].keys[0]
    particle = [Token(text, (key,)) for text in clause.verb.particle]
    direct = [token for clitic in clause.clitics if clitic.slot == 1 or clitic.agree for token in clitic.en]
    other = [token for clitic in clause.clitics if not (clitic.slot == 1 or clitic.agree) for token in clitic.en]
    if clause.verb.separable:
        return [*main, *direct, *particle, *other, *clause.en_object, *clause.en_extra]
    return [*main, *particle, *direct, *clause.en_object, *other, *clause.en_extra]


def _negation_tokens(draw: Draw, clause: Clause) -> tuple[list[Token], list[Token], Token | None, Token | None]:
    """English words before the verb, English words in object place, and the two French parts."""
    if not clause.negation:
        return [], [], None, None
    key = draw.key()
    en = words(clause.negation, key)
    first = Token("ne", (key,), before_vowel="n'")
    second = Token(_NEGATIONS[clause.negation], (key,))
    if clause.negation in ("nothing", "nobody"):
        return [], en, first, second
    return en, [], first, second


def _french_core(
    clause: Clause, parts: Parts, first: Token | None, second: Token | None, inverted: list[Token]
) -> list[Token]:
    """From "ne" to the end of the objects."""
    verb_key = (parts.fr_rest[-1] if parts.fr_rest else parts.fr_finite).keys[0]
    clitics = _clitic_tokens(clause, verb_key)
    core: list[Token] = [first] if first is not None else []
    rest = list(parts.fr_rest)
    if parts.clitics_on_finite:
        core += clitics
    elif clitics:
        rest = [*rest[:-1], *clitics, rest[-1]]
    core += [parts.fr_finite, *inverted]
    # "personne" follows a participle or an infinitive, the other words precede it.
    late = second is not None and second.text == "personne" and bool(rest)
    if second is not None and not late:
        core.append(second)
    if clause.adverb is not None:
        core += words(clause.adverb[1], clause.adverb_key)
    core += rest
    if late and second is not None:
        core.append(second)
    return [*core, *clause.fr_object, *clause.fr_extra]


def statement(draw: Draw, clause: Clause, *, with_subject: bool = True) -> Pair:
    """A declarative clause without its full stop."""
    parts = verb_parts(draw, clause, clause.negation == "not")
    en_negation, en_object, first, second = _negation_tokens(draw, clause)
    adverb = _with_adverb(draw, clause)
    if en_object:
        clause = replace(clause, en_object=en_object)
    before = [*en_negation, *adverb]
    en = [*parts.en_aux, *before, *_english_tail(clause, parts.en_main)]
    fr = _french_core(clause, parts, first, second, [])
    if not with_subject:
        return en, fr
    return [*clause.subject.en, *en], [*clause.subject.fr, *fr]


def _with_adverb(draw: Draw, clause: Clause) -> list[Token]:
    """The English adverb; its key is left in the clause for the French one."""
    clause.adverb_key = draw.key()
    return words(clause.adverb[0], clause.adverb_key) if clause.adverb is not None else []


def inverted_subject(subject: Phrase, finite: str) -> list[Token]:
    """The hyphenated pronoun after the verb, with a euphonic t between vowels."""
    pronoun = subject.fr[0].text
    vowel = pronoun[0] in "aeiou" or pronoun.startswith("elle")
    joint = "-t-" if vowel and finite[-1] in "aeéc" else "-"
    return [Token(joint + pronoun, subject.fr[0].keys, glue=True)]


def question(draw: Draw, clause: Clause, wh: Pair | None = None, *, invert: bool = False) -> Pair:
    """A question without its mark.

    Yes-no questions take "est-ce que"; wh-questions invert a pronoun subject other than "je" and take "est-ce que"
    with every other one.
    """
    ask = draw.key()
    parts = verb_parts(draw, clause, True)
    en_negation, _, first, second = _negation_tokens(draw, clause)
    adverb = _with_adverb(draw, clause)
    if not parts.en_aux:
        raise ValueError("a question needs an auxiliary")
    aux = parts.en_aux[0]
    invert = invert or (wh is not None and clause.subject.pronoun and clause.subject.person != 0)
    if not invert:
        aux = aux._replace(keys=(*aux.keys, ask))
    en = [aux, *clause.subject.en, *en_negation, *adverb, *parts.en_aux[1:], *_english_tail(clause, parts.en_main)]
    if invert:
        fr = _french_core(clause, parts, first, second, inverted_subject(clause.subject, parts.fr_finite.text))
    else:
        fr = [
            Token("est-ce", (ask,)),
            Token("que", (ask,), before_vowel="qu'"),
            *clause.subject.fr,
            *_french_core(clause, parts, first, second, []),
        ]
    if wh is not None:
        en, fr = [*wh[0], *en], [*wh[1], *fr]
    return en, fr


def command(draw: Draw, clause: Clause) -> Pair:
    """An imperative: to "vous" unless the subject is "tu" or "nous"."""
    person, verb, key = clause.subject.person, clause.verb, draw.key()
    form = Token(french.conjugate(verb.fr, "imperative", person), (key,))
    base = [Token(text, (key,)) for text in verb.en]
    en_negation, _, first, second = _negation_tokens(draw, clause)
    if person == 3:
        en_head = [Token("let", (), (key,)), Token("us", (), (key,)), *en_negation]
    elif clause.negation == "not":
        en_head = [Token("do", (), (key,)), *en_negation]
    else:
        en_head = en_negation
    en = [*en_head, *_english_tail(clause, base)]
    if first is not None and second is not None:
        fr = [first, *_clitic_tokens(clause, key), form, second]
    else:
        # After an affirmative command the pronouns follow with hyphens, direct before indirect.
        after: list[tuple[int, Token]] = []
        if verb.reflexive:
            text = {1: "toi", 3: "nous", 4: "vous"}[person]
            after.append((2, Token("-" + text, (), (key,), glue=True)))
        for clitic in clause.clitics:
            order = {1: 1, 2: 2, 0: 3}.get(clitic.slot, 4)
            after.append((order, Token("-" + (clitic.strong or clitic.fr), (clitic.key,), glue=True)))
        if any(clitic.fr in ("y", "en") for clitic in clause.clitics) and person == 1 and form.text[-1] in "ea":
            form = form._replace(text=form.text + "s")
        fr = [form, *(token for _, token in sorted(after, key=lambda pair: pair[0]))]
    return en, [*fr, *clause.fr_object, *clause.fr_extra]


def is_are(draw: Draw, subject: Phrase, tense: str, negation: str = "") -> tuple[list[Token], list[Token], int]:
    """The forms of "to be" and "être" with their negation, as used before adjectives and nouns.

    Returns:
        English tokens, French tokens (from "ne" on) and the key of the verb.
    """
    key = draw.key()
    person = subject.person
    third = person == 2 or (subject.many and not plural_in_english(subject))
    en_person = 2 if third else person
    if tense == "present":
        en, fr = [english.be("present", en_person)], "present"
    elif tense == "past":
        en, fr = [english.be("past", en_person)], "imperfect"
    elif tense == "future":
        en, fr = ["will", "be"], "future"
    else:
        raise ValueError(tense)
    en_tokens = [Token(text, (key,)) if text != "will" else Token(text, (), (key,)) for text in en]
    finite = Token(french.conjugate("être", fr, person), (key,))
    if not negation:
        return en_tokens, [finite], key
    negation_key = draw.key()
    no = words(negation, negation_key)
    en_tokens = [en_tokens[0], *no, *en_tokens[1:]]
    return (
        en_tokens,
        [Token("ne", (negation_key,), before_vowel="n'"), finite, Token(_NEGATIONS[negation], (negation_key,))],
        key,
    )
