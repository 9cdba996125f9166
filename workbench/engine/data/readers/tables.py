"""Which two columns of a table hold the sentences, and whether its first row is a header."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.engine.data.readers.base import Wanted, clean_text
from workbench.engine.data.readers.guess import guess_language, looks_like
from workbench.engine.data.readers.languages import looks_like_tag, matches, pick
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: Rows looked at before the first pair is passed on.
SAMPLE_ROWS = 2000
SOURCE_NAMES = tuple(
    "source src source_text source_sentence original input prompt question sentence1".split()  # noqa: SIM905
)
TARGET_NAMES = tuple(
    "target tgt trg target_text target_sentence translation translated output response answer sentence2".split()  # noqa: SIM905
)
_OTHER_NAMES = frozenset(
    "id index key text sentence comment comments notes note score domain url context date author license".split()  # noqa: SIM905
)
_NO_SENTENCE = re.compile(r"^\s*(?:[-+]?[\d.,:/\s-]*|\w+://\S*)$")
_EMPTY = ("", "")


@dataclass(frozen=True)
class Columns:
    """Where the two sides are.

    Attributes:
        source: 0-based column of the source side.
        target: 0-based column of the target side.
        header: Names of the columns, empty when the table has no header row.
    """

    source: int
    target: int
    header: tuple[str, ...] = ()


def split_columns(columns: str, path: Path) -> tuple[str, str]:
    """The two names of ``A,B``; a name with a comma is put in double quotes.

    Raises:
        CorpusError: There are not two.
    """
    names = [name.strip() for name in next(csv.reader([columns], skipinitialspace=True))]
    if len(names) != 2 or not all(names):
        raise CorpusError(f"'{columns}' does not name two columns", where=str(path), advice="Write: --columns A,B.")
    return names[0], names[1]


def find_header(rows: Sequence[Sequence[str]], wanted: Wanted, path: Path) -> tuple[str, ...]:
    """The names in the first row if it is a header: language tags, usual names, or counting numbers."""
    if not rows:
        return ()
    names = tuple(cell.strip() for cell in rows[0])
    if len({n.casefold() for n in names if n}) < len([n for n in names if n]) or not any(names):
        return ()
    columns = wanted.options.columns
    if columns and set(split_columns(columns, path)) <= set(names) and not all(map(_is_number, names)):
        return names
    if all(map(_is_number, names)):
        counting = [int(n) for n in names] in (list(range(len(names))), list(range(1, len(names) + 1)))
        return names if counting and not all(_is_number(c.strip()) for row in rows[1:] for c in row) else ()
    known = sum(_is_known(name, wanted) for name in names)
    return names if known >= 2 and all(len(name) < 40 for name in names) else ()


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 6


def _is_known(name: str, wanted: Wanted) -> bool:
    folded = name.casefold()
    if folded in SOURCE_NAMES or folded in TARGET_NAMES or folded in _OTHER_NAMES or looks_like_tag(name):
        return True
    return matches(name, wanted.source_lang) or matches(name, wanted.target_lang)


def choose_columns(rows: Sequence[Sequence[str]], wanted: Wanted, path: Path) -> Columns:
    """Find the two columns from the first rows.

    Raises:
        CorpusError: One column only, or a named column or language is not there.
    """
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        raise CorpusError(
            "has one column; a table of sentence pairs needs two",
            where=f"{path}:1",
            advice="Separate the source and its translation by a tab, or name two files.",
        )
    header = find_header(rows, wanted, path)
    if wanted.options.columns:
        first, second = split_columns(wanted.options.columns, path)
        source, target = (_named_column(name, header, width, path) for name in (first, second))
        return Columns(source, target, header)
    body = rows[1:] if header else rows
    by_name = choose_names(header, wanted, path) if header else None
    if by_name is not None:
        return Columns(*by_name, header)
    sentences = _sentence_columns(body, width)
    return Columns(*_order_by_language(body, sentences[0], sentences[1], wanted, path), header)


def _named_column(name: str, header: tuple[str, ...], width: int, path: Path) -> int:
    folded = [h.casefold() for h in header]
    if name in header:
        return header.index(name)
    if name.casefold() in folded:
        return folded.index(name.casefold())
    by_tag = pick(header, name)
    if by_tag is not None:
        return by_tag
    index = -1
    if _is_number(name):
        index = int(name) - 1
    elif len(name) <= 2 and name.isascii() and name.isalpha() and name.isupper():
        for letter in name:
            index = (index + 1) * 26 + ord(letter) - ord("A")
    if 0 <= index < width:
        return index
    known = f"It has: {', '.join(header)}." if header else f"It has {width} columns and no header row; use numbers."
    raise CorpusError(f"has no column '{name}'", where=str(path), advice=known)


def choose_names(header: Sequence[str], wanted: Wanted, path: Path) -> tuple[int, int] | None:
    """Choose two columns (or keys) by their names: languages first, then the usual names for source and target.

    Returns:
        Indices of source and target, or ``None`` when the names do not tell.

    Raises:
        CorpusError: The names are languages and a wanted one is not among them.
    """
    tagged = [i for i, name in enumerate(header) if looks_like_tag(name)]
    source = pick(header, wanted.source_lang)
    target = pick(header, wanted.target_lang)
    for asked, found in ((wanted.source_lang, source), (wanted.target_lang, target)):
        if asked and found is None and len(tagged) >= 2:
            names = ", ".join(header[i] for i in tagged)
            raise CorpusError(f"has no column for the language '{asked}'", where=str(path), advice=f"It has: {names}.")
    if source is None and not wanted.source_lang and len(tagged) >= 2:
        source = next((i for i in tagged if i != target), None)
    if target is None and not wanted.target_lang and len(tagged) >= 2:
        target = next((i for i in tagged if i != source), None)
    folded = [name.casefold() for name in header]
    if source is None:
        source = next((folded.index(n) for n in SOURCE_NAMES if n in folded and folded.index(n) != target), None)
    if target is None:
        target = next((folded.index(n) for n in TARGET_NAMES if n in folded and folded.index(n) != source), None)
    if source is None or target is None or source == target:
        return None
    return source, target


def _sentence_columns(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Columns that hold text rather than numbers, addresses or nothing; all columns when fewer than two do."""
    found = []
    for column in range(width):
        cells = [row[column] for row in rows if column < len(row)]
        if sum(not _NO_SENTENCE.match(cell[:200]) for cell in cells) * 2 >= len(rows):
            found.append(column)
    return found if len(found) >= 2 else list(range(width))


