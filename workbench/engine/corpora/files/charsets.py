"""Which character encoding a text is in, by its mark, its zero bytes, UTF-8's rules, or the likeliest older one."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.text.languages import normalise_tag, primary_language

UTF8 = "utf-8"
#: Encodings offered to a person: Python's codec, the usual name, the languages it was made for.
COMMON: tuple[tuple[str, str, str], ...] = (
    ("utf-8", "UTF-8", "all languages"),
    ("utf-16", "UTF-16", "all languages"),
    ("cp1252", "windows-1252", "Western Europe"),
    ("cp1250", "windows-1250", "Central Europe"),
    ("cp1251", "windows-1251", "Cyrillic"),
    ("cp1253", "windows-1253", "Greek"),
    ("cp1254", "windows-1254", "Turkish"),
    ("cp1255", "windows-1255", "Hebrew"),
    ("cp1256", "windows-1256", "Arabic"),
    ("cp1257", "windows-1257", "Baltic"),
    ("cp1258", "windows-1258", "Vietnamese"),
    ("cp874", "windows-874", "Thai"),
    ("iso8859-2", "ISO-8859-2", "Central Europe"),
    ("iso8859-5", "ISO-8859-5", "Cyrillic"),
    ("iso8859-7", "ISO-8859-7", "Greek"),
    ("iso8859-15", "ISO-8859-15", "Western Europe"),
    ("koi8-r", "KOI8-R", "Russian"),
    ("koi8-u", "KOI8-U", "Ukrainian"),
    ("cp866", "IBM866", "Cyrillic, DOS"),
    ("cp850", "IBM850", "Western Europe, DOS"),
    ("cp852", "IBM852", "Central Europe, DOS"),
    ("mac-roman", "Macintosh", "Western Europe, old Mac"),
    ("cp932", "Shift-JIS", "Japanese"),
    ("euc_jp", "EUC-JP", "Japanese"),
    ("gb18030", "GB18030", "simplified Chinese"),
    ("big5hkscs", "Big5", "traditional Chinese"),
    ("cp949", "EUC-KR", "Korean"),
)
_NAMES = {codec: name for codec, name, _ in COMMON} | {
    "utf-8-sig": "UTF-8",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
    "iso2022_jp": "ISO-2022-JP",
}


def _table(text: str) -> dict[str, str]:
    return dict(entry.split(":") for entry in text.split())


#: Codecs that hold all of another one (as browsers read them), and names that Python does not know.
_WIDER = _table(
    "iso8859-1:cp1252 ascii:utf-8 shift_jis:cp932 gb2312:gb18030 gbk:gb18030 big5:big5hkscs euc_kr:cp949"
    " iso8859-9:cp1254 iso8859-11:cp874 tis-620:cp874 utf-8-sig:utf-8"
)
_ALIASES = _table(
    "ansi:cp1252 windows-874:cp874 mac:mac-roman utf8-bom:utf-8 utf-8-bom:utf-8 unicode:utf-16 windows-31j:cp932"
    " x-sjis:cp932 koi8:koi8-r windows-949:cp949 windows-936:gb18030 windows-950:big5hkscs iso-8859-8-i:iso8859-8"
    " dos:cp850"
)
#: Codecs of Python that are no encoding of a file's text.
_NO_FILE = frozenset(
    "idna punycode unicode-escape raw-unicode-escape undefined mbcs oem utf-7 charmap".split()  # noqa: SIM905
)
#: Those that cannot be read line by line.
_NO_LINES = frozenset({"palmos", "ptcp154"})
#: Marks at the start of a file; UTF-32 first, since UTF-16's mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A country's top-level domain, by which the detector weighs encodings, where it is not spelt like the language.
_DOMAINS = _table(
    "en:uk cs:cz da:dk sv:se el:gr ja:jp zh:cn ko:kr uk:ua he:il ar:sa et:ee sl:si sr:rs fa:ir vi:vn be:by nb:no sq:al"
    " hi:in ca:es eu:es gl:es kk:kz ky:kg tg:tj"
)
_REGIONS = {"zh-tw": "tw", "zh-hk": "hk", "zh-hant": "tw", "zh-mo": "mo"}
#: Encodings in which languages are written, the commonest first; other languages of Latin script use windows-1252.
_FAMILIES = (
    (("cp1250", "iso8859-2", "iso8859-16", "cp852"), "cs sk pl hu sl hr ro bs sq"),
    (("cp1251", "koi8-r", "koi8-u", "iso8859-5", "cp866"), "ru uk bg be mk sr kk mn ky tg"),
    (("cp1253", "iso8859-7"), "el"),
    (("cp1254",), "tr az"),
    (("cp1255", "iso8859-8"), "he yi"),
    (("cp1256", "iso8859-6"), "ar fa ur ps"),
    (("cp1257", "iso8859-4", "iso8859-13"), "lt lv et"),
    (("cp1258",), "vi"),
    (("cp874",), "th"),
    (("cp932", "euc_jp", "iso2022_jp"), "ja"),
    (("gb18030", "big5hkscs"), "zh"),
    (("cp949",), "ko"),
    (("cp1252", "mac-roman", "cp850", "iso8859-15"), "fr de es pt it nl sv da nb nn no fi is ca gl eu ga gd br oc af"),
)
_FAMILY_OF = {language: codecs_ for codecs_, languages in _FAMILIES for language in languages.split()}
_OLDER_LATIN = ("mac-roman", "cp850", "cp852")
#: So few bytes beyond ASCII leave the detector in doubt.
_FEW = 64
_BEYOND_ASCII = bytes(range(128, 256))
_ESCAPE = b"\x1b"
_BROKEN = "\ufffd"
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


@dataclass(frozen=True)
class Charset:
    """The encoding a text is read in.

    Attributes:
        codec: Python's name of it.
        told: Whether a person, a mark or the bytes themselves leave no doubt; otherwise it is the likeliest one.
    """

    codec: str
    told: bool = True

    @property
    def name(self) -> str:
        """Usual name, such as ``windows-1252``."""
        return _NAMES.get(self.codec, self.codec)

    @property
    def is_wide(self) -> bool:
        """Whether a line feed is not the one byte 0x0A in it, so that lines are cut after decoding."""
        return "\n".encode(self.codec) != b"\n"


def text_codec(name: str) -> str:
    """Python's name of a character encoding; empty when it is unknown or no encoding of text (``unicode_escape``)."""
    try:
        found = codecs.lookup(name.strip())
        # One that is not made for streams of text fails here.
        "\n".encode(found.name).decode(found.name)
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""
    return "" if found.name.replace("_", "-") in _NO_FILE else found.name


