"""Chooses sheet, header row and the two columns of a table, and says how sure that is."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.readers.base import Wanted
from workbench.engine.corpora.readers.tables.table_columns import Column, Grid, columns_of
from workbench.engine.corpora.readers.tables.table_doubts import doubts_of, sheet_words
from workbench.engine.corpora.readers.tables.table_header import find_header
from workbench.engine.corpora.readers.tables.table_reading import TableColumn, TableReading, letter_of, number_of
from workbench.engine.corpora.readers.tables.table_scores import Candidate, Scorer, fit
from workbench.engine.text.language_guess import looks_like
from workbench.engine.text.languages import pick

#: Of a wide table, so many columns that may be sides are compared with each other.
_MOST_COLUMNS = 40
_SAMPLES = 3
#: Pairs of keys nearer than this are told apart by their order alone.
_NOTHING_TELLS = 0.7


def split_columns(columns: str, path: Path) -> tuple[str, str]:
    """The two names of ``A,B``; a name with a comma is put in double quotes.

    Raises:
        CorpusError: There are not two.
    """
    names = [name.strip() for name in next(csv.reader([columns], skipinitialspace=True))]
    if len(names) != 2 or not all(names):
        raise CorpusError(
            Message("'{columns}' does not name two columns", columns=columns),
            where=str(path),
            advice=Message("Name two columns{command_line}.", command_line=": --columns A,B"),
        )
    return names[0], names[1]


def choose(grids: Sequence[Grid], wanted: Wanted, path: Path) -> tuple[TableReading, Grid, int]:
    """Find what to read.

    Returns:
        The reading, the sheet it is about, and how many of its rows stand before the first pair.

    Raises:
        CorpusError: There are no two columns, or what was asked for is not there.
    """
    choice = _asked_sheet(grids, wanted.options.sheet, path)
    if wanted.options.sheet and not grids[0].sheet:
        wanted.warn(Message("{file}: has no sheets, so the sheet asked for is not looked for", file=path.name))
    if not any(grid.sample for grid in choice):
        raise CorpusError(Message("holds no row of text"), where=str(path))
    asked = split_columns(wanted.options.columns, path) if wanted.options.columns else ()
    candidates, failures = [], []
    for grid in choice:
        try:
            candidates += [_candidate(grid, asked, wanted, path)] if grid.sample else []
        except CorpusError as error:
            failures.append(error)
    if not candidates:
        raise _most_telling(failures)
    candidates.sort(key=lambda candidate: -candidate.score)
    best = candidates[0]
    return _reading(best, candidates[1:], grids, wanted, path), best.grid, best.start


def _most_telling(failures: Sequence[CorpusError]) -> CorpusError:
    """Of the errors of several sheets the one about a table that has columns."""
    return next((error for error in failures if "one column" not in error.message), failures[0])


def _asked_sheet(grids: Sequence[Grid], sheet: str, path: Path) -> list[Grid]:
    """The sheets to choose from: the one asked for, or all that are visible."""
    visible = [grid for grid in grids if not grid.hidden]
    if not sheet or not grids[0].sheet:
        return visible or list(grids)
    ordered = [*visible, *(grid for grid in grids if grid.hidden)]
    for key in (str, str.casefold):
        for grid in grids:
            if key(grid.sheet.strip()) == key(sheet.strip()):
                return [grid]
    if sheet.strip().isdigit() and 1 <= int(sheet) <= len(ordered):
        return [ordered[int(sheet) - 1]]
    names = joined(sheet_words(grid) for grid in ordered[:20])
    raise CorpusError(
        Message("has no sheet '{sheet}'", sheet=shortened(sheet)),
        where=str(path),
        advice=Message("It has: {known}.", known=names),
    )


def _candidate(grid: Grid, asked: Sequence[str], wanted: Wanted, path: Path) -> Candidate:
    """The best reading of one sheet."""
    if grid.width < 2:
        raise CorpusError(
            Message("has one column; a table of sentence pairs needs two"),
            where=f"{path}:1" if not grid.sheet and not grid.names else str(path),
            advice=Message("Separate the source and its translation by a tab, or name two files."),
        )
    header: int | None = None
    sureness, names = 10.0, grid.names
    if not names:
        header, sureness = find_header(grid, asked, (wanted.source_lang, wanted.target_lang))
        names = () if header is None else tuple(cell.strip() for cell in grid.sample[header][1])
    start = 0 if header is None else header + 1
    columns = columns_of(grid, names, start)
    scorer = Scorer(grid, start, columns, wanted)
    if asked:
        source, target = (_named(name, grid, names, columns, start, path) for name in asked)
        pair_score, rivals = scorer.pair(source, target) + 5.0, []
    else:
        _check_languages(columns, wanted, path)
        ranked = _ranked(scorer, columns, path)
        pair_score, source, target = ranked[0]
        rivals = [other for other in ranked[1:] if {other[1].index, other[2].index} != {source.index, target.index}]
        if grid.names and rivals and pair_score - rivals[0][0] < _NOTHING_TELLS:
            _check_names(source, target, grid, path)
    score = pair_score + min(sureness, 6.0) * 0.5 + math.log10(max(1, len(grid.sample) - start))
    return Candidate(grid, header, sureness, names, columns, source, target, pair_score, score, rivals)


def _ranked(scorer: Scorer, columns: Sequence[Column], path: Path) -> list[tuple[float, Column, Column]]:
    """Pairs of columns, best first."""
    sides = [column for column in columns if column.profile.cells or column.language]
    if len(sides) > _MOST_COLUMNS:
        sides = sorted(sides, key=lambda c: (-bool(c.language), -c.profile.text, c.index))[:_MOST_COLUMNS]
    ranked = [(scorer.pair(one, two), one, two) for one, two in permutations(sides, 2)]
    if not ranked:
        advice = Message("Separate the source and its translation by a tab, or name two files.")
        raise CorpusError(
            Message("has one column; a table of sentence pairs needs two"), where=f"{path}:1", advice=advice
        )
    return sorted(ranked, key=lambda entry: -entry[0])


def _check_languages(columns: Sequence[Column], wanted: Wanted, path: Path) -> None:
    """Refuse a language that is asked for when the headers name others and not this one."""
    tagged = [column for column in columns if column.language]
    for asked in (wanted.source_lang, wanted.target_lang):
        if asked and len(tagged) >= 2 and not any(fit(column.language, asked) > 0 for column in tagged):
            names = _listed([column.name for column in tagged])
            raise CorpusError(
                Message("has no column for the language '{language}'", language=asked),
                where=str(path),
                advice=Message("It has: {known}.", known=names),
            )


def _check_names(source: Column, target: Column, grid: Grid, path: Path) -> None:
    """Refuse to choose among keys of which neither names nor texts say anything."""
    if not any(side.language or side.role for side in (source, target)):
        advice = Message(
            "Choose two{command_line} of {known}.", command_line=" with --columns A,B", known=_listed(grid.names)
        )
        raise CorpusError(Message("does not tell which keys hold the pair"), where=str(path), advice=advice)


def _named(name: str, grid: Grid, names: Sequence[str], columns: Sequence[Column], start: int, path: Path) -> Column:
    """The column asked for by name, short name, language, number or letter."""
    index = _index_of(name, names, grid.short_names, columns)
    if index is None and not grid.names:
        index = _place_of(name, grid.width)
    if index is None:
        missing = (
            Message("has no text under '{column}'", column=name)
            if grid.names
            else Message("has no column '{column}'", column=name)
        )
        raise CorpusError(missing, where=str(path), advice=_what_there_is(names, grid))
    known = {column.index: column for column in columns}
    return known.get(index) or Column(index, "", "", "", grid.profile(index, start))


def _index_of(name: str, names: Sequence[str], short_names: Sequence[str], columns: Sequence[Column]) -> int | None:
    for key in (str, str.casefold):
        for known in (names, short_names):
            for index, other in enumerate(known):
                if other and key(other.strip()) == key(name):
                    return index
    if name.isdigit():
        return None
    found = pick([column.language for column in columns], name)
    return None if found is None else columns[found].index


def _place_of(name: str, width: int) -> int | None:
    """The 0-based column of a number or a letter."""
    index = -1
    if name.isascii() and name.isdigit() and len(name) < 6:
        index = int(name) - 1
    elif len(name) <= 2 and name.isascii() and name.isalpha() and (len(name) == 1 or name.isupper()):
        index = number_of(name.upper()) - 1
    return index if 0 <= index < width else None


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(shortened, names[:30]))


def _what_there_is(names: Sequence[str], grid: Grid) -> str:
    if grid.names:
        return Message("It has: {known}.", known=_listed(grid.names))
    if any(names):
        shown = [name or letter_of(index) for index, name in enumerate(names)]
        return Message("It has: {known}.", known=_listed(shown))
    return Message("It has {count} columns and no header row; use numbers.", count=grid.width)


def _reading(
    best: Candidate, others: Sequence[Candidate], grids: Sequence[Grid], wanted: Wanted, path: Path
) -> TableReading:
    """What was chosen, for people and programs."""
    columns = {column.index: _shown(column, best) for column in best.columns}
    source, target = (columns.get(side.index) or _shown(side, best) for side in (best.source, best.target))
    source_lang, target_lang = (
        _language(side, asked) for side, asked in ((best.source, wanted.source_lang), (best.target, wanted.target_lang))
    )
    named = list(dict.fromkeys(column.language for column in best.columns if column.language))
    both = [tag for tag in (source_lang, target_lang) if tag]
    sheets = (
        [*(g.sheet for g in grids if not g.hidden), *(g.sheet for g in grids if g.hidden)] if best.grid.sheet else []
    )
    return TableReading(
        file=path.name,
        sheet=best.grid.sheet,
        sheets=tuple(sheets),
        header_row=0 if best.header is None else best.grid.sample[best.header][0],
        columns=tuple(columns.values()),
        source=source,
        target=target,
        source_lang=source_lang,
        target_lang=target_lang,
        languages=tuple(named if len(named) >= 2 else both if len(both) == 2 else ()),
        doubts=tuple(doubts_of(best, others, grids, wanted)),
    )


def _language(side: Column, asked: str) -> str:
    """A side's language: by its header, else asked for, else by its cells."""
    if side.language:
        return side.language
    guess = side.profile.language
    return asked if asked and (not guess or looks_like(guess, asked)) else guess or asked


def _shown(column: Column, best: Candidate) -> TableColumn:
    names = [name.casefold() for name in best.names]
    letter = "" if best.grid.names else letter_of(column.index)
    unique = bool(column.name) and names.count(column.name.casefold()) == 1
    key = column.name if best.grid.names or unique else letter
    sample = tuple(c[:80] for c in column.profile.cells[:_SAMPLES])
    return TableColumn(key, column.name, letter, column.index, column.language, sample)