def _order_by_language(
    rows: Sequence[Sequence[str]], first: int, second: int, wanted: Wanted, path: Path
) -> tuple[int, int]:
    """Swap two unnamed columns when their words plainly are in the other order than asked for."""
    if not wanted.source_lang or not wanted.target_lang:
        return first, second
    one, two = (guess_language(row[c] for row in rows if c < len(row)) for c in (first, second))
    straight = looks_like(one, wanted.source_lang) or looks_like(two, wanted.target_lang)
    if looks_like(one, wanted.target_lang) and looks_like(two, wanted.source_lang) and not straight:
        wanted.warn(
            f"{path.name}: column {second + 1} looks like '{wanted.source_lang}' and column {first + 1} like"
            f" '{wanted.target_lang}', so they are taken in that order;"
            f" --columns {first + 1},{second + 1} forces the other"
        )
        return second, first
    return first, second


def table_languages(rows: Sequence[Sequence[str]], path: Path) -> list[str]:
    """Languages named by the header, or guessed from the first two columns of text (empty when unclear)."""
    header = find_header(rows, Wanted(), path)
    tagged = [name for name in header if looks_like_tag(name)]
    if len(tagged) >= 2:
        return tagged
    width = max((len(row) for row in rows), default=0)
    body = rows[1:] if header else rows
    guesses = [guess_language(row[c] for row in body if c < len(row)) for c in _sentence_columns(body, width)[:2]]
    return guesses if all(guesses) else []


def table_pairs(rows: Iterable[tuple[int, Sequence[str]]], wanted: Wanted, path: Path) -> Iterator[Pair]:
    """Turn numbered rows into pairs; a row that is too short gives an empty side, which cleaning drops and reports.

    Raises:
        CorpusError: See ``choose_columns``; or there is no row at all.
    """
    stream = iter(rows)
    sample = list(itertools.islice(stream, SAMPLE_ROWS))
    if not sample:
        raise CorpusError("holds no row of text", where=str(path))
    columns = choose_columns([row for _, row in sample], wanted, path)
    source, target = columns.source, columns.target
    for number, row in itertools.chain(sample[1:] if columns.header else sample, stream):
        padded = row if len(row) > max(source, target) else [*row, *[""] * (max(source, target) + 1 - len(row))]
        pair = (clean_text(padded[source]), clean_text(padded[target]))
        if pair != _EMPTY:
            yield Pair(*pair, f"{path.name}:{number}")
