"""English word forms."""

from __future__ import annotations

_DOUBLED = {"stop", "chat", "wrap", "swim", "run", "sit", "get", "put", "cut", "begin", "forget", "win", "hit", "plan"}
_DOUBLED |= {"knit", "travel", "cancel", "prefer", "big", "sad", "hot", "fat", "thin", "wet", "flat"}
_COMPARED = {"good": ("better", "best"), "bad": ("worse", "worst")}
_VOWELS = "aeiou"


def plural(word: str) -> str:
    """The regular plural of a noun; the last of several words changes."""
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    if word in ("tomato", "potato"):
        return word + "es"
    if word == "knife" or word == "wife":
        return word[:-2] + "ves"
    return word + "s"


def third_person(verb: str) -> str:
    """The form after he, she and it."""
    special = {"have": "has", "do": "does", "go": "goes", "be": "is", "undo": "undoes"}
    if verb in special:
        return special[verb]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "es" if verb.endswith(("s", "x", "ch", "sh", "z")) else verb + "s"


def past(verb: str) -> str:
    """The past of a regular verb."""
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + verb[-1] + "ed" if verb in _DOUBLED else verb + "ed"


def ing(verb: str) -> str:
    """The present participle."""
    if verb in ("lie", "die", "tie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if verb in _DOUBLED else verb + "ing"


def compare(adjective: str, long: bool, superlative: bool) -> list[str]:
    """The comparative or superlative, as one word or two."""
    if adjective in _COMPARED:
        return [_COMPARED[adjective][superlative]]
    syllables = sum(a in "aeiouy" and b not in "aeiouy" for a, b in zip(adjective, adjective[1:] + " ", strict=True))
    if adjective.endswith("e") and not adjective.endswith("le"):
        syllables -= 1
    simple = syllables <= 1 or adjective in ("narrow", "quiet", "clever", "simple") or adjective.endswith("y")
    if long or not simple:
        return ["most" if superlative else "more", adjective]
    ending = "est" if superlative else "er"
    if adjective.endswith("y") and adjective[-2] not in _VOWELS:
        return [adjective[:-1] + "i" + ending]
    if adjective.endswith("e"):
        return [adjective + ending[1:]]
    return [adjective + adjective[-1] + ending if adjective in _DOUBLED else adjective + ending]


def be(tense: str, person: int) -> str:
    """A form of "to be"; person is 0 to 5 as in French, so 1 and 4 are both "you"."""
    if tense == "past":
        return "was" if person in (0, 2) else "were"
    return {0: "am", 2: "is"}.get(person, "are")
