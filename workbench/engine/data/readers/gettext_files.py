"""gettext catalogues: PO sources and compiled MO files."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, head_text, one_line, open_binary, reading, register
from workbench.engine.data.readers.languages import normalise_tag, pick, same
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: The language programmers write their messages in unless a catalogue says otherwise.
MSGID_LANGUAGE = "en"
_MO_MAGIC = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")


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


def catalogue_language(path: Path, metadata: Mapping[str, str]) -> str:
    """The catalogue's language: its header, its folder (``fr/LC_MESSAGES/x.mo``) or its name (``fr.po``)."""
    language = metadata.get("Language", "").strip()
    if not language and path.parent.name == "LC_MESSAGES":
        language = path.parent.parent.name
    if not language:
        stem = path.name.partition(".")[0]
        language = stem if pick([stem], stem) == 0 and len(stem) <= 6 and stem.isascii() else ""
    return normalise_tag(language) if language else ""


def load_catalogue(path: Path, *, compiled: bool) -> Any:
    """Parse a catalogue with polib; its entries are objects with ``msgid``, ``msgstr`` and plural forms.

    Raises:
        CorpusError: Damaged, cut off, or not decodable in the encoding it names.
    """
    import polib

    with reading(path), open_binary(path) as handle:
        content = handle.read()
    if not content:
        raise CorpusError("is empty", where=str(path))
    what = "compiled gettext catalogue (MO)" if compiled else "gettext catalogue (PO)"
    try:
        try:
            # Bytes that are valid UTF-8 are UTF-8, whatever an old header says.
            return _parse(content, compiled, "utf-8")
        except UnicodeDecodeError:
            return _parse(content, compiled, polib.detect_encoding(content))
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        where = f"{path}:{content[: error.start].count(10) + 1}" if not compiled else str(path)
        message = f"byte 0x{byte:02X} is not valid {error.encoding}, the encoding the catalogue names"
        raise CorpusError(message, where=where, advice="Convert it with: msgconv -t UTF-8.") from None
    except (struct.error, OSError, ValueError, IndexError, LookupError, AttributeError, TypeError) as error:
        line = str(error).partition("(line ")[2].partition(")")[0]
        where = f"{path}:{line}" if line.isdigit() else str(path)
        raise CorpusError(
            f"is not a valid {what}, or is cut off", where=where, advice="Check it with: msgfmt -c."
        ) from None


def _parse(content: bytes, compiled: bool, encoding: str) -> Any:
    import polib

    if compiled:
        return polib.mofile(content, encoding=encoding)
    # polib takes text without a line break for a file's name.
    return polib.pofile(content.decode(encoding).removeprefix("\ufeff") + "\n", encoding=encoding)


def catalogue_pairs(path: Path, catalogue: Any, wanted: Wanted) -> Iterator[Pair]:
    """Pairs of a parsed catalogue in the wanted direction; fuzzy and obsolete entries are left out.

    Raises:
        CorpusError: It is in another language, or holds no translation.
    """
    language = catalogue_language(path, catalogue.metadata)
    swap = _direction(path, language, wanted)
    found = 0
    for number, entry in enumerate(catalogue):
        if entry.obsolete or (entry.flags and "fuzzy" in entry.flags):
            continue
        for source, target in paired_forms(entry):
            found += 1
            sides = (one_line(source), one_line(target))
            where = f"{path.name}:{getattr(entry, 'linenum', 0) or f'entry {number + 1}'}"
            yield Pair(sides[1], sides[0], where) if swap else Pair(*sides, where)
    if not found:
        raise CorpusError("holds no translated message", where=str(path))


def _direction(path: Path, language: str, wanted: Wanted) -> bool:
    """Whether the catalogue's translations are the wanted source side."""
    if not language:
        return bool(wanted.target_lang) and same(wanted.target_lang, MSGID_LANGUAGE)
    fits_target = not wanted.target_lang or pick([language], wanted.target_lang) == 0
    fits_source = bool(wanted.source_lang) and pick([language], wanted.source_lang) == 0
    if fits_source and not (fits_target and wanted.target_lang):
        return True
    if not fits_target:
        asked = wanted.target_lang
        raise CorpusError(f"has no text in '{asked}'", where=str(path), advice=f"It has: {MSGID_LANGUAGE}, {language}.")
    return False


class PoReader:
    """gettext PO; fuzzy and obsolete entries are skipped, plural forms paired."""

    name = "po"
    title = "gettext catalogue (PO)"
    suffixes: tuple[str, ...] = (".po", ".pot")
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether lines begin with ``msgid`` and ``msgstr``."""
        lines = head_text(head).splitlines()
        return any(line.startswith('msgid "') for line in lines) and any(line.startswith("msgstr") for line in lines)

    def languages(self, path: Path) -> list[str]:
        """The language of the messages and of the translations."""
        language = catalogue_language(path, load_catalogue(path, compiled=False).metadata)
        return [MSGID_LANGUAGE, language] if language else [MSGID_LANGUAGE]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        return catalogue_pairs(path, load_catalogue(path, compiled=False), wanted)


class MoReader:
    """Compiled gettext catalogue."""

    name = "mo"
    title = "compiled gettext catalogue (MO)"
    suffixes: tuple[str, ...] = (".mo", ".gmo")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic number, in either byte order."""
        return head[:4] in _MO_MAGIC

    def languages(self, path: Path) -> list[str]:
        """The language of the messages and of the translations."""
        language = catalogue_language(path, load_catalogue(path, compiled=True).metadata)
        return [MSGID_LANGUAGE, language] if language else [MSGID_LANGUAGE]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Yield the pairs."""
        return catalogue_pairs(path, load_catalogue(path, compiled=True), wanted)


register(PoReader())
register(MoReader())
