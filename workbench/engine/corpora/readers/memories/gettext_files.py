"""gettext catalogues: PO sources and compiled MO files."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.engine.core.bounds import WHOLE
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import one_line
from workbench.engine.core.types import Pair
from workbench.engine.corpora.files.declared import MARKING, declared_codec, told_codec
from workbench.engine.corpora.readers.base import (
    ANY_BYTES,
    Wanted,
    head_text,
    open_binary,
    reading,
    register,
    tag_of_bytes,
    without_language,
)
from workbench.engine.corpora.readers.keys import KeyWatch
from workbench.engine.corpora.readers.left_out import LeftOut
from workbench.engine.corpora.readers.memories.po_entries import Entry, good_entries, header_fields
from workbench.engine.text.languages import looks_like_tag, normalise_tag, pick, same

#: The language programmers write their messages in unless a catalogue says otherwise.
MSGID_LANGUAGE = "en"
_MO_MAGIC = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
_MO_HEADER = 28
#: A language with or without a country, as catalogues are named after it; ``app`` is no language.
_TAG = re.compile(r"[a-z]{2}(?:[_-][A-Z]{2})?")
_MOST_LINES = 4_000_000
_LINES = re.compile(r'^msgid[ \t]+".*"\s*$', re.MULTILINE), re.compile(r'^msgstr(\[\d+\])?[ \t]*".*"\s*$', re.MULTILINE)
_CHARSET = re.compile(rb"Content-Type:[^\n]{1,100}?charset=([\w.:-]+)", re.IGNORECASE)
#: More entries than these with bytes that do not fit are no slips: the catalogue is in another encoding.
_SLIPS, _SLIP_SHARE = 10, 0.2


def paired_forms(entry: Entry) -> Iterator[tuple[str, str]]:
    """Source and target texts of one translated entry.

    Form 0 belongs to the singular and every other to the plural; a language with one form has only the plural's.
    """
    for index, text in sorted(entry.forms.items()):
        singular = not entry.plural or (index == 0 and len(entry.forms) > 1)
        message = entry.message if singular else entry.plural
        if message and text:
            yield message, text


def message_language(metadata: Mapping[str, str]) -> str:
    """The language of the messages themselves: what the editor noted (``X-Source-Language``), else English."""
    noted = metadata.get("X-Source-Language", "").strip()
    return normalise_tag(noted) if noted and looks_like_tag(noted) else MSGID_LANGUAGE


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
    """The header and the translated entries of a catalogue."""

    metadata: Mapping[str, str]
    entries: Sequence[Entry]


def load_catalogue(path: Path, *, compiled: bool, left: LeftOut | None = None, encoding: str = "") -> Catalogue:
    """Parse a catalogue; entries that cannot be read cost only themselves.

    Raises:
        CorpusError: Damaged as a whole, cut off (MO), or in another encoding than it names.
    """
    with reading(path), open_binary(path) as handle:
        content = handle.read(WHOLE + 1)
    if not content:
        raise CorpusError(Message("is empty"), where=str(path))
    if len(content) > WHOLE:
        raise CorpusError(
            Message("is larger than {number} MB, which no catalogue is", number=WHOLE >> 20), where=str(path)
        )
    left = LeftOut(path) if left is None else left
    return _load_mo(path, content, left) if compiled else _load_po(path, content, left, encoding)


def _load_po(path: Path, content: bytes, left: LeftOut, chosen: str) -> Catalogue:
    if content.count(b"\n") + content.count(b"\r") > _MOST_LINES:
        raise CorpusError(
            Message("has more than {most_lines:,} lines, which no catalogue has", most_lines=_MOST_LINES),
            where=str(path),
        )
    codec = told_codec(path, content, chosen) or _codec(path, content, [content])
    header, entries, count, undecodable = good_entries(_lines(content, codec), left)
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
    return Catalogue(header_fields(header), entries)


def _lines(content: bytes, codec: str) -> Iterator[str]:
    """Lines as gettext has them: carriage returns end them only where there is no line feed."""
    text = io.TextIOWrapper(io.BytesIO(content), codec, MARKING, newline="\n")
    first = text.readline().removeprefix("\ufeff")
    yield from (first,) if first.endswith("\n") else first.split("\r")
    yield from text


def _codec(path: Path, content: bytes, texts: Sequence[bytes]) -> str:
    """UTF-8 where all texts are valid UTF-8, whatever an old header says, else what the header names.

    Raises:
        CorpusError: It names something that is no encoding of text.
    """
    found = _CHARSET.search(content)
    named = found[1].decode("ascii", errors="replace") if found else "CHARSET"
    return "utf-8" if named == "CHARSET" or all(map(_is_utf8, texts)) else declared_codec(path, named)


def _load_mo(path: Path, content: bytes, left: LeftOut) -> Catalogue:
    strings = list(_mo_strings(path, content))
    codec = _codec(path, content, [text for both in strings for text in both])
    header = strings[0][1].decode(codec, "replace") if strings and not strings[0][0] else ""
    kept = []
    for number, (message, translation) in enumerate(strings[bool(header) :], start=1):
        try:
            context, _, both = message.decode(codec).rpartition("\x04")
            forms = translation.decode(codec).split("\0")
        except UnicodeDecodeError as error:
            byte = f"0x{error.object[error.start]:02X}"
            left.broken(
                0,
                Message("message {number}", number=number),
                Message("byte {byte} is not valid {codec}, the encoding the catalogue names", byte=byte, codec=codec),
            )
            continue
        singular, _, plural = both.partition("\0")
        kept.append(Entry(context, singular, plural, dict(enumerate(forms))))
    return Catalogue(header_fields(header), kept)


def _mo_strings(path: Path, content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The messages of an MO file and their translations, as they are stored.

    Raises:
        CorpusError: Cut off, or not an MO file.
    """
    order = {_MO_MAGIC[0]: "<", _MO_MAGIC[1]: ">"}.get(content[:4], "")
    if not order or len(content) < _MO_HEADER:
        raise CorpusError(Message("is not a compiled gettext catalogue (MO), or is cut off"), where=str(path))
    _, count, *places = struct.unpack(f"{order}4I", content[4:20])
    if any(place + 8 * count > len(content) for place in places):
        raise _cut_off(path, Message("is cut off: its tables name {count:,} messages", count=count))
    tables = (struct.iter_unpack(f"{order}2I", content[place : place + 8 * count]) for place in places)
    inside = 0
    for number, both in enumerate(zip(*tables, strict=True), start=1):
        inside += both[0][0] + both[1][0]
        if inside > 2 * len(content):
            raise _cut_off(path, Message("is damaged: its messages lie over each other"))
        if any(offset + length > len(content) for length, offset in both):
            raise _cut_off(
                path,
                Message("is cut off: message {number:,} of {count:,} lies behind its end", number=number, count=count),
            )
        message, translation = (content[offset : offset + length] for length, offset in both)
        yield message, translation


