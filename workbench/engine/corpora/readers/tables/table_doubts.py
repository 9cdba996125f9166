"""What a person should know about how a table was read, since another reading is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.readers.base import Wanted
from workbench.engine.corpora.readers.tables.table_columns import Column, Grid
from workbench.engine.corpora.readers.tables.table_reading import label_of, letter_of
from workbench.engine.corpora.readers.tables.table_scores import Candidate, fit
from workbench.engine.corpora.readers.tables.table_words import OTHER
from workbench.engine.text.language_guess import looks_like
from workbench.engine.text.languages import same

#: Scores nearer than this are nearly alike.
_NEAR = 2.5
_NEAR_SHEET = 4.0
#: A header taken with less, or left with more, is said to be unsure.
_SURE_HEADER, _MAYBE_HEADER = 2.7, 1.0


def label(column: Column, grid: Grid) -> str:
    """A column in words: ``'English' (B)``, or ``column B``."""
    return label_of(column.name, "" if grid.names else letter_of(column.index))


def doubts_of(best: Candidate, others: Sequence[Candidate], grids: Sequence[Grid], wanted: Wanted) -> Iterator[str]:
    """One sentence for each reason to look at the reading."""
    chosen = bool(wanted.options.columns)
    yield from _places(best, others, grids, bool(wanted.options.sheet))
    yield from _header(best, chosen)
    sides = ((best.source, wanted.source_lang), (best.target, wanted.target_lang))
    for side, asked in sides:
        yield from _side(side, asked, best.grid)
    yield from _guesses([(side, side.language or asked) for side, asked in sides], best.grid)
    if not chosen:
        yield from _order(best, wanted)
        yield from _rivals(best)
    if best.source.language and best.target.language and same(best.source.language, best.target.language):
        yield Message("both columns say that they are '{language}'", language=best.target.language)


def _places(best: Candidate, others: Sequence[Candidate], grids: Sequence[Grid], chosen: bool) -> Iterator[str]:
    """About sheets, and rows above the header."""
    sheet = best.grid.sheet
    near = [_quoted(other.grid) for other in others if best.score - other.score < _NEAR_SHEET] if not chosen else []
    passed = [] if chosen else [sheet_words(grid) for grid in grids if grid.sheet != sheet]
    not_first = bool(sheet) and best.grid is not grids[0] and not chosen
    if not (near or not_first or best.header):
        return
    words = _read(best)
    if near:
        yield Message("{read}; {sheets} could be meant too", read=words, sheets=_list(near))
    elif not_first:
        yield Message("{read}; not read: {sheets}", read=words, sheets=_list(passed))
    else:
        yield words


def _sides(best: Candidate) -> dict[str, str]:
    return {"source": label(best.source, best.grid), "target": label(best.target, best.grid)}


def _read(best: Candidate) -> Message:
    """Which columns are read, and from which row on."""
    facts = _sides(best)
    if best.grid.sheet:
        read = Message(
            "the columns {source} and {target} of the sheet '{sheet}' are read", sheet=best.grid.sheet, **facts
        )
    else:
        read = Message("the columns {source} and {target} are read", **facts)
    if not best.header:
        return read
    row = best.grid.sample[best.header][0]
    if best.header == 1:
        return Message("{read}, below the header in row {row} (1 row above it left out)", read=read, row=row)
    return Message(
        "{read}, below the header in row {row} ({count} rows above it left out)", read=read, row=row, count=best.header
    )


def _quoted(grid: Grid) -> str:
    return f"'{shortened(grid.sheet)}'"


def sheet_words(grid: Grid) -> str:
    """A sheet by its name, and whether it is hidden."""
    return Message("'{sheet}' (hidden)", sheet=shortened(grid.sheet)) if grid.hidden else _quoted(grid)


def _list(names: Sequence[str]) -> str:
    shown = joined(names[:4])
    return Message("{names} and {count} more", names=shown, count=len(names) - 4) if len(names) > 4 else shown


def _header(best: Candidate, chosen: bool) -> Iterator[str]:
    if best.grid.names or chosen:
        return
    if best.header is not None and best.sureness < _SURE_HEADER:
        words = shortened(" / ".join(name for name in best.names if name), 80)
        yield Message("the row '{cells}' is taken for a header, not for a pair", cells=words)
    if best.header is None and best.sureness >= _MAYBE_HEADER:
        words = shortened(" / ".join(cell.strip() for cell in best.grid.sample[0][1] if cell.strip()), 80)
        yield Message("the row '{cells}' is taken for a pair, not for a header", cells=words)


def _side(side: Column, asked: str, grid: Grid) -> Iterator[str]:
    """About what a side's cells are."""
    profile, name = side.profile, label(side, grid)
    if not profile.cells:
        yield Message("{column} is empty", column=name)
    elif profile.keys:
        yield Message("{column} holds keys of a program rather than text", column=name)
    elif profile.text < 0.5:
        yield Message("{column} holds {kind} rather than text", column=name, kind=profile.kind)
    elif side.is_repetitive:
        yield Message("{column} holds the same few words again and again", column=name)
    elif side.role == OTHER:
        yield Message("{column} does not sound like a side of sentence pairs", column=name)
    if side.language and asked and fit(side.language, asked) < 0:
        yield Message("{column} names another language than '{language}'", column=name, language=asked)


def _guesses(sides: Sequence[tuple[Column, str]], grid: Grid) -> Iterator[str]:
    """About sides whose cells look like another language than they are said to be in."""
    guesses = [side.profile.language for side, _ in sides]
    wrong = [bool(tag and guess and not looks_like(guess, tag)) for (_, tag), guess in zip(sides, guesses, strict=True)]
    if all(wrong) and looks_like(guesses[0], sides[1][1]) and looks_like(guesses[1], sides[0][1]):
        yield Message(
            "the sides look swapped: the source looks like '{source}', the target like '{target}'",
            source=guesses[0],
            target=guesses[1],
        )
        return
    for (side, tag), guess, is_wrong in zip(sides, guesses, wrong, strict=True):
        if is_wrong:
            yield Message(
                "{column} looks like '{guess}', not '{language}'", column=label(side, grid), guess=guess, language=tag
            )


def _order(best: Candidate, wanted: Wanted) -> Iterator[str]:
    """About sides whose order was found out from the languages of their cells."""
    source, target = best.source, best.target
    if source.index < target.index or source.language or target.language or not wanted.source_lang:
        return
    yield Message(
        "{source} looks like '{source_lang}' and {target} like '{target_lang}', so they are taken in that order",
        source_lang=wanted.source_lang,
        target_lang=wanted.target_lang,
        **_sides(best),
    )


def _rivals(best: Candidate) -> Iterator[str]:
    """About other columns that could be sides too."""
    by_name = [bool(side.language or side.role) for side in (best.source, best.target)]
    sides = [column for column in best.columns if column.is_side and column.role != OTHER]
    near = [rival for rival in best.rivals if best.pair_score - rival[0] < _NEAR]
    if near:
        one, two = (label(side, best.grid) for side in near[0][1:])
        yield Message(
            "{source} and {target} are taken; {other_source} and {other_target} could be meant too",
            other_source=one,
            other_target=two,
            **_sides(best),
        )
    elif not all(by_name) and (len(sides) > 2 or len(sides) < 2 < len(best.columns)):
        yield Message("{source} and {target} are taken because of their cells", **_sides(best))
