"""Which writing systems a language uses, and which a text is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import regex

from workbench.engine.data.words import UNSPACED_SCRIPTS

#: Languages by script (Unicode CLDR likely subtags); what is not here is learnt from the corpus.
_LANGUAGES = {
    "Latin": "en fr de es pt it nl sv da nb nn no fi is et lv lt pl cs sk sl hr hu ro sq tr az vi id ms tl fil sw eu ca"
    " gl ga gd cy br oc la eo af mt lb fo fy zu xh yo ig ha so rw mg ht qu ay gn mi sm to haw jv su ceb tk",
    "Cyrillic": "ru uk be bg mk kk ky tg mn ba tt cv os",
    "Greek": "el grc",
    "Arabic": "ar fa ur ps ug sd ckb dv",
    "Hebrew": "he yi",
    "Devanagari": "hi mr ne sa mai bho",
    "Bengali": "bn as",
    "Gurmukhi": "pa",
    "Gujarati": "gu",
    "Oriya": "or",
    "Tamil": "ta",
    "Telugu": "te",
    "Kannada": "kn",
    "Malayalam": "ml",
    "Sinhala": "si",
    "Thai": "th",
    "Lao": "lo",
    "Tibetan": "bo dz adx kgb",
    "Myanmar": "my shn mnw ksw kht rki",
    "Khmer": "km",
    "Georgian": "ka",
    "Armenian": "hy",
    "Ethiopic": "am ti",
    "Han": "zh yue wuu lzh hak gan hsn cjy",
}
_SEVERAL = {
    "ja": ("Han", "Hiragana", "Katakana"),
    "ko": ("Hangul", "Han"),
    "sr": ("Cyrillic", "Latin"),
    "uz": ("Latin", "Cyrillic"),
    "bs": ("Latin", "Cyrillic"),
    "dv": ("Thaana",),
    "ku": ("Latin", "Arabic"),
}
_BY_LANGUAGE: dict[str, frozenset[str]] = {
    language: frozenset({script}) for script, languages in _LANGUAGES.items() for language in languages.split()
} | {language: frozenset(scripts) for language, scripts in _SEVERAL.items()}
#: ISO 15924 subtags of BCP-47 tags such as sr-Latn.
_SUBTAGS = {
    "latn": ("Latin",), "cyrl": ("Cyrillic",), "arab": ("Arabic",), "grek": ("Greek",), "hebr": ("Hebrew",),
    "deva": ("Devanagari",), "hans": ("Han",), "hant": ("Han",), "hani": ("Han",), "hang": ("Hangul",),
    "jpan": ("Han", "Hiragana", "Katakana"), "kore": ("Hangul", "Han"), "beng": ("Bengali",), "thai": ("Thai",),
    "laoo": ("Lao",), "khmr": ("Khmer",), "mymr": ("Myanmar",), "tibt": ("Tibetan",), "hira": ("Hiragana",),
    "kana": ("Katakana",), "hrkt": ("Hiragana", "Katakana"),
}  # fmt: skip
_ALL = sorted({s for scripts in _BY_LANGUAGE.values() for s in scripts} | set(UNSPACED_SCRIPTS))
_LETTER = regex.compile(r"\p{L}")
_EACH = regex.compile("|".join(rf"(?P<{script}>\p{{Script={script}}})" for script in _ALL))


def expected_scripts(tag: str) -> frozenset[str]:
    """Scripts of a BCP-47 tag; empty when the tag is empty or unknown."""
    from workbench.engine.data.readers.languages import normalise_tag  # the readers look at scripts, too

    language, *rest = normalise_tag(tag).split("-")
    for part in rest:
        if part in _SUBTAGS:
            return frozenset(_SUBTAGS[part])
    return _BY_LANGUAGE.get(language, frozenset())


def majority_script(texts: Iterable[str]) -> frozenset[str]:
    """The script most letters are in, as a set of one; empty when there are no letters.

    Kana and hangul bring the scripts they are mixed with.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        for match in _EACH.finditer(text[:200]):
            if match.lastgroup and _LETTER.match(match[0]):
                counts[match.lastgroup] += 1
    if not counts:
        return frozenset()
    first = counts.most_common(1)[0][0]
    if counts["Hiragana"] + counts["Katakana"] > 0.05 * counts.total():
        return frozenset(_SEVERAL["ja"]) if first in _SEVERAL["ja"] else frozenset({first})
    return frozenset(_SEVERAL["ko"]) if first == "Hangul" else frozenset({first})


@lru_cache(maxsize=64)
def _letters_of(scripts: frozenset[str]) -> regex.Pattern[str]:
    classes = "".join(rf"\p{{Script={script}}}" for script in sorted(scripts))
    return regex.compile(rf"[\p{{L}}&&[{classes}]]", regex.VERSION1)


def share_in_scripts(text: str, scripts: frozenset[str]) -> tuple[int, float]:
    """Letters of ``text``, and which share of them belongs to ``scripts`` (1.0 when there are none)."""
    letters = len(_LETTER.findall(text))
    return letters, (len(_letters_of(scripts).findall(text)) / letters if letters else 1.0)
