"""Language tags: BCP-47 prefix matching, three-letter codes and English names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from workbench.engine.core.messages import Message

#: Three-letter codes (terminological and bibliographic) and English names of languages often met in corpora.
_NAMES = {
    "af": "afr afrikaans",
    "am": "amh amharic",
    "ar": "ara arabic",
    "az": "aze azerbaijani",
    "be": "bel belarusian",
    "bg": "bul bulgarian",
    "bn": "ben bengali",
    "br": "bre breton",
    "bs": "bos bosnian",
    "ca": "cat catalan",
    "cs": "ces cze czech",
    "cy": "cym wel welsh",
    "da": "dan danish",
    "de": "deu ger german deutsch",
    "el": "ell gre greek",
    "en": "eng english",
    "eo": "epo esperanto",
    "es": "spa spanish español",
    "et": "est estonian",
    "eu": "eus baq basque",
    "fa": "fas per persian farsi",
    "fi": "fin finnish",
    "fo": "fao faroese",
    "fr": "fra fre french français",
    "ga": "gle irish",
    "gd": "gla gaelic",
    "gl": "glg galician",
    "gu": "guj gujarati",
    "ha": "hau hausa",
    "he": "heb hebrew",
    "hi": "hin hindi",
    "hr": "hrv croatian",
    "hu": "hun hungarian",
    "hy": "hye arm armenian",
    "id": "ind indonesian",
    "is": "isl ice icelandic",
    "it": "ita italian italiano",
    "ja": "jpn japanese",
    "ka": "kat geo georgian",
    "kk": "kaz kazakh",
    "km": "khm khmer",
    "kn": "kan kannada",
    "ko": "kor korean",
    "ku": "kur kurdish",
    "ky": "kir kyrgyz",
    "la": "lat latin",
    "lb": "ltz luxembourgish",
    "lo": "lao",
    "lt": "lit lithuanian",
    "lv": "lav latvian",
    "mi": "mri mao maori",
    "mk": "mkd mac macedonian",
    "ml": "mal malayalam",
    "mn": "mon mongolian",
    "mr": "mar marathi",
    "ms": "msa may malay",
    "mt": "mlt maltese",
    "my": "mya bur burmese",
    "nb": "nob",
    "ne": "nep nepali",
    "nl": "nld dut dutch nederlands",
    "nn": "nno",
    "no": "nor norwegian",
    "oc": "oci occitan",
    "pa": "pan punjabi",
    "pl": "pol polish",
    "ps": "pus pashto",
    "pt": "por portuguese",
    "qu": "que quechua",
    "rm": "roh romansh",
    "ro": "ron rum romanian",
    "ru": "rus russian",
    "rw": "kin kinyarwanda",
    "se": "sme",
    "si": "sin sinhala",
    "sk": "slk slo slovak",
    "sl": "slv slovenian",
    "so": "som somali",
    "sq": "sqi alb albanian",
    "sr": "srp serbian",
    "sv": "swe swedish svenska",
    "sw": "swa swahili",
    "ta": "tam tamil",
    "te": "tel telugu",
    "th": "tha thai",
    "tl": "tgl tagalog",
    "tr": "tur turkish",
    "uk": "ukr ukrainian",
    "ur": "urd urdu",
    "uz": "uzb uzbek",
    "vi": "vie vietnamese",
    "xh": "xho xhosa",
    "yi": "yid yiddish",
    "yo": "yor yoruba",
    "zh": "zho chi chinese cmn",
    "zu": "zul zulu",
}
_SHORT = {name: code for code, names in _NAMES.items() for name in names.split()}
_TAG = re.compile(r"^[a-z]{2,3}(-[a-z0-9]{1,8})*$")
_MODIFIERS = {"latin": "latn", "cyrillic": "cyrl", "valencia": "valencia"}


def normalise_tag(tag: str) -> str:
    """A tag in one spelling: ``en_US.UTF-8`` is ``en-us``, ``sr@latin`` is ``sr-latn``, ``deu`` is ``de``.

    Any three-letter code of ISO 639 that has a two-letter one becomes that, and a member of a macrolanguage that is
    the usual reading of it likewise: ``zho`` and ``cmn`` are ``zh``, ``dzo`` is ``dz``, ``arb`` is ``ar``.
    """
    text, _, modifier = tag.strip().lower().partition("@")
    text = text.partition(".")[0].replace("_", "-")
    primary, dash, rest = text.partition("-")
    text = (_SHORT.get(primary) or _shortest(primary)) + dash + rest
    return f"{text}-{_MODIFIERS[modifier]}" if modifier in _MODIFIERS else text


@lru_cache(maxsize=4096)
def _shortest(primary: str) -> str:
    """The two-letter code of a three-letter one, where there is one."""
    if len(primary) != 3 or not (primary.isascii() and primary.isalpha()):
        return primary
    # its tables take a moment to load, and few tags need them
    from langcodes import standardize_tag
    from langcodes.tag_parser import LanguageTagError

    try:
        short = standardize_tag(primary, macro=True).lower()
    except LanguageTagError:
        return primary
    return short if len(short) == 2 else primary


def primary_language(tag: str) -> str:
    """The language of a tag without its script and country: ``pt`` for ``pt-BR``."""
    return normalise_tag(tag).partition("-")[0]


def looks_like_tag(text: str) -> bool:
    """Whether a column name or key names a language this program knows."""
    tag = normalise_tag(text)
    return bool(_TAG.match(tag)) and tag.partition("-")[0] in _NAMES


def is_known_language(tag: str) -> bool:
    """Whether the primary language of a tag is one of those that this program knows."""
    return primary_language(tag) in _NAMES


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