def named(name: str) -> Charset:
    """The encoding a person named.

    Raises:
        InputError: There is no such encoding of text.
    """
    asked = name.strip().lower().replace("_", "-").replace(" ", "-")
    codec = text_codec(_ALIASES.get(asked, asked))
    if not codec or codec in _NO_LINES:
        raise InputError(
            Message("'{name}' is no character encoding that is known here", name=name[:40]),
            where="encoding",
            advice=Message(
                "Known, among others: utf-8, utf-16, windows-1252, windows-1250, windows-1251, shift-jis, gb18030."
            ),
        )
    return Charset(_WIDER.get(codec, codec))


def marked(head: bytes) -> Charset | None:
    """The encoding that a byte order mark, or the zero bytes of UTF-16 and UTF-32, make plain; else ``None``."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return Charset(codec)
    return _by_zeros(head[:4096])


def _by_zeros(head: bytes) -> Charset | None:
    """UTF-16 or UTF-32 without a mark: zero bytes at the same place of each unit, and text when read so."""
    zeros = [head[i::4].count(0) for i in range(4)]
    if not sum(zeros) or len(head) < 4:
        return None
    units = len(head) // 4
    candidates = []
    if min(zeros[2], zeros[3]) >= 0.9 * units:
        candidates.append("utf-32-le")
    elif min(zeros[0], zeros[1]) >= 0.9 * units:
        candidates.append("utf-32-be")
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > 8 * even:
        candidates.append("utf-16-le")
    elif even > 8 * odd:
        candidates.append("utf-16-be")
    for codec in candidates:
        size = 4 if "32" in codec else 2
        try:
            text = codecs.getincrementaldecoder(codec)().decode(head[: len(head) // size * size])
        except UnicodeError:
            continue
        strange = sum(c not in "\t\n\r\f" and unicodedata.category(c) in ("Cc", "Cn", "Co") for c in text)
        if strange <= 0.01 * len(text):
            return Charset(codec)
    return None


def is_plain(line: bytes) -> bool:
    """Whether a line reads the same in every encoding: ASCII without the escapes of ISO-2022."""
    return line.isascii() and _ESCAPE not in line


def decide(lines: Sequence[bytes], languages: Sequence[str] = (), *, old_mac: bool = False) -> Charset:
    """Decide from lines that are not plain.

    Text that is UTF-8 but for some broken lines stays UTF-8, so that reading names the first of them; text of which
    hardly a line is UTF-8 is in an older encoding.
    """
    right = wrong = sequences = 0
    for line in lines:
        try:
            line.decode(UTF8)
        except UnicodeDecodeError:
            wrong += 1
        else:
            if not line.isascii():
                right += 1
                sequences += len(_SEQUENCE.findall(line))
    # A short word of Chinese or Thai can be UTF-8 by chance, hence more than one line or letter.
    if (right and not wrong) or (2 * right >= wrong > 0 and sequences >= 2):
        return Charset(UTF8)
    if not wrong:
        escapes = any(_ESCAPE in line for line in lines) and likeliest(b"\n".join(lines)) == "iso2022_jp"
        return Charset("iso2022_jp", told=False) if escapes else Charset(UTF8)
    return Charset(likeliest(b"\n".join(lines), languages, old_mac=old_mac), told=False)


def likeliest(sample: bytes, languages: Sequence[str] = (), *, old_mac: bool = False) -> str:
    """The likeliest codec of text that is not UTF-8, by Firefox's detector and what it leaves out (Mac, DOS)."""
    from chardetng_py import EncodingDetector

    detector = EncodingDetector()
    detector.feed(sample, last=True)
    domains = dict.fromkeys([*map(_domain, languages), None])
    guesses = dict.fromkeys(_python_codec(detector.guess(tld=domain, allow_utf8=False)) for domain in domains)
    # A language told is only a hint: of several guesses, that which makes words of its letters is taken.
    best = max(guesses, key=lambda codec: round(plausibility(sample, codec), 2))
    if len(sample) - len(sample.translate(None, _BEYOND_ASCII)) < _FEW:
        best = _of_languages(best, sample, languages)
    ordinary = plausibility(sample, best)
    if not best.startswith(("cp125", "iso8859")) and ordinary >= 0.5:
        return best
    others = sorted(_OLDER_LATIN, key=lambda codec: -plausibility(sample, codec))
    rival = plausibility(sample, others[0])
    return others[0] if rival > 0.9 and rival > ordinary + (0.1 if old_mac else 0.15) else best


