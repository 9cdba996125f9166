"""Languages by their names in many languages: which language a column's header names, if any.

Names come from Unicode CLDR through Babel (the names that about forty-five locales have for the languages of
``languages.py``); they are loaded when a header is met that is neither a tag nor an English name.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.engine.corpora.readers.tables.table_words import known_words
from workbench.engine.text.languages import is_known_language, looks_like_tag, normalise_tag

#: Interface languages whose names for languages are understood.
_LOCALES = (
    "en de fr es it pt nl sv da nb fi pl cs sk sl hr sr hu ro bg el ru uk be tr ar fa he hi bn th vi id ms ja ko zh"
    " zh_Hant ca eu gl et lv lt sq"
)
#: Names in daily use that CLDR lacks.
_MORE = {
    "ar": "العربي",
    "de": "德文",
    "en": "英文 영문 inglese/uk",
    "es": "castellano castilian castellà 西班牙文",
    "fa": "farsi",
    "fr": "法文",
    "it": "意大利文",
    "ja": "日文 日本文",
    "ko": "韩文 韓文 한글 국문 조선말",
    "nl": "flämisch vlaams flemish",
    "no": "norwegisch norvégien noruego",
    "pt": "葡萄牙文",
    "ru": "俄文",
    "sr": "српски srpski",
    "zh": "mandarin putonghua 汉语 漢語 华语 華語 国语 國語 중문 중국어",
    "zh-Hans": "简体 简中 簡体字",
    "zh-Hant": "繁體 繁中 繁体字",
    "id": "bahasa",
}
_BRACKETED = re.compile(r"[(\[{<]\s*([^()\[\]{}<>]+?)\s*[)\]}>]")
_SEPARATORS = re.compile(r"[\s_\-./:|,;()\[\]{}<>]+")
_CODE = re.compile(r"^[a-zA-Z]{2,3}([_-][a-zA-Z]{2,4}){0,2}$")
#: Words that may stand beside a language's code in a header: ``text_en``, ``EN source``, ``msgstr[fr]``.
_BESIDE_CODE = known_words("codes", "beside")


def tag_of(name: str) -> str:
    """A tag or English name in the usual spelling: ``DE_at`` is ``de-AT``, ``German`` is ``de``."""
    primary, *rest = normalise_tag(name).split("-")
    spelled = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest]
    return "-".join([primary, *spelled])


@cache
def _names() -> dict[str, str]:
    """Casefolded names of languages in many languages, each with its tag."""
    from babel import localedata

    found: dict[str, str] = {}
    for locale in _LOCALES.split():
        for code, name in localedata.load(locale)["languages"].items():
            tag = str(code).replace("_", "-")
            if is_known_language(tag) and isinstance(name, str) and len(name) > 1:
                found.setdefault(name.casefold(), tag)
    for tag, names in _MORE.items():
        found |= {name.casefold(): tag for name in names.split()}
    return found


def _looked_up(text: str) -> str:
    folded = text.casefold().strip()
    if not 2 <= len(folded) <= 40 or not any(c.isalpha() for c in folded):
        return ""
    return _names().get(folded, "")


def language_named(name: str) -> str:
    """The tag of the language that a header names; "" when it names none.

    Understood are tags (``en``, ``pt_BR``, ``deu``), names in many languages (``Englisch``, ``français``, ``英语``),
    and both inside a longer header (``Target (fr)``, ``text_en``, ``Französische Übersetzung``). Whether the cells
    below agree is not asked here.
    """
    text = name.strip().strip("*:#").strip()
    if not text or len(text) > 60 or text[-1] in ".!?。！？":
        return ""
    if looks_like_tag(text):
        return tag_of(text)
    return _looked_up(text) or _inside(text)


def _inside(text: str) -> str:
    """The language that a part of a header names."""
    # "English (UK)": what stands outside the brackets wins, or the United Kingdom would be Ukrainian.
    outside = _BRACKETED.sub(" ", text).strip()
    if outside != text and outside:
        found = tag_of(outside) if looks_like_tag(outside) else _looked_up(outside)
        if found:
            return found
    for part in _BRACKETED.findall(text):
        if (_CODE.match(part) or len(part) > 3) and looks_like_tag(part):
            return tag_of(part)
        if found := _looked_up(part):
            return found
    tokens = [token for token in _SEPARATORS.split(text) if token]
    if not 2 <= len(tokens) <= 5:
        return ""
    beside = [token.casefold() in _BESIDE_CODE for token in tokens]
    for token in tokens:
        if len(token) > 3 and (found := tag_of(token) if looks_like_tag(token) else _looked_up(token)):
            return found
    for token in (tokens[-1], tokens[0]):
        if _CODE.match(token) and looks_like_tag(token) and sum(beside) >= len(tokens) - 1:
            return tag_of(token)
    return _inflected(tokens)


def _inflected(tokens: list[str]) -> str:
    """``Französische Übersetzung``: a name with an adjective's ending."""
    for token in tokens:
        for cut in (1, 2):
            if len(token) - cut >= 6 and (found := _looked_up(token[:-cut])):
                return found
    return ""
