"""Which of a table's first rows is its header, if any: by its words, and by how it differs from the cells below."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.corpora.readers.tables.cells import (
    DATE,
    FILE,
    ID,
    NUMBER,
    TEXT,
    URL,
    Profile,
    kind_of,
    word_count,
)
from workbench.engine.corpora.readers.tables.language_names import language_named
from workbench.engine.corpora.readers.tables.table_columns import Grid, is_ambiguous
from workbench.engine.corpora.readers.tables.table_words import (
    OTHER,
    SMALL_WORDS,
    SOURCE,
    TARGET,
    known_words,
    role_of,
    words_of,
)
from workbench.engine.text.language_guess import looks_like
from workbench.engine.text.languages import matches, primary_language

#: A header is looked for in so many rows.
HEADER_ROWS = 10
_ENOUGH = 2.0
_LONGEST_NAME = 60
_ENDS = ".!?。！？…"
#: Names of columns that a word list may as well hold as words.
_ORDINARY = known_words("headers", "ordinary")


def find_header(grid: Grid, asked: Sequence[str], languages: Sequence[str]) -> tuple[int | None, float]:
    """The index of the header row in the sample, and how sure that is (0 to about 10).

    A row with all the names that were ``asked`` for is the header.

    Returns:
        ``None`` when there is no header row; the figure then tells how near the best row came to being taken.
    """
    best, best_score = None, 0.0
    for index in range(min(HEADER_ROWS, len(grid.sample))):
        score = _score(grid, index, asked, languages)
        if score > best_score + 0.01:
            best, best_score = index, score
    if best is None or best_score < _ENOUGH:
        return None, best_score
    return best, best_score


def _score(grid: Grid, index: int, asked: Sequence[str], languages: Sequence[str]) -> float:
    row = grid.sample[index][1]
    cells = {column: cell.strip() for column, cell in enumerate(row) if cell.strip()}
    names = {cell.casefold() for cell in cells.values()}
    if asked and all(name.casefold() in names for name in asked) and not all(map(_is_number, names)):
        return 20.0 - index
    if len(cells) < 2 or any(len(cell) > _LONGEST_NAME for cell in cells.values()):
        return 0.0
    if all(_is_number(cell) for cell in cells.values()) or _are_letters(list(cells.values())):
        return _counting(grid, index, list(cells.values()))
    score = 0.0
    for column, cell in cells.items():
        score += _cell_score(cell, grid.profile(column, index + 1), languages)
    if _names_one_language_twice(list(cells.values())):
        score -= 6.0
    if _is_like_below(grid, index, cells):
        score = min(score, 1.0)
    uncovered = sum(
        column not in cells and grid.profile(column, index + 1).filled > 0.3 for column in range(grid.width)
    )
    return score - 0.4 * uncovered - _cost_of_skipping(grid, index) - _cost_of_repeats(cells)


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) < 6


def _are_letters(names: list[str]) -> bool:
    """``A, B, C``: the letters of a spreadsheet's columns."""
    return names == [chr(ord("A") + n) for n in range(len(names))]


def _counting(grid: Grid, index: int, names: list[str]) -> float:
    """``0, 1``, ``1, 2`` or ``A, B`` above other cells: the names that programs give to columns."""
    below = [cell.strip() for _, row in grid.sample[index + 1 :] for cell in row if cell.strip()]
    if index or not below:
        return 0.0
    if _are_letters(names):
        return 4.0 if sum(len(cell) > 1 for cell in below) > 0.8 * len(below) else 0.0
    counts = [int(name) for name in names] in (list(range(len(names))), list(range(1, len(names) + 1)))
    return 4.0 if counts and not all(map(_is_number, below)) else 0.0