def _cut_off(path: Path, message: Message) -> CorpusError:
    return CorpusError(message, where=str(path), advice=Message("Copy or compile it again."))


def _is_utf8(text: bytes) -> bool:
    try:
        text.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
    for number, entry in enumerate(catalogue.entries, start=1):
        for source, target in paired_forms(entry):
            found += 1
            sides = (one_line(source), one_line(target))
            where = f"{path.name}:{entry.line or f'entry {number}'}"
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
        raise without_language(path, wanted.target_lang, f"{messages}, {language}")
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
    thing = "entries"

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether lines are a ``msgid`` and a ``msgstr`` with their texts, and nothing behind them."""
        text = head_text(head)
        return all(line.search(text) for line in _LINES)

    def languages(self, path: Path) -> list[str]:
        """The language of the messages and of the translations."""
        metadata = load_catalogue(path, compiled=self.strong, encoding=ANY_BYTES).metadata
        tags = message_language(metadata), catalogue_language(path, metadata)
        return [tag_of_bytes(tag) for tag in tags if tag]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        left = LeftOut(path, wanted.warn, self.thing)
        catalogue = load_catalogue(path, compiled=self.strong, left=left, encoding=wanted.options.encoding)
        return catalogue_pairs(path, catalogue, wanted, left)


class MoReader(PoReader):
    """Compiled gettext catalogue, known by its first bytes."""

    name = "mo"
    title: str = Message("compiled gettext catalogue (MO)")
    suffixes: tuple[str, ...] = (".mo", ".gmo")
    strong = True
    thing = "messages"

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic number, in either byte order."""
        return head[:4] in _MO_MAGIC


register(PoReader())
register(MoReader())