def _of_languages(guess: str, sample: bytes, languages: Sequence[str]) -> str:
    """An encoding of the languages told, when the text looks as good in it as in the one guessed."""
    families = [_FAMILY_OF[tag] for tag in (primary_language(t) for t in languages) if tag in _FAMILY_OF]
    if not families or any(guess in family for family in families):
        return guess
    usual = max((family[0] for family in families), key=lambda codec: plausibility(sample, codec))
    return usual if plausibility(sample, usual) >= max(0.9, plausibility(sample, guess) - 0.02) else guess


def _domain(language: str) -> bytes | None:
    tag = normalise_tag(language)
    primary = tag.partition("-")[0]
    domain = next((d for prefix, d in _REGIONS.items() if tag.startswith(prefix)), _DOMAINS.get(primary, primary))
    return domain.encode() if domain.isascii() and domain.isalpha() and domain != "uk" else None


def _python_codec(label: str) -> str:
    name = codecs.lookup(_ALIASES.get(label.lower(), label)).name
    return _WIDER.get(name, name)


def plausibility(sample: bytes, codec: str) -> float:
    """How much of what is not ASCII looks like text when read so, from 0 to 1.

    A letter that fits its neighbours counts as text: no capital after a small letter, no other script beside it. Signs
    inside words, control characters and what cannot be decoded do not.
    """
    text = sample[:65536].decode(codec, errors="replace")
    good = all_ = 0
    for index, c in enumerate(text):
        if c < "\x80":
            continue
        all_ += 1
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        good += _fits(before, c, after)
    return good / all_ if all_ else 1.0


def _fits(before: str, c: str, after: str) -> bool:
    category = unicodedata.category(c)
    if c == _BROKEN or category in ("Cc", "Cn", "Co"):
        return False
    if category[0] in "LM":
        if c.isupper() and (before.islower() or (after.islower() and before.isupper() and len(before) == 1)):
            return False
        near = [n for n in (before, after) if n.isalpha()]
        # Words of Latin script that are made of accented letters alone are another script's.
        if c < "\u0250" and len(near) == 2 and min(near) > "\x7f":
            return False
        return all((n < "\u0250") == (c < "\u0250") for n in near)
    inside = before.isalpha() and after.isalpha()
    return not inside or c in "’·–—"