def _cell_score(cell: str, body: Profile, languages: Sequence[str]) -> float:
    """How much one cell looks like the name of the column below it."""
    if cell[-1] in _ENDS and len(cell) > 4 and not cell.endswith("..."):
        return -2.0
    if kind_of(cell) in (NUMBER, DATE, URL):
        return -2.5
    if kind_of(cell) in (FILE, ID) and kind_of(cell) == body.kind and not cell.isalpha() and role_of(cell) != OTHER:
        return -1.5
    score = 0.0 if kind_of(cell) == FILE else _known(cell, body, languages)
    if body.cells and body.text < 0.4 and kind_of(cell) != body.kind:
        score += 1.2
    elif body.text >= 0.6 and body.words >= 3 and word_count(cell) <= 3:
        score += 1.1 if body.sentences >= 0.7 or body.words >= 5 else 0.6
    if cell.casefold() in {other.casefold() for other in body.cells}:
        score -= 1.5
    elif any(c.isdigit() for c in cell) and _counted_alike(cell, body):
        return -1.5
    return score


def _counted_alike(cell: str, body: Profile) -> bool:
    """Whether the cells below differ from this one in their numbers alone: ``line 1`` above ``line 2``."""
    words = words_of(cell)
    return 2 * sum(words_of(other) == words for other in body.cells) > len(body.cells)


def _known(cell: str, body: Profile, languages: Sequence[str]) -> float:
    role, tag = role_of(cell), language_named(cell)
    if tag and is_ambiguous(cell) and role != OTHER:
        if any(matches(cell, asked) for asked in languages if asked):
            return 2.0
        if body.language and not looks_like(body.language, tag):
            return -1.5
        return 2.0 if looks_like(body.language, tag) else 1.0
    if tag or role in (SOURCE, TARGET):
        return 2.0
    return 1.5 if role == OTHER else 0.8 if role else 0.0


def _names_one_language_twice(cells: list[str]) -> bool:
    """``English / Anglais``: the translation of a language's name, not a header."""
    tags = [language_named(cell) for cell in cells]
    if len(cells) != 2 or not all(tags) or any(map(is_ambiguous, cells)):
        return False
    primaries = {primary_language(tag) for tag in tags}
    return len(primaries) == 1 and cells[0].casefold() != cells[1].casefold() and len(set(tags)) == 1


def _is_like_below(grid: Grid, index: int, cells: dict[int, str]) -> bool:
    """Whether a row of ordinary words stands above words of the same shape, as the first entry of a word list does."""
    ordinary = [cell.casefold() in _ORDINARY or cell in SMALL_WORDS for cell in cells.values()]
    if len(cells) != 2 or not all(ordinary):
        return False
    if all(cell in SMALL_WORDS for cell in cells.values()) and not any(map(is_ambiguous, cells.values())):
        return False
    for column, cell in cells.items():
        body = grid.profile(column, index + 1)
        if not body.cells or body.text < 0.6 or body.words > 2.2 or body.sentences > 0.3:
            return False
        if cell in SMALL_WORDS and looks_like(body.language, language_named(cell)):
            return False
        lower = sum(c[0].islower() or not c[0].isalpha() or c.lower() == c.upper() for c in body.cells)
        if cell[0].islower() != (lower * 2 >= len(body.cells)):
            return False
    return True


def _cost_of_skipping(grid: Grid, index: int) -> float:
    """Rows above a header are lost: a title costs little, a row that is filled like those below much."""
    usual = sum(grid.profile(column, index + 1).filled > 0.3 for column in range(grid.width))
    cost = 0.0
    for _, row in grid.sample[:index]:
        filled = [cell.strip() for cell in row if cell.strip()]
        texts = sum(kind_of(cell) == TEXT and (word_count(cell) >= 3 or cell[-1] in _ENDS) for cell in filled)
        alike = texts >= 2 or len(filled) >= max(2, 0.6 * usual)
        cost += 0.05 if len(filled) < 2 else 1.6 if alike else 0.7
    return cost


def _cost_of_repeats(cells: dict[int, str]) -> float:
    names = [cell.casefold() for cell in cells.values()]
    return 1.0 * (len(names) - len(set(names)))
