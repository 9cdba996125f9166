"""gettext catalogues: PO sources and compiled MO files."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import one_line
from workbench.engine.core.types import Pair
from workbench.engine.corpora.files.declared import MARKING, declared_codec, told_codec
from workbench.engine.corpora.readers.base import Wanted, head_text, open_binary, reading, register
from workbench.engine.corpora.readers.keys import KeyWatch
from workbench.engine.corpora.readers.left_out import LeftOut
from workbench.engine.corpora.readers.memories.po_entries import good_entries
from workbench.engine.text.languages import looks_like_tag, normalise_tag, pick, same

#: The language programmers write their messages in unless a catalogue says otherwise.
MSGID_LANGUAGE = "en"
_MO_MAGIC = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
_MO_HEADER = 28
#: A language with or without a country, as catalogues are named after it; ``app`` is no language.
_TAG = re.compile(r"[a-z]{2}(?:[_-][A-Z]{2})?")
#: Bytes, decompressed; catalogues are read as a whole.
_LARGEST = 100 * 2**20
_MOST_LINES = 4_000_000
_CHARSET = re.compile(rb"Content-Type:[^\n]{1,100}?charset=([\w.:-]+)", re.IGNORECASE)
#: More entries than these with bytes that do not fit are no slips: the catalogue is in another encoding.
_SLIPS, _SLIP_SHARE = 10, 0.2


def paired_forms(entry: Any) -> Iterator[tuple[str, str]]:
    """Source and target texts of one translated entry.

    Form 0 belongs to the singular and every other to the plural; a language with one form has only the plural's.
    """
    if not entry.msgid_plural:
        if entry.msgid and entry.msgstr:
            yield entry.msgid, entry.msgstr
        return
    forms = sorted((int(index), text) for index, text in entry.msgstr_plural.items())
    for index, text in forms:
        if text:
            yield (entry.msgid if index == 0 and len(forms) > 1 else entry.msgid_plural), text


def message_language(metadata: Mapping[str, str]) -> str:
    """The language of the messages themselves: what the editor noted (``X-Source-Language``), else English."""
    noted = metadata.get("X-Source-Language", "").strip()
    return normalise_tag(noted) if noted and looks_like_tag(noted) else MSGID_LANGUAGE


def _languages(path: Path, catalogue: Catalogue) -> list[str]:
    messages, language = message_language(catalogue.metadata), catalogue_language(path, catalogue.metadata)
    return [messages, language] if language else [messages]


def catalogue_language(path: Path, metadata: Mapping[str, str]) -> str:
    """The catalogue's language: its header, its folder (``fr/LC_MESSAGES/x.mo``) or its name (``fr.po``)."""
    language = metadata.get("Language", "").strip()
    if not language and path.parent.name == "LC_MESSAGES":
        language = path.parent.parent.name
    if not language:
        stem = path.name.partition(".")[0]
        language = stem if looks_like_tag(stem) or _TAG.fullmatch(stem) else ""
    return normalise_tag(language) if language else ""


@dataclass(frozen=True)
class Catalogue:
    """A parsed catalogue.

    Attributes:
        metadata: Its header.
        entries: Translated entries of polib: ``msgctxt``, ``msgid``, ``msgstr`` and plural forms.
    """

    metadata: Mapping[str, str]
    entries: Sequence[Any]

    def __iter__(self) -> Iterator[Any]:
        return iter(self.entries)


