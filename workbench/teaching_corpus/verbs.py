"""Verb choice that the templates share: tenses, modals and plain clauses."""

from __future__ import annotations

from .clauses import Clause, Modal
from .draw import Draw, RejectError
from .lexicon import Verb
from .parts import (
    object_for,
    set_object,
    time_for,
)
from .phrases import (
    Phrase,
    pronoun,
    relation,
    subject,
    thing,
)
from .tables import load_table

TENSES = [("present", 5.0), ("past", 5.0), ("future", 2.0), ("near", 2.0), ("used", 0.6), ("progressive", 1.0)]


STATIVE = (
    "aimer",
    "adorer",
    "détester",
    "préférer",
    "connaître",
    "comprendre",
    "posséder",
    "ressembler",
    "voir",
    "entendre",
    "oublier",
)


SENSED = ("voir", "entendre", "oublier", "comprendre")
"""Verbs among them that tell of a single moment in the past."""


ONCE = (
    "perdre",
    "casser",
    "trouver",
    "rencontrer",
    "détruire",
    "s'endormir",
    "se_perdre",
    "se_tromper",
    "se_marier",
    "disparaître",
    "rater",
    "manquer",
    "arriver",
    "épouser",
    "adopter",
    "découvrir",
    "s'échapper",
    "s'évanouir",
    "tomber",
    "partir",
    "réussir",
    "résoudre",
    "gagner",
)


MODALS = [
    Modal(("can",), "pouvoir"),
    Modal(("must",), "devoir"),
    Modal(("want", "to"), "vouloir", inflects=True),
    Modal(("know", "how", "to"), "savoir", inflects=True),
    Modal(("should",), "devoir", "conditional"),
    Modal(("would", "like", "to"), "vouloir", "conditional"),
    Modal(("could",), "pouvoir", "imperfect"),
    Modal(("have", "to"), "devoir", "past", inflects=True, en_past="had"),
    Modal(("will", "be", "able", "to"), "pouvoir", "future"),
    Modal(("will", "have", "to"), "devoir", "future"),
    Modal(("like", "to"), "aimer", inflects=True),
    Modal(("hate", "to"), "détester", inflects=True),
    Modal(("prefer", "to"), "préférer", inflects=True),
    Modal(("hope", "to"), "espérer", inflects=True),
    Modal(("begin", "to"), "commencer", "present", "à", True),
    Modal(("begin", "to"), "commencer", "past", "à", True, "began"),
    Modal(("try", "to"), "essayer", "present", "de", True),
    Modal(("try", "to"), "essayer", "past", "de", True, "tried"),
    Modal(("forget", "to"), "oublier", "past", "de", True, "forgot"),
    Modal(("decide", "to"), "décider", "past", "de", True, "decided"),
    Modal(("refuse", "to"), "refuser", "past", "de", True, "refused"),
    Modal(("continue", "to"), "continuer", "present", "à", True),
    Modal(("learn", "to"), "apprendre", "present", "à", True),
    Modal(("promise", "to"), "promettre", "past", "de", True, "promised"),
]


POLITE_MODALS = [modal for modal in MODALS if modal.en[0] in ("can", "must", "want", "should", "would", "like")]


def tense_for(draw: Draw, verb: Verb) -> str:
    """A tense that suits the verb."""
    tense = draw.weighted(TENSES)
    if verb.key in STATIVE and tense in ("progressive", "past", "near"):
        return tense if tense == "past" and verb.key in SENSED else "present"
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
        if clause.negation == "no longer" and time[0][:1] and time[0][0].text == "later":
            raise RejectError  # "ne ... plus plus tard"
        clause.en_extra, clause.fr_extra = [*clause.en_extra, *time[0]], [*clause.fr_extra, *time[1]]


def negated(draw: Draw, clause: Clause, share: float = 0.17) -> None:
    """Perhaps negates the clause."""
    clause.negation = ""
    if clause.tense in ("used", "progressive") or not draw.chance(share):
        return
    clause.negation = draw.weighted([("not", 6), ("never", 2), ("no longer", 1.2)])
    if clause.negation == "no longer" and (clause.tense == "past" or clause.modal is not None):
        clause.negation = "not"
    if clause.negation == "never" and clause.tense == "near":
        clause.negation = "not"


def transitive(draw: Draw, who: Phrase | None = None, frames: str = "tttttgad", *, plain: bool = False) -> Clause:
    """A clause with an object, still without word order; a plain one is never negated."""
    frame = "t" if draw.focus.startswith("v:") is False and draw.chance(0.75) else draw.any(frames)
    if draw.focus.startswith("v:"):
        focused = draw.lexicon.verbs[draw.focus[2:]]
        frame = focused.frame if focused.frame in frames else frame
    verb = draw.lemma(draw.lexicon.by_frame[frame])
    who = who or subject(draw)
    clause = Clause(who, verb, tense_for(draw, verb))
    if not plain:
        negated(draw, clause)
    phrase = object_for(draw, verb, who, bool(clause.negation))
    set_object(clause, phrase, {"a": "à", "d": "de"}.get(frame, ""))
    return clause


def indefinite(clause: Clause) -> bool:
    """Whether the object opens with a word that a negation would turn into "de"."""
    return any(token.text in ("some", "a") for token in clause.en_object[:1])


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


def short_subject(draw: Draw) -> Phrase:
    """A pronoun or a relative, for longer sentences."""
    if draw.chance(0.7):
        person = draw.weighted([(0, 4), (2, 5), (3, 2), (4, 2), (5, 2)])
        return pronoun(draw, person, person == 2 and draw.chance(0.5))
    return relation(draw, draw.noun("family"))
