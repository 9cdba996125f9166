"""From the files a person chose to the parts that are read: a file, two sides of plain text, members of an archive."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, ReadOptions
from workbench.engine.corpora.files.archives import kind_of, members, open_binary, split_member
from workbench.engine.corpora.files.signatures import UNPACK, is_workbook
from workbench.engine.corpora.readers.base import (
    Reader,
    Wanted,
    language_of,
    no_warning,
    read_head,
    reading,
    suffix_of,
    without_language,
)
from workbench.engine.corpora.readers.tables.table_choice import choose
from workbench.engine.corpora.readers.tables.table_pairs import TableReader, quietly
from workbench.engine.corpora.readers.tables.table_reading import TableReading
from workbench.engine.text.languages import is_known_language, join_tags, looks_like_tag, normalise_tag, pick, same

#: What accompanies a corpus in an archive and is none.
_COMPANIONS = re.compile(
    r"^(\.|__MACOSX$|(readme|licen[cs]e|copying|copyright|notice|authors|changelog|changes|credits|citation|terms)\b)"
    r"|(^|/)(\.|__MACOSX/)|\.(ids|scores?|md|rst|html?|css|js|py|sh|bat|ya?ml|toml|ini|cfg|bib|pdf|docx?|png|jpe?g|gif|svg"
    r"|sdlproj|mqproj|sdltb|sdltpl|skl|log|sha\d*|md5)$",
    re.IGNORECASE,
)
_SOURCE_WORD = re.compile(r"(^|[^a-z])(source|src|orig(inal)?)([^a-z]|$)", re.IGNORECASE)
_TARGET_WORD = re.compile(r"(^|[^a-z])(target|tgt|trg|trans(lation)?)([^a-z]|$)", re.IGNORECASE)
#: Readers that need a real file, since their libraries jump about in it.
_SEEKING = frozenset({"parquet", "spreadsheet"})
_WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_MOST_SHOWN = 6


@dataclass(frozen=True)
class Part:
    """What is read at once.

    Attributes:
        paths: One file, or source and target of parallel plain text; members of archives have paths of their own.
        reader: Its format.
        archive: The archive it is in, or ``None``.
    """

    paths: tuple[Path, ...]
    reader: Reader
    archive: Path | None = None

    def reading(self, wanted: Wanted) -> TableReading | None:
        """How a table would be read; ``None`` when it is none.

        Raises:
            CorpusError: It cannot be read, or what is asked for is not there.
        """
        if not isinstance(self.reader, TableReader):
            return None
        with real_file(self.paths[0], self.reader) as file:
            return choose(self.reader.grids(file, quietly(wanted)), wanted, file)[0]

    def languages(self, wanted: Wanted) -> list[str]:
        """Language tags the files name, source first: of a table as it would be read."""
        try:
            table = self.reading(wanted)
        except CorpusError:
            table = None
        if table is not None:
            return list(table.languages)
        found: list[str] = []
        for path in self.paths:
            with real_file(path, self.reader) as file:
                found += [tag for tag in self.reader.languages(file) if tag not in found]
        return found


def parts_of(
    paths: Sequence[Path],
    source_lang: str = "",
    target_lang: str = "",
    warn: Callable[[str], None] = no_warning,
) -> list[Part]:
    """The parts of files: what they are, with archives looked into.

    The languages choose among more than two of plain text in an archive; ``warn`` is told what is read of it.

    Raises:
        CorpusError: A file is of no known format, or an archive holds none.
    """
    from workbench.engine.corpora.readers import detect

    found: list[Part] = []
    for path in paths:
        if is_archive(path):
            found += _in_archive(path, source_lang, target_lang, warn)
        else:
            found.append(Part((path,), detect(path)))
    sides = [part for part in found if part.reader.name == "text" and len(part.paths) == 1]
    if len(found) == 2 and len(sides) == 2:
        one, two = (part.paths[0] for part in found)
        return [Part(_ordered(one, two, source_lang, target_lang), sides[0].reader, found[0].archive)]
    for part in sides:
        if part.archive is not None:
            raise CorpusError(
                Message("is an archive that holds one side only ({name})", name=part.paths[0].name),
                where=str(part.archive),
                advice=UNPACK,
            )
        if len(found) > 1:
            raise CorpusError(
                Message("is plain text among other files"),
                where=str(part.paths[0]),
                advice=Message("Import the two sides of a plain corpus alone."),
            )
    return found


def is_archive(path: Path) -> bool:
    """Whether a file is an archive of files, and no workbook.

    Raises:
        CorpusError: It cannot be read, or is a document of another kind.
    """
    if not path.is_file():
        return False
    with reading(path):
        if path.stat().st_size == 0:
            return False
        return bool(archive_kind(path, read_head(path)))


def archive_kind(path: Path, head: bytes) -> str:
    """``zip`` or ``tar`` for an archive of files by its first bytes; empty for a workbook, which is a zip file too.

    Raises:
        CorpusError: It is a document of another kind.
    """
    kind = kind_of(head)
    if kind != "zip":
        return kind
    if split_member(path) is None:
        workbook = suffix_of(path) in _WORKBOOKS or is_workbook(path, head, members(path).values())
    else:
        workbook = suffix_of(path) in _WORKBOOKS or b"[Content_Types].xml" in head
    return "" if workbook else kind


def _in_archive(archive: Path, source_lang: str, target_lang: str, warn: Callable[[str], None]) -> list[Part]:
    from workbench.engine.corpora.readers import detect

    everything = list(members(archive))
    names = [
        name for name in everything if not (_COMPANIONS.search(name) or _COMPANIONS.match(name.rpartition("/")[2]))
    ]
    texts: list[Part] = []
    others: list[Part] = []
    unread: list[str] = []
    for name in names:
        path = archive / name
        try:
            part = Part((path,), detect(path), archive)
        except CorpusError:
            unread.append(name)
            continue
        (texts if part.reader.name == "text" else others).append(part)
    pairs = _parallel(archive, texts, source_lang, target_lang)
    chosen = pairs or others or texts
    if not chosen:
        if not everything:
            raise CorpusError(Message("is an empty archive"), where=str(archive), advice=UNPACK)
        raise CorpusError(
            Message("is an archive without a corpus file that can be read"),
            where=str(archive),
            advice=Message(
                "It holds: {names}. Unpack it and choose the files inside.", names=_shown(unread or everything)
            ),
        )
    if not pairs and not others and len(texts) > 1:
        shown = _shown([text.paths[0].name for text in texts])
        raise CorpusError(
            Message("is an archive of texts that do not tell which belong together: {names}", names=shown),
            where=str(archive),
            advice=UNPACK,
        )
    used = {path for part in chosen for path in part.paths}
    left = [part.paths[0] for part in texts + others if part.paths[0] not in used]
    _tell(archive, chosen, [path.relative_to(archive).as_posix() for path in left] + unread, warn)
    return chosen


def _tell(archive: Path, chosen: Sequence[Part], left: Sequence[str], warn: Callable[[str], None]) -> None:
    if len(chosen) > 1:
        names = _shown([" + ".join(path.name for path in part.paths) for part in chosen])
        warn(
            Message(
                "{archive}: {count} files are read one after the other: {names}",
                archive=archive.name,
                count=len(chosen),
                names=names,
            )
        )
    if left:
        warn(Message("{archive}: left out: {names}", archive=archive.name, names=_shown(left)))


def _shown(names: Sequence[str]) -> str:
    shown = ", ".join(name[:80] for name in names[:_MOST_SHOWN])
    more = len(names) - _MOST_SHOWN
    return Message("{names} and {count} more", names=shown, count=more) if more > 0 else shown


def _parallel(archive: Path, texts: Sequence[Part], source_lang: str, target_lang: str) -> list[Part]:
    """Texts that differ in the language alone that their names or folders tell, in pairs."""
    groups: dict[str, dict[str, Part]] = {}
    for text in texts:
        key, language = _without_language(text.paths[0].relative_to(archive))
        if language:
            groups.setdefault(key, {}).setdefault(language, text)
    found = []
    foreign: set[str] = set()
    for group in groups.values():
        tags = list(group)
        if any(lang and pick(tags, lang) is None for lang in (source_lang, target_lang)) and all(
            map(is_known_language, tags)
        ):
            foreign.update(tags)
            continue
        source, target = pick(tags, source_lang), pick(tags, target_lang)
        if len(tags) == 2:
            first, second = tags
            if (target == 0 and target_lang) or (source == 1 and source_lang):
                first, second = second, first
        elif len(tags) > 2 and source is not None and target is not None and source != target:
            first, second = tags[source], tags[target]
        elif len(tags) > 2:
            raise _too_many_languages(archive, Message("is an archive of more than two languages"), tags)
        else:
            continue
        found.append(Part((group[first].paths[0], group[second].paths[0]), group[first].reader, archive))
    if foreign and not found:
        known = join_tags(foreign)
        if missing := Wanted(source_lang, target_lang).missing(foreign):
            raise without_language(archive, missing, known)
        advice = Message("It has: {known}.", known=known)
        raise CorpusError(Message("has no texts in both languages"), where=str(archive), advice=advice)
    if not found and len(texts) == 2:
        both = _ordered(texts[0].paths[0], texts[1].paths[0], source_lang, target_lang)
        found.append(Part(both, texts[0].reader, archive))
    return found


def _too_many_languages(path: Path, message: Message, tags: Sequence[str]) -> CorpusError:
    known = join_tags(tags)
    advice = Message("Choose two{command_line} of: {known}.", command_line=" with --from and --to", known=known)
    return CorpusError(message, where=str(path), advice=advice)


def _without_language(path: Path) -> tuple[str, str]:
    """A member's name with the language taken out, and the language: ``a/x.en`` and ``en/x.txt`` alike."""
    language = language_of(path)
    if language:
        stem = re.sub(r"\.(gz|xz|bz2|txt|text)$", "", path.as_posix(), flags=re.IGNORECASE)
        stem = re.sub(r"\.(txt|text)$", "", stem, flags=re.IGNORECASE)
        return stem.rpartition(".")[0], language
    for index in range(len(path.parts) - 2, -1, -1):
        if looks_like_tag(path.parts[index]):
            parts = list(path.parts)
            parts[index] = "*"
            return "/".join(parts), normalise_tag(path.parts[index])
    pieces = re.split(r"([._-])", path.name)
    for index in range(len(pieces) - 1, -1, -1):
        if 2 <= len(pieces[index]) <= 3 and looks_like_tag(pieces[index]):
            language, pieces[index] = normalise_tag(pieces[index]), "*"
            return "/".join([*path.parts[:-1], "".join(pieces)]), language
    return path.as_posix(), ""