def load_catalogue(path: Path, *, compiled: bool, left: LeftOut | None = None, encoding: str = "") -> Catalogue:
    """Parse a catalogue with polib; entries that cannot be read cost only themselves.

    Args:
        path: The file, plain or compressed.
        compiled: Whether it is an MO file.
        left: Told of what is left out.
        encoding: Character encoding that the person chose.

    Raises:
        CorpusError: Damaged as a whole, cut off (MO), or in another encoding than it names.
    """
    with reading(path), open_binary(path) as handle:
        content = handle.read(_LARGEST + 1)
    if not content:
        raise CorpusError(Message("is empty"), where=str(path))
    if len(content) > _LARGEST:
        raise CorpusError(
            Message("is larger than {number} MB, which no catalogue is", number=_LARGEST // 2**20), where=str(path)
        )
    left = LeftOut(path) if left is None else left
    try:
        return _load_mo(path, content, left) if compiled else _load_po(path, content, left, encoding)
    except (struct.error, OSError, ValueError, IndexError, LookupError, AttributeError, TypeError):
        message, advice = (
            (Message("is not a valid compiled gettext catalogue (MO), or is cut off"), Message("Export it again."))
            if compiled
            else (
                Message("is not a valid gettext catalogue (PO), or is cut off"),
                Message("Check it with: msgfmt -c."),
            )
        )
        raise CorpusError(message, where=str(path), advice=advice) from None


def _load_po(path: Path, content: bytes, left: LeftOut, chosen: str) -> Catalogue:
    import polib

    if content.count(b"\n") + content.count(b"\r") > _MOST_LINES:
        raise CorpusError(
            Message("has more than {most_lines:,} lines, which no catalogue has", most_lines=_MOST_LINES),
            where=str(path),
        )
    codec = _po_codec(path, content, chosen)
    text, count, undecodable = good_entries(content.decode(codec, MARKING).removeprefix("\ufeff"), left)
    if undecodable > max(_SLIPS, _SLIP_SHARE * count) or undecodable > max(1, count // 2):
        raise CorpusError(
            Message(
                "many entries hold bytes that are not valid {codec}, the encoding the catalogue names", codec=codec
            ),
            where=f"{path}:{left.first_line}",
            advice=Message(
                "Name its encoding{command_line}, or convert it with: msgconv -t UTF-8.",
                command_line=" with --encoding",
            ),
        )
    # polib takes text without a line break for a file's name.
    parsed = polib.pofile(text + "\n", encoding="utf-8")
    return Catalogue(parsed.metadata, list(parsed))


def _po_codec(path: Path, content: bytes, chosen: str) -> str:
    """The encoding of a PO file: marked, chosen, UTF-8 where all of it is valid, else what the header names."""
    return told_codec(path, content, chosen) or _codec(path, content, [content])


def _codec(path: Path, content: bytes, texts: Sequence[bytes]) -> str:
    """UTF-8 where all texts are valid UTF-8, whatever an old header says, else what the header names.

    Raises:
        CorpusError: It names something that is no encoding of text.
    """
    found = _CHARSET.search(content)
    named = found[1].decode("ascii", errors="replace") if found else "CHARSET"
    return "utf-8" if named == "CHARSET" or all(map(_is_utf8, texts)) else declared_codec(path, named)


def _load_mo(path: Path, content: bytes, left: LeftOut) -> Catalogue:
    import polib

    _check_mo(path, content)
    # One character for each byte, so that a message in another encoding than the rest costs only itself.
    parsed = polib.mofile(content, encoding="latin-1")
    strings = [text.encode("latin-1") for entry in parsed for text in _texts(entry)]
    codec = _codec(path, content, strings)
    kept = []
    for number, entry in enumerate(parsed, start=1):
        try:
            _recode(entry, codec)
        except UnicodeDecodeError as error:
            byte = f"0x{error.object[error.start]:02X}"
            left.broken(
                0,
                Message("message {number}", number=number),
                Message("byte {byte} is not valid {codec}, the encoding the catalogue names", byte=byte, codec=codec),
            )
            continue
        kept.append(entry)
    metadata = {key: value.encode("latin-1").decode(codec, "replace") for key, value in parsed.metadata.items()}
    return Catalogue(metadata, kept)


def _check_mo(path: Path, content: bytes) -> None:
    """Compare the tables of an MO file with its length; polib would read past the end without a word.

    Raises:
        CorpusError: Cut off, or not an MO file.
    """
    order = {_MO_MAGIC[0]: "<", _MO_MAGIC[1]: ">"}.get(content[:4], "")
    if not order or len(content) < _MO_HEADER:
        raise CorpusError(Message("is not a compiled gettext catalogue (MO), or is cut off"), where=str(path))
    _, count, *tables = struct.unpack(f"{order}4I", content[4:20])
    if any(table + 8 * count > len(content) for table in tables):
        raise CorpusError(
            Message("is cut off: its tables name {count:,} messages", count=count),
            where=str(path),
            advice=Message("Copy or compile it again."),
        )
    for table in tables:
        for number, (length, offset) in enumerate(
            struct.iter_unpack(f"{order}2I", content[table : table + 8 * count]), start=1
        ):
            if offset + length > len(content):
                raise CorpusError(
                    Message(
                        "is cut off: message {number:,} of {count:,} lies behind its end", number=number, count=count
                    ),
                    where=str(path),
                    advice=Message("Copy or compile it again."),
                )


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _texts(entry: Any) -> list[str]:
    texts = [entry.msgctxt, entry.msgid, entry.msgid_plural, entry.msgstr, *entry.msgstr_plural.values()]
    return [text for text in texts if text]


def _recode(entry: Any, codec: str) -> None:
    """Turn texts of one character a byte into what they say.

    Raises:
        UnicodeDecodeError: They are in another encoding.
    """

    def said(text: str) -> str:
        return text.encode("latin-1").decode(codec)

    for name in ("msgctxt", "msgid", "msgid_plural", "msgstr"):
        if getattr(entry, name):
            setattr(entry, name, said(getattr(entry, name)))
    entry.msgstr_plural = {index: said(text) for index, text in entry.msgstr_plural.items()}


def catalogue_pairs(path: Path, catalogue: Catalogue, wanted: Wanted, left: LeftOut) -> Iterator[Pair]:
    """Pairs of a parsed catalogue in the wanted direction, then a warning of each kind for what was left out.

    Raises:
        CorpusError: It is in another language, or holds no translation.
    """
    if not catalogue.entries and left.bad:
        raise CorpusError(
            Message("is not a valid gettext catalogue, or is cut off: {problem}", problem=left.first_why),
            where=f"{path}:{left.first_line}" if left.first_line else str(path),
            advice=Message("Check it with: msgfmt -c."),
        )
    swap = _direction(path, catalogue, wanted)
    watch = KeyWatch()
    found = 0
    for number, entry in enumerate(catalogue):
        for source, target in paired_forms(entry):
            found += 1
            sides = (one_line(source), one_line(target))
            where = f"{path.name}:{getattr(entry, 'linenum', 0) or f'entry {number + 1}'}"
            pair = Pair(sides[1], sides[0], where) if swap else Pair(*sides, where)
            watch.add(pair)
            yield pair
    left.tell()
    watch.tell(path.name, wanted.warn)
    if not found:
        message = Message("holds no translated message")
        if left.reasons:
            message = Message("holds no translated message: {reasons}", reasons=left.summary())
        raise CorpusError(message, where=str(path))


def _direction(path: Path, catalogue: Catalogue, wanted: Wanted) -> bool:
    """Whether the catalogue's translations are the wanted source side."""
    language = catalogue_language(path, catalogue.metadata)
    messages = message_language(catalogue.metadata)
    if not language:
        return bool(wanted.target_lang) and same(wanted.target_lang, messages)
    fits_target = not wanted.target_lang or pick([language], wanted.target_lang) == 0
    fits_source = bool(wanted.source_lang) and pick([language], wanted.source_lang) == 0
    swap = fits_source and not (fits_target and wanted.target_lang)
    if not swap and not fits_target:
        asked = wanted.target_lang
        raise CorpusError(
            Message("has no text in '{language}'", language=asked),
            where=str(path),
            advice=Message("It has: {known}.", known=f"{messages}, {language}"),
        )
    asked = wanted.target_lang if swap else wanted.source_lang
    if asked and not same(asked, messages):
        wanted.warn(
            Message(
                "{path}: the messages are read as '{asked}', though they are probably in '{messages}'",
                path=path.name,
                asked=asked,
                messages=messages,
            )
        )
    return swap


class PoReader:
    """gettext PO; fuzzy entries are left out and counted, obsolete ones passed over, plural forms paired."""

    name = "po"
    title: str = Message("gettext catalogue (PO)")
    suffixes: tuple[str, ...] = (".po", ".pot")
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether lines begin with ``msgid`` and ``msgstr``."""
        lines = head_text(head).splitlines()
        return any(line.startswith('msgid "') for line in lines) and any(line.startswith("msgstr") for line in lines)

    def languages(self, path: Path) -> list[str]:
        """The language of the messages and of the translations."""
        # The header is ASCII whatever the messages are in; in this encoding every byte is a character.
        return _languages(path, load_catalogue(path, compiled=False, encoding="latin-1"))

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        left = LeftOut(path, wanted.warn, "entries")
        catalogue = load_catalogue(path, compiled=False, left=left, encoding=wanted.options.encoding)
        return catalogue_pairs(path, catalogue, wanted, left)


class MoReader:
    """Compiled gettext catalogue."""

    name = "mo"
    title: str = Message("compiled gettext catalogue (MO)")
    suffixes: tuple[str, ...] = (".mo", ".gmo")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic number, in either byte order."""
        return head[:4] in _MO_MAGIC

    def languages(self, path: Path) -> list[str]:
        """The language of the messages and of the translations."""
        return _languages(path, load_catalogue(path, compiled=True))

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        left = LeftOut(path, wanted.warn, "messages")
        return catalogue_pairs(path, load_catalogue(path, compiled=True, left=left), wanted, left)


register(PoReader())
register(MoReader())
