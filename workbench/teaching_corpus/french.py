"""French word forms: plurals, feminines and conjugated verbs."""

from __future__ import annotations

from functools import cache

from .tables import Irregular, load_irregular

_PLURAL_OUX = ("bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou")
_AI_PLURAL_AUX = ("travail", "vitrail")
_DOUBLING = ("appeler", "rappeler", "jeter")
_PRESENT_ER = ("e", "es", "e", "ons", "ez", "ent")
_PRESENT_IR = ("is", "is", "it", "issons", "issez", "issent")
_PRESENT_RE = ("s", "s", "", "ons", "ez", "ent")
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")


def plural(word: str) -> str:
    """The regular plural of a noun or a masculine adjective; only the first word of several changes."""
    if "_" in word:
        head, rest = word.split("_", 1)
        return f"{plural(head)}_{rest}"
    if word.endswith(("s", "x", "z")):
        return word
    if word in _PLURAL_OUX or word.endswith(("eau", "eu", "au")):
        return word + "x"
    if word.endswith("al"):
        return word[:-2] + "aux"
    if word in _AI_PLURAL_AUX:
        return word[:-3] + "aux"
    return word + "s"


def feminine(word: str) -> str:
    """The regular feminine of an adjective or participle; the irregular ones stand in the lexicon."""
    if word.endswith("e"):
        return word
    if word.endswith("er"):
        return word[:-2] + "ère"
    if word.endswith("eux"):
        return word[:-1] + "se"
    if word.endswith("if"):
        return word[:-1] + "ve"
    return word + "e"


def agree(participle: str, fem: bool, many: bool) -> str:
    """A past participle in the gender and number of what it agrees with."""
    form = "due" if fem and participle == "dû" else feminine(participle) if fem else participle
    return form if not many or form.endswith("s") else form + "s"


def _mute_stem(stem: str) -> str:
    """The stem of an -er verb before a silent ending: achet- to achèt-, répét- to répèt-, nettoy- to nettoi-."""
    infinitive = stem + "er"
    if infinitive in _DOUBLING:
        return stem + stem[-1]
    if stem.endswith("y"):
        return stem[:-1] + "i"
    for size in (1, 2):
        vowel = len(stem) - size - 1
        if vowel < 0 or any(letter in "aeiouyéèêœ" for letter in stem[vowel + 1 :]):
            continue
        two_sounds = size == 2 and stem[vowel + 1 :] not in ("gn", "gr", "br", "tr", "ch", "vr", "dr")
        if stem[vowel] == "é" and not two_sounds:
            return stem[:vowel] + "è" + stem[vowel + 1 :]
        if stem[vowel] == "e" and size == 1:
            return stem[:vowel] + "è" + stem[vowel + 1 :]
    return stem


def _soft(stem: str, ending: str) -> str:
    """Keeps the sound of g and c before a and o: mangeons, commençons."""
    if ending[:1] in ("a", "o"):
        if stem.endswith("g"):
            return stem + "e" + ending
        if stem.endswith("c"):
            return stem[:-1] + "ç" + ending
    return stem + ending


@cache
def _row(infinitive: str) -> Irregular:
    """Present forms, participle, future stem and auxiliary of any verb, regular or not."""
    irregular, with_etre = load_irregular()
    if infinitive in irregular:
        return irregular[infinitive]
    stem, group = infinitive[:-2], infinitive[-2:]
    auxiliary = "être" if infinitive in with_etre else "avoir"
    if group == "er":
        mute = _mute_stem(stem)
        forms = tuple(_soft(stem if person in (3, 4) else mute, _PRESENT_ER[person]) for person in range(6))
        # Traditional spelling keeps the é of préférer before the future ending, but achètera has its accent.
        future = infinitive if "è" in mute and "é" in stem[-3:] else mute + "er"
        return Irregular(forms, stem + "é", future, auxiliary)
    if group == "ir":
        return Irregular(tuple(stem + ending for ending in _PRESENT_IR), stem + "i", infinitive, auxiliary)
    if group == "re":
        return Irregular(tuple(stem + ending for ending in _PRESENT_RE), stem + "u", infinitive[:-1], auxiliary)
    raise ValueError(f"no conjugation for {infinitive}")


def conjugate(infinitive: str, tense: str, person: int) -> str:
    """One simple verb form.

    Args:
        infinitive: The verb, without any reflexive pronoun.
        tense: "present", "imperfect", "future", "conditional" or "imperative".
        person: 0 to 5 for je, tu, il, nous, vous, ils.
    """
    row = _row(infinitive)
    if tense == "present":
        return row.present[person]
    if tense == "future":
        return row.future + _FUTURE[person]
    if tense == "conditional":
        return row.future + _IMPERFECT[person]
    if tense == "imperfect":
        if infinitive == "être":
            return "ét" + _IMPERFECT[person]
        stem = row.present[3].removesuffix("ons").removesuffix("ç")
        if row.present[3].endswith("çons"):
            return _soft(stem + "c", _IMPERFECT[person])
        if stem.endswith("ge") and infinitive.endswith("ger"):
            return _soft(stem[:-1], _IMPERFECT[person])
        return stem + _IMPERFECT[person]
    if tense == "imperative":
        special = {"être": ("sois", "soyons", "soyez"), "avoir": ("aie", "ayons", "ayez")}
        if infinitive in special:
            return special[infinitive][{1: 0, 3: 1, 4: 2}[person]]
        form = row.present[person]
        # The second person singular loses its s where the present ends in -es or -as.
        return form[:-1] if person == 1 and form.endswith(("es", "as")) else form
    raise ValueError(f"unknown tense {tense}")


def participle(infinitive: str) -> str:
    """The past participle, masculine singular."""
    return _row(infinitive).participle


def auxiliary(infinitive: str) -> str:
    """Gives "avoir" or "être" for the compound past of a verb that is not reflexive."""
    return _row(infinitive).auxiliary