def _ordered(first: Path, second: Path, source_lang: str, target_lang: str) -> tuple[Path, Path]:
    """Two plain files as source and target, swapped when their names say so (``train.en train.de`` for de to en)."""
    one, two = language_of(first), language_of(second)
    says_swap = (one and target_lang and same(one, target_lang)) or (two and source_lang and same(two, source_lang))
    says_straight = (one and source_lang and same(one, source_lang)) or (two and target_lang and same(two, target_lang))
    if not one and not two and _TARGET_WORD.search(first.name) and _SOURCE_WORD.search(second.name):
        says_swap = True
    return (second, first) if says_swap and not says_straight else (first, second)


@contextmanager
def real_file(path: Path, reader: Reader) -> Iterator[Path]:
    """A file of the file system: the path itself, or a copy of a member for readers that jump about in their file."""
    if reader.name not in _SEEKING or path.exists():
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="workbench-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / (re.sub(r"[^\w.-]", "_", path.name) or "member")
        with reading(path), open_binary(path) as stream, copy.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)
        yield copy


def read_part(part: Part, wanted: Wanted) -> Iterator[Pair]:
    """Stream the pairs of a part; ``where`` of each names the archive as well.

    Raises:
        CorpusError: It cannot be read.
    """
    from workbench.engine.corpora.readers.text import read_parallel

    prefix = "" if part.archive is None else f"{part.archive.name}:"
    if len(part.paths) == 2:
        for pair in read_parallel(*part.paths, wanted):
            yield _told(pair, prefix)
        return
    with real_file(part.paths[0], part.reader) as file:
        for pair in part.reader.read(file, wanted):
            yield _told(pair, prefix)


