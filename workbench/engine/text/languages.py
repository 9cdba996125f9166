"""Language tags: BCP-47 prefix matching, three-letter codes and English names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened

_CODES = (
    "af am ar az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fo fr ga gd gl gu ha he hi hr hu hy id is "
    "it ja ka kk km kn ko ku ky la lb lo lt lv mi mk ml mn mr ms mt my nb ne nl nn no oc pa pl ps pt qu rm ro ru "
    "rw se si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi xh yi yo zh zu"
)
#: Languages often met in corpora: a file or a column may be named after one.
_KNOWN = frozenset(_CODES.split())
#: Names that are neither CLDR's English ones nor codes that ``langcodes`` shortens.
_ALSO_NAMED = {
    "bengali": "bn",
    "deutsch": "de",
    "español": "es",
    "farsi": "fa",
    "français": "fr",
    "gaelic": "gd",
    "italiano": "it",
    "maori": "mi",
    "nederlands": "nl",
    "svenska": "sv",
    "tgl": "tl",
}
_TAG = re.compile(r"^[a-z]{2,3}(-[a-z0-9]{1,8})*$")
#: Characters of a tag, or of what a file has in the place of one.
_LONGEST_TAG = 40
_MODIFIERS = {"latin": "latn", "cyrillic": "cyrl", "valencia": "valencia"}


def normalise_tag(tag: str) -> str:
    """A tag in one spelling: ``en_US.UTF-8`` is ``en-us``, ``sr@latin`` is ``sr-latn``, ``deu`` is ``de``.

    Any three-letter code of ISO 639 that has a two-letter one becomes that, and a member of a macrolanguage that is
    the usual reading of it likewise: ``zho`` and ``cmn`` are ``zh``, ``dzo`` is ``dz``, ``arb`` is ``ar``.
    What is no tag becomes short and printable at least, since files name their languages themselves.
    """
    text, _, modifier = shortened(tag, _LONGEST_TAG).lower().partition("@")
    text = text.partition(".")[0].replace("_", "-")
    primary, dash, rest = text.partition("-")
    text = _shortest(primary) + dash + rest
    return f"{text}-{_MODIFIERS[modifier]}" if modifier in _MODIFIERS else text


@lru_cache(maxsize=4096)
def _shortest(primary: str) -> str:
    """The two-letter code of a three-letter one or of a name, where there is one."""
    if primary in _ALSO_NAMED:
        return _ALSO_NAMED[primary]
    if len(primary) > 3:
        return _english_names().get(primary, primary)
    if len(primary) < 3 or not (primary.isascii() and primary.isalpha()):
        return primary
    # its tables take a moment to load, and few tags need them
    from langcodes import standardize_tag
    from langcodes.tag_parser import LanguageTagError

    try:
        short = standardize_tag(primary, macro=True).lower()
    except LanguageTagError:
        return primary
    return short if len(short) == 2 else primary


@cache
def _english_names() -> dict[str, str]:
    """English name -> code of each language that this program knows."""
    from babel import Locale

    names = Locale("en").languages
    return {names[code].lower(): code for code in _KNOWN}


def direction_of_language(tag: str) -> str:
    """``rtl`` for a language that is written from right to left, else ``ltr``, as HTML says it."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(tag, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


def primary_language(tag: str) -> str:
    """The language of a tag without its script and country: ``pt`` for ``pt-BR``."""
    return normalise_tag(tag).partition("-")[0]


def looks_like_tag(text: str) -> bool:
    """Whether a column name or key names a language this program knows."""
    tag = normalise_tag(text)
    return bool(_TAG.match(tag)) and tag.partition("-")[0] in _KNOWN


def is_known_language(tag: str) -> bool:
    """Whether the primary language of a tag is one of those that this program knows."""
    return primary_language(tag) in _KNOWN


def matches(tag: str, wanted: str) -> bool:
    """Whether ``tag`` is the wanted language: equal, or ``wanted`` is a prefix of it (RFC 4647, basic filtering)."""
    have, want = normalise_tag(tag), normalise_tag(wanted)
    return bool(want) and (have == want or have.startswith(want + "-"))


def pick(tags: Sequence[str], wanted: str) -> int | None:
    """The index of the tag that fits best: the exact one, one that ``wanted`` is a prefix of, or its bare language.

    ``en`` finds ``en-GB``; ``pt-BR`` finds ``pt`` but never ``pt-PT``.
    """
    want = normalise_tag(wanted)
    if not want:
        return None
    have = [normalise_tag(tag) for tag in tags]
    if want in have:
        return have.index(want)
    for index, tag in enumerate(have):
        if tag.startswith(want + "-"):
            return index
    while "-" in want:
        want = want.rpartition("-")[0]
        if want in have:
            return have.index(want)
    return None


def same(first: str, second: str) -> bool:
    """Whether one tag is the other or a prefix of it."""
    return matches(first, second) or matches(second, first)


def join_tags(tags: Iterable[str]) -> str:
    """Tags for a message, sorted, at most twenty."""
    found = sorted(set(tags))
    shown = ", ".join(found[:20])
    return Message("{names} and {count} more", names=shown, count=len(found) - 20) if len(found) > 20 else shown
