"""What a person should know about how a table was read, since another reading is possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.engine.data.readers.base import Wanted
from workbench.engine.data.readers.guess import looks_like
from workbench.engine.data.readers.languages import same
from workbench.engine.data.readers.table_columns import Column, Grid
from workbench.engine.data.readers.table_reading import letter_of
from workbench.engine.data.readers.table_scores import fit
from workbench.engine.data.readers.table_words import OTHER

if TYPE_CHECKING:
    from workbench.engine.data.readers.table_choice import Candidate

#: Scores nearer than this are nearly alike.
_NEAR = 2.5
_NEAR_SHEET = 4.0
#: A header taken with less, or left with more, is said to be unsure.
_SURE_HEADER, _MAYBE_HEADER = 2.7, 1.0


def label(column: Column, grid: Grid) -> str:
    """A column in words: ``'English' (B)``, or ``column B``."""
    letter = "" if grid.names else letter_of(column.index)
    return (f"'{column.name}'" + (f" ({letter})" if letter else "")) if column.name else f"column {letter}"


def doubts_of(best: Candidate, others: Sequence[Candidate], grids: Sequence[Grid], wanted: Wanted) -> Iterator[str]:
    """One sentence for each reason to look at the reading.

    Args:
        best: What is taken.
        others: The other sheets' best readings.
        grids: All sheets.
        wanted: What was asked for.
    """
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
        yield f"both columns say that they are '{best.target.language}'"


def _places(best: Candidate, others: Sequence[Candidate], grids: Sequence[Grid], chosen: bool) -> Iterator[str]:
    """About sheets, and rows above the header."""
    sheet = best.grid.sheet
    near = [f"'{other.grid.sheet}'" for other in others if best.score - other.score < _NEAR_SHEET] if not chosen else []
    passed = (
        []
        if chosen
        else [f"'{grid.sheet}'" + (" (hidden)" if grid.hidden else "") for grid in grids if grid.sheet != sheet]
    )
    not_first = bool(sheet) and best.grid is not grids[0] and not chosen
    if not (near or not_first or best.header):
        return
    columns = f"{label(best.source, best.grid)} and {label(best.target, best.grid)}"
    words = f"the columns {columns}" + (f" of the sheet '{sheet}' are read" if sheet else " are read")
    if best.header:
        above = f"{best.header} row{'s' if best.header > 1 else ''} above it left out"
        words += f", below the header in row {best.grid.sample[best.header][0]} ({above})"
    yield words + (
        f"; {_list(near)} could be meant too" if near else f"; not read: {_list(passed)}" if not_first else ""
    )


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(names[:4])
    return shown + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _header(best: Candidate, chosen: bool) -> Iterator[str]:
    if best.grid.names or chosen:
        return
    if best.header is not None and best.sureness < _SURE_HEADER:
        words = " / ".join(name for name in best.names if name)[:80]
        yield f"the row '{words}' is taken for a header, not for a pair"
    if best.header is None and best.sureness >= _MAYBE_HEADER:
        words = " / ".join(cell.strip() for cell in best.grid.sample[0][1] if cell.strip())[:80]
        yield f"the row '{words}' is taken for a pair, not for a header"


def _side(side: Column, asked: str, grid: Grid) -> Iterator[str]:
    """About what a side's cells are."""
    profile, name = side.profile, label(side, grid)
    if not profile.cells:
        yield f"{name} is empty"
    elif profile.keys:
        yield f"{name} holds keys of a program rather than text"
    elif profile.text < 0.5:
        yield f"{name} holds {profile.kind} rather than text"
    elif side.is_repetitive:
        yield f"{name} holds the same few words again and again"
    elif side.role == OTHER:
        yield f"{name} does not sound like a side of sentence pairs"
    if side.language and asked and fit(side.language, asked) < 0:
        yield f"{name} names another language than '{asked}'"


def _guesses(sides: Sequence[tuple[Column, str]], grid: Grid) -> Iterator[str]:
    """About sides whose cells look like another language than they are said to be in."""
    guesses = [side.profile.language for side, _ in sides]
    wrong = [bool(tag and guess and not looks_like(guess, tag)) for (_, tag), guess in zip(sides, guesses, strict=True)]
    if all(wrong) and looks_like(guesses[0], sides[1][1]) and looks_like(guesses[1], sides[0][1]):
        yield f"the sides look swapped: the source looks like '{guesses[0]}', the target like '{guesses[1]}'"
        return
    for (side, tag), guess, is_wrong in zip(sides, guesses, wrong, strict=True):
        if is_wrong:
            yield f"{label(side, grid)} looks like '{guess}', not '{tag}'"


def _order(best: Candidate, wanted: Wanted) -> Iterator[str]:
    """About sides whose order was found out from the languages of their cells."""
    source, target = best.source, best.target
    if source.index < target.index or source.language or target.language or not wanted.source_lang:
        return
    order = f"{label(source, best.grid)} looks like '{wanted.source_lang}' and {label(target, best.grid)} like"
    yield f"{order} '{wanted.target_lang}', so they are taken in that order"


def _rivals(best: Candidate) -> Iterator[str]:
    """About other columns that could be sides too."""
    by_name = [bool(side.language or side.role) for side in (best.source, best.target)]
    sides = [column for column in best.columns if column.is_side and column.role != OTHER]
    near = [(s, one, two) for s, one, two in best.rivals if best.pair_score - s < _NEAR]
    if near:
        _, one, two = near[0]
        grid = best.grid
        yield (
            f"{label(best.source, grid)} and {label(best.target, grid)} are taken;"
            f" {label(one, grid)} and {label(two, grid)} could be meant too"
        )
    elif not all(by_name) and (len(sides) > 2 or len(sides) < 2 < len(best.columns)):
        taken = f"{label(best.source, best.grid)} and {label(best.target, best.grid)}"
        yield f"{taken} are taken because of their cells"