def _told(pair: Pair, prefix: str) -> Pair:
    """A pair as it is given out. Raw NUL characters are refused before; here, those that were written as escapes.

    Raises:
        CorpusError: There is a NUL character in it.
    """
    if "\0" in pair.source or "\0" in pair.target:
        raise CorpusError(
            Message("has a NUL character, which no text has"),
            where=prefix + pair.where,
            advice=Message("Remove it there, or leave the entry out."),
        )
    return replace(pair, where=prefix + pair.where) if prefix else pair


def read_parts(parts: Sequence[Part], wanted: Wanted) -> Iterator[Pair]:
    """Stream the pairs of all parts, one after the other.

    A member of an archive that holds nothing to read is left out, and said, as long as another one does.

    Raises:
        CorpusError: A part cannot be read, or holds no pair.
    """
    any_pair = False
    failure: CorpusError | None = None
    for part in parts:
        empty = True
        forgiving = part.archive is not None and len(parts) > 1
        try:
            for pair in read_part(part, wanted):
                empty, any_pair = False, True
                yield pair
        except CorpusError as error:
            if not (forgiving and empty):
                raise
            failure = failure or error
            wanted.warn(Message("left out: {problem}", problem=error.sentence))
            continue
        if empty:
            failure = failure or CorpusError(Message("holds no sentence pair"), where=str(part.paths[0]))
            if not forgiving:
                raise failure
            wanted.warn(Message("left out: {problem}", problem=failure.sentence))
    if not any_pair and failure is not None:
        raise failure


def find_languages(paths: Sequence[Path], source_lang: str, target_lang: str, options: ReadOptions) -> tuple[str, str]:
    """Fill in the languages the files themselves tell.

    Raises:
        CorpusError: The files hold more than two languages and a side was not chosen.
    """
    if source_lang and target_lang:
        return source_lang, target_lang
    told: list[str] = []
    wanted = Wanted(source_lang, target_lang, options)
    for part in parts_of(paths, source_lang, target_lang):
        reading = part.reading(wanted)
        if reading is None:
            told += [tag for tag in part.languages(wanted) if tag and tag not in told]
            continue
        both = (reading.source_lang, reading.target_lang)
        if options.columns and all(both):
            return source_lang or both[0], target_lang or both[1]
        told += [tag for tag in reading.languages if tag and tag not in told]
    if len(told) > 2 and not options.columns:
        raise _too_many_languages(paths[0], Message("has more than two languages"), told)
    if len(told) == 2:
        for one, two in (told, told[::-1]):
            if (not source_lang or same(one, source_lang)) and (not target_lang or same(two, target_lang)):
                return source_lang or one, target_lang or two
    return source_lang, target_lang


def first_languages(paths: Sequence[Path], parts: Sequence[Part], wanted: Wanted) -> tuple[list[str], str, str]:
    """All languages of files, and what to take as source and target: of more than two the first, until one chooses."""
    found = list(dict.fromkeys(tag for part in parts for tag in part.languages(wanted) if tag))
    try:
        return found, *find_languages(paths, wanted.source_lang, wanted.target_lang, wanted.options)
    except CorpusError:
        source = wanted.source_lang or next((tag for tag in found if tag != wanted.target_lang), "")
        return found, source, wanted.target_lang or next((tag for tag in found if tag != source), "")
